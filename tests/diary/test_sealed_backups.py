"""Backups of a diary with a password, and of the times before it was set, changed or removed."""

from __future__ import annotations

import shutil

import pytest

from twitchlog import paths
from twitchlog.diary import Diary, connecting
from twitchlog.diary.sealed.unlocking import unlock
from twitchlog.domain.backup import Why
from twitchlog.domain.errors import NeedsPassword, WrongPassword

pytestmark = pytest.mark.in_file


OLD, NEW = "correct horse battery", "staple of seventeen"
PHOTO = b"\x89PNG\r\n\x1a\n" + b"\0" * 64


@pytest.fixture
def sealed(logged, tmp_path, later):
    """A diary with a photo; a plain copy of its backup is kept aside before the password is set."""
    photo = tmp_path / "photo.png"
    photo.write_bytes(PHOTO)
    logged.attachments.add("twitches", logged.twitches.newest(1)[0].id, photo)
    plain = logged.backups.make()
    shutil.copy(plain, tmp_path / "plain.sqlite")
    logged.password.set(OLD)
    later(hours=1)
    logged.twitches.log(["tongue"])
    logged.backups.make()
    shutil.copy(logged.backups.list()[0].path, tmp_path / "old.sqlite")
    return logged


def bring(diary, source):
    """Put a backup from elsewhere among those of the diary, as its oldest."""
    target = diary.backups.folder / "diary 2026-01-01 10.00.00.sqlite"
    shutil.copy(source, target)
    return next(each for each in diary.backups.list() if each.path == target)


def test_sealed_backups_are_counted_tested_restored_cleaned_and_carried_away_sealed(
    sealed, tmp_path, clock
):
    assert [each.entries for each in sealed.backups.list()] == [2, 1]
    assert sealed.backups.test_newest().sound
    held = sealed.attachments.all()[0]
    done = sealed.backups.restore(sealed.backups.list()[-1])
    assert (sealed.twitches.count(), done.missing) == (1, 0)
    assert sealed.attachments.read(held) == PHOTO
    assert connecting.is_sealed(done.kept)
    one = sealed.twitches.newest(1)[0].id
    assert sealed.backups.clean(sealed.backups.holding(one).all, one) == 3
    away = sealed.backups.copy_to(sealed.backups.list()[0], tmp_path)
    assert connecting.is_sealed(away)
    sealed.close()
    for path in tmp_path.rglob("*"):
        if path.is_file() and path.name not in {"plain.sqlite", "photo.png"}:
            assert PHOTO not in path.read_bytes(), path


def test_a_backup_from_before_the_password_is_sealed_when_it_is_restored(sealed, tmp_path, clock):
    backup = bring(sealed, tmp_path / "plain.sqlite")
    done = sealed.backups.restore(backup)
    assert (sealed.twitches.count(), done.missing) == (1, 0)
    assert sealed.attachments.read(sealed.attachments.all()[0]) == PHOTO
    assert connecting.is_sealed(sealed.path)
    sealed.close()
    with Diary.open(sealed.path, clock=clock, key=unlock(sealed.path, OLD)) as opened:
        assert opened.twitches.count() == 1


def test_a_backup_with_a_former_password_opens_by_itself_and_takes_on_the_new_one(
    sealed, tmp_path, clock
):
    sealed.password.change(OLD, NEW)
    backup = bring(sealed, tmp_path / "old.sqlite")
    assert (backup.entries, backup.sealed) == (2, False)
    sealed.backups.restore(backup)
    sealed.backups.restore(next(b for b in sealed.backups.list() if b.why is Why.RESTORE))
    sealed.backups.restore(bring(sealed, tmp_path / "old.sqlite"))
    sealed.close()
    with Diary.open(sealed.path, clock=clock, key=unlock(sealed.path, NEW)) as opened:
        assert opened.twitches.count() == 2


def test_a_backup_with_a_password_the_diary_never_had_asks_for_it(sealed, tmp_path, clock, later):
    with Diary.open(tmp_path / "other" / "diary.sqlite", clock=clock) as other:
        other.twitches.log(["tongue"], note="of another")
        other.password.set(NEW)
        made = other.backups.make()
    backup = bring(sealed, made)
    assert (backup.entries, backup.sealed) == (None, True)
    with pytest.raises(NeedsPassword):
        sealed.backups.restore(backup)
    with pytest.raises(WrongPassword):
        sealed.backups.restore(backup, password="x" + NEW)
    assert sealed.twitches.count() == 2
    sealed.backups.restore(backup, password=NEW)
    assert sealed.twitches.newest(1)[0].note == "of another"
    sealed.close()
    with Diary.open(sealed.path, clock=clock, key=unlock(sealed.path, OLD)) as opened:
        assert opened.twitches.count() == 1


def test_second_copies_are_sealed_when_the_password_is_set_and_plain_when_it_is_removed(
    logged, tmp_path
):
    stick = tmp_path / "stick"
    stick.mkdir()
    photo = tmp_path / "photo.png"
    photo.write_bytes(PHOTO)
    logged.attachments.add("twitches", logged.twitches.newest(1)[0].id, photo)
    logged.backups.second_copy.choose(stick)
    logged.backups.second_copy.make(logged.backups.make())
    logged.password.set(OLD)
    (copy,) = logged.backups.second_copy.files()
    assert connecting.is_sealed(copy)
    assert not any(PHOTO in path.read_bytes() for path in stick.rglob("*") if path.is_file())
    logged.password.remove(OLD)
    assert not connecting.is_sealed(copy)


def test_copies_on_a_stick_that_was_away_are_sealed_when_it_is_back(logged, tmp_path, later):
    stick, away = tmp_path / "stick", tmp_path / "away"
    stick.mkdir()
    logged.backups.second_copy.choose(stick)
    logged.backups.second_copy.make(logged.backups.make())
    stick.rename(away)
    logged.password.set(OLD)
    away.rename(stick)
    later(hours=3)
    logged.twitches.log(["tongue"])
    logged.backups.second_copy.make(logged.backups.make())
    copies = logged.backups.second_copy.files()
    assert len(copies) == 2
    assert all(connecting.is_sealed(copy) for copy in copies)


def test_the_notes_beside_a_sealed_diary_say_nothing_of_what_is_in_it(sealed):
    sealed.backups.test_newest()
    text = paths.backup_notes(sealed.path).read_text("utf-8")
    assert not any(word in text for word in ("twitches", "first", "tongue", "entries"))
