"""`list --json`: everything the diary holds comes back, one key a kind."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from twitchlog.commands.everything import READERS
from twitchlog.domain.medication import Dose, IntakeKind
from twitchlog.domain.profile import PartialDate, Profile
from twitchlog.domain.rest import RestCount, Tap
from twitchlog.domain.symptom import Amount
from twitchlog.domain.treatment import Effect


@pytest.fixture
def full(stored, clock):
    """A diary with something of each kind, yesterday and today."""
    diary = stored()
    yesterday = clock.now().shifted(timedelta(days=-1))
    for moment in (yesterday, clock.now()):
        diary.twitches.log(["calf-left"], moment=moment)
        diary.checkins.save(moment.day, {"sleep": 7}, note="said")
        diary.symptoms.answer(
            "cramps", present=True, day=moment.day, where="calf", since=PartialDate(2026, 5),
            amount=Amount.LOT, sites=["calf-left"],
        )  # fmt: skip
        start = moment.earlier(minutes=3)
        diary.rest.save(RestCount(start, 120.0, (Tap(500, "chin"), Tap(90_000))))
    medicine = diary.medications.add(
        "Furosemide", dose=Dose(20, "mg", "once"), started=PartialDate(2026, 3), treats=False
    ).value
    diary.medications.change_dose(medicine.id, PartialDate(2026, 5, 1), Dose(40, "mg", "once"))
    for moment in (yesterday, clock.now()):
        diary.medications.take(medicine.id, IntakeKind.EXTRA, moment=moment, amount=80)
    diary.treatments.add("stretching", effect=Effect.LITTLE, started=PartialDate(2026))
    diary.profile.save(Profile(name="A. N. Other", conditions="none"))
    return diary


def test_everything_comes_back_with_one_key_a_kind(run, full):
    said = json.loads(run("list", "--json"))
    assert set(said) == set(READERS)
    (medicine,) = said["medications"]
    assert (medicine["name"], medicine["class"], medicine["started"]) == (
        "Furosemide", "diuretic", "2026-03",
    )  # fmt: skip
    assert (medicine["amount"], medicine["unit"], medicine["schedule"]) == (20, "mg", "once")
    assert medicine["treats_twitching"] is False
    (change,) = medicine["dose_changes"]
    assert (change["since"], change["amount"]) == ("2026-05-01", 40)
    assert [each["day"] for each in medicine["intakes"]] == ["2026-06-17", "2026-06-18"]
    assert medicine["intakes"][0]["more_than_usual"] is True
    assert said["treatments"][0]["effect"] == "a-little-better"
    assert [each["kind"] for each in said["symptoms"]] == ["cramps", "cramps"]
    cramps = said["symptoms"][0]
    assert (cramps["since"], cramps["amount"], cramps["sites"]) == (
        "2026-05", "lot", ["calf-left"],
    )  # fmt: skip
    assert (said["rest_counts"][0]["count"], said["rest_counts"][0]["rate"]) == (2, 1.0)
    assert said["rest_counts"][0]["taps"][0] == {"after_ms": 500, "site": "chin"}
    assert said["profile"]["conditions"] == "none"


@pytest.mark.parametrize(
    "options",
    [
        ["--day", "today"],
        ["--last", "1"],
        ["--from", "2026-06-18"],
    ],
    ids=" ".join,
)
def test_what_is_asked_for_cuts_dated_things_alone(run, full, options):
    said = json.loads(run("list", *options, "--json"))
    for kind in ("twitches", "checkins", "symptoms", "rest_counts"):
        assert [each["day"] for each in said[kind]] == ["2026-06-18"]
    assert [each["day"] for each in said["medications"][0]["intakes"]] == ["2026-06-18"]
    assert len(said["medications"][0]["dose_changes"]) == 1
    assert len(said["treatments"]) == 1
    assert said["profile"]["name"] == "A. N. Other"


def test_more_than_a_screenful_of_entries_comes_back_whole(run, stored):
    diary = stored()
    for _n in range(25):
        diary.twitches.log(["chin"])
    assert len(json.loads(run("list", "--json"))["twitches"]) == 25
    assert len(run("list").splitlines()) == 21
