"""Several computers on one diary: each takes back its own steps, and no other's."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from support.rows import rows_of
from twitchlog.diary import Diary, journal
from twitchlog.domain.errors import ChangedMeanwhile, NothingToUndo
from twitchlog.domain.phrase import phrase

DATA = Path(__file__).parent.parent / "data"


def test_undo_takes_back_ones_own_newest_step_whatever_the_other_did_since(diary, other):
    diary.twitches.log(["calf-left"])
    other.twitches.log(["tongue"])
    other.twitches.log(["chin"])
    assert diary.next_undo() == "Left calf logged"
    assert diary.undo().name == "Left calf logged"
    assert {entry.sites for entry in diary.twitches.newest()} == {("tongue",), ("chin",)}
    with pytest.raises(NothingToUndo):
        diary.undo()
    assert diary.next_undo_number() is None
    assert other.next_undo() == "Chin logged"


def test_what_one_undid_stays_to_be_redone_while_the_other_writes(diary, other):
    diary.twitches.log(["calf-left"])
    diary.undo()
    other.twitches.log(["tongue"])
    assert other.next_redo() is None
    assert diary.redo().name == "Left calf logged"
    assert diary.twitches.count() == 2


def test_a_new_step_ends_what_could_be_redone_though_the_other_wrote_in_between(diary, other):
    diary.twitches.log(["calf-left"])
    diary.twitches.log(["chin"])
    diary.undo()
    other.twitches.log(["tongue"])
    diary.twitches.log(["nose"])
    assert diary.next_redo() is None
    assert diary.undo().name == "Nose logged"
    assert diary.undo().name == "Left calf logged"


def test_a_step_whose_entry_the_other_changed_is_refused_and_nothing_is_half_done(diary, other):
    first = diary.twitches.log(["calf-left"]).value
    written = diary.twitches.edit_many(
        [replace(first, note="mine"), diary.twitches.log(["chin"]).value],
        name=phrase("Two changed"),
    )
    other.twitches.edit(replace(written.value[0], note="theirs"))
    before = rows_of(diary)
    with pytest.raises(ChangedMeanwhile, match="cannot be undone any more"):
        diary.undo()
    assert rows_of(diary) == before
    assert diary.next_undo() == "Chin logged"


def test_an_edit_joins_ones_own_newest_step_though_the_other_wrote_since(diary, other):
    entry = diary.twitches.log(["calf-left"])
    other.twitches.log(["tongue"])
    joined = diary.twitches.edit(replace(entry.value, note="more"), joins=entry.changes.step)
    assert joined.changes.step == entry.changes.step
    diary.undo()
    assert [each.sites for each in diary.twitches.newest()] == [("tongue",)]


def test_nobody_joins_a_step_of_another(diary, other):
    entry = diary.twitches.log(["calf-left"])
    edited = other.twitches.edit(replace(entry.value, note="more"), joins=entry.changes.step)
    assert edited.changes.step != entry.changes.step


def test_each_device_keeps_its_own_newest_steps(diary, other, monkeypatch):
    monkeypatch.setattr(journal, "STEPS_KEPT", 10)
    other.twitches.log(["tongue"])
    for _n in range(45):
        diary.twitches.log(["calf-left"])
    assert other.undo().name == "Tongue logged"
    assert 10 <= len(rows_of(diary, steps=True)["steps"]) <= 32


def test_what_is_erased_for_good_is_in_no_devices_steps(diary, other):
    entry = diary.twitches.log(["calf-left"], note="a secret").value
    other.twitches.edit(replace(entry, note="a secret told"))
    diary.twitches.remove(entry.id)
    other.bin.erase(entry.id)
    assert rows_of(diary, steps=True)["steps"] == []
    assert "2026-06-18" not in str(rows_of(diary, steps=True)["writes"])


def test_steps_from_before_there_were_devices_are_those_of_the_computer_that_has_them(
    tmp_path, clock
):
    path = tmp_path / "diary.sqlite"
    shutil.copy(DATA / "diary-0006.sqlite", path)
    with Diary.open(path, clock=clock) as diary:
        assert diary.next_undo() == "Suspect named"
        assert {step[3] for step in rows_of(path, steps=True)["steps"]} == {diary.device}
        diary.changed = False


def test_steps_of_a_diary_copied_from_elsewhere_stay_those_of_the_other_computer(tmp_path, clock):
    path = tmp_path / "diary.sqlite"
    shutil.copy(DATA / "diary-0008.sqlite", path)
    with Diary.open(path, clock=clock) as diary:
        assert (diary.next_undo(), diary.next_redo()) == (None, None)
        with pytest.raises(NothingToUndo):
            diary.undo()
        diary.device = "00000000-0000-4000-8000-000000000002"
        assert (diary.next_undo(), diary.next_redo()) == ("Chin logged", "Tongue logged")
        diary.changed = False
