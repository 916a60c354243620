"""The command line as a process: in a pipe, without a terminal, in any encoding, killed readers."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from twitchlog.diary import Diary
from twitchlog.diary.example import fill

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def twitchlog(tmp_path):
    """Run the command line as a process on a diary of the test's own."""

    def call(*arguments, **surroundings):
        return subprocess.run(
            [sys.executable, "-m", "twitchlog.cli", *map(os.fsencode, arguments)],
            env=os.environ
            | {"PYTHONPATH": str(ROOT), "TWITCHLOG_DIARY": str(tmp_path / "diary.sqlite")}
            | surroundings,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )

    return call


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "utf-8"])
def test_a_terminal_without_our_letters_gets_plainer_ones(twitchlog, encoding):
    surroundings = {"PYTHONIOENCODING": encoding, "LC_ALL": "C"}
    logged = twitchlog(
        "log", "calf-left", "--note", "naïve 🦵 “x”", "--with", "own", **surroundings
    )
    assert (logged.returncode, logged.stderr) == (0, b"")
    assert "Left calf logged" in logged.stdout.decode(encoding)
    listed = twitchlog("list", **surroundings)
    assert (listed.returncode, listed.stderr) == (0, b"")
    assert "na" in listed.stdout.decode(encoding)
    given = twitchlog("list", "--json", **surroundings)
    assert json.loads(given.stdout.decode(encoding))["twitches"][0]["note"] == "naïve 🦵 “x”"
    wrong = twitchlog("log", "nowhere “x”", **surroundings)
    assert wrong.returncode == 2
    assert "No place is called" in wrong.stderr.decode(encoding)
    helped = twitchlog("summary", "--help", **surroundings)
    assert (helped.returncode, helped.stderr) == (0, b"")


def test_plain_quotes_stand_for_curly_ones_in_ascii(twitchlog):
    wrong = twitchlog("log", "näwhere", PYTHONIOENCODING="ascii")
    assert wrong.stderr.startswith(b'No place is called "nawhere".')


def test_bytes_that_are_no_text_are_answered_not_choked_on(twitchlog):
    wrong = twitchlog(b"log", b"calf-\xff\xfe")
    assert wrong.returncode == 2
    assert b"No place is called" in wrong.stderr
    noted = twitchlog(b"log", b"calf-left", b"--note", b"a\xffb", b"--json")
    assert noted.returncode == 0
    assert json.loads(noted.stdout)["note"] == "ab"
    named = twitchlog(b"list", b"--diary", b"no-\xff-such")
    assert (named.returncode, named.stderr.count(b"\n")) == (4, 1)


def test_a_reader_that_has_seen_enough_causes_no_error(twitchlog, tmp_path):
    twitchlog("log", "calf-left")
    program = subprocess.Popen(
        [sys.executable, "-m", "twitchlog.cli", "sites"],
        env=os.environ | {"PYTHONPATH": str(ROOT), "HOME": str(tmp_path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    program.stdout.close()
    errors = program.stderr.read()
    program.stderr.close()
    assert (program.wait(60), errors) == (0, b"")


def test_a_command_started_with_its_outputs_closed_still_does_its_work(twitchlog, tmp_path):
    command = f'"{sys.executable}" -m twitchlog.cli log calf-left >&- 2>&-'
    surroundings = os.environ | {
        "PYTHONPATH": str(ROOT), "TWITCHLOG_DIARY": str(tmp_path / "diary.sqlite"),
    }  # fmt: skip
    assert subprocess.run(["sh", "-c", command], env=surroundings, check=False).returncode == 0
    assert len(json.loads(twitchlog("list", "--json").stdout)["twitches"]) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_an_output_that_cannot_be_written_is_told(tmp_path):
    with Path("/dev/full").open("wb") as full:
        answer = subprocess.run(
            [sys.executable, "-m", "twitchlog.cli", "sites"],
            env=os.environ | {"PYTHONPATH": str(ROOT), "HOME": str(tmp_path)},
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert answer.returncode == 1
    assert b"Traceback" not in answer.stderr


def test_a_folder_that_cannot_be_written_is_told_with_code_4(twitchlog, tmp_path):
    (tmp_path / "file").write_text("x")
    answer = twitchlog("log", "calf-left", TWITCHLOG_DIARY=str(tmp_path / "file" / "diary.sqlite"))
    assert answer.returncode == 4
    assert answer.stderr.count(b"\n") == 1
    assert b"Choose another folder" in answer.stderr


def test_a_command_can_log_while_the_diary_is_open_elsewhere(twitchlog, tmp_path, clock):
    with Diary.open(tmp_path / "diary.sqlite", clock=clock) as diary:
        diary.twitches.log(["tongue"])
        assert twitchlog("log", "calf-left").returncode == 0
        diary.twitches.log(["chin"])
        assert diary.twitches.count() == 3


def test_a_diary_that_another_program_holds_for_long_is_told_to_be_busy(twitchlog, tmp_path, clock):
    with Diary.open(tmp_path / "diary.sqlite", clock=clock) as diary:
        with diary.unrecorded():
            answer = twitchlog("log", "calf-left")
        diary.changed = False
    assert answer.returncode == 4
    assert b"Another program is using the diary" in answer.stderr


def test_a_long_diary_is_summed_up_without_the_heavy_libraries(tmp_path, clock):
    path = tmp_path / "diary.sqlite"
    with Diary.open(path, clock=clock) as diary:
        fill(diary, days=400, seed=1, until=clock.now().day)
        diary.changed = False
    script = """
import sys
from twitchlog import cli
code = cli.main(["summary", "--span", "all"])
heavy = ("matplotlib", "scipy", "typst", "kivy", "alembic", "rich")
print(code, [name for name in heavy if name in sys.modules], file=sys.stderr)
"""
    answer = subprocess.run(
        [sys.executable, "-c", script],
        env=os.environ | {"PYTHONPATH": str(ROOT), "TWITCHLOG_DIARY": str(path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.stderr == "0 []\n"
    assert "7 Other symptoms" in answer.stdout
