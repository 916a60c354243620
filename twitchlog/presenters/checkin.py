"""The check-in of one day: all its questions, answered with chips or exact numbers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from twitchlog.domain.checkin import Begun, Detail, Start
from twitchlog.domain.daily import hours_slept, minutes_of
from twitchlog.domain.dose import Effort
from twitchlog.domain.errors import BadInput
from twitchlog.domain.factor import SUPPLEMENTS, factor_or_unknown
from twitchlog.domain.text import clean
from twitchlog.presenters import words
from twitchlog.presenters.checkin_answers import Answers
from twitchlog.presenters.checkin_form import USUAL_SLEEP, questions
from twitchlog.presenters.checkin_values import DIET, NOTE, CheckinForm, Choice
from twitchlog.presenters.services import Complains
from twitchlog.presenters.typed import read_number, read_time
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from twitchlog.diary import Diary
    from twitchlog.domain.changes import Changes
    from twitchlog.domain.checkin import Checkin
    from twitchlog.domain.factor import Factor
    from twitchlog.presenters.services import Services


class CheckinView(Complains, Protocol):
    """What the presenter asks of the sheet."""

    def show(self, form: CheckinForm) -> None:
        """Show the answers."""
        ...

    def finished(self, sentence: str) -> None:
        """Close, name what changed, and offer to undo it."""
        ...


class CheckinPresenter:
    """Holds the answers of a day until they are saved together."""

    def __init__(self, services: Services, view: CheckinView) -> None:
        self._services = services
        self._view = view
        self._day = services.clock.now().day
        self._answers = Answers()
        self._factors: dict[str, Factor] = {}
        self._start = Start()
        self._saved_before = False
        self._begun = Begun()
        self._read = False

    def open(self, day: date, *, answers: Mapping[str, float] | None = None) -> None:
        """Show what was saved of `day`, else the habits of the day before and `answers`.

        What was logged on the day itself with its time stands in it as a sum.
        """
        # Until the answers of this day are read, those that stand here are of another.
        self._day, self._read = day, False

        def read(diary: Diary) -> tuple[Checkin | None, Start, tuple[Factor, ...]]:
            return diary.checkins.get(day), diary.checkins.start(day), diary.factors.all()

        def then(found: tuple[Checkin | None, Start, tuple[Factor, ...]]) -> None:
            if day != self._day:
                return
            saved, start, factors = found
            self._factors = {each.id: each for each in factors}
            self._read = True
            self._saved_before = saved is not None and saved.answered
            logged = {name: each.amount for name, each in start.logged.items()}
            # What was saved is no longer what stood as yesterday.
            self._start = replace(start, carried={}) if self._saved_before else start
            if saved is not None and saved.answered:
                self._answers = Answers(
                    {**logged, **saved.amounts}, dict(saved.details),
                    note=saved.note, diet=saved.diet,
                )  # fmt: skip
            else:
                self._answers = Answers({**start.carried, **logged, **(answers or {})})
            self._begun = Begun(saved, dict(self._answers.amounts))
            self._answers.count_coffees()
            self._fold()
            self._show()

        self._services.read(read, then, self._view)

    def answer(self, factor: str, amount: float) -> None:
        """Take an answer; the same one again takes it back."""
        self._answers.turn(factor, amount)
        self._show()

    def put(self, factor: str, amount: float) -> None:
        """Take an answer, whatever it was before."""
        self._answers.put(factor, amount)
        self._show()

    def step_sleep(self, hours: float) -> None:
        """Take so many hours more or less than stand there; the usual ones where none do."""
        held, sleep = self._answers.amounts.get("sleep"), self._factor("sleep")
        wanted = USUAL_SLEEP if held is None else held + hours
        self.put("sleep", min(max(wanted, sleep.least), sleep.most))

    def add_cup(self, factor: str, preset: str) -> None:
        """Count one more serving of a drink; `NONE` starts again from nothing."""
        self._answers.add_cup(self._factors.get(factor), factor, preset)
        self._show()

    def take_supplement(self, name: str) -> None:
        """Turn one supplement over, or all of them to *none*."""
        ids = [each.id for each in self._factors.values() if each.group == SUPPLEMENTS]
        self._answers.turn_one_of(ids, name)
        self._answers.open(SUPPLEMENTS)
        self._show()

    def exercise_kind(self, preset: str) -> None:
        """Say which exercise it was; the same again takes it back."""
        self._answers.turn_kind(preset)
        self._show()

    def exercise_effort(self, effort: str) -> None:
        """Say how hard it was, 1 to 3; the same again takes it back."""
        self._answers.turn_effort(Effort(int(effort)))
        self._show()

    def type(self, factor: str, text: str) -> None:
        """Take an exact amount; an empty field takes the answer back."""
        try:
            amount = self._factor(factor).check(read_number(text)) if text.strip() else None
        except BadInput as problem:
            self._answers.wrong[factor] = problem.sentence
        else:
            self._answers.put(factor, amount)
        self._show()

    def type_night(self, bed: str, wake: str) -> None:
        """Take bed and wake time, and the hours between them; both empty takes them back."""
        answers = self._answers
        if not (bed.strip() and wake.strip()):
            if not (bed.strip() or wake.strip()) and "sleep" in answers.details:
                answers.put("sleep", None)
                self._show()
            return
        try:
            began, ended = read_time(bed), read_time(wake)
            slept = hours_slept(self._day, began, ended, at=self._services.clock.at)
        except BadInput as problem:
            answers.wrong["sleep"] = problem.sentence
        else:
            answers.put("sleep", slept, Detail(minutes_of(began), minutes_of(ended)))
        self._show()

    def type_note(self, text: str) -> None:
        """Take the note."""
        self._type_words(NOTE, text)

    def type_diet(self, text: str) -> None:
        """Take what was eaten, in words."""
        self._type_words(DIET, text)

    def show_details(self, name: str) -> None:
        """Let the exact answer of a question be given, or put that away again."""
        self._answers.turn_details(name)
        self._show()

    def open_more(self, name: str) -> None:
        """Ask a question that is a tap away, or one that stands as a line."""
        self._answers.open(name)
        self._show()

    def always_ask(self, name: str) -> None:
        """Ask this in every check-in from now on."""
        self._answers.open(name)
        ids = [each.id for each in self._factors.values() if name in {each.id, each.group}]

        def work(diary: Diary) -> Changes:
            return diary.factors.ask(*ids, asked=True).changes

        def then(_value: object, _changes: Changes) -> None:
            self._services.read(lambda diary: diary.factors.all(), self._take_factors, self._view)

        self._services.write(work, then, self._view)

    def save(self) -> None:
        """Save all answers and close; where a field is wrong, stay."""
        answers = self._answers
        if answers.wrong or not self._read:
            self._show()
            return
        day, amounts, details = self._day, dict(answers.amounts), dict(answers.details)
        note, diet, begun = answers.note, answers.diet, self._begun
        self._services.write(
            lambda diary: diary.checkins.save(
                day, amounts, note=note, diet=diet, details=details, begun=begun
            ),
            self._done,
            self._view,
        )  # fmt: skip

    def remove(self) -> None:
        """Take back the answers of the day; *none today* stays as it was said."""
        day = self._day

        def work(diary: Diary) -> Changes:
            found = diary.checkins.get(day)
            removed = diary.checkins.remove(day).changes
            if found is not None and found.none_said:
                diary.checkins.none_today(day, joins=removed.step)
            return removed

        self._services.write(work, self._done, self._view)

    def _done(self, _value: object, changes: Changes) -> None:
        self._view.finished(changes.name)

    def _fold(self) -> None:
        """Let what the person has answered stand as lines; what is as yesterday stays open."""
        said = {name for name in self._answers.amounts if name not in self._start.carried}
        groups = {self._factor(name).group for name in said}
        self._answers.folded = said | (groups & {SUPPLEMENTS})

    def _factor(self, name: str) -> Factor:
        return self._factors.get(name) or factor_or_unknown(name)

    def _take_factors(self, factors: tuple[Factor, ...]) -> None:
        self._factors = {each.id: each for each in factors}
        self._show()

    def _type_words(self, name: str, text: str) -> None:
        self._answers.open(name)
        try:
            setattr(self._answers, name, clean(text))
        except BadInput as problem:
            self._answers.wrong[name] = problem.sentence
        else:
            self._answers.wrong.pop(name, None)
        self._show()

    def _show(self) -> None:
        today = self._services.clock.now().day
        past = self._day if self._day != today else None
        asked, more = questions(self._answers, self._factors, self._start, past=past)
        answers = self._answers
        noted = bool(answers.note) or NOTE in answers.opened or NOTE in answers.wrong
        if not noted:
            more = (Choice(NOTE, _("Note")), *more)
        self._view.show(
            CheckinForm(
                day=self._day,
                title=_("Check-in, {day}").format(day=words.day_name(self._day, today=today)),
                amounts=dict(self._answers.amounts),
                questions=asked,
                more=more,
                note=self._answers.note,
                noted=noted,
                saved_before=self._saved_before,
                wrong=dict(self._answers.wrong),
            )
        )
