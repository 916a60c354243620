"""The page of one chart: the picture large, its numbers, and what can be done with it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from kivy.clock import Clock
from kivy.core.window import Window
from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from twitchlog.presenters.chart_days import FOLLOWED
from twitchlog.presenters.chart_page import ChartPagePresenter
from twitchlog.reports.charts.spec import Spec
from twitchlog.translation import _
from twitchlog.ui import clipboard, opening
from twitchlog.ui.screens.chart_gestures import Gestures
from twitchlog.ui.screens.chart_parts import InSight, Pager, buttons
from twitchlog.ui.screens.chart_save import ask_and_save
from twitchlog.ui.screens.chart_table import TableRows, table_list
from twitchlog.ui.screens.choosing_options import choose_option
from twitchlog.ui.screens.following import Following
from twitchlog.ui.screens.pages import Column
from twitchlog.ui.screens.patterns_cards import card_for
from twitchlog.ui.screens.patterns_parts import Tools
from twitchlog.ui.screens.period_form import PeriodForm
from twitchlog.ui.widgets.bars import AppBar
from twitchlog.ui.widgets.chart_zoom import ZoomPicture
from twitchlog.ui.widgets.chips import Chip
from twitchlog.ui.widgets.flow import Flow
from twitchlog.ui.widgets.forms import column, swap
from twitchlog.ui.widgets.snackbar import ROOM

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from twitchlog.domain.searching import Query
    from twitchlog.presenters.chart_page import ChartPlace
    from twitchlog.presenters.looking import Looking
    from twitchlog.presenters.services import Services
    from twitchlog.presenters.time_window import TimeWindow
    from twitchlog.reports.charts.spec import Choices, Table, Words
    from twitchlog.ui.navigation import Shell

TWO_FROM: Final = 1040
"""So wide the window must be for the numbers to stand beside the picture."""
TABLE_WIDTH: Final = 400
TALLER: Final = 1.5
AROUND: Final = 400
"""So much of the height of the window, in dp, a picture leaves to what stands around it."""


class ChartPage(Gestures, BoxLayout):
    """One chart over the tabs; its numbers stand below the picture once asked for, or beside it.

    `looking` are the days and choices it shares with Patterns.
    """

    def __init__(
        self,
        services: Services,
        shell: Shell,
        looking: Looking,
        kind: str,
        *,
        open_entries: Callable[[Query], None],
        open_triggers: Callable[[], None],
        **kwargs: Any,
    ) -> None:
        super().__init__(**{"orientation": "vertical"} | kwargs)
        self._services, self._shell = services, shell
        self._open_entries, self._open_triggers = open_entries, open_triggers
        self.presenter = ChartPagePresenter(services, looking, self, kind)
        self._following = Following(services, FOLLOWED, lambda _days: self.presenter.refresh())
        self._bar = AppBar(back=True, key="chart.bar")
        self._bar.fbind("on_back", lambda _bar: shell.pop())
        self._span = Chip(
            end_icon="menu-down", toggles=False, key="chart.span", tooltip=_("Which days")
        )
        self._span.fbind(
            "on_release", lambda _chip: PeriodForm(shell, self.presenter, key="chart").open()
        )
        self._bar.add_widget(self._span)
        # The chip ends where the card below it does.
        self._bar.add_widget(Widget(size_hint=(None, None), size=(dp(12), dp(48))))
        self.card: Any = None
        self._cards: dict[str, Any] = {}
        self._sight = InSight(self.presenter.look_at_all)
        self._acts = buttons(
            (
                ("chart.numbers", _("In numbers"), "table", self._show_numbers),
                ("chart.save", _("Save picture"), "content-save-outline", self._save),
                ("chart.copy", _("Copy the words"), "content-copy", self._copy),
            )
        )
        self._buttons = Flow(line_spacing=dp(8))
        self._rows = TableRows(open_entries, "chart")
        self.list = table_list(self._rows)
        self._with_numbers = self._numbers_last = False
        self._shown: Any = ()
        self._head = column(spacing=dp(12), padding=(dp(16), 0, dp(16), dp(16)))
        self._left, self._body = Column(), BoxLayout()
        self._pager = Pager(self.presenter.turn)
        for child in (self._bar, self._body, self._pager):
            self.add_widget(child)
        # Bound weakly: a page that was closed must not be kept alive by the frame around it.
        shell.bind(width=self._arrange, height=self._arrange)

    def entered(self) -> None:
        """Hear that the page came to the front."""
        self._following.entered()
        Window.bind(on_key_down=self._key_down)

    def left(self) -> None:
        """Hear that the page is out of sight."""
        self._following.left()
        Window.unbind(on_key_down=self._key_down)

    def begin(self, place: ChartPlace) -> None:
        """Take on another chart, or other days."""
        self._bar.title, self._span.text = place.title, place.label
        self._pager.number, self._pager.of = place.number, place.of
        self._sight.text = ""
        if place.kind not in self._cards:
            tools = Tools(
                draw=self.presenter.draw,
                entries=self._open_entries,
                choose=self._choose,
                picture=ZoomPicture,
                triggers=self._open_triggers,
            )
            self._cards[place.kind] = card_for(place.kind, tools, key="chart")
            self._bind(self._cards[place.kind])
        if self.card is not self._cards[place.kind]:
            self.card = self._cards[place.kind]
            self._with_numbers = False
            self.card.near = True
        self._arrange()

    def count(self, sentence: str) -> None:
        """Say which days are looked at, and on how many of them anything was logged."""
        self._bar.second = sentence

    def show(self, chart: Words) -> None:
        """Show what the chart tells of all its days."""
        self._sight.text = ""
        self.card.picture.taller = TALLER if getattr(chart, "grows", False) else 1.0
        self.card.picture.expect(self.presenter.window, whole=True)
        self.card.show(chart)
        self._fill(chart.table)

    def show_closer(self, chart: Words, window: TimeWindow, sentence: str) -> None:
        """Show words and picture of the days one has zoomed in on, as far as there is one."""
        self._sight.text = sentence
        if isinstance(chart, Spec):
            self.card.picture.expect(window, whole=False)
            self.card.show(chart)
            self._fill(chart.table)
        else:
            self._arrange()

    def saved(self, path: Path, sentence: str) -> None:
        """Say where the picture was saved."""
        show = partial(opening.open_behind, self._services, lambda: path.parent, self)
        self._shell.snack(sentence, [(_("Show the folder"), show)])

    def complain(self, sentence: str) -> None:
        """Say what did not work."""
        self._shell.snack(sentence)

    def step_back(self) -> bool:
        """Take back what was done last on the page; return whether there was anything."""
        steps = [self._step_on_picture, self._hide_numbers]
        return any(step() for step in (steps[::-1] if self._numbers_last else steps))

    def turn(self, steps: int) -> None:
        """Go to the chart beside this one."""
        self.presenter.turn(steps)

    def _step_on_picture(self) -> bool:
        return bool(self.card is not None and self.card.picture.step_back())

    def _hide_numbers(self) -> bool:
        hidden, self._with_numbers = self._with_numbers, False
        if not hidden or self._wide():
            return False
        self._arrange()
        self.list.go(0)
        return True

    def _part_changed(self, card: Any) -> None:
        self._numbers_last = False
        if card.tapped():
            self.bring(card.bar)

    def _bind(self, card: Any) -> None:
        picture = card.picture
        picture.fbind("part", lambda *_args: self._part_changed(card))
        picture.fbind("on_look", lambda _picture, window: self._say_sight(window))
        picture.fbind("on_window", lambda _picture, window: self.presenter.look(window))
        picture.fbind("on_whole", lambda _picture: self.presenter.look_at_all())
        picture.fbind("on_slide", lambda _picture, right, up: self.slid(right, up))

    def _say_sight(self, window: TimeWindow) -> None:
        """Say at once which days are in sight, while the picture is still the old one."""
        self._numbers_last = False
        shown, self._sight.text = self._sight.text, self.presenter.in_sight(window.period)
        if not shown:
            self._arrange()

    def _fill(self, table: Table) -> None:
        self._rows.take(table)
        self._arrange()

    def _wide(self) -> bool:
        return self._shell.width >= dp(TWO_FROM)

    def _arrange(self, *_args: Any) -> None:
        """Put the numbers beside the picture, below it, or away."""
        if self.card is None:
            return
        wide = self._wide()
        margin = dp(24 if self._shell.railed else 16)
        self._bar.margin = margin
        self.card.big = wide
        self.card.picture.tallest = self._shell.height - dp(AROUND)
        has_table = bool(self._rows.table.rows)
        numbers, save, copy = self._acts
        offered = [numbers] if has_table and not wide else []
        offered += [save] if self.card.has_picture() else []
        swap(self._buttons, *offered, copy)
        sight = [self._sight] if self._sight.text else []
        parts = [self.card, *sight, self._buttons]
        if wide:
            self.list.set_head(None)
            swap(self._head)
            self._left.cards.padding = (margin, 0, dp(8), dp(ROOM))
            self._left.hold(parts)
            self.list.size_hint_x, self.list.width = None, dp(TABLE_WIDTH) + margin
            swap(self._body, self._left, *([self.list] if has_table else []))
            shown = self._rows.table
        else:
            self._left.hold([])
            self._head.padding = (margin, 0, margin, dp(16))
            swap(self._head, *parts)
            self.list.size_hint_x = 1
            self.list.set_head(self._head)
            swap(self._body, self.list)
            shown = self._rows.table if self._with_numbers else None
        self.list.inset = margin
        if shown is not self._shown:
            self._shown = shown
            self.list.show(self._rows.heights(shown=shown is not None))

    def _choose(self, choices: Choices) -> None:
        choose_option(
            self._shell,
            choices,
            day=self.presenter.looking.day_of(self.presenter.kind, choices),
            today=self.presenter.today,
            chosen=self.presenter.pick,
        )

    def _show_numbers(self) -> None:
        """Show the exact values, and go to them."""
        self._with_numbers = self._numbers_last = True
        self._arrange()
        Clock.schedule_once(lambda _s: self.list.go_to(0))

    def _save(self) -> None:
        ask_and_save(self._shell, self.presenter)

    def _copy(self) -> None:
        clipboard.copy(self.presenter.words)
        self._shell.snack(_("The words are copied."))


build = ChartPage
