"""`checkin`, `dose` and `factor`: everything a day may hold, from the command line and back."""

from __future__ import annotations

import json

import pytest

from support.rows import rows_of
from twitchlog.domain.factor import FACTORS, Kind


def listed(run, kind):
    return json.loads(run("list", "--json"))[kind]


def test_every_built_in_factor_can_be_entered_and_comes_back(run):
    run(
        "checkin", "--bed", "23:10", "--wake", "6:40", "--quality", "good", "--stress", "some",
        "--anxiety", "a little", "--caffeine", "190 mg", "--alcohol", "14,8", "--nicotine", "3",
        "--water", "1.5 l", "--meals-skipped", "1", "--exercise", "30", "--kind", "walking",
        "--effort", "light", "--screen-time", "6", "--medicine", "yes", "--illness", "none",
        "--cold", "1", "--period", "no", "--set", "Stimulants not prescribed=no",
        "--set", "magnesium=yes", "--set", "Potassium=no", "--set", "calcium=no",
        "--set", "Vitamin D=yes", "--set", "vitamin-b12=no", "--ate", "rice and beans",
        "--note", "long day",
    )  # fmt: skip
    (said,) = listed(run, "checkins")
    assert list(said["amounts"]) == list(FACTORS)
    assert said["amounts"] == {
        "sleep": 7.5, "sleep-quality": 7, "stress": 2, "anxiety": 1, "caffeine": 190,
        "alcohol": 14.8, "nicotine": 3, "water": 1.5, "meals-skipped": 1, "exercise": 30,
        "screen-time": 6, "medicine": 1, "stimulants": 0, "magnesium": 1, "potassium": 0,
        "calcium": 0, "vitamin-d": 1, "vitamin-b12": 0, "illness": 0, "cold": 1, "period": 0,
    }  # fmt: skip
    assert said["details"]["sleep"]["bed"] == "23:10"
    assert said["details"]["exercise"] == {
        "bed": None, "wake": None, "kind": "walking", "effort": "light",
    }  # fmt: skip
    assert (said["ate"], said["note"]) == ("rice and beans", "long day")
    run("checkin", "--stress", "0")
    (kept,) = listed(run, "checkins")
    assert (kept["details"], kept["ate"]) == (said["details"], said["ate"])


def test_something_of_ones_own_is_added_answered_moved_and_hidden(run):
    assert run("factor", "add", "Ice cream", "--kind", "amount", "--unit", "scoops",
               "--most", "9", "--habit") == "Ice cream added.\n"  # fmt: skip
    run("factor", "add", "Mood", "--kind", "scale")
    run("checkin", "--set", "ice cream=2 scoops", "--set", "Mood=7")
    own = [each for each in listed(run, "factors") if each["own"]]
    assert [(each["name"], each["unit"], each["most"], each["habit"]) for each in own] == [
        ("Ice cream", "scoops", 9, True), ("Mood", "", 10, False),
    ]  # fmt: skip
    (said,) = listed(run, "checkins")
    assert sorted(said["amounts"].values()) == [2, 7]
    run("factor", "move", "Mood", "1")
    run("factor", "hide", "cold")
    run("factor", "ask", "water")
    factors = json.loads(run("factor", "list", "--json"))
    assert factors[0]["name"] == "Mood"
    by_id = {each["id"]: each for each in factors}
    assert (by_id["cold"]["shown"], by_id["water"]["asked"]) == (False, True)
    run("factor", "show", "cold")
    run("factor", "ask", "water", "--on-tap")
    assert [each["asked"] for each in json.loads(run("factor", "list", "--json"))].count(True) == 7
    shown = run("factor", "list")
    assert shown.splitlines()[1].split()[0] == "Mood"
    assert "scoops" in shown


@pytest.mark.parametrize(
    ("what", "expected"),
    [
        (["espresso"], ("caffeine", 65, "espresso")),
        (["coffee"], ("caffeine", 95, "filter-coffee")),
        (["green", "tea"], ("caffeine", 30, "green-tea")),
        (["beer"], ("alcohol", 13.0, "beer-small")),
        (["Large beer"], ("alcohol", 19.7, "beer-large")),
        (["caffeine", "80"], ("caffeine", 80, None)),
        (["caffeine 80 mg"], ("caffeine", 80, None)),
        (["espresso", "130"], ("caffeine", 130, "espresso")),
        (["walking", "30 min", "--effort", "hard"], ("exercise", 30, "walking")),
        (["cigarette"], ("nicotine", 1, "cigarette")),
        (["water", "0,3"], ("water", 0.3, None)),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_dose_is_logged_by_its_name(run, what, expected):
    run("dose", *what, "--ago", "20m")
    (dose,) = listed(run, "doses")
    assert (dose["factor"], dose["amount"], dose["preset"]) == expected
    assert dose["at"] == "2026-06-18T20:44:00+02:00"
    assert dose["effort"] == ("hard" if "walking" in what else None)


def test_doses_and_the_check_in_are_never_counted_twice(run, stored):
    run("dose", "coffee")
    run("checkin", "--caffeine", "190")
    assert run("dose", "espresso", "--at", "8:10") == "Espresso logged: 2026-06-18 08:10.\n"
    (said,) = listed(run, "checkins")
    assert said["amounts"]["caffeine"] == 255
    run("undo")
    assert stored().checkins.all()[0].amounts["caffeine"] == 190


def test_ones_own_amount_is_logged_too(run, stored):
    own = stored().factors.add("Ice cream", Kind.AMOUNT, unit="scoops").value
    run("dose", "ice", "cream", "2")
    assert listed(run, "doses")[0]["factor"] == own.id


@pytest.mark.parametrize(
    "wrong",
    [
        ["dose", "nectar"], ["dose", "caffeine"], ["dose", "walking"], ["dose", "caffeine", "6000"],
        ["dose", "stress", "2"], ["dose", "espresso", "--at", "2026-06-19 08:00"],
        ["dose", "walking", "30", "--effort", "wild"], ["dose", "espresso", "--ago", "5"],
        ["checkin", "--set", "moon=1"], ["checkin", "--set", "water"],
        ["checkin", "--set", "water=lots"], ["checkin", "--bed", "23:10"],
        ["checkin", "--bed", "7:00", "--wake", "7:00"],
        ["checkin", "--bed", "late", "--wake", "7:00"],
        ["checkin", "--sleep", "7", "--bed", "23:10", "--wake", "6:40"],
        ["checkin", "--quality", "11"], ["checkin", "--kind", "walking"],
        ["checkin", "--exercise", "30", "--kind", "flying"], ["checkin", "--period", "perhaps"],
        ["checkin", "--nicotine", "500"],
        ["factor", "add", ""], ["factor", "add", "Caffeine"], ["factor", "add", "A", "--kind", "x"],
        ["factor", "hide", "moon"], ["factor", "move", "water", "0"], ["factor", "ask", "moon"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_what_cannot_be_is_refused_in_one_sentence_and_nothing_changes(run, tmp_path, wrong):
    run("log", "chin")
    before = rows_of(tmp_path / "diary.sqlite", steps=True)
    run(*wrong, ends=2)
    assert rows_of(tmp_path / "diary.sqlite", steps=True) == before


@pytest.mark.in_file
@pytest.mark.parametrize("wrong", [["dose", "nectar", "5"], ["checkin", "--set", "moon=1"]],
                         ids=" ".join)  # fmt: skip
def test_what_is_not_known_begins_no_diary(run, tmp_path, wrong):
    run(*wrong, ends=4)
    assert not (tmp_path / "diary.sqlite").exists()
