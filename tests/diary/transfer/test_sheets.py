"""A folder of CSV files that any spreadsheet opens, and none takes for a program."""

from __future__ import annotations

import csv
import stat
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twitchlog.diary.transfer import sheets
from twitchlog.domain.errors import ReportNotSaved
from twitchlog.domain.experiment import Kept
from twitchlog.domain.twitch import OWN, Strength, Trigger


def lines(folder, name) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_each_twitch_is_a_line_with_its_places_in_words(diary, tmp_path):
    triggers = (Trigger("caffeine"), Trigger(OWN, "cold bath"))
    entry = diary.twitches.log(
        ["calf-left", "tongue"], duration_s=20, strength=Strength.MILD, triggers=triggers, note="a"
    ).value
    (line,) = lines(sheets.save(diary, tmp_path), "twitches")
    assert line["at"] == "2026-06-18T21:04:00+02:00"
    assert (line["places"], line["sites"]) == ("Left calf; Tongue", "calf-left tongue")
    assert (line["duration_s"], line["strength"], line["note"]) == ("20.0", "2", "a")
    assert (line["with"], line["id"]) == ("caffeine; cold bath", entry.id)
    assert not {"utc_ms", "device"} & line.keys()


def test_a_day_not_logged_is_not_a_day_without_twitches(diary, tmp_path, clock):
    today = clock.now().day
    diary.checkins.none_today(date(2026, 6, 15))
    diary.checkins.save(today, {"sleep": 6.5})
    diary.twitches.log(["chin"])
    days = lines(sheets.save(diary, tmp_path), "days")
    assert [(day["day"], day["logged"], day["twitches"]) for day in days] == [
        ("2026-06-15", "1", "0"),
        ("2026-06-16", "0", ""),
        ("2026-06-17", "0", ""),
        ("2026-06-18", "1", "1"),
    ]
    assert [day["sleep"] for day in days] == ["", "", "", "6.5"]


def test_drinks_are_in_the_days_amount_and_counted_once(diary, tmp_path, clock):
    today = clock.now().day
    diary.checkins.save(today - timedelta(days=1), {"sleep": 7})
    diary.doses.log("caffeine", 95, moment=clock.now().shifted(timedelta(days=-1)))
    diary.checkins.save(today, {"caffeine": 190})
    diary.doses.log("caffeine", 65)
    days = lines(sheets.save(diary, tmp_path), "days")
    assert {day["day"]: day["caffeine"] for day in days} == {
        "2026-06-17": "95.0",
        "2026-06-18": "255.0",
    }


def test_a_day_of_a_trial_says_what_the_plan_made_of_it(diary, tmp_path, clock):
    today = clock.now().day
    diary.checkins.none_today(today - timedelta(days=1))
    trial = diary.experiments.start("caffeine", on="=Usual", off="None", first=today).value
    diary.experiments.answer(trial.id, today, Kept.PARTLY)
    diary.twitches.log(["chin"])
    folder = sheets.save(diary, tmp_path)
    words = "'=Usual" if trial.is_on(today) else "None"
    assert [(day["trial"], day["kept"]) for day in lines(folder, "days")] == [
        ("", ""),
        (words, "partly"),
    ]
    assert lines(folder, "experiments")[0]["on_words"] == "'=Usual"
    assert lines(folder, "experiment_days")[0]["kept"] == "partly"


def test_an_empty_diary_gives_files_with_headings_alone(diary, tmp_path):
    folder = sheets.save(diary, tmp_path)
    assert lines(folder, "days") == lines(folder, "twitches") == []
    assert (folder / "medications.csv").exists()


@pytest.mark.parametrize("text", ["=1+1", "+49 170", "-2", "@here", "  =1", "|calc", "%0A"])
def test_no_text_is_taken_for_a_formula(diary, tmp_path, text):
    diary.twitches.log(["chin"], note=f"{text}x")
    (line,) = lines(sheets.save(diary, tmp_path), "twitches")
    assert line["note"].startswith("'")
    assert line["note"].endswith(f"{text.strip()}x")


@given(st.text() | st.floats() | st.integers() | st.none())
def test_only_text_is_defused_and_nothing_of_it_is_lost(value):
    after = sheets.defused(value)
    if isinstance(value, str):
        assert after.removeprefix("'") == value.removeprefix("'") or after == value
        assert not after.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r"))
    else:
        assert after is value


def test_nothing_is_overwritten_and_files_are_for_their_owner_alone(diary, tmp_path):
    first, second = (sheets.save(diary, tmp_path) for _time in range(2))
    assert (first.name, second.name) == ("TwitchLog 2026-06-18", "TwitchLog 2026-06-18 (2)")
    assert stat.S_IMODE((first / "days.csv").stat().st_mode) == 0o600


def test_a_folder_that_cannot_be_written_is_said(diary, tmp_path):
    place = tmp_path / "file"
    place.touch()
    with pytest.raises(ReportNotSaved, match="Your diary is safe"):
        sheets.save(diary, place)
