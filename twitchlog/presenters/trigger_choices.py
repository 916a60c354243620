"""What of a day is looked at for the triggers, and the one thing a person suspects."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from twitchlog.presenters.steps import Steps, Tells
from twitchlog.presenters.trigger_days import TriggerDays
from twitchlog.presenters.trigger_expects import ALONE
from twitchlog.presenters.trigger_icons import icon_of
from twitchlog.translation import _, ngettext, numeral

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from twitchlog.diary import Diary
    from twitchlog.domain.changes import Written
    from twitchlog.domain.factor import Factor
    from twitchlog.domain.trigger_choices import TriggerChoices
    from twitchlog.presenters.services import Services

CONCERNS: Final = frozenset({"trigger_choices", "factors", "checkins", "doses", "bin"})


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    """A thing that is recorded: on how many days, whether it is looked at, whether suspected."""

    id: str
    icon: str
    title: str
    second: str
    looked_at: bool
    suspected: bool


@dataclass(frozen=True, slots=True)
class ChoicesPage:
    """Everything of which there are days, medicines and treatments, then what else is asked.

    `means` says what naming a suspect is.
    `suspect` is the sentence about the one that is named, empty where there is none.
    """

    rows: tuple[ChoiceRow, ...]
    taken: tuple[ChoiceRow, ...]
    others: tuple[ChoiceRow, ...]
    means: str
    suspect: str


class ChoicesView(Tells, Protocol):
    """What the presenter tells the page."""

    def show(self, page: ChoicesPage) -> None:
        """Show what there is to choose from."""
        ...


class TriggerChoicesPresenter:
    """Leaves things out, takes them in again, and names the suspect; each at once, with undo."""

    def __init__(self, services: Services, view: ChoicesView) -> None:
        self._services, self._view = services, view
        self.steps = Steps(services, view)
        self._left_out: frozenset[str] = frozenset()

    def refresh(self) -> None:
        """Read what there is to choose from."""
        today = self._services.clock.now().day

        def read(diary: Diary) -> tuple[TriggerChoices, ChoicesPage]:
            days = TriggerDays().period(today=today, diary_starts=diary.days.first_logged())
            given = diary.counts.exposures(days)
            known = {name: len(days) for name, days in given.amounts.items() if days}
            asked = {each.id: each for each in diary.factors.all() if each.asked}
            choices = diary.trigger_choices.read()
            return choices, page_of({**asked, **given.factors}, known, given.switches, choices)

        def then(answer: tuple[TriggerChoices, ChoicesPage]) -> None:
            self._left_out = answer[0].left_out
            self._view.show(answer[1])

        self._services.read(read, then, self._view)

    def look_at(self, factor: str, *, on: bool) -> None:
        """Look at a thing, or leave it out."""
        wanted = self._left_out - {factor} if on else self._left_out | {factor}
        self._write(lambda diary: diary.trigger_choices.leave_out(wanted))

    def name(self, factor: str, done: Callable[[], None]) -> None:
        """Name the one thing that is suspected, then call `done`."""
        self.steps.keep(lambda diary: diary.trigger_choices.name_suspect(factor), self._view, done)

    def take_back(self) -> None:
        """Take back that a thing was named."""
        self._write(lambda diary: diary.trigger_choices.take_back_suspect())

    def _write(self, work: Callable[[Diary], Written[TriggerChoices]]) -> None:
        self._services.write(work, self.steps.said, _Refused(self._view, self.refresh))


@dataclass(frozen=True, slots=True)
class _Refused:
    """A view that shows what is so after something was refused."""

    view: ChoicesView
    again: Callable[[], None]

    def complain(self, sentence: str) -> None:
        """Say what did not work, and put every switch back."""
        self.view.complain(sentence)
        self.again()


def page_of(
    factors: Mapping[str, Factor],
    known: Mapping[str, int],
    switches: Mapping[str, int],
    choices: TriggerChoices,
) -> ChoicesPage:
    """Return the page.

    `known` says on how many days each thing was recorded, `switches` how often each medicine or
    treatment was begun or stopped.
    """
    suspect = choices.suspect

    def row(factor: Factor) -> ChoiceRow:
        second = _second(known.get(factor.id, 0), switches.get(factor.id))
        return ChoiceRow(
            factor.id, icon_of(factor), factor.label, second,
            looked_at=factor.id not in choices.left_out,
            suspected=suspect is not None and suspect.factor == factor.id,
        )  # fmt: skip

    recorded = tuple(
        row(each) for name, each in factors.items() if name in known and name not in switches
    )
    taken = tuple(row(each) for name, each in factors.items() if name in switches)
    others = tuple(
        row(each) for name, each in factors.items() if name not in known and name not in switches
    )
    return ChoicesPage(recorded, taken, others, _means(choices), _named(factors, choices))


def _second(days: int, switches: int | None) -> str:
    """Say on how many days a thing was recorded, or how often it was begun or stopped."""
    if switches == 0:
        return _("Neither begun nor stopped in these days")
    if switches is not None:
        return ngettext("Begun or stopped {n} time", "Begun or stopped {n} times", switches).format(
            n=switches
        )
    if not days:
        return _("Not recorded yet")
    return ngettext("Recorded on {n} day", "Recorded on {n} days", days).format(n=numeral(days))


def _means(choices: TriggerChoices) -> str:
    """Say what naming a suspect does."""
    alone = _("Name the one thing you suspect most. It is then tested alone, not as one of many.")
    alone = f"{alone} {_(ALONE)}"
    if choices.first_looked is None:
        return _("{alone} You have not looked yet, so all your days count for it.").format(
            alone=alone
        )
    return _(
        "{alone} You have already seen results, so only the days after you name it count for it."
    ).format(alone=alone)


def _named(factors: Mapping[str, Factor], choices: TriggerChoices) -> str:
    suspect = choices.suspect
    if suspect is None or suspect.factor not in factors:
        return ""
    name = factors[suspect.factor].label
    if suspect.before_looking:
        return _("{name} is your suspect. You named it before you looked.").format(name=name)
    return _(
        "{name} is your suspect. You named it after a first look, so only later days count."
    ).format(name=name)
