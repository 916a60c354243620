"""`check`: the diary's file looked over from the command line."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing

import pytest

from twitchlog import cli

pytestmark = pytest.mark.in_file


def test_a_sound_diary_is_said_to_be_sound(run):
    run("log", "calf-left")
    said = run("check")
    assert said.endswith("Nothing was found. 1 entry.\n")
    assert "The file, page by page: sound" in said
    assert json.loads(run("check", "--json"))["sound"] is True


def test_what_was_found_ends_with_a_code_of_its_own_and_is_mended(run, tmp_path, clock, capsys):
    run("log", "calf-left")
    with closing(sqlite3.connect(tmp_path / "diary.sqlite")) as file:
        file.execute("DELETE FROM entry_days")
        file.commit()
    assert cli.main(["check"], clock=clock) == 6
    assert "twitchlog check --mend" in capsys.readouterr().out
    assert cli.main(["check", "--json"], clock=clock) == 6
    (finding,) = json.loads(capsys.readouterr().out)["findings"]
    assert (finding["part"], finding["remedy"]) == ("derived", "mend")
    assert "a backup is at" in run("check", "--mend")
    assert "Nothing was found" in run("check")


def test_a_file_that_cannot_be_opened_is_told_with_the_way_out(run, tmp_path, clock, capsys):
    run("log", "calf-left")
    path = tmp_path / "diary.sqlite"
    path.write_bytes(b"\0" * 4096 + path.read_bytes()[4096:])
    assert cli.main(["check"], clock=clock) == 6
    assert "twitchlog rescue" in capsys.readouterr().out
