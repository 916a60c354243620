"""The month of the diary: how much twitching, none, or not logged, day by day."""

from __future__ import annotations

from functools import lru_cache
from math import hypot
from typing import TYPE_CHECKING, Any, Final

from kivy.graphics import Color, InstructionGroup, Rectangle
from kivy.graphics.texture import Texture
from kivy.metrics import dp
from kivy.properties import ObjectProperty
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.layout import Layout
from kivy.uix.widget import Widget

from twitchlog.presenters.month import Mark
from twitchlog.translation import _
from twitchlog.ui import theme
from twitchlog.ui.widgets.buttons import IconButton
from twitchlog.ui.widgets.cards import Card
from twitchlog.ui.widgets.chips import ChipRow
from twitchlog.ui.widgets.lettering import Letters, Text
from twitchlog.ui.widgets.pressing import Pressable
from twitchlog.ui.widgets.shapes import Box

if TYPE_CHECKING:
    from twitchlog.presenters.month import Cell, Month

CELL: Final = 48
DISC: Final = 36
SWIPE: Final = 56
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
        if keycode[1] in _ARROWS and not modifiers:
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
        self._today.place((self.center_x - dp(4), self.y + dp(1)), (dp(8), dp(3)), dp(1.5))
        self._today.paint("primary" if cell.today else "")
        filled = cell.mark in _STEPS
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


class MonthGrid(Layout):
    """Weekday names over up to six weeks of cells; `on_day` tells a tapped day."""

    __events__ = ("on_day", "on_arrow")

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"size_hint_y": None} | kwargs)
        self._names = [Text(role="label_small", ink="on_surface_variant", halign="center")
                       for _day in range(7)]  # fmt: skip
        self._cells: list[DayCell] = []
        self._month: Month | None = None
        for name in self._names:
            self.add_widget(name)
        for name in ("pos", "size"):
            self.fbind(name, self._trigger_layout)

    def on_day(self, *_args: Any) -> None:
        """Hear which day was tapped."""

    def on_arrow(self, *_args: Any) -> None:
        """Hear of an arrow key, as a number of days."""

    def show(self, month: Month) -> None:
        """Show a month."""
        self._month = month
        for text, name in zip(self._names, month.weekdays, strict=True):
            text.text = name
        shown = [cell for week in month.weeks for cell in week if cell is not None]
        while len(self._cells) < len(shown):
            cell = DayCell()
            cell.fbind("on_release", lambda each: self.dispatch("on_day", each.cell.day))
            cell.fbind("on_arrow", lambda _cell, days: self.dispatch("on_arrow", days))
            self._cells.append(cell)
        for at, widget in enumerate(self._cells):
            if at < len(shown):
                widget.cell = shown[at]
                widget.disabled = shown[at].ahead
                widget.tooltip = shown[at].said
                widget.key = f"diary.day.{shown[at].day}"
                if widget.parent is None:
                    self.add_widget(widget)
            elif widget.parent is not None:
                self.remove_widget(widget)
        self._trigger_layout()

    def take_focus(self) -> None:
        """Give the keyboard to the chosen day."""
        chosen = (each for each in self._cells if each.parent and each.cell.chosen)
        for cell in chosen:
            cell.focus = True

    def do_layout(self, *_args: Any) -> None:
        """Place names and cells in seven columns."""
        if self._month is None:
            return
        head = max(dp(24), theme.line_height("label_small") + dp(8))
        share = self.width / 7
        weeks = self._month.weeks
        self.height = head + dp(CELL) * len(weeks)
        for column, name in enumerate(self._names):
            name.width = share
            name.x, name.top = self.x + column * share, self.top - dp(4)
        spots = [
            (row, column)
            for row, week in enumerate(weeks)
            for column, cell in enumerate(week)
            if cell is not None
        ]
        for widget, (row, column) in zip(self._cells, spots, strict=False):
            widget.size = share, dp(CELL)
            widget.pos = self.x + column * share, self.top - head - dp(CELL) * (row + 1)


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


class Calendar(Card):
    """The month card; `on_day` tells a tapped day, `on_turn` -1 or 1 for another month."""

    __events__ = ("on_day", "on_turn", "on_arrow")

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"padding": (dp(8), dp(4), dp(8), dp(12)), "spacing": dp(4)} | kwargs)
        self._swiped_from: tuple[float, float] | None = None
        self._title = Text(role="title", halign="center")
        self._earlier = IconButton(
            icon="chevron-left", key="diary.previous-month", tooltip=_("The month before")
        )
        self._later = IconButton(
            icon="chevron-right", key="diary.next-month", tooltip=_("The month after")
        )
        self._earlier.fbind("on_release", lambda _button: self.dispatch("on_turn", -1))
        self._later.fbind("on_release", lambda _button: self.dispatch("on_turn", 1))
        head = BoxLayout(size_hint_y=None, height=dp(48))
        for widget in (self._earlier, self._title, self._later):
            widget.pos_hint = {"center_y": 0.5}
            head.add_widget(widget)
        self.grid = MonthGrid()
        self.grid.fbind("on_day", lambda _grid, day: self.dispatch("on_day", day))
        self.grid.fbind("on_arrow", lambda _grid, days: self.dispatch("on_arrow", days))
        self._key = ChipRow(spacing=dp(13), line_spacing=dp(4))
        foot = BoxLayout(size_hint_y=None, padding=(dp(8), 0))
        self._key.fbind("height", lambda _key, high: setattr(foot, "height", high))
        foot.add_widget(self._key)
        for widget in (head, self.grid, foot):
            self.add_widget(widget)

    def on_day(self, *_args: Any) -> None:
        """Hear which day was tapped."""

    def on_turn(self, *_args: Any) -> None:
        """Hear that another month is wanted: -1 the one before, 1 the one after."""

    def on_arrow(self, *_args: Any) -> None:
        """Hear of an arrow key, as a number of days."""

    def show(self, month: Month) -> None:
        """Show a month."""
        self._title.text = month.title
        self._later.disabled = not month.has_next
        self.grid.show(month)
        if not self._key.children:
            for mark, text in month.key:
                self._key.add_widget(KeyMark(mark, text))

    def on_touch_down(self, touch: Any) -> bool:
        """Remember where a swipe may have begun; a quick one arrives when it is already over."""
        if self.collide_point(*touch.pos) and self._swiped(touch.ox, touch.oy, touch):
            return True
        self._swiped_from = tuple(touch.pos) if self.collide_point(*touch.pos) else None
        return super().on_touch_down(touch)

    def on_touch_up(self, touch: Any) -> bool:
        """Turn the month where the finger went sideways."""
        started, self._swiped_from = self._swiped_from, None
        if started is not None and touch.grab_current is None and self._swiped(*started, touch):
            return True
        return super().on_touch_up(touch)

    def _swiped(self, from_x: float, from_y: float, touch: Any) -> bool:
        across, along = touch.x - from_x, touch.y - from_y
        if abs(across) < dp(SWIPE) or abs(across) < 2 * abs(along):
            return False
        if across > 0 or not self._later.disabled:
            self.dispatch("on_turn", -1 if across > 0 else 1)
        return True
