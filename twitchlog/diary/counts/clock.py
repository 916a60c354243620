"""The hour of the day, added up over the index on day and minute."""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import REAL, Column, Integer, MetaData, Table, func, select, true, union

from twitchlog.diary import tables
from twitchlog.diary.counts.tally import scratch, tally
from twitchlog.diary.dialect import weekday
from twitchlog.domain.counts.clock import (
    DAY_MINUTES,
    SLOT_MINUTES,
    SLOTS,
    WAKING_MINUTES,
    BedTimes,
    ClockCounts,
    DayOnClock,
    waking_start,
)

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection

    from twitchlog.domain.period import Period

SLEEP: Final = "sleep"
_twitches = tables.twitches
_circle: Final = Table(
    "waking_circle",
    MetaData(),
    Column("minute", Integer, primary_key=True),
    Column("across", REAL),
    Column("up", REAL),
    prefixes=["TEMPORARY"],
)


def clock_counts(connection: Connection, period: Period) -> ClockCounts:
    """Return how the entries of a period lie on the clock."""
    inside = _twitches.c.local_day.between(period.first.isoformat(), period.last.isoformat())
    slots = _slots(connection, inside)
    start = waking_start([sum(weekdays) for weekdays in zip(*slots, strict=True)])
    return ClockCounts(slots, _days(connection, inside, start))


def _slots(connection: Connection, inside: ColumnElement[bool]) -> tuple[tuple[int, ...], ...]:
    """Count by weekday and half hour: the weekday is worked out once a day, not once an entry."""
    days = (
        select(_twitches.c.local_day, weekday(_twitches.c.local_day).label("weekday"))
        .where(inside)
        .group_by(_twitches.c.local_day)
        .subquery()
    )
    slot = days.c.weekday * SLOTS + _twitches.c.local_minute.op("/")(SLOT_MINUTES)
    source = days.join(_twitches, _twitches.c.local_day == days.c.local_day)
    found = {step.step: step.entries for step in tally(connection, slot, of=source, where=true())}
    return tuple(
        tuple(found.get(weekday * SLOTS + at, 0) for at in range(SLOTS)) for weekday in range(7)
    )


def _days(
    connection: Connection, inside: ColumnElement[bool], start: int
) -> tuple[DayOnClock, ...]:
    """Add up each day's entries on the circle of the waking window that starts at `start`."""
    query = (
        select(func.count(), _sum(_circle.c.across), _sum(_circle.c.up))
        .select_from(_twitches.outerjoin(_circle, _circle.c.minute == _twitches.c.local_minute))
        .where(inside)
        .group_by(_twitches.c.local_day)
        .order_by(_twitches.c.local_day)
    )
    with scratch(connection, _circle):
        connection.execute(_circle.insert(), _points(start))
        return tuple(DayOnClock(*row) for row in connection.execute(query).all())


def _sum(column: Column[float]) -> ColumnElement[float]:
    return func.coalesce(func.sum(column), 0.0)


def _points(start: int) -> list[dict[str, Any]]:
    """Return the minutes of the waking window as points of its circle."""
    angles = ((at, 2 * pi * at / WAKING_MINUTES) for at in range(WAKING_MINUTES))
    return [
        {"minute": (start + at) % DAY_MINUTES, "across": cos(angle), "up": sin(angle)}
        for at, angle in angles
    ]


def logged_by_weekday(connection: Connection, period: Period) -> tuple[int, ...]:
    """Return how many days of each weekday, Monday first, have an entry or a check-in."""
    span = (period.first.isoformat(), period.last.isoformat())
    days = union(
        *(
            select(table.c.local_day).where(table.c.local_day.between(*span)).distinct()
            for table in (_twitches, tables.checkins)
        )
    ).subquery()
    day = weekday(days.c.local_day).label("weekday")
    found = dict(iter(connection.execute(select(day, func.count()).group_by("weekday"))))
    return tuple(found.get(at, 0) for at in range(7))


def bed_times(connection: Connection, period: Period) -> BedTimes:
    """Return when the nights of a period began and ended, where a check-in gives both."""
    table, checkins = tables.exposures, tables.checkins
    query = (
        select(table.c.began_minute, table.c.ended_minute)
        .join_from(checkins, table, table.c.checkin_id == checkins.c.id)
        .where(
            checkins.c.local_day.between(period.first.isoformat(), period.last.isoformat()),
            table.c.factor == SLEEP,
            table.c.began_minute.is_not(None),
            table.c.ended_minute.is_not(None),
        )
    ).subquery()

    def by(minute: ColumnElement[int]) -> tuple[tuple[int, int], ...]:
        counted = select(minute, func.count()).group_by(minute).order_by(minute)
        return tuple((at, nights) for at, nights in connection.execute(counted))

    began = by(query.c.began_minute)
    return BedTimes(sum(nights for _at, nights in began), began, by(query.c.ended_minute))
