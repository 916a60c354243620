"""The command line: what each command does and says, and how it ends."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from support.rows import rows_of
from twitchlog import __version__, cli, paths
from twitchlog.diary import Diary


@pytest.fixture
def run(tmp_path, clock, capsys, monkeypatch):
    """Run a command on a diary of the test's own: `run("log", "calf-left")` gives what it said."""
    monkeypatch.setenv(paths.DIARY_VARIABLE, str(tmp_path / "diary.sqlite"))

    def call(*arguments, ends=0):
        code = cli.main([str(argument) for argument in arguments], clock=clock)
        out, err = capsys.readouterr()
        assert code == ends, out + err
        if ends:
            assert out == ""
            assert len(err.splitlines()) == 1
            assert "Traceback" not in err
            return err.strip()
        assert err == ""
        return out

    return call


@pytest.fixture
def stored(tmp_path, clock):
    """Open the diary of `run` and look into it."""

    def look():
        diary = Diary.open(tmp_path / "diary.sqlite", clock=clock)
        diary._engine.dispose()
        return diary

    return look


def as_json(text):
    return json.loads(text)


def test_a_twitch_is_logged_with_all_that_is_said_of_it(run, stored):
    said = run(
        "log", "calf-left", "left eyelid", "--for", "20s", "--ago", "15m", "--strength", "clear",
        "--with", "caffeine", "--with", "Poor sleep", "--with", "long drive", "--note", "hm",
    )  # fmt: skip
    assert said == (
        "Left calf, left eyelid logged: 2026-06-18 20:49, 20 s, clear, "
        "with caffeine, poor sleep, “long drive”.\n"
    )
    entry = stored().twitches.newest(1)[0]
    assert entry.sites == ("calf-left", "eyelid-left")
    assert (entry.duration_s, entry.strength.name, entry.note) == (20.0, "CLEAR", "hm")
    assert [trigger.kind for trigger in entry.triggers] == ["caffeine", "poor-sleep", "own"]


def test_what_was_logged_comes_back_as_json(run):
    given = as_json(run("log", "calf-left", "--at", "2026-06-17 21:04", "--for", "1h30m", "--json"))
    assert as_json(run("list", "--json")) == [given]
    assert given | {"id": "…"} == {
        "id": "…",
        "at": "2026-06-17T21:04:00+02:00",
        "zone": "Europe/Berlin",
        "day": "2026-06-17",
        "sites": ["calf-left"],
        "duration_s": 5400.0,
        "strength": None,
        "triggers": [],
        "note": "",
    }


@pytest.mark.parametrize(
    ("at", "then"),
    [
        ("20:15", "2026-06-18T20:15:00+02:00"),
        ("9:05", "2026-06-18T09:05:00+02:00"),
        ("2026-06-17 21:04", "2026-06-17T21:04:00+02:00"),
        ("2026-06-17T21:04:30", "2026-06-17T21:04:30+02:00"),
        ("2026-06-17 21:04-04:00", "2026-06-17T21:04:00-04:00"),
        ("2026-06-17T21:04Z", "2026-06-17T21:04:00+00:00"),
        ("2026-03-29 02:30", "2026-03-29T03:30:00+02:00"),
    ],
)
def test_a_time_can_be_written_in_a_few_ways(run, at, then):
    assert as_json(run("log", "tongue", "--at", at, "--json"))["at"] == then


