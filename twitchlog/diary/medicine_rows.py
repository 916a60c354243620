"""Between a medicine and the rows that keep it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from twitchlog.diary import moments, records, tables
from twitchlog.domain.medication import Dose, DoseChange, Intake, IntakeKind, Medication
from twitchlog.domain.profile import PartialDate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from sqlalchemy import ColumnElement, Connection


def load_medications(connection: Connection, *, today: date) -> tuple[Medication, ...]:
    """Return every medicine: those taken on `today` by name, then those stopped, the last first."""
    found = _load(connection)
    current = [each for each in found if not each.is_past(today)]
    past = [each for each in found if each.is_past(today)]
    return (
        *sorted(current, key=lambda each: (each.name.casefold(), each.id)),
        *sorted(past, key=lambda each: (-_stopped(each), each.name.casefold(), each.id)),
    )


def any_intakes(connection: Connection, day: date) -> bool:
    """Tell whether a dose was recorded on that day."""
    table = tables.intakes
    query = select(table.c.id).where(table.c.local_day == day.isoformat()).limit(1)
    return connection.execute(query).first() is not None


def one_medication(connection: Connection, medication_id: str) -> Medication:
    """Return one medicine with its history; raise NotFound."""
    records.one(connection, tables.medications, medication_id)
    return _load(connection, medication_id)[0]


def one_intake(connection: Connection, intake_id: str) -> Intake:
    """Return one recorded dose; raise NotFound."""
    return _intake(records.one(connection, tables.intakes, intake_id))


def medication_row(medication: Medication) -> dict[str, Any]:
    """Return the row of a medicine, without those of its history."""
    return {
        "id": medication.id,
        "name": medication.name,
        "class": medication.kind,
        "amount": medication.dose.amount,
        "unit": medication.dose.unit,
        "schedule": medication.dose.schedule,
        "treats": None if medication.treats is None else int(medication.treats),
        "started": str(medication.started) if medication.started else None,
        "stopped": str(medication.stopped) if medication.stopped else None,
        "note": medication.note,
    }


def change_row(change: DoseChange, medication_id: str) -> dict[str, Any]:
    """Return the row of a new dose."""
    return {
        "id": change.id,
        "medication_id": medication_id,
        "day": str(change.since),
        "amount": change.dose.amount,
        "unit": change.dose.unit,
        "schedule": change.dose.schedule,
    }


def partial(text: str | None) -> PartialDate | None:
    """Return the date that a column keeps, as exactly as it is known."""
    return PartialDate.parse(text) if text else None


def _load(connection: Connection, medication_id: str | None = None) -> list[Medication]:
    own, changes, intakes = tables.medications, tables.dose_changes, tables.intakes

    def rows(table: Any, column: Any, *order: Any) -> Iterable[Mapping[Any, Any]]:
        wanted: ColumnElement[bool] | None = column == medication_id if medication_id else None
        query = select(table).order_by(*order)
        return connection.execute(query if wanted is None else query.where(wanted)).mappings()

    later: dict[str, list[DoseChange]] = {}
    for row in rows(changes, changes.c.medication_id, changes.c.day, changes.c.id):
        since = PartialDate.parse(row["day"])
        later.setdefault(row["medication_id"], []).append(DoseChange(row["id"], since, _dose(row)))
    taken: dict[str, list[Intake]] = {}
    order = (intakes.c.utc_ms.desc(), intakes.c.id)
    for row in rows(intakes, intakes.c.medication_id, *order):
        taken.setdefault(row["medication_id"], []).append(_intake(row))
    return [
        Medication(
            id=row["id"],
            name=row["name"],
            kind=row["class"],
            dose=_dose(row),
            started=partial(row["started"]),
            stopped=partial(row["stopped"]),
            treats=None if row["treats"] is None else bool(row["treats"]),
            note=row["note"],
            changes=tuple(sorted(later.get(row["id"], ()), key=lambda one: one.since.earliest)),
            intakes=tuple(taken.get(row["id"], ())),
        )
        for row in rows(own, own.c.id, own.c.id)
    ]


def _dose(row: Mapping[Any, Any]) -> Dose:
    return Dose(row["amount"], row["unit"], row["schedule"])


def _intake(row: Mapping[Any, Any]) -> Intake:
    return Intake(
        id=row["id"],
        medication=row["medication_id"],
        kind=IntakeKind(row["kind"]),
        moment=moments.from_row(row),
        amount=row["amount"],
        note=row["note"],
    )


def _stopped(medication: Medication) -> int:
    return medication.stopped.latest.toordinal() if medication.stopped else 0
