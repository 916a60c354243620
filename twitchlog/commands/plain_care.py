"""What is kept for the doctor as plain data for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from twitchlog.domain.medication import Dose, DoseChange, Intake, Medication
    from twitchlog.domain.profile import PartialDate
    from twitchlog.domain.treatment import Treatment


def date_data(known: PartialDate | None) -> str | None:
    """Return a date as exactly as it is known: `2026`, `2026-06` or `2026-06-18`."""
    return str(known) if known else None


def medication_data(medication: Medication) -> dict[str, Any]:
    """Return a medicine with its history as JSON values; `dose_changes` are the earliest first."""
    return {
        "id": medication.id,
        "name": medication.name,
        "class": medication.kind,
        **dose_data(medication.dose),
        "started": date_data(medication.started),
        "stopped": date_data(medication.stopped),
        "treats_twitching": medication.treats,
        "note": medication.note,
        "dose_changes": [_change_data(change) for change in medication.changes],
        "intakes": [intake_data(intake, medication) for intake in medication.intakes],
    }


def dose_data(dose: Dose) -> dict[str, Any]:
    """Return a dose as JSON values; what is not known is null or empty."""
    return {"amount": dose.amount, "unit": dose.unit, "schedule": dose.schedule}


def intake_data(intake: Intake, medication: Medication) -> dict[str, Any]:
    """Return one recorded dose as JSON values; its amount is in the unit of `medication`."""
    return {
        "id": intake.id,
        "kind": intake.kind.value,
        "at": intake.moment.local.isoformat(timespec="seconds"),
        "zone": intake.moment.zone,
        "day": intake.moment.day.isoformat(),
        "amount": intake.amount,
        "more_than_usual": medication.more_than_usual(intake),
        "note": intake.note,
    }


def treatment_data(treatment: Treatment) -> dict[str, Any]:
    """Return a treatment as JSON values."""
    return {
        "id": treatment.id,
        "kind": treatment.kind,
        "words": treatment.words,
        "started": date_data(treatment.started),
        "stopped": date_data(treatment.stopped),
        "effect": treatment.effect.value if treatment.effect else None,
        "note": treatment.note,
    }


def _change_data(change: DoseChange) -> dict[str, Any]:
    return {"id": change.id, "since": str(change.since), **dose_data(change.dose)}