@pytest.mark.parametrize(
    "wrong",
    [
        ["--for", "-5s"],
        ["--for", "0"],
        ["--for", "25h"],
        ["--for", "soon"],
        ["--for", ""],
        ["--ago", "15"],
        ["--ago", "soon"],
        ["--ago", "999999999h"],
        ["--ago", "9" * 400 + "h"],
        ["--at", "23:59"],
        ["--at", "2026-06-19 08:00"],
        ["--at", "2026-06-17"],
        ["--at", "0001-01-01 00:00"],
        ["--at", "9999-12-31 23:59"],
        ["--at", "1800-01-01 12:00"],
        ["--at", "25:61"],
        ["--at", ""],
        ["--ago", "5m", "--at", "20:00"],
        ["--strength", "enormous"],
        ["--with", "x" * 61],
        ["--note", "x" * 100_000],
        ["nowhere-at-all"],
        ["--colour", "red"],
    ],
    ids=lambda wrong: " ".join(wrong)[:30],
)
def test_bad_input_ends_with_one_sentence_code_2_and_an_unchanged_diary(run, tmp_path, wrong):
    run("log", "calf-left")
    before = rows_of(tmp_path / "diary.sqlite", steps=True)
    sentence = run("log", "calf-left", *wrong, ends=2)
    assert len(sentence) < 200
    assert rows_of(tmp_path / "diary.sqlite", steps=True) == before


def test_an_unknown_place_is_answered_with_the_nearest_three(run):
    sentence = run("log", "caff left", ends=2)
    assert "calf-left" in sentence
    assert sentence.count(",") == 2


def test_a_refused_first_entry_begins_no_diary(run, tmp_path):
    run("log", "nowhere-at-all", ends=2)
    run("log", "calf-left", "--strength", "enormous", ends=2)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("text", ["🦵🏽 twitch", "رفة في الساق", "a\u202eb", "[red]x[/red] :cat:"])
def test_text_in_any_script_is_kept_and_shown_as_it_is(run, text):
    run("log", "calf-left", "--note", text)
    assert as_json(run("list", "--json"))[0]["note"] == text
    assert text in run("list")


def test_text_that_could_steer_the_terminal_is_shown_without_its_power(run):
    run("log", "calf-left", "--note", "a\x1b[2Jb\x07", "--with", "\x1b]0;title\x07")
    assert "\x1b" not in run("list")
    assert "\x1b" not in run("log", "\x1b[2J", ends=2)


def test_none_today_is_refused_on_a_day_with_entries(run, stored, clock):
    today = clock.now().day
    assert run("none-today", "--day", "yesterday") == "No twitches on 2026-06-17: recorded.\n"
    run("log", "calf-left")
    assert "There is 1 entry on 2026-06-18" in run("none-today", ends=2)
    assert stored().checkins.get(today) is None
    assert stored().checkins.get(today - timedelta(days=1)).none_said


def test_a_check_in_keeps_what_is_not_named(run):
    run("checkin", "--sleep", "6,5", "--caffeine", "190", "--stress", "some", "--note", "late")
    said = run("checkin", "--medicine", "yes", "--stress", "3")
    assert said == (
        "Check-in of 2026-06-18 saved: sleep 6.5 h, stress a lot, caffeine 190 mg, "
        "medicine as usual yes.\n"
    )
    assert as_json(run("checkin", "--exercise", "30", "--json")) == {
        "day": "2026-06-18",
        "none_said": False,
        "amounts": {
            "sleep": 6.5, "stress": 3.0, "caffeine": 190.0, "exercise": 30.0, "medicine": 1.0,
        },
        "note": "late",
    }  # fmt: skip


@pytest.mark.parametrize(
    "wrong",
    [
        [],
        ["--sleep", "25"],
        ["--sleep", "-1"],
        ["--sleep", "nan"],
        ["--sleep", "long"],
        ["--stress", "5"],
        ["--stress", "very"],
        ["--caffeine", "1e9"],
        ["--medicine", "perhaps"],
        ["--sleep", "7", "--day", "2026-06-19"],
        ["--sleep", "7", "--day", "someday"],
        ["--sleep", "7", "--day", "0004-01-01"],
        ["--note", "x" * 100_000],
    ],
    ids=lambda wrong: " ".join(wrong)[:30],
)
def test_a_check_in_that_cannot_be_is_refused(run, tmp_path, wrong):
    run("checkin", "--sleep", "7")
    before = rows_of(tmp_path / "diary.sqlite", steps=True)
    run("checkin", *wrong, ends=2)
    assert rows_of(tmp_path / "diary.sqlite", steps=True) == before


