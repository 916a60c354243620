"""The room of appointments, past and next; the questions for the doctor are a room within it."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import select

from twitchlog.diary import records, removed, tables
from twitchlog.diary.questions import Questions
from twitchlog.domain.appointment import Appointment, next_of
from twitchlog.domain.changes import Written
from twitchlog.domain.errors import BadInput
from twitchlog.domain.phrase import phrase
from twitchlog.domain.text import clean, clean_line
from twitchlog.translation import _

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from twitchlog.diary.diary import Diary
    from twitchlog.diary.images import Row
    from twitchlog.diary.journal import Operation


class Appointments:
    """Visits with day, time, with whom, and what was said there; `questions` has what to ask."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary
        self.questions = Questions(diary)

    def save(self, appointment: Appointment, *, joins: int | None = None) -> Written[Appointment]:
        """Keep an appointment: a new one, or that of its id; `joins` names a step it joins.

        Raises BadInput where nothing is said of it, for something said before its day, a time that
        is none or a text that is too long, and NotFound where the one to change has been removed.
        """
        checked = _checked(appointment, today=self._diary.clock.now().day)
        name = phrase("{appointment}: saved", appointment=checked.term)
        with self._diary.operation(name, joins=joins) as operation:
            if appointment.id:
                records.one(operation.connection, tables.appointments, appointment.id)
            kept = write_appointment(self._diary, operation, checked)
        return Written(kept, operation.changes())

    def remove(self, appointment_id: str) -> Written[None]:
        """Move an appointment to the bin; its open questions stay, for the next one.

        Those that were answered there go with it. Raises NotFound.
        """
        gone = self.get(appointment_id)
        with self._diary.operation(phrase("{name}: removed", name=gone.term)) as operation:
            take_appointment(self._diary, operation, gone)
        return Written(None, operation.changes())

    def get(self, appointment_id: str) -> Appointment:
        """Return one appointment; raise NotFound."""
        with self._diary.reading() as connection:
            return _appointment(records.one(connection, tables.appointments, appointment_id))

    def all(self) -> tuple[Appointment, ...]:
        """Return every appointment, the latest first; one without a day stands before them."""
        with self._diary.reading() as connection:
            return load_appointments(connection)

    def next(self) -> Appointment | None:
        """Return the nearest from today on, else one whose day is not known yet, else None."""
        return next_of(self.all(), self._diary.clock.now().day)


def load_appointments(connection: Connection) -> tuple[Appointment, ...]:
    """Return every appointment, the latest first; one without a day stands before them."""
    rows = connection.execute(select(tables.appointments)).mappings()
    return tuple(
        sorted(
            (_appointment(dict(row)) for row in rows),
            key=lambda each: (each.day is None, each.day or date.min, each.minute or 0, each.id),
            reverse=True,
        )
    )


def write_appointment(diary: Diary, operation: Operation, appointment: Appointment) -> Appointment:
    """Write a checked appointment as part of an operation, and return it with its id."""
    kept = replace(appointment, id=appointment.id or str(uuid.uuid4()))
    records.put(operation, tables.appointments, appointment_row(kept), records.origin(diary))
    return kept


def take_appointment(diary: Diary, operation: Operation, gone: Appointment) -> None:
    """Move an appointment to the bin as part of an operation; its open questions stay."""
    for row in records.rows_of(operation.connection, tables.questions, "appointment_id", gone.id):
        if not row["answer"]:
            operation.update(tables.questions, {"id": row["id"]}, {"appointment_id": None})
    named = gone.term
    if gone.day:
        named = phrase("{appointment}, {day}", appointment=named, day=str(gone.day))
    removed.take(
        operation,
        tables.appointments,
        gone.id,
        when=diary.clock.now(),
        label=named,
        children=((tables.questions, "appointment_id"),),
    )


def _checked(appointment: Appointment, *, today: date) -> Appointment:
    if appointment.minute is not None and not 0 <= appointment.minute < 24 * 60:
        raise BadInput(_("Give the time as 09:30."))
    if appointment.day is not None and appointment.day.year < 1900:
        raise BadInput(_("That day is too long ago to be right."))
    checked = Appointment(
        day=appointment.day,
        minute=appointment.minute,
        whom=clean_line(appointment.whom),
        place=clean_line(appointment.place),
        said=clean(appointment.said),
        note=clean(appointment.note),
        id=appointment.id,
    )
    if checked.day is None and not checked.whom:
        raise BadInput(_("Give the day of the appointment, or with whom it is."))
    if checked.said and checked.day is not None and checked.day > today:
        raise BadInput(_("What was said can be written once the day has come."))
    return checked


def appointment_row(appointment: Appointment) -> Row:
    """Return the columns of an appointment, but for where it comes from."""
    return {
        "id": appointment.id,
        "day": appointment.day.isoformat() if appointment.day else None,
        "minute": appointment.minute,
        "whom": appointment.whom,
        "place": appointment.place,
        "said": appointment.said,
        "note": appointment.note,
    }


def _appointment(row: Row) -> Appointment:
    return Appointment(
        day=date.fromisoformat(row["day"]) if row["day"] else None,
        minute=row["minute"],
        whom=row["whom"],
        place=row["place"],
        said=row["said"],
        note=row["note"],
        id=row["id"],
    )
