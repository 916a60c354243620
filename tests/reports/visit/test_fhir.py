"""The bundle for health records, read back by libraries of others."""

from __future__ import annotations

import json
import re
import uuid

import pytest
from fhir.resources.R4B.bundle import Bundle
from fhirclient.models.bundle import Bundle as R4Bundle

from support import golden as five
from support.hostile import WORDS
from twitchlog.domain.profile import Profile
from twitchlog.reports.visit.compose import summarise
from twitchlog.reports.visit.fhir import bundle, write_fhir
from twitchlog.reports.visit.fhir.reading import read_record
from twitchlog.reports.visit.prose import NBSP
from twitchlog.reports.visit.text import as_data

LOINC = "http://loinc.org"
VERIFIED = {
    LOINC: {
        "75325-1", "111551-8", "64750-3", "100752-5", "100753-3", "104156-5", "89253-9",
    },
    "http://human-phenotype-ontology.org": {"HP:0002380"},
    "http://hl7.org/fhir/sid/icd-10": {"R25.3"},
    "http://hl7.org/fhir/uv/symptoms/CodeSystem/SymptomTemporary": {"symptom"},
    "http://terminology.hl7.org/CodeSystem/observation-category": {
        "laboratory", "procedure", "imaging",
    },
    "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation": {"L", "H", "N"},
    "http://terminology.hl7.org/CodeSystem/condition-ver-status": {"unconfirmed", "refuted"},
    "http://terminology.hl7.org/CodeSystem/v3-RoleCode": {
        "MTH", "FTH", "SIS", "BRO", "CHILD", "GRPRN", "COUSN", "FAMMEMB",
    },
}  # fmt: skip
"""Every code that may be given; a new one is looked up first, then added here."""


FORBIDDEN = {"dataAbsentReason", "interpretation", "specimen", "device", "referenceRange"}


@pytest.fixture(scope="module")
def made(golden):
    """Return the bundle of a golden diary as it is read from the file: `made("example")`."""
    kept = {}

    def read(name):
        if name not in kept:
            visit, profile = golden.read(name)
            with golden.opened(name) as diary:
                record = read_record(diary, visit, profile, golden.summary(name))
            kept[name] = write_fhir(record).decode()
        return json.loads(kept[name])

    return read


def resources(made, kind):
    return [each["resource"] for each in made["entry"] if each["resource"]["resourceType"] == kind]


def walk(value):
    if isinstance(value, dict):
        yield value
        for each in value.values():
            yield from walk(each)
    elif isinstance(value, list):
        for each in value:
            yield from walk(each)


def coded(resource):
    return resource["code"].get("coding", [{}])[0].get("code")


def parts(observation, code):
    return [each for each in observation.get("component", ()) if coded(each) == code]


@pytest.mark.parametrize("name", five.NAMES)
def test_two_libraries_take_it_as_fhir_r4_and_give_back_the_answers_and_the_sites(
    made, golden, name
):
    """One of them has the models of R4 4.0.1, the other those of R4B with the forms of values."""
    summary = golden.summary(name)
    Bundle.model_validate(made(name))
    read = R4Bundle(made(name), strict=True)
    assert read.type == "collection"
    found = [entry.resource for entry in read.entry]
    (response,) = [each for each in found if each.resource_type == "QuestionnaireResponse"]
    seven = [item for item in response.item if item.linkId.isdigit()]
    assert [item.linkId for item in seven] == list("1234567")
    assert [item.text for item in seven] == [answer.question for answer in summary.answers]
    data = as_data(summary)["answers"]
    for item, answer, plain in zip(seven, summary.answers, data, strict=True):
        said = item.answer[0]
        assert said.valueString == clean(answer.printed().plain)
        if answer.own_words:
            assert said.item[0].answer[0].valueString == clean(answer.own_words)
        else:
            assert said.valueString == plain["answer"]
    sites = [
        each for each in found
        if each.resource_type == "Observation" and each.valueCodeableConcept
        and each.valueCodeableConcept.text == "Muscle twitching"
    ]  # fmt: skip
    assert [each.bodySite.text.split(" (")[0] for each in sites] == [
        place.name for place in summary.body_map.places
    ]
    assert [each.component[0].valueRatio.numerator.value for each in sites] == [
        place.entries for place in summary.body_map.places
    ]
    for each in sites:
        assert each.component[0].valueRatio.denominator.value == summary.logged


def clean(words):
    kept = re.sub("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", words)
    return re.sub(r"[^\S \t\n\r]", " ", kept).strip()


@pytest.mark.parametrize("name", five.NAMES)
def test_every_code_is_one_that_was_looked_up_and_no_resource_claims_a_profile(made, name):
    for each in walk(made(name)):
        if "system" in each and "code" in each and "value" not in each:
            assert each["code"] in VERIFIED[each["system"]]
        assert "profile" not in each.get("meta", {})


@pytest.mark.parametrize("name", five.NAMES)
def test_every_reference_leads_to_a_resource_of_the_bundle_and_every_id_is_there_once(made, name):
    entries = made(name)["entry"]
    urls = [entry["fullUrl"] for entry in entries]
    assert len(set(urls)) == len(urls)
    for entry in entries:
        assert entry["fullUrl"] == f"urn:uuid:{uuid.UUID(entry['resource']['id'])}"
    pointed = {each["reference"] for each in walk(made(name)) if "reference" in each}
    assert pointed <= set(urls)


