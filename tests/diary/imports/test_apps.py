from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from support.imported import left_out, problems, records
from twitchlog.diary.imports import read_file, sniff
from twitchlog.domain.errors import BadInput
from twitchlog.domain.imports import ImportedCheckin, ImportedSymptom, ImportedTwitch
from twitchlog.domain.twitch import Strength, Trigger

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from twitchlog.domain.imports import Choices, Found


def test_bearable_brings_twitches_symptoms_sleep_stress_and_notes(
    found: Callable[..., list[Found]],
) -> None:
    all_ = found("bearable.csv", site="thigh-left")
    one, other = records(all_, ImportedTwitch)
    assert (one.sites, one.strength, one.moment.minute) == (("calf-left",), Strength.CLEAR, 1200)
    assert (other.sites, other.moment.minute) == (("thigh-left",), 21 * 60 + 40)
    assert [(s.kind, s.present) for s in records(all_, ImportedSymptom)] == [
        ("pain", True),
        ("tiredness", False),
    ]
    said = [(c.day, dict(c.amounts), c.note) for c in records(all_, ImportedCheckin)]
    assert said == [
        (date(2026, 6, 16), {"sleep": 7.5}, ""),
        (date(2026, 6, 17), {"sleep": 7.5}, ""),
        (date(2026, 6, 16), {}, "slept well"),
        (date(2026, 6, 16), {"stress": 1.0}, ""),
    ]


def test_what_bearable_knows_and_this_diary_does_not_is_counted(
    found: Callable[..., list[Found]],
) -> None:
    all_ = found("bearable.csv")
    assert left_out(all_) == {
        "Symptom “Nausea”": 1, "Sleep quality": 1, "Mood": 1, "Lifestyle": 1, "Meds/Supplements": 1
    }  # fmt: skip
    assert list(problems(all_)) == [4, 13]
    assert "names no place" in problems(all_)[4]


def test_the_older_export_of_bearable_is_read_too(
    table: Callable[[str], Path], choices: Choices
) -> None:
    path = table(
        "date,weekday,time of day,category,rating/amount,detail,notes\n"
        '"8th Dec 2021","Wednesday","mid","Symptom","2","Right thumb twitch (Moderate)",""\n'
    )
    (twitch,) = records(read_file(sniff(path), choices), ImportedTwitch)
    assert (twitch.moment.day, twitch.moment.minute) == (date(2021, 12, 8), 780)


def test_daylio_brings_notes_twitches_cramps_and_scales_that_name_their_unit(
    found: Callable[..., list[Found]],
) -> None:
    all_ = found("daylio.csv")
    (twitch,) = records(all_, ImportedTwitch)
    assert (twitch.sites, twitch.moment.minute) == (("eyelid-left",), 22 * 60 + 20)
    assert twitch.triggers == (Trigger("caffeine"),)
    assert twitch.note == "Evening\nwhile reading\na book"
    (cramps,) = records(all_, ImportedSymptom)
    assert (cramps.kind, cramps.day) == ("cramps", date(2026, 6, 16))
    sleep, note = records(all_, ImportedCheckin)
    assert dict(sleep.amounts) == {"sleep": 6.5}
    assert note.note == "8:30 pm: nothing to say"
    assert left_out(all_) == {
        "Mood": 3, "Activity “work”": 1, "Activity “reading”": 1, "Scale “Stress”": 1
    }  # fmt: skip
    assert problems(all_) == {5: "“26:00” is not a time of day."}


def test_migraine_buddy_brings_attacks_as_pain_and_twitches_as_twitches(
    found: Callable[..., list[Found]],
) -> None:
    all_ = found("migraine-buddy.csv")
    pain, tired, second = records(all_, ImportedSymptom)
    assert (pain.kind, pain.day, pain.where) == ("pain", date(2026, 6, 14), "Right Temple")
    assert "pain 4 of 10" in pain.words
    assert pain.words.endswith("at the desk")
    assert tired.kind == "tiredness"
    assert second.day == date(2026, 6, 15)
    (twitch,) = records(all_, ImportedTwitch)
    assert (twitch.sites, twitch.moment.offset_min) == (("eyelid-left",), 120)
    assert left_out(all_)["Affected Activities"] == 1
    assert left_out(all_)["Helpful Medication"] == 1
    assert problems(all_) == {7: "“yesterday” is not a date."}


def test_migraine_buddy_dates_that_can_be_read_two_ways_are_asked_about(
    table: Callable[[str], Path], choices: Choices
) -> None:
    path = table('"#","Started","Lasted","Pain Level"\n"1","06/07/25 13:12","01h 00m","4"\n')
    with pytest.raises(BadInput, match="whether the day or the month"):
        list(read_file(sniff(path), choices))
