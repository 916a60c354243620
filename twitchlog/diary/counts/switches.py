"""Read the days on which a medicine or a treatment was begun, changed or ended."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from twitchlog.diary import tables
from twitchlog.diary.medicine_rows import partial
from twitchlog.domain.counts.switches import Switch, Turn
from twitchlog.domain.medication import Dose
from twitchlog.domain.treatment import Treatment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from sqlalchemy import Connection


def switches(connection: Connection, *, until: date) -> tuple[Switch, ...]:
    """Return them up to `until`, the newest first; those whose day is not known are left out."""
    found = chain(_medicines(connection), _doses(connection), _treatments(connection))
    past = [each for each in found if each.day <= until]
    return tuple(sorted(past, key=lambda each: (-each.day.toordinal(), each.label, each.id)))


def _medicines(connection: Connection) -> Iterator[Switch]:
    table = tables.medications
    for row in connection.execute(
        select(table.c.id, table.c.name, table.c.started, table.c.stopped)
    ):
        yield from _course(row, row.name)


def _doses(connection: Connection) -> Iterator[Switch]:
    change, medicine = tables.dose_changes, tables.medications
    query = select(
        change.c.id, change.c.day, change.c.amount, change.c.unit, change.c.schedule,
        medicine.c.name,
    ).join_from(change, medicine)  # fmt: skip
    for row in connection.execute(query):
        day = _exact(row.day)
        if day is not None:
            dose = Dose(row.amount, row.unit, row.schedule)
            said = dose.label or dose.often
            yield Switch(f"{row.id}/{Turn.DOSE}", row.name, Turn.DOSE, day, said)


def _treatments(connection: Connection) -> Iterator[Switch]:
    table = tables.treatments
    for row in connection.execute(
        select(table.c.id, table.c.kind, table.c.words, table.c.started, table.c.stopped)
    ):
        yield from _course(row, Treatment(row.id, row.kind, row.words).name)


def _course(row: Any, name: str) -> Iterator[Switch]:
    for turn, text in ((Turn.STARTED, row.started), (Turn.STOPPED, row.stopped)):
        day = _exact(text)
        if day is not None:
            yield Switch(f"{row.id}/{turn}", name, turn, day)


def _exact(text: str | None) -> date | None:
    known = partial(text)
    return known.earliest if known is not None and known.day is not None else None
