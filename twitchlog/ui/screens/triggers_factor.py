"""One factor: its range large, its curve, the days behind it, and what it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from kivy.metrics import dp

from twitchlog.presenters.experiment_words import ICON
from twitchlog.translation import _
from twitchlog.ui.screens import patterns_parts
from twitchlog.ui.screens.chart_parts import buttons
from twitchlog.ui.screens.chart_save import ask_and_save
from twitchlog.ui.screens.chart_table import TableRows
from twitchlog.ui.screens.kept import row
from twitchlog.ui.screens.pages import Page, heading
from twitchlog.ui.screens.patterns_cards import ChartCard
from twitchlog.ui.widgets.buttons import TextButton, TonalButton
from twitchlog.ui.widgets.cards import Card
from twitchlog.ui.widgets.flow import Flow
from twitchlog.ui.widgets.forms import column, line
from twitchlog.ui.widgets.interval import IntervalBar
from twitchlog.ui.widgets.lettering import Icon, Text
from twitchlog.ui.widgets.rows import RowGroup

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kivy.uix.widget import Widget

    from twitchlog.domain.searching import Query
    from twitchlog.presenters.trigger_page import Behind, FactorDetail
    from twitchlog.presenters.triggers import TriggersPresenter
    from twitchlog.reports.charts.picture import Form
    from twitchlog.reports.charts.spec import Spec
    from twitchlog.ui.navigation import Shell
    from twitchlog.ui.screens.triggers import TriggersPane
    from twitchlog.ui.widgets.chart import Draw


@dataclass(frozen=True, slots=True)
class Tools:
    """How a picture is drawn and saved, and where taps lead.

    To entries, to a trial of the habit of an id (`experiment`), to one that is over (`trial`).
    """

    draw: Draw
    entries: Callable[[Query], None]
    experiment: Callable[[str], None]
    trial: Callable[[str], None]
    presenter: TriggersPresenter
    shell: Shell


@dataclass(frozen=True, slots=True)
class ToSave:
    """A picture that is about to be saved: its title, and what its file is called by."""

    presenter: TriggersPresenter
    spec: Spec
    title: str
    what: str

    @property
    def start(self) -> Path:
        """Where the choice of a folder begins."""
        return self.presenter.start

    def save(self, folder: Path, form: Form, *, dark: bool) -> None:
        """Save it."""
        self.presenter.save_picture(self.spec, self.title, self.what, folder, form, dark=dark)


class FactorParts:
    """The cards of one factor at a time; those of another are made anew."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._detail: FactorDetail | None = None
        self._cards: list[Widget] = []

    def show(self, detail: FactorDetail) -> list[Widget]:
        """Return the cards, the same ones while nothing has changed."""
        if detail != self._detail:
            self._detail = detail
            self._cards = self._made(detail)
        return self._cards

    def _made(self, detail: FactorDetail) -> list[Widget]:
        cards: list[Widget] = [self._verdict(detail)]
        if detail.chart is not None:
            cards.append(CurveCard(detail, detail.chart, self._tools))
        if detail.trials:
            cards.append(self._tried(detail))
        if detail.can_try:
            cards.append(self._try(detail))
        cards += [self._behind(each) for each in detail.behind]
        return cards

    def _tried(self, detail: FactorDetail) -> Widget:
        group = RowGroup()
        for each in detail.trials:
            act = partial(self._tools.trial, each.id)
            group.add_widget(
                row(ICON, each.title, each.second, act, key=f"trigger.trial.{each.id}")
            )
        return column(heading(_("Tried properly")), group, spacing=dp(6))

    def _try(self, detail: FactorDetail) -> Widget:
        card = Card()
        card.add_widget(Text(text=_("Try it properly"), role="title"))
        card.add_widget(
            Text(
                text=_(
                    "A diary shows what goes together. To see what this habit does, change it on "
                    "days that a toss of a coin picks, and compare those with the others. It takes "
                    "about nine weeks."
                ),
                ink="on_surface_variant",
            )
        )
        words = _("Show the trial") if detail.under_way else _("Plan a trial")
        button = TonalButton(text=words, key="trigger.try")
        button.fbind("on_release", lambda _button: self._tools.experiment(detail.row.factor))
        card.add_widget(line(button))
        return card

    def _verdict(self, detail: FactorDetail) -> Widget:
        row = detail.row
        card = Card(spacing=dp(12))
        title = Text(text=row.label, role="title", key="trigger.name")
        step = Text(text=row.step, ink="on_surface_variant")
        sign = Icon(icon=row.icon, ink="primary", pos_hint={"center_y": 0.5})
        card.add_widget(line(sign, column(title, step), spacing=dp(12)))
        if row.interval is not None:
            card.add_widget(
                IntervalBar(interval=row.interval, verdict=row.verdict, labels=True, scale=1.5)
            )
        card.add_widget(Text(text=row.sentence, role="body_large", key="trigger.sentence"))
        if detail.warning:
            warning = Text(text=detail.warning, ink="on_surface_variant", key="trigger.warning")
            card.add_widget(warning)
        return card

    def _behind(self, behind: Behind) -> Widget:
        # The room to touch a button is room enough below it.
        card = Card(padding=(dp(16), dp(16), dp(16), dp(16 if behind.days is None else 4)))
        card.add_widget(Text(text=behind.text))
        if behind.days is not None:
            days = behind.days
            button = TextButton(text=_("Show these days"), key="trigger.days")
            button.fbind("on_release", lambda _button: self._tools.entries(days))
            # The words, not the room to touch them, begin where the others do.
            card.add_widget(line(button, padding=(-dp(12), 0, 0, 0)))
        return column(heading(behind.name), card, spacing=dp(6))