def test_lists_can_be_cut_by_day_number_or_period(run):
    for day in (14, 15, 16, 16):
        run("log", "calf-left", "--at", f"2026-06-{day} 12:00")
    days = [entry["day"][-2:] for entry in as_json(run("list", "--json"))]
    assert days == ["14", "15", "16", "16"]
    assert len(as_json(run("list", "--last", "2", "--json"))) == 2
    assert len(as_json(run("list", "--day", "2026-06-16", "--json"))) == 2
    assert len(as_json(run("list", "--from", "2026-06-15", "--json"))) == 3
    assert len(as_json(run("list", "--to", "2026-06-15", "--json"))) == 2
    assert len(as_json(run("list", "--from", "2026-06-15", "--to", "2026-06-15", "--json"))) == 1


def test_a_list_in_a_pipe_has_one_line_an_entry_however_long_its_note(run):
    run("log", "calf-left", "--for", "20s", "--note", "long " * 200 + "\nand a second line")
    head, line = run("list").splitlines()
    assert head.split() == ["When", "Lasted", "Where", "Strength", "With", "Note"]
    assert line.startswith("2026-06-18 21:04  20 s    Left calf  –         –     long long")
    assert line.endswith("long / and a second line")


def test_a_day_is_listed_with_what_was_said_about_it(run):
    run("none-today")
    run("checkin", "--sleep", "7")
    assert run("list", "--day", "today").splitlines() == [
        "No twitches on 2026-06-18: recorded.",
        "Check-in of 2026-06-18: sleep 7 h.",
    ]
    assert run("list") == "No entries.\n"
    assert as_json(run("list", "--json")) == []


@pytest.mark.parametrize(
    "wrong",
    [
        ["--last", "0"],
        ["--last", "-3"],
        ["--last", "many"],
        ["--day", "today", "--last", "2"],
        ["--from", "2026-06-18", "--to", "2026-06-01"],
        ["--to", "2027-01-01"],
        ["--from", "2026-13-01"],
    ],
    ids=" ".join,
)
def test_a_list_of_nothing_sensible_is_refused(run, wrong):
    run("log", "calf-left")
    run("list", *wrong, ends=2)


def test_places_are_found_by_either_name(run):
    assert len(as_json(run("sites", "--json"))) >= 80
    found = as_json(run("sites", "gastrocnemius", "--json"))
    assert found[0] == {
        "id": "calf-left",
        "name": "Left calf",
        "muscle": "gastrocnemius",
        "region": found[0]["region"],
        "side": "left",
        "where": "back of the lower leg",
    }
    assert "calf-left" in run("sites", "calf")
    assert "No place matches" in run("sites", "qqqqqq")
    assert as_json(run("sites", "qqqqqq", "--json")) == []


def test_every_listed_place_can_be_logged(run):
    for place in as_json(run("sites", "eyelid", "--json")):
        run("log", place["id"])


def test_steps_are_taken_back_and_done_again(run):
    run("log", "calf-left")
    run("none-today", "--day", "yesterday")
    assert run("undo") == "Taken back: No twitches: recorded.\n"
    assert run("undo") == "Taken back: Left calf logged.\n"
    assert run("undo", ends=3) == "There is nothing to undo."
    assert run("redo") == "Done again: Left calf logged.\n"
    run("redo")
    assert run("redo", ends=3) == "There is nothing to redo."


def test_the_seven_questions_are_answered_as_text_and_as_json(run):
    run("log", "calf-left", "--for", "20s")
    text = run("summary")
    for label in ("1 Since when", "4 Where", "7 Other symptoms", "Not recorded yet"):
        assert label in text
    assert max(map(len, text.splitlines())) <= 80
    answers = as_json(run("summary", "--json"))["answers"]
    assert [answer["number"] for answer in answers] == [1, 2, 3, 4, 5, 6, 7]
    assert "20 s" in answers[1]["answer"]


