"""A daily series over a calendar: its days, weeks or months, with gaps kept as gaps.

Two series over the same period have the same stretches, so that they can be laid over each other.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from twitchlog.domain.period import Period

_WEEK: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Mean:
    """The days from `first` to `last`, of which `known` had a value.

    `value` is the mean over those; None where there was none, which is not zero.
    """

    first: date
    last: date
    known: int
    value: float | None


def by_day(period: Period, values: Mapping[date, float]) -> tuple[Mean, ...]:
    """Return each day of a period, in order."""
    return _means(period, values, lambda day: day)


def by_week(period: Period, values: Mapping[date, float]) -> tuple[Mean, ...]:
    """Return the means of the weeks counted back from the last day; the oldest may be shorter."""
    return _means(period, values, lambda day: (period.last - day) // _WEEK)


def by_month(period: Period, values: Mapping[date, float]) -> tuple[Mean, ...]:
    """Return the means of the calendar months; the period may cut the first and the last short."""
    return _means(period, values, lambda day: (day.year, day.month))


def _means(
    period: Period, values: Mapping[date, float], key: Callable[[date], object]
) -> tuple[Mean, ...]:
    return tuple(_mean(tuple(days), values) for _, days in groupby(period, key=key))


def _mean(days: tuple[date, ...], values: Mapping[date, float]) -> Mean:
    known = [values[day] for day in days if day in values]
    return Mean(days[0], days[-1], len(known), sum(known) / len(known) if known else None)
