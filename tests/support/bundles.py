"""Look into a bundle of FHIR as plain JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from twitchlog.reports.visit.fhir import write_fhir
from twitchlog.reports.visit.fhir.reading import read_record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from support.golden import Golden

Json = dict[str, Any]


def written(golden: Golden, name: str) -> bytes:
    """Return the file for health records of one of the golden diaries."""
    _visit, profile = golden.read(name)
    with golden.opened(name) as diary:
        return write_fhir(read_record(diary, profile, golden.summary(name)))


def resources(bundle: Json, kind: str) -> list[Json]:
    """Return the resources of a kind, in their order."""
    found = [each["resource"] for each in bundle["entry"]]
    return [each for each in found if each["resourceType"] == kind]


def coded(resource: Json) -> str | None:
    """Return the first code of what a resource or component is about."""
    return resource["code"].get("coding", [{}])[0].get("code")


def parts(observation: Json, code: str) -> list[Json]:
    """Return the components of an Observation that are about a code."""
    return [each for each in observation.get("component", ()) if coded(each) == code]


def walk(value: Any) -> Iterator[Json]:
    """Yield every JSON object in a value, itself first."""
    if isinstance(value, dict):
        yield value
        for each in value.values():
            yield from walk(each)
    elif isinstance(value, list):
        for each in value:
            yield from walk(each)
