"""The Patterns screen: a headline a card, then its picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kivy.clock import Clock
from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from twitchlog.domain.period import Span
from twitchlog.presenters.patterns import CONCERNS, PatternsPresenter
from twitchlog.translation import _
from twitchlog.ui.dialogs import Dialog
from twitchlog.ui.screens.following import Following
from twitchlog.ui.screens.pages import Column
from twitchlog.ui.screens.patterns_cards import BodyCard, ChartCard, DialCard
from twitchlog.ui.widgets.bars import AppBar
from twitchlog.ui.widgets.buttons import IconButton
from twitchlog.ui.widgets.cards import EmptyState, Skeleton
from twitchlog.ui.widgets.chart import SKELETON_AFTER
from twitchlog.ui.widgets.chips import Chip
from twitchlog.ui.widgets.rows import ListRow

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.presenters.patterns import PatternsPage
    from twitchlog.presenters.services import Services
    from twitchlog.reports.charts.spec import Words
    from twitchlog.ui.navigation import Shell

BODY_WIDTH: Final = 460
CARDS: Final = {"places": BodyCard, "dial": DialCard}
"""The charts with a card of their own kind."""
TWO_FROM: Final = 1040
"""So wide the window must be for the body to stand beside the other cards."""


class PatternsScreen(BoxLayout):
    """The cards of a period; in a wide window the body has a column of its own."""

    def __init__(
        self,
        services: Services,
        shell: Shell,
        *,
        log: Callable[[], None],
        open_help: Callable[[], None],
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self._shell, self._page = shell, None
        self.presenter = PatternsPresenter(services, self)
        self._following = Following(services, CONCERNS, lambda _days: self.presenter.refresh())
        self._span = Chip(
            text=self.presenter.span.label,
            end_icon="menu-down",
            toggles=False,
            key="patterns.span",
            tooltip=_("Which time"),
        )
        self._span.fbind("on_release", lambda _chip: self._choose_span())
        self._help = IconButton(icon="help-circle-outline", tooltip=_("Help"), key="patterns.help")
        self._help.fbind("on_release", lambda _button: open_help())
        self._edge = Widget(size_hint=(None, None), size=(dp(12), dp(48)))
        self._bar = AppBar(title=_("Patterns"), key="patterns.bar")
        self._bar.add_widget(self._span)
        self._main, self._side = Column(), Column(size_hint_x=None)
        draw, numbers = self.presenter.draw, self._numbers
        self.cards: dict[str, Any] = {}
        self._make = lambda kind: CARDS.get(kind, ChartCard)(draw, numbers, key=f"patterns.{kind}")
        self._skeletons = [Skeleton(), Skeleton()]
        self._waited = False
        self._wait = Clock.create_trigger(self._show_skeletons, SKELETON_AFTER)
        self._empty = EmptyState(
            title=_("Your patterns will appear here"),
            text=_(
                "When it twitches, where, and for how long. Pictures grow with each day you log; "
                "a quiet day counts too."
            ),
            button=_("Log a twitch"),
        )
        self._empty.fbind("on_button", lambda _card: log())
        self._left = BoxLayout(orientation="vertical")
        self._left.add_widget(self._bar)
        self._left.add_widget(self._main)
        self.add_widget(self._left)
        for name in ("width", "railed"):
            shell.fbind(name, self._widen)
        self._arrange()

    def entered(self) -> None:
        """Hear that the screen came to the front."""
        self._following.entered()
        if self._page is None:
            self._wait()

    def left(self) -> None:
        """Hear that the screen is out of sight."""
        self._following.left()

    def begin(self, page: PatternsPage) -> None:
        """Take on a period; the old pictures stay until the new ones are there."""
        self._page = page
        self._span.text = page.label
        self._arrange()
        if not page.empty:
            for kind in page.kinds:
                self.presenter.want(kind)

    def show(self, kind: str, chart: Words) -> None:
        """Show what a chart tells."""
        if kind not in self.cards:
            self.cards[kind] = self._make(kind)
        self.cards[kind].show(chart)
        self._arrange()

    def complain(self, sentence: str) -> None:
        """Say what did not work."""
        self._shell.snack(sentence)

    def _widen(self, *_args: Any) -> None:
        if self._room() != self._fits:
            self._arrange()

    def _room(self) -> tuple[bool, bool]:
        """Return whether there is room for two columns, and whether there is a rail."""
        return self._shell.width >= dp(TWO_FROM), self._shell.railed

    def _arrange(self, *_args: Any) -> None:
        """Put the cards where they belong at this width."""
        self._fits = self._room()
        wide = self._fits[0]
        page = self._page
        margin = dp(24 if self._fits[1] else 16)
        self._bar.margin = margin
        self._main.cards.spacing = dp(16 if wide else 12)
        two = wide and page is not None and not page.empty
        self._main.cards.padding = (margin, 0, dp(12) if two else margin, dp(24))
        self._side.cards.padding = (dp(12), dp(16), margin, dp(24))
        self._side.width = dp(BODY_WIDTH) + dp(12) + margin
        self._fit_help()
        for card in self.cards.values():
            card.big = wide
        if two and self._side.parent is None:
            self.add_widget(self._side)
        elif not two and self._side.parent is not None:
            self.remove_widget(self._side)
        if page is None:
            self._main.hold(list(self._skeletons) if self._waited else [])
            return
        if page.empty:
            self._main.hold([self._empty])
            return
        shown = [self.cards[kind] for kind in page.kinds if kind in self.cards]
        # The places are drawn on the body, which is moved and not made anew.
        beside = [card for card in shown if wide and isinstance(card, BodyCard)]
        for column in (self._main, self._side):
            column.hold([])
        self._main.hold([card for card in shown if card not in beside])
        self._side.hold(beside)

    def _fit_help(self) -> None:
        """Show the help where the rail does not; else the chip ends where the cards do."""
        last = self._edge if self._fits[1] else self._help
        for widget in (self._help, self._edge):
            if widget is not last and widget.parent is not None:
                self._bar.remove_widget(widget)
        if last.parent is None:
            self._bar.add_widget(last)

    def _show_skeletons(self, *_args: Any) -> None:
        self._waited = True
        self._arrange()

    def _choose_span(self) -> None:
        rows = BoxLayout(orientation="vertical", size_hint_y=None)
        rows.fbind("minimum_height", rows.setter("height"))
        dialog = Dialog(title=_("Which time"), content=rows, actions=[(_("Cancel"), None)])
        for span in Span:
            chosen = span is self.presenter.span
            row = ListRow(
                title=span.label,
                title_role="body_large",
                icon="check" if chosen else "circle-outline",
                icon_ink="primary" if chosen else "on_surface_variant",
                chevron=False,
                tall=dp(48),
                key=f"patterns.span.{span}",
            )
            row.fbind("on_release", lambda _row, span=span: self._span_chosen(dialog, span))
            rows.add_widget(row)
        self._shell.open_dialog(dialog)

    def _span_chosen(self, dialog: Dialog, span: Span) -> None:
        dialog.close()
        self.presenter.choose(span)

    def _numbers(self, headline: str, alt: str) -> None:
        """Say in words what a picture shows."""
        self._shell.open_dialog(Dialog(title=headline, text=alt))


def build(
    services: Services,
    shell: Shell,
    *,
    log: Callable[[], None],
    open_help: Callable[[], None],
) -> PatternsScreen:
    """Return the screen; `log` opens the log sheet and `open_help` the help."""
    return PatternsScreen(services, shell, log=log, open_help=open_help)
