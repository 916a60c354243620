"""What was taken or done by day, from the courses of medicines and treatments."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from twitchlog.domain.factor import Factor, Kind
from twitchlog.domain.medication import AS_NEEDED, IntakeKind, Medication

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from twitchlog.domain.treatment import Treatment

MEDICINE: Final = "medicine"
TREATMENT: Final = "treatment"
_BY_NEED: Final = {IntakeKind.NEEDED, IntakeKind.EXTRA}


def is_course(factor: str) -> bool:
    """Whether the factor of that id is a medicine or a treatment."""
    return factor.startswith((f"{MEDICINE}/", f"{TREATMENT}/"))


@dataclass(frozen=True, slots=True)
class Taken:
    """A medicine or treatment as a thing of the day: 1 on days with it, 0 on days without.

    A day on which it may have been so or not is missing. `switches` is how often it began or
    stopped within the days; None for what is taken by need only, of which each dose is recorded.
    """

    factor: Factor
    by_day: Mapping[date, float]
    switches: int | None


def taken(
    medicines: Iterable[Medication], treatments: Iterable[Treatment], days: Sequence[date]
) -> tuple[Taken, ...]:
    """Return what was taken or done on some of `days`, by name; the same name is one thing."""
    courses: dict[str, list[Medication | Treatment]] = defaultdict(list)
    for medicine in medicines:
        courses[f"{MEDICINE}/{medicine.name.casefold()}"].append(medicine)
    for treatment in treatments:
        courses[f"{TREATMENT}/{treatment.name.casefold()}"].append(treatment)
    found = (_taken(key, courses[key], days) for key in sorted(courses))
    return tuple(each for each in found if any(each.by_day.values()))


def _taken(key: str, courses: Sequence[Medication | Treatment], days: Sequence[date]) -> Taken:
    factor = Factor(key, courses[0].name, "yes/no", 0, 1, habit=False, kind=Kind.YES_NO, own=True)
    steady = [_Span.of(each) for each in courses if not _by_need(each)]
    dosed = set(_doses(each for each in courses if _by_need(each)))
    by_day = {
        day: known
        for day in days
        if (known := 1.0 if day in dosed else _on(steady, day)) is not None
    }
    switches = sum(before != after for before, after in pairwise(by_day.values()))
    return Taken(factor, by_day, switches if steady else None)


def _by_need(course: Medication | Treatment) -> bool:
    return isinstance(course, Medication) and course.dose.schedule == AS_NEEDED


def _doses(courses: Iterable[Medication | Treatment]) -> Iterator[date]:
    for course in courses:
        if isinstance(course, Medication):
            yield from (each.moment.day for each in course.intakes if each.kind in _BY_NEED)


class _Span(NamedTuple):
    """From when to when a course may have run (`sooner`, `later`), and did for certain."""

    sooner: date
    first: date
    last: date
    later: date

    @classmethod
    def of(cls, course: Medication | Treatment) -> _Span:
        """Return the days of a course; one without an end has none."""
        started, stopped = course.started, course.stopped
        return cls(
            started.earliest if started else date.min,
            started.latest if started else date.min,
            stopped.earliest if stopped else date.max,
            stopped.latest if stopped else date.max,
        )


def _on(courses: Iterable[_Span], day: date) -> float | None:
    """Return 1 for a day on a course, 0 for one on none; None where that is not known."""
    known: float | None = 0.0
    for sooner, first, last, later in courses:
        if sooner <= day <= later:
            if first <= day <= last:
                return 1.0
            known = None
    return known
