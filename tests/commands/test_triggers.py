"""`triggers`: what goes with the twitching, from the command line."""

from __future__ import annotations

import csv
import json
from datetime import date, timedelta
from itertools import pairwise

import pytest

from twitchlog.diary.example import fill

TODAY = date(2026, 6, 18)


@pytest.fixture
def filled(stored):
    fill(stored(), days=180, seed=7, until=TODAY)


def test_an_empty_diary_names_nothing(run, stored):
    stored()
    assert " ".join(run("triggers").split()) == (
        "2026-06-18 to 2026-06-18: 0 of 1 day logged. 0 things looked at; none can be judged yet. "
        "About 60 more logged days are needed."
    )
    found = json.loads(run("triggers", "--json"))
    assert (found["model"], found["factors"]) == (None, [])


@pytest.mark.usefixtures("filled")
def test_a_factor_that_goes_with_it_is_named_with_its_range_and_a_warning(run):
    text = run("triggers")
    assert max(map(len, text.splitlines())) <= 80
    said = " ".join(text.split())
    assert "Linked, 1 of" in said or "Linked, 2 of" in said
    assert "likely between" in said
    assert "that does not show that one causes the other" in said
    assert run("triggers") == text


@pytest.mark.usefixtures("filled")
def test_the_numbers_for_a_program_are_those_of_the_sentences(run):
    found = json.loads(run("triggers", "--json"))
    seldom = [left for left in found["left_out"] if "/" in left["factor"]]
    assert found["looked_at"] == len(found["factors"]) + len(found["left_out"])
    assert (found["things"], found["looked_at"]) == (9, 10)
    judged = [each for each in found["factors"] if each["verdict"] != "not enough days yet"]
    assert found["judged"] == len(judged)
    assert found["counted_tests"] == sum(
        each["per_unit"]["q"] is not None for each in found["factors"]
    )
    assert {left["why"] for left in seldom} == {"begun or stopped too seldom"}
    for factor in found["factors"]:
        low, high = factor["likely_between"]
        assert low <= factor["times_as_many"] <= high
        if factor["verdict"] in {"linked", "possibly linked"}:
            assert f"{factor['times_as_many']:.1f} times" in factor["sentence"]


@pytest.mark.usefixtures("filled")
def test_the_days_can_be_saved_so_that_it_can_be_redone(run, stored, tmp_path):
    out = tmp_path / "days.csv"
    assert f"saved in {out}" in run("triggers", "--table", out)
    with out.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == json.loads(run("triggers", "--json"))["days_in_the_fit"]
    counts = {
        str(day.day): day.count
        for day in stored().days.summaries(_period(rows[0]["day"], rows[-1]["day"]))
    }
    assert all(counts[row["day"]] == int(row["twitches"]) for row in rows)
    for earlier, row in pairwise(rows):
        after = date.fromisoformat(earlier["day"]) + timedelta(days=1)
        assert row["day before"] == (earlier["twitches"] if row["day"] == str(after) else "")
        assert int(row["weekday"]) == date.fromisoformat(row["day"]).isoweekday()
    before = out.read_bytes()
    assert "already a file" in run("triggers", "--table", out, ends=2)
    assert out.read_bytes() == before


def test_a_name_of_ones_own_is_no_formula_in_the_table(run, stored, tmp_path):
    diary = stored()
    fill(diary, days=90, seed=3, until=TODAY)
    own = diary.factors.add("=1+1", diary.factors.get("stress").kind).value
    for back in range(90):
        day = TODAY - timedelta(days=back)
        diary.checkins.save(day, {own.id: float(back % 4)})
    out = tmp_path / "days.csv"
    run("triggers", "--table", out)
    assert "'=1+1" in out.read_text(encoding="utf-8").splitlines()[0]


