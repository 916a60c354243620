"""The page of appointments: the next ones, one's questions, and what was said at the past ones."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Protocol

from twitchlog.presenters import words
from twitchlog.presenters.kept_files import FileRow, keep_with_files, rows_by_entry
from twitchlog.presenters.steps import Steps, Tells
from twitchlog.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from twitchlog.diary import Diary
    from twitchlog.domain.appointment import Appointment, Question
    from twitchlog.domain.changes import Written
    from twitchlog.presenters.kept_files import Files
    from twitchlog.presenters.services import Complains, Services

CONCERNS: Final = frozenset({"appointments", "attachments", "bin"})


@dataclass(frozen=True, slots=True)
class AppointmentRow:
    """One appointment in words."""

    id: str
    title: str
    second: str


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """One question in words; `movable` where it can go up."""

    id: str
    title: str
    second: str
    movable: bool


@dataclass(frozen=True, slots=True)
class AppointmentsPage:
    """Everything the page shows."""

    upcoming: tuple[AppointmentRow, ...]
    past: tuple[AppointmentRow, ...]
    questions: tuple[QuestionRow, ...]
    answered: tuple[QuestionRow, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """What the forms work from."""

    appointments: Mapping[str, Appointment]
    questions: Mapping[str, Question]
    files: Mapping[str, tuple[FileRow, ...]]


class AppointmentsView(Tells, Protocol):
    """What the presenter tells the page."""

    def show(self, page: AppointmentsPage) -> None:
        """Show appointments and questions."""
        ...


class AppointmentsPresenter:
    """Reads the appointments and questions, keeps what the forms hold, and removes."""

    def __init__(self, services: Services, view: AppointmentsView) -> None:
        self.services, self._view = services, view
        self.steps = Steps(services, view)
        self.held = Held({}, {}, {})

    @property
    def today(self) -> date:
        """The day it is."""
        return self.services.clock.now().day

    def refresh(self, then: Callable[[], None] | None = None) -> None:
        """Read everything anew; `then` hears that it is there."""
        today = self.today

        def show(held: Held) -> None:
            self.held = held
            self._view.show(page_of(held, today))
            if then is not None:
                then()

        self.services.read(_read, show, self._view)

    def save(
        self,
        appointment: Appointment,
        answers: Mapping[str, str],
        files: Files,
        form: Complains,
        done: Callable[[], None],
    ) -> None:
        """Keep an appointment, the answers to questions by their ids, and files, in one step.

        A question that was answered belongs to that appointment from then on.
        """
        held = self.held.questions

        def work(diary: Diary) -> Written[Appointment]:
            written = keep_with_files(
                diary, "appointments", lambda: diary.appointments.save(appointment), files
            )
            step = written.changes.step
            for question_id, said in answers.items():
                question = replace(held[question_id], answer=said, appointment_id=written.value.id)
                answered = diary.appointments.questions.save(question, joins=step)
                step = answered.changes.step or step
            return replace(written, changes=replace(written.changes, step=step,
                           kinds=written.changes.kinds | {"appointments"}))  # fmt: skip

        self.steps.keep(work, form, done)

    def remove(self, appointment_id: str, form: Complains, done: Callable[[], None]) -> None:
        """Move an appointment to the bin; its open questions stay."""
        self.steps.keep(lambda diary: diary.appointments.remove(appointment_id), form, done)

    def save_question(self, question: Question, form: Complains, done: Callable[[], None]) -> None:
        """Keep a question."""
        self.steps.keep(lambda diary: diary.appointments.questions.save(question), form, done)

    def remove_question(self, question_id: str, form: Complains, done: Callable[[], None]) -> None:
        """Move a question to the bin."""
        self.steps.keep(lambda diary: diary.appointments.questions.remove(question_id), form, done)

    def move_up(self, question_id: str) -> None:
        """Put an open question before the one above it."""
        ids = [each.id for each in self.held.questions.values() if not each.answer]
        at = ids.index(question_id)
        if at:
            ids[at - 1], ids[at] = ids[at], ids[at - 1]
            self.steps.keep(
                lambda diary: diary.appointments.questions.order(ids), self._view, lambda: None
            )

    def asked_at(self, appointment: Appointment) -> tuple[Question, ...]:
        """Return the questions to answer after an appointment: its own, and what is still open.

        Once it is said what was said there, only its own are left; those for another appointment
        to come wait for that.
        """
        waiting = {
            each.id
            for each in self.held.appointments.values()
            if each.ahead(self.today) and each.id != appointment.id
        }
        return tuple(
            each
            for each in self.held.questions.values()
            if each.appointment_id == appointment.id
            or not (appointment.said or each.answer or each.appointment_id in waiting)
        )

    def upcoming(self) -> tuple[tuple[str, str], ...]:
        """Return the appointments to come a question can be for: (id, words)."""
        return tuple(
            (each.id, words.joined((each.label, _short(each, self.today))))
            for each in _ahead(self.held, self.today)
        )


def page_of(held: Held, today: date) -> AppointmentsPage:
    """Return what the page shows."""
    ahead = _ahead(held, today)
    past = [each for each in held.appointments.values() if not each.ahead(today)]
    still_open = [each for each in held.questions.values() if not each.answer]
    answered = [each for each in held.questions.values() if each.answer]
    return AppointmentsPage(
        upcoming=tuple(row(each, today) for each in ahead),
        past=tuple(row(each, today) for each in past),
        questions=tuple(
            QuestionRow(each.id, each.words, _for(each, held, today), movable=number > 0)
            for number, each in enumerate(still_open)
        ),
        answered=tuple(
            QuestionRow(each.id, each.words, " ".join(each.answer.split()), movable=False)
            for each in answered
        ),
    )


def time_left(day: date, today: date) -> str:
    """Return how far off a day to come is: *today*, *tomorrow*, *in 9 days*."""
    left = (day - today).days
    if left <= 1:
        return _("tomorrow") if left else _("today")
    return ngettext("in {n} day", "in {n} days", left).format(n=left)


def _read(diary: Diary) -> Held:
    appointments = diary.appointments.all()
    return Held(
        {each.id: each for each in appointments},
        {each.id: each for each in diary.appointments.questions.all()},
        rows_by_entry(diary, [each.id for each in appointments]),
    )


def _ahead(held: Held, today: date) -> list[Appointment]:
    """Return the appointments to come, the nearest first."""
    ahead = [each for each in held.appointments.values() if each.ahead(today)]
    return sorted(ahead, key=lambda each: (each.day is None, each.day or today, each.minute or 0))


def row(appointment: Appointment, today: date) -> AppointmentRow:
    """Say an appointment in two lines: with whom, and when, where and what was said."""
    when, said = _("Day not known yet"), words.in_brief(appointment.said)
    if appointment.day is not None:
        when = words.heading_day(appointment.day, today=today)
        if appointment.ahead(today):
            when = _("{day}, {left}").format(day=when, left=time_left(appointment.day, today))
        elif not said:
            said = _("What was said is not recorded yet")
    first = words.joined((when, appointment.time, appointment.place))
    return AppointmentRow(appointment.id, appointment.label, "\n".join(filter(None, (first, said))))


def _for(question: Question, held: Held, today: date) -> str:
    """Return for which appointment a question is, where it is for one of them."""
    appointment = held.appointments.get(question.appointment_id or "")
    if appointment is None:
        return ""
    if appointment.ahead(today) and len(_ahead(held, today)) == 1:
        return ""
    if not appointment.ahead(today):
        return _("Not answered at {appointment}").format(
            appointment=words.joined((appointment.label, _short(appointment, today)))
        )
    return _("For {appointment}").format(
        appointment=words.joined((appointment.label, _short(appointment, today)))
    )


def _short(appointment: Appointment, today: date) -> str:
    return words.short_day(appointment.day, today=today) if appointment.day else ""
