"""Opening a diary: what is made new, what is refused, and that nothing refused is touched."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import stat
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import pytest

from twitchlog.diary import Diary, connecting, schema
from twitchlog.diary.engine import APPLICATION_ID
from twitchlog.diary.file_words import plain_errors
from twitchlog.diary.rescue.rescuing import Rescuing
from twitchlog.domain.errors import (
    Damaged,
    DiaryBusy,
    DiaryError,
    DiaryNotWritable,
    DiskFull,
    NewerDiary,
    NotADiary,
)
from twitchlog.domain.phrase import phrase

pytestmark = pytest.mark.in_file


NOBODY = 65_534


def whole_folder(folder: Path) -> dict[str, str]:
    """Return every file in a folder with the hash of what it holds."""
    return {
        str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in folder.rglob("*")
        if file.is_file()
    }


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_diary_is_made_in_a_folder_of_its_own_that_only_its_owner_reads(tmp_path, clock):
    path = tmp_path / "new" / "diary.sqlite"
    with Diary.open(path, clock=clock) as diary:
        diary.twitches.log(["calf-left"])
        assert mode_of(path.parent) == 0o700
        for file in path.parent.iterdir():
            assert mode_of(file) == 0o600, file.name
    (backup,) = (path.parent / "diary backups").iterdir()
    assert (mode_of(backup.parent), mode_of(backup)) == (0o700, 0o600)


def test_a_diary_that_others_could_read_is_closed_to_them(logged, clock):
    logged.close()
    logged.path.chmod(0o644)
    with Diary.open(logged.path, clock=clock) as diary:
        diary.twitches.log(["chin"])
        for file in logged.path.parent.glob("diary.sqlite*"):
            assert mode_of(file) == 0o600, file.name


@pytest.mark.parametrize(
    ("message", "kind", "says"),
    [
        ("disk I/O error", DiaryNotWritable, "could not be read or written just now"),
        ("locking protocol", DiaryNotWritable, "does not let a file be locked"),
        ("database is locked", DiaryBusy, "Another program"),
    ],
)
def test_what_the_database_says_is_told_in_plain_words(logged, message, kind, says):
    with pytest.raises(kind, match=says) as told, plain_errors(logged.path):
        raise sqlite3.OperationalError(message)
    assert message not in told.value.sentence


def test_the_file_is_set_up_so_that_a_power_cut_loses_nothing_acknowledged(diary):
    with diary.reading() as connection:
        asked = ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
        found = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in asked]
    assert found == ["wal", 2, 1, 1]


def test_a_path_from_here_is_understood(tmp_path, clock, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with Diary.open(Path("here.sqlite"), clock=clock) as diary:
        diary.twitches.log(["calf-left"])
        diary.backups.make()
        assert len(diary.backups.list()) == 1
    assert (tmp_path / "here.sqlite").exists()


def test_an_empty_file_becomes_a_diary(tmp_path, clock):
    path = tmp_path / "empty.sqlite"
    path.touch()
    with Diary.open(path, clock=clock) as diary:
        assert diary.twitches.count() == 0


@pytest.mark.parametrize("left", [b"", hashlib.shake_256(b"7").digest(9000), b"words " * 999])
def test_what_lies_in_the_place_of_a_diary_with_backups_is_damaged_and_asks_for_no_password(
    logged, clock, left
):
    logged.backups.make()
    logged.close()
    logged.path.write_bytes(left)
    assert not connecting.is_sealed(logged.path)
    with pytest.raises(Damaged):
        Diary.open(logged.path, clock=clock)
    assert logged.path.read_bytes() == left
    assert Rescuing(logged.path, clock).backup() is not None


def test_a_new_file_that_another_program_was_quicker_to_make_is_used_as_it_is(logged, clock, rows):
    before = rows(logged.path)
    # What `open` does when the file was still empty at its first look.
    schema.bring_up(logged._engine, logged.path, clock, is_new=True)
    assert rows(logged.path) == before


def text_file(path: Path) -> None:
    path.write_text("Dear diary, this is a letter and no database at all.", encoding="utf-8")


def short_file(path: Path) -> None:
    path.write_bytes(b"hi")


def picture(path: Path) -> None:
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)


def cut_off(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\x00" + b"\x01" * 500)


def other_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as file:
        file.execute("CREATE TABLE cookies (name TEXT)")
        file.commit()


def other_with_our_table(path: Path) -> None:
    with closing(sqlite3.connect(path)) as file:
        file.execute("CREATE TABLE twitches (id TEXT)")
        file.execute("CREATE TABLE alembic_version (version_num TEXT)")
        file.commit()


def newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as file:
        file.execute(f"PRAGMA application_id={APPLICATION_ID}")
        file.execute("CREATE TABLE alembic_version (version_num TEXT)")
        file.execute("INSERT INTO alembic_version VALUES ('9999')")
        file.commit()


@pytest.mark.parametrize(
    ("make", "error"),
    [
        (text_file, NotADiary),
        (short_file, NotADiary),
        (picture, NotADiary),
        (cut_off, NotADiary),
        (other_program, NotADiary),
        (other_with_our_table, NotADiary),
        (newer, NewerDiary),
        (Path.mkdir, NotADiary),
    ],
)
def test_what_is_no_diary_of_this_version_is_refused_and_left_byte_for_byte(
    tmp_path, clock, make, error
):
    path = tmp_path / "some file.sqlite"
    make(path)
    before = whole_folder(tmp_path)
    with pytest.raises(error) as refused:
        Diary.open(path, clock=clock)
    assert "some file.sqlite" in refused.value.sentence
    assert refused.value.exit_code == 4
    assert whole_folder(tmp_path) == before


def test_a_damaged_diary_is_refused_and_left_byte_for_byte(logged, clock):
    logged.close()
    content = bytearray(logged.path.read_bytes())
    content[100:4096] = b"\xff" * 3996
    logged.path.write_bytes(content)
    with pytest.raises(Damaged, match="can be saved into a new diary"):
        Diary.open(logged.path, clock=clock)
    assert logged.path.read_bytes() == content


def test_a_diary_whose_first_bytes_are_gone_is_damaged_and_no_file_of_another_kind(logged, clock):
    logged.close()
    content = b"\0" * 100 + logged.path.read_bytes()[100:]
    logged.path.write_bytes(content)
    with pytest.raises(Damaged, match="can be saved into a new diary"):
        Diary.open(logged.path, clock=clock)
    assert logged.path.read_bytes() == content


def test_a_place_below_a_file_is_refused(tmp_path, clock):
    (tmp_path / "file").write_text("x")
    with pytest.raises(DiaryNotWritable, match="Choose another folder"):
        Diary.open(tmp_path / "file" / "diary.sqlite", clock=clock)


AS_NOBODY = f"""
import os, sys
from pathlib import Path
from twitchlog.diary import Diary, connecting, schema
from twitchlog.domain.errors import DiaryNotWritable

