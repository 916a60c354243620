"""Put the resources together: one `collection` Bundle, which needs nothing outside itself.

The shape is that of the HL7 Symptoms guide 1.0.0 for FHIR R4. No resource claims a profile: the
guide asks for a SNOMED CT code of each symptom, and none is given that has not been verified.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from twitchlog.reports.visit.fhir import care, history, laboratory, questions, symptoms
from twitchlog.reports.visit.fhir.parts import filled, resource, text, uid, urn
from twitchlog.translation import _, language

if TYPE_CHECKING:
    from twitchlog.reports.visit.fhir.parts import Json
    from twitchlog.reports.visit.fhir.record import Record


def bundle(record: Record) -> Json:
    """Return the bundle as values that JSON can hold; the same diary and day, the same bundle."""
    id_ = uid("bundle", record.key, *record.span, record.summary.made)
    resources = [
        _patient(record),
        *questions.resources(record),
        *symptoms.resources(record),
        *care.resources(record),
        *laboratory.resources(record),
        *history.resources(record),
    ]
    return {
        "resourceType": "Bundle",
        "id": id_,
        "language": language(),
        "identifier": {"system": "urn:ietf:rfc:3986", "value": urn(id_)},
        "type": "collection",
        # A fixed hour of the day it was made, as on paper: the same diary gives the same file.
        "timestamp": f"{record.summary.made.isoformat()}T12:00:00Z",
        "entry": [{"fullUrl": urn(each["id"]), "resource": each} for each in resources],
    }


def write_fhir(record: Record) -> bytes:
    """Return the bundle as JSON in UTF-8."""
    return (json.dumps(bundle(record), ensure_ascii=False, indent=2) + "\n").encode()


def _patient(record: Record) -> Json:
    """Return the person with what they gave of themself, be it nothing."""
    profile = record.profile
    name = text(" ".join(profile.name.split()))
    return resource(
        "Patient",
        record.patient_id,
        [record.summary.header.person.plain if name or profile.born else _("No name was given.")],
        name=[filled({"text": name})] if name else [],
        birthDate=profile.born.isoformat() if profile.born else "",
    )
