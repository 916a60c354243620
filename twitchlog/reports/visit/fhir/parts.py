"""What every resource of the bundle is made of: ids, codes, texts, narratives."""

from __future__ import annotations

import re
import uuid
from typing import TYPE_CHECKING, Any, Final
from xml.sax.saxutils import escape

from twitchlog.translation import _, language

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from twitchlog.domain.period import Period
    from twitchlog.domain.profile import PartialDate

Json = dict[str, Any]

LOINC: Final = "http://loinc.org"
UCUM: Final = "http://unitsofmeasure.org"
_NAMESPACE: Final = uuid.UUID("6f1f3b0e-8a57-5d0c-9b1e-0f6d8c5a7e42")
_NOTE: Final = "http://hl7.org/fhir/StructureDefinition/note"
_XHTML: Final = "http://www.w3.org/1999/xhtml"
_CATEGORIES: Final = "http://terminology.hl7.org/CodeSystem/observation-category"
_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPACE: Final = re.compile(r"[^\S \t\n\r]")


def uid(kind: str, *names: object) -> str:
    """Return the id of a resource: always the same for the same thing of the same diary."""
    return str(uuid.uuid5(_NAMESPACE, "/".join((kind, *map(str, names)))))


def urn(id_: str) -> str:
    """Return what a resource of that id is referred to by."""
    return f"urn:uuid:{id_}"


def reference(id_: str) -> Json:
    """Return a reference to another resource of the bundle."""
    return {"reference": urn(id_)}


def text(words: str) -> str:
    """Return words as FHIR may hold them: usual spaces, no character that XML forbids."""
    return _SPACE.sub(" ", _NOT_XML.sub("", words)).strip()


def concept(words: str, *codings: Json) -> Json:
    """Return a CodeableConcept: the words, and codes where there are any."""
    return filled({"coding": list(codings), "text": text(words)})


def coding(system: str, code: str, display: str) -> Json:
    """Return a Coding."""
    return {"system": system, "code": code, "display": display}


def loinc(code: str, display: str) -> Json:
    """Return a CodeableConcept of LOINC alone: its own name for it, and that in the language."""
    return {"coding": [coding(LOINC, code, display)], "text": _(display)}


def category(code: str, display: str) -> list[Json]:
    """Return the category of an Observation, of HL7’s own list."""
    return [{"coding": [coding(_CATEGORIES, code, display)]}]


def note(words: str) -> list[Json]:
    """Return words as the one note of a resource; none where they are empty."""
    return [{"text": text(words)}] if text(words) else []


def noted(words: str) -> list[Json]:
    """Return words as the extension that says more about a part of a resource."""
    return [{"url": _NOTE, "valueAnnotation": {"text": text(words)}}]


def narrative(sentences: Iterable[str]) -> Json:
    """Return the text of a resource for a person: a paragraph each, and nothing but text."""
    said = [text(sentence) for sentence in sentences]
    body = "".join(f"<p>{escape(sentence)}</p>" for sentence in said if sentence)
    spoken = language()
    div = f'<div xmlns="{_XHTML}" lang="{spoken}" xml:lang="{spoken}">{body}</div>'
    return {"status": "generated", "div": div}


def resource(kind: str, id_: str, sentences: Iterable[str], **fields: Any) -> Json:
    """Return a resource with its narrative; fields that hold nothing are left out."""
    return {
        "resourceType": kind,
        "id": id_,
        "language": language(),
        "text": narrative(sentences),
        **filled(fields),
    }


def filled(fields: Json) -> Json:
    """Return the fields that hold something: FHIR has no empty ones."""
    return {name: value for name, value in fields.items() if value not in ("", None, [], {})}


def period(first: date | PartialDate | None, last: date | PartialDate | None) -> Json:
    """Return a Period, each end as exactly as it is known.

    A server refuses one of which it cannot tell that it begins before it ends: of `2025` to
    `2025-06` the year alone is given, and of one that would end first, the end.
    """
    start, end = str(first) if first else "", str(last) if last else ""
    known = min(len(start), len(end))
    if known and start[:known] == end[:known]:
        start, end = start[:known], end[:known]
    elif known and start > end:
        start = ""
    return filled({"start": start, "end": end})


def over(span: Period) -> Json:
    """Return the days of a report as a Period."""
    return period(span.first, span.last)
