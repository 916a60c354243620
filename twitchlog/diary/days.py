"""The days of a diary at a glance: twitches, none, or not logged."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import case, func, or_, select, union

from twitchlog.diary import tables
from twitchlog.domain.checkin import DaySummary
from twitchlog.domain.period import Period

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection

    from twitchlog.diary.diary import Diary


class Days:
    """The room of the calendar days."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary

    def summaries(self, period: Period) -> tuple[DaySummary, ...]:
        """Return every calendar day of `period`, in order, logged or not."""
        with self._diary.reading() as connection:
            return summarise(connection, period)

    def first_logged(self) -> date | None:
        """Return the first day with an entry, a *none today* or a check-in."""
        with self._diary.reading() as connection:
            return first_logged(connection)

    def counted_to(self, today: date) -> date:
        """Return the last day that counts: today once it is logged, else the day before.

        A day that has only begun was not missed. It counts where no day before it is logged.
        """
        with self._diary.reading() as connection:
            if count_logged(connection, Period(today, today)):
                return today
            starts = first_logged(connection)
        return today - timedelta(days=1) if starts is not None and starts < today else today

    def count_logged(self, period: Period) -> int:
        """Return how many days of `period` have an entry, a *none today* or a check-in."""
        with self._diary.reading() as connection:
            return count_logged(connection, period)

    def ahead(self, today: date) -> tuple[DaySummary, ...]:
        """Return the days after `today` with anything on them, in order; mostly there are none.

        There are some over the date line, or where the machine's clock was set back.
        """
        with self._diary.reading() as connection:
            known = _logged(connection, today + timedelta(days=1), date.max)
        return tuple(known[day] for day in sorted(known))

    def is_logged(self, day: date) -> bool:
        """Tell whether there is anything on `day`."""
        return self.summaries(Period(day, day))[0].logged


def summarise(connection: Connection, period: Period) -> tuple[DaySummary, ...]:
    """Return every calendar day of `period`, in order, counted by the index on the day."""
    known = _logged(connection, period.first, period.last)
    return tuple(known.get(day) or DaySummary(day, 0, logged=False) for day in period)


def _logged(connection: Connection, first: date, last: date) -> dict[date, DaySummary]:
    """Return the days with anything on them, in no order."""
    span = (first.isoformat(), last.isoformat())
    counted, checkins, exposures = tables.entry_days, tables.checkins, tables.exposures
    found = connection.execute(
        select(counted.c.local_day, counted.c.entries).where(counted.c.local_day.between(*span))
    )
    counts = {row.local_day: row.entries for row in found}
    amounts = select(exposures.c.id).where(exposures.c.checkin_id == checkins.c.id).exists()
    answered = case((or_(amounts, checkins.c.note != "", checkins.c.diet != ""), 1), else_=0)
    said = {
        row.local_day: row
        for row in connection.execute(
            select(checkins.c.local_day, checkins.c.none_said, answered.label("answered")).where(
                checkins.c.local_day.between(*span)
            )
        )
    }
    dosed, taken = (
        set(
            connection.execute(
                select(table.c.local_day).where(table.c.local_day.between(*span)).distinct()
            ).scalars()
        )
        for table in (tables.doses, tables.intakes)
    )
    days = {}
    for key in counts.keys() | said.keys() | dosed | taken:
        day, row = date.fromisoformat(key), said.get(key)
        days[day] = DaySummary(
            day,
            counts.get(key, 0),
            logged=key in counts or row is not None,
            checkin=row is not None and bool(row.answered),
            none_said=row is not None and bool(row.none_said),
            doses=key in dosed,
            taken=key in taken,
        )
    return days


def first_logged(connection: Connection) -> date | None:
    """Return the diary's first logged day, or None for an empty one."""
    return _outermost(connection, func.min, min)


def last_logged(connection: Connection) -> date | None:
    """Return the diary's last logged day, or None for an empty one."""
    return _outermost(connection, func.max, max)


def _outermost(
    connection: Connection, in_table: Callable[..., Any], of_tables: Callable[..., str]
) -> date | None:
    found = [
        connection.execute(select(in_table(table.c.local_day))).scalar()
        for table in (tables.twitches, tables.checkins)
    ]
    days = [day for day in found if day]
    return date.fromisoformat(of_tables(days)) if days else None


def count_logged(connection: Connection, period: Period) -> int:
    """Return how many days of `period` have an entry or a check-in, by what is kept of the days."""
    span = (period.first.isoformat(), period.last.isoformat())
    days = union(
        *(
            select(table.c.local_day).where(table.c.local_day.between(*span))
            for table in (tables.entry_days, tables.checkins)
        )
    ).subquery()
    return connection.execute(select(func.count()).select_from(days)).scalar_one()


def days_logged(connection: Connection, *, until: date, most: int) -> int:
    """Return how many days up to `until` have an entry or a check-in, counted up to `most`."""
    columns = (tables.twitches.c.local_day, tables.checkins.c.local_day)
    day, counted = "", 0
    while counted < most:
        later = [
            connection.execute(
                select(func.min(each)).where(each > day, each <= until.isoformat())
            ).scalar()
            for each in columns
        ]
        if not any(later):
            break
        day, counted = min(filter(None, later)), counted + 1
    return counted
