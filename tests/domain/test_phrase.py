"""A sentence without a language is put into words for whoever reads it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from twitchlog.domain.condition import Condition
from twitchlog.domain.factor import FACTORS
from twitchlog.domain.medical_test import MedicalTest
from twitchlog.domain.phrase import Letter, Phrase, Sites, phrase, phrases, shown, within
from twitchlog.translation import speaking

REMOVED = ("{n} entry removed", "{n} entries removed")


@pytest.mark.parametrize(
    ("term", "english", "german"),
    [
        ("Wade {n}", "Wade {n}", "Wade {n}"),
        (1500, "1,500", "1.500"),
        (2.5, "2.5", "2,5"),
        (Sites(("calf-left", "tongue")), "Left calf, tongue", "Wade links, Zunge"),
        (phrase("Appointment"), "Appointment", "Termin"),
        (phrases(*REMOVED, 1), "1 entry removed", "1 Eintrag entfernt"),
        (phrases(*REMOVED, 2000), "2,000 entries removed", "2.000 Einträge entfernt"),
        (phrase("{place} logged", place=Sites(("tongue",))), "Tongue logged", "Zunge eingetragen"),
        (within("Extra dose"), "extra dose", "zusätzliche Dosis"),
    ],
)  # fmt: skip
def test_it_is_said_in_the_language_in_use(term, english, german):
    with speaking("en"):
        assert shown(term) == english
    with speaking("de"):
        assert shown(term) == german


def test_the_words_of_a_person_are_neither_translated_nor_filled_in():
    own = "Appointment {name} {0.__class__} %s {"
    with speaking("de"):
        assert shown(phrase("{name} removed", name=own)).startswith(own)


def test_a_place_that_nothing_fills_is_marked():
    assert shown(phrase("{name} removed")) == "… removed"
    assert shown(Phrase("{name.real} {0} {n!r} {n:d}", {"n": 1})) == "{name.real} … {n!r} {n:d}"


def test_a_large_letter_is_that_of_the_words_as_they_are_read():
    assert shown(replace(phrase("no {condition}", condition="x"), letter=Letter.LARGE)) == "No x"


@pytest.mark.parametrize(
    ("thing", "english", "german"),
    [
        (Condition("diabetes"), "Diabetes", "Diabetes"),
        (Condition("own", words="of {mine}"), "of {mine}", "of {mine}"),
        (Condition("own", present=False, words="gout"), "No gout", "Gout verneint"),
        (
            Condition("low-potassium", family=True, relation="mother"),
            "Mother: low potassium",
            "Mutter: Kaliummangel",
        ),
        (MedicalTest("mri", part="brain"), "MRI, brain", "MRT, Gehirn"),
        (MedicalTest("other", words="Tap", part="toe"), "Tap, toe", "Tap, toe"),
        (FACTORS["caffeine"], "Caffeine", "Koffein"),
    ],
)
def test_what_has_a_name_has_it_in_every_language(thing, english, german):
    with speaking("en"):
        assert shown(thing.term) == english
    with speaking("de"):
        assert shown(thing.term) == german
