"""What the check-in asks: which things are asked every day, in which order, and your own ones."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Protocol

from twitchlog.domain.errors import BadInput
from twitchlog.domain.factor import OWN_MOST, Factor, Kind
from twitchlog.presenters import words
from twitchlog.presenters.steps import Steps, Tells
from twitchlog.presenters.typed import read_number
from twitchlog.translation import _, mark, numeral

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from twitchlog.diary import Diary
    from twitchlog.domain.changes import Changes, Written
    from twitchlog.presenters.services import Complains, Services

CONCERNS: Final = frozenset({"factors"})
ASKED, ON_TAP, HIDDEN = "asked", "on-tap", "hidden"
PLACES: Final = {
    ASKED: mark("Every day"), ON_TAP: mark("One tap away"), HIDDEN: mark("Hidden"),
}  # fmt: skip
KINDS: Final = {
    Kind.YES_NO: mark("Yes or no"),
    Kind.LEVEL: mark("In four words"),
    Kind.SCALE: mark("0 to 10"),
    Kind.AMOUNT: mark("An amount"),
}


_UNITS: Final = {
    "g": mark("grams"),
    "h": mark("hours"),
    "l": mark("litres"),
    "min": mark("minutes"),
}


@dataclass(frozen=True, slots=True)
class FactorRow:
    """One thing that is recorded; `up` and `down` say whether it can be moved that way."""

    id: str
    title: str
    second: str
    asked: bool
    up: bool
    down: bool


@dataclass(frozen=True, slots=True)
class RecordedPage:
    """What is asked every day, what is one tap away, and what is hidden, each in its order."""

    asked: tuple[FactorRow, ...]
    on_tap: tuple[FactorRow, ...]
    hidden: tuple[FactorRow, ...]


@dataclass(frozen=True, slots=True)
class FactorFields:
    """What the form of one thing shows; `id` is empty for a new one.

    `mine` ones have a name, and a new one its kind, to be given; `amount` ones a unit and a limit.
    """

    id: str
    title: str
    mine: bool
    name: str = ""
    kind: Kind = Kind.YES_NO
    unit: str = ""
    most: str = ""
    habit: bool = False
    place: str = ASKED


@dataclass(frozen=True, slots=True)
class Filled:
    """What the form holds once *Save* is tapped."""

    name: str
    kind: Kind
    unit: str
    most: str
    habit: bool
    place: str


class RecordedView(Tells, Protocol):
    """What the presenter tells the page."""

    def show(self, page: RecordedPage) -> None:
        """Show the list."""
        ...


class RecordedPresenter:
    """Orders, hides and adds what is recorded."""

    def __init__(self, services: Services, view: RecordedView) -> None:
        self._services, self._view = services, view
        self.steps = Steps(services, view)
        self._factors: tuple[Factor, ...] = ()

    def refresh(self) -> None:
        """Read the list again."""

        def then(factors: tuple[Factor, ...]) -> None:
            self._factors = factors
            self._view.show(page_of(factors))

        self._services.read(lambda diary: diary.factors.all(), then, self._view)

    def ask(self, factor_id: str, *, asked: bool) -> None:
        """Ask for it every day, or only on a tap."""
        self._write(lambda diary: diary.factors.ask(factor_id, asked=asked).changes)

    def show_again(self, factor_id: str) -> None:
        """Take it out of the hidden ones."""
        self._write(lambda diary: diary.factors.show(factor_id, shown=True).changes)

    def step(self, factor_id: str, by: int) -> None:
        """Let it change places with the one before (-1) or after it (1) in its group."""
        order = [each.id for each in self._factors]
        group = [each.id for each in _groups(self._factors)[_place(self.factor(factor_id))]]
        at = group.index(factor_id) + by
        if 0 <= at < len(group):
            to = order.index(group[at])
            self._write(lambda diary: diary.factors.move(factor_id, to).changes)

    def fields(self, factor_id: str = "") -> FactorFields:
        """Return what the form of one shows; without an id that of a new one."""
        if not factor_id:
            return FactorFields("", _("Something of your own"), mine=True)
        held = self.factor(factor_id)
        limited = held.kind is Kind.AMOUNT and held.most < OWN_MOST
        return FactorFields(
            held.id, held.label, mine=held.own, name=held.name, kind=held.kind,
            unit=held.unit_label, most=numeral(held.most, "g") if limited else "", habit=held.habit,
            place=_place(held),
        )  # fmt: skip

    def keep(
        self, factor_id: str, filled: Filled, form: Complains, done: Callable[[], None]
    ) -> None:
        """Keep what the form holds; raise BadInput for what cannot be read."""
        most = read_number(filled.most) if filled.most.strip() else OWN_MOST
        asked, shown = filled.place == ASKED, filled.place != HIDDEN

        def work(diary: Diary) -> Written[Factor]:
            if not factor_id:
                return diary.factors.add(
                    filled.name, filled.kind, unit=filled.unit, most=most, habit=filled.habit,
                    asked=asked,
                )  # fmt: skip
            held = diary.factors.get(factor_id)
            if held.own:
                held = replace(
                    held, name=filled.name, unit=filled.unit, most=most, habit=filled.habit
                )
            return diary.factors.edit(replace(held, asked=asked, shown=shown))

        self.steps.keep(work, form, done)

    def remove(self, factor_id: str, form: Complains, done: Callable[[], None]) -> None:
        """Remove one of the person's own; with answers it is hidden instead, and keeps them."""
        self.steps.keep(lambda diary: diary.factors.remove(factor_id), form, done)

    def _write(self, work: Callable[[Diary], Changes]) -> None:
        self._services.write(work, self.steps.said, self._view)

    def factor(self, factor_id: str) -> Factor:
        """Return a thing as it was shown last; raise BadInput."""
        found = next((each for each in self._factors if each.id == factor_id), None)
        if found is None:
            raise BadInput(_("That is not among the things you record any more."))
        return found


def page_of(factors: Sequence[Factor]) -> RecordedPage:
    """Return the list in words, in three groups."""
    groups = _groups(factors)
    return RecordedPage(*(_rows(groups[place]) for place in (ASKED, ON_TAP, HIDDEN)))


def _groups(factors: Sequence[Factor]) -> dict[str, list[Factor]]:
    return {place: [each for each in factors if _place(each) == place] for place in PLACES}


def _place(factor: Factor) -> str:
    if not factor.shown:
        return HIDDEN
    return ASKED if factor.asked else ON_TAP


def _rows(factors: list[Factor]) -> tuple[FactorRow, ...]:
    last = len(factors) - 1
    return tuple(
        FactorRow(each.id, each.label, _second(each), each.asked, up=at > 0, down=at < last)
        for at, each in enumerate(factors)
    )


def _second(factor: Factor) -> str:
    own = _("Your own") if factor.own else ""
    if factor.kind is Kind.AMOUNT:
        unit = factor.unit_label if factor.own else _(_UNITS.get(factor.unit, factor.unit))
        said = _("In {unit}").format(unit=unit) if unit else _(KINDS[Kind.AMOUNT])
    else:
        said = _(KINDS[factor.kind])
    habit = _("as yesterday") if factor.habit else ""
    return words.joined((own, said, habit))
