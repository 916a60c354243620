"""`chart`: what a chart tells, its exact values, what it can be made of, and its picture."""

from __future__ import annotations

import json
from datetime import date, time

import pytest

from twitchlog.reports.charts.catalogue import CHARTS


@pytest.fixture
def filled(run, stored, clock):
    """Twitches on eight days from 7 to 18 June 2026, none on the 17th; three are not logged."""
    run("none-today", "--day", "2026-06-17")
    with stored() as diary:
        for day, times in ((7, 2), (8, 2), (9, 2), (10, 2), (11, 2), (14, 2), (16, 2), (18, 1)):
            for hour in range(times):
                moment = clock.on(date(2026, 6, day), time(10 + hour))
                diary.twitches.log(["calf-left"], moment=moment)
    return run


def rows(told: str) -> dict[str, list[str]]:
    """Return the rows of the exact values of a chart's JSON, by their first cell."""
    return {first: rest for first, *rest in json.loads(told)["rows"]}


def test_without_a_name_the_charts_are_listed(run):
    listed = run("chart").splitlines()
    assert [line.split()[0] for line in listed[1:]] == [chart.kind for chart in CHARTS]
    assert {"kind": "timeline", "name": "Over time"} in json.loads(run("chart", "--json"))


def test_a_chart_is_told_with_its_exact_values(filled):
    """From 7 June: two a day, 12, 13 and 15 June not logged, 17 June none, 18 June one."""
    days = ("--from", "2026-06-07", "--to", "2026-06-18")
    said = filled("chart", "timeline", *days)
    headline, note = said.splitlines()[:2]
    assert headline
    assert "9 of 12 days" in note.replace("\u00a0", " ")
    told = filled("chart", "timeline", *days, "--json")
    found = json.loads(told)
    assert (found["kind"], found["first_day"], found["last_day"]) == (
        "timeline", "2026-06-07", "2026-06-18",
    )  # fmt: skip
    assert [cells[0] for cells in rows(told).values()] == [
        "2", "2", "2", "2", "2", "not logged", "not logged", "2", "not logged", "2", "0", "1",
    ]  # fmt: skip
    assert "\u00a0" not in told
    for cells in found["rows"]:
        assert cells[0] in said.replace("\u00a0", " ")


def test_every_chart_is_told_and_none_needs_entries(run):
    run("log", "calf-left")
    run("undo")
    for chart in CHARTS:
        assert len(run("chart", chart.kind).splitlines()) >= 2


@pytest.mark.parametrize(
    ("length", "first"), [("4d", "2026-06-15"), ("1w", "2026-06-12"), ("90 days", "2026-06-07")]
)
def test_the_last_days_reach_back_to_the_first_logged_one_at_most(filled, length, first):
    found = json.loads(filled("chart", "timeline", "--last", length, "--json"))
    assert (found["first_day"], found["last_day"]) == (first, "2026-06-18")


def test_days_before_the_diary_are_not_counted_and_the_days_are_said(filled, tmp_path):
    """9 of the 12 days from 7 to 18 June are logged; nothing was before."""
    asked = ("chart", "lengths", "--from", "1900-01-01")
    said = "7 to 18 Jun 2026, logged on 9 of 12 days"
    assert said in filled(*asked).replace("\u00a0", " ")
    asked = ("chart", "timeline", "--from", "1900-01-01", "--save", tmp_path / "a.svg")
    assert json.loads(filled(*asked, "--json"))["first_day"] == "2026-06-07"
    assert f">{said}<" in (tmp_path / "a.svg").read_text().replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["pie"], "Choose one of: timeline"),
        (["timeline", "--last", "soon"], "Write 90d or 8w"),
        (["timeline", "--last", "0d"], "Write 90d or 8w"),
        (["timeline", "--last", "9d", "--from", "2026-06-01"], "one of them"),
        (["spells", "--option", "a=b"], "nothing to choose"),
        (["before-after", "--option", "date"], "NAME=VALUE"),
        (["before-after", "--option", "colour=red"], "cannot be chosen here"),
        (["before-after", "--option", "date=2027-01-01"], "still to come"),
        (["before-after", "--option", "date=soon"], "not a day"),
        (["timeline", "--save", "chart.gif"], ".png or .svg"),
        (["enough", "--save", "runs.png"], "no picture to save"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(filled, tmp_path, monkeypatch, arguments, said):
    monkeypatch.chdir(tmp_path)
    assert said in filled("chart", *arguments, ends=2)
    assert not [*tmp_path.glob("*.png"), *tmp_path.glob("*.gif")]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("around=2", "Magnesium started"),
        ("around=magn", "Magnesium started"),
        ("around=14 Jun 2026: Magnesium started", "Magnesium started"),
        ("around=ibu", "Ibuprofen started"),
        ("date=2026-06-16", "16 Jun"),
        ("date=yesterday", "17 Jun"),
    ],
)
def test_what_a_chart_is_made_of_is_chosen_by_number_name_or_day(filled, asked, said):
    filled("medicine", "add", "Magnesium", "--since", "2026-06-14")
    filled("medicine", "add", "Ibuprofen", "--since", "2026-06-16")
    listed = filled("chart", "before-after")
    assert "--option around=2" in listed or "--option around=1" in listed
    told = json.loads(filled("chart", "before-after", "--option", asked, "--json"))
    (choices,) = told["options"]
    chosen = {one["value"]: one["label"] for one in choices["offered"]}[choices["chosen"]]
    assert said in f"{chosen} {told['headline']}"


def test_a_name_that_several_have_is_asked_for_more_closely(filled):
    for name in ("Magnesium", "Magaldrate"):
        filled("medicine", "add", name, "--since", "2026-06-14")
    complaint = filled("chart", "before-after", "--option", "around=mag", ends=2)
    assert "may be each of these" in complaint
    assert "Magaldrate" in complaint
    assert "--option date" not in complaint


def test_a_day_in_the_place_of_a_change_is_answered_with_what_to_type(filled):
    filled("medicine", "add", "Magnesium", "--since", "2026-06-14")
    asked = ("chart", "before-after", "--option")
    complaint = filled(*asked, "around=2026-06-10", ends=2)
    assert "--option around=1 for “14\u00a0Jun\u00a02026: Magnesium started”" in complaint
    assert "--option date=2026-06-10 for “Another day”" in complaint
    assert "10\u00a0Jun" in filled(*asked, "date=2026-06-10")
    assert "date=DAY" in filled(*asked, "around=nothing", ends=2)


@pytest.mark.parametrize(("name", "head"), [("a.png", b"\x89PNG"), ("a.SVG", b"<?xml")])
def test_a_picture_is_saved_and_never_over_another_file_unasked(filled, tmp_path, name, head):
    path = tmp_path / name
    save = ["chart", "timeline", "--save", path]
    assert f"Saved to “{path}”.\nIt is not encrypted" in filled(*save)
    light = path.read_bytes()
    assert light.startswith(head)
    assert name in filled(*save, ends=2)
    assert path.read_bytes() == light
    filled(*save, "--replace", "--dark")
    assert path.read_bytes().startswith(head)
    assert path.read_bytes() != light


def test_the_json_names_the_saved_file_and_a_folder_that_is_missing_is_said(filled, tmp_path):
    told = filled("chart", "dial", "--json", "--save", tmp_path / "dial.png")
    assert json.loads(told)["saved"] == str(tmp_path / "dial.png")
    missing = tmp_path / "nowhere" / "dial.png"
    assert "is not there" in filled("chart", "dial", "--save", missing, ends=5)
