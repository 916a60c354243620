"""Every change can be taken back and done again, in order, across a restart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from twitchlog.diary import Diary, journal
from twitchlog.domain.errors import ChangedMeanwhile, NothingToUndo
from twitchlog.domain.phrase import phrase


def test_several_steps_are_undone_and_redone_in_order(diary):
    for place in ("calf-left", "tongue", "chin"):
        diary.twitches.log([place])
    assert [diary.undo().name for _n in range(3)] == [
        "Chin logged", "Tongue logged", "Left calf logged",
    ]  # fmt: skip
    assert diary.twitches.count() == 0
    assert diary.next_redo() == "Left calf logged"
    assert [diary.redo().name for _n in range(3)] == [
        "Left calf logged", "Tongue logged", "Chin logged",
    ]  # fmt: skip
    assert diary.twitches.count() == 3


def test_an_empty_diary_has_nothing_to_undo_or_redo(diary):
    assert (diary.next_undo(), diary.next_redo()) == (None, None)
    for attempt in (diary.undo, diary.redo):
        with pytest.raises(NothingToUndo) as nothing:
            attempt()
        assert nothing.value.exit_code == 3
    assert not diary.changed


def test_steps_survive_a_restart(logged, clock):
    logged.close()
    with Diary.open(logged.address, clock=clock) as again:
        assert again.next_undo() == "Left calf logged"
        again.undo()
        assert again.twitches.count() == 0
        assert again.next_redo() == "Left calf logged"


def test_a_new_change_ends_what_could_be_redone(logged):
    logged.undo()
    logged.checkins.none_today()
    assert logged.next_redo() is None
    with pytest.raises(NothingToUndo):
        logged.redo()


def test_details_added_to_a_fresh_entry_are_undone_with_it(diary):
    written = diary.twitches.log(["calf-left"])
    edited = replace(written.value, duration_s=20.0)
    step = diary.twitches.edit(edited, joins=written.changes.step).changes.step
    assert step == written.changes.step
    diary.twitches.edit(replace(edited, sites=("tongue",)), joins=step)
    diary.undo()
    assert diary.twitches.count() == 0
    assert diary.next_undo() is None
    diary.redo()
    assert diary.twitches.newest(1)[0].sites == ("tongue",)
    assert diary.twitches.newest(1)[0].duration_s == 20.0


def test_details_added_after_something_else_are_a_step_of_their_own(diary):
    written = diary.twitches.log(["calf-left"])
    diary.checkins.none_today()
    edited = replace(written.value, duration_s=20.0)
    assert diary.twitches.edit(edited, joins=written.changes.step).changes.step == 3
    diary.undo()
    assert diary.twitches.newest(1) == (written.value,)


def test_details_do_not_join_a_step_that_was_undone(diary):
    first = diary.twitches.log(["calf-left"])
    second = diary.twitches.log(["tongue"])
    diary.undo()
    edited = replace(first.value, note="later")
    diary.twitches.edit(edited, joins=second.changes.step)
    assert diary.next_undo() == "Left calf changed"
    diary.undo()
    assert diary.twitches.newest(5) == (first.value,)


def test_undo_says_which_days_and_kinds_it_changed(logged, clock):
    logged.checkins.save(clock.now().day, {"sleep": 7})
    changes = logged.undo()
    assert changes.kinds == {"checkins"}
    assert changes.days == {clock.now().day}


def test_saying_the_same_again_is_no_step_of_its_own(diary, later):
    diary.checkins.none_today()
    later(minutes=1)
    assert diary.checkins.none_today().changes.step is None
    diary.undo()
    assert diary.checkins.get(diary.clock.now().day) is None


def test_an_entry_set_to_what_it_is_already_is_no_step_of_its_own(logged, later):
    (entry,) = logged.twitches.newest(5)
    later(minutes=1)
    assert logged.twitches.edit(entry).changes.step is None
    logged.undo()
    assert logged.twitches.count() == 0


def test_what_was_changed_past_the_diary_since_is_not_overwritten(logged, rows):
    with logged.unrecorded() as connection:
        connection.exec_driver_sql("UPDATE twitches SET note = 'by another hand'")
    before = rows(logged)
    with pytest.raises(ChangedMeanwhile) as refused:
        logged.undo()
    assert refused.value.exit_code == 3
    assert rows(logged) == before


def test_a_step_that_cannot_be_taken_back_does_not_bar_those_before_it(logged):
    logged.timer.start("calf-right")
    timed = logged.timer.stop(["calf-right"]).value
    logged.twitches.remove(timed.id)
    logged.bin.erase(timed.id)
    with pytest.raises(ChangedMeanwhile):
        logged.undo()
    assert logged.timer.running() is None
    assert logged.undo().name == "Left calf logged"
    assert logged.twitches.count() == 0
    with pytest.raises(NothingToUndo):
        logged.undo()


def test_an_operation_that_fails_half_way_leaves_nothing(logged, rows):
    from twitchlog.diary import tables

    def half():
        with logged.operation(phrase("Half")) as operation:
            operation.delete(tables.twitch_sites, {"site": "calf-left"})
            raise RuntimeError

    before = rows(logged, steps=True)
    with pytest.raises(RuntimeError):
        half()
    assert rows(logged, steps=True) == before
    assert logged.next_undo() == "Left calf logged"


def test_the_newest_two_hundred_steps_are_kept(diary, monkeypatch):
    monkeypatch.setattr(journal, "STEPS_KEPT", 30)
    for _n in range(60):
        diary.twitches.log(["calf-left"])
    undone = 0
    while diary.next_undo():
        diary.undo()
        undone += 1
    assert 30 <= undone < 50
    assert diary.twitches.count() == 60 - undone
