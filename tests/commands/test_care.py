"""Conditions, tests, appointments and questions from the command line, and back as JSON."""

from __future__ import annotations

import json

import pytest
from PIL import Image


def test_a_condition_is_recorded_listed_and_removed(run, stored):
    assert run("condition", "add", "Migraine", "--since", "2019") == "Migraine: saved.\n"
    run("condition", "add", "nerve-muscle", "--no", "--family", "--answered", "2026-06-09")
    run("condition", "add", "neuropathy", "--who", "Mother", "--note", "both feet")
    shown = run("condition", "list")
    assert "No known nerve or muscle condition in the family" in shown
    assert "Mother: neuropathy" in shown
    assert "2019" in shown
    said = json.loads(run("condition", "list", "--json"))
    assert [each["kind"] for each in said] == ["migraine", "neuropathy", "nerve-muscle"]
    assert said[2] == json.loads(run("list", "--json"))["conditions"][2]
    assert (said[2]["present"], said[2]["answered"]) == (False, "2026-06-09")
    assert run("condition", "remove", said[0]["id"][:8]) == "Migraine: removed.\n"
    assert len(stored().conditions.all()) == 2


def test_a_test_is_recorded_with_its_values_and_a_file(run, tmp_path):
    sheet = tmp_path / "sheet.png"
    Image.new("RGB", (4, 4)).save(sheet)
    out = run(
        "test", "add", "blood", "--date", "2026-06-02", "--place", "Family practice",
        "--value", "potassium=3,4 mmol/l (3,5-5,1)", "--value", "TSH = 1.9 mU/l",
        "--result", "Potassium a little low", "--file", sheet,
    )  # fmt: skip
    assert out.splitlines() == [
        "Blood test: saved.",
        "  Potassium 3.4 mmol/l (3.5–5.1), below the laboratory’s range",
        "  TSH 1.9 mU/l",
    ]
    (test,) = json.loads(run("list", "--json"))["tests"]
    assert (test["kind"], test["day"], test["place"]) == ("blood", "2026-06-02", "Family practice")
    assert [(each["analyte"], each["out_of_range"]) for each in test["values"]] == [
        ("potassium", "low"), ("tsh", None),
    ]  # fmt: skip
    assert [file["name"] for file in test["files"]] == ["sheet.png"]
    assert "Potassium 3.4 mmol/l" in run("test", "list")
    assert json.loads(run("test", "list", "--json")) == [test]
    run("undo")
    assert json.loads(run("list", "--json"))["tests"] == []


def test_a_test_of_any_other_kind_and_part_can_be_recorded(run):
    run("test", "add", "MRI", "--part", "Brain", "--date", "2026")
    run("test", "add", "Lumbar puncture")
    tests = json.loads(run("test", "list", "--json"))
    assert [(test["name"], test["part"], test["day"]) for test in tests] == [
        ("MRI, brain", "brain", "2026"), ("Lumbar puncture", "", None),
    ]  # fmt: skip
    run("test", "remove", tests[0]["id"])
    assert "MRI" not in run("test", "list")


def test_an_appointment_is_planned_and_what_was_said_is_kept(run):
    run("appointment", "add", "Dr Who", "--day", "2026-07-01", "--at", "9:30", "--place", "Clinic")
    run("appointment", "add", "Family practice", "--day", "2026-06-02")
    assert run("appointment", "said", "Come back in a month.") == "Family practice: saved.\n"
    past, planned = json.loads(run("list", "--json"))["appointments"]
    assert (past["with"], past["said"]) == ("Family practice", "Come back in a month.")
    assert (planned["day"], planned["time"], planned["place"]) == ("2026-07-01", "09:30", "Clinic")
    assert "Come back in a month." in run("appointment", "list")
    run("appointment", "remove", planned["id"][:6])
    assert "Dr Who" not in run("appointment", "list")


def test_questions_are_noted_answered_and_listed(run):
    made = json.loads(run("appointment", "add", "Dr Who", "--day", "2026-07-01", "--json"))
    run("question", "add", "Is it the tea?")
    run("question", "add", "Do I need an EMG?", "--id", made["id"])
    first, second = json.loads(run("question", "list", "--json"))
    assert (first["appointment"], second["appointment"]) == (None, made["id"])
    assert run("question", "answer", first["id"], "No.") == "Answer saved.\n"
    shown = run("question", "list")
    assert "No." in shown
    assert "Dr Who 2026-07-01" in shown
    run("question", "remove", second["id"])
    assert [each["answer"] for each in json.loads(run("list", "--json"))["questions"]] == ["No."]


@pytest.mark.parametrize(
    "arguments",
    [
        ["condition", "add", "als", "--since", "someday"],
        ["condition", "add", "als", "--who", "neighbour"],
        ["condition", "add", " "],
        ["test", "add", "blood", "--value", "potassium"],
        ["test", "add", "blood", "--value", "potassium=1,200"],
        ["test", "add", "blood", "--value", "potassium=3 mmol/l (5-4)"],
        ["test", "add", "blood", "--date", "2027"],
        ["test", "add", "blood", "--file", "nowhere.png"],
        ["appointment", "add"],
        ["appointment", "add", "Dr Who", "--at", "25:00"],
        ["question", "add", " "],
    ],
    ids=" ".join,
)
def test_what_cannot_be_recorded_is_refused_in_one_sentence(run, stored, arguments):
    stored().close()
    run(*arguments, ends=2)
    diary = stored()
    assert diary.next_undo() is None


def test_an_id_that_names_nothing_or_several_is_refused(run):
    run("appointment", "add", "Dr Who")
    assert "Nothing there" in run("appointment", "remove", "zzz", ends=2)
    assert "No appointment has been yet" in run("appointment", "said", "Hm.", ends=2)
    for number in range(17):
        run("question", "add", f"Number {number}?")
    first = {each["id"][0] for each in json.loads(run("question", "list", "--json"))}
    told = [run("question", "answer", letter, "x", ends=2) for letter in first
            if _several(run, letter)]  # fmt: skip
    assert all("Several have an id" in each for each in told)
    assert told


def _several(run, letter):
    ids = [each["id"] for each in json.loads(run("question", "list", "--json"))]
    return sum(each.startswith(letter) for each in ids) > 1
