"""The ring of the timer: fills once a minute, with twelve marks inside."""

from __future__ import annotations

from math import cos, pi, sin
from typing import Any, Final

from kivy.graphics import Color, SmoothLine
from kivy.metrics import dp
from kivy.properties import NumericProperty, StringProperty
from kivy.uix.widget import Widget

from twitchlog.ui import theme
from twitchlog.ui.widgets.lettering import Letters
from twitchlog.ui.widgets.shapes import Box

ACROSS: Final = 284
WIDE: Final = 12


class Ring(Widget):
    """A ring around a time: `share` from 0 to 1 is filled, from the top to the right.

    It is as large as the widget allows.
    """

    key = StringProperty()
    share = NumericProperty(0.0)
    time = StringProperty()
    unit = StringProperty()

    def __init__(self, **kwargs: Any) -> None:
        self._time, self._unit = Letters(), Letters()
        super().__init__(**{"size_hint": (None, None), "size": (dp(ACROSS), dp(ACROSS))} | kwargs)
        with self.canvas:
            self._track_ink = Color()
            self._track = SmoothLine(width=dp(WIDE) / 2)
            self._mark_ink = Color()
            self._marks = [SmoothLine(width=dp(0.6)) for _each in range(12)]
            self._fill_ink = Color()
            self._fill = SmoothLine(width=dp(WIDE) / 2)
            self._ends = Box(), Box()
        self.canvas.add(self._time)
        self.canvas.add(self._unit)
        for name in ("pos", "size"):
            self.fbind(name, self.reflow)
        self.fbind("share", self._turn)
        self.fbind("time", self._say)
        self.fbind("unit", self._say)
        theme.watch(self)
        self.repaint()
        self.reflow()

    def repaint(self) -> None:
        """Take on the colours in use."""
        self._track_ink.rgba = theme.colours.of("surface_container_highest")
        self._mark_ink.rgba = theme.colours.of("outline")
        self._fill_ink.rgba = theme.colours.of("primary")
        for end in self._ends:
            end.paint("primary")
        self._time.paint("on_surface")
        self._unit.paint("on_surface_variant")

    def reflow(self, *_args: Any) -> None:
        """Place everything anew."""
        (x, y), radius = self.center, self.radius
        self._track.circle = (x, y, radius, 0, 360, 120)
        for hour, mark in enumerate(self._marks):
            turn = hour * pi / 6
            inner, outer = radius - dp(26 if hour % 3 == 0 else 22), radius - dp(18)
            mark.points = [
                x + sin(turn) * inner, y + cos(turn) * inner,
                x + sin(turn) * outer, y + cos(turn) * outer,
            ]  # fmt: skip
        self._turn()
        self._say()

    @property
    def radius(self) -> float:
        """How far the middle of the ring's line is from its centre."""
        return (min(self.size) - dp(WIDE)) / 2

    def _turn(self, *_args: Any) -> None:
        degrees, radius = max(self.share * 360, 0.5), self.radius
        self._fill.circle = (*self.center, radius, 0, degrees, max(int(degrees / 3), 3))
        for end, turn in zip(self._ends, (0.0, degrees * pi / 180), strict=True):
            x, y = self.center_x + sin(turn) * radius, self.center_y + cos(turn) * radius
            end.place((x - dp(WIDE) / 2, y - dp(WIDE) / 2), (dp(WIDE), dp(WIDE)), dp(WIDE) / 2)

    def _say(self, *_args: Any) -> None:
        self._time.set(self.time, "display")
        self._unit.set(self.unit, "body")
        x, y = self.center
        self._time.centre(x, y + dp(6))
        self._unit.centre(x, y + dp(6) - self._time.size[1] / 2 - dp(6))
