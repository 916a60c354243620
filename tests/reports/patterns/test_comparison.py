from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import fisher_exact

from twitchlog.reports.patterns.comparison import Change, by_chance, compare, halves, recent
from twitchlog.reports.patterns.series import Tally


def test_the_two_halves_of_four_weeks_are_compared(diary) -> None:
    """11 of 13 logged days, then 8 of 12: 85 % and 67 %, as in 4 of 10 diaries by chance."""
    found = halves(diary("43052.63142031" + "1.02401020.312"))
    assert found.earlier == Tally(11, 13)
    assert found.later.logged == 12
    assert found.change is Change.UNCLEAR


def test_under_ten_points_it_is_about_as_often(diary) -> None:
    """50 of 100 days against 60 of 100 is ten points, and 59 of 100 is nine."""
    before = diary("1" * 50 + "0" * 50)
    assert compare(before, diary("1" * 60 + "0" * 40)).change is Change.UNCLEAR
    assert compare(before, diary("1" * 59 + "0" * 41)).change is Change.SAME


def test_what_chance_often_does_is_no_change(diary) -> None:
    """9 of 13 days against 13 of 14: Fisher's p is 0.16. 7 of 14 against 13 of 14: 0.03."""
    assert compare(diary("1" * 9 + "0" * 4), diary("1" * 13 + "0")).change is Change.UNCLEAR
    before, after = diary("1" * 7 + "0" * 7), diary("1" * 13 + "0")
    assert compare(before, after).change is Change.MORE
    assert compare(after, before).change is Change.FEWER


@given(st.integers(1, 60), st.integers(1, 60), st.data())
def test_chance_is_what_scipy_works_out(logged: int, later: int, data: st.DataObject) -> None:
    one = data.draw(st.integers(0, logged))
    other = data.draw(st.integers(0, later))
    table = [[one, logged - one], [other, later - other]]
    expected = fisher_exact(table).pvalue
    assert by_chance(Tally(one, logged), Tally(other, later)) == pytest.approx(expected, rel=1e-6)


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
    if abs(apart) < Fraction(1, 10):
        assert found.change is Change.SAME
    elif fisher_exact([[a, quiet_a], [b, quiet_b]]).pvalue >= 0.05 * (1 + 1e-9):
        assert found.change is Change.UNCLEAR
    else:
        assert found.change is (Change.MORE if apart > 0 else Change.FEWER)
