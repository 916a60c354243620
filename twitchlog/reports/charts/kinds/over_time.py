"""Twitching over time: what the screen and the page share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from twitchlog.domain.checkin import DayState
from twitchlog.domain.period import Period
from twitchlog.reports.charts import dates, words
from twitchlog.reports.charts.spec import Words
from twitchlog.reports.patterns.series import (
    Stretch,
    Tally,
    busiest,
    months,
    tally,
    weeks,
)
from twitchlog.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from twitchlog.domain.checkin import DayCount

DAILY_UP_TO: Final = 120
WEEKLY_UP_TO: Final = 2 * 366
_TOGETHER: Final = ((1, 10), (2, 10), (3, 10), (6, 6), (12, 6), (24, 6), (60, 5), (120, 5))
"""How many months share a fraction, and how many such fractions fit side by side in print."""
_LONG_GAP: Final = 3


class Step(StrEnum):
    """How much time one bar stands for."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class TimeBar:
    """The days from `first` to `last`; `value` is entries, or the mean per logged day.

    `value` is 0 where the state is not *twitches*.
    """

    first: date
    last: date
    state: DayState
    value: float


@dataclass(frozen=True, slots=True)
class Label:
    """A text under the days from `first` to `last`."""

    first: date
    last: date
    text: str


@dataclass(frozen=True, slots=True)
class Taken:
    """A medicine over the days of a chart, cut off at its ends; `doses` are days of new doses.

    `begins` says whether it was begun within the days, `goes_on` whether it was still taken on the
    last one.
    """

    name: str
    first: date
    last: date
    begins: bool
    goes_on: bool
    doses: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DayBars(Words):
    """Twitching over time, for print: bars, rings for none, hatching for not logged.

    `brackets` are the tallies under the axis, `ticks` the dates; `step` says what one bar stands
    for. `taken` are the medicines above the bars, in the order they begin.
    """

    first: date
    last: date
    step: Step
    bars: tuple[TimeBar, ...]
    ticks: tuple[Label, ...]
    brackets: tuple[Label, ...]
    taken: tuple[Taken, ...] = ()


def step_of(period: Period) -> Step:
    """Return how much time a bar stands for in a period of that length."""
    if period.days <= DAILY_UP_TO:
        return Step.DAY
    return Step.WEEK if period.days <= WEEKLY_UP_TO else Step.MONTH


def parts(days: Sequence[DayCount]) -> tuple[Step, tuple[Stretch, ...]]:
    """Return what has a bar of its own: days, and over longer times weeks or months."""
    step = step_of(Period(days[0].day, days[-1].day))
    if step is Step.DAY:
        return step, tuple(Stretch(day.day, day.day, tally([day]), day.count) for day in days)
    if step is Step.WEEK:
        return step, _without_short_ends(weeks(days), days=4)
    return step, _without_short_ends(months(days), days=15)


def bar(part: Stretch) -> TimeBar:
    """Return the bar of a day, or of days taken together: their mean on a logged day."""
    if part.mean is None:
        return TimeBar(part.first, part.last, DayState.NOT_LOGGED, 0.0)
    state = DayState.TWITCHES if part.mean else DayState.NONE
    return TimeBar(part.first, part.last, state, part.mean)


def day_ticks(first: date, last: date, *, today: date) -> Iterator[Label]:
    """Yield the dates under the axis; those of another year than `today` have their year."""
    for day, text in dates.day_ticks(Period(first, last), today=today):
        yield Label(day, day, text)


def mean_words(step: Step) -> str:
    """Say what a bar of more than one day stands for."""
    if step is Step.WEEK:
        return _("Each bar is a week: the mean number of twitches on a logged day.")
    return _("Each bar is a month: the mean number of twitches on a logged day.")


def fractions(days: Sequence[DayCount]) -> tuple[tuple[Stretch, ...], int]:
    """Return the stretches that get a fraction, and how many months each has (0 for weeks)."""
    if len(days) <= DAILY_UP_TO:
        return _without_short_ends(weeks(days), days=len(days) // 20), 0
    first, last = days[0].day, days[-1].day
    many = 12 * (last.year - first.year) + last.month - first.month + 1
    together = next((n for n, most in _TOGETHER if many <= n * most), _TOGETHER[-1][0])
    return _without_short_ends(months(days, each=together), days=15 * together), together


def _without_short_ends(stretches: tuple[Stretch, ...], *, days: int) -> tuple[Stretch, ...]:
    """Join an end of fewer than `days` days to its neighbour, so that all still add up."""
    kept = list(stretches)
    if len(kept) > 1 and (kept[0].last - kept[0].first).days + 1 < days:
        kept[:2] = [_joined(kept[0], kept[1])]
    if len(kept) > 1 and (kept[-1].last - kept[-1].first).days + 1 < days:
        kept[-2:] = [_joined(kept[-2], kept[-1])]
    return tuple(kept)


def _joined(one: Stretch, other: Stretch) -> Stretch:
    both = Tally(one.tally.twitching + other.tally.twitching, one.tally.logged + other.tally.logged)
    return Stretch(one.first, other.last, both, one.entries + other.entries)


def alt_text(days: Sequence[DayCount], step: Step) -> str:
    """Say the whole chart in words: course, busiest day, days not logged."""
    stretches, together = fractions(days)
    tallies = ", ".join(
        words.of(part.tally.twitching, part.tally.logged) if part.tally.logged else "–"
        for part in stretches
    )
    stretch = _("week by week") if together == 0 else _("month by month")
    stretch = stretch if together < 2 else _("{n} months at a time").format(n=together)
    chart = _("Bar chart of twitch entries a day, {days}.").format(
        days=words.whole_span(days[0].day, days[-1].day)
    )
    if not tally(days).logged:
        return f"{chart} " + _("No day is logged.")
    said = [
        chart,
        _("Days with twitching of days logged, {stretch}: {tallies}.").format(
            stretch=stretch, tallies=tallies
        ),
        *_most(days),
        *_gaps(days),
    ]
    if step is not Step.DAY:
        said.insert(1, mean_words(step))
    return " ".join(said)


def _most(days: Sequence[DayCount]) -> list[str]:
    most = busiest(days)
    return [] if most is None else [_("Most entries on a day: {n}.").format(n=most.entries)]


def _gaps(days: Sequence[DayCount]) -> list[str]:
    """Count the days not logged, and name the longest stretch of them."""
    missing = [day.day for day in days if not day.logged]
    if not missing:
        return []
    first, last = longest_run(missing)
    counted = ngettext("Not logged on {n} day", "Not logged on {n} days", len(missing))
    long = (last - first).days + 1
    if long < _LONG_GAP:
        return [counted.format(n=len(missing)) + "."]
    where = _("{n} of them from {first} to {last}").format(
        n=long, first=words.full_date(first), last=words.full_date(last)
    )
    return [f"{counted.format(n=len(missing))}, {where}."]


def longest_run(days: Sequence[date]) -> tuple[date, date]:
    """Return the first and last day of the longest run of neighbouring days, given in order."""
    best = start = days[0]
    longest = 0
    for before, day in zip((None, *days), days, strict=False):
        if before is None or day - before > timedelta(days=1):
            start = day
        if (day - start).days > longest:
            best, longest = start, (day - start).days
    return best, best + timedelta(days=longest)
