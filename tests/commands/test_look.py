"""`list` and `sites`: what is written down, and what places there are."""

from __future__ import annotations

import json

import pytest


def test_lists_can_be_cut_by_day_number_or_period(run):
    for day in (14, 15, 16, 16):
        run("log", "calf-left", "--at", f"2026-06-{day} 12:00")

    def count(*options):
        return len(json.loads(run("list", *options, "--json"))["twitches"])

    days = [entry["day"][-2:] for entry in json.loads(run("list", "--json"))["twitches"]]
    assert days == ["14", "15", "16", "16"]
    assert count("--last", "2") == 2
    assert count("--day", "2026-06-16") == 2
    assert count("--from", "2026-06-15") == 3
    assert count("--to", "2026-06-15") == 2
    assert count("--from", "2026-06-15", "--to", "2026-06-15") == 1


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
    listed = json.loads(run("list", "--json"))
    assert (listed["twitches"], listed["medications"]) == ([], [])
    assert listed["checkins"] == [
        {
            "day": "2026-06-18",
            "none_said": True,
            "amounts": {"sleep": 7.0},
            "details": {},
            "ate": "",
            "note": "",
        }
    ]


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
    assert len(json.loads(run("sites", "--json"))) >= 80
    found = json.loads(run("sites", "gastrocnemius", "--json"))
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
    assert json.loads(run("sites", "qqqqqq", "--json")) == []


def test_every_listed_place_can_be_logged(run):
    for place in json.loads(run("sites", "eyelid", "--json")):
        run("log", place["id"])
