"""Pages that lie over the screens: a bar with an arrow, and a column that scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kivy.metrics import dp
from kivy.properties import NumericProperty
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.scrollview import ScrollView

from twitchlog.ui import theme
from twitchlog.ui.screens.following import Following, tell
from twitchlog.ui.widgets.bars import AppBar
from twitchlog.ui.widgets.lettering import Text
from twitchlog.ui.widgets.snackbar import ROOM

if TYPE_CHECKING:
    from collections.abc import Collection

    from kivy.uix.widget import Widget

    from twitchlog.presenters.services import Services
    from twitchlog.ui.navigation import Shell

WIDEST: Final = 640


class Column(ScrollView):
    """Cards below each other that scroll; at most `widest` wide, in the middle.

    `margin` is what that leaves at either side.
    """

    margin = NumericProperty("16dp")

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

    def widen(self, widest: float) -> None:
        """Let the cards be so wide at most from now on."""
        if widest != self._widest:
            self._widest = widest
            self._centre()

    def _centre(self, *_args: Any) -> None:
        self.margin = max((self.width - self._widest) / 2, dp(16))
        self.cards.padding = (self.margin, 0, self.margin, dp(ROOM))


class Page(BoxLayout):
    """A page; `cards` go into its column, with which its bar lines up.

    It may stand `beside` the page it was opened from.
    """

    beside = True

    def __init__(self, shell: Shell, title: str, *, key: str, **kwargs: Any) -> None:
        super().__init__(**{"orientation": "vertical"} | kwargs)
        self.shell = shell
        self.bar = AppBar(title=title, back=True, key=f"{key}.bar")
        self.bar.fbind("on_back", lambda _bar: shell.leave_page(self))
        self.column = Column(widest=dp(WIDEST))
        self.column.fbind("margin", self.bar.setter("margin"))
        self.add_widget(self.bar)
        self.add_widget(self.column)

    def hold(self, *cards: Widget) -> None:
        """Show these cards in this order."""
        self.column.hold(list(cards))


class TellingPage(Page):
    """A page that changes the diary and says so; it sets its `presenter`, which has `steps`."""

    presenter: Any

    def tell(self, sentence: str, *, undo: bool = True, redo: bool = False) -> None:
        """Say what was changed, with a way back."""
        tell(self.shell, self.presenter.steps, sentence, undo=undo, redo=redo)

    def complain(self, sentence: str) -> None:
        """Say what did not work."""
        self.shell.snack(sentence)


class FollowingPage(TellingPage):
    """A page that follows what the diary says of some `kinds` of thing."""

    def __init__(
        self, services: Services, shell: Shell, title: str, *, key: str, kinds: Collection[str],
        **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(shell, title, key=key, **kwargs)
        self._following = Following(services, kinds, lambda _days: self.presenter.refresh())

    def entered(self) -> None:
        """Hear that the page came to the front."""
        self._following.entered()

    def left(self) -> None:
        """Hear that the page is out of sight."""
        self._following.left()


def heading(text: str) -> Text:
    """Return the name over a group."""
    return Text(text=text, role="label", ink="on_surface_variant")
