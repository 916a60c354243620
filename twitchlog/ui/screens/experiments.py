"""All trials, and what opens them: the one under way, a new one, or the list."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from twitchlog.presenters.experiment_list import CONCERNS, TrialsPresenter
from twitchlog.presenters.experiment_start import EXPLAINED
from twitchlog.presenters.experiment_words import ICON
from twitchlog.translation import _
from twitchlog.ui.screens.kept import add_row, row
from twitchlog.ui.screens.pages import FollowingPage, heading
from twitchlog.ui.widgets.cards import EmptyState
from twitchlog.ui.widgets.rows import RowGroup

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from kivy.uix.widget import Widget

    from twitchlog.domain.experiment import Experiment
    from twitchlog.domain.searching import Query
    from twitchlog.presenters.experiment_list import TrialRow, TrialsPage
    from twitchlog.presenters.looking import Looking
    from twitchlog.presenters.services import Services
    from twitchlog.ui.navigation import Shell


class TrialsScreen(FollowingPage):
    """The list of trials; a row opens one, and where none is under way one can be started."""

    def __init__(
        self,
        services: Services,
        shell: Shell,
        *,
        open_one: Callable[[str], None],
        start: Callable[[], None],
        **kwargs: Any,
    ) -> None:
        super().__init__(services, shell, _("Trials"), key="trials", kinds=CONCERNS, **kwargs)
        self._open, self._start = open_one, start
        self.presenter = TrialsPresenter(services, self)
        self._none = EmptyState(
            icon=ICON,
            title=_("Try a habit properly"),
            text=_(EXPLAINED),
            button=_("Choose a habit"),
        )
        self._none.fbind("on_button", lambda _card: start())

    def show(self, page: TrialsPage) -> None:
        """Show the trials."""
        cards: list[Widget] = []
        if page.current:
            cards += [heading(_("Under way")), self._group(page.current)]
        else:
            new = RowGroup()
            new.add_widget(add_row(_("Try a habit properly"), self._start, key="trials.start"))
            cards.append(new if page.past else self._none)
        if page.past:
            cards += [heading(_("Past")), self._group(page.past)]
        self.hold(*cards)

    def _group(self, rows: tuple[TrialRow, ...]) -> RowGroup:
        group = RowGroup()
        for each in rows:
            act = partial(self._open, each.id)
            group.add_widget(row(ICON, each.title, each.second, act, key=f"trials.row.{each.id}"))
        return group


class Trials:
    """Opens trials over the screens; what opens other screens is given to it."""

    def __init__(
        self,
        services: Services,
        shell: Shell,
        *,
        open_day: Callable[[date], None],
        open_chart: Callable[[Looking, str], None],
        open_entries: Callable[[Query], None],
    ) -> None:
        self._services, self._shell = services, shell
        self._open_day, self._open_chart, self._open_entries = open_day, open_chart, open_entries

    def open(self, factor_id: str | None = None) -> None:
        """Open the trial under way; else plan one of that habit; else the list, if there is one."""
        today = self._services.clock.now().day

        def then(found: tuple[Experiment | None, bool]) -> None:
            current, any_there = found
            if current is not None:
                self.open_one(current.id)
                if factor_id not in {None, current.factor}:
                    self.complain(_("One trial at a time. This one comes first."))
            elif factor_id is None and any_there:
                self.open_all()
            else:
                self.start(factor_id or "")

        self._services.read(
            lambda diary: (
                diary.experiments.current(today),
                bool(diary.experiments.all() or diary.experiments.damaged()),
            ),
            then,
            self,
        )

    def open_one(self, experiment_id: str) -> None:
        """Open the page of one trial."""
        from twitchlog.ui.screens import experiment

        self._shell.push(
            experiment.build(
                self._services,
                self._shell,
                experiment_id,
                open_day=self._open_day,
                open_others=self.open_all,
                open_chart=self._open_chart,
                open_entries=self._open_entries,
                try_another=self.start,
            )
        )

    def open_all(self) -> None:
        """Open the list of trials."""
        self._shell.push(
            TrialsScreen(self._services, self._shell, open_one=self.open_one, start=self.start)
        )

    def start(self, factor_id: str = "") -> None:
        """Open the page that plans a trial."""
        from twitchlog.ui.screens import experiment_start

        self._shell.push(
            experiment_start.build(self._services, self._shell, factor_id, started=self._started)
        )

    def complain(self, sentence: str) -> None:
        """Say what did not work."""
        self._shell.snack(sentence)

    def _started(self, experiment_id: str, sentence: str) -> None:
        """Put the page of the trial in the place of the one that planned it."""
        from twitchlog.ui.screens.experiment import ExperimentPage

        self._shell.pop()
        self.open_one(experiment_id)
        page = self._shell.page
        if isinstance(page, ExperimentPage):
            page.tell(sentence)
