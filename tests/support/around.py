"""Diaries around a change, for the chart of before and after."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from types import MappingProxyType
from zoneinfo import ZoneInfo

from twitchlog.domain.moment import Moment
from twitchlog.domain.period import Span
from twitchlog.domain.profile import PartialDate
from twitchlog.reports.charts.chart import Ask
from twitchlog.reports.charts.kinds.before_after import CHART

ZONE = "Europe/Berlin"


def written(diary, text: str, *, last: date) -> None:
    """Write a diary up to `last`: a digit is a day's twitches, 0 none that day, `.` not logged."""
    for at, sign in enumerate(text):
        day = last - timedelta(days=len(text) - 1 - at)
        if sign == "0":
            diary.checkins.none_today(day)
        for hour in range(int(sign) if sign != "." else 0):
            when = datetime(day.year, day.month, day.day, 8 + hour, tzinfo=ZoneInfo(ZONE))
            diary.twitches.log(["calf-left"], moment=Moment.of(when, ZONE))


def told(diary, clock, **options: str):
    """Return the chart of the last month with these choices."""
    today, starts = clock.now().day, diary.days.first_logged()
    ask = Ask(diary_period(today), today, starts, MappingProxyType(options))
    return CHART.tell(CHART.read(diary, ask), ask)


def diary_period(today: date):
    """Return the last month."""
    return Span.MONTH.period(today=today, diary_starts=None)


def on(day: date) -> PartialDate:
    """Return a day as a date that is known in full."""
    return PartialDate.of(day)
