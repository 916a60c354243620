"""The page of one trial: how far it is, what is kept to; what it showed stands in its chart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from twitchlog.domain.errors import DamagedPlan, NotFound
from twitchlog.domain.period import Period
from twitchlog.presenters.experiment_page import Followed, page_of, row_of
from twitchlog.presenters.steps import Steps, Tells
from twitchlog.reports.triggers.trial import follow

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from twitchlog.diary import Diary
    from twitchlog.domain.experiment import Experiment, Kept
    from twitchlog.presenters.experiment_page import DayRow, ExperimentPage
    from twitchlog.presenters.services import Complains, Services

CONCERNS: Final = frozenset({"experiments", "factors", "twitches", "checkins", "bin"})


class ExperimentView(Tells, Protocol):
    """What the presenter tells the page."""

    def show(self, page: ExperimentPage) -> None:
        """Show the trial."""
        ...

    def show_damaged(self, sentence: str) -> None:
        """Say why the trial is not used."""
        ...

    def gone(self) -> None:
        """Close: the trial is not in the diary any more."""
        ...


class ExperimentPresenter:
    """Reads one trial and does what is tapped; `known` is what was shown last."""

    def __init__(self, services: Services, view: ExperimentView, experiment_id: str) -> None:
        self._services, self._view, self.id = services, view, experiment_id
        self.steps = Steps(services, view)
        self.known: Experiment | None = None
        self._read_last: Followed | None = None
        self._all_days = False

    @property
    def today(self) -> date:
        """The day it is."""
        return self._services.clock.now().day

    def refresh(self) -> None:
        """Read the trial anew; one that was removed closes the page."""
        today = self.today

        def read(diary: Diary) -> Followed | str | None:
            try:
                held = diary.experiments.get(self.id)
            except NotFound:
                return None
            except DamagedPlan as problem:
                return problem.sentence
            last = max(min(held.last, today), held.first)
            days = diary.counts.days(Period(held.first, last))
            return Followed(
                follow(held, days, today=today),
                diary.experiments.tried(held.factor),
                frozenset(each.day for each in days if each.logged),
                len(diary.experiments.all()) > 1,
            )

        def then(found: Followed | str | None) -> None:
            self.known = found.experiment if isinstance(found, Followed) else None
            if found is None:
                self._view.gone()
            elif isinstance(found, str):
                self._view.show_damaged(found)
            else:
                self._read_last = found
                self._show()

        self._services.read(read, then, self._view)

    def show_all_days(self) -> None:
        """List every day that can be answered."""
        self._all_days = True
        self._show()

    def answer(self, day: date, kept: Kept | None) -> None:
        """Keep whether a day went as planned; the answer that stands there is taken back."""
        if self.known is None:
            return
        wanted = None if self.known.kept.get(day) is kept else kept
        self._services.write(
            lambda diary: diary.experiments.answer(self.id, day, wanted),
            self.steps.said,
            self._view,
        )

    def keep(self, day: date, kept: Kept | None, form: Complains, done: Callable[[], None]) -> None:
        """Keep what a form says of one day; None takes the answer back."""
        if self.known is not None and self.known.kept.get(day) is kept:
            done()
            return
        self.steps.keep(lambda diary: diary.experiments.answer(self.id, day, kept), form, done)

    def stop(self, why: str, form: Complains, done: Callable[[], None]) -> None:
        """Give the trial up, for a reason or none."""
        self.steps.keep(lambda diary: diary.experiments.stop(self.id, why=why), form, done)

    def remove(self) -> None:
        """Move the trial to the bin."""
        self._services.write(
            lambda diary: diary.experiments.remove(self.id), self.steps.said, self._view
        )

    def row(self, day: date) -> DayRow | None:
        """Return what is known of one day of the plan, None outside it."""
        found = self._read_last
        if found is None or found.experiment.day_number(day) is None:
            return None
        return row_of(found, day, today=self.today)

    def _show(self) -> None:
        assert self._read_last is not None
        self._view.show(page_of(self._read_last, today=self.today, all_days=self._all_days))
