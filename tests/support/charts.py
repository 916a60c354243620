"""What the charts tell of figures."""

from __future__ import annotations

from datetime import time, timedelta
from types import SimpleNamespace
from typing import TYPE_CHECKING

from support.places import place_counts, spread_counts
from twitchlog.domain.checkin import DaySummary
from twitchlog.domain.counts.clock import BedTimes
from twitchlog.domain.counts.over_time import OverTime
from twitchlog.reports.charts.chart import Ask
from twitchlog.reports.charts.kinds import dial, lengths, places, same_place, spells, timeline
from twitchlog.reports.charts.kinds.on_clock import OnClock

if TYPE_CHECKING:
    from datetime import date

    from twitchlog.diary import Diary
    from twitchlog.domain.figures import Figures


def told(figures: Figures) -> SimpleNamespace:
    """Return what each chart made of figures tells of them, by kind."""
    ask = Ask(figures.period, figures.period.last, figures.diary_starts)
    charts = (places.CHART, same_place.CHART, dial.CHART, lengths.CHART, spells.CHART)
    numbers = {
        places.CHART.kind: place_counts(figures),
        same_place.CHART.kind: spread_counts(figures),
        dial.CHART.kind: OnClock(figures.clock, BedTimes(0, (), ())),
        lengths.CHART.kind: figures.lengths,
    }
    days = OverTime(figures.days, (), {}, figures.logged)
    return SimpleNamespace(
        timeline=timeline.tell(days, ask),
        **{
            chart.kind.replace("-", "_"): chart.tell(numbers.get(chart.kind, figures), ask)
            for chart in charts
        },
    )


def write_days(diary: Diary, text: str, *, first: date) -> None:
    """Log days as text: a digit is so many twitches, 0 is *none today*, a dot is nothing."""
    for at, sign in enumerate(text):
        day = first + timedelta(days=at)
        if sign == "0":
            diary.checkins.none_today(day)
        for number in range(0 if sign == "." else int(sign)):
            diary.twitches.log(["calf-left"], moment=diary.clock.on(day, time(9, number)))


def written(text: str, *, last: date) -> tuple[DaySummary, ...]:
    """Return days up to `last` as text says: a digit is twitches, a dot a day not logged."""
    first = last - timedelta(days=len(text) - 1)
    return tuple(
        DaySummary(first + timedelta(days=at), 0 if sign == "." else int(sign), logged=sign != ".")
        for at, sign in enumerate(text)
    )
