"""The five diaries that the forms of the page are tested with hold what they promise."""

from __future__ import annotations

from support import golden as five
from twitchlog.diary import tables

FULL = (
    "twitches", "twitch_sites", "twitch_triggers", "rest_counts", "rest_taps", "checkins",
    "exposures", "doses", "symptoms", "medications", "dose_changes", "intakes", "treatments",
    "conditions", "tests", "test_values", "appointments", "questions", "profile",
)  # fmt: skip


def test_they_hold_nothing_one_entry_ninety_days_and_ten_years(golden):
    figures = [golden.read(name)[0].figures for name in five.NAMES]
    assert [each.entries for each in figures[:2]] == [0, 1]
    assert [each.period.days for each in figures] == [1, 1, 90, 3650, 91]
    assert figures[3].entries == 3000


def test_ten_years_hold_something_of_every_kind(golden):
    with golden.opened("years") as diary, diary.reading() as connection:
        for name in FULL:
            assert connection.execute(tables.metadata.tables[name].select()).first(), name


def test_the_hostile_one_has_words_in_all_that_a_person_says(golden):
    visit, profile = golden.read("hostile")
    said = [
        profile.name, profile.visit.doctor, profile.medicines, profile.tests, profile.conditions,
        *profile.own_words.values(), *profile.questions,
        *(words for each in visit.symptoms for words in (each.where, each.words)),
        *(words for each in visit.listed for words in (each.note, each.triggers[0].words)),
        *(words for each in visit.medications for words in (each.name, each.note, each.dose.unit)),
        *(words for each in visit.tests for words in (each.place, each.result, each.note)),
        *(each.note for each in visit.conditions),
    ]  # fmt: skip
    assert len(said) > 50
    assert all(words.startswith("[") for words in said)
