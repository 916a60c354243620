"""Tests: the result in words, and each value with its unit and the laboratory's own range."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from twitchlog.reports.visit.fhir.parts import (
    category,
    coding,
    concept,
    filled,
    note,
    reference,
    resource,
    text,
    uid,
)
from twitchlog.reports.visit.fhir.units import quantity
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from twitchlog.domain.measure import Measure
    from twitchlog.domain.medical_test import MedicalTest
    from twitchlog.reports.visit.fhir.parts import Json
    from twitchlog.reports.visit.fhir.record import Record

_SIDES: Final = "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation"
_SIDE: Final = {"low": ("L", "Low"), "high": ("H", "High"), None: ("N", "Normal")}
_CATEGORY: Final = {
    "blood": ("laboratory", "Laboratory"),
    "emg": ("procedure", "Procedure"),
    "nerve-conduction": ("procedure", "Procedure"),
    "mri": ("imaging", "Imaging"),
    "ct": ("imaging", "Imaging"),
}


def resources(record: Record) -> tuple[Json, ...]:
    """Return an Observation for each test and each of its values, and the person's own lines."""
    found = [each for test in record.visit.tests for each in _test(record, test)]
    if words := record.profile.tests.strip():
        own = _observation(
            record,
            uid("tests", record.key),
            [words],
            code=concept(_("Tests, in the patient’s own words")),
            valueString=text(words),
        )
        found.append(own)
    return tuple(found)


def _test(record: Record, test: MedicalTest) -> Iterator[Json]:
    when = str(test.day) if test.day else ""
    values = [
        _value(record, uid("value", test.id, number), value, when=when)
        for number, value in enumerate(test.values)
    ]
    place = _("Where: {place}").format(place=test.place) if test.place else ""
    day = _("{test}, {day}").format(test=test.label, day=when) if when else test.label
    said = [*map(_said, test.values), test.result, place, test.note]
    yield _observation(
        record,
        uid("test", test.id),
        [day, *said],
        category=category(*_CATEGORY[test.kind]) if test.kind in _CATEGORY else [],
        code=concept(test.label),
        effectiveDateTime=when,
        valueString=text(test.result),
        note=[*note(_copied()), *note(place), *note(test.note)],
        hasMember=[reference(value["id"]) for value in values],
    )
    yield from values


def _value(record: Record, id_: str, value: Measure, *, when: str) -> Json:
    limits = filled(
        {"low": quantity(value.low, value.unit), "high": quantity(value.high, value.unit)}
    )
    return _observation(
        record,
        id_,
        [_said(value)],
        category=category("laboratory", "Laboratory"),
        code=concept(value.label),
        effectiveDateTime=when,
        valueQuantity=quantity(value.value, value.unit, value.comparator),
        interpretation=_interpretation(value),
        note=note(_copied()),
        referenceRange=[limits | {"text": text(value.range_text)}] if limits else [],
    )


def _interpretation(value: Measure) -> list[Json]:
    """Return the side of the laboratory's own range; nothing where it cannot be told."""
    ranged = value.low is not None or value.high is not None
    side = value.out_of_range
    if not ranged or (value.comparator and side is None):
        return []
    return [{"coding": [coding(_SIDES, *_SIDE[side])]}]


def _said(value: Measure) -> str:
    said = _("{name} {amount}").format(name=value.label, amount=value.amount)
    if value.range_text:
        said = _("{said} (laboratory’s range {range})").format(said=said, range=value.range_text)
    return f"{said}, {value.mark}" if value.mark else said


def _copied() -> str:
    return _("As the patient copied it from the report.")


def _observation(record: Record, id_: str, sentences: list[str], **fields: Any) -> Json:
    return resource(
        "Observation",
        id_,
        sentences,
        status="final",
        subject=record.patient,
        performer=[record.patient],
        **fields,
    )
