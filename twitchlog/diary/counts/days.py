"""The calendar days of a period: how many twitches, none, or not logged."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from twitchlog.diary import tables
from twitchlog.domain.checkin import DayCount

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from twitchlog.domain.period import Period


def counted_days(connection: Connection, period: Period) -> tuple[DayCount, ...]:
    """Return every calendar day of `period` in order: its twitches, and whether it was logged.

    Quicker than `summarise`, which says of each day what else is on it.
    """
    span = (period.first.isoformat(), period.last.isoformat())
    twitches, checkins = tables.twitches, tables.checkins
    counted = connection.execute(
        select(twitches.c.local_day, func.count())
        .where(twitches.c.local_day.between(*span))
        .group_by(twitches.c.local_day)
    )
    answered = connection.execute(
        select(checkins.c.local_day).where(checkins.c.local_day.between(*span))
    )
    # Every logged day and its twitches; what is not in it was not logged.
    known: dict[str, int] = dict.fromkeys(answered.scalars(), 0) | dict(counted.all())
    days, names = _calendar(period)
    found = list(map(known.get, names))
    return tuple(
        map(DayCount, days, [many or 0 for many in found], [many is not None for many in found])
    )


@lru_cache(maxsize=4)
def _calendar(period: Period) -> tuple[tuple[date, ...], tuple[str, ...]]:
    """Return the days of a period and how they are written: several charts ask for the same."""
    days = tuple(period)
    return days, tuple(map(date.isoformat, days))
