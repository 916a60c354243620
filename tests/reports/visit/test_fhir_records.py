"""What was recorded, as it stands in the file for health records."""

from __future__ import annotations

from datetime import date

import pytest

from support.bundles import coded, parts, resources
from twitchlog.domain.profile import PartialDate
from twitchlog.reports.visit.fhir.parts import period
from twitchlog.reports.visit.prose import NBSP


def test_a_symptom_that_was_there_and_one_that_was_denied_are_told_apart_with_their_days(bundles):
    found = resources(bundles("example"), "Observation")
    symptoms = {
        (coded(each), each["valueCodeableConcept"]["text"]): each
        for each in found
        if coded(each) in {"75325-1", "111551-8"}
    }
    weakness = symptoms["111551-8", "Weakness"]
    assert weakness["effectiveDateTime"] == "2026-06-17"
    assert ("75325-1", "Weakness") not in symptoms
    gone = symptoms["75325-1", "Change in feeling"]
    assert gone["effectivePeriod"] == {"start": "2026-03-25", "end": "2026-04-22"}
    assert gone["bodySite"]["text"] == "left foot"
    assert "pins and needles" in gone["note"][1]["text"]
    assert symptoms["111551-8", "Change in feeling"]["effectiveDateTime"] == "2026-06-17"
    for each in symptoms.values():
        assert each["performer"] == [each["subject"]]
        assert each["category"][0]["coding"][0]["code"] == "symptom"


def test_what_was_answered_at_a_place_is_there_with_its_denominator(bundles):
    calf = next(
        each for each in resources(bundles("example"), "Observation")
        if each.get("bodySite", {}).get("text", "").startswith("left calf")
    )  # fmt: skip
    (often,) = parts(calf, "104156-5")
    assert often["valueRatio"]["numerator"] == {"value": 112}
    assert (
        often["valueRatio"]["denominator"]["value"],
        often["valueRatio"]["denominator"]["code"],
    ) == (79, "d")
    (strength,) = parts(calf, "64750-3")
    assert strength["valueCodeableConcept"]["text"] == "Mild"
    assert said(strength) == (
        "Median; barely 27, mild 42, clear 29, strong 7, of 105 of 112 entries with a strength"
    )
    assert said(parts(calf, "100752-5")[0]) == "Noted with 24 of 112 entries"
    (trend,) = parts(calf, "89253-9")
    assert said(trend).startswith("Last 28 days: ")
    assert not parts(calf, "99495-4")


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (PartialDate(2025), PartialDate(2025, 6), {"start": "2025", "end": "2025"}),
        (PartialDate(2025, 6), date(2025, 6, 9), {"start": "2025-06", "end": "2025-06"}),
        (PartialDate(2024), date(2025, 6, 9), {"start": "2024", "end": "2025-06-09"}),
        (date(2025, 6, 9), date(2025, 6, 9), {"start": "2025-06-09", "end": "2025-06-09"}),
        (PartialDate(2025, 7), date(2025, 6, 9), {"end": "2025-06-09"}),
        (PartialDate(2025, 7), None, {"start": "2025-07"}),
        (None, None, {}),
    ],
)
def test_of_every_period_a_server_can_tell_that_it_begins_before_it_ends(first, last, expected):
    """It compares the dates as far as both are known, and refuses what that leaves open."""
    assert period(first, last) == expected


def test_how_it_began_is_said_with_each_place_by_the_guides_codes(bundles):
    places = [
        each for each in resources(bundles("hostile"), "Observation")
        if each.get("valueCodeableConcept", {}).get("text") == "Muscle twitching"
    ]  # fmt: skip
    began = [part["valueCodeableConcept"] for each in places for part in parts(each, "99495-4")]
    assert len(began) == len(places) > 0
    assert {(each["text"], each["coding"][0]["code"]) for each in began} == {
        ("Gradual onset", "61751001")
    }


def said(component):
    return component["extension"][0]["valueAnnotation"]["text"].replace(NBSP, " ")


def test_a_laboratory_value_has_its_unit_its_range_and_the_side_of_it(bundles):
    values = {
        each["code"]["text"]: each
        for each in resources(bundles("years"), "Observation")
        if "valueQuantity" in each and each["effectiveDateTime"] == "2025-06-18"
    }
    potassium = values["Potassium"]
    assert potassium["valueQuantity"] == {
        "value": 3.3, "unit": "mmol/l", "system": "http://unitsofmeasure.org", "code": "mmol/L",
    }  # fmt: skip
    assert potassium["referenceRange"][0]["low"]["value"] == 3.5
    assert potassium["interpretation"][0]["coding"][0]["code"] == "L"
    below = values["Magnesium"]
    assert below["valueQuantity"]["comparator"] == "<"
    assert "interpretation" not in below
    assert "referenceRange" not in below


def test_a_medicine_has_its_doses_in_time_and_is_the_patients_own_statement(bundles):
    statements = {
        each["medicationCodeableConcept"]["text"]: each
        for each in resources(bundles("example"), "MedicationStatement")
    }
    diuretic = statements["Hydrochlorothiazide"]
    assert diuretic["status"] == "active"
    assert [each["doseAndRate"][0]["doseQuantity"]["value"] for each in diuretic["dosage"]] == [
        12.5, 25,
    ]  # fmt: skip
    assert diuretic["informationSource"] == diuretic["subject"]
    assert statements["Ibuprofen"]["status"] == "completed"
    assert statements["Magnesium"]["reasonCode"] == [{"text": "Muscle twitching"}]


def test_what_was_tried_says_when_and_what_it_changed(bundles):
    tried = {each["code"]["text"]: each for each in resources(bundles("example"), "Procedure")}
    stretching = tried["Stretching"]
    assert stretching["status"] == "in-progress"
    assert stretching["outcome"] == {"text": "A little better"}
    assert stretching["asserter"] == stretching["subject"]
    assert tried["Less caffeine"]["status"] == "completed"
    assert tried["Less caffeine"]["performedPeriod"]["end"] == "2026-05-04"


def test_a_denied_condition_is_refuted_and_one_of_the_family_keeps_who_it_was(bundles):
    conditions = {
        each["code"]["text"]: each["verificationStatus"]["coding"][0]["code"]
        for each in resources(bundles("example"), "Condition")
    }
    assert conditions["High blood pressure"] == "unconfirmed"
    assert conditions["An autoimmune condition"] == "refuted"
    mother = next(
        each for each in resources(bundles("example"), "FamilyMemberHistory")
        if each["relationship"]["text"] == "Mother"
    )  # fmt: skip
    assert mother["condition"] == [{"code": {"text": "High blood pressure"}}]


def test_what_stands_around_the_seven_answers_comes_along_in_the_order_of_the_page(bundles, golden):
    summary = golden.summary("example")
    (response,) = resources(bundles("example"), "QuestionnaireResponse")
    assert [item["linkId"] for item in response["item"]] == [
        "signs", *"1234567", "since-visit", "goes-with", "asked",
    ]  # fmt: skip
    said = {
        item["linkId"]: [each["valueString"] for each in item["answer"]]
        for item in response["item"]
    }
    assert said["signs"][0].startswith("Reported: Persistent twitching: left calf, on ")
    assert said["asked"] == list(summary.questions.asked)
    assert "Going together does not show that one causes the other." in said["goes-with"][-1]
    assert said["since-visit"][0].startswith("Since the visit on 27 Mar 2026: ")
