"""Very many rows in one step: kept packed, taken back and done again whole or not at all."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from support.rows import rows_of
from twitchlog.diary import images, moments, tables
from twitchlog.domain.errors import ChangedMeanwhile
from twitchlog.domain.phrase import phrase

MANY = 1200


@pytest.fixture
def filled(diary, clock):
    """A diary with an entry of its own and `MANY` written in one step."""
    diary.twitches.log(["chin"], note="own")
    twitches, sites = [], []
    for number in range(MANY):
        moment = clock.now().earlier(minutes=number)
        twitches.append(
            {
                "id": f"entry {number}",
                **moments.to_columns(moment),
                "local_day": moment.day.isoformat(),
                "local_minute": moment.minute,
                "duration_s": 1.5,
                "strength": 2,
                "note": "é",
                "updated_ms": moment.utc_ms,
                "device": diary.device,
                "pattern": None,
                "seen": None,
                "activity": None,
            }
        )
        sites.append({"twitch_id": f"entry {number}", "site": "calf-left", "position": 0})
    with diary.operation(phrase("Brought in")) as operation:
        operation.insert_many(tables.twitches, twitches)
        operation.insert_many(tables.twitch_sites, sites)
    return diary


def test_many_rows_are_one_step_that_undo_and_redo_take_whole(filled):
    after = rows_of(filled)
    assert filled.twitches.count() == MANY + 1
    assert filled.undo().name == "Brought in"
    assert [each.note for each in filled.twitches.newest(9)] == ["own"]
    filled.redo()
    assert rows_of(filled) == after


@pytest.mark.in_file
def test_their_images_are_kept_packed(filled):
    with closing(sqlite3.connect(filled.path)) as file:
        (text,) = file.execute("SELECT images FROM steps ORDER BY number DESC").fetchone()
    assert len(text) < len(images.unpacked(text)) / 5
    assert len(images.load(text)) == 2 * MANY


def test_where_one_of_them_was_changed_since_none_is_taken_back(filled):
    before = filled.next_undo_number()
    entry = filled.twitches.get(f"entry {MANY // 2}")
    filled.twitches.edit(replace(entry, note="changed"))
    # The edit is no longer a step: as if another program had made it.
    with filled.unrecorded() as connection:
        connection.execute(tables.steps.delete().where(tables.steps.c.number > before))
    with pytest.raises(ChangedMeanwhile):
        filled.undo()
    assert filled.twitches.count() == MANY + 1


def test_erasing_one_of_them_lets_go_of_the_step_that_holds_it(filled):
    filled.twitches.remove("entry 7")
    filled.bin.empty()
    assert filled.next_undo() == "Chin logged"
    assert filled.twitches.count() == MANY
