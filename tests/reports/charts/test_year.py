from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.asked import plain
from support.charts import log_around, write_days, written
from twitchlog.diary import Diary
from twitchlog.domain.checkin import DayState
from twitchlog.domain.period import Period
from twitchlog.domain.searching import Query
from twitchlog.reports.charts.chart import Ask
from twitchlog.reports.charts.kinds.year import CHART, YearDays, days_of, step_of, tell
from twitchlog.reports.charts.spec import NoPicture

TODAY = date(2026, 6, 18)


def chart_of(diary: Diary, period: Period, *, today: date = TODAY):
    asked = Ask(period, today, diary.days.first_logged())
    return CHART.tell(CHART.read(diary, asked), asked)


def told(text: str, *, last: date = TODAY, today: date = TODAY) -> YearDays:
    days = written(text, last=last)
    period = Period(days[0].day, last)
    chart = tell(days, Ask(period, today, period.first))
    assert isinstance(chart, YearDays)
    return chart


def test_every_day_since_the_diary_began_is_told(diary):
    """12-18 June: 3 . 0 1 5 . 2, so 5 of 7 days logged, 4 of them with twitching."""
    write_days(diary, "3.015.2", first=date(2026, 6, 12))
    chart = chart_of(diary, Period(date(2026, 6, 16), TODAY))
    assert plain(chart.headline) == "Twitching on 4 of 5 logged days"
    assert plain(chart.note) == ("Logged on 5 of 7 days since 12 Jun 2026, twitching on 4 of them.")
    assert chart.counts == (3, None, 0, 1, 5, None, 2)
    assert [tuple(map(plain, row.cells)) for row in chart.table.rows] == [
        ("12 Jun", "3"),
        ("13 Jun", "not logged"),
        ("14 Jun", "0"),
        ("15 Jun", "1"),
        ("16 Jun", "5"),
        ("17 Jun", "not logged"),
        ("18 Jun", "2"),
    ]
    assert [plain(row.says) for row in chart.table.rows[:4]] == [
        "12 Jun: 3 twitches",
        "13 Jun: not logged",
        "14 Jun: none that day",
        "15 Jun: 1 twitch",
    ]
    assert [row.behind for row in chart.table.rows[:3]] == [
        Query(period=Period(date(2026, 6, 12), date(2026, 6, 12))),
        None,
        None,
    ]


def test_a_month_that_stands_out_is_named_with_its_days():
    """May: 20 of its 31 logged days with twitching; 1-18 June: all 18 of 18."""
    chart = told("1" * 20 + "0" * 11 + "1" * 18)
    assert plain(chart.headline) == "Most often in Jun 2026: twitching on 18 of 18 logged days"
    assert plain(chart.alt) == (
        "Calendar of the days, 1 May 2026 to 18 Jun 2026. Days with twitching of days logged,"
        " month by month: May 2026 20 of 31; Jun 2026 18 of 18."
    )


def test_one_entry_is_a_calendar_of_one_day(diary):
    diary.twitches.log(["calf-left"])
    chart = chart_of(diary, Period(TODAY, TODAY))
    assert isinstance(chart, YearDays)
    assert plain(chart.headline) == "Twitching on 1 of 1 logged day"
    assert chart.counts == (1,)
    assert chart.height(348) < 150


def test_no_entry_promises_a_calendar(diary):
    chart = chart_of(diary, Period(TODAY, TODAY))
    assert isinstance(chart, NoPicture)
    assert chart.headline == "Your calendar begins with the first day you log"
    assert chart.wants_entries


def test_a_year_without_a_logged_day_says_so(diary):
    write_days(diary, "11", first=date(2024, 1, 1))
    chart = chart_of(diary, Period.ending(TODAY, days=28))
    assert isinstance(chart, NoPicture)
    assert chart.headline == "Nothing is logged in this year"


def test_quiet_days_are_a_calendar_too():
    chart = told("0.00")
    assert chart.headline == "No twitches on any of 3 logged days"
    assert [entry.text for entry in chart.key(348)] == ["none that day", "not logged"]


