"""Medicines: names that are known, doses in words, and the dose of any day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twitchlog.domain.errors import BadInput
from twitchlog.domain.medication import (
    AS_NEEDED,
    SCHEDULES,
    UNITS,
    Dose,
    DoseChange,
    Intake,
    IntakeKind,
    Medication,
    checked,
    say_amount,
)
from twitchlog.domain.medicine_names import (
    CLASSES,
    OTHER,
    class_or_other,
    known_names,
    proposed,
    recognised,
)
from twitchlog.domain.profile import PartialDate

TODAY = date(2026, 6, 18)


def partial(text):
    return PartialDate.parse(text)


@pytest.fixture
def medicine():
    return Medication(
        "m",
        "Sertraline",
        "antidepressant",
        Dose(50, "mg", "once"),
        started=partial("2026-03"),
        changes=(DoseChange("c", partial("2026-05-10"), Dose(75, "mg", "once")),),
    )


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("betamethasone", "corticosteroid"),
        ("Prednisone 5 mg", "corticosteroid"),
        ("CARISOPRODOL", "muscle-relaxant"),
        ("cyclobenzaprine", "muscle-relaxant"),
        ("incobotulinumtoxinA", "neuromuscular-blocker"),
        ("rimabotulinumtoxinB", "neuromuscular-blocker"),
        ("hydrochlorothiazide", "diuretic"),
        ("furosemide, retard", "diuretic"),
        ("estradiol", "oestrogen"),
        ("methylphenidate", "stimulant"),
        ("amphetamine", "stimulant"),
        ("Vitamin D 1000", "supplement"),
        ("something of my own", None),
        ("", None),
    ],
)
def test_well_known_names_are_recognised(written, kind):
    assert recognised(written) == kind


def test_names_are_proposed_while_they_are_written():
    assert "Prednisone" in proposed("pred")
    assert proposed("p") == ()
    assert proposed("prednisone") == ()
    assert proposed("rimabot") == ("RimabotulinumtoxinB",)


def test_every_known_name_has_a_class_and_each_class_is_explained():
    assert set(known_names().values()) <= set(CLASSES)
    assert all(each.label and each.explained for each in CLASSES.values())
    assert class_or_other("from a newer diary").id == OTHER


def test_a_dose_is_said_as_people_say_it():
    assert Dose(25, "mg", "twice").label == "25 mg"
    assert Dose(25, "mg", "twice").often == "twice a day"
    assert say_amount(1, "tablets") == "1 tablet"
    assert say_amount(0.5, "tablets") == "0.5 tablet"
    assert say_amount(2, "tablets") == "2 tablets"
    assert say_amount(1, "patch") == "1 patch"
    assert say_amount(3, "sprays of my own") == "3 sprays of my own"
    assert say_amount(3, "") == "3"
    assert Dose().label == ""
    assert Dose(schedule="when it hurts").often == "when it hurts"
    assert AS_NEEDED in SCHEDULES
    assert "mg" in UNITS


def test_the_dose_of_any_day_is_known(medicine):
    assert medicine.dose_on(date(2026, 2, 28)) is None
    assert medicine.dose_on(date(2026, 3, 1)).amount == 50
    assert medicine.dose_on(date(2026, 5, 9)).amount == 50
    assert medicine.dose_on(date(2026, 5, 10)).amount == 75
    stopped = replace(medicine, stopped=partial("2026-06-01"))
    assert stopped.dose_on(date(2026, 6, 1)).amount == 75
    assert stopped.dose_on(date(2026, 6, 2)) is None
    assert stopped.is_past(TODAY)
    assert not replace(medicine, stopped=partial("2026-07-01")).is_past(TODAY)


def test_an_amount_above_the_dose_of_its_day_is_more_than_usual(medicine, clock):
    def of(amount, kind=IntakeKind.EXTRA):
        return medicine.more_than_usual(Intake("i", "m", kind, clock.now(), amount))

    assert of(76)
    assert not of(75)
    assert not of(None)
    assert not of(100, IntakeKind.MISSED)
    unknown = replace(medicine, dose=Dose(), changes=())
    assert not unknown.more_than_usual(Intake("i", "m", IntakeKind.EXTRA, clock.now(), 5))


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": "  "},
        {"name": "x" * 121},
        {"kind": "no-such"},
        {"dose": Dose(0, "mg")},
        {"dose": Dose(-1, "mg")},
        {"dose": Dose(float("nan"), "mg")},
        {"dose": Dose(float("inf"), "mg")},
        {"stopped": partial("2026-02")},
        {"stopped": partial("2026-05-09")},
        {"started": partial("2026-05-11")},
        {"started": partial("2027-06-20")},
        {"started": partial("1979")},
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(medicine, wrong):
    with pytest.raises(BadInput) as refused:
        checked(replace(medicine, **wrong), today=TODAY, born=date(1980, 2, 1))
    assert refused.value.sentence.count(".") >= 1


def test_a_start_can_be_planned_and_stop_and_start_may_be_the_same_month(medicine):
    plain = replace(medicine, changes=())
    checked(replace(plain, started=partial("2027-06-19")), today=TODAY, born=None)
    checked(replace(plain, stopped=partial("2026-03")), today=TODAY, born=None)
    injected = replace(plain, started=partial("2026-06-18"), stopped=partial("2026-06-18"))
    checked(injected, today=TODAY, born=None)
    assert injected.dose_on(TODAY) is not None


@given(
    start=st.integers(0, 400),
    changes=st.lists(st.tuples(st.integers(0, 400), st.floats(0.1, 500)), max_size=5),
    asked=st.integers(-50, 500),
)
def test_the_newest_dose_agreed_by_a_day_is_the_one_of_that_day(start, changes, asked):
    first = date(2025, 1, 1)

    def day(n):
        return PartialDate.of(first + timedelta(days=n))

    later = sorted((start + after, amount) for after, amount in changes)
    known = checked(
        Medication(
            "m",
            "x",
            dose=Dose(1000, "mg"),
            started=day(start),
            changes=tuple(
                DoseChange(str(n), day(on), Dose(amount, "mg"))
                for n, (on, amount) in enumerate(later)
            ),
        ),
        today=date(2027, 1, 1),
        born=None,
    )
    found = known.dose_on(first + timedelta(days=asked))
    if asked < start:
        assert found is None
        return
    reached = [amount for on, amount in later if on <= asked]
    assert found.amount == (reached[-1] if reached else 1000)


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_a_date_known_in_part_covers_every_day_it_can_mean(day):
    for known in (
        PartialDate.of(day),
        PartialDate(day.year, day.month),
        PartialDate(day.year),
    ):
        assert known.earliest <= day <= known.latest
        assert (known.latest + timedelta(days=1)).strftime("%m-%d") == "01-01" or known.month
        assert PartialDate.parse(str(known)) == known
