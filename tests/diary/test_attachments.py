"""Photos and videos are copied in, kept once, carried by backups, and gone when erased."""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
from typing import TYPE_CHECKING

import pytest

from twitchlog import paths
from twitchlog.diary import Diary, file_store
from twitchlog.domain.errors import BadInput, DiaryNotWritable, NotFound

if TYPE_CHECKING:
    from pathlib import Path

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8
MP4 = b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom" + b"\x00" * 500
PDF = b"%PDF-1.7\n" + b"x" * 300


@pytest.fixture
def source(tmp_path):
    """Write a file beside the diary: `source("calf.png", PNG)`."""

    def write(name: str, content: bytes = PNG) -> Path:
        path = tmp_path / "camera" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
        return path

    return write


@pytest.fixture
def entry(diary):
    return diary.twitches.log(["calf-left"]).value


def kept(diary) -> list[str]:
    return sorted(path.name for path in diary.attachments.store.files())


def backed_up(diary) -> list[str]:
    folder = paths.backup_folder(diary.path) / "files"
    return sorted(path.name for path in folder.glob("*/*"))


@pytest.mark.in_file
@pytest.mark.parametrize(
    "file",
    [
        ("calf.png", PNG, "image/png", "png"),
        ("calf.mp4", MP4, "video/mp4", "mp4"),
        ("report.pdf", PDF, "application/pdf", "pdf"),
        ("named wrongly.txt", PNG, "image/png", "png"),
    ],
    ids=lambda file: file[0],
)
def test_a_file_is_copied_in_and_outlives_its_source(diary, entry, source, file):
    name, content, media_type, ending = file
    path = source(name, content)
    added = diary.attachments.add("twitches", entry.id, path).value
    path.unlink()
    sha256 = hashlib.sha256(content).hexdigest()
    assert (added.name, added.media_type, added.bytes) == (name, media_type, len(content))
    assert added.sha256 == sha256
    assert diary.attachments.of(entry.id) == (added,)
    assert diary.attachments.opened(added).read_bytes() == content
    assert kept(diary) == [f"{sha256}.{ending}"]


def test_kept_files_are_readable_for_their_owner_alone(diary, entry, source):
    added = diary.attachments.add("twitches", entry.id, source("a.png")).value
    path = diary.attachments.opened(added)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert {stat.S_IMODE(folder.stat().st_mode) for folder in path.parents[:2]} == {0o700}


@pytest.mark.in_file
def test_the_same_file_twice_is_kept_once_and_the_second_time_is_no_step(diary, entry, source):
    first = diary.attachments.add("twitches", entry.id, source("a.png"))
    again = diary.attachments.add("twitches", entry.id, source("b.png"))
    assert again.value == first.value
    assert again.changes.step is None
    other = diary.twitches.log(["tongue"]).value
    diary.attachments.add("twitches", other.id, source("c.png"))
    assert len(diary.attachments.all()) == 2
    assert len(kept(diary)) == 1


@pytest.mark.in_file
@pytest.mark.parametrize(
    ("content", "words"),
    [(b"", "no photo, video or PDF"), (b"#!/bin/sh\nrm -rf /\n", "no photo, video or PDF")],
    ids=["empty", "a program"],
)
def test_what_is_no_picture_is_refused_and_nothing_is_left(diary, entry, source, content, words):
    with pytest.raises(BadInput, match=words):
        diary.attachments.add("twitches", entry.id, source("a.png", content))
    assert (diary.attachments.all(), kept(diary)) == ((), [])


@pytest.mark.in_file
def test_a_file_that_is_too_large_is_refused_before_it_is_copied(diary, entry, source, monkeypatch):
    monkeypatch.setattr(file_store, "LARGEST_BYTES", 1000)
    with pytest.raises(BadInput, match="can be kept"):
        diary.attachments.add("twitches", entry.id, source("a.png"))
    assert not diary.attachments.store.folder.exists()


@pytest.mark.in_file
def test_a_missing_file_a_folder_and_a_missing_entry_are_said(diary, entry, tmp_path, source):
    for path in (tmp_path / "not there.png", tmp_path):
        with pytest.raises(BadInput):
            diary.attachments.add("twitches", entry.id, path)
    with pytest.raises(NotFound):
        diary.attachments.add("twitches", "no such entry", source("a.png"))
    assert kept(diary) == []


