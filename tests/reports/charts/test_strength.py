"""How strong over time: shares out of the twitches that have a strength, gaps told from zeros."""

from __future__ import annotations

from datetime import date

import pytest
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch

from support.asked import at, cells, drawn, plain, told, written
from twitchlog.domain.checkin import DayState
from twitchlog.domain.period import Period
from twitchlog.domain.searching import Query
from twitchlog.domain.twitch import Strength
from twitchlog.reports.charts.kinds.shares import ShareBars
from twitchlog.reports.charts.marks import row_at
from twitchlog.reports.charts.spec import NoPicture

FOUR_WEEKS = ("2026-05-22", "2026-06-18")


def log(diary, day: str, *strengths: int | None) -> None:
    """Log a twitch a strength on a day; None is one whose strength was not said."""
    for number, strength in enumerate(strengths):
        diary.twitches.log(
            ["calf-left"],
            moment=at(f"{day} {8 + number:02}:00"),
            strength=None if strength is None else Strength(strength),
        )


@pytest.fixture
def month(diary):
    """Four weeks up to 18 June 2026.

    - 22-28 May: barely 1, mild 1, one not said.
    - 29 May-4 June: a quiet day, no twitches.
    - 5-11 June: not logged.
    - 12-18 June: mild 1, clear 2, strong 1.
    In all six strengths of seven entries: barely, mild, mild, clear, clear, strong. The third and
    fourth in order are mild and clear. Three days are logged with twitches and one without.
    """
    log(diary, "2026-05-22", 1, 2)
    log(diary, "2026-05-28", None)
    diary.checkins.none_today(date(2026, 6, 1))
    log(diary, "2026-06-18", 2, 3, 3, 4)
    return diary


def test_each_week_has_its_shares_out_of_the_strengths_that_were_said(month):
    chart = told(month, "strength", *FOUR_WEEKS)
    assert isinstance(chart, ShareBars)
    assert chart.levels == ("Barely", "Mild", "Clear", "Strong")
    assert [bar.shares for bar in chart.bars] == [
        (0.5, 0.5, 0, 0), (0, 0, 0, 0), (0, 0, 0, 0), (0, 0.25, 0.5, 0.25),
    ]  # fmt: skip
    assert [bar.answered for bar in chart.bars] == [2, 0, 0, 4]
    assert [bar.state for bar in chart.bars] == [
        DayState.TWITCHES, DayState.NONE, DayState.NOT_LOGGED, DayState.TWITCHES,
    ]  # fmt: skip


def test_the_table_has_the_exact_counts_and_how_many_had_no_strength(month):
    chart = told(month, "strength", *FOUR_WEEKS)
    assert chart.table.columns == ("Days", "Barely", "Mild", "Clear", "Strong", "Not said")
    assert cells(chart) == [
        ("22 to 28 May", "1", "1", "0", "0", "1"),
        ("29 May to 4 Jun", "0", "0", "0", "0", "0"),
        ("5 to 11 Jun", "not logged", "", "", "", ""),
        ("12 to 18 Jun", "0", "1", "2", "1", "0"),
    ]
    assert [plain(row.says) for row in chart.table.rows] == [
        "22 to 28 May: Barely 1, Mild 1 (2 answers). Not said: 1 of 3",
        "29 May to 4 Jun: no twitches",
        "5 to 11 Jun: not logged",
        "12 to 18 Jun: Mild 1, Clear 2, Strong 1 (4 answers)",
    ]
    week = Period(date(2026, 6, 12), date(2026, 6, 18))
    assert chart.table.rows[-1].behind == Query(period=week)


def test_the_words_name_the_middle_and_what_they_are_out_of(month):
    """The four weeks before have no entry at all, so there is nothing to compare with."""
    chart = told(month, "strength", *FOUR_WEEKS)
    assert chart.headline == "Middle strength: mild to clear"
    assert plain(chart.note).startswith("6 of 7 twitches have a strength. The number")
    assert plain(chart.note).endswith("Logged on 4 of 28 days.")
    assert "5 to 11 Jun: not logged." in plain(chart.alt)


def test_the_last_four_weeks_are_compared_with_the_four_before(month):
    """27 April to 21 May lie before the period: five strong ones, so the middle there is strong."""
    log(month, "2026-04-27", 4, 4, 4, 4, 1)
    chart = told(month, "strength", *FOUR_WEEKS)
    assert chart.headline == (
        "Middle strength in the last 4 weeks: mild to clear; strong in the 4 before"
    )
    assert ", 5 of 5 in the 4 weeks before." in plain(chart.note)
    # Over 90 days they are in the picture, and out of the headline's last four weeks all the same.
    longer = told(month, "strength", "2026-03-21", "2026-06-18")
    assert longer.headline == chart.headline
    assert sum(bar.answered for bar in longer.bars) == 11


