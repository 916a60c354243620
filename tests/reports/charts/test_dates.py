"""The dates below a chart: few enough to be read, and with a year where that is not this one."""

from __future__ import annotations

from datetime import date

import pytest

from support.asked import plain
from twitchlog.domain.period import Period
from twitchlog.reports.charts.dates import day_ticks


@pytest.mark.parametrize(
    ("days", "ticks"),
    [
        (3, ["29 Dec 2025", "30 Dec 2025", "31 Dec 2025"]),
        (14, ["22 Dec 2025", "29 Dec 2025"]),
        (60, ["15 Nov 2025", "1 Dec 2025", "15 Dec 2025"]),
        (150, ["Sep 2025", "Oct 2025", "Nov 2025", "Dec 2025"]),
        (360, ["Feb 2025", "Mar 2025", *(f"{month} 2025" for month in ("Apr", "May", "Jun", "Jul",
         "Aug", "Sep", "Oct", "Nov", "Dec"))]),
        (380, ["2025", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov",
         "Dec"]),
    ],
)  # fmt: skip
def test_dates_of_another_year_than_today_have_theirs(days, ticks):
    period = Period.ending(date(2025, 12, 31), days=days)
    told = day_ticks(period, today=date(2026, 6, 18))
    assert [plain(text) for _day, text in told] == ticks


def test_across_the_new_year_only_the_days_of_the_old_one_have_theirs():
    period = Period(date(2025, 12, 1), date(2026, 1, 31))
    told = [plain(text) for _day, text in day_ticks(period, today=date(2026, 1, 31))]
    assert told == ["1 Dec 2025", "15 Dec 2025", "1 Jan", "15 Jan"]