@pytest.mark.in_file
def test_a_folder_that_cannot_be_written_is_said_and_nothing_is_lost(diary, entry, source):
    folder = diary.attachments.store.folder
    folder.touch()
    with pytest.raises(DiaryNotWritable, match="Your diary is safe"):
        diary.attachments.add("twitches", entry.id, source("a.png"))
    assert diary.attachments.all() == ()


def test_adding_and_removing_can_be_undone_and_the_file_is_there_again(diary, entry, source):
    added = diary.attachments.add("twitches", entry.id, source("a.png")).value
    diary.undo()
    assert diary.attachments.of(entry.id) == ()
    diary.redo()
    assert diary.attachments.of(entry.id) == (added,)
    diary.attachments.remove(added.id)
    assert [each.label for each in diary.bin.items()] == ["a.png"]
    diary.bin.restore(added.id)
    assert diary.attachments.opened(added).read_bytes() == PNG


def test_a_removed_entry_takes_its_files_to_the_bin_and_back(diary, entry, source):
    added = diary.attachments.add("twitches", entry.id, source("a.png")).value
    diary.twitches.remove(entry.id)
    assert diary.attachments.all() == ()
    diary.bin.restore(entry.id)
    assert diary.attachments.of(entry.id) == (added,)


@pytest.mark.in_file
def test_emptying_the_bin_erases_the_files_that_nothing_else_needs(diary, entry, source):
    other = diary.twitches.log(["tongue"]).value
    shared, own = source("shared.png"), source("own.mp4", MP4)
    for path in (shared, own):
        diary.attachments.add("twitches", entry.id, path)
    diary.attachments.add("twitches", other.id, shared)
    diary.twitches.remove(entry.id)
    assert len(kept(diary)) == 2
    diary.bin.empty()
    assert kept(diary) == [f"{hashlib.sha256(PNG).hexdigest()}.png"]
    assert diary.attachments.of(other.id)


@pytest.mark.in_file
def test_backups_hold_the_files_once_and_let_go_of_those_no_backup_needs(
    diary, entry, source, later
):
    diary.attachments.add("twitches", entry.id, source("a.png"))
    diary.backups.make()
    later(minutes=1)
    diary.twitches.log(["tongue"])
    diary.backups.make()
    assert backed_up(diary) == kept(diary)
    diary.twitches.remove(entry.id)
    diary.bin.empty()
    assert kept(diary) == []
    later(minutes=1)
    diary.backups.make()
    assert len(backed_up(diary)) == 1, "an older backup still needs it"
    for path in (each.path for each in diary.backups.list()):
        path.unlink()
    for _time in range(2):
        later(seconds=1)
        diary.backups.make()
    assert backed_up(diary) == []


def test_a_backup_and_its_files_are_a_whole_diary_elsewhere(diary, entry, source, tmp_path, clock):
    added = diary.attachments.add("twitches", entry.id, source("a.png")).value
    copy = tmp_path / "elsewhere" / "diary.sqlite"
    copy.parent.mkdir()
    shutil.copy(diary.backups.make(), copy)
    shutil.copytree(paths.backup_folder(diary.path) / "files", paths.files_folder(copy))
    with Diary.open(copy, clock=clock) as carried:
        assert carried.attachments.opened(added).read_bytes() == PNG


def test_a_file_left_by_a_killed_program_is_cleared_away_but_not_a_young_one(
    diary, entry, source, clock
):
    store = diary.attachments.store
    diary.attachments.add("twitches", entry.id, source("a.png"))
    young = store.add(source("b.mp4", MP4))
    old = store.add(source("c.pdf", PDF))
    ago = clock.now().utc.timestamp() - 10 * 86_400
    path = store.path(old.sha256, old.media_type)
    os.utime(path, (ago, ago))
    diary.attachments.sweep()
    assert len(kept(diary)) == 2
    assert store.path(young.sha256, young.media_type).exists()
    assert not path.exists()


@pytest.mark.in_file
def test_a_file_that_is_gone_is_said_to_be_missing(diary, entry, source):
    added = diary.attachments.add("twitches", entry.id, source("a.png")).value
    path = diary.attachments.opened(added)
    path.unlink()
    with pytest.raises(NotFound, match="not in the diary's folder"):
        diary.attachments.opened(added)
