from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from twitchlog.reports.patterns.spells import Spell, Spells, spells


def test_a_day_not_logged_neither_breaks_nor_lengthens_a_run(diary) -> None:
    """1 . 2 0 1: twitching on the first two logged days, then a quiet day, then one more."""
    found = spells(diary("1.201"))
    assert found.longest == Spell(date(2026, 3, 2), date(2026, 3, 4), days=2)
    assert found.current == Spell(date(2026, 3, 6), date(2026, 3, 6), days=1)
    assert (found.quiet, found.logged) == (1, 4)


def test_no_run_is_going_on_after_a_quiet_last_logged_day(diary) -> None:
    assert spells(diary("110..")).current is None


def test_each_run_is_named_with_the_days_not_logged_in_it(diary) -> None:
    """1 . . 1 0 1 1 . 0 0: two logged days over four, then two over two; since then two quiet."""
    found = spells(diary("1..1011.00"))
    assert [(run.first.day, run.days, run.unknown) for run in found.runs] == [(2, 2, 2), (7, 2, 0)]
    assert found.quiet_now == 2


def test_of_two_longest_runs_the_newer_one_is_meant(diary) -> None:
    found = spells(diary("110110"))
    assert found.longest == Spell(date(2026, 3, 5), date(2026, 3, 6), days=2)


def test_a_quiet_diary_and_an_empty_one_have_no_runs(diary) -> None:
    assert spells(diary("000")) == Spells(None, None, quiet=3, logged=3, quiet_now=3)
    assert spells(diary("...")) == Spells(None, None, quiet=0, logged=0)
    assert spells(()) == Spells(None, None, quiet=0, logged=0)


@given(st.text("0123.", max_size=80))
def test_taking_out_the_days_not_logged_changes_no_length(diary, text: str) -> None:
    whole, packed = spells(diary(text)), spells(diary(text.replace(".", "")))
    assert (whole.quiet, whole.logged) == (packed.quiet, packed.logged)
    for one, other in ((whole.longest, packed.longest), (whole.current, packed.current)):
        assert (one and one.days) == (other and other.days)
    longest = max((len(run) for run in text.replace(".", "").replace("0", " ").split()), default=0)
    assert (whole.longest.days if whole.longest else 0) == longest
