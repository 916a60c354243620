from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twitchlog.reports.patterns.comparison import Change, compare, halves, recent
from twitchlog.reports.patterns.series import Tally


def test_the_two_halves_of_four_weeks_are_compared(diary) -> None:
    """11 of 13 logged days, then 8 of 12: 85 % and 67 %, fewer."""
    found = halves(diary("43052.63142031" + "1.02401020.312"))
    assert found.earlier == Tally(11, 13)
    assert found.later.logged == 12
    assert found.change is Change.FEWER


def test_exactly_ten_points_are_a_change(diary) -> None:
    """10 of 20 days against 12 of 20: 50 and 60 %. 11 of 20 is only five points more."""
    before = diary("1" * 10 + "0" * 10)
    assert compare(before, diary("1" * 12 + "0" * 8)).change is Change.MORE
    assert compare(before, diary("1" * 8 + "0" * 12)).change is Change.FEWER
    assert compare(before, diary("1" * 11 + "0" * 9)).change is Change.SAME


@pytest.mark.parametrize(("logged", "early"), [(13, True), (14, False)])
def test_four_weeks_need_fourteen_logged_days_each(diary, logged: int, early: bool) -> None:
    short = diary("1" * logged + "." * (28 - logged))
    full = diary("1" * 28)
    assert (compare(short, full).change is Change.TOO_EARLY) is early
    assert (compare(full, short).change is Change.TOO_EARLY) is early


@pytest.mark.parametrize(("logged", "early"), [(6, True), (7, False)])
def test_a_fortnight_needs_seven_logged_days_each(diary, logged: int, early: bool) -> None:
    short = diary("1" * logged + "." * (14 - logged))
    assert (compare(short, diary("1" * 14)).change is Change.TOO_EARLY) is early


def test_the_last_28_days_stand_against_the_28_before(diary) -> None:
    found = recent(diary("9" * 4 + "0" * 28 + "1" * 28))
    assert found.earlier == Tally(0, 28)
    assert found.later == Tally(28, 28)
    assert found.change is Change.MORE


def test_a_diary_of_28_days_has_nothing_to_compare_with(diary) -> None:
    found = recent(diary("1" * 28))
    assert found.earlier == Tally(0, 0)
    assert found.change is Change.TOO_EARLY


def test_an_empty_diary_is_too_early() -> None:
    assert halves(()).change is Change.TOO_EARLY


@given(
    a=st.integers(0, 40),
    b=st.integers(0, 40),
    quiet_a=st.integers(0, 40),
    quiet_b=st.integers(0, 40),
)
def test_the_verdict_follows_exact_fractions(
    diary, a: int, b: int, quiet_a: int, quiet_b: int
) -> None:
    earlier, later = diary("1" * a + "0" * quiet_a), diary("1" * b + "0" * quiet_b)
    found = compare(earlier, later)
    enough = all(
        len(days) >= 7 and len(days) >= min(14, (len(days) + 1) // 2) for days in (earlier, later)
    )
    if not enough:
        assert found.change is Change.TOO_EARLY
        return
    apart = Fraction(b, b + quiet_b) - Fraction(a, a + quiet_a)
    expected = Change.SAME
    if apart >= Fraction(1, 10):
        expected = Change.MORE
    if apart <= -Fraction(1, 10):
        expected = Change.FEWER
    assert found.change is expected
