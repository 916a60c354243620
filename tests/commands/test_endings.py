"""How a command ends: exit codes, one sentence for every problem, help, and which diary it used."""

from __future__ import annotations

import gc
import json

import pytest
from typer.main import get_command

from support.rows import rows_of
from twitchlog import __version__, cli
from twitchlog.clock import FixedClock


@pytest.mark.in_file
def test_reading_never_begins_a_diary(run, tmp_path):
    for command in ("list", "summary", "report", "undo", "redo"):
        assert "There is no diary at" in run(command, ends=4)
    assert list(tmp_path.iterdir()) == []


def test_the_diary_can_be_named_before_or_after_the_command(run, tmp_path):
    other = tmp_path / "other.sqlite"
    run("--diary", other, "log", "tongue")
    run("log", "chin", "--diary", other)
    assert len(json.loads(run("list", "--json", "--diary", other))["twitches"]) == 2
    assert not (tmp_path / "diary.sqlite").exists()


def test_a_file_that_is_no_diary_is_told_with_code_4_and_left_alone(run, tmp_path):
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear diary, nothing here is a database.")
    for command in (["log", "calf-left"], ["list"], ["summary"], ["undo"]):
        assert "letter.txt" in run(*command, "--diary", letter, ends=4)
    assert letter.read_text() == "Dear diary, nothing here is a database."


def test_a_backup_that_fails_is_told_but_what_was_logged_stands(tmp_path, clock, capsys):
    diary = tmp_path / "diary.sqlite"
    (tmp_path / "diary backups").write_text("in the way")
    assert cli.main(["log", "calf-left", "--diary", str(diary)], clock=clock) == 0
    out, err = capsys.readouterr()
    assert out.startswith("Left calf logged")
    assert "Your diary is safe" in err
    assert len(rows_of(diary)["twitches"]) == 1


def test_an_unexpected_problem_is_one_sentence_without_anything_personal(
    tmp_path, clock, capsys, monkeypatch
):
    def break_down(*_given, **_named):
        raise RuntimeError("the user's own words")

    monkeypatch.setattr("twitchlog.diary.twitches.Twitches.log", break_down)
    arguments = ["log", "calf-left", "--diary", str(tmp_path / "d.sqlite")]
    assert cli.main(arguments, clock=clock) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err == "Something unexpected went wrong (RuntimeError). Add --debug to see where.\n"
    assert cli.main(["--debug", *arguments], clock=clock) == 1
    assert "Traceback" in capsys.readouterr().err


def test_help_names_every_command_and_exit_code(run):
    text = run("--help")
    assert text == run()
    for word in ("log", "none-today", "checkin", "list", "sites", "summary", "report", "demo"):
        assert f"\n  {word} " in text
    for code in range(6):
        assert f"\n    {code}  " in text
    for name, command in get_command(cli.app).commands.items():
        assert f"Usage: twitchlog {name} " in run(name, "--help")
        line = next(line for line in text.splitlines() if line.startswith(f"  {name} "))
        assert line.split(name, 1)[1].strip().rstrip(".") in command.get_short_help_str(200)
    assert run("--version") == run("--debug", "--version") == f"TwitchLog {__version__}\n"


def test_a_wrong_command_is_answered_with_the_nearest(run):
    assert "log" in run("lgo", ends=2)
    assert "PLACE" in run("log", ends=2)


class Littering(FixedClock):
    """A clock that leaves behind what only the search for garbage finds."""

    def now(self):
        for _ in range(250_000):
            circle = []
            circle.append(circle)
        return super().now()


def test_a_long_command_is_rid_of_what_it_no_longer_needs(tmp_path, clock):
    searches = gc.get_stats()[0]["collections"]
    path = str(tmp_path / "diary.sqlite")
    assert cli.main(["log", "calf-left", "--diary", path], clock=Littering(clock.now())) == 0
    assert gc.get_stats()[0]["collections"] > searches
