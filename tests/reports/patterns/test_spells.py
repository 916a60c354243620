from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from twitchlog.reports.patterns.spells import Spell, Spells, spells


def test_a_day_not_logged_neither_ends_nor_lengthens_a_break(diary) -> None:
    """0 . 0 2 0: none on the first two logged days, then a twitch, then one more without."""
    found = spells(diary("0.020"))
    assert found.longest == Spell(date(2026, 3, 2), date(2026, 3, 4), days=2)
    assert len(found.breaks) == 2
    assert (found.quiet, found.logged) == (3, 4)


def test_each_break_is_named_with_the_days_not_logged_in_it(diary) -> None:
    """0 . . 0 1 0 0 . 1 1: two logged days over four, then two over two."""
    found = spells(diary("0..0100.11"))
    assert [(each.first.day, each.days, each.unknown) for each in found.breaks] == [
        (2, 2, 2), (7, 2, 0),
    ]  # fmt: skip


def test_of_two_longest_breaks_the_newer_one_is_meant(diary) -> None:
    found = spells(diary("001001"))
    assert found.longest == Spell(date(2026, 3, 5), date(2026, 3, 6), days=2)


def test_a_diary_with_twitching_on_each_day_and_an_empty_one_have_no_breaks(diary) -> None:
    assert spells(diary("111")) == Spells(quiet=0, logged=3)
    assert spells(diary("...")) == spells(()) == Spells(quiet=0, logged=0)
    assert spells(()).longest is None


@given(st.text("0123.", max_size=80))
def test_taking_out_the_days_not_logged_changes_no_length(diary, text: str) -> None:
    whole, packed = spells(diary(text)), spells(diary(text.replace(".", "")))
    assert (whole.quiet, whole.logged) == (packed.quiet, packed.logged)
    lengths = [each.days for each in whole.breaks]
    assert lengths == [each.days for each in packed.breaks]
    said = "".join("0" if each == "0" else " " for each in text.replace(".", ""))
    assert lengths == [len(each) for each in said.split()]
