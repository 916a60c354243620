"""`medicine` and `treatment`: what is kept, and what is refused in one sentence."""

from __future__ import annotations

import json

import pytest


def test_a_medicine_is_added_and_comes_back_as_json(run):
    said = run(
        "medicine", "add", "Hydrochlorothiazide", "--dose", "25 mg", "--schedule", "daily",
        "--since", "2026-05", "--not-for-twitching", "--note", "in the morning",
    )  # fmt: skip
    assert said == "Hydrochlorothiazide added: diuretic, 25 mg once a day, since 2026-05.\n"
    (medicine,) = json.loads(run("list", "--json"))["medications"]
    assert medicine | {"id": "…"} == {
        "id": "…",
        "name": "Hydrochlorothiazide",
        "class": "diuretic",
        "amount": 25.0,
        "unit": "mg",
        "schedule": "once",
        "started": "2026-05",
        "stopped": None,
        "treats_twitching": False,
        "note": "in the morning",
        "dose_changes": [],
        "intakes": [],
    }
    assert json.loads(run("medicine", "list", "--json")) == [medicine]
    assert "Hydrochlorothiazide  Diuretic  25 mg once a day" in run("medicine", "list")


def test_a_new_dose_a_stop_and_a_removal(run):
    run("medicine", "add", "Sertraline", "--dose", "50 mg", "--schedule", "once")
    assert run("medicine", "dose", "sert", "75", "--since", "2026-05-10") == (
        "Sertraline: new dose saved: antidepressant, 75 mg once a day.\n"
    )
    assert run("medicine", "stop", "sertraline") == "Sertraline stopped: 2026-06-18.\n"
    (medicine,) = json.loads(run("medicine", "list", "--json"))
    assert medicine["dose_changes"][0]["amount"] == 75.0
    assert medicine["stopped"] == "2026-06-18"
    assert run("medicine", "remove", medicine["id"][:8]) == "Sertraline removed.\n"
    assert run("medicine", "list") == "No medicines are recorded.\n"
    run("undo")
    assert "Sertraline" in run("medicine", "list")


def test_a_dose_above_the_usual_one_is_said_with_what_to_do(run):
    run("medicine", "add", "Sertraline", "--dose", "50 mg")
    plain = run("medicine", "took", "Sertraline", "--late", "--ago", "2h")
    assert plain == "Sertraline: late dose recorded: 2026-06-18 19:04.\n"
    said = run("medicine", "took", "Sertraline", "--extra", "--amount", "100 mg")
    assert said.startswith(
        "Sertraline: extra dose recorded: 2026-06-18 21:04, 100 mg. "
        "More than your usual dose of 50 mg. If you feel unwell"
    )
    assert said.endswith("This is general information, not a diagnosis.\n")
    intakes = json.loads(run("medicine", "list", "--json"))[0]["intakes"]
    assert [each["more_than_usual"] for each in intakes] == [True, False]


def test_a_medicine_as_needed_takes_own_words_and_units(run):
    run("medicine", "add", "Spray", "--dose", "2 sprays", "--schedule", "when it cramps",
        "--class", "muscle relaxant")  # fmt: skip
    run("medicine", "took", "spray", "--as-needed", "--amount", "1 sprays")
    (medicine,) = json.loads(run("medicine", "list", "--json"))
    assert (medicine["unit"], medicine["schedule"], medicine["class"]) == (
        "sprays", "when it cramps", "muscle-relaxant",
    )  # fmt: skip
    assert medicine["intakes"][0]["kind"] == "as-needed"


@pytest.mark.parametrize(
    "wrong",
    [
        ["add", " "],
        ["add", "x", "--dose", "much"],
        ["add", "x", "--dose", "0 mg"],
        ["add", "x", "--class", "no-such"],
        ["add", "x", "--since", "2029"],
        ["add", "x", "--since", "2026-05", "--until", "2026-04"],
        ["dose", "Aspirin", "5 mg", "--since", "2020"],
        ["dose", "nobody", "5 mg"],
        ["stop", "Aspirin", "--on", "2020"],
        ["stop", "A"],
        ["took", "Aspirin"],
        ["took", "Aspirin", "--extra", "--late"],
        ["took", "Aspirin", "--extra", "--amount", "2 tablets"],
        ["took", "Aspirin", "--extra", "--at", "2027-01-01 10:00"],
        ["remove", "nobody"],
    ],
    ids=" ".join,
)
def test_what_cannot_be_is_refused_and_changes_nothing(run, wrong):
    run("medicine", "add", "Aspirin", "--dose", "100 mg", "--since", "2026-03")
    run("medicine", "add", "Atenolol")
    before = run("list", "--json")
    run("medicine", *wrong, ends=2)
    assert run("list", "--json") == before


def test_treatments_are_added_stopped_listed_and_removed(run):
    assert run("treatment", "add", "Stretching", "--since", "2026-05", "--effect", "much better")
    assert run("treatment", "add", "Hot bath", "--note", "evenings") == "Hot bath added.\n"
    assert (
        run("treatment", "stop", "hot", "--on", "2026-06-01") == "Hot bath stopped: 2026-06-01.\n"
    )
    first, second = json.loads(run("treatment", "list", "--json"))
    assert (first["kind"], first["effect"], first["started"]) == (
        "stretching", "much-better", "2026-05",
    )  # fmt: skip
    assert (second["kind"], second["words"], second["stopped"]) == ("own", "Hot bath", "2026-06-01")
    assert json.loads(run("list", "--json"))["treatments"] == [first, second]
    assert "Much better" in run("treatment", "list")
    assert run("treatment", "remove", "Stretching") == "Stretching removed.\n"
    run("treatment", "add", "rest", "--effect", "so so", ends=2)
    run("treatment", "stop", "nothing", ends=2)


def test_nothing_recorded_is_said(run):
    run("log", "chin")
    assert run("medicine", "list") == "No medicines are recorded.\n"
    assert run("treatment", "list") == "No treatments are recorded.\n"
