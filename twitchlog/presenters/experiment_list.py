"""All trials: the one under way, those that are over, and those whose plan is damaged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from twitchlog.domain.experiment import State
from twitchlog.domain.period import Period
from twitchlog.presenters import experiment_words as said
from twitchlog.presenters import words
from twitchlog.presenters.steps import Steps, Tells
from twitchlog.reports.triggers.trial import follow
from twitchlog.reports.triggers.trial_words import headline
from twitchlog.translation import _

if TYPE_CHECKING:
    from datetime import date

    from twitchlog.diary import Diary
    from twitchlog.domain.experiment import Experiment
    from twitchlog.domain.factor import Factor
    from twitchlog.presenters.services import Services

CONCERNS: Final = frozenset({"experiments", "factors", "twitches", "checkins", "bin"})


@dataclass(frozen=True, slots=True)
class TrialRow:
    """One trial as a line of the list."""

    id: str
    title: str
    second: str


@dataclass(frozen=True, slots=True)
class TrialsPage:
    """What the page lists; another trial can be started where none is under way."""

    current: tuple[TrialRow, ...]
    past: tuple[TrialRow, ...]


class TrialsView(Tells, Protocol):
    """What the presenter tells the page."""

    def show(self, page: TrialsPage) -> None:
        """Show the trials."""
        ...


class TrialsPresenter:
    """Reads all trials."""

    def __init__(self, services: Services, view: TrialsView) -> None:
        self._services, self._view = services, view
        self.steps = Steps(services, view)

    def refresh(self) -> None:
        """Read the trials anew."""
        today = self._services.clock.now().day

        def read(diary: Diary) -> TrialsPage:
            current: list[TrialRow] = []
            past: list[TrialRow] = []
            for each in diary.experiments.all():
                state = each.state(today)
                shown = row(
                    each,
                    diary.experiments.tried(each.factor),
                    today,
                    showed=_showed(diary, each, today) if state is State.FINISHED else "",
                )
                (current if state.under_way else past).append(shown)
            past += [
                TrialRow(
                    each.id,
                    said.title(diary.experiments.tried(each.factor)),
                    _("Its plan is damaged"),
                )
                for each in diary.experiments.damaged()
            ]
            return TrialsPage(tuple(current), tuple(past))

        self._services.read(read, self._view.show, self._view)


def _showed(diary: Diary, experiment: Experiment, today: date) -> str:
    """Say in a few words what a trial that has ended showed."""
    days = diary.counts.days(Period(experiment.first, experiment.last))
    return headline(follow(experiment, days, today=today))


def row(experiment: Experiment, factor: Factor, today: date, *, showed: str = "") -> TrialRow:
    """Say a trial in two lines: of what, and how far it is or what it `showed`."""
    second = words.joined((said.line(experiment, today=today), showed, said.kinds(experiment)))
    return TrialRow(experiment.id, said.title(factor), second)
