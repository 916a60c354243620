"""What was removed waits in the bin; erased for good, it leaves no trace."""

from __future__ import annotations

import sqlite3

import pytest

from twitchlog.diary import Diary
from twitchlog.domain.errors import NotFound, NothingToUndo
from twitchlog.domain.twitch import OWN, Trigger

PRIVATE = "the-words-nobody-may-find-again"


@pytest.fixture
def removed(diary, later):
    """A diary whose two removed entries lie in the bin."""
    for place, words in (("calf-left", PRIVATE), ("tongue", "plain")):
        entry = diary.twitches.log([place, "chin"], triggers=[Trigger(OWN, words)], note=words)
        later(minutes=1)
        diary.twitches.remove(entry.value.id)
    return diary


def traces(diary):
    """Return the files of the diary that hold the secret words."""
    folder = diary.path.parent
    return [
        file.name
        for file in folder.iterdir()
        if file.is_file() and PRIVATE.encode() in file.read_bytes()
    ]


@pytest.mark.in_file
def test_removed_entries_lie_in_the_bin_the_last_one_first_even_after_a_restart(removed, clock):
    removed.close()
    with Diary.open(removed.path, clock=clock) as again:
        binned = again.bin.items()
        assert [each.label for each in binned] == ["Tongue, chin", "Left calf, chin"]
        assert binned[1].sites == ("calf-left", "chin")
        assert (binned[1].kind, binned[1].removed.day) == ("twitches", clock.now().day)
        assert again.twitches.count() == 0


def test_a_restored_entry_is_exactly_as_it_was(diary, rows):
    entry = diary.twitches.log(["calf-left", "chin"], duration_s=3, note="x").value
    before = rows(diary.path)
    diary.twitches.remove(entry.id)
    changes = diary.bin.restore(entry.id).changes
    assert rows(diary.path) == before
    assert changes.kinds == {"bin", "twitches"}
    assert changes.days == {entry.moment.day}
    assert diary.bin.items() == ()


def test_restoring_can_be_undone_as_well(diary):
    entry = diary.twitches.log(["calf-left"]).value
    diary.twitches.remove(entry.id)
    diary.bin.restore(entry.id)
    diary.undo()
    assert [each.id for each in diary.bin.items()] == [entry.id]
    diary.undo()
    assert diary.twitches.newest(1) == (entry,)
    assert diary.bin.items() == ()


def test_what_is_not_in_the_bin_cannot_be_restored(removed):
    with pytest.raises(NotFound):
        removed.bin.restore("never there")


@pytest.mark.in_file
def test_an_erased_entry_leaves_no_trace_in_the_file_its_log_or_the_undo_list(removed):
    assert traces(removed)
    gone = next(each for each in removed.bin.items() if "calf-left" in each.sites)
    removed.bin.erase(gone.id)
    assert traces(removed) == []
    assert [each.label for each in removed.bin.items()] == ["Tongue, chin"]
    with sqlite3.connect(removed.path) as file:
        assert not file.execute(
            "SELECT 1 FROM steps WHERE images LIKE ?", [f"%{gone.id}%"]
        ).fetchall()
    file.close()


def test_what_was_edited_before_it_was_erased_leaves_no_trace_either(diary):
    from dataclasses import replace

    entry = diary.twitches.log(["calf-left"], note=PRIVATE).value
    diary.twitches.edit(replace(entry, note="harmless"))
    diary.twitches.remove(entry.id)
    diary.bin.empty()
    assert traces(diary) == []


def test_emptying_the_bin_erases_everything_in_it_and_nothing_else(removed, later):
    later(minutes=1)
    kept = removed.twitches.log(["nose"]).value
    assert removed.bin.empty() == 2
    assert removed.bin.items() == ()
    assert removed.bin.empty() == 0
    assert removed.twitches.newest(5) == (kept,)
    removed.undo()
    with pytest.raises(NothingToUndo):
        removed.undo()


def test_a_note_that_holds_another_entrys_id_does_not_shield_it(removed):
    first, second = removed.bin.items()
    removed.bin.erase(first.id, second.id)
    assert removed.bin.items() == ()
    assert traces(removed) == []