def test_a_summary_covers_the_period_that_is_asked_for(run):
    run("log", "calf-left", "--at", "2025-01-01 12:00")
    run("log", "calf-left")

    def period(*options):
        found = as_json(run("summary", "--json", *options))
        return found["period"]["first"], found["period"]["last"], found["entries"]

    assert period() == ("2026-03-20", "2026-06-18", 1)
    assert period("--span", "all") == ("2025-01-01", "2026-06-18", 2)
    assert period("--from", "2026-06-10", "--to", "2026-06-12") == ("2026-06-10", "2026-06-12", 0)
    run("summary", "--span", "all", "--from", "2026-06-01", ends=2)
    run("summary", "--span", "century", ends=2)


def test_a_report_is_saved_as_a_pdf_and_says_where(run, tmp_path):
    run("log", "calf-left")
    out = tmp_path / "visit.pdf"
    assert run("report", "--out", out, "--paper", "letter") == f"Saved to “{out}”.\n"
    assert out.read_bytes().startswith(b"%PDF")
    run("report", "--out", out)
    run("report", "--out", tmp_path)
    assert (tmp_path / "muscle-twitching-summary-2026-06-18.pdf").exists()


def test_a_report_that_cannot_be_saved_is_told_with_code_5(run, tmp_path):
    run("log", "calf-left")
    run("report", "--out", tmp_path / "missing" / "visit.pdf", ends=5)


def test_a_report_never_takes_the_place_of_another_file(run, tmp_path):
    run("log", "calf-left")
    before = (tmp_path / "diary.sqlite").read_bytes()
    run("report", "--out", tmp_path / "diary.sqlite", ends=2)
    assert (tmp_path / "diary.sqlite").read_bytes() == before
    run("report", "--out", tmp_path / "x.pdf", "--paper", "napkin", ends=2)


def test_the_example_lies_beside_the_users_own_diary_and_never_in_it(run, tmp_path):
    run("log", "calf-left")
    before = rows_of(tmp_path / "diary.sqlite", steps=True)
    out = tmp_path / "example.sqlite"
    said = run("demo", "--days", "30", "--out", out)
    assert f"twitchlog-app --diary “{out}”" in said
    assert len(as_json(run("list", "--last", "5", "--json", "--diary", out))) == 5
    assert "so it was left" in run("demo", "--out", tmp_path / "diary.sqlite", ends=2)
    assert rows_of(tmp_path / "diary.sqlite", steps=True) == before


def test_without_a_place_the_example_lies_in_the_data_folder(run):
    run("demo", "--days", "10")
    assert (paths.data_folder() / "example.sqlite").exists()


def test_reading_never_begins_a_diary(run, tmp_path):
    for command in ("list", "summary", "report", "undo", "redo"):
        assert "There is no diary at" in run(command, ends=4)
    assert list(tmp_path.iterdir()) == []


def test_the_diary_can_be_named_before_or_after_the_command(run, tmp_path):
    other = tmp_path / "other.sqlite"
    run("--diary", other, "log", "tongue")
    run("log", "chin", "--diary", other)
    assert len(as_json(run("list", "--json", "--diary", other))) == 2
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
    for command in cli._COMMANDS:
        assert "Usage: twitchlog" in run(command, "--help")
    assert run("--version") == f"TwitchLog {__version__}\n"


def test_a_wrong_command_is_answered_with_the_nearest(run):
    assert "log" in run("lgo", ends=2)
    assert "PLACE" in run("log", ends=2)


def test_the_readme_names_every_command():
    readme = (Path(cli.__file__).parent.parent / "README.md").read_text(encoding="utf-8")
    for command in cli._COMMANDS:
        assert f"twitchlog {command}" in readme or f"`{command}`" in readme, command
