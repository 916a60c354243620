"""What is long past is told with its date, never as if it were now."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest

from support.asked import plain, told
from support.charts import write_days
from twitchlog.diary.example import fill
from twitchlog.reports.charts.catalogue import CHARTS

if TYPE_CHECKING:
    from twitchlog.diary import Diary

SPRING = ("2026-03-21", "2026-05-20")
FOUR_WEEKS = ("2026-05-22", "2026-06-18")
KINDS = [chart.kind for chart in CHARTS]


@pytest.fixture
def example(diary):
    """Ninety days up to 18 June, which is today."""
    fill(diary, days=90, seed=7, until=date(2026, 6, 18))
    return diary


@pytest.fixture
def stopped(example, clock):
    """The same days, five months later: nothing is logged since."""
    clock.moment = clock.at(datetime(2026, 11, 25, 12, 0))
    return example


def said(diary: Diary, kind: str, *days: str) -> str:
    """Return all that a chart says in words, without its table."""
    chart = told(diary, kind, *days)
    return plain(f"{chart.headline}. {chart.note} {chart.alt}")


@pytest.mark.parametrize("kind", KINDS)
def test_a_time_that_is_over_has_no_last_days(example, kind):
    words = said(example, kind, *SPRING)
    for lately in ("the last 4 weeks", "the last four weeks", "of the last", "on the last"):
        assert lately not in words


@pytest.mark.parametrize("kind", KINDS)
def test_who_stopped_logging_is_not_told_of_lately(stopped, kind):
    words = said(stopped, kind, "2026-03-21", "2026-11-25")
    for lately in ("the last 4 weeks", "the last four weeks", "of the last", "on the last"):
        assert lately not in words
    assert "No new place" not in words
    assert "0 of 0" not in words


def test_the_four_weeks_of_a_past_time_are_named_in_notes_too(example):
    assert "in the 4 weeks up to 20 May 41 of 45, in the 4 before 31 of 36" in plain(
        told(example, "strength", *SPRING).note
    )
    assert "7 different places on 24 logged days in the four weeks up to 20 May" in plain(
        told(example, "same-place", *SPRING).note
    )
    assert "New from 23 Apr to 20 May: right thumb (8 May)" in plain(
        told(example, "places", *SPRING).note
    )


def test_four_weeks_are_not_counted_twice_in_one_sentence(example):
    note = plain(told(example, "strength", *FOUR_WEEKS).note)
    assert note.startswith("59 of 66 twitches have a strength, 42 of 47 in the 4 weeks before.")


def test_the_later_half_is_not_the_last_days_where_logging_stopped(diary, clock):
    """April and the thirty days after it, 14 logged days in each; the last one is 14 May."""
    write_days(diary, "0" * 14 + "." * 16 + "1" * 14, first=date(2026, 4, 1))
    clock.moment = clock.at(datetime(2026, 5, 30, 12, 0))
    headline = plain(told(diary, "timeline", "2026-04-01", "2026-05-30").headline)
    assert headline == (
        "Twitching more often from 1 May 2026: 14 of 14 logged days, 0 of 14 in the 30 days before"
    )


def test_one_day_has_new_places_on_it_and_not_since(example):
    assert "No new place on 10 Jun." in plain(
        told(example, "places", "2026-06-10", "2026-06-10").note
    )


def test_a_chosen_time_without_an_entry_does_not_say_that_the_diary_is_empty(example):
    winter = ("2026-01-01", "2026-02-01")
    assert [plain(told(example, kind, *winter).headline) for kind in ("places", "strength")] == [
        "No places in this time",
        "No strengths in this time",
    ]
    assert told(example, "lengths", *winter).headline == "No durations in this time"
    assert told(example, "movement", *winter).headline == (
        "Nothing said in this time on what it is like"
    )
    assert told(example, "spells", *winter).note == "No day is logged in this time."
    for kind in KINDS:
        words = said(example, kind, *winter)
        assert " so far." not in words
        assert " yet." not in words


def test_an_empty_time_is_said_once_and_not_week_by_week(example):
    chart = told(example, "timeline", "2026-01-01", "2026-02-01")
    assert plain(chart.alt) == (
        "Bar chart of twitch entries a day, 1 Jan 2026 to 1 Feb 2026. No day is logged."
    )
    assert [bracket.text for bracket in chart.brackets] == ["no day logged"]


@pytest.mark.parametrize("kind", KINDS)
def test_one_day_is_one_day(example, kind):
    """10 June has five twitches, a check-in and a weekly check."""
    words = said(example, kind, "2026-06-10", "2026-06-10")
    for wrong in ("of 1 days", "of 1 logged days", "10 Jun 2026 to 10 Jun 2026", "from 5 to 5"):
        assert wrong not in words


def test_one_entry_is_told_what_the_chart_over_time_needs(diary):
    """A body stands below it, so this is not the first picture."""
    diary.twitches.log(["calf-left"])
    chart = told(diary, "timeline", "2026-06-18", "2026-06-18")
    assert chart.headline == "The chart over time needs 7 logged days"
    assert chart.note == "1 day is logged so far. A quiet day counts too."


def test_a_break_at_the_end_of_a_past_time_may_be_longer(diary):
    write_days(diary, "1111111000", first=date(2026, 5, 1))
    rows = told(diary, "spells", "2026-05-01", "2026-05-09").table.rows
    assert plain(rows[-1].cells[0]) == "8 to 9 May or longer"
    whole = told(diary, "spells", "2026-05-01", "2026-05-12").table.rows
    assert "longer" not in whole[-1].cells[0]
