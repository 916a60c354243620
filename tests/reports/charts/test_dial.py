"""The dial of 24 hours, read from a diary and worked out by hand."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from support.asked import plain
from support.charts import log_at
from twitchlog.domain.checkin import Detail
from twitchlog.domain.period import Period
from twitchlog.reports.charts.chart import Ask
from twitchlog.reports.charts.kinds.dial import CHART, HourDial
from twitchlog.reports.charts.marks import row_at
from twitchlog.reports.charts.picture import screen_sheet
from twitchlog.reports.charts.spec import NoPicture

PERIOD = Period(date(2026, 6, 1), date(2026, 6, 18))


def told(diary, period: Period = PERIOD):
    ask = Ask(period, PERIOD.last, diary.days.first_logged())
    return CHART.tell(CHART.read(diary, ask), ask)


@pytest.fixture
def evenings(diary, clock):
    """Eleven twitches on five days: 23:30 four times, 0:15 three, 1:05 twice, 12:00 and 12:59."""
    for day, walls in (
        (2, [(23, 30), (12, 0)]), (3, [(0, 15), (23, 30)]), (5, [(0, 15), (1, 5), (23, 30)]),
        (9, [(0, 15), (1, 5), (12, 59)]), (10, [(23, 30)]),
    ):  # fmt: skip
        log_at(diary, clock, *(datetime(2026, 6, day, hour, minute) for hour, minute in walls))
    return diary


def test_the_busiest_hours_reach_around_midnight(evenings) -> None:
    """From 23:00 to 2:00: 4 + 3 + 2 of 11. Days with two or more: 2, 3, 5, 9 June; 16 missing."""
    chart = told(evenings)
    assert isinstance(chart, HourDial)
    assert plain(chart.headline) == "Most often at night: 9 of 11 between 23:00 and 2:00"
    assert chart.note.startswith("16 more days with two or more twitches")
    assert chart.note.endswith("The outer circle is 4 twitches, the dotted one half of that.")
    assert chart.busiest == (23, 0, 1)
    assert [(at, count) for at, count in enumerate(chart.hours) if count] == [
        (0, 3), (1, 2), (12, 2), (23, 4),
    ]  # fmt: skip
    assert plain(chart.table.rows[23].says) == "23:00 to 24:00: 4 of 11 twitches"
    assert "0:00 to 1:00: 3, 1:00 to 2:00: 2, 12:00 to 13:00: 2, 23:00 to 24:00: 4" in chart.alt


def test_behind_an_hour_are_its_entries(evenings) -> None:
    rows = told(evenings).table.rows
    assert [evenings.search.find(rows[at].behind).entries for at in (0, 12, 23)] == [3, 2, 4]
    assert rows[5].behind is None


def test_a_tap_on_the_ring_means_the_hour_there(evenings) -> None:
    chart = told(evenings)
    sheet = screen_sheet(chart, width=190, height=188, scale=1, dark=False, text_scale=1)
    mark = next(mark for mark in sheet.marks if mark.row == 23)
    x, y = mark.centre
    middle = (mark.inner + mark.outer) / 2
    assert row_at(sheet.marks, x - 2, y + middle) == 23
    assert row_at(sheet.marks, x + 2, y + middle) == 0
    assert row_at(sheet.marks, x + middle, y - 2) == 6


def test_an_hour_of_both_clock_changes_is_the_one_on_the_wall(diary, clock) -> None:
    """Berlin: 2:30 on 26 October 2025 comes twice; on 29 March 2026 it is 3:30. Eight at noon."""
    twice = datetime(2025, 10, 26, 2, 30)
    log_at(diary, clock, twice)
    log_at(diary, clock, twice, second=True)
    log_at(diary, clock, datetime(2026, 3, 29, 2, 30), *[datetime(2026, 3, 1, 12)] * 8)
    chart = told(diary, Period(date(2025, 10, 1), date(2026, 4, 1)))
    assert (chart.hours[2], chart.hours[3], chart.hours[12]) == (2, 1, 8)


def test_one_twitch_and_none_draw_no_clock(diary, clock) -> None:
    assert isinstance(told(diary), NoPicture)
    log_at(diary, clock, datetime(2026, 6, 2, 9))
    one = told(diary)
    assert isinstance(one, NoPicture)
    assert one.note == "1 twitch is logged in this time."


def test_sleep_is_known_from_seven_nights_on(evenings) -> None:
    """Six nights from 23:10 to 6:50 say nothing yet, seven do; 23:10 is hour 23 1/6."""
    for night in range(1, 8):
        evenings.checkins.save(
            date(2026, 6, 10) + timedelta(days=night), {"sleep": 7.7},
            details={"sleep": Detail(began=1390, ended=410)},
        )  # fmt: skip
        chart = told(evenings)
        assert (chart.sleep is None) is (night < 7)
    assert chart.sleep == pytest.approx((1390 / 60, 410 / 60))
    said = "Usually asleep from 23:10 to 6:50, 7 nights"
    assert chart.table.rows[-1].cells == (said, "")
    assert chart.alt.endswith(f"{said}.")
