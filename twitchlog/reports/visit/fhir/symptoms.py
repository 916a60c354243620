"""Symptoms as the HL7 Symptoms guide has them: one an Observation, present or absent.

Of the twitching there is one for each place of the period. How fast it began is said of all of it
at once, so each carries the same, with the codes of the guide's value set.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final

from twitchlog.domain.profile import Onset
from twitchlog.domain.site import site_or_unknown
from twitchlog.domain.twitch import RELIEF_WORDS, TRIGGER_WORDS, Strength
from twitchlog.reports.patterns.comparison import RECENT_DAYS, Change, recent
from twitchlog.reports.visit.answers import comparable
from twitchlog.reports.visit.fhir.parts import (
    UCUM,
    coding,
    concept,
    loinc,
    note,
    noted,
    over,
    period,
    resource,
    uid,
)
from twitchlog.reports.visit.prose import NBSP, of
from twitchlog.reports.visit.told import answers_share, told
from twitchlog.translation import _, inside, mark, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from twitchlog.domain.figures import SiteCount
    from twitchlog.reports.visit.fhir.parts import Json
    from twitchlog.reports.visit.fhir.record import Record
    from twitchlog.reports.visit.told import Told

PRESENT: Final = ("75325-1", mark("Symptom"))
# Preliminary: named by the guide, not yet in LOINC 2.81.
ABSENT: Final = ("111551-8", mark("Symptom absent"))
SEVERITY: Final = ("64750-3", mark("Severity of symptoms"))
TRIGGERS: Final = ("100752-5", mark("Exacerbating factors - Reported"))
RELIEFS: Final = ("100753-3", mark("Alleviating factors - Reported"))
FREQUENCY: Final = ("104156-5", mark("Condition frequency - Reported"))
TREND: Final = ("89253-9", mark("Trend"))
ONSET_SPEED: Final = ("99495-4", mark("Speed of condition onset"))
HPO: Final = ("http://human-phenotype-ontology.org", "HP:0002380", "Fasciculations")
ICD_10: Final = ("http://hl7.org/fhir/sid/icd-10", "R25.3", "Fasciculation")
_CATEGORY: Final = "http://hl7.org/fhir/uv/symptoms/CodeSystem/SymptomTemporary"
_TRENDS: Final = {
    Change.MORE: mark("More often"),
    Change.FEWER: mark("Less often"),
    Change.SAME: mark("About as often"),
    Change.UNCLEAR: mark("No clear change"),
}
_SNOMED: Final = "http://snomed.info/sct"
_ONSETS: Final = {
    Onset.SUDDEN: ("385315009", mark("Sudden onset")),
    Onset.GRADUAL: ("61751001", mark("Gradual onset")),
}


def resources(record: Record) -> tuple[Json, ...]:
    """Return an Observation for each place that twitched, then for each other symptom asked for."""
    places = (_twitching(record, place) for place in record.visit.figures.sites)
    known = told(record.visit.symptoms, record.visit.figures.period.first).values()
    others = (each for symptom in known for each in _other(record, symptom))
    return (*places, *others)


def _twitching(record: Record, place: SiteCount) -> Json:
    figures = record.visit.figures
    name = site_or_unknown(place.site)
    share = _("{entries} at this place, on {share} logged days").format(
        entries=_entries(place.entries), share=of(place.days, figures.logged)
    )
    said = _("Twitching, {place}: {share}.").format(place=name.label_lower, share=share)
    where = name.label_lower
    if name.muscle != name.lay:
        where = _("{place} ({muscle})").format(place=where, muscle=name.muscle)
    return _observation(
        record,
        PRESENT,
        uid("place", record.key, place.site, *record.span),
        [said],
        effectivePeriod=over(figures.period),
        valueCodeableConcept=concept(_("Muscle twitching"), coding(*HPO), coding(*ICD_10)),
        bodySite=concept(where),
        note=note(said),
        component=[_frequency(place, figures.logged, share), *_components(record, place)],
    )


def _frequency(place: SiteCount, logged: int, share: str) -> Json:
    """Return entries by logged days: other days are no part of the denominator."""
    days = {"value": logged, "unit": "d", "system": UCUM, "code": "d"}
    ratio = {"numerator": {"value": place.entries}, "denominator": days}
    return _component(FREQUENCY, share, valueRatio=ratio)


def _components(record: Record, place: SiteCount) -> Iterator[Json]:
    """Yield what else is known of the twitching at a place, each with its numbers."""
    answers = record.at_sites.get(place.site)
    if answers is not None:
        if answers.strengths:
            yield _severity(answers.strengths, place.entries)
        for code, counts, built_in in (
            (TRIGGERS, answers.triggers, TRIGGER_WORDS),
            (RELIEFS, answers.reliefs, RELIEF_WORDS),
        ):
            for kind, entries in counts.items():
                words = _(built_in[kind]) if kind in built_in else kind
                yield _component(code, _noted(entries, place.entries), concept(words))
    yield from _trend(record, place.site)
    if record.profile.onset is not None:
        began, said = _ONSETS[record.profile.onset]
        yield _component(
            ONSET_SPEED,
            _("Said of the twitching as a whole."),
            concept(_(said), coding(_SNOMED, began, said)),
        )


def _severity(strengths: Mapping[int, int], entries: int) -> Json:
    """Return the median strength in its word, with how often each was given."""
    given = sum(strengths.values())
    ordered = sorted(strengths.items())
    each = [strength for strength, count in ordered for _each in range(count)]
    said = ", ".join(f"{inside(Strength(strength).word)} {count}" for strength, count in ordered)
    return _component(
        SEVERITY,
        _("Median; {said}, of {share} entries with a strength").format(
            said=said, share=of(given, entries)
        ),
        concept(Strength(each[(given - 1) // 2]).word),
    )


def _trend(record: Record, site: str) -> Iterator[Json]:
    """Yield how the last 28 days compare with the 28 before, where both have days enough."""
    figures = record.visit.figures
    days = figures.days[-2 * RECENT_DAYS :]
    here = {
        day: entries
        for day, name, entries in figures.site_days[_start(figures.site_days, days[0].day) :]
        if name == site
    }
    found = recent([replace(day, count=here.get(day.day, 0)) for day in days])
    if not comparable(found):
        return
    said = _("Last 28 days: {later} logged days; the 28 days before: {earlier}.").format(
        later=of(found.later.twitching, found.later.logged),
        earlier=of(found.earlier.twitching, found.earlier.logged),
    )
    yield _component(TREND, said, concept(_(_TRENDS[found.change])))


def _start(site_days: Sequence[tuple[date, str, int]], first: date) -> int:
    """Return where the days from `first` on begin."""
    return bisect_left(site_days, first, key=itemgetter(0))


def _other(record: Record, symptom: Told) -> Iterator[Json]:
    """Yield a symptom as it was there, and as it was denied last; both where it is gone."""
    what = concept(symptom.label)
    if symptom.ever:
        said = _("{symptom}: {share}.").format(symptom=symptom.label, share=answers_share(symptom))
        amount = symptom.amount
        yield _observation(
            record,
            PRESENT,
            uid("symptom", record.key, symptom.kind, *record.span),
            [said, symptom.words],
            effectivePeriod=period(
                symptom.since or symptom.first, None if symptom.there else symptom.last
            ),
            valueCodeableConcept=what,
            bodySite=_where(symptom),
            note=[*note(said), *note(symptom.words)],
            component=[_component(SEVERITY, "", concept(amount.word))] if amount else [],
        )
    if not symptom.there:
        said = _("{symptom}: answered no on {day}.").format(
            symptom=symptom.label, day=symptom.asked.isoformat()
        )
        yield _observation(
            record,
            ABSENT,
            uid("absent", record.key, symptom.kind, *record.span),
            [said],
            effectiveDateTime=symptom.asked.isoformat(),
            valueCodeableConcept=what,
            note=note(said),
        )


def _where(symptom: Told) -> Json:
    named = [site_or_unknown(site).label_lower for site in symptom.sites]
    words = ", ".join(filter(None, (*named, " ".join(symptom.where.split()))))
    return concept(words) if words else {}


def _observation(
    record: Record, code: tuple[str, str], id_: str, sentences: list[str], **fields: Any
) -> Json:
    """Return a symptom as the patient reported it."""
    parts = (_sentence(part) for part in fields.get("component", ()))
    return resource(
        "Observation",
        id_,
        [*sentences, *parts],
        status="final",
        category=[{"coding": [coding(_CATEGORY, "symptom", "Symptom")]}],
        code=loinc(*code),
        subject=record.patient,
        performer=[record.patient],
        **fields,
    )


def _component(code: tuple[str, str], said: str, value: Json | None = None, **fields: Any) -> Json:
    values = fields if value is None else {"valueCodeableConcept": value}
    return {**({"extension": noted(said)} if said else {}), "code": loinc(*code), **values}


def _sentence(part: Json) -> str:
    """Say a component in the narrative: *Trend: More often (…)*."""
    value = part.get("valueCodeableConcept", {}).get("text", "")
    more = "".join(each["valueAnnotation"]["text"] for each in part.get("extension", ()))
    more = more.removesuffix(".")
    said = f"{value} ({more})" if value and more else value or more
    return _("{name}: {said}.").format(name=part["code"]["text"], said=said.removesuffix("."))


def _noted(part: int, entries: int) -> str:
    return _("Noted with {share} entries").format(share=of(part, entries)).replace(NBSP, " ")


def _entries(count: int) -> str:
    return ngettext("{n} entry", "{n} entries", count).format(n=count)
