"""Several programs on one diary, and programs that are killed: nothing acknowledged is lost."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from twitchlog.diary import Diary
from twitchlog.diary.lock import AppLock
from twitchlog.domain.errors import DiaryBusy, DiaryNotWritable, NewerDiary

pytestmark = pytest.mark.in_file


LOGS_FOR_EVER = """
import sys
from pathlib import Path
from twitchlog.diary import Diary
diary = Diary.open(Path(sys.argv[1]))
while True:
    print(diary.twitches.log(["calf-left"], note="x" * 200).value.id, flush=True)
"""
PLANS_A_TRIAL = """
import sys
from pathlib import Path
from twitchlog.diary import Diary
from twitchlog.domain.errors import BadInput
with Diary.open(Path(sys.argv[1])) as diary:
    print("ready", flush=True)
    sys.stdin.readline()
    try:
        diary.experiments.start("sleep", on="8", off="9", first=diary.clock.now().day)
        print("one")
    except BadInput:
        print("refused")
"""
LOGS_TEN = """
import sys
from pathlib import Path
from twitchlog.diary import Diary
sys.stdin.readline()
with Diary.open(Path(sys.argv[1])) as diary:
    for _n in range(10):
        diary.twitches.log(["calf-left"])
"""


def start(script, path):
    return subprocess.Popen(
        [sys.executable, "-c", script, path],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_a_program_that_is_killed_loses_nothing_it_had_acknowledged(tmp_path, clock):
    path = tmp_path / "diary.sqlite"
    acknowledged = []
    for kill in range(20):
        program = start(LOGS_FOR_EVER, path)
        acknowledged += [program.stdout.readline().strip() for _n in range(1 + kill)]
        program.send_signal(signal.SIGKILL)
        rest = program.stdout.read()  # `communicate` forgets what `readline` has read ahead
        program.communicate()
        # The kill may have fallen in the middle of a line.
        acknowledged += [line for line in rest.splitlines() if len(line) == 36]
    assert len(acknowledged) >= 210
    with Diary.open(path, clock=clock) as diary:
        found = {entry.id for entry in diary.twitches.newest(1_000_000)}
        assert set(acknowledged) <= found
        assert len(found) <= len(acknowledged) + 20
        with diary.reading() as connection:
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
        diary.changed = False


def test_programs_that_begin_the_same_diary_at_once_all_find_it_and_all_log(tmp_path, clock):
    path = tmp_path / "new" / "diary.sqlite"
    programs = [start(LOGS_TEN, path) for _n in range(5)]
    for program in programs:
        program.stdin.write("go\n")
        program.stdin.flush()
    for program in programs:
        _out, errors = program.communicate()
        assert (program.returncode, errors) == (0, "")
    with Diary.open(path, clock=clock) as diary:
        assert diary.twitches.count() == 50
        assert diary.backups.list()[0].entries == 50


def test_of_programs_that_plan_a_trial_at_once_only_one_does(tmp_path, clock):
    path = tmp_path / "diary.sqlite"
    Diary.open(path, clock=clock).close()
    programs = [start(PLANS_A_TRIAL, path) for _n in range(2)]
    for program in programs:
        assert program.stdout.readline() == "ready\n"
    for program in programs:
        program.stdin.write("go\n")
        program.stdin.flush()
    said = [program.communicate() for program in programs]
    assert [errors for _out, errors in said] == [""] * 2
    assert sorted(out for out, _errors in said) == ["one\n", "refused\n"]
    with Diary.open(path, clock=clock) as diary:
        assert len(diary.experiments.all()) == 1


def test_a_diary_that_is_open_sees_what_another_program_logs(logged, clock):
    with Diary.open(logged.address, clock=clock) as other:
        other.twitches.log(["tongue"])
        assert logged.twitches.count() == 2
        assert logged.next_undo() == "Tongue logged"
        logged.undo()
        assert other.twitches.count() == 1


def test_a_program_that_stays_open_while_a_newer_one_changes_the_diary_writes_no_more(logged, rows):
    with closing(sqlite3.connect(logged.path)) as newer:
        newer.execute("ALTER TABLE twitches ADD COLUMN mood TEXT")
        newer.execute("UPDATE alembic_version SET version_num = '9999'")
        newer.commit()
    before = rows(logged.path, steps=True)
    for write in (lambda: logged.twitches.log(["chin"]), logged.undo, logged.bin.empty):
        with pytest.raises(NewerDiary, match="start the newer version"):
            write()
    assert rows(logged.path, steps=True) == before
    logged.changed = False


def test_only_one_app_shows_a_diary_and_the_second_asks_it_to_the_front(tmp_path):
    path = tmp_path / "diary.sqlite"
    first, second = AppLock(path), AppLock(path)
    first.take()
    with pytest.raises(DiaryBusy) as busy:
        second.take()
    assert "another window" in busy.value.sentence
    assert not first.raise_asked()
    second.ask_to_raise()
    assert first.raise_asked()
    assert not first.raise_asked()
    first.release()
    second.take()
    second.release()


def test_a_request_left_from_before_does_not_raise_a_new_window(tmp_path):
    path = tmp_path / "diary.sqlite"
    AppLock(path).ask_to_raise()
    lock = AppLock(path)
    lock.take()
    assert not lock.raise_asked()
    lock.release()


def test_the_lock_makes_a_new_folder_private(tmp_path):
    lock = AppLock(tmp_path / "new" / "diary.sqlite")
    lock.take()
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o700
    lock.release()


def test_a_lock_where_nothing_can_be_written_is_told(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(DiaryNotWritable):
        AppLock(tmp_path / "file" / "diary.sqlite").take()


def test_the_lock_of_a_killed_app_is_free_again(tmp_path):
    path = tmp_path / "diary.sqlite"
    holds = """
import sys
from pathlib import Path
from twitchlog.diary.lock import AppLock
lock = AppLock(Path(sys.argv[1]))
lock.take()
print("held", flush=True)
sys.stdin.read()
"""
    program = start(holds, path)
    assert program.stdout.readline() == "held\n"
    lock = AppLock(path)
    with pytest.raises(DiaryBusy):
        lock.take()
    program.kill()
    program.communicate()
    lock.take()
    lock.release()


@pytest.mark.parametrize(
    ("module", "never"),
    [
        ("twitchlog.diary.diary", ("alembic", "kivy", "matplotlib", "numpy", "sqlalchemy.orm")),
        ("twitchlog.diary.lock", ("sqlalchemy", "alembic")),
        ("twitchlog.cli", ("sqlalchemy", "alembic", "kivy", "matplotlib", "typst", "rich")),
    ],
)
def test_what_must_start_quickly_imports_nothing_heavy(module, never):
    script = f"import sys, {module}; print([m for m in {never!r} if m in sys.modules])"
    answer = subprocess.run(
        [sys.executable, "-c", script],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert answer.stdout.strip() == "[]"


def test_opening_and_using_an_up_to_date_diary_does_not_import_alembic(logged):
    script = """
import sys
from pathlib import Path
from twitchlog.diary import Diary
with Diary.open(Path(sys.argv[1])) as diary:
    diary.twitches.log(["calf-left"])
    diary.undo()
print("alembic" in sys.modules)
"""
    program = start(script, logged.path)
    out, errors = program.communicate()
    assert (out, errors) == ("False\n", "")
