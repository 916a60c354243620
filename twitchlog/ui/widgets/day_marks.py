"""The days of the calendar: filled, a ring for none, a hatch for not logged."""

from __future__ import annotations

from functools import lru_cache
from math import hypot
from typing import TYPE_CHECKING, Any, Final

from kivy.graphics import Color, InstructionGroup, Rectangle
from kivy.graphics.texture import Texture
from kivy.metrics import dp
from kivy.properties import ObjectProperty
from kivy.uix.widget import Widget

from twitchlog.presenters.month import Mark
from twitchlog.ui import theme
from twitchlog.ui.widgets import focus
from twitchlog.ui.widgets.lettering import Letters
from twitchlog.ui.widgets.pressing import Pressable
from twitchlog.ui.widgets.shapes import Box

if TYPE_CHECKING:
    from twitchlog.presenters.month import Cell

DISC: Final = 36
_STEPS: Final = {Mark.FEW: 1, Mark.SOME: 3, Mark.MANY: 4}
_ARROWS: Final = {"left": -1, "right": 1, "up": -7, "down": 7}


@lru_cache(maxsize=8)
def _hatched(side: int, line: float, apart: float) -> Texture:
    """Return the white picture of a disc of `side` pixels, hatched at 45 degrees."""
    pixels = bytearray()
    middle = side / 2
    for y in range(side):
        for x in range(side):
            inside = middle - hypot(x + 0.5 - middle, y + 0.5 - middle)
            # Distance from the nearest line, measured across the lines.
            across = abs((y - x) / 2**0.5 % apart - apart / 2)
            cover = min(max(line / 2 - across + 0.5, 0.0), 1.0) * min(max(inside, 0.0), 1.0)
            pixels += bytes((255, 255, 255, round(255 * cover)))
    texture = Texture.create(size=(side, side), colorfmt="rgba")
    texture.blit_buffer(bytes(pixels), colorfmt="rgba", bufferfmt="ubyte")
    return texture


class Disc(InstructionGroup):
    """The mark of a day: filled, a ring, a hatch, or nothing."""

    def __init__(self) -> None:
        super().__init__()
        self._fill, self._edge, self._ring = Box(), Box(edge=dp(1)), Box(edge=dp(2))
        self._tint, self._hatch = Color(1, 1, 1, 0), Rectangle(size=(0, 0))
        for part in (self._fill, self._tint, self._hatch, self._edge, self._ring):
            self.add(part)

    def show(self, mark: Mark, *, centre: tuple[float, float], side: float) -> None:
        """Draw a mark of `side` pixels around a point."""
        pos = centre[0] - side / 2, centre[1] - side / 2
        for part in (self._fill, self._edge, self._ring):
            part.place(pos, (side, side), side / 2)
            part.paint("")
        self._tint.a = 0
        if mark in _STEPS:
            self._fill.tint(theme.colours.ramp[_STEPS[mark]])
            self._edge.paint("outline" if mark is Mark.FEW else "")
        elif mark is Mark.NONE:
            self._ring.paint("series_a")
        elif mark is Mark.NOT_LOGGED:
            self._tint.rgba = theme.colours.of("hatch")
            self._hatch.texture = _hatched(round(side), dp(1.6), dp(5))
            self._hatch.pos, self._hatch.size = (round(pos[0]), round(pos[1])), (side, side)
            self._edge.paint("hatch")


class DayCell(Pressable):
    """One day; a tap or Enter chooses it, the arrow keys choose its neighbours."""

    cell = ObjectProperty(None, allownone=True)
    __events__ = ("on_arrow",)

    def __init__(self, **kwargs: Any) -> None:
        self._disc, self._chosen, self._today = Disc(), Box(edge=dp(2)), Box()
        self._clearing = Box()
        self._number = Letters()
        super().__init__(**{"size_hint": (None, None)} | kwargs)
        for part in (self._disc, self._clearing, self._chosen, self._today, self._number):
            self.canvas.add(part)
        for name in ("cell", "pos", "size"):
            self.fbind(name, self.reflow)

    def on_arrow(self, *_args: Any) -> None:
        """Hear of an arrow key, as a number of days."""

    def keyboard_on_key_down(self, window: Any, keycode: Any, text: str, modifiers: Any) -> bool:
        """Move the choice with the arrow keys."""
        if keycode[1] in _ARROWS and focus.bare(modifiers):
            self.dispatch("on_arrow", _ARROWS[keycode[1]])
            return True
        return super().keyboard_on_key_down(window, keycode, text, modifiers)

    def outline(self) -> tuple[tuple[float, float], tuple[float, float], float]:
        """Return the disc; the ring of the focus goes around it."""
        side = dp(DISC + 6)
        return (self.center_x - side / 2, self.center_y - side / 2), (side, side), side / 2

    def repaint(self) -> None:
        """Take on the colours in use."""
        self.reflow()

    def reflow(self, *_args: Any) -> None:
        """Draw the day anew."""
        cell: Cell | None = self.cell
        if cell is None:
            return
        self._disc.show(cell.mark, centre=tuple(self.center), side=dp(DISC))
        side = dp(DISC + 8)
        pos = self.center_x - side / 2, self.center_y - side / 2
        self._chosen.place(pos, (side, side), side / 2)
        self._chosen.paint("primary" if cell.chosen else "")
        filled = cell.mark in _STEPS
        # Below the disc there is no room for the bar of today beside the ring of the chosen day.
        low = self.center_y - dp(14) if cell.chosen else self.y + dp(1)
        self._today.place((self.center_x - dp(4), low), (dp(8), dp(3)), dp(1.5))
        self._today.paint("primary" if cell.today else "")
        if cell.today and cell.chosen and filled:
            self._today.tint(theme.colours.ramp_ink[_STEPS[cell.mark]])
        self._number.set(str(cell.day.day), "label" if filled or cell.today else "body")
        self._number.centre(self.center_x, self.center_y)
        wide, high = (size + dp(2) for size in self._number.size)
        corner = self.center_x - wide / 2, self.center_y - high / 2
        self._clearing.place(corner, (wide, high), dp(6))
        # The number stands clear of the lines, so that both can be read.
        self._clearing.paint("card" if cell.mark is Mark.NOT_LOGGED else "")
        if filled:
            self._number.tint(theme.colours.ramp_ink[_STEPS[cell.mark]])
        else:
            self._number.paint("on_surface_variant" if cell.mark is Mark.PLAIN else "on_surface")


class KeyMark(Widget):
    """A mark of the key with its words."""

    def __init__(self, mark: Mark, text: str, **kwargs: Any) -> None:
        self._mark, self._text = mark, text
        self._disc, self._words = Disc(), Letters()
        super().__init__(**{"size_hint": (None, None)} | kwargs)
        self.canvas.add(self._disc)
        self.canvas.add(self._words)
        self.fbind("pos", self.reflow)
        theme.watch(self)
        self.reflow()

    def reflow(self, *_args: Any) -> None:
        """Set mark and words side by side."""
        self._words.set(self._text, "body_small")
        self._words.paint("on_surface_variant")
        self.size = dp(18) + self._words.size[0], max(dp(20), self._words.size[1])
        self._disc.show(self._mark, centre=(self.x + dp(6), self.center_y), side=dp(12))
        self._words.place(self.x + dp(17), self.center_y + self._words.size[1] / 2)

    def repaint(self) -> None:
        """Take on the colours in use."""
        self.reflow()
