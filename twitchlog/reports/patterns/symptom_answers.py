"""Answers about other symptoms: how often yes, out of how many."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from twitchlog.domain.symptom import SYMPTOMS, WEEKLY
from twitchlog.reports.patterns.stretches import number_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from twitchlog.domain.counts.symptoms import SymptomMark
    from twitchlog.domain.period import Period

_PLACES: Final = {kind: at for at, kind in enumerate(dict.fromkeys((*WEEKLY, *SYMPTOMS)))}


@dataclass(frozen=True, slots=True)
class Asked:
    """One symptom: its answers in the order of their days, of which there is at least one."""

    kind: str
    marks: tuple[SymptomMark, ...]

    @property
    def yes(self) -> int:
        """How many answers were a yes."""
        return sum(mark.present for mark in self.marks)

    @property
    def since(self) -> date:
        """The day of the first answer."""
        return self.marks[0].day


@dataclass(frozen=True, slots=True)
class YesIn:
    """The answers about one symptom within some days: so many yes, out of so many."""

    days: Period
    yes: int
    answers: int


def by_kind(marks: Iterable[SymptomMark]) -> tuple[Asked, ...]:
    """Return each symptom that was asked for, in the order of the weekly check, then the rest."""
    held: dict[str, list[SymptomMark]] = {}
    for mark in marks:
        held.setdefault(mark.kind, []).append(mark)
    known = sorted(held.keys() & SYMPTOMS.keys(), key=lambda kind: _PLACES[kind])
    return tuple(Asked(kind, tuple(held[kind])) for kind in known)


def by_stretch(asked: Asked, parts: Sequence[Period]) -> tuple[YesIn, ...]:
    """Return how often yes was said in each stretch with an answer."""
    yes, answers = [0] * len(parts), [0] * len(parts)
    for mark in asked.marks:
        at = number_of(mark.day, parts)
        answers[at] += 1
        yes[at] += mark.present
    return tuple(YesIn(part, yes[at], answers[at]) for at, part in enumerate(parts) if answers[at])
