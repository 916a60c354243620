"""A picture whose parts can be tapped, and walked over with the arrow keys."""

from __future__ import annotations

from math import dist
from typing import TYPE_CHECKING, Any, Final

from kivy.graphics import Color, InstructionGroup, Line
from kivy.metrics import Metrics, dp
from kivy.properties import BooleanProperty, ObjectProperty

from twitchlog.reports.charts.marks import beside, row_at, rows_in
from twitchlog.ui import theme
from twitchlog.ui.widgets import focus
from twitchlog.ui.widgets.chart import ChartPicture
from twitchlog.ui.widgets.fingers import STILL_DP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twitchlog.reports.charts.marks import Mark
    from twitchlog.reports.charts.spec import Row

_WAYS: Final = {"left": (-1, 0), "right": (1, 0), "up": (0, 1), "down": (0, -1)}


class PartPicture(ChartPicture):
    """Outlines the `part` that is chosen, a row of the table; `on_open` for Enter on it.

    A tap on a picture without parts is told by `on_release`. With `every`, the arrows lead over all
    rows of the table, also those that have no part in the picture.
    """

    __events__ = ("on_open",)

    part = ObjectProperty(None, allownone=True)
    every = BooleanProperty(False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self._outline = _Outline()
        self._began: Sequence[float] = (0.0, 0.0)
        super().__init__(*args, **kwargs)
        self.layer_ink = ""
        self.canvas.add(self._outline)
        for name in ("part", "pos", "size"):
            self.fbind(name, self._show_part)
        self.fbind("on_drawn", self._show_part)

    def on_open(self, *_args: Any) -> None:
        """Hear that what lies behind the chosen part is asked for."""

    @property
    def rows(self) -> tuple[int, ...]:
        """The rows of the table that can be chosen, in their order."""
        if self.every and self.spec is not None:
            return tuple(range(len(self.spec.table.rows)))
        return rows_in(self._marks)

    @property
    def chosen_row(self) -> Row | None:
        """The row of the table that the chosen part stands for."""
        rows = self.spec.table.rows if self.spec is not None else ()
        return rows[self.part] if self.part is not None and self.part < len(rows) else None

    def show(self, spec: Any) -> None:
        """Show another chart; what was chosen in the old one is let go."""
        if spec != self.spec:
            self.part = None
        super().show(spec)

    def repaint(self) -> None:
        """Take on the colours in use."""
        super().repaint()
        self._show_part()

    def step(self, steps: int) -> None:
        """Choose the next part (1) or the one before (-1), in the order of the table."""
        rows = self.rows
        if self.part in rows:
            self.part = rows[min(max(rows.index(self.part) + steps, 0), len(rows) - 1)]
        elif rows:
            self.part = rows[0 if steps > 0 else -1]

    def step_back(self) -> bool:
        """Let go of the part; return whether one was chosen."""
        chosen, self.part = self.part, None
        return chosen is not None

    def activate(self) -> None:
        """Do what Enter means: lead to what lies behind the part, or choose the first."""
        if self.part is not None:
            self.dispatch("on_open")
        elif self.rows:
            self.step(1)
        else:
            super().activate()

    def on_touch_down(self, touch: Any) -> bool:
        """Notice where a tap begins."""
        if not super().on_touch_down(touch):
            return False
        self._began = touch.pos
        return True

    def on_touch_up(self, touch: Any) -> bool:
        """Choose the part that is tapped."""
        if touch.grab_current is not self:
            return super().on_touch_up(touch)
        touch.ungrab(self)
        self.pressed = False
        if dist(touch.pos, self._began) <= dp(STILL_DP):
            self.tapped(touch.pos)
        return True

    def tapped(self, at: Sequence[float]) -> None:
        """Choose the part at a point, or none; the chosen one is let go."""
        if not self._marks:
            super().activate()
            return
        row = row_at(self._marks, *self._in_dp(at))
        self.part = None if row == self.part else row

    def keyboard_on_key_down(
        self, window: Any, keycode: tuple[int, str], text: str, modifiers: list[str]
    ) -> bool:
        """Walk over the parts with the arrows."""
        name = keycode[1]
        if name in _WAYS and focus.bare(modifiers) and self.rows:
            focus.used_keyboard(True)
            return self._go(*_WAYS[name])
        if name in {"home", "end"} and self.rows:
            self.part = self.rows[0 if name == "home" else -1]
            return True
        return super().keyboard_on_key_down(window, keycode, text, modifiers)

    def _go(self, across: int, up: int) -> bool:
        """Go to the part that lies this way, or the next in order; say whether there was a way."""
        there = None if self.part is None else beside(self._marks, self.part, across, up)
        if there is not None:
            self.part = there
        elif across:
            self.step(across)
        else:
            return self.part is not None
        return True

    @property
    def _marks(self) -> tuple[Mark, ...]:
        return self.picture.marks if self.picture is not None else ()

    def _in_dp(self, at: Sequence[float]) -> tuple[float, float]:
        return (at[0] - self.x) / Metrics.density, (at[1] - self.y) / Metrics.density

    def _show_part(self, *_args: Any) -> None:
        marks = [mark for mark in self._marks if mark.row == self.part]
        self._outline.draw(
            [
                [
                    origin + each * Metrics.density
                    for point in mark.outline()
                    for origin, each in zip(self.pos, point, strict=True)
                ]
                for mark in marks
            ]
        )


class _Outline(InstructionGroup):
    """Lines around the chosen part: the accent, on a wider line of the ground."""

    def draw(self, shapes: list[list[float]]) -> None:
        """Draw a closed line through the points of each shape: x, y, x, y …, in pixels."""
        self.clear()
        for role, width in (("card", 2.5), ("primary", 1.25)):
            for points in shapes:
                self.add(Color(*theme.colours.of(role)))
                self.add(Line(points=points, close=True, width=dp(width), joint="miter"))
