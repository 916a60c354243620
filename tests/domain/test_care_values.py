"""Conditions, tests and appointments in words; which visit is next and what is asked there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from twitchlog.domain.appointment import Appointment, Question, next_of, questions_for
from twitchlog.domain.condition import CONDITIONS, GROUPS, Condition
from twitchlog.domain.factor import FACTORS
from twitchlog.domain.medical_test import TEST_KINDS, MedicalTest
from twitchlog.domain.moment import Moment
from twitchlog.domain.symptom import Amount, SymptomAnswer
from twitchlog.domain.symptom_advice import say_answer
from twitchlog.translation import speaking

TODAY = date(2026, 6, 18)


@pytest.mark.parametrize(
    ("condition", "sentence"),
    [
        (Condition("migraine"), "Migraine"),
        (Condition("migraine", present=False), "No migraine"),
        (Condition("als", present=False), "No ALS"),
        (Condition("own", words="Ménière", present=False), "No Ménière"),
        (Condition("neuropathy", family=True, relation="mother"), "Mother: neuropathy"),
        (Condition("als", family=True), "Family: ALS"),
        (Condition("diabetes", family=True, relation="father", present=False),
         "Father: no diabetes"),
        (Condition("nerve-muscle", family=True, present=False),
         "No known nerve or muscle condition in the family"),
        (Condition("autoimmune", present=False), "No known autoimmune condition"),
        (Condition("autoimmune", family=True, relation="child"),
         "Child: an autoimmune condition"),
    ],
)  # fmt: skip
def test_an_answer_is_said_in_words(condition, sentence):
    assert condition.sentence == sentence


def test_every_condition_belongs_to_a_group_and_no_id_is_used_twice():
    assert {kind.group for kind in CONDITIONS.values()} == set(GROUPS)
    assert not set(CONDITIONS) & set(GROUPS)


def test_a_test_is_named_with_the_part_of_the_body():
    assert MedicalTest("mri", part="brain").label == "MRI, brain"
    assert MedicalTest("emg", part="left leg").label == "EMG, left leg"
    assert MedicalTest("other", words="Lumbar puncture").label == "Lumbar puncture"
    assert all(MedicalTest(kind).label for kind in TEST_KINDS)


def test_the_next_visit_is_the_nearest_one_from_today_on():
    past = Appointment(date(2026, 6, 1), id="a")
    today = Appointment(TODAY, 14 * 60, id="b")
    earlier_today = Appointment(TODAY, 9 * 60, id="c")
    later = Appointment(date(2026, 7, 1), id="d")
    unknown = Appointment(whom="Dr Who", id="e")
    assert next_of([past, later, today, earlier_today, unknown], TODAY) is earlier_today
    assert next_of([past, unknown, later], TODAY) is later
    assert next_of([past, unknown], TODAY) is unknown
    assert next_of([past], TODAY) is None
    assert next_of([Appointment(TODAY, said="All is well", id="f")], TODAY) is None


def test_open_questions_are_for_the_next_visit_but_those_of_another_one_wait():
    soon = Appointment(date(2026, 6, 20), id="soon")
    later = Appointment(date(2026, 7, 20), id="later")
    gone = Appointment(date(2026, 6, 1), said="Nothing found", id="gone")
    questions = [
        Question("any"),
        Question("soon", appointment_id="soon"),
        Question("later", appointment_id="later"),
        Question("never answered", appointment_id="gone"),
        Question("answered", "yes", "gone"),
    ]
    asked = questions_for(questions, [soon, later, gone], TODAY)
    assert [question.words for question in asked] == ["any", "soon", "never answered"]
    after = questions_for(questions, [replace(soon, said="Fine"), later, gone], TODAY)
    assert [question.words for question in after] == ["any", "soon", "later", "never answered"]


def test_german_nouns_keep_their_capital_inside_a_sentence():
    with speaking("de"):
        assert (
            Condition("neuropathy", family=True, relation="mother").inner == "Mutter: Neuropathie"
        )
        assert Condition("autoimmune", present=False).inner.startswith("keine Autoimmunerkrankung ")
        assert MedicalTest("mri", part="brain").label == "MRT, Gehirn"
        assert FACTORS["sleep"].label_lower == "Schlaf"
        made = Moment(0, 0)
        weak = SymptomAnswer("w", "weakness", TODAY, made, present=True, amount=Amount.LITTLE)
        assert say_answer(weak, str) == "Schwäche (ein wenig)"
