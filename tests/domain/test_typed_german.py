"""Doses, lengths, values and habits are understood in German as in English, in either language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twitchlog import translation
from twitchlog.domain import measure
from twitchlog.domain.analyte import ANALYTES, find_analyte
from twitchlog.domain.condition import CONDITIONS, GROUPS, find_condition
from twitchlog.domain.dose_text import read_amount, read_class, read_schedule
from twitchlog.domain.duration import parse_span
from twitchlog.domain.errors import BadInput
from twitchlog.domain.factor import FACTORS
from twitchlog.domain.habit_names import meant
from twitchlog.domain.medical_test import TEST_KINDS, find_kind
from twitchlog.domain.medication import SCHEDULES
from twitchlog.domain.medicine_names import CLASSES

WITHOUT_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ü": "Ue", "Ö": "Oe"})


@pytest.fixture(params=["en", "de"], autouse=True)
def language(request):
    with translation.speaking(request.param):
        yield request.param


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2 Tabletten", (2, "tablets")), ("1 Tablette", (1, "tablets")), ("1 Tbl.", (1, "tablets")),
        ("2,5 Milligramm", (2.5, "mg")), ("100 Mikrogramm", (100, "µg")),
        ("20 Tropfen", (20, "drops")),
        ("1000 IE", (1000, "units")), ("4 Einheiten", (4, "units")), ("1 Hub", (1, "puffs")),
        ("2 Hübe", (2, "puffs")), ("2 Huebe", (2, "puffs")), ("1 Pflaster", (1, "patch")),
        ("5 Milliliter", (5, "ml")), ("2 große Löffel", (2, "große Löffel")),
    ],
)  # fmt: skip
def test_a_dose_is_read_with_its_german_unit(written, read):
    assert read_amount(written) == read


@pytest.mark.parametrize(
    ("written", "schedule"),
    [
        ("täglich", "once"), ("taeglich", "once"), ("jeden Tag", "once"), ("einmal am Tag", "once"),
        ("2x täglich", "twice"), ("2 x taeglich", "twice"), ("2× am Tag", "twice"),
        ("zweimal täglich", "twice"), ("3 mal täglich", "three-times"),
        ("jeden zweiten Tag", "every-other-day"), ("alle zwei Tage", "every-other-day"),
        ("wöchentlich", "weekly"), ("1x pro Woche", "weekly"), ("bei Bedarf", "as-needed"),
        ("1-0-1", "1-0-1"), ("bei Vollmond", "bei Vollmond"),
    ],
)  # fmt: skip
def test_how_often_is_read_in_german(written, schedule):
    assert read_schedule(written) == schedule


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("2 Std", 7200), ("2 Std.", 7200), ("1 Stunde 30", 5400), ("1 Stunde 30 Minuten", 5400),
        ("40 Sek", 40), ("40 Sekunden", 40), ("1,5 Min", 90), ("2 Minuten 10", 130),
        ("1 Std. 30 Min. 5 Sek.", 5405), ("20s", 20), ("1h30m", 5400),
    ],
)  # fmt: skip
def test_a_length_is_read_in_german(text, seconds):
    assert parse_span(text) == seconds


@pytest.mark.parametrize("text", ["1h30", "2 Stück", "5 Std 3 Äpfel", "Std"])
def test_what_is_no_length_is_refused_as_before(text):
    with pytest.raises(BadInput):
        parse_span(text)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("3,5 bis 5,1", (3.5, 5.1)), ("3.5 Bis 5.1".lower(), (3.5, 5.1)), ("bis 5,1", (None, 5.1)),
        ("ab 3,5", (3.5, None)), ("3.5 to 5.1", (3.5, 5.1)),
    ],
)  # fmt: skip
def test_a_range_of_the_laboratory_is_read_in_german(text, ends):
    assert measure.read_range(text) == ends


def test_which_mark_stands_before_decimals_follows_the_language(language):
    sure, unsure = ("1,234", "1.234") if language == "de" else ("1.234", "1,234")
    assert measure.read_number(sure) == 1.234
    with pytest.raises(BadInput):
        measure.read_number(unsure)
    with pytest.raises(BadInput):
        read_amount(f"{unsure} IE")


@given(st.floats(-1e9, 1e9).map(lambda number: round(number, 6)))
def test_a_number_is_read_back_as_it_is_said(number):
    for code in ("en", "de"):
        with translation.speaking(code):
            assert measure.read_number(measure.say_number(number)) == number


@pytest.mark.parametrize(
    ("name", "analyte"),
    [
        ("Kalzium", "calcium"), ("Krea", "creatinine"), ("GPT", "alt"), ("GOT", "ast"),
        ("Hb", "haemoglobin"), ("Haemoglobin", "haemoglobin"), ("fT4", "free-t4"),
        ("Kalium", "potassium"), ("Blutzucker", "glucose"), ("Folsaeure", "folate"),
    ],
)  # fmt: skip
def test_a_value_is_found_by_what_german_laboratories_call_it(name, analyte):
    assert find_analyte(name) == (analyte, "")
    assert measure.read_measure(f"{name}=3,4 mmol/l (3,5 bis 5,1)").low == 3.5


def test_everything_with_a_name_is_found_by_it_in_both_languages():
    for code in ("en", "de"):
        with translation.speaking(code):
            labels = [
                *((find_analyte, each.id, each.label) for each in ANALYTES.values()),
                *((find_condition, each.id, each.label) for each in CONDITIONS.values()),
                *((find_condition, each.id, translation._(each.name)) for each in GROUPS.values()),
                *((find_kind, each.id, each.label) for each in TEST_KINDS.values()
                  if each.id != "other"),
                *((read_class, each.id, each.label) for each in CLASSES.values()),
                *((read_schedule, each, translation._(said)) for each, said in SCHEDULES.items()),
            ]  # fmt: skip
        for find, known, label in labels:
            for written in (label, f" {label.upper()} ", label.translate(WITHOUT_UMLAUTS)):
                found = find(written)
                assert (found if isinstance(found, str) else found[0]) == known, written


def test_own_words_stay_as_they_are():
    assert find_analyte("  Mein  Wert ") == ("own", "Mein Wert")
    assert find_condition("Große Müdigkeit") == ("own", "Große Müdigkeit")


@pytest.mark.parametrize(
    ("said", "factor"),
    [
        ("Kaffee", "caffeine"), ("Koffein", "caffeine"), ("Bier", "alcohol"), ("Wein", "alcohol"),
        ("Handy", "screen-time"), ("Tablet", "screen-time"), ("Tablette", None),
        ("Joggen", "exercise"), ("Laufen", "exercise"), ("Rauchen", "nicotine"),
        ("Fruehstueck", "meals-skipped"), ("Schlaf", "sleep"), ("Bildschirmzeit", "screen-time"),
        ("coffee", "caffeine"), ("running", "exercise"), ("Glück", None),
    ],
)  # fmt: skip
def test_a_habit_is_found_by_what_germans_call_it(said, factor):
    found = meant(said, FACTORS)
    assert (found.id if found else None) == factor
