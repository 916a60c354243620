"""`experiment`: a trial from its plan to its result, on the command line."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest

from twitchlog.domain.experiment import draw

WORDS = ("--on", "Coffee as usual", "--off", "No caffeine after noon")


@pytest.fixture
def begun(run, stored):
    """The id of a trial of caffeine from today on, its plan drawn from 42."""
    run("log", "calf-left")
    diary = stored()
    made = diary.experiments.start(
        "caffeine", on=WORDS[1], off=WORDS[3], first=diary.clock.now().day, pairs=6, seed=42
    )
    return made.value.id


@pytest.fixture
def later(clock):
    def move(days):
        clock.moment = clock.moment.shifted(timedelta(days=days))

    return move


def test_a_trial_is_planned_in_words(run):
    run("log", "calf-left")
    planned, today, needs, caution = run(
        "experiment", "start", "coffee", *WORDS, "--first", "today"
    ).splitlines()
    assert planned == (
        "Trial of caffeine planned: 8 pairs of blocks of 4 days, 64 days in all, 2026-06-18 to "
        "2026-08-20."
    )
    assert today in {f"Day 1 of 64: {WORDS[1]}", f"Day 1 of 64: {WORDS[3]}"}
    assert needs.startswith("Each block needs at least one logged day, or its pair is lost.")
    assert caution == "A headache on the first days without caffeine is common and passes."
    said = run("experiment", "start", "sleep", "--on", "a", "--off", "b", ends=2)
    assert said.startswith("One trial at a time: that of caffeine is planned or running.")


def test_a_medicine_and_a_day_that_has_passed_are_refused_in_words(run):
    run("log", "calf-left")
    assert "Talk to your doctor" in run("experiment", "start", "medicine", *WORDS, ends=2)
    said = run("experiment", "start", "caffeine", *WORDS, "--first", "2026-06-17", ends=2)
    assert said == "A trial cannot begin on a day that has passed."
    assert "6 to 14" in run("experiment", "start", "caffeine", *WORDS, "--pairs", 5, ends=2)
    said = run("experiment", "start", "luck", *WORDS, ends=2)
    assert said.startswith("“luck” is not among what you record. You can try: Sleep, Caffeine, ")
    assert run("experiment", "list") == "No trial is kept.\n"
    assert run("experiment", "show", ends=2) == "No trial is kept."


def test_one_begins_tomorrow_unless_told_otherwise_and_says_so_today(run):
    run("log", "calf-left")
    run("experiment", "start", "caffeine", *WORDS, "--pairs", 7)
    assert run("experiment", "today") == "The trial begins on 2026-06-19.\n"
    assert run("experiment", "today", "--json") == "null\n"
    assert run("experiment", "result").startswith("Planned.\nIt begins on 2026-06-19 and ends on ")
    assert "is not in the plan" in run("experiment", "kept", "yes", ends=2)


def test_each_day_says_what_it_is_and_is_answered_for(run, begun, later):
    later(5)
    assert run("experiment", "today") == "Day 6 of 48: Coffee as usual\n"
    assert run("experiment", "kept", "partly") == (
        "Kept to the plan: partly. 2026-06-23: Coffee as usual\n"
    )
    run("experiment", "kept", "Yes", "--day", "yesterday")
    assert json.loads(run("experiment", "today", "--json")) == {
        "id": begun, "factor": "caffeine", "day": 6, "days": 48, "kind": "on",
        "words": "Coffee as usual", "kept": "partly",
    }  # fmt: skip
    assert run("experiment", "kept", "clear", "--day", "yesterday") == (
        "Answer taken back. 2026-06-22: Coffee as usual\n"
    )
    assert "still to come" in run("experiment", "kept", "no", "--day", "2026-06-24", ends=2)
    assert "yes, partly or no" in run("experiment", "kept", "perhaps", ends=2)
    assert json.loads(run("experiment", "show", "--json"))["kept"] == {"2026-06-23": "partly"}


def test_of_the_plan_no_more_is_shown_than_has_come_unless_all_is_asked_for(run, begun, later):
    later(5)
    whole = draw(42, pairs=6)
    shown = json.loads(run("experiment", "show", "--json"))
    assert (shown["blocks"], shown["seed"]) == (["off", "on"], None)
    lines = run("experiment", "show").splitlines()
    assert lines[-2:] == [
        "2026-06-18  2026-06-21  No caffeine after noon  1 of 4",
        "2026-06-22  2026-06-25  Coffee as usual         0 of 4",
    ]
    assert len(run("experiment", "show", "--plan").splitlines()) == len(lines) + 10
    shown = json.loads(run("experiment", "show", "--plan", "--json"))
    assert shown["seed"] == 42
    assert shown["blocks"][::2] == ["on" if first else "off" for first in whole.first_on]
    (listed,) = json.loads(run("list", "--json"))["experiments"]
    assert listed == shown


def test_the_result_comes_at_the_end_and_not_before(run, stored, begun, later):
    diary, plan = stored(), draw(42, pairs=6)
    for number in range(1, 48):  # the first day, one *off*, has its one entry
        later(1)
        for _each in range(3 if plan.is_on(number) else 1):
            diary.twitches.log(["chin"])
    said = json.loads(run("experiment", "result", "--json"))
    assert (said["headline"], said["outcome"]) == ("Day 48 of 48", None)
    assert {block["mean"] for block in said["blocks"]} == {None}
    assert "average" not in run("experiment", "show")
    later(1)
    said = json.loads(run("experiment", "result", "--json"))
    assert said["outcome"]["p"] == 2 / 64
    assert said["outcome"]["differs"] is True
    assert run("experiment", "result").splitlines()[:2] == [
        "Fewer twitches with “No caffeine after noon”.",
        (
            "On days with “No caffeine after noon” you logged 1.0 twitches on average, on days "
            "with “Coffee as usual” 3.0 (6 pairs of blocks, 48 of 48 days logged)."
        ),
    ]
    assert run("experiment", "show").splitlines()[-1].endswith("4 of 4       3.0")
    assert "over already" not in run("experiment", "kept", "yes", "--day", "yesterday")
    assert run("experiment", "stop", ends=2) == "No trial is planned or running."
    assert "Fewer twitches" in run("experiment", "list")


def test_one_that_was_stopped_says_why_there_is_no_test_and_can_be_removed(run, begun, later):
    later(3)
    said = run("experiment", "remove", ends=2)
    assert said == "This trial is running. Stop it first."
    assert run("experiment", "stop", "--why", "A cold") == "Trial of caffeine stopped.\n"
    assert run("experiment", "result").splitlines()[:3] == [
        "Stopped early, so there is no test.",
        "Stopped on 2026-06-21, day 4 of 48.",
        "Your reason: A cold",
    ]
    assert run("experiment", "today") == "No trial is planned or running.\n"
    assert "Stopped early" in run("experiment", "list")
    assert run("experiment", "remove", begun[:8]) == "Trial of caffeine removed.\n"
    assert run("experiment", "list") == "No trial is kept.\n"


@pytest.mark.in_file
def test_a_plan_changed_from_outside_is_told_and_can_be_removed(run, stored, begun):
    with closing(sqlite3.connect(stored().path)) as file, file:
        file.execute("UPDATE experiments SET blocks = '000000'")
    name = begun[:8]
    assert run("experiment", "list").startswith(f"Trial {name}, from 2026-06-18, is not used")
    assert json.loads(run("list", "--json"))["experiments"][0]["damaged"] is True
    for command in ("show", "result"):
        assert "not the one that was drawn" in run("experiment", command, ends=4)
    run("experiment", "remove", name)
    assert run("experiment", "list") == "No trial is kept.\n"
