"""What other windows, commands and computers write is noticed, and one's own writes are not."""

from __future__ import annotations

from datetime import date

import pytest

from twitchlog.diary import Diary, elsewhere
from twitchlog.domain.changes import Changes
from twitchlog.domain.errors import NotFound

TODAY = date(2026, 6, 18)


@pytest.fixture
def other(diary, clock):
    """The same diary, open in another program of the same computer."""
    with Diary.open(diary.address, clock=clock) as opened:
        yield opened


def test_ones_own_writes_are_no_news(diary):
    diary.twitches.log(["calf-left"])
    diary.undo()
    diary.redo()
    assert diary.changes_elsewhere() is None


def test_what_another_program_writes_is_told_once_with_its_kinds_and_days(diary, other):
    diary.twitches.log(["calf-left"])
    other.twitches.log(["tongue"])
    other.checkins.save(date(2026, 6, 17), {"stress": 2.0})
    assert diary.changes_elsewhere() == Changes(
        "", frozenset({"twitches", "checkins"}), frozenset({TODAY, date(2026, 6, 17)})
    )
    assert diary.changes_elsewhere() is None
    assert other.changes_elsewhere() == Changes("", frozenset({"twitches"}), frozenset({TODAY}))


def test_an_undo_and_a_redo_of_another_are_told_as_well(diary, other):
    other.twitches.log(["tongue"])
    diary.changes_elsewhere()
    for turn in (other.undo, other.redo):
        turn()
        assert diary.changes_elsewhere() == Changes("", frozenset({"twitches"}), frozenset({TODAY}))


def test_a_step_that_grows_is_told_again(diary, other):
    entry = other.twitches.log(["tongue"])
    diary.changes_elsewhere()
    other.checkins.none_today(joins=entry.changes.step)
    assert diary.changes_elsewhere().kinds == {"checkins"}


def test_erasing_elsewhere_is_told(diary, other):
    gone = diary.twitches.log(["calf-left"]).value
    diary.twitches.remove(gone.id)
    other.bin.erase(gone.id)
    changes = diary.changes_elsewhere()
    assert "bin" in changes.kinds


def test_a_write_that_was_refused_is_not_told(diary, other):
    with pytest.raises(NotFound):
        other.twitches.remove("not there")
    assert diary.changes_elsewhere() is None


def log_many(diary):
    for _n in range(6):
        diary.twitches.log(["tongue"])


def turn_many(diary):
    diary.twitches.log(["tongue"])
    for _n in range(6):
        diary.undo()
        diary.redo()


@pytest.mark.parametrize("write", [log_many, turn_many])
def test_who_looks_too_seldom_is_told_that_anything_may_have_changed(
    diary, other, monkeypatch, write
):
    monkeypatch.setattr(elsewhere, "KEPT", 5)
    write(other)
    changes = diary.changes_elsewhere()
    assert changes.everything
    assert {"twitches", "medications", "profile"} <= changes.kinds
    assert diary.changes_elsewhere() is None


def test_a_day_end_chosen_elsewhere_holds_here_from_then_on(diary, other):
    other.preferences.end_day_at(180)
    assert diary.clock.day_ends == 0
    diary.changes_elsewhere()
    assert diary.clock.day_ends == 180


def test_a_step_of_very_many_rows_is_told_as_anything(diary, other, monkeypatch):
    monkeypatch.setattr(elsewhere, "LONG", 100)
    other.twitches.log(["tongue"])
    assert diary.changes_elsewhere() == elsewhere.ANYTHING


def test_an_entry_that_others_saw_is_told_to_be_gone_though_all_steps_of_it_were_erased(
    diary, other
):
    gone = other.twitches.log(["tongue"]).value
    diary.changes_elsewhere()
    other.twitches.remove(gone.id)
    other.bin.erase(gone.id)
    assert diary.changes_elsewhere() == elsewhere.ANYTHING
