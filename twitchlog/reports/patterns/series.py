"""The course over time: twitching per logged day, smoothed, by week and by month."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from twitchlog.domain.checkin import DayCount

SMOOTH_DAYS: Final = 7
SMOOTH_LOGGED: Final = 4
"""A running median spans a week and needs more than half of it logged."""
MONTH_LOGGED: Final = 14
"""So many logged days a month needs to be compared with others."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Days with twitching out of days logged."""

    twitching: int
    logged: int

    @property
    def share(self) -> float | None:
        """Share of logged days with twitching, 0 to 1; None where no day was logged."""
        return self.twitching / self.logged if self.logged else None


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbouring calendar days taken together: a week, or a month."""

    first: date
    last: date
    tally: Tally
    entries: int

    @property
    def mean(self) -> float | None:
        """Entries per logged day; None where no day was logged, which is not zero."""
        return self.entries / self.tally.logged if self.tally.logged else None


@dataclass(frozen=True, slots=True)
class Busiest:
    """The highest number of entries on one day, and every day that reached it, in order."""

    entries: int
    days: tuple[date, ...]


def tally(days: Iterable[DayCount]) -> Tally:
    """Count the days with twitching and the days logged; days not logged are left out of both."""
    counts = [day.count for day in days if day.logged]
    return Tally(twitching=len(counts) - counts.count(0), logged=len(counts))


def running_median(days: Sequence[DayCount]) -> tuple[float | None, ...]:
    """Return the centred running median of entries a logged day, one value a calendar day.

    The value at day i is median(y[j] : i-3 <= j <= i+3, j logged), the middle of 7 calendar days
    (of an even number of logged ones the mean of the middle two), so it is not late by half a
    window; at both ends of `days` the window is cut off. It is None where fewer than
    `SMOOTH_LOGGED` of those days were logged, so that the line breaks over a gap and never crosses
    it. One busy day moves it at most to its neighbour, where a mean would follow. Unit: entries a
    logged day. Source: running medians, J. W. Tukey, Exploratory Data Analysis, 1977, chapter 7.
    """
    reach = SMOOTH_DAYS // 2
    counts = [day.count if day.logged else None for day in days]
    medians: list[float | None] = []
    for at in range(len(counts)):
        window = counts[max(0, at - reach) : at + reach + 1]
        logged = sorted(count for count in window if count is not None)
        few = len(logged) < SMOOTH_LOGGED
        medians.append(None if few else _middle(logged))
    return tuple(medians)


def _middle(ascending: Sequence[int]) -> float:
    half = len(ascending) // 2
    return (ascending[half] + ascending[-half - 1]) / 2


def median_a_logged_day(days: Iterable[DayCount]) -> float | None:
    """Return the median number of entries on a logged day; None where no day was logged."""
    counts = [day.count for day in days if day.logged]
    return float(median(counts)) if counts else None


def busiest(days: Sequence[DayCount]) -> Busiest | None:
    """Return the day or, where several tie, the days with most entries; None without an entry."""
    most = max((day.count for day in days), default=0)
    if not most:
        return None
    return Busiest(most, tuple(day.day for day in days if day.count == most))


def weeks(days: Sequence[DayCount]) -> tuple[Stretch, ...]:
    """Return the weeks of a period, counted back from its last day, the oldest first.

    The oldest one is shorter where the calendar days are not a multiple of seven, so that the
    tallies of all weeks add up to that of the period.
    """
    return _stretches(days, [*range(len(days) % 7, len(days), 7)])


def months(days: Sequence[DayCount], *, each: int = 1) -> tuple[Stretch, ...]:
    """Return the calendar months of a period in order, `each` of them (1, 2, 3, 6, 12) together.

    The first and the last stretch may be cut short by the period.
    """
    if not days:
        return ()
    first, last = ((day.day.year * 12 + day.day.month - 1) // each for day in (days[0], days[-1]))
    starts = (
        date(number * each // 12, number * each % 12 + 1, 1)
        for number in range(first + 1, last + 1)
    )
    return _stretches(days, [(start - days[0].day).days for start in starts])


def fullest_month(days: Sequence[DayCount]) -> Stretch | None:
    """Return the calendar month with the largest share of logged days that have twitching.

    Compared are the months with at least `MONTH_LOGGED` logged days; their shares are compared as
    fractions, exactly. None where fewer than two months can be compared, or where several have
    the largest share: then none stands out. A description without a test.
    """
    enough = [month for month in months(days) if month.tally.logged >= MONTH_LOGGED]
    shares = [Fraction(month.tally.twitching, month.tally.logged) for month in enough]
    if len(enough) < 2 or shares.count(max(shares)) > 1:
        return None
    return enough[shares.index(max(shares))]


def _stretches(days: Sequence[DayCount], starts: Sequence[int]) -> tuple[Stretch, ...]:
    """Cut calendar days at these places; in between there is no gap."""
    edges = sorted({0, *starts, len(days)})
    return tuple(_stretch(days[start:end]) for start, end in pairwise(edges))


def _stretch(days: Sequence[DayCount]) -> Stretch:
    return Stretch(days[0].day, days[-1].day, tally(days), sum([day.count for day in days]))
