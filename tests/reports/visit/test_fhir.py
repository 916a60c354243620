"""The bundle for health records, read back by libraries of others."""

from __future__ import annotations

import json
import re
import uuid

import pytest
from fhir.resources.R4B.bundle import Bundle
from fhirclient.models.bundle import Bundle as R4Bundle

from support import golden as five
from support.bundles import coded, resources, walk
from support.hostile import WORDS
from twitchlog.domain.profile import Profile
from twitchlog.reports.visit.compose import summarise
from twitchlog.reports.visit.fhir import bundle
from twitchlog.reports.visit.fhir.reading import read_record
from twitchlog.reports.visit.text import as_data

LOINC = "http://loinc.org"
VERIFIED = {
    LOINC: {
        "75325-1", "111551-8", "64750-3", "100752-5", "100753-3", "104156-5", "89253-9",
        "99495-4",
    },
    # SpeedOfOnset of the guide, 1.0.0
    "http://snomed.info/sct": {"61751001", "385315009"},
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


@pytest.mark.parametrize("name", five.NAMES)
def test_two_libraries_take_it_as_fhir_r4_and_give_back_the_answers_and_the_sites(
    bundles, golden, name
):
    """One of them has the models of R4 4.0.1, the other those of R4B with the forms of values."""
    summary = golden.summary(name)
    Bundle.model_validate(bundles(name))
    read = R4Bundle(bundles(name), strict=True)
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
def test_every_code_is_one_that_was_looked_up_and_no_resource_claims_a_profile(bundles, name):
    for each in walk(bundles(name)):
        if "system" in each and "code" in each and "value" not in each:
            assert each["code"] in VERIFIED[each["system"]]
        assert "profile" not in each.get("meta", {})


@pytest.mark.parametrize("name", five.NAMES)
def test_every_reference_leads_to_a_resource_of_the_bundle_and_ids_are_there_once(bundles, name):
    entries = bundles(name)["entry"]
    urls = [entry["fullUrl"] for entry in entries]
    assert len(set(urls)) == len(urls)
    for entry in entries:
        assert entry["fullUrl"] == f"urn:uuid:{uuid.UUID(entry['resource']['id'])}"
    pointed = {each["reference"] for each in walk(bundles(name)) if "reference" in each}
    assert pointed <= set(urls)


@pytest.mark.parametrize("name", five.NAMES)
def test_every_narrative_is_text_and_nothing_but_text(bundles, name):
    from defusedxml.ElementTree import fromstring

    for entry in bundles(name)["entry"]:
        root = fromstring(entry["resource"]["text"]["div"])
        assert {each.tag.partition("}")[2] for each in root.iter()} <= {"div", "p"}
        assert "".join(root.itertext()).strip()


def test_the_same_diary_gives_the_same_bundle_and_another_period_only_other_ids_of_its_own(
    bundles, golden
):
    first = bundles("example")
    with golden.opened("example") as diary:
        profile = diary.profile.get()

        def of(period):
            visit = diary.figures.visit(period)
            summary = summarise(visit, profile, made=five.TODAY)
            return bundle(read_record(diary, profile, summary))

        whole = of(five.period("example"))
        other = of(five.period("example").before(30))
    assert json.loads(json.dumps(whole)) == first
    for kind in ("Patient", "MedicationStatement", "Condition"):
        assert [each["id"] for each in resources(whole, kind)] == [
            each["id"] for each in resources(other, kind)
        ]
    answers = [resources(each, "QuestionnaireResponse")[0]["id"] for each in (whole, other)]
    assert answers[0] != answers[1]


@pytest.mark.parametrize("name", five.NAMES)
def test_every_symptom_has_what_the_guide_asks_for_and_nothing_it_forbids(bundles, name):
    """The cardinalities of SymptomObservation and SymptomAbsentObservation 1.0.0, but SNOMED CT."""
    once = {"64750-3", "89253-9", "104156-5", "99495-4"}
    for each in resources(bundles(name), "Observation"):
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


def test_a_patient_who_gave_nothing_has_no_name_and_no_birth_date(golden):
    visit, _profile = golden.read("example")
    nobody = Profile()
    with golden.opened("example") as diary:
        summary = summarise(visit, nobody, made=five.TODAY)
        made = bundle(read_record(diary, nobody, summary))
    (patient,) = resources(made, "Patient")
    assert not {"name", "birthDate", "gender", "identifier"} & set(patient)
    assert "Alex Example" not in json.dumps(made)


def test_words_of_every_script_stay_as_they_were_typed(bundles):
    whole = json.dumps(bundles("hostile"), ensure_ascii=False)
    assert "<script>alert(1)</script>" in whole
    for words in (WORDS[3], WORDS[4][:90]):
        assert json.dumps(words, ensure_ascii=False)[1:-1] in whole
