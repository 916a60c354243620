"""The calendar days of a period: how many twitches, none, or not logged."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from twitchlog.diary import tables
from twitchlog.domain.checkin import DaySummary

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from twitchlog.domain.period import Period


def counted_days(connection: Connection, period: Period) -> tuple[DaySummary, ...]:
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
    counts: dict[str, int] = dict(counted.all())
    said = set(
        connection.execute(
            select(checkins.c.local_day).where(checkins.c.local_day.between(*span))
        ).scalars()
    )
    logged = counts.keys() | said
    days = tuple(period)
    names = list(map(date.isoformat, days))
    twitching = [counts.get(name, 0) for name in names]
    return tuple(map(DaySummary, days, twitching, [name in logged for name in names]))
