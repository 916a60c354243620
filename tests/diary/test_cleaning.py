"""Erasing for good, in the backups too: afterwards the words are nowhere in the folder."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from support.rows import rows_of
from twitchlog.diary import Diary
from twitchlog.domain.appointment import Appointment, Question
from twitchlog.domain.errors import DiaryNotWritable
from twitchlog.domain.medication import IntakeKind

pytestmark = pytest.mark.in_file


WORD = "Xylophonquartett"
PHOTO = b"\x89PNG\r\n\x1a\n" + WORD.encode() * 40


def found_in(folder):
    """Return the files that hold the words, as they are or as a part of a photo."""
    return {
        path.name
        for path in folder.rglob("*")
        if path.is_file() and WORD.lower().encode() in path.read_bytes().lower()
    }


@pytest.fixture
def kept(logged, tmp_path, later):
    """A diary whose secret entry, with photo, is in backups of each kind; and one that stays."""
    photo = tmp_path / "outside" / "photo.png"
    photo.parent.mkdir()
    photo.write_bytes(PHOTO)
    logged.backups.make()
    later(minutes=10)
    twitch = logged.twitches.log(["tongue"], note=f"of {WORD}").value
    logged.attachments.add("twitches", twitch.id, photo)
    logged.backups.make()  # it is an entry in this one
    later(minutes=10)
    logged.twitches.edit(replace(logged.twitches.get(twitch.id), note=f"of {WORD} again"))
    logged.twitches.remove(twitch.id)
    logged.backups.make()  # it is in the bin of this one
    later(minutes=10)
    logged.backups.restore(logged.backups.list()[1])  # and in the one that this keeps
    logged.twitches.remove(twitch.id)
    photo.unlink()
    return logged, twitch.id


def test_after_erasing_and_cleaning_the_words_are_nowhere_in_the_folder(kept, tmp_path):
    diary, erased = kept
    holders = diary.backups.holding(erased)
    assert len(holders.own) == 3
    diary.bin.erase(erased)
    assert found_in(tmp_path)
    assert diary.backups.clean(holders.all, erased) == 3
    diary.changed = False
    diary.close()
    assert found_in(tmp_path) == set()


def test_what_was_not_erased_stays_in_the_cleaned_backups_and_they_can_be_restored(kept):
    diary, erased = kept
    oldest = diary.backups.list()[-1]
    untouched = oldest.path.read_bytes()
    diary.backups.clean(diary.backups.holding(erased).all, erased)
    assert oldest.path.read_bytes() == untouched
    for backup in diary.backups.list():
        with closing(sqlite3.connect(backup.path)) as file:
            assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert file.execute("PRAGMA foreign_key_check").fetchone() is None
            assert file.execute("SELECT note FROM twitches").fetchall() == [("first",)]
            searched = "SELECT count(*) FROM search_index WHERE search_index MATCH ?"
            assert file.execute(searched, [WORD]).fetchone() == (0,)
            assert file.execute(searched, ["first"]).fetchone() == (1,)
        assert not list(backup.path.parent.glob("*-journal"))
    assert diary.backups.test_newest().sound
    diary.backups.restore(diary.backups.list()[0])
    assert [each.note for each in diary.twitches.newest(5)] == ["first"]


def test_a_second_copy_is_found_and_cleaned_too_and_said_where_it_is_out_of_reach(kept, tmp_path):
    diary, erased = kept
    stick = tmp_path / "stick"
    stick.mkdir()
    diary.backups.second_copy.choose(stick)
    diary.backups.second_copy.make(diary.backups.list()[1].path)
    assert found_in(stick)
    stick.rename(tmp_path / "away")
    assert diary.backups.holding(erased).out_of_reach
    (tmp_path / "away").rename(stick)
    holders = diary.backups.holding(erased)
    assert (len(holders.second), holders.out_of_reach) == (1, False)
    diary.backups.clean(holders.second, erased)
    assert found_in(stick) == set()


def test_a_medicine_goes_with_what_hangs_on_it_and_a_question_stays_without_its_appointment(
    diary,
):
    medicine = diary.medications.add("Magnesium", note=WORD).value
    diary.medications.take(medicine.id, IntakeKind.EXTRA)
    visit = diary.appointments.save(Appointment(whom=WORD)).value
    diary.appointments.questions.save(Question("How long?", appointment_id=visit.id))
    diary.backups.make()
    ids = (medicine.id, visit.id)
    diary.backups.clean(diary.backups.holding(*ids).all, *ids)
    (backup,) = diary.backups.list()
    rows = rows_of(backup.path)
    assert rows["medications"] == rows["intakes"] == rows["appointments"] == []
    assert len(rows["questions"]) == 1
    with closing(sqlite3.connect(backup.path)) as file:
        assert file.execute("PRAGMA foreign_key_check").fetchone() is None
    assert WORD.encode() not in backup.path.read_bytes()


@pytest.mark.parametrize("revision", ["0001", "0003", "0006"])
def test_backups_of_every_schema_can_be_cleaned(logged, revision):
    folder = logged.backups.folder
    folder.mkdir()
    path = folder / "diary 2026-06-01 10.00.00.sqlite"
    shutil.copy(Path(__file__).parents[1] / "data" / f"diary-{revision}.sqlite", path)
    with closing(sqlite3.connect(path)) as file:
        (one, before) = file.execute("SELECT min(id), count(*) FROM twitches").fetchone()
    assert logged.backups.holding(one).own == (path,)
    assert logged.backups.clean([path], one) == 1
    assert logged.backups.holding(one).own == ()
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("SELECT count(*) FROM twitches").fetchone() == (before - 1,)
    logged.backups.restore(logged.backups.list()[0])
    assert logged.twitches.count() == before - 1


def test_a_backup_that_is_gone_meanwhile_is_clean_and_one_that_cannot_be_read_is_said(kept):
    diary, erased = kept
    (newest, *others) = diary.backups.holding(erased).own
    newest.unlink()
    assert diary.backups.clean([newest], erased) == 0
    others[0].write_bytes(os.urandom(9000))
    holders = diary.backups.holding(erased)
    assert (len(holders.own), holders.unread) == (1, 1)
    with pytest.raises(DiaryNotWritable, match="it is as it was"):
        diary.backups.clean([others[0]], erased)


def test_a_backup_can_be_removed_with_the_photos_that_only_it_needed(kept, tmp_path, clock):
    diary, erased = kept
    diary.bin.erase(erased)
    for backup in diary.backups.list():
        if backup.path in diary.backups.holding(erased).own:
            diary.backups.remove(backup)
    assert len(diary.backups.list()) == 1
    assert not list((diary.backups.folder / "files").glob("*/*"))
    with Diary.open(diary.path, clock=clock) as opened:
        assert opened.twitches.count() == 1