# Everything is imported and used once before the rights to read it are given up.
with Diary.open(Path(sys.argv[1])) as diary:
    diary.twitches.log(["calf-left"])
os.setgid({NOBODY})
os.setuid({NOBODY})
try:
    Diary.open(Path(sys.argv[2])).twitches.log(["calf-left"])
except DiaryNotWritable as problem:
    print(problem.sentence)
"""


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="needs another user")
@pytest.mark.parametrize("there", [True, False])
def test_a_folder_that_cannot_be_written_is_told_and_nothing_changes(tmp_path, clock, there):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        if there:
            with Diary.open(folder / "diary.sqlite", clock=clock) as diary:
                diary.twitches.log(["calf-left"])
            diary.path.chmod(0o644)
        before = whole_folder(folder)
        answer = subprocess.run(
            [sys.executable, "-c", AS_NOBODY, tmp_path / "own.sqlite", folder / "diary.sqlite"],
            env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert answer.stderr == ""
        assert "cannot be" in answer.stdout
        assert answer.stdout.count("\n") == 1
        assert whole_folder(folder) == before


def test_a_full_disk_is_told_in_words_and_what_was_there_stays(logged, rows):
    before = rows(logged.path, steps=True)
    with logged.reading() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
    with pytest.raises(DiskFull) as full:
        logged.twitches.log(["calf-left"], note="x" * 20_000)
    assert full.value.exit_code == 4
    assert rows(logged.path, steps=True) == before


def test_the_words_of_a_note_never_decide_which_problem_is_told(logged):
    def fail():
        with plain_errors(logged.path), logged.operation(phrase("Odd")) as operation:
            operation.connection.exec_driver_sql(
                "INSERT INTO twitches (id) VALUES (?)", ("the disk is full, locked, malformed",)
            )

    with pytest.raises(DiaryError) as told:
        fail()
    assert type(told.value) is DiaryError
    assert "malformed" not in told.value.sentence
