"""`log`, `none-today` and `checkin`: what is kept, and what is refused in one sentence."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from support.rows import rows_of


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
    given = json.loads(
        run("log", "calf-left", "--at", "2026-06-17 21:04", "--for", "1h30m", "--json")
    )
    assert json.loads(run("list", "--json"))["twitches"] == [given]
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
        "pattern": None,
        "seen": None,
        "activity": None,
        "stopped_by": [],
        "files": [],
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
    assert json.loads(run("log", "tongue", "--at", at, "--json"))["at"] == then


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
    assert json.loads(run("list", "--json"))["twitches"][0]["note"] == text
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
    assert json.loads(run("checkin", "--exercise", "30", "--json")) == {
        "day": "2026-06-18",
        "none_said": False,
        "amounts": {
            "sleep": 6.5, "stress": 3.0, "caffeine": 190.0, "exercise": 30.0, "medicine": 1.0,
        },
        "details": {},
        "ate": "",
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


def test_a_twitch_in_full_comes_back_as_it_was_given(run, tmp_path):
    photo = tmp_path / "calf.png"
    photo.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(400))
    run(
        "log", "calf-left", "left thigh", "--pattern", "rippling", "--seen", "visible",
        "--while", "falling asleep", "--stopped-by", "stretching", "--stopped-by", "cold bath",
        "--file", photo,
    )  # fmt: skip
    (entry,) = json.loads(run("list", "--json"))["twitches"]
    assert entry["sites"] == ["calf-left", "thigh-left"]
    assert (entry["pattern"], entry["seen"], entry["activity"]) == (
        "rippling",
        "visible",
        "falling-asleep",
    )
    assert entry["stopped_by"] == [{"kind": "stretching"}, {"kind": "own", "words": "cold bath"}]
    assert [(each["name"], each["bytes"]) for each in entry["files"]] == [("calf.png", 408)]
    assert "rippling" in run("log", "chin", "--pattern", "rippling")
    run("undo")
    run("undo")
    assert json.loads(run("list", "--json"))["twitches"] == []


def test_where_a_file_cannot_be_kept_the_entry_is_not_there_either(run, tmp_path):
    run("log", "chin")
    words = tmp_path / "words.txt"
    words.write_text("no picture")
    assert "no photo" in run("log", "calf-left", "--file", words, ends=2)
    run("log", "calf-left", "--file", tmp_path / "missing.png", ends=2)
    run("log", "calf-left", "--pattern", "sideways", ends=2)
    assert len(json.loads(run("list", "--json"))["twitches"]) == 1
