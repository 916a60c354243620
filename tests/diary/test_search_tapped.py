"""What was tapped is found again by the words it is shown in, of either language."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import combinations, islice

import pytest
from sqlalchemy import select, update

from twitchlog.diary.tables import exposures, symptoms
from twitchlog.domain.dose import Effort
from twitchlog.domain.factor import Kind
from twitchlog.domain.medication import IntakeKind
from twitchlog.domain.phrase import phrase
from twitchlog.domain.place import SITES
from twitchlog.domain.rest import RestCount, Tap
from twitchlog.domain.searching import Query
from twitchlog.domain.symptom import Amount
from twitchlog.domain.twitch import Activity, Pattern, Relief, Seen, Strength
from twitchlog.translation import speaking

ANSWERS = {
    "strong rippling": ["twitches"],
    "30 min calf": ["twitches"],
    "stretching": ["twitches"],
    "only felt": ["twitches"],
    "stress": ["checkins", "checkins"],
    "a lot of stress": ["checkins"],
    "stress high": ["checkins"],
    "2 coffees": ["checkins"],
    "coffee": ["doses", "checkins"],
    "magnesium": ["checkins"],
    "violin": ["checkins"],
    "stress caffeine": ["checkins"],
    "check-in": ["checkins", "checkins"],
    "none that day": ["checkins"],
    "walking hard": ["doses"],
    "tiredness": ["symptoms"],
    "weakness no": ["symptoms"],
    "weakness yes": [],
    "other symptoms": ["symptoms"],
    "sertr": ["intakes"],
    "antidepressant missed": ["intakes"],
    "forgot": ["intakes"],
    "rest count": ["rest_counts"],
    "tongue": ["rest_counts"],
    "Kaffee": ["doses", "checkins"],
    "Müdigkeit": ["symptoms"],
    "muedigkeit": ["symptoms"],
    "Wade stark": ["twitches"],
    "stark Stress": ["checkins"],
    "Tages-Check": ["checkins", "checkins"],
}
"""Where each search finds something, the newest first."""


@pytest.fixture
def tapped(diary, clock, later):
    """One entry of each kind on days of their own, the twitch first, and two days of answers."""
    diary.twitches.log(
        ["calf-left"], duration_s=1800, strength=Strength.STRONG, pattern=Pattern.RIPPLING,
        seen=Seen.FELT, activity=Activity.AFTER_USE, reliefs=[Relief("stretching")],
    )  # fmt: skip
    later(days=1)
    own = diary.factors.add("Violin", Kind.YES_NO).value.id
    diary.checkins.save(
        clock.now().day, {"stress": 3, "caffeine": 190, "magnesium": 1, "anxiety": 0, own: 1}
    )
    later(days=1)
    diary.checkins.save(clock.now().day, {"stress": 0, "anxiety": 3, "magnesium": 0})
    later(days=1)
    diary.checkins.none_today()
    later(days=1)
    for minutes in (0, 30):
        moment = clock.now().earlier(minutes=minutes)
        diary.doses.log("caffeine", 95, preset="filter-coffee", moment=moment)
    diary.doses.log("exercise", 30, preset="walking", effort=Effort.HARD)
    later(days=1)
    diary.symptoms.answer("tiredness", present=True, amount=Amount.LOT)
    diary.symptoms.answer("weakness", present=False)
    later(days=1)
    pill = diary.medications.add("Sertraline").value
    diary.medications.take(pill.id, IntakeKind.MISSED, note="forgot the tablet")
    later(days=1)
    diary.rest.save(RestCount(clock.now().earlier(minutes=5), 120, (Tap(1000, "tongue"),)))
    return diary


def found(diary, text: str) -> list[str]:
    return [hit.source for hit in diary.search.find(Query(text=text)).hits]


def test_what_was_tapped_is_found_by_the_words_it_is_shown_in(tapped):
    assert {text: found(tapped, text) for text in ANSWERS} == ANSWERS


def test_a_high_answer_of_one_thing_is_not_taken_for_that_of_another(tapped):
    (of_stress,) = tapped.search.find(Query(text="stress high")).hits
    (of_anxiety,) = tapped.search.find(Query(text="anxiety high")).hits
    assert of_stress.day < of_anxiety.day


def test_english_words_are_found_while_the_program_speaks_german(tapped):
    with speaking("de"):
        assert found(tapped, "tiredness") == ["symptoms"]


def test_doses_of_one_day_are_one_answer_that_names_them(tapped):
    (hit,) = tapped.search.find(Query(text="coffee filter")).hits
    assert {tapped.doses.get(each).preset for each in hit.of} == {"filter-coffee"}
    assert len(hit.of) == 2
    newest = tapped.search.find(Query(text="coffee"), at_least=1)
    assert (newest.entries, newest.days, len(newest.hits)) == (2, 2, 1)


@pytest.mark.parametrize(
    ("asked", "presets"),
    [
        ("drink", {"filter-coffee", "wine", "water-glass"}),
        ("Getränk", {"filter-coffee", "wine", "water-glass"}),
        ("exercise", {"walking"}),
        ("Sport", {"walking"}),
        ("Bewegung", {"walking"}),
        ("drink or exercise", {"filter-coffee", "wine", "water-glass", "walking", "cigarette"}),
        ("Getränk oder Sport", {"filter-coffee", "wine", "water-glass", "walking", "cigarette"}),
        ("drink exercise hard", set()),
    ],
)
def test_a_drink_is_not_found_as_exercise_nor_exercise_as_a_drink(tapped, asked, presets):
    for factor, amount, preset in (
        ("alcohol", 14.8, "wine"),
        ("water", 0.2, "water-glass"),
        ("nicotine", 1, "cigarette"),
    ):
        tapped.doses.log(factor, amount, preset=preset)
    hits = tapped.search.find(Query(text=asked)).hits
    doses = [each for hit in hits if hit.source == "doses" for each in hit.of]
    assert {tapped.doses.get(each).preset for each in doses} == presets


def test_a_symptom_felt_at_ever_other_places_for_years_is_found(diary, clock):
    row, today = _answered(diary), clock.now().day
    pairs = islice(combinations(SITES, 2), 1100)
    answers = [
        {
            **row,
            "id": str(number),
            "sites": " ".join(pair),
            "local_day": str(today - timedelta(days=number)),
        }
        for number, pair in enumerate(pairs, 1)
    ]
    with diary.operation(phrase("years of answers")) as operation:
        operation.insert_many(symptoms, answers)
    assert len(found(diary, "cramps yes")) == 1101


def _answered(diary):
    """Return the row of one answer as it is kept."""
    answer = diary.symptoms.answer("cramps", present=True).value
    with diary.reading() as connection:
        rows = connection.execute(select(symptoms).where(symptoms.c.id == answer.id))
        return dict(rows.mappings().one())


def test_a_medicine_is_found_by_its_new_name(tapped):
    (pill,) = tapped.medications.all()
    tapped.medications.edit(replace(pill, name="Another name"))
    assert found(tapped, "sertraline") == []
    assert found(tapped, "another name") == ["intakes"]


def test_a_level_beyond_the_known_ones_is_said_as_the_highest(diary, clock):
    """As a file has it that something else wrote into, or that is damaged."""
    diary.checkins.save(clock.now().day, {"stress": 3})
    with diary.operation(phrase("written elsewhere")) as operation:
        operation.connection.execute(update(exposures).values(amount=7))
    assert len(diary.search.find(Query(text="a lot of stress")).hits) == 1
