"""What is chosen for the trigger finder, and that a first look is never forgotten."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest

from twitchlog.diary import Diary
from twitchlog.domain.errors import BadInput
from twitchlog.domain.trigger_choices import Suspect, TriggerChoices


@pytest.fixture
def room(diary):
    return diary.trigger_choices


@pytest.fixture
def today(clock):
    return clock.now().day


def test_nothing_is_chosen_in_a_new_diary(room):
    assert room.read() == TriggerChoices()


def test_what_is_left_out_is_kept_and_can_be_undone(room, diary, clock):
    written = room.leave_out(["cold", "water", "cold"])
    assert written.value.left_out == {"cold", "water"}
    assert written.changes.kinds == {"trigger_choices"}
    with Diary.open(diary.address, clock=clock) as other:
        assert other.trigger_choices.read() == written.value
        other.changed = False
    assert room.leave_out(["water", "cold"]).changes.step is None
    assert room.leave_out([]).value.left_out == frozenset()
    diary.undo()
    assert room.read() == written.value


def test_a_suspect_named_before_the_first_look_stays_one_after_it(room, diary, today, later):
    assert room.name_suspect("caffeine").value.suspect == Suspect("caffeine", today, True)
    later(days=3)
    room.looked(today + timedelta(days=3))
    assert room.read().suspect == Suspect("caffeine", today, before_looking=True)
    assert room.name_suspect("caffeine").changes.step is None
    named = room.name_suspect("sleep").value.suspect
    assert named == Suspect("sleep", today + timedelta(days=3), before_looking=False)
    diary.undo()
    assert room.read().suspect == Suspect("caffeine", today, before_looking=True)


def test_a_suspect_taken_back_and_named_again_after_a_look_was_not_named_before(room, today):
    room.name_suspect("caffeine")
    room.looked(today)
    assert room.take_back_suspect().value.suspect is None
    assert room.name_suspect("caffeine").value.suspect == Suspect("caffeine", today, False)


def test_the_suspect_is_looked_at_and_cannot_be_left_out(room):
    room.leave_out(["caffeine", "cold"])
    assert room.name_suspect("caffeine").value.left_out == {"cold"}
    with pytest.raises(BadInput, match="Take that back first"):
        room.leave_out(["caffeine"])
    assert room.read().left_out == {"cold"}


def test_only_the_first_look_is_remembered_and_it_is_no_step(room, diary, today, later):
    room.name_suspect("caffeine")
    diary.undo()
    room.looked(today)
    later(days=1)
    room.looked(today + timedelta(days=1))
    assert room.read().first_looked == today
    assert diary.next_redo() == "Suspect named"
    diary.redo()
    diary.undo()
    assert room.read() == TriggerChoices(first_looked=today)
    assert diary.next_undo() is None


@pytest.mark.in_file
def test_a_suspect_said_to_be_named_before_a_look_that_was_earlier_is_not_believed(
    room, diary, today
):
    room.name_suspect("caffeine")
    room.looked(today)
    with closing(sqlite3.connect(diary.path)) as file, file:
        file.execute(
            "UPDATE trigger_choices SET value = '\"2026-06-01\"' WHERE key = 'first_looked'"
        )
    assert room.read().suspect == Suspect("caffeine", today, before_looking=False)
