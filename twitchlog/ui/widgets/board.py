"""Cards in one column or two that scroll together, and which of them are in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kivy.clock import Clock
from kivy.metrics import dp
from kivy.properties import ListProperty, NumericProperty
from kivy.uix.layout import Layout

from twitchlog.ui.widgets.forms import swap
from twitchlog.ui.widgets.placed import FRESH_FRAMES
from twitchlog.ui.widgets.scroll import Scroll

if TYPE_CHECKING:
    from collections.abc import Callable

    from kivy.uix.widget import Widget

BEYOND: Final = 320.0
"""How far above and below what is in sight, in dp, a card counts as near."""
LOOK_S: Final = 0.05


class Board(Layout):
    """Sets cards of their own height below each other, each in the column that is shorter so far.

    Where a card goes depends only on those before it, so that none moves to the other column
    because of what happens below it. `depths` says how far below the top each card begins.
    """

    columns = NumericProperty(1)
    gap = NumericProperty("12dp")
    padding = ListProperty([0, 0, 0, 0])

    def __init__(self, **kwargs: Any) -> None:
        self.depths: dict[Widget, float] = {}
        super().__init__(**{"size_hint_y": None} | kwargs)
        for name in ("pos", "size", "children", "columns", "gap", "padding"):
            self.fbind(name, self._trigger_layout)

    def do_layout(self, *_args: Any) -> None:
        """Place every card; the height is that of the longer column."""
        left, above, right, below = self.padding
        count = int(self.columns)
        wide = (self.width - left - right - self.gap * (count - 1)) / count
        down = [above] * count
        placed = []
        for card in reversed(self.children):
            at = down.index(min(down))
            card.width = wide
            placed.append((card, self.x + left + at * (wide + self.gap), down[at]))
            down[at] += card.height + self.gap
        self.depths = {card: depth for card, _x, depth in placed}
        self.height = max(max(down) - self.gap, above) + below
        top = self.y + self.height
        for card, x, depth in placed:
            card.pos = x, top - depth - card.height


class BoardView(Scroll):
    """Scrolls a board; what is in sight stays where it is while cards above it change their height.

    `looked` is called with the cards in sight, then those near, whenever those may be others.
    """

    def __init__(self, looked: Callable[[list[Any], list[Any]], None], **kwargs: Any) -> None:
        self._looked = looked
        self._held: list[tuple[Widget, float]] = []
        self._settled = self._was_down = 0.0
        self._settling = False
        self._fresh = 0
        self.look = Clock.create_trigger(self._look_now, LOOK_S)
        self._look_again = Clock.create_trigger(self._look_now, LOOK_S / 5)
        self._settle = Clock.create_trigger(self._settle_now, -1)
        super().__init__(**{"bar_width": dp(4)} | kwargs)
        self.board = Board()
        self.add_widget(self.board)
        self.fbind("scroll_y", self._scrolled)
        self.fbind("size", self._moved)
        self.board.fbind("height", self._moved)

    def hold(self, cards: list[Any]) -> None:
        """Show these cards in this order."""
        if list(reversed(self.board.children)) != cards:
            swap(self.board, *cards)
            self._fresh = FRESH_FRAMES
        self.look()

    def bring(self, widget: Widget) -> None:
        """Scroll down as far as needed for all of a widget on a card to be in sight."""
        below = self.to_window(0, self.y)[1] + dp(16) - widget.to_window(0, widget.y)[1]
        if below > 0 and self._room:
            self.scroll_y = max(self.scroll_y - below / self._room, 0.0)
            self._update_effect_y_bounds()

    def go_to(self, card: Widget) -> None:
        """Let a card begin at the upper edge, and stay there while others change their height."""
        self._held = [(card, -dp(4))]
        self._moved()

    def in_sight(self, card: Widget) -> bool:
        """Tell whether the upper edge of a card is in sight, or all of what is in sight is its."""
        top = self.board.depths.get(card)
        return (
            top is not None
            and top < self.down + self.height - dp(48)
            and (top >= self.down - dp(4) or top + card.height >= self.down + self.height)
        )

    @property
    def down(self) -> float:
        """How far it is scrolled down, in pixels."""
        return (1.0 - min(max(self.scroll_y, 0.0), 1.0)) * self._room

    @property
    def _room(self) -> float:
        return max(self.board.height - self.height, 0.0)

    def _scrolled(self, *_args: Any) -> None:
        # Kivy, too, moves it when the height changes; only what a person does counts.
        if self._room == self._settled and not self._settling:
            self._held, self._was_down = self._in_sight(), self.down
        self.look()

    def _moved(self, *_args: Any) -> None:
        self._settle()
        self.look()

    def _in_sight(self) -> list[tuple[Widget, float]]:
        """Return the cards in sight and how far the top of each lies above the upper edge."""
        down = self.down
        return [
            (card, down - top)
            for card, top in self.board.depths.items()
            if 0 < down < top + card.height and top < down + self.height
        ]

    def _settle_now(self, *_args: Any) -> None:
        """Bring the uppermost card that is still there back to where it was."""
        depths, wanted = self.board.depths, self._was_down
        held = next((each for each in self._held if each[0] in depths), None)
        if held is not None:
            wanted = depths[held[0]] + held[1]
        self._settled = room = self._room
        if room:
            self._settling = True
            self.scroll_y = 1.0 - min(max(wanted / room, 0.0), 1.0)
            self._update_effect_y_bounds()
            self._settling = False

    def _look_now(self, *_args: Any) -> None:
        if self._fresh:
            # New cards have no height of their own before they have been laid out.
            self._fresh -= 1
            self._look_again()
            return
        top, bottom = self.down, self.down + self.height
        seen, near = [], []
        for card, upper in self.board.depths.items():
            lower = upper + card.height
            if lower > top and upper < bottom:
                seen.append(card)
            elif lower > top - dp(BEYOND) and upper < bottom + dp(BEYOND):
                near.append(card)
        self._looked(seen, near)
