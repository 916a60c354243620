"""Photos of a diary on a server are there on every computer, once, and gone when erased."""

from __future__ import annotations

import shutil

import pytest

from support import server as servers
from twitchlog import paths
from twitchlog.diary import Diary
from twitchlog.domain.errors import NotFound

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8
MP4 = b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom" + b"\x01\x02\x03" * 900_000
IN_PARTS = "SELECT count(DISTINCT sha256), count(*) FROM file_parts"


@pytest.fixture
def entry(server_diary):
    return server_diary.twitches.log(["calf-left"]).value


@pytest.fixture
def add(server_diary, entry, tmp_path):
    def write(name: str, content: bytes):
        path = tmp_path / name
        path.write_bytes(content)
        return server_diary.attachments.add("twitches", entry.id, path).value

    return write


@pytest.fixture
def parts(server, server_diary):
    return lambda: server.run(IN_PARTS, database=servers.database_of(server_diary.address))[0]


def forget_local(diary: Diary) -> None:
    """Be another computer: one that has none of the files."""
    shutil.rmtree(paths.files_folder(diary.path))


def test_a_file_added_here_is_read_on_another_computer(server_diary, entry, add, parts):
    added, film = add("calf.png", PNG), add("calf.mp4", MP4)
    assert parts() == (2, 4)
    forget_local(server_diary)
    with Diary.open(server_diary.address) as other:
        assert other.attachments.read(added) == PNG
        assert other.attachments.opened(film).read_bytes() == MP4
        assert {each.name for each in other.attachments.of(entry.id)} == {"calf.png", "calf.mp4"}


def test_the_same_file_is_kept_once(add, parts):
    add("calf.png", PNG)
    add("again.png", PNG)
    assert parts() == (1, 1)


def test_a_file_that_came_damaged_is_not_kept(server, server_diary, add):
    added = add("calf.png", PNG)
    forget_local(server_diary)
    database = servers.database_of(server_diary.address)
    server.run("UPDATE file_parts SET content = 'something else'", database=database)
    with pytest.raises(NotFound):
        server_diary.attachments.read(added)
    assert not list(paths.files_folder(server_diary.path).glob("*/*"))


def test_an_erased_file_is_gone_from_the_server_too(server_diary, entry, add, parts):
    add("calf.png", PNG)
    server_diary.twitches.remove(entry.id)
    assert parts() == (1, 1)
    server_diary.bin.empty()
    assert parts() == (0, 0)
    assert not list(server_diary.attachments.store.files())


def test_a_backup_holds_files_that_only_the_server_had(server_diary, add):
    added = add("calf.png", PNG)
    forget_local(server_diary)
    server_diary.backups.make()
    (kept,) = (paths.backup_folder(server_diary.path) / "files").glob("*/*")
    assert kept.stem == added.sha256
    assert kept.read_bytes() == PNG