class CurveCard(ChartCard):
    """The curve of a factor, with its numbers and a way to save it."""

    def __init__(self, detail: FactorDetail, chart: Spec, tools: Tools) -> None:
        self._factor, self._of = tools, detail
        self._rows = TableRows(tools.entries, "trigger.numbers")
        self._numbers = Card(padding=0, spacing=0, elevation=0, edge="outline_variant")
        self._open = False
        self._acts = buttons(
            (
                ("trigger.in-numbers", _("In numbers"), "table", self._turn_numbers),
                ("trigger.save", _("Save picture"), "content-save-outline", self._save),
            )
        )
        self._buttons = Flow(line_spacing=dp(8))
        for act in self._acts:
            self._buttons.add_widget(act)
        super().__init__(
            "",
            patterns_parts.Tools(
                draw=tools.draw, entries=tools.entries, choose=lambda _choices: None
            ),
            key="trigger.chart",
        )
        self.show(chart)
        self.picture.fbind("part", lambda *_args: self.arrange())

    def below(self) -> list[Any]:
        """Return the picture, what can be done with it, and its numbers once asked for."""
        return [*super().below(), self._buttons, *([self._numbers] if self._open else [])]

    def _turn_numbers(self) -> None:
        self._open = not self._open
        if self._open and not self._numbers.children:
            self._rows.take(self.told.table)
            for at in range(len(self.told.table.rows) + 1):
                row: Any = self._rows.make("row")
                row.size_hint_x = 1
                self._rows.fill(row, 0, at)
                self._numbers.add_widget(row)
        self.arrange()

    def _save(self) -> None:
        row, presenter = self._of.row, self._factor.presenter
        ask_and_save(
            self._factor.shell, ToSave(presenter, self.told, row.label, f"trigger-{row.factor}")
        )


class FactorPage(Page):
    """A factor over all, where there is no room for it beside the list."""

    def __init__(self, pane: TriggersPane, detail: FactorDetail) -> None:
        super().__init__(pane.shell, "", key="trigger")
        self._pane, self._parts = pane, FactorParts(pane.tools)
        self.show(detail)

    @property
    def key_of_row(self) -> str:
        """The key of the row it is of."""
        return self._detail.row.key

    def show(self, detail: FactorDetail) -> None:
        """Show it as it is now."""
        self._detail = detail
        self.bar.title = _("What goes with it?")
        self.hold(*self._parts.show(detail))

    def entered(self) -> None:
        """Hear that the page came to the front."""
        self._pane.page_entered(self)

    def left(self) -> None:
        """Hear that the page is out of sight."""
        self._pane.page_left()
