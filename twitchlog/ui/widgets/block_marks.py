"""The blocks of a trial as small marks: two of a pair together, each kind in a shape of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kivy.graphics import InstructionGroup
from kivy.metrics import dp
from kivy.properties import ListProperty, StringProperty
from kivy.uix.widget import Widget

from twitchlog.presenters.experiment_words import Reach
from twitchlog.ui import theme
from twitchlog.ui.widgets.shapes import Box

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twitchlog.presenters.experiment_words import Block

SIDE: Final = 16
CELL: Final = 24
BETWEEN: Final = 8
"""Between two pairs."""
_SMALL: Final = 8
_AHEAD: Final = 0.45


class Sign(InstructionGroup):
    """A filled disc for days *on*, a hollow square for days *off*, a faint dot for not told yet."""

    def __init__(self) -> None:
        super().__init__()
        self._disc, self._square, self._now = Box(), Box(edge=dp(2.5)), Box(edge=dp(2))
        for part in (self._disc, self._square, self._now):
            self.add(part)

    def show(self, block: Block, *, centre: tuple[float, float]) -> None:
        """Draw a block around a point."""
        _put(self._disc, centre, dp(SIDE if block.on is not None else _SMALL))
        _put(self._square, centre, dp(SIDE), radius=dp(3))
        _put(self._now, centre, dp(CELL), radius=dp(8))
        alpha = _AHEAD if block.reach is Reach.NEXT else 1.0
        ink = "series_a" if block.on else "outline_variant" if block.on is None else ""
        self._disc.paint(ink, alpha=alpha)
        self._square.paint("series_b" if block.on is False else "", alpha=alpha)
        self._now.paint("primary" if block.reach is Reach.NOW else "")


class KindMark(Widget):
    """The sign of one kind of day, for the key."""

    def __init__(self, block: Block, **kwargs: Any) -> None:
        self._block, self._sign = block, Sign()
        super().__init__(**{"size_hint": (None, None), "size": (dp(SIDE), dp(SIDE))} | kwargs)
        self.canvas.add(self._sign)
        for name in ("pos", "size"):
            self.fbind(name, self.reflow)
        theme.watch(self)
        self.reflow()

    def reflow(self, *_args: Any) -> None:
        """Draw it anew."""
        self._sign.show(self._block, centre=tuple(self.center))

    def repaint(self) -> None:
        """Take on the colours in use."""
        self.reflow()


class BlockMarks(Widget):
    """All blocks of a plan, pair by pair, in as many lines as they need."""

    key = StringProperty()
    blocks = ListProperty()

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"size_hint_y": None} | kwargs)
        self._drawn: list[tuple[Box, Sign, Sign]] = []
        for name in ("pos", "size", "blocks"):
            self.fbind(name, self.reflow)
        theme.watch(self)
        self.reflow()

    def repaint(self) -> None:
        """Take on the colours in use."""
        self.reflow()

    def reflow(self, *_args: Any) -> None:
        """Draw the marks anew."""
        pairs = [self.blocks[at : at + 2] for at in range(0, len(self.blocks), 2)]
        while len(self._drawn) < len(pairs):
            parts = (Box(), Sign(), Sign())
            for part in parts:
                self.canvas.add(part)
            self._drawn.append(parts)
        wide, high = dp(2 * CELL), dp(CELL)
        step = wide + dp(BETWEEN)
        a_line = max(int((self.width + dp(BETWEEN)) / step), 1)
        lines = -(-len(pairs) // a_line)
        self.height = max(lines * (high + dp(BETWEEN)) - dp(BETWEEN), 0)
        for at, (pair, (plate, *signs)) in enumerate(zip(pairs, self._drawn, strict=True)):
            row, column = divmod(at, a_line)
            left = self.x + column * step
            low = self.top - high - row * (high + dp(BETWEEN))
            plate.place((left, low), (wide, high), high / 2)
            plate.paint("surface_container")
            for side, (block, sign) in enumerate(zip(pair, signs, strict=True)):
                sign.show(block, centre=(left + dp(CELL) * (side + 0.5), low + high / 2))


def _put(box: Box, centre: Sequence[float], side: float, *, radius: float | None = None) -> None:
    box.place(
        (centre[0] - side / 2, centre[1] - side / 2), (side, side),
        side / 2 if radius is None else radius,
    )  # fmt: skip
