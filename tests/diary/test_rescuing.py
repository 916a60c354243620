"""A damaged diary rescued: what there is to choose from, and the chosen one put in its place."""

from __future__ import annotations

import contextlib
import os
import sqlite3

import pytest

from twitchlog.diary import Diary, connecting
from twitchlog.diary.rescue.rescuing import Rescuing
from twitchlog.diary.sealed import keys, sidecar, unlocking
from twitchlog.domain.errors import Damaged, NotADiary, WrongPassword
from twitchlog.domain.rescue import other_records

pytestmark = pytest.mark.in_file


PAGE = 4096
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8


@pytest.fixture
def damaged(logged, clock):
    """A diary with a backup of one entry, two entries since, and a damaged list of tables."""
    logged.backups.make()
    logged.twitches.log(["calf-right"], note="since")
    logged.twitches.log(["foot-left"], note="newest")
    logged.checkins.save(clock.now().day, {"stress": 1.0}, note="")
    logged.changed = False
    logged.close()
    content = bytearray(logged.path.read_bytes())
    content[100:PAGE] = os.urandom(PAGE - 100)
    logged.path.write_bytes(content)
    return logged.path


def test_what_can_be_read_and_the_newest_sound_backup_are_counted(damaged, clock):
    broken = damaged.parent / "diary backups" / "diary 2026-06-18 23.59.59.sqlite"
    broken.write_bytes(b"SQLite format 3\0" + b"\xff" * 9000)
    rescuing = Rescuing(damaged, clock)
    saved, backup = rescuing.save(), rescuing.backup()
    today = clock.now().day
    assert (saved.contents.entries, saved.contents.first, saved.contents.last) == (3, today, today)
    assert other_records(saved.contents.tables) == 1
    assert backup is not None
    assert (backup.contents.entries, backup.made.time()) == (1, clock.now().local.time())
    assert saved.path.name == "diary rescued.sqlite"


@pytest.mark.parametrize(("which", "entries"), [("saved", 3), ("backup", 1)])
def test_the_chosen_one_takes_the_place_and_the_damaged_file_is_kept_as_it_is(
    damaged, clock, which, entries
):
    log = damaged.with_name("diary.sqlite-wal")
    log.write_bytes(b"what was left of the log")
    before = damaged.read_bytes()
    rescuing = Rescuing(damaged, clock)
    chosen = getattr(rescuing, "save" if which == "saved" else "backup")().path
    kept = rescuing.put_in_place(chosen)
    assert kept.name == "diary damaged 2026-06-18 21.04.00.sqlite"
    assert kept.read_bytes() == before
    assert kept.with_name(kept.name + "-wal").read_bytes() == b"what was left of the log"
    assert chosen.exists() == (which == "backup")
    with Diary.open(damaged, clock=clock) as diary:
        assert diary.twitches.count() == entries
    (backup, *_others) = sorted(damaged.parent.glob("diary backups/*.sqlite"))
    again = Rescuing(damaged, clock).put_in_place(backup)
    assert again != kept
    assert kept.read_bytes() == before


def test_nothing_is_put_in_place_that_is_damaged_itself(damaged, clock):
    before = damaged.read_bytes()
    other = damaged.with_name("other.sqlite")
    other.write_bytes(before)
    with pytest.raises(NotADiary):
        Rescuing(damaged, clock).put_in_place(other)
    assert damaged.read_bytes() == before
    assert not list(damaged.parent.glob("*damaged*"))
    assert not list(damaged.parent.glob("*.part*"))


def test_without_a_backup_there_is_none_to_choose(damaged, clock):
    for path in (damaged.parent / "diary backups").iterdir():
        path.unlink()
    assert Rescuing(damaged, clock).backup() is None


@pytest.fixture
def locked(tmp_path, clock):
    """A diary with a password and a backup."""
    path = tmp_path / "diary.sqlite"
    key = keys.derive("open sesame", bytes(range(16)))
    with Diary.open(path, clock=clock, key=key) as diary:
        for number in range(40):
            entry = diary.twitches.log(["calf-left"], note=f"entry {number} " * 9).value
        (tmp_path / "calf.png").write_bytes(PICTURE)
        diary.attachments.add("twitches", entry.id, tmp_path / "calf.png")
        sidecar.write(path, key)
    return path


@pytest.mark.parametrize("beside", [True, False], ids=["with its sidecar", "without"])
def test_a_right_password_is_told_from_damage_and_opens_what_is_left(locked, clock, beside):
    content = bytearray(locked.read_bytes())
    content[:PAGE] = bytes(PAGE) if beside else os.urandom(PAGE)
    secrets = (root_of_secrets(locked) - 1) * PAGE
    content[secrets : secrets + PAGE] = os.urandom(PAGE)
    locked.write_bytes(content)
    if not beside:
        sidecar.path_of(locked).unlink()
    with pytest.raises(WrongPassword):
        unlocking.unlock(locked, "wrong")
    with pytest.raises(Damaged) as told:
        unlocking.unlock(locked, "open sesame")
    rescuing = Rescuing(locked, clock, told.value.key)
    saved, backup = rescuing.save(), rescuing.backup()
    assert saved.contents.entries == backup.contents.entries == 40
    rescuing.put_in_place(saved.path)
    with Diary.open(locked, clock=clock, key=told.value.key) as diary:
        (photo,) = diary.attachments.all()
        assert diary.attachments.read(photo) == PICTURE
    with contextlib.closing(connecting.connect(locked, told.value.key)) as file:
        assert file.execute("SELECT count(*) FROM twitches").fetchone() == (40,)
    with pytest.raises(sqlite3.DatabaseError), contextlib.closing(sqlite3.connect(locked)) as file:
        file.execute("SELECT * FROM twitches")


def root_of_secrets(path):
    """Return the page that holds the keys of the photos and files."""
    key = keys.derive("open sesame", bytes(range(16)))
    with contextlib.closing(connecting.connect(path, key)) as file:
        asked = "SELECT rootpage FROM sqlite_schema WHERE name = 'secrets'"
        return file.execute(asked).fetchone()[0]
