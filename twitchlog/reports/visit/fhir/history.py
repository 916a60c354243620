"""Conditions of the person and of the family, *no* as well as *yes*, in the words recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from twitchlog.reports.visit.fhir.parts import (
    coding,
    concept,
    filled,
    note,
    resource,
    uid,
)

if TYPE_CHECKING:
    from twitchlog.domain.condition import Condition
    from twitchlog.reports.visit.fhir.parts import Json
    from twitchlog.reports.visit.fhir.record import Record

_CERTAINTY: Final = "http://terminology.hl7.org/CodeSystem/condition-ver-status"
_ROLES: Final = "http://terminology.hl7.org/CodeSystem/v3-RoleCode"
_RELATIONS: Final = {
    "mother": ("MTH", "mother"),
    "father": ("FTH", "father"),
    "sister": ("SIS", "sister"),
    "brother": ("BRO", "brother"),
    "child": ("CHILD", "child"),
    "grandparent": ("GRPRN", "grandparent"),
    "cousin": ("COUSN", "cousin"),
}
_RELATIVE: Final = ("FAMMEMB", "family member")


def resources(record: Record) -> tuple[Json, ...]:
    """Return a Condition or FamilyMemberHistory for each answer, and the person's own lines."""
    found = [
        _family(record, each) if each.family else _own(record, each)
        for each in record.visit.conditions
    ]
    if words := record.profile.conditions.strip():
        found.append(
            _condition(record, uid("conditions", record.key), [words], "unconfirmed", words)
        )
    return tuple(found)


def _own(record: Record, condition: Condition) -> Json:
    """Return a condition; one that was denied is a refuted one, and no statement of health."""
    return _condition(
        record,
        uid("condition", condition.id),
        [condition.sentence, condition.note],
        "unconfirmed" if condition.present else "refuted",
        condition.label,
        onsetDateTime=str(condition.since) if condition.since and condition.present else "",
        recordedDate=condition.answered.isoformat() if condition.answered else "",
        note=note(condition.note),
    )


def _condition(
    record: Record, id_: str, sentences: list[str], certainty: str, words: str, **fields: Any
) -> Json:
    return resource(
        "Condition",
        id_,
        sentences,
        verificationStatus={
            "coding": [coding(_CERTAINTY, certainty, certainty.capitalize())],
        },
        code=concept(words),
        subject=record.patient,
        asserter=record.patient,
        **fields,
    )


def _family(record: Record, condition: Condition) -> Json:
    """Return an answer about the family; FHIR has no field for *no*, so that is a note."""
    since = str(condition.since) if condition.since else ""
    had = filled({"code": concept(condition.label), "onsetString": since})
    said = [] if condition.present else note(condition.sentence)
    return resource(
        "FamilyMemberHistory",
        uid("family", condition.id),
        [condition.sentence, condition.note],
        status="partial",
        patient=record.patient,
        date=condition.answered.isoformat() if condition.answered else "",
        relationship=concept(
            condition.who, coding(_ROLES, *_RELATIONS.get(condition.relation, _RELATIVE))
        ),
        note=[*said, *note(condition.note)],
        condition=[had] if condition.present else [],
    )
