"""The monthly test of the newest backup: it is restored in a place of its own and compared."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from twitchlog import paths
from twitchlog.diary import Diary
from twitchlog.domain.backup import Part

pytestmark = pytest.mark.in_file


PHOTO = b"\x89PNG\r\n\x1a\n" + b"\0" * 64


@pytest.fixture
def backed(logged, tmp_path):
    """A diary with an entry, a photo of it and a backup."""
    photo = tmp_path / "photo.png"
    photo.write_bytes(PHOTO)
    logged.attachments.add("twitches", logged.twitches.newest(1)[0].id, photo)
    logged.backups.make()
    return logged


def test_a_sound_backup_passes_and_leaves_nothing_behind(backed, clock):
    tested = backed.backups.test_newest()
    assert tested.sound
    assert backed.backups.trouble is None
    (backup,) = backed.backups.list()
    assert (backup.tested, backup.sound) == (tested.when, True)
    assert {path.name for path in backed.backups.folder.iterdir()} == {backup.path.name, "files"}
    with Diary.open(backed.path, clock=clock) as opened:
        assert opened.backups.list()[0].tested == tested.when


def test_it_is_due_once_a_month_and_only_where_there_is_a_backup(diary, clock, later):
    assert not diary.backups.test_due()
    diary.twitches.log(["calf-left"])
    diary.backups.make()
    assert diary.backups.test_due()
    diary.backups.test_newest()
    later(days=29)
    assert not diary.backups.test_due()
    later(days=1)
    assert diary.backups.test_due()
    diary.backups.test_newest()
    # The clock of the machine was set back by years.
    later(days=-900)
    assert diary.backups.test_due()


def test_a_backup_of_an_older_schema_is_tested_too(logged, clock):
    folder = paths.backup_folder(logged.path)
    folder.mkdir()
    old = Path(__file__).parents[1] / "data" / "diary-0002.sqlite"
    shutil.copy(old, folder / "diary 2026-06-01 10.00.00.sqlite")
    assert logged.backups.test_newest().sound


def _cut_short(backup):
    whole = backup.read_bytes()
    backup.write_bytes(whole[: len(whole) // 2])


def _an_entry_lost(backup):
    with closing(sqlite3.connect(backup)) as file:
        file.execute("DELETE FROM twitch_sites")
        file.execute("DELETE FROM twitches")
        file.commit()


def _photo_changed(backup):
    (photo,) = (backup.parent / "files").glob("*/*.png")
    photo.write_bytes(PHOTO[:-1] + b"x")


def _photo_gone(backup):
    shutil.rmtree(backup.parent / "files")


def _another_file(backup):
    backup.write_text("another file")


@pytest.mark.parametrize(
    "harm", [_cut_short, _an_entry_lost, _photo_changed, _photo_gone, _another_file]
)
def test_what_is_wrong_with_it_is_said_and_told_until_a_test_is_passed(backed, harm, later):
    harm(backed.backups.list()[0].path)
    tested = backed.backups.test_newest()
    assert not tested.sound
    trouble = backed.backups.trouble
    assert trouble.part is Part.TEST
    assert "Your diary itself is safe" in trouble.sentence
    assert not backed.backups.list()[0].sound
    assert not [each for each in backed.backups.folder.iterdir() if "part" in each.name]
    later(hours=3)
    if harm is _photo_changed:  # the store of the backups keeps what it has of that size
        shutil.rmtree(backed.backups.folder / "files")
    backed.twitches.log(["tongue"])
    backed.backups.make()
    assert backed.backups.test_newest().sound
    assert backed.backups.trouble is None
