"""What the charts tell of figures."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from types import SimpleNamespace
from typing import TYPE_CHECKING, Final

from support.places import place_counts, spread_counts
from twitchlog.domain.checkin import DaySummary
from twitchlog.domain.counts.clock import BedTimes
from twitchlog.domain.counts.over_time import Event, EventKind, OverTime
from twitchlog.domain.period import Period
from twitchlog.domain.profile import PartialDate
from twitchlog.reports.charts.chart import Ask
from twitchlog.reports.charts.kinds import (
    dial,
    hours,
    lengths,
    places,
    same_place,
    spells,
    timeline,
)
from twitchlog.reports.charts.kinds.hours import HoursOfWeek
from twitchlog.reports.charts.kinds.on_clock import OnClock

if TYPE_CHECKING:
    from datetime import date

    from twitchlog.clock import FixedClock
    from twitchlog.diary import Diary
    from twitchlog.domain.figures import Figures


NO_NIGHTS: Final = BedTimes(0, (), ())


def told(figures: Figures, *, nights: BedTimes = NO_NIGHTS) -> SimpleNamespace:
    """Return what each chart made of figures tells of them, by kind."""
    ask = Ask(figures.period, figures.period.last, figures.diary_starts)
    kinds = (places, same_place, dial, hours, lengths, spells)
    clock = OnClock(figures.clock, nights)
    weekdays = [day.day.weekday() for day in figures.days if day.logged]
    numbers = {
        places.CHART.kind: place_counts(figures),
        same_place.CHART.kind: spread_counts(figures),
        dial.CHART.kind: clock,
        hours.CHART.kind: HoursOfWeek(clock, tuple(map(weekdays.count, range(7)))),
        lengths.CHART.kind: figures.lengths,
        spells.CHART.kind: figures.days,
    }
    days = OverTime(figures.days, (), {}, figures.logged)
    return SimpleNamespace(
        timeline=timeline.tell(days, ask),
        **{
            kind.CHART.kind.replace("-", "_"): kind.CHART.tell(numbers[kind.CHART.kind], ask)
            for kind in kinds
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


def log_at(diary: Diary, clock: FixedClock, *walls: datetime, second: bool = False) -> None:
    """Log a twitch at each time of the wall clock; `second` in an hour that comes twice."""
    for wall in walls:
        moment = clock.now().on_clock(wall, second=second)
        diary.twitches.log(["calf-left"], moment=moment)


def log_around(diary: Diary, clock: FixedClock, change: date) -> Period:
    """Log at 0:30 and 23:30 of each of the seven days around a change of the clocks."""
    week = Period(change - timedelta(days=3), change + timedelta(days=3))
    for day in week:
        for at in (time(0, 30), time(23, 30)):
            diary.twitches.log(["chin"], moment=clock.at(datetime.combine(day, at)))
    return week


def event(
    when: str, name: str = "Magnesium", kind: EventKind = EventKind.MEDICINE_STARTED
) -> Event:
    """Return something that happened: `event("2026-06-10")`."""
    return Event(kind, PartialDate.parse(when), name)
