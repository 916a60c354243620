"""What the doctor said: a card after the appointment, and a form that files all of it at once."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from twitchlog.domain.appointment import Appointment
from twitchlog.domain.errors import BadInput, TwitchLogError
from twitchlog.domain.medical_test import TEST_KINDS, MedicalTest
from twitchlog.domain.medication import Dose
from twitchlog.domain.profile import PartialDate
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date

    from twitchlog.diary import Diary
    from twitchlog.domain.appointment import Question
    from twitchlog.domain.changes import Written

    Write = Callable[[Diary, int | None], Written[Any]]

OFFERED_DAYS: Final = 30
"""So many days after an appointment it is asked what was said there."""


@dataclass(frozen=True, slots=True)
class Been:
    """An appointment that has been, and the questions that were open for it."""

    appointment: Appointment
    questions: tuple[Question, ...]

    @property
    def key(self) -> str:
        """What it is put away under."""
        return f"{self.appointment.id}:said"


@dataclass(frozen=True, slots=True)
class Told:
    """What is filed of a visit; everything may be left empty but one thing.

    `answers` maps a question's id to its answer. `tests` are pairs of a kind and the result in
    words, `medicines` pairs of a name and how it is to be taken; of each, what was not said is
    empty. `next_day` is that of the next visit.
    """

    said: str = ""
    answers: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    tests: Sequence[tuple[str, str]] = ()
    medicines: Sequence[tuple[str, str]] = ()
    next_day: date | None = None


def been(
    appointments: Iterable[Appointment],
    questions: Iterable[Question],
    today: date,
    put_away: str,
) -> Been | None:
    """Return the last appointment up to today of which nothing is written down yet, else None."""
    gone, oldest = put_away.split(), today - timedelta(days=OFFERED_DAYS)
    past = [
        each
        for each in appointments
        if each.day and oldest <= each.day <= today and not each.said
        and f"{each.id}:said" not in gone
    ]  # fmt: skip
    if not past:
        return None
    last = max(past, key=lambda each: (each.day or today, each.minute or 0))
    asked = tuple(
        each for each in questions if not each.answer and each.appointment_id in {None, last.id}
    )
    return Been(last, asked)


def file(diary: Diary, visit: Been, told: Told) -> Written[Any]:
    """Keep all that was told as one step; where one part cannot be kept, none of it is.

    Raises BadInput where nothing was told, or for what cannot be.
    """
    if not all(kind for kind, _result in told.tests):
        raise BadInput(_("Say what kind of test it was."))
    if not all(name.strip() for name, _how in told.medicines):
        raise BadInput(_("Say what the new medicine is called."))
    if told.next_day is not None and told.next_day < diary.clock.now().day:
        raise BadInput(_("The next visit cannot be on a day that has been."))
    writes = _writes(visit, told)
    if not writes:
        raise BadInput(_("Write down at least one thing."))
    step: int | None = None
    kinds: frozenset[str] = frozenset()
    for write in writes:
        try:
            written = write(diary, step)
        except TwitchLogError:
            if step is not None:
                diary.undo()
            raise
        step = written.changes.step or step
        kinds |= written.changes.kinds
    return replace(written, changes=replace(written.changes, step=step, kinds=kinds))


def _writes(visit: Been, told: Told) -> list[Write]:
    """Return what is to be written, the visit itself first: the step bears its name."""
    held = visit.appointment
    day = PartialDate.of(held.day) if held.day else None
    said = told.said.strip() or _summed(told)
    return [
        *([_visit(replace(held, said=said))] if said else ()),
        *(
            _answer(replace(each, answer=told.answers[each.id], appointment_id=held.id))
            for each in visit.questions
            if told.answers.get(each.id, "").strip()
        ),
        *(
            _test(MedicalTest(kind, day=day, result=result, place=held.place))
            for kind, result in told.tests
        ),
        *(_medicine(name, how, day) for name, how in told.medicines),
        *(
            [_visit(Appointment(told.next_day, whom=held.whom, place=held.place))]
            if told.next_day
            else ()
        ),
    ]


def _visit(appointment: Appointment) -> Write:
    return lambda diary, step: diary.appointments.save(appointment, joins=step)


def _answer(question: Question) -> Write:
    return lambda diary, step: diary.appointments.questions.save(question, joins=step)


def _test(test: MedicalTest) -> Write:
    return lambda diary, step: diary.tests.save(test, joins=step)


def _medicine(name: str, how: str, day: PartialDate | None) -> Write:
    return lambda diary, step: diary.medications.add(
        name, dose=Dose(schedule=how), started=day, joins=step
    )


def _summed(told: Told) -> str:
    """Return what was filed in a few words, where nothing else was written: it was told then."""
    parts = [TEST_KINDS[kind].label for kind, _result in told.tests]
    parts += [name for name, _how in told.medicines]
    if told.next_day is not None:
        parts.append(_("next visit planned"))
    if any(answer.strip() for answer in told.answers.values()):
        parts.append(_("questions answered"))
    return ", ".join(parts)
