"""Restoring: the present is kept first, one or the other is there whatever happens, and back."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from support.rows import rows_of
from twitchlog import paths
from twitchlog.diary import Diary
from twitchlog.diary.backups import restoring
from twitchlog.diary.backups.opening import Ring
from twitchlog.domain.backup import Why
from twitchlog.domain.errors import DiaryBusy, DiaryNotWritable, NewerDiary, NotADiary

pytestmark = pytest.mark.in_file


PHOTO = b"\x89PNG\r\n\x1a\n" + b"\0" * 64


def the_old(diary):
    return next(each for each in diary.backups.list() if each.why is Why.CHANGE)


def test_a_restore_brings_the_old_back_and_keeps_the_present_which_can_be_put_back(grown, later):
    before = rows_of(grown.path, steps=True)
    done = grown.backups.restore(the_old(grown))
    assert grown.twitches.count() == 1
    kept = next(each for each in grown.backups.list() if each.path == done.kept)
    assert (kept.why, kept.entries) == (Why.RESTORE, 2)
    later(minutes=5)
    grown.backups.restore(kept)
    assert rows_of(grown.path, steps=True) == before
    assert [each.why for each in grown.backups.list()].count(Why.RESTORE) == 2


def test_the_diary_goes_on_after_a_restore_in_this_program_and_in_the_next(grown, clock):
    grown.backups.restore(the_old(grown))
    grown.twitches.log(["hand-left"])
    grown.undo()
    assert grown.twitches.count() == 1
    grown.close()
    with Diary.open(grown.path, clock=clock) as opened:
        assert opened.twitches.newest(5)[0].note == "first"
        assert opened.path.stat().st_mode & 0o777 == 0o600
    assert not grown.path.with_name("diary.sqlite-wal").exists()


def test_what_stands_in_the_write_ahead_log_is_kept_and_never_added_to_what_was_restored(
    grown, clock, tmp_path
):
    # A program that was killed leaves its log beside the file.
    killed = tmp_path / "killed"
    shutil.copytree(tmp_path, killed, ignore=shutil.ignore_patterns("killed"))
    assert (killed / "diary.sqlite-wal").stat().st_size
    with Diary.open(killed / "diary.sqlite", clock=clock) as opened:
        done = opened.backups.restore(the_old(opened))
        assert opened.twitches.count() == 1
    with closing(sqlite3.connect(done.kept)) as kept:
        assert kept.execute("SELECT count(*) FROM twitches").fetchone() == (2,)


def test_two_restores_within_a_second_keep_both_presents(grown):
    first = grown.backups.restore(the_old(grown)).kept
    second = grown.backups.restore(next(b for b in grown.backups.list() if b.path == first)).kept
    assert first != second
    assert {each.entries for each in grown.backups.list() if each.why is Why.RESTORE} == {1, 2}


def test_photos_of_the_backup_are_put_back(logged, tmp_path, later):
    photo = tmp_path / "photo.png"
    photo.write_bytes(PHOTO)
    twitch = logged.twitches.newest(1)[0]
    held = logged.attachments.add("twitches", twitch.id, photo).value
    logged.backups.make()
    logged.twitches.remove(twitch.id)
    logged.bin.empty()
    assert not list(logged.attachments.store.files())
    later(hours=1)
    done = logged.backups.restore(the_old(logged))
    assert logged.attachments.read(held) == PHOTO
    assert done.missing == 0


def test_a_photo_that_is_nowhere_any_more_is_counted_and_the_rest_restored(logged, tmp_path):
    photo = tmp_path / "photo.png"
    photo.write_bytes(PHOTO)
    logged.attachments.add("twitches", logged.twitches.newest(1)[0].id, photo)
    made = logged.backups.make()
    for folder in (made.parent / "files", paths.files_folder(logged.path)):
        shutil.rmtree(folder)
    assert logged.backups.restore(logged.backups.list()[0]).missing == 1
    assert logged.twitches.count() == 1


@pytest.mark.parametrize("revision", ["0001", "0003", "0006"])
def test_a_backup_of_an_older_schema_is_brought_up_to_date(logged, clock, revision):
    folder = paths.backup_folder(logged.path)
    folder.mkdir()
    old = Path(__file__).parents[1] / "data" / f"diary-{revision}.sqlite"
    shutil.copy(old, folder / "diary 2026-01-01 10.00.00.sqlite")
    logged.backups.restore(logged.backups.list()[0])
    assert logged.twitches.count() > 1
    with Diary.open(logged.path, clock=clock) as opened:
        assert opened.twitches.count() == logged.twitches.count()
    assert old.read_bytes() == (folder / "diary 2026-01-01 10.00.00.sqlite").read_bytes()


@pytest.mark.parametrize("cut", [0, 4096, -4096])
def test_a_backup_that_is_damaged_is_not_restored_and_nothing_is_left_behind(grown, cut):
    backup = the_old(grown)
    whole = backup.path.read_bytes()
    damaged = bytearray(whole)
    damaged[cut : cut + 4095] = b"\xff" * 4095
    backup.path.write_bytes(damaged)
    before = rows_of(grown.path, steps=True)
    with pytest.raises(NotADiary, match="Your diary is as it was"):
        grown.backups.restore(backup)
    assert rows_of(grown.path, steps=True) == before
    assert not [each for each in grown.path.parent.iterdir() if ".part" in each.name]
    grown.twitches.log(["hand-left"])


def test_a_backup_of_a_newer_version_is_refused(grown):
    backup = the_old(grown)
    with closing(sqlite3.connect(backup.path)) as file:
        file.execute("UPDATE alembic_version SET version_num = '9999'")
        file.commit()
    with pytest.raises(NewerDiary):
        grown.backups.restore(backup)
    assert grown.twitches.count() == 2


def test_while_another_program_has_the_diary_open_nothing_is_restored(grown):
    with closing(sqlite3.connect(grown.path)) as other:
        other.execute("SELECT count(*) FROM twitches").fetchone()
        with pytest.raises(DiaryBusy, match="Close it first"):
            grown.backups.restore(the_old(grown))
    assert grown.twitches.count() == 2
    grown.backups.restore(the_old(grown))
    assert grown.twitches.count() == 1


def test_where_the_present_cannot_be_kept_nothing_is_restored(grown, tmp_path):
    backup = the_old(grown)
    away = tmp_path / "away"
    backup.path.parent.rename(away)
    moved = type(backup)(away / backup.path.name, backup.made, 1, backup.bytes)
    paths.backup_folder(grown.path).write_text("in the way")
    with pytest.raises(DiaryNotWritable):
        grown.backups.restore(moved)
    assert grown.twitches.count() == 2
    paths.backup_folder(grown.path).unlink()


def test_a_damaged_diary_is_put_aside_as_it_is_and_the_backup_takes_its_place(grown, clock):
    backup = the_old(grown)
    grown.changed = False
    grown.close()
    damaged = bytearray(grown.path.read_bytes())
    damaged[4096:12288] = os.urandom(8192)
    grown.path.write_bytes(damaged)
    done = restoring.restore(backup.path, grown.path, clock, Ring())
    assert done.kept.read_bytes()[4096:12288] == damaged[4096:12288]
    assert done.kept.name == "diary damaged 2026-06-18 22.04.00.sqlite"
    with Diary.open(grown.path, clock=clock) as opened:
        assert opened.twitches.count() == 1
