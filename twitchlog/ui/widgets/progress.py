"""A bar that fills from the left while something goes on."""

from __future__ import annotations

from typing import Any

from kivy.metrics import dp
from kivy.properties import NumericProperty, StringProperty
from kivy.uix.widget import Widget

from twitchlog.ui import theme
from twitchlog.ui.widgets.shapes import Box


class ProgressLine(Widget):
    """`share` from 0 to 1 is filled; 6 high in 24. Not *ProgressBar*: Kivy styles that name."""

    key = StringProperty()
    share = NumericProperty(0.0)

    def __init__(self, **kwargs: Any) -> None:
        self._track, self._fill = Box(), Box()
        super().__init__(**{"size_hint_y": None, "height": dp(24)} | kwargs)
        for part in (self._track, self._fill):
            self.canvas.add(part)
        for name in ("pos", "size", "share"):
            self.fbind(name, self._lay)
        theme.watch(self)
        self.repaint()
        self._lay()

    def repaint(self) -> None:
        """Take on the colours in use."""
        self._track.paint("surface_container_highest")
        self._fill.paint("primary")

    def reflow(self) -> None:
        """Nothing to measure: the bar has no words."""

    def _lay(self, *_args: Any) -> None:
        high = dp(6)
        low = self.center_y - high / 2
        self._track.place((self.x, low), (self.width, high), high / 2)
        wide = max(self.width * min(self.share, 1.0), high)
        self._fill.place((self.x, low), (wide, high), high / 2)
