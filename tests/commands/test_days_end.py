"""`settings`, and how the other commands follow where the day ends."""

from __future__ import annotations

import json
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from support.rows import rows_of
from twitchlog.domain.moment import Moment


def at(clock, *when):
    clock.moment = Moment.of(datetime(*when, tzinfo=ZoneInfo("Europe/Berlin")), "Europe/Berlin")


def test_where_the_day_ends_can_be_seen_and_set_and_undone(run):
    assert run("settings", "--day-ends", "4") == "The day ends at 04:00.\n"
    assert run("settings") == "The day ends at 04:00.\n"
    assert json.loads(run("settings", "--json")) == {"day_ends": "04:00"}
    assert run("settings", "--day-ends", "midnight") == "The day ends at midnight.\n"
    assert run("undo") == "Taken back: The day ends at midnight.\n"
    assert run("settings") == "The day ends at 04:00.\n"


@pytest.mark.parametrize(
    ("said", "kept"),
    [("0", "00:00"), ("04:00", "04:00"), ("5:00", "05:00"), (" Midnight ", "00:00")],
)
def test_the_hour_is_read_as_people_write_it(run, said, kept):
    assert json.loads(run("settings", "--day-ends", said, "--json")) == {"day_ends": kept}


@pytest.mark.parametrize("said", ["6", "4:30", "-1", "four", "", "²", "1 am"])
def test_another_hour_is_refused_in_a_sentence_and_begins_no_diary(run, tmp_path, said):
    assert "midnight, or as an hour from 1 to 5" in run("settings", "--day-ends", said, ends=2)
    assert not (tmp_path / "diary.sqlite").exists()


def test_after_midnight_every_command_means_the_day_that_is_not_over(run, clock):
    run("settings", "--day-ends", "4")
    at(clock, 2026, 6, 19, 1, 30)
    said = run("log", "calf-left")
    assert said == "Left calf logged: 2026-06-19 01:30 (night of 2026-06-18).\n"
    kept = json.loads(run("list", "--day", "today", "--json"))["twitches"]
    assert [(each["at"], each["day"]) for each in kept] == [
        ("2026-06-19T01:30:00+02:00", "2026-06-18")
    ]
    assert "2026-06-19 01:30 (night of 2026-06-18)" in run("list", "--day", "2026-06-18")
    assert "on 2026-06-18, so" in run("none-today", ends=2)
    assert run("none-today", "--day", "yesterday").startswith("No twitches on 2026-06-17")
    assert run("checkin", "--stress", "1").startswith("Check-in of 2026-06-18")
    at(clock, 2026, 6, 19, 4, 0)
    assert run("none-today").startswith("No twitches on 2026-06-19")


@pytest.mark.parametrize(
    ("now", "typed", "when", "day"),
    [
        ((2026, 6, 19, 2, 0), "01:30", "2026-06-19T01:30:00+02:00", "2026-06-18"),
        ((2026, 6, 19, 2, 0), "23:30", "2026-06-18T23:30:00+02:00", "2026-06-18"),
        ((2026, 6, 19, 10, 0), "01:30", "2026-06-19T01:30:00+02:00", "2026-06-18"),
        ((2026, 6, 19, 10, 0), "09:30", "2026-06-19T09:30:00+02:00", "2026-06-19"),
        ((2026, 6, 19, 10, 0), "2026-06-18 01:30", "2026-06-18T01:30:00+02:00", "2026-06-17"),
        ((2026, 6, 19, 10, 0), "2026-06-18T01:30+02:00", "2026-06-18T01:30:00+02:00", "2026-06-17"),
    ],
)
def test_a_time_typed_after_at_is_the_last_such_time(*, run, clock, now, typed, when, day):
    run("settings", "--day-ends", "4")
    at(clock, *now)
    entry = json.loads(run("log", "calf-left", "--at", typed, "--json"))
    assert (entry["at"], entry["day"]) == (when, day)


def test_some_minutes_ago_has_the_day_of_then(run, clock):
    run("settings", "--day-ends", "4")
    at(clock, 2026, 6, 19, 4, 10)
    assert json.loads(run("log", "calf-left", "--ago", "15m", "--json"))["day"] == "2026-06-18"


@pytest.mark.in_file
def test_the_setting_moves_nothing_that_is_written(run, clock, tmp_path):
    at(clock, 2026, 6, 19, 1, 30)
    run("log", "calf-left")
    before = rows_of(tmp_path / "diary.sqlite")
    run("settings", "--day-ends", "5")
    after = rows_of(tmp_path / "diary.sqlite")
    assert after["twitches"] == before["twitches"]
    assert json.loads(run("list", "--json"))["twitches"][0]["day"] == "2026-06-19"


def test_medicines_conditions_and_tests_follow_it_too(run, clock):
    run("settings", "--day-ends", "4")
    at(clock, 2026, 6, 19, 1, 30)
    run("medicine", "add", "Magnesium", "--since", "today")
    run("medicine", "took", "Magnesium", "--late")
    run("medicine", "stop", "Magnesium")
    run("treatment", "add", "Hot bath", "--since", "today")
    run("treatment", "stop", "Hot bath")
    run("condition", "add", "asthma")
    run("test", "add", "blood", "--date", "today")
    run("appointment", "add", "--day", "today")
    held = json.loads(run("list", "--json"))
    medicine = held["medications"][0]
    assert (medicine["started"], medicine["stopped"]) == ("2026-06-18", "2026-06-18")
    assert [each["day"] for each in held["appointments"]] == ["2026-06-18"]
    assert '2026-06-19"' not in json.dumps(held)
