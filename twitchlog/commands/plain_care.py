"""What is kept for the doctor as plain data for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from twitchlog.commands.plain import attachment_data

if TYPE_CHECKING:
    from collections.abc import Iterable

    from twitchlog.domain.appointment import Appointment, Question
    from twitchlog.domain.attachment import Attachment
    from twitchlog.domain.condition import Condition
    from twitchlog.domain.measure import Measure
    from twitchlog.domain.medical_test import MedicalTest
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


def condition_data(condition: Condition) -> dict[str, Any]:
    """Return an answer about a condition as JSON values; `relation` is empty for one's own."""
    return {
        "id": condition.id,
        "kind": condition.kind,
        "words": condition.words,
        "name": condition.label,
        "family": condition.family,
        "relation": condition.relation,
        "present": condition.present,
        "answered": condition.answered.isoformat() if condition.answered else None,
        "since": date_data(condition.since),
        "note": condition.note,
    }


def medical_test_data(test: MedicalTest, files: Iterable[Attachment]) -> dict[str, Any]:
    """Return a test with its values and files as JSON values; no unit is ever converted."""
    return {
        "id": test.id,
        "kind": test.kind,
        "words": test.words,
        "name": test.label,
        "part": test.part,
        "day": date_data(test.day),
        "place": test.place,
        "result": test.result,
        "note": test.note,
        "values": [_value_data(value) for value in test.values],
        "files": [attachment_data(file) for file in files],
    }


def appointment_data(
    appointment: Appointment, questions: Iterable[Question], files: Iterable[Attachment]
) -> dict[str, Any]:
    """Return an appointment as JSON values, with the ids of its questions, and its files."""
    return {
        "id": appointment.id,
        "day": appointment.day.isoformat() if appointment.day else None,
        "time": appointment.time or None,
        "with": appointment.whom,
        "place": appointment.place,
        "said": appointment.said,
        "note": appointment.note,
        "questions": [each.id for each in questions if each.appointment_id == appointment.id],
        "files": [attachment_data(file) for file in files],
    }


def question_data(question: Question) -> dict[str, Any]:
    """Return a question as JSON values; without an appointment it is for whichever comes next."""
    return {
        "id": question.id,
        "question": question.words,
        "answer": question.answer,
        "appointment": question.appointment_id,
    }


def _value_data(value: Measure) -> dict[str, Any]:
    return {
        "analyte": value.analyte,
        "words": value.words,
        "name": value.label,
        "comparator": value.comparator,
        "value": value.value,
        "unit": value.unit,
        "low": value.low,
        "high": value.high,
        "out_of_range": value.out_of_range,
    }
