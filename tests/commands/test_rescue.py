"""`rescue`: a damaged diary brought back from the command line."""

from __future__ import annotations

import io
import json

import pytest

pytestmark = pytest.mark.in_file


@pytest.fixture
def damaged(run, tmp_path):
    """A diary of two twitches whose list of tables is gone, and without a backup."""
    run("log", "calf-left")
    run("log", "calf-right", "--note", "newest")
    for backup in (tmp_path / "diary backups").glob("*.sqlite"):
        backup.unlink()
    path = tmp_path / "diary.sqlite"
    path.write_bytes(b"\0" * 4096 + path.read_bytes()[4096:])
    return path


def test_what_can_be_read_is_saved_beside_the_damaged_file_and_nothing_else_changes(run, damaged):
    before = damaged.read_bytes()
    said = run("rescue")
    assert said.splitlines()[1].split() == ["Twitches", "2"]
    assert "diary rescued.sqlite" in said
    assert "twitchlog rescue --use saved" in said
    assert damaged.read_bytes() == before
    told = json.loads(run("rescue", "--json"))
    assert (told["saved"]["twitches"], told["backup"], told["kept"]) == (2, None, None)


def test_the_saved_one_takes_the_place_and_the_damaged_file_is_kept(run, damaged):
    before = damaged.read_bytes()
    said = run("rescue", "--use", "saved")
    (kept,) = damaged.parent.glob("diary damaged *.sqlite")
    assert kept.name in said
    assert kept.read_bytes() == before
    assert "newest" in run("list")
    assert "Nothing was found" in run("check")


def test_without_a_sound_backup_none_is_put_in_place(run, damaged):
    before = damaged.read_bytes()
    assert "no sound backup" in run("rescue", "--use", "backup", ends=2)
    assert damaged.read_bytes() == before


def test_without_a_diary_there_is_nothing_to_rescue(run):
    assert "no diary" in run("rescue", ends=4)


def test_a_diary_on_a_server_is_the_servers_to_look_after(run):
    said = run("--diary", "postgresql+psycopg://me@localhost/diary", "rescue", ends=2)
    assert "on a server, which looks after it itself" in said


def test_a_damaged_diary_with_a_password_is_rescued_with_that(run, tmp_path, monkeypatch):
    run("log", "calf-left")
    typed(monkeypatch, "correct horse", "correct horse")
    run("--password-stdin", "password", "set")
    path = tmp_path / "diary.sqlite"
    path.write_bytes(bytes(4096) + path.read_bytes()[4096:])
    typed(monkeypatch, "correct horse")
    said = run("--password-stdin", "rescue", "--use", "saved")
    assert said.splitlines()[1].split()[:2] == ["Twitches", "1"]
    typed(monkeypatch, "correct horse")
    assert "calf" in run("--password-stdin", "list")


def typed(monkeypatch, *lines):
    """Have these lines come in on the input."""
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


@pytest.mark.parametrize("use", [(), ("--use", "saved"), ("--use", "backup")])
def test_a_sound_diary_is_left_where_it_is(run, tmp_path, use):
    run("log", "calf-left")
    before = (tmp_path / "diary.sqlite").read_bytes()
    assert "nothing to rescue" in run("rescue", *use, ends=2)
    assert (tmp_path / "diary.sqlite").read_bytes() == before
    assert not [*tmp_path.glob("*rescued*"), *tmp_path.glob("*damaged*")]
