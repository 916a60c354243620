"""Pages that lie over the screens: a bar with an arrow, and a column that scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.scrollview import ScrollView

from twitchlog.ui import theme
from twitchlog.ui.widgets.bars import AppBar

if TYPE_CHECKING:
    from kivy.uix.widget import Widget

    from twitchlog.ui.navigation import Shell

WIDEST: Final = 640


class Column(ScrollView):
    """Cards below each other that scroll; at most `widest` wide, in the middle."""

    def __init__(self, *, widest: float = 0.0, **kwargs: Any) -> None:
        # Without the last, a short page would hang at the lower end once a long one was scrolled.
        super().__init__(
            **{"do_scroll_x": False, "bar_width": dp(4), "always_overscroll": False} | kwargs
        )
        self._widest = widest
        self.cards = BoxLayout(orientation="vertical", size_hint_y=None, spacing=dp(12))
        self.cards.fbind("minimum_height", self.cards.setter("height"))
        self.add_widget(self.cards)
        if widest:
            self.fbind("width", self._centre)
        theme.watch(self)
        self.repaint()

    def repaint(self) -> None:
        """Take on the colours in use."""
        self.bar_color = theme.colours.of("outline", alpha=0.7)
        self.bar_inactive_color = theme.colours.of("outline", alpha=0.0)

    def reflow(self) -> None:
        """Nothing to measure: the cards do."""

    def hold(self, cards: list[Widget]) -> None:
        """Show these cards in this order."""
        if list(reversed(self.cards.children)) != cards:
            self.cards.clear_widgets()
            for card in cards:
                self.cards.add_widget(card)

    def _centre(self, *_args: Any) -> None:
        beside = max((self.width - self._widest) / 2, dp(16))
        self.cards.padding = (beside, 0, beside, dp(24))


class Page(BoxLayout):
    """A page; `cards` go into its column."""

    def __init__(self, shell: Shell, title: str, *, key: str, **kwargs: Any) -> None:
        super().__init__(**{"orientation": "vertical"} | kwargs)
        self.shell = shell
        self.bar = AppBar(title=title, back=True, key=f"{key}.bar")
        self.bar.fbind("on_back", lambda _bar: shell.pop())
        self.column = Column(widest=dp(WIDEST))
        self.add_widget(self.bar)
        self.add_widget(self.column)

    def hold(self, *cards: Widget) -> None:
        """Show these cards in this order."""
        self.column.hold(list(cards))