def _period(first, last):
    from twitchlog.domain.period import Period

    return Period(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.usefixtures("filled")
def test_a_look_is_remembered_and_what_is_left_out_later_still_counts(run, stored):
    assert stored().trigger_choices.read().first_looked is None
    whole = json.loads(run("triggers", "--json"))
    assert stored().trigger_choices.read().first_looked == TODAY
    less = json.loads(run("triggers", "--without", "exercise", "--without", "Coffee", "--json"))
    assert {each["factor"] for each in whole["factors"]} - {
        each["factor"] for each in less["factors"]
    } == {"caffeine", "exercise", "exercise+1"}
    assert less["counted_tests"] >= whole["counted_tests"]
    assert stored().trigger_choices.read().left_out == frozenset()


@pytest.mark.usefixtures("filled")
def test_a_suspect_named_before_looking_is_tested_alone(run, stored):
    said = " ".join(run("triggers", "--suspect", "sleep").split())
    assert "Your suspect, tested alone Sleep, 1 hour less: After a night" in said
    found = json.loads(run("triggers", "--json"))
    assert found["suspect"]["factor"] == "sleep"
    assert found["suspect"]["since"] is None
    assert "sleep" not in {each["factor"] for each in found["factors"]}
    assert stored().trigger_choices.read().suspect.before_looking


@pytest.mark.usefixtures("filled")
def test_a_suspect_named_after_looking_waits_for_days_of_its_own(run):
    run("triggers")
    said = " ".join(run("triggers", "--suspect", "stress").split())
    assert "tested alone on the days after 2026-06-18" in said
    assert "Recorded on 0 days so far; about 60 more are needed." in said


@pytest.mark.usefixtures("filled")
def test_what_was_never_recorded_cannot_be_left_out(run):
    assert "Recorded were: Sleep" in run("triggers", "--without", "magnets", ends=2)


@pytest.mark.usefixtures("filled")
def test_what_is_being_tried_shows_no_result_until_the_trial_ends(run):
    words = ("--on", "Coffee as usual", "--off", "No coffee")
    run("experiment", "start", "caffeine", *words, "--first", "today", "--pairs", 6)
    said = " ".join(run("triggers").split())
    assert "You are trying this until 2026-08-04. Until then it is not judged." in said
    found = json.loads(run("triggers", "--json"))
    assert "caffeine" not in {each["factor"] for each in found["factors"]}


@pytest.mark.usefixtures("filled")
def test_the_hours_of_a_day_are_a_section_of_their_own(run):
    assert "Within the day, 1 more comparison\n  Caffeine: About 5" in run("triggers")
    (after,) = json.loads(run("triggers", "--json"))["within_day"]
    assert (after["factor"], after["verdict"], after["hour"]) == (
        "caffeine", "not enough days yet", None
    )  # fmt: skip
    assert json.loads(run("triggers", "--without", "caffeine", "--json"))["within_day"] == []


@pytest.mark.usefixtures("filled")
def test_the_days_are_named_and_other_days_than_all_are_said_to_be_a_further_look(run):
    run("triggers", "--suspect", "sleep")
    whole = run("triggers")
    assert whole.startswith("2025-12-21 to 2026-06-18: ")
    assert " of 180 days logged." in whole
    assert "further look" not in whole
    chosen = " ".join(run("triggers", "--span", "3months").split())
    assert "Each choice of days is a further look" in chosen
    assert "Your suspect is tested on all days only." in chosen
    assert "Your suspect, tested alone" not in chosen
    found = json.loads(run("triggers", "--from", "2026-03-01", "--json"))
    assert (found["all_days"], found["suspect"]) == (False, None)
    assert (found["from"], found["to"], found["days"]) == ("2026-03-01", "2026-06-18", 110)


@pytest.mark.usefixtures("filled")
def test_each_thing_says_on_how_many_of_the_logged_days_it_is_known(run):
    said = " ".join(run("triggers").split())
    found = json.loads(run("triggers", "--json"))
    for each in found["factors"]:
        if each["lack"] != "days":
            days = f"{each['recorded_days']} of {found['logged_days']} logged days."
            known = "Known of the day before" if each["lag_days"] else "Recorded"
            assert f"{each['sentence']} {known} on {days}" in said
