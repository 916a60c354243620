"""A period cut into weeks, months or quarters, for what is too thin to be shown day by day."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, timedelta
from enum import Enum
from typing import TYPE_CHECKING, Final

from twitchlog.domain.period import Period

if TYPE_CHECKING:
    from collections.abc import Sequence

WEEKS_UP_TO: Final = 26 * 7
MONTHS_UP_TO: Final = 3 * 366
_WEEK: Final = timedelta(days=7)


class Every(Enum):
    """How long a stretch is; the value is the fewest days that stand alone at an end."""

    WEEK = 4
    MONTH = 15
    QUARTER = 45


def every(period: Period) -> Every:
    """Return how a period is cut: weeks up to half a year, months up to three years, quarters."""
    if period.days <= WEEKS_UP_TO:
        return Every.WEEK
    return Every.MONTH if period.days <= MONTHS_UP_TO else Every.QUARTER


def stretches(period: Period, each: Every) -> tuple[Period, ...]:
    """Cut a period; weeks are counted back from its last day, the rest are those of the calendar.

    Too short an end is joined to its neighbour, so the stretches always add up to the period.
    """
    starts = _weeks(period) if each is Every.WEEK else _months(period, 1 + 2 * (each.value > 15))
    if len(starts) > 1 and (starts[1] - starts[0]).days < each.value:
        del starts[1]
    if len(starts) > 1 and (period.last - starts[-1]).days + 1 < each.value:
        del starts[-1]
    ends = [start - timedelta(days=1) for start in starts[1:]]
    return tuple(map(Period, starts, [*ends, period.last]))


def number_of(day: date, parts: Sequence[Period]) -> int:
    """Return which of the stretches a day of their period lies in."""
    return bisect_right(parts, day, key=lambda part: part.first) - 1


def _weeks(period: Period) -> list[date]:
    many = -(-period.days // 7)
    back = [period.last + timedelta(days=1) - _WEEK * n for n in range(many, 0, -1)]
    return [max(period.first, start) for start in back]


def _months(period: Period, together: int) -> list[date]:
    first, last = (
        (day.year * 12 + day.month - 1) // together for day in (period.first, period.last)
    )
    starts = (divmod(number * together, 12) for number in range(first, last + 1))
    return [max(period.first, date(year, month + 1, 1)) for year, month in starts]
