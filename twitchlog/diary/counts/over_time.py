"""The days of a period, and what happened beside the twitching."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Final

from sqlalchemy import ColumnElement, func, literal, literal_column, select

from twitchlog.diary import tables
from twitchlog.diary.counts.days import counted_days
from twitchlog.diary.days import days_logged
from twitchlog.domain.counts.over_time import Event, EventKind, OverTime
from twitchlog.domain.medication import Dose
from twitchlog.domain.profile import PartialDate
from twitchlog.domain.treatment import Treatment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Column, Connection

    from twitchlog.domain.period import Period


_EMPTY: Final[ColumnElement[str]] = literal_column("''")
"""Written out, so that SQLite sees that an index of the entries with a note will do."""


def days_and_events(
    connection: Connection, period: Period, *, around: Period, most: int
) -> OverTime:
    """Return the days of `around`, the events and notes of `period`, and the days logged in all.

    The days logged in the whole diary are counted up to `most`.
    """
    days = counted_days(connection, around)
    logged = min(sum([day.logged for day in days]), most)
    return OverTime(
        days=days,
        events=events(connection, period),
        notes=_notes(connection, period),
        logged=logged if logged == most else days_logged(connection, until=date.max, most=most),
    )


def events(connection: Connection, period: Period) -> tuple[Event, ...]:
    """Return what happened in a period, or may have as far as its date is known; in order."""
    found = [
        *_medicines(connection, period),
        *_new_doses(connection, period),
        *_treatments(connection, period),
        *_appointments(connection, period),
    ]
    return tuple(sorted(found, key=lambda each: (each.when.earliest, each.kind, each.name)))


def _within(column: Column[str], period: Period) -> ColumnElement[bool]:
    """Tell whether a date known to the day, the month or the year can lie in the period.

    Such dates are texts, of which a month or a year is the beginning: `2026-06` comes before every
    day of it, and is compared with as much of the first day.
    """
    first = func.substr(literal(period.first.isoformat()), 1, func.length(column))
    return column.between(first, period.last.isoformat())


def _medicines(connection: Connection, period: Period) -> Iterator[Event]:
    table = tables.medications
    for column, kind in (
        (table.c.started, EventKind.MEDICINE_STARTED),
        (table.c.stopped, EventKind.MEDICINE_STOPPED),
    ):
        query = select(column.label("day"), table.c.name, table.c.amount, table.c.unit)
        for row in connection.execute(query.where(_within(column, period))):
            dose = Dose(row.amount, row.unit) if column is table.c.started else None
            yield Event(kind, PartialDate.parse(row.day), row.name, dose)


def _new_doses(connection: Connection, period: Period) -> Iterator[Event]:
    table, whose = tables.dose_changes, tables.medications
    query = (
        select(whose.c.name, table.c.day, table.c.amount, table.c.unit, table.c.schedule)
        .join_from(table, whose)
        .where(_within(table.c.day, period))
    )
    for row in connection.execute(query).all():
        dose = Dose(row.amount, row.unit, row.schedule)
        yield Event(EventKind.NEW_DOSE, PartialDate.parse(row.day), row.name, dose)


def _treatments(connection: Connection, period: Period) -> Iterator[Event]:
    table = tables.treatments
    for column, kind in (
        (table.c.started, EventKind.TREATMENT_STARTED),
        (table.c.stopped, EventKind.TREATMENT_STOPPED),
    ):
        query = select(column.label("day"), table.c.id, table.c.kind, table.c.words)
        for row in connection.execute(query.where(_within(column, period))):
            named = Treatment(row.id, row.kind, row.words).name
            yield Event(kind, PartialDate.parse(row.day), named)


def _appointments(connection: Connection, period: Period) -> Iterator[Event]:
    table = tables.appointments
    query = select(table.c.day, table.c.whom).where(
        table.c.day.between(period.first.isoformat(), period.last.isoformat())
    )
    for row in connection.execute(query).all():
        yield Event(EventKind.APPOINTMENT, PartialDate.parse(row.day), row.whom)


def _notes(connection: Connection, period: Period) -> dict[date, int]:
    """Count the notes of twitches and of check-ins by day."""
    counted: Counter[str] = Counter()
    for table in (tables.twitches, tables.checkins):
        query = (
            select(table.c.local_day, func.count())
            .where(
                table.c.local_day.between(period.first.isoformat(), period.last.isoformat()),
                table.c.note != _EMPTY,
            )
            .group_by(table.c.local_day)
        )
        counted.update(dict(connection.execute(query).all()))
    return {date.fromisoformat(day): count for day, count in counted.items()}
