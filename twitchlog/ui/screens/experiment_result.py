"""What a trial showed: its chart, how that is worked out, and what it cannot tell."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from kivy.metrics import dp

from twitchlog.presenters.experiment_result import HOW, KIND, LIMITS, ResultPresenter
from twitchlog.reports.charts.kinds.trial import RESULT, TrialBlocks
from twitchlog.translation import _
from twitchlog.ui.screens.pages import heading
from twitchlog.ui.screens.patterns_cards import card_for
from twitchlog.ui.screens.patterns_parts import Tools
from twitchlog.ui.widgets.cards import Card
from twitchlog.ui.widgets.forms import column, swap
from twitchlog.ui.widgets.lettering import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from kivy.uix.widget import Widget

    from twitchlog.domain.searching import Query
    from twitchlog.presenters.looking import Looking
    from twitchlog.presenters.services import Services
    from twitchlog.reports.charts.spec import Words
    from twitchlog.ui.navigation import Shell


class ResultCards:
    """The cards of the result, in `box`."""

    def __init__(
        self,
        services: Services,
        shell: Shell,
        experiment_id: str,
        *,
        open_chart: Callable[[Looking, str], None],
        open_entries: Callable[[Query], None],
    ) -> None:
        self._shell = shell
        self.presenter = presenter = ResultPresenter(services, self, experiment_id)
        tools = Tools(
            draw=presenter.draw,
            entries=open_entries,
            choose=lambda _choices: None,
            larger=lambda: open_chart(presenter.looking, KIND),
        )
        self._chart: Any = card_for(KIND, tools, key="trial.result")
        self._kept = Card(spacing=dp(8))
        self._how_kept = column(
            heading(_("How well it was logged and kept")), self._kept, spacing=dp(6)
        )
        self._words = column(
            _said(_("How this is worked out"), HOW),
            _said(_("What it cannot tell"), LIMITS),
            spacing=dp(12),
        )
        self.box = column(self._chart, self._words, spacing=dp(12))

    def read(self) -> None:
        """Have the chart read, unless it is known."""
        self._chart.near = True
        self.presenter.refresh()

    def show_result(self, chart: Words) -> None:
        """Show what the trial showed; which trial it is stands fast here."""
        more: tuple[str, ...] = ()
        if isinstance(chart, TrialBlocks):
            more = chart.said[RESULT:]
            chart = replace(chart, note=" ".join(chart.said[:RESULT]))
        self._chart.show(replace(chart, choices=()))
        swap(self._kept, *(Text(text=each) for each in more))
        swap(self.box, self._chart, *([self._how_kept] if more else []), self._words)

    def complain(self, sentence: str) -> None:
        """Say what did not work."""
        self._shell.snack(sentence)


def _said(title: str, sentences: tuple[str, ...]) -> Widget:
    card = Card(spacing=dp(12))
    for each in sentences:
        card.add_widget(Text(text=_(each)))
    return column(heading(title), card, spacing=dp(6))
