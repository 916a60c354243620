"""Medicines and other treatments as the patient states them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from twitchlog.domain.medication import AS_NEEDED
from twitchlog.domain.medicine_names import OTHER
from twitchlog.reports.visit.fhir.parts import concept, filled, note, period, resource, uid
from twitchlog.reports.visit.fhir.units import quantity
from twitchlog.translation import _, inside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from twitchlog.domain.medication import Dose, Medication
    from twitchlog.domain.profile import PartialDate
    from twitchlog.domain.treatment import Treatment
    from twitchlog.reports.visit.fhir.parts import Json
    from twitchlog.reports.visit.fhir.record import Record

_EVERY: Final = {
    # times, in how many, of which unit
    "once": (1, 1, "d"),
    "twice": (2, 1, "d"),
    "three-times": (3, 1, "d"),
    "every-other-day": (1, 2, "d"),
    "weekly": (1, 1, "wk"),
}


def resources(record: Record) -> tuple[Json, ...]:
    """Return a MedicationStatement for each medicine and one for the person's own lines.

    Other treatments are Procedures.
    """
    statements = [_medicine(record, each) for each in record.visit.medications]
    if words := record.profile.medicines.strip():
        statements.append(
            _statement(
                record,
                uid("medicines", record.key),
                [words],
                status="unknown",
                medicationCodeableConcept=concept(words),
            )
        )
    return (*statements, *(_treatment(record, each) for each in record.treatments))


def _medicine(record: Record, medicine: Medication) -> Json:
    doses = list(_doses(medicine))
    kind = "" if medicine.kind == OTHER else medicine.medicine_class.label
    said = _("{medicine} ({kind})").format(medicine=medicine.name, kind=kind)
    notes = [*note(kind and _("Kind of medicine: {kind}").format(kind=kind)), *note(medicine.note)]
    return _statement(
        record,
        uid("medicine", medicine.id),
        [
            said if kind else medicine.name,
            _taken(medicine),
            *(dose["text"] for dose in doses),
            medicine.note,
        ],
        status=_status(record, medicine),
        medicationCodeableConcept=concept(medicine.name),
        effectivePeriod=period(medicine.started, medicine.stopped),
        reasonCode=[concept(_("Muscle twitching"))] if medicine.treats else [],
        note=notes,
        dosage=doses,
    )


def _taken(medicine: Medication) -> str:
    """Say from when to when it was taken, and what for."""
    begun = _("Begun {day}.").format(day=medicine.started) if medicine.started else ""
    ended = _("Stopped {day}.").format(day=medicine.stopped) if medicine.stopped else ""
    against = _("For the twitching.") if medicine.treats else ""
    return " ".join(filter(None, (begun, ended, against)))


def _status(record: Record, medicine: Medication) -> str:
    made = record.summary.made
    if medicine.is_past(made):
        return "completed"
    begun = medicine.started is None or medicine.started.earliest <= made
    return "active" if begun else "intended"


def _doses(medicine: Medication) -> Iterator[Json]:
    """Yield the dose it was begun with and each later one, as far as they are known."""
    steps = [(medicine.started, medicine.dose)]
    steps += [(change.since, change.dose) for change in medicine.changes]
    ends = [*(since for since, _dose in steps[1:]), medicine.stopped]
    known = [step for step in zip(steps, ends, strict=True) if step[0][1].label or step[0][1].often]
    for number, ((since, dose), until) in enumerate(known, 1):
        yield {"sequence": number, **_dosage(since, dose, until)}


def _dosage(since: PartialDate | None, dose: Dose, until: PartialDate | None) -> Json:
    said = ", ".join(filter(None, (dose.label, dose.often)))
    if since is not None:
        said = _("{dose}, from {day}").format(dose=said, day=since)
    each = quantity(dose.amount, dose.unit)
    return filled(
        {
            "text": said,
            "timing": _timing(dose, period(since, until)),
            "asNeededBoolean": True if dose.schedule == AS_NEEDED else None,
            "doseAndRate": [{"doseQuantity": each}] if each else [],
        }
    )


def _timing(dose: Dose, bounds: Json) -> Json:
    if dose.schedule not in _EVERY:
        return {"repeat": {"boundsPeriod": bounds}} if bounds else {}
    times, every, unit = _EVERY[dose.schedule]
    repeat = {"frequency": times, "period": every, "periodUnit": unit}
    return {"repeat": filled({"boundsPeriod": bounds}) | repeat}


def _treatment(record: Record, treatment: Treatment) -> Json:
    """Return something that was tried; its outcome is what the person says it did."""
    effect = treatment.effect.word if treatment.effect else ""
    days = [
        _("Begun {day}.").format(day=treatment.started) if treatment.started else "",
        _("Stopped {day}.").format(day=treatment.stopped) if treatment.stopped else "",
    ]
    changed = _("What it changed: {effect}.").format(effect=inside(effect)) if effect else ""
    return resource(
        "Procedure",
        uid("treatment", treatment.id),
        [treatment.name, " ".join(filter(None, (*days, changed))), treatment.note],
        status="completed" if treatment.is_past(record.summary.made) else "in-progress",
        code=concept(treatment.name),
        subject=record.patient,
        performedPeriod=period(treatment.started, treatment.stopped),
        recorder=record.patient,
        asserter=record.patient,
        reasonCode=[concept(_("Muscle twitching"))],
        outcome=concept(effect) if effect else {},
        note=note(treatment.note),
    )


def _statement(record: Record, id_: str, sentences: list[str], **fields: Any) -> Json:
    return resource(
        "MedicationStatement",
        id_,
        sentences,
        subject=record.patient,
        dateAsserted=record.summary.made.isoformat(),
        informationSource=record.patient,
        **fields,
    )