@pytest.mark.parametrize("name", five.NAMES)
def test_every_narrative_is_text_and_nothing_but_text(made, name):
    from defusedxml.ElementTree import fromstring

    for entry in made(name)["entry"]:
        root = fromstring(entry["resource"]["text"]["div"])
        assert {each.tag.partition("}")[2] for each in root.iter()} <= {"div", "p"}
        assert "".join(root.itertext()).strip()


def test_the_same_diary_gives_the_same_bundle_and_another_period_only_other_ids_of_its_own(
    made, golden
):
    first = made("example")
    with golden.opened("example") as diary:
        profile = diary.profile.get()

        def of(period):
            visit = diary.figures.visit(period)
            summary = summarise(visit, profile, made=five.TODAY)
            return bundle(read_record(diary, visit, profile, summary))

        whole = of(five.period("example"))
        other = of(five.period("example").before(30))
    assert json.loads(json.dumps(whole)) == first
    for kind in ("Patient", "MedicationStatement", "Condition"):
        assert [each["id"] for each in resources(whole, kind)] == [
            each["id"] for each in resources(other, kind)
        ]
    answers = [resources(each, "QuestionnaireResponse")[0]["id"] for each in (whole, other)]
    assert answers[0] != answers[1]


def test_a_symptom_that_was_there_and_one_that_was_denied_are_told_apart_with_their_days(made):
    found = resources(made("example"), "Observation")
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


def test_what_was_answered_at_a_place_is_there_with_its_denominator(made):
    calf = next(
        each for each in resources(made("example"), "Observation")
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


def said(component):
    return component["extension"][0]["valueAnnotation"]["text"].replace(NBSP, " ")


def test_a_laboratory_value_has_its_unit_its_range_and_the_side_of_it(made):
    values = {
        each["code"]["text"]: each
        for each in resources(made("years"), "Observation")
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


def test_a_medicine_has_its_doses_in_time_and_is_the_patients_own_statement(made):
    statements = {
        each["medicationCodeableConcept"]["text"]: each
        for each in resources(made("example"), "MedicationStatement")
    }
    diuretic = statements["Hydrochlorothiazide"]
    assert diuretic["status"] == "active"
    assert [each["doseAndRate"][0]["doseQuantity"]["value"] for each in diuretic["dosage"]] == [
        12.5, 25,
    ]  # fmt: skip
    assert diuretic["informationSource"] == diuretic["subject"]
    assert statements["Ibuprofen"]["status"] == "completed"
    assert statements["Magnesium"]["reasonCode"] == [{"text": "Muscle twitching"}]


def test_what_was_tried_says_when_and_what_it_changed(made):
    tried = {each["code"]["text"]: each for each in resources(made("example"), "Procedure")}
    stretching = tried["Stretching"]
    assert stretching["status"] == "in-progress"
    assert stretching["outcome"] == {"text": "A little better"}
    assert stretching["asserter"] == stretching["subject"]
    assert tried["Less caffeine"]["status"] == "completed"
    assert tried["Less caffeine"]["performedPeriod"]["end"] == "2026-05-04"


@pytest.mark.parametrize("name", five.NAMES)
def test_every_symptom_has_what_the_guide_asks_for_and_nothing_it_forbids(made, name):
    """The cardinalities of SymptomObservation and SymptomAbsentObservation 1.0.0, but SNOMED CT."""
    once = {"64750-3", "89253-9", "104156-5"}
    for each in resources(made(name), "Observation"):
        if coded(each) not in {"75325-1", "111551-8"}:
            continue
        assert each["status"] == "final"
        assert [one["coding"][0]["code"] for one in each["category"]] == ["symptom"]
        assert len(each["performer"]) == 1
        assert each["performer"] == [each["subject"]]
        assert ("effectivePeriod" in each) != ("effectiveDateTime" in each)
        assert each["valueCodeableConcept"]["text"]
        assert not FORBIDDEN & set(each)
        parts_of = [coded(part) for part in each.get("component", ())]
        assert all(parts_of.count(code) <= 1 for code in once)
        for part in each.get("component", ()):
            assert ("valueCodeableConcept" in part) != ("valueRatio" in part)
            assert "valueRatio" not in part or coded(part) == "104156-5"
            assert not FORBIDDEN & set(part)
            assert len(part.get("extension", ())) <= 1


def test_a_denied_condition_is_refuted_and_one_of_the_family_keeps_who_it_was(made):
    conditions = {
        each["code"]["text"]: each["verificationStatus"]["coding"][0]["code"]
        for each in resources(made("example"), "Condition")
    }
    assert conditions["High blood pressure"] == "unconfirmed"
    assert conditions["An autoimmune condition"] == "refuted"
    mother = next(
        each for each in resources(made("example"), "FamilyMemberHistory")
        if each["relationship"]["text"] == "Mother"
    )  # fmt: skip
    assert mother["condition"] == [{"code": {"text": "High blood pressure"}}]


def test_a_patient_who_gave_nothing_has_no_name_and_no_birth_date(golden):
    visit, _profile = golden.read("example")
    nobody = Profile()
    with golden.opened("example") as diary:
        summary = summarise(visit, nobody, made=five.TODAY)
        made = bundle(read_record(diary, visit, nobody, summary))
    (patient,) = resources(made, "Patient")
    assert not {"name", "birthDate", "gender", "identifier"} & set(patient)
    assert "Alex Example" not in json.dumps(made)


def test_words_of_every_script_stay_as_they_were_typed(made):
    whole = json.dumps(made("hostile"), ensure_ascii=False)
    assert "<script>alert(1)</script>" in whole
    for words in (WORDS[3], WORDS[4][:90]):
        assert json.dumps(words, ensure_ascii=False)[1:-1] in whole
