"""The list of the triggers: groups in their fixed order, and below them what one can do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kivy.clock import Clock
from kivy.metrics import dp

from twitchlog.translation import _
from twitchlog.ui import choosing
from twitchlog.ui.screens.chart_save import ask_and_save
from twitchlog.ui.screens.pages import WIDEST, Column
from twitchlog.ui.screens.triggers_choices import ChoosePage, ExpectPage, OfferCard, SuspectPage
from twitchlog.ui.screens.triggers_factor import ToSave
from twitchlog.ui.widgets import focus
from twitchlog.ui.widgets.bars import RAIL
from twitchlog.ui.widgets.cards import Card, EmptyState
from twitchlog.ui.widgets.factor_row import FactorRow
from twitchlog.ui.widgets.forms import column, line
from twitchlog.ui.widgets.lettering import Icon, Text
from twitchlog.ui.widgets.rows import ListRow, RowGroup
from twitchlog.ui.widgets.snackbar import ROOM

if TYPE_CHECKING:
    from collections.abc import Callable

    from kivy.uix.widget import Widget

    from twitchlog.presenters.services import Services
    from twitchlog.presenters.trigger_page import TriggerGroup, TriggersPage
    from twitchlog.ui.navigation import Shell
    from twitchlog.ui.screens.triggers import TriggersPane

    Act = tuple[str, str, str, str, Callable[[], None]]
    """A row that does something: key, icon, title, second line, and what it does."""


class TriggersList(Column):
    """Scrolls the groups; `rows` are the factors from the top down."""

    def __init__(
        self, services: Services, shell: Shell, pane: TriggersPane, *, check_in: Callable[[], None]
    ) -> None:
        super().__init__()
        self._services, self._shell, self._pane = services, shell, pane
        self._check_in = check_in
        self._shown: Any = None
        self.rows: list[FactorRow] = []

    def show(self, page: TriggersPage) -> None:
        """Show the groups, or what is asked or needed before there are any."""
        presenter = self._pane.presenter
        shown = page, presenter.gated, presenter.early
        if shown == self._shown:
            return
        self._shown, self.rows = shown, []
        early: list[Widget] = []
        if presenter.early:
            early.append(OfferCard(self._name_suspect, self._go_on, ready=False))
        if page.nothing:
            self.hold([self._empty(page), *early, self._rows_of([self._expects])])
            return
        if presenter.gated:
            self.hold([OfferCard(self._name_suspect, self._go_on, ready=True)])
            return
        cards: list[Widget] = [*early]
        if page.explains:
            cards.append(Text(text=page.explains, ink="on_surface_variant", key="triggers.says"))
        cards += [self._group(group) for group in page.groups]
        self.hold([*cards, self._tools(page)])

    def hold_cards(self, cards: list[Widget]) -> None:
        """Show these instead, until there is something to show."""
        self._shown, self.rows = None, []
        self.hold(cards)

    def fit(self, *, margin: float, beside: bool) -> None:
        """Keep this far from the edges; less where something stands beside it."""
        if not beside:
            # Alone in a wide window it is no wider than a page.
            room = self._shell.width - (dp(RAIL) if self._shell.railed else 0)
            margin = max(margin, (room - dp(WIDEST)) / 2)
        self.cards.padding = (margin, 0, dp(8) if beside else margin, dp(ROOM))

    def mark_row(self, key: str) -> None:
        """Mark the row of which what is behind stands beside the list; none for an empty key."""
        for row in self.rows:
            row.chosen = row.row.key == key

    def say_what_to_expect(self) -> None:
        """Say how likely something is found in so many days."""
        self._shell.push(ExpectPage(self._shell))

    def _go_on(self) -> None:
        """Go on without a suspect; a keyboard that was on the offer goes on to what follows it."""
        by_keyboard = focus.by_keyboard() and focus.holds(self, focus.focused())
        self._pane.presenter.skip()
        if by_keyboard:
            # Once all has its place, for it is scrolled to.
            Clock.schedule_once(self._take_first)

    def _take_first(self, *_args: Any) -> None:
        found = focus.stops(self)
        if found and self.get_root_window() is not None:
            focus.take(found[0])

    def _empty(self, page: TriggersPage) -> Widget:
        empty = EmptyState(
            icon="link-variant",
            title=_("What goes with your twitching will appear here"),
            text=page.nothing,
            button=_("Check in"),
        )
        empty.fbind("on_button", lambda _card: self._check_in())
        return empty

    def _group(self, group: TriggerGroup) -> Widget:
        name = Text(text=group.name, role="title", pos_hint={"center_y": 0.5})
        count = Text(
            text=group.count, fit=True, ink="on_surface_variant", pos_hint={"center_y": 0.5}
        )
        sign = Icon(
            icon=group.icon, ink="primary", icon_size=dp(20), size=(dp(20), dp(24)),
            pos_hint={"center_y": 0.5},
        )  # fmt: skip
        card = Card(padding=0, spacing=0)
        named = False
        for at, row in enumerate(group.rows):
            made = FactorRow(
                row=row,
                labels=row.interval is not None and not named,
                divider=at > 0,
                first=at == 0,
                last=at == len(group.rows) - 1,
                key=f"triggers.row.{row.key}",
            )
            named = named or row.interval is not None
            made.fbind("on_release", self._pane.choose)
            made.fbind("on_move", self._pane.move)
            card.add_widget(made)
            self.rows.append(made)
        head = line(sign, name, count, spacing=dp(10), padding=(dp(4), 0, dp(4), 0))
        return column(head, card, spacing=dp(8))

    def _tools(self, page: TriggersPage) -> Widget:
        """Return the rows below the groups: what is looked at, the suspect, the table."""
        acts: list[Act] = [
            ("choose", "tune-variant", _("What is looked at"),
             page.looked_at, self._choose),
            ("suspect", "magnify", _("Your suspect"), page.suspect or _("None named"),
             self._name_suspect),
            *([("picture", "content-save-outline", _("Save picture"),
                _("Everything that was judged, with its likely range"), self._save_picture)]
              if page.judged else []),
            ("table", "table", _("Save the table"),
             _("The days this rests on, as CSV, for someone who wants to check it"),
             self._save_table),
            self._expects,
        ]  # fmt: skip
        return self._rows_of(acts)

    @property
    def _expects(self) -> Act:
        title = _("What your diary can show")
        second = _("How likely something is found in so many days")
        return "expects", "information-outline", title, second, self.say_what_to_expect

    def _rows_of(self, acts: list[Act]) -> Widget:
        group = RowGroup()
        for key, icon, title, second, act in acts:
            row = ListRow(icon=icon, title=title, second=second, key=f"triggers.{key}")
            row.fbind("on_release", lambda _row, act=act: act())
            group.add_widget(row)
        return group

    def _choose(self) -> None:
        self._shell.push(ChoosePage(self._services, self._shell))

    def _name_suspect(self) -> None:
        self._shell.push(SuspectPage(self._services, self._shell))

    def _save_picture(self) -> None:
        presenter = self._pane.presenter
        spec = presenter.forest()
        if spec is not None:
            ask_and_save(self._shell, ToSave(presenter, spec, _("Triggers"), "triggers"))

    def _save_table(self) -> None:
        presenter = self._pane.presenter
        choosing.ask_folder(
            self._shell, presenter.start, title=_("Save where"), chosen=presenter.save_table
        )