def test_a_time_that_is_past_is_not_called_the_last_weeks(month):
    log(month, "2026-04-27", 4, 4, 4, 4, 4)
    log(month, "2026-03-30", 4, 4, 4, 4, 4)
    chart = told(month, "strength", "2026-04-01", "2026-04-30")
    assert plain(chart.headline) == (
        "Middle strength in the 4 weeks up to 30 Apr: strong, as in the 4 before"
    )


def test_two_weeks_are_not_compared_with_weeks_outside_of_them(month):
    log(month, "2026-06-17", 3)
    assert told(month, "strength", "2026-06-05", "2026-06-18").headline == "Middle strength: clear"


def test_both_clock_changes_leave_each_entry_in_its_week(diary):
    """Sunday 26 October has 25 hours, Sunday 29 March 23; both weeks end on them."""
    for moment in (at("2025-10-26 02:30"), at("2025-10-26 02:30", second=True)):
        diary.twitches.log(["calf-left"], moment=moment, strength=Strength.MILD)
    log(diary, "2025-10-27", 4, 4, 4)
    autumn = told(diary, "strength", "2025-10-20", "2025-11-02")
    assert [bar.answered for bar in autumn.bars] == [2, 3]
    diary.twitches.log(["calf-left"], moment=at("2026-03-29 23:59"), strength=Strength.CLEAR)
    log(diary, "2026-03-30", 1, 1, 1, 1)
    spring = told(diary, "strength", "2026-03-23", "2026-04-05")
    assert [bar.answered for bar in spring.bars] == [1, 4]


def test_one_entry_is_listed_and_not_drawn(diary):
    log(diary, "2026-06-18", 3)
    chart = told(diary, "strength", *FOUR_WEEKS)
    assert isinstance(chart, NoPicture)
    assert chart.headline == "One strength in this time"
    assert chart.note == "Clear 1 (1 answer). A picture comes after 5."
    assert not chart.wants_entries


def test_without_a_strength_it_says_where_that_is_recorded(diary):
    empty = told(diary, "strength", *FOUR_WEEKS)
    assert (empty.headline, empty.wants_entries) == ("No strengths yet", True)
    log(diary, "2026-06-18", None)
    chart = told(diary, "strength", *FOUR_WEEKS)
    assert isinstance(chart, NoPicture)
    assert chart.note == (
        "1 twitch in this time has no strength. The log sheet asks how strong it is."
    )


@pytest.mark.parametrize(("width", "text_scale"), [(348, 1.0), (348, 1.5), (720, 1.0)])
def test_the_picture_tells_bars_rings_and_hatching_apart(month, width, text_scale):
    chart = told(month, "strength", *FOUR_WEEKS)
    sheet = drawn(chart, width=width, text_scale=text_scale)
    levels = [
        patch for patch in sheet.figure.findobj(PathPatch) if str(patch.get_gid()).startswith("lev")
    ]
    assert len(levels) == 4
    assert len({patch.get_facecolor() for patch in levels}) == 4
    (ring,) = [line for line in sheet.figure.findobj(Line2D) if line.get_gid() == "none"]
    (hatch,) = [each for each in sheet.figure.findobj(PathPatch) if each.get_gid() == "not logged"]
    left, right = sheet.plot
    slot = (right - left) / 4
    assert [int((x - left) / slot) for x in ring.get_xdata()] == [1]
    box = hatch.get_path().get_extents()
    assert left + 2 * slot <= box.x0 < box.x1 <= left + 3 * slot
    assert written(sheet, "count") == ["2", "4"]
    assert [row_at(sheet.marks, left + (at + 0.5) * slot, 100) for at in range(4)] == [0, 1, 2, 3]


def test_ten_years_are_quarters_and_their_years_are_written(diary):
    log(diary, "2026-06-18", 2, 2, 2, 2, 2)
    chart = told(diary, "strength", "2016-06-19", "2026-06-18")
    assert len(chart.bars) == 40
    assert [text for _at, text in chart.ticks] == [str(year) for year in range(2017, 2027)]
    assert "quarter" in chart.note


def test_a_month_that_a_few_days_were_joined_to_keeps_its_name(diary):
    """22 to 30 June 2025 are nine days, joined to July; the first 17 of June 2026 stand alone."""
    log(diary, "2026-06-17", 2, 2, 2, 2, 2)
    chart = told(diary, "strength", "2025-06-22", "2026-06-17")
    assert [text for _at, text in chart.ticks] == [
        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "2026", "Feb", "Mar", "Apr", "May", "Jun",
    ]  # fmt: skip
    assert cells(chart)[0][0] == "22 Jun to 31 Jul 2025"
