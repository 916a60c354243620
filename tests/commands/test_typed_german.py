"""What is typed on the command line is understood in German and English, whatever it speaks."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from twitchlog import translation
from twitchlog.clock import FixedClock
from twitchlog.commands import (
    answers,
    chart,
    checkin,
    condition,
    dose,
    experiment,
    options,
    treatment,
)
from twitchlog.commands import weekly as weeks
from twitchlog.domain.appointment import read_minute
from twitchlog.domain.day_text import Meant
from twitchlog.domain.dose import PRESETS, Effort
from twitchlog.domain.errors import BadInput
from twitchlog.domain.experiment import Kept
from twitchlog.domain.factor import FACTORS, LEVELS, QUALITIES
from twitchlog.domain.moment import Moment
from twitchlog.domain.symptom import SYMPTOMS, Amount
from twitchlog.domain.treatment import Effect
from twitchlog.domain.twitch import Activity, Pattern, Seen, Strength, Trigger

CLOCK = FixedClock(Moment.of(datetime(2026, 6, 18, 21, 4, tzinfo=ZoneInfo("Europe/Berlin"))))
TODAY = date(2026, 6, 18)


@pytest.fixture(params=["en", "de"], autouse=True)
def language(request):
    with translation.speaking(request.param):
        yield request.param


def said(word):
    """Return how each language says what `word()` gives in the language in use."""
    found = []
    for code in ("en", "de"):
        with translation.speaking(code):
            found.append(word())
    return found


def test_days_are_read_and_nothing_that_is_no_day():
    for text in ("heute", "Heute", "today", "", "18.6.", "18. Juni", "18.06.2026", "2026-06-18"):
        assert options.read_day(text, CLOCK) == TODAY
    for text in ("gestern", "yesterday", "17.6.26"):
        assert options.read_day(text, CLOCK) == date(2026, 6, 17)
    for text in ("tomorrow", "morgen", "9/6/2026", "übermorgen", "18.6.1826"):
        with pytest.raises(BadInput):
            options.read_day(text, CLOCK)
    assert options.read_day("19.6.", CLOCK, meant=Meant.NEXT) == date(2026, 6, 19)
    assert experiment._read_first("morgen", CLOCK) == experiment._read_first(None, CLOCK)


def test_dates_known_in_part_are_read():
    assert str(options.read_known_date("Juni 2025", CLOCK)) == "2025-06"
    assert str(options.read_known_date("gestern", CLOCK)) == "2026-06-17"
    for text in ("morgen", "Juni", "1.1.1826", "März 1826"):
        with pytest.raises(BadInput):
            options.read_known_date(text, CLOCK)


@pytest.mark.parametrize(
    "at", ["20.6.2025 21:04", "20. Juni 2025 21:04", "2025-06-20 21:04", "20.6.25 21:04 Uhr"]
)
def test_a_time_with_its_day_is_read(at):
    moment = options.read_moment(CLOCK, ago=None, at=at)
    assert moment.local.replace(tzinfo=None) == datetime(2025, 6, 20, 21, 4)
    assert options.read_moment(CLOCK, ago=None, at="9:04 Uhr").minute == 544
    assert options.read_moment(CLOCK, ago="2 Std", at=None).minute == 1144
    assert checkin._read_time("6:40 Uhr") == checkin._read_time("6:40")
    assert read_minute("9 Uhr") == read_minute("9:00") == 540


def test_yes_and_no_are_read_and_nothing_else():
    assert [options.read_yes_no(word) for word in ("ja", "JA", "j", "yes", "y")] == [True] * 5
    assert [options.read_yes_no(word) for word in ("nein", "Nein", "no", "n")] == [False] * 4
    assert [options.read_yes_no(word) for word in ("jaja", "x", "1", "")] == [None] * 4
    assert answers.read_answer(FACTORS["magnesium"], "ja") == 1
    assert answers.read_answer(FACTORS["magnesium"], "nein") == 0
    assert weeks._read(["Schwäche=ja", "cramps=nein"])["weakness"].present


def test_every_word_to_choose_is_known_in_both_languages():
    for level, word in enumerate(LEVELS):
        for each in said(lambda word=word: translation._(word)):
            assert answers.read_answer(FACTORS["stress"], each) == level
    for place, word in enumerate(QUALITIES):
        for each in said(lambda word=word: translation._(word)):
            assert answers.read_answer(FACTORS["sleep-quality"], each) == 2 * place + 1
    for factor in FACTORS.values():
        for each in said(lambda factor=factor: factor.label):
            assert answers.read_setting(f"{each}=1", FACTORS.values())[0] is factor
    for kind in SYMPTOMS.values():
        assert {weeks._kind(each) for each in said(lambda kind=kind: kind.label)} == {kind.id}
    for read, words in (
        (options.read_strength, Strength),
        (lambda text: options.read_word(text, Pattern), Pattern),
        (lambda text: options.read_word(text, Seen), Seen),
        (lambda text: options.read_word(text, Activity), Activity),
        (checkin.read_effort, Effort),
        (experiment._read_kept, Kept),
        (treatment._effect, Effect),
    ):
        for one in words:
            assert {read(each) for each in said(lambda one=one: one.word)} == {one}
    assert {each.name.lower() for each in Amount} == set(weeks._AMOUNTS.split(", "))


@pytest.mark.parametrize(
    ("typed", "preset"),
    [
        ("Kaffee", "filter-coffee"), ("coffee", "filter-coffee"), ("Schwarzer Tee", "black-tea"),
        ("Gruener Tee", "green-tea"), ("kleines Bier", "beer-small"), ("Sekt", "sparkling"),
        ("Zigarette", "cigarette"), ("Laufen", "running"), ("Wasser", None), ("Koffein", None),
        ("Glas Wasser", "water-glass"),
    ],
)  # fmt: skip
def test_drinks_and_exercise_are_found_in_german(typed, preset):
    found = dose.find_preset(typed)
    assert (found.id if found else None) == preset
    assert preset is None or preset in PRESETS


def test_triggers_relatives_and_treatments_are_found_in_german():
    assert options.read_trigger("Schlechter Schlaf") == Trigger("poor-sleep")
    assert options.read_trigger("Vollmond") == Trigger("own", "Vollmond")
    assert condition._relation("Mutter") == condition._relation("mother") == "mother"
    assert treatment._kind("Physiotherapie")[0] == treatment._kind("physiotherapy")[0] != "own"


def test_the_length_of_a_chart_is_read_in_german():
    for text, unit in (("90d", "d"), ("8w", "w"), ("90 tage", "t"), ("8 wochen", "w")):
        found = chart._LENGTH.fullmatch(text)
        assert found is not None
        assert found["unit"][0] == unit
