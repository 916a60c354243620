"""What is kept for the doctor, as the search finds it: by its row in any language, and by notes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from twitchlog.domain import spoken
from twitchlog.domain.profile import QUESTIONS
from twitchlog.presenters import (
    appointments,
    conditions,
    experiment_list,
    experiment_words,
    medical_tests,
    medicine_words,
    treatments,
    words,
)
from twitchlog.presenters.day_list import EntryRow
from twitchlog.translation import _, mark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from twitchlog.diary import Diary
    from twitchlog.domain.appointment import Appointment
    from twitchlog.domain.condition import Condition
    from twitchlog.domain.experiment import Experiment
    from twitchlog.domain.factor import Factor
    from twitchlog.domain.medical_test import MedicalTest
    from twitchlog.domain.medication import Medication
    from twitchlog.domain.profile import PartialDate
    from twitchlog.domain.treatment import Treatment

CONCERNS: Final = frozenset(
    {"medications", "treatments", "conditions", "tests", "appointments", "experiments", "profile"}
)
PROFILE: Final = "profile"


@dataclass(frozen=True, slots=True)
class Kept:
    """One thing that is kept: its row, the words it is found by, and its day where it has one."""

    row: EntryRow
    words: frozenset[str]

    def has(self, asked: Sequence[str]) -> bool:
        """Tell whether each of the words that were typed begins one of its words."""
        return all(spoken.begins(word, self.words) for word in asked)


@dataclass(frozen=True, slots=True)
class _Thing:
    """Its id, its day, and what it says in the language in use: the two lines of its row first."""

    id: str
    day: date | None
    tell: Callable[[], Sequence[str]]


def read(diary: Diary, today: date) -> tuple[Kept, ...]:
    """Return everything that is kept, kind by kind, the newest of each first."""
    found: list[Kept] = []
    for kind, (icon, name, things) in _KINDS.items():
        known = sorted(
            things(diary, today), key=lambda each: each.day.toordinal() if each.day else 0,
            reverse=True,
        )  # fmt: skip
        found += (_kept(kind, icon, name, each) for each in known)
    return tuple(found)


def _kept(kind: str, icon: str, name: str, thing: _Thing) -> Kept:
    title, second, *_also = thing.tell()
    line = words.joined(part.strip() for part in second.splitlines())
    row = EntryRow(title, line, "", thing.id, day=thing.day, kind=kind, icon=icon)

    def said() -> Iterator[str]:
        yield _(name)
        yield from thing.tell()
        if thing.day is not None:
            yield words.full_day(thing.day)

    return Kept(row, spoken.said_in_words(said))


def _begun(started: PartialDate | None) -> date | None:
    return started.earliest if started else None


def _medicines(diary: Diary, today: date) -> Iterator[_Thing]:
    for each in diary.medications.all():
        yield _Thing(each.id, _begun(each.started), partial(_tell_medicine, each, today))


def _tell_medicine(medicine: Medication, today: date) -> tuple[str, ...]:
    row = medicine_words.row(medicine, today=today)
    changes = (medicine_words.dose(change.dose) for change in medicine.changes)
    return row.title, row.second, medicine.note, medicine.medicine_class.label, *changes


def _treatments(diary: Diary, today: date) -> Iterator[_Thing]:
    for each in diary.treatments.all():
        yield _Thing(each.id, _begun(each.started), partial(_tell_treatment, each, today))


def _tell_treatment(treatment: Treatment, today: date) -> tuple[str, str]:
    row = treatments.row(treatment, today)
    return row.title, row.second


def _tests(diary: Diary, today: date) -> Iterator[_Thing]:
    for each in diary.tests.all():
        yield _Thing(each.id, _begun(each.day), partial(_tell_test, each, today))


def _tell_test(test: MedicalTest, today: date) -> tuple[str, ...]:
    row = medical_tests.row(test, 0, today)
    values = (text for value in test.values for text in (value.label, value.amount))
    return row.title, row.second, test.note, *values


def _appointments(diary: Diary, today: date) -> Iterator[_Thing]:
    for each in diary.appointments.all():
        yield _Thing(each.id, each.day, partial(_tell_appointment, each, today))


def _tell_appointment(appointment: Appointment, today: date) -> tuple[str, str, str]:
    row = appointments.row(appointment, today)
    return row.title, row.second, appointment.note


def _questions(diary: Diary, _today: date) -> Iterator[_Thing]:
    for each in diary.appointments.questions.all():
        yield _Thing(each.id, None, partial(tuple, (each.words, each.answer)))


def _conditions(diary: Diary, today: date) -> Iterator[_Thing]:
    for each in diary.conditions.all():
        day = _begun(each.since) or each.answered
        yield _Thing(each.id, day, partial(_tell_condition, each, today))


def _tell_condition(condition: Condition, today: date) -> tuple[str, str, str]:
    row = conditions.row(condition, today)
    return row.title, row.second, condition.label


def _trials(diary: Diary, today: date) -> Iterator[_Thing]:
    for each in diary.experiments.all():
        factor = diary.experiments.tried(each.factor)
        yield _Thing(each.id, each.first, partial(_tell_trial, each, factor, today))


def _tell_trial(experiment: Experiment, factor: Factor, today: date) -> tuple[str, str, str]:
    row = experiment_list.row(experiment, factor, today)
    return row.title, row.second, experiment.why_stopped


def _own_words(diary: Diary, _today: date) -> Iterator[_Thing]:
    """Yield what was answered in own words: to the doctor's questions, and line by line."""
    profile = diary.profile.get()
    for number, question in enumerate(QUESTIONS, 1):
        if said := profile.own_words.get(number, ""):
            yield _Thing(str(number), None, partial(_tell_own, question, said))
    for which, name, text in (
        ("medicines", mark("Medicines"), profile.medicines),
        ("conditions", mark("Conditions and family"), profile.conditions),
        ("tests", mark("Tests"), profile.tests),
    ):
        if text.strip():
            yield _Thing(which, None, partial(_tell_own, name, text))


def _tell_own(name: str, said: str) -> tuple[str, str]:
    return _(name), said


_KINDS: Final[dict[str, tuple[str, str, Callable[[Diary, date], Iterator[_Thing]]]]] = {
    "medications": ("pill", mark("Medicine"), _medicines),
    "treatments": ("medication-outline", mark("Other treatments"), _treatments),
    "tests": ("file-document-outline", mark("Tests"), _tests),
    "appointments": ("calendar-clock", mark("Appointment"), _appointments),
    "questions": ("help-circle-outline", mark("Question"), _questions),
    "conditions": ("clipboard-text-outline", mark("Conditions and family"), _conditions),
    "experiments": (experiment_words.ICON, mark("Trial"), _trials),
    PROFILE: ("pencil-outline", mark("In your own words"), _own_words),
}
"""The icon of each kind, what it is called, and what reads it."""