@pytest.mark.parametrize(
    ("first", "starts", "expected"),
    [
        (date(2026, 6, 5), date(2020, 1, 1), date(2025, 7, 1)),
        (date(2025, 6, 18), date(2020, 1, 1), date(2025, 7, 1)),
        (date(2025, 6, 17), date(2020, 1, 1), date(2025, 6, 17)),
        (date(2026, 6, 5), date(2026, 2, 3), date(2026, 2, 3)),
        (date(2020, 1, 1), date(2021, 3, 4), date(2021, 3, 4)),
        (date(2026, 6, 5), None, TODAY),
    ],
)
def test_it_has_the_twelve_months_up_to_the_last_day_or_all_of_a_longer_time(
    first, starts, expected
):
    assert days_of(Ask(Period(first, TODAY), TODAY, starts)) == Period(expected, TODAY)


def test_years_are_twelve_months_each_the_newest_first():
    """From 10 August 2023: 11 months are left for the oldest."""
    chart = told("1" * ((TODAY - date(2023, 8, 10)).days + 1))
    assert chart.years == (
        Period(date(2025, 7, 1), TODAY),
        Period(date(2024, 7, 1), date(2025, 6, 30)),
        Period(date(2023, 8, 10), date(2024, 6, 30)),
    )
    assert len(chart.shown(348)) == 2
    assert len(chart.shown(690)) == 3
    assert len(chart.table.rows) == len(chart.counts)


def test_the_key_tells_only_what_is_drawn():
    """A day not logged 1,000 days ago is drawn where there is room for three years, not for two."""
    chart = told("." + "1" * 1000)
    assert [entry.text for entry in chart.key(348)] == ["1 or 2 twitches"]
    assert [entry.text for entry in chart.key(690)] == ["1 or 2 twitches", "not logged"]


def test_a_year_that_is_over_says_which_it_was():
    chart = told("1" * 10, last=date(2025, 3, 10))
    assert plain(chart.note) == (
        "1 Mar 2025 to 10 Mar 2025: logged on 10 of 10 days, twitching on 10 of them."
    )


@pytest.mark.parametrize(("count", "step"), [(1, 1), (2, 1), (3, 3), (4, 3), (5, 4), (50, 4)])
def test_three_steps_of_the_ramp_are_used(count, step):
    assert step_of(count) == step


def test_both_clock_changes_have_their_day_once(tmp_path, clock):
    """A twitch at 0:30 and one at 23:30 of each day from three before to three after a change."""
    clock.moment = clock.at(datetime(2026, 12, 1, 12, 0))
    with Diary.open(tmp_path / "changes.sqlite", clock=clock) as diary:
        for change in (date(2026, 3, 29), date(2026, 10, 25)):
            log_around(diary, clock, change)
        whole = Period(date(2026, 3, 26), date(2026, 10, 28))
        chart = chart_of(diary, whole, today=date(2026, 12, 1))
    assert chart.counts[:7] == chart.counts[-7:] == (2,) * 7
    assert set(chart.counts[7:-7]) == {None}
    assert len(chart.counts) == whole.days


@given(
    counts=st.lists(st.one_of(st.none(), st.integers(0, 9)), min_size=1, max_size=1200).filter(
        lambda counts: any(count is not None for count in counts)
    ),
    last=st.dates(date(2015, 1, 1), date(2027, 12, 31)),
)
def test_any_time_has_each_day_in_one_state_and_adds_up_to_the_diary(counts, last):
    text = "".join("." if count is None else str(count) for count in counts)
    chart = told(text, last=last, today=last)
    states = [
        DayState.NOT_LOGGED if count is None else DayState.TWITCHES if count else DayState.NONE
        for count in counts
    ]
    assert len(chart.counts) == len(chart.table.rows) == len(counts)
    values = [row.cells[1] for row in chart.table.rows]
    assert [value == "not logged" for value in values] == [
        state is DayState.NOT_LOGGED for state in states
    ]
    assert [value == "0" for value in values] == [state is DayState.NONE for state in states]
    assert sum(int(value) for value in values if value != "not logged") == sum(
        count or 0 for count in counts
    )
    shown = sorted(day for year in chart.years for day in year)
    assert len(shown) == len(set(shown))
    assert set(Period(chart.first, chart.last)) <= set(shown)
