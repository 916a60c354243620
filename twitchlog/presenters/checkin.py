"""The check-in of one day: all its questions, answered with chips or exact numbers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Protocol

from twitchlog.domain.dose import DRINKS, PRESETS
from twitchlog.domain.errors import BadInput
from twitchlog.domain.factor import FACTORS, LEVELS
from twitchlog.domain.text import clean
from twitchlog.presenters import answers as said
from twitchlog.presenters import words
from twitchlog.presenters.services import Complains
from twitchlog.presenters.typed import read_number
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from twitchlog.diary import Diary
    from twitchlog.domain.changes import Changes
    from twitchlog.domain.checkin import Checkin
    from twitchlog.presenters.services import Services

SLEEP_CHOICES: Final = (5.0, 6.0, 7.0, 8.0, 9.0)
EXERCISE_CHOICES: Final = (0.0, 15.0, 30.0, 60.0)
USUAL_SLEEP: Final = 7.0
"""Where the steps of half an hour begin when nothing was answered."""
NOTE: Final = "note"
NONE: Final = "none"


@dataclass(frozen=True, slots=True)
class Choice:
    """One chip or segment: what it stands for and what it says."""

    value: float
    text: str
    chosen: bool = False


def choosing(choices: tuple[Choice, ...], chosen: float | None) -> tuple[Choice, ...]:
    """Return the same choices with the chosen one marked."""
    return tuple(replace(each, chosen=each.value == chosen) for each in choices)


@dataclass(frozen=True, slots=True)
class Cups:
    """The chip of a drink, or of *no caffeine* (`NONE`): chosen once any of it is counted."""

    value: str
    text: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class CheckinForm:
    """All answers as they stand; a question without an answer has no amount.

    `written` holds each amount as its exact field shows it, `wrong` a sentence for a field that
    cannot be read.
    """

    day: date
    title: str
    amounts: Mapping[str, float]
    written: Mapping[str, str]
    cups: tuple[Cups, ...]
    said: Mapping[str, str]
    note: str
    saved_before: bool
    wrong: Mapping[str, str]


class CheckinView(Complains, Protocol):
    """What the presenter asks of the sheet."""

    def show(self, form: CheckinForm) -> None:
        """Show the answers."""
        ...

    def finished(self, sentence: str) -> None:
        """Close, name what changed, and offer to undo it."""
        ...


def sleep_choices() -> tuple[Choice, ...]:
    """Return the hours of sleep that are one tap."""
    return tuple(Choice(hours, said.hours(hours)) for hours in SLEEP_CHOICES)


def stress_choices() -> tuple[Choice, ...]:
    """Return the four words for stress."""
    return tuple(Choice(float(level), _(word)) for level, word in enumerate(LEVELS))


def exercise_choices() -> tuple[Choice, ...]:
    """Return the lengths of exercise that are one tap."""
    return tuple(
        Choice(minutes, _("{n} min").format(n=f"{minutes:g}") if minutes else _("None"))
        for minutes in EXERCISE_CHOICES
    )


def medicine_choices() -> tuple[Choice, ...]:
    """Return the answers to *Medicine as usual*."""
    return (Choice(1.0, _("As usual")), Choice(0.0, _("Not as usual")))


class CheckinPresenter:
    """Holds the answers of a day until they are saved together."""

    def __init__(self, services: Services, view: CheckinView) -> None:
        self._services = services
        self._view = view
        self._day = services.clock.now().day
        self._amounts: dict[str, float] = {}
        self._cups: dict[str, int] = {}
        self._note = ""
        self._saved_before = False
        self._wrong: dict[str, str] = {}
        self._read = False

    def open(self, day: date, *, answers: Mapping[str, float] | None = None) -> None:
        """Show what was saved of `day`, else the habits of the day before and `answers`."""
        # Until the answers of this day are read, those that stand here are of another.
        self._day, self._read = day, False

        def then(found: tuple[Checkin | None, Mapping[str, float]]) -> None:
            if day != self._day:
                return
            saved, carried = found
            self._read = True
            self._saved_before = saved is not None and saved.answered
            if saved is not None and saved.answered:
                self._amounts, self._note = dict(saved.amounts), saved.note
            else:
                self._amounts, self._note = {**carried, **(answers or {})}, ""
            self._wrong = {}
            self._count_cups()
            self._show()

        self._services.read(
            lambda diary: (diary.checkins.get(day), diary.checkins.carried_over(day)),
            then,
            self._view,
        )

    def answer(self, factor: str, amount: float) -> None:
        """Take an answer; the same one again takes it back."""
        if self._amounts.get(factor) == amount:
            del self._amounts[factor]
        else:
            self._amounts[factor] = amount
        self._settle(factor)

    def put(self, factor: str, amount: float) -> None:
        """Take an answer, whatever it was before."""
        self._amounts[factor] = amount
        self._settle(factor)

    def add_cup(self, drink: str) -> None:
        """Count one more serving of a drink; `NONE` starts again from nothing."""
        if drink == NONE:
            self._amounts["caffeine"] = 0.0
            self._settle("caffeine")
            return
        milligrams = PRESETS[drink].amount or 0.0
        total = self._amounts.get("caffeine", 0.0) + milligrams
        if total <= FACTORS["caffeine"].most:
            self._amounts["caffeine"] = total
            self._cups[drink] = self._cups.get(drink, 0) + 1
            self._wrong.pop("caffeine", None)
        self._show()

    def type(self, factor: str, text: str) -> None:
        """Take an exact amount; an empty field takes the answer back."""
        try:
            if text.strip():
                self._amounts[factor] = FACTORS[factor].check(read_number(text))
            else:
                self._amounts.pop(factor, None)
        except BadInput as problem:
            self._wrong[factor] = problem.sentence
            self._show()
        else:
            self._settle(factor)

    def type_note(self, text: str) -> None:
        """Take the note."""
        try:
            self._note = clean(text)
        except BadInput as problem:
            self._wrong[NOTE] = problem.sentence
        else:
            self._wrong.pop(NOTE, None)
        self._show()

    def save(self) -> None:
        """Save all answers and close; where a field is wrong, stay."""
        if self._wrong or not self._read:
            self._show()
            return
        day, amounts, note = self._day, dict(self._amounts), self._note
        self._services.write(
            lambda diary: diary.checkins.save(day, amounts, note=note), self._done, self._view
        )

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

    def _settle(self, factor: str) -> None:
        self._wrong.pop(factor, None)
        if factor == "caffeine":
            self._count_cups()
        self._show()

    def _count_cups(self) -> None:
        """Take an amount that is just so many coffees for coffees; else nothing is counted."""
        cups, rest = divmod(self._amounts.get("caffeine", 0.0), said.COFFEE_MG)
        self._cups = {DRINKS[0].id: int(cups)} if cups and not rest else {}

    def _show(self) -> None:
        self._view.show(
            CheckinForm(
                day=self._day,
                title=_("Check-in, {day}").format(
                    day=words.day_name(self._day, today=self._services.clock.now().day)
                ),
                amounts=dict(self._amounts),
                written={name: f"{amount:g}" for name, amount in self._amounts.items()},
                cups=(
                    Cups(NONE, _("None"), self._amounts.get("caffeine") == 0),
                    *(self._cup(each.id, _(each.name)) for each in DRINKS),
                ),
                said={
                    name: said.amounts({name: amount})[0] for name, amount in self._amounts.items()
                },
                note=self._note,
                saved_before=self._saved_before,
                wrong=dict(self._wrong),
            )
        )

    def _cup(self, drink: str, name: str) -> Cups:
        count = self._cups.get(drink, 0)
        return Cups(drink, f"{count} × {name}" if count else name, bool(count))
