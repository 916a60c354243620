"""The place of a running timer, and the bar that stands for it."""

from __future__ import annotations

from typing import Any

from kivy.metrics import dp
from kivy.properties import StringProperty

from twitchlog.translation import _
from twitchlog.ui.widgets.body import PlacePicture
from twitchlog.ui.widgets.buttons import TextButton
from twitchlog.ui.widgets.lettering import Letters
from twitchlog.ui.widgets.pressing import Pressable
from twitchlog.ui.widgets.shapes import Box, Shadow


class PlacePill(Pressable):
    """The place, 56 high, with a pencil: a tap changes it."""

    site = StringProperty()
    text = StringProperty()

    def __init__(self, **kwargs: Any) -> None:
        self._shadow, self._shape, self._edge = Shadow(), Box(), Box(edge=dp(1))
        self._words, self._pencil = Letters(), Letters()
        self._picture = PlacePicture(size=(dp(40), dp(40)))
        super().__init__(**{"size_hint": (None, None), "height": dp(56)} | kwargs)
        for part in (self._shadow, self._shape, self._edge, self._words, self._pencil):
            self.canvas.add(part)
        for name in ("site", "text", "pos", "size"):
            self.fbind(name, self.reflow)
        self.repaint()

    def outline(self) -> tuple[tuple[float, float], tuple[float, float], float]:
        """Return the round shape."""
        return self.pos, self.size, self.height / 2

    def repaint(self) -> None:
        """Take on the colours in use."""
        self._shadow.cast()
        self._shape.paint("card")
        self._edge.paint("outline_variant")  # the pane of a wide window is of the same colour
        self._words.paint("on_surface")
        self._pencil.paint("on_surface_variant")

    def reflow(self, *_args: Any) -> None:
        """Set picture, name and pencil side by side."""
        self._words.set(self.text, "title")
        self._pencil.icon("pencil-outline", dp(20))
        lead = dp(8 + 40 + 12) if self.site else dp(20)
        self.width = lead + self._words.size[0] + dp(12 + 20 + 20)
        if self.site and self._picture.parent is None:
            self.add_widget(self._picture)
        elif not self.site and self._picture.parent is not None:
            self.remove_widget(self._picture)
        self._picture.site = self.site
        middle = self.y + self.height / 2
        self._picture.pos = self.x + dp(8), middle - dp(20)
        self._words.place(self.x + lead, middle + self._words.size[1] / 2)
        self._pencil.centre(self.x + self.width - dp(30), middle)
        for part in (self._shadow, self._shape, self._edge):
            part.place(*self.outline())


class TimerBar(Pressable):
    """The timer while it is out of sight: a tap opens it, *Stop* stops and saves."""

    text = StringProperty()
    ring_gap = -3

    def __init__(self, stop: Any, **kwargs: Any) -> None:
        self._shape, self._sign, self._words = Box(), Letters(), Letters()
        super().__init__(**{"size_hint": (None, None), "height": dp(56)} | kwargs)
        for part in (self._shape, self._sign, self._words):
            self.canvas.add(part)
        self._stop = TextButton(
            text=_("Stop and save"), key="timer.bar.stop", ink="on_secondary_container"
        )
        self._stop.fbind("on_release", lambda _button: stop())
        self.add_widget(self._stop)
        for name in ("text", "pos", "size"):
            self.fbind(name, self.reflow)
        self._stop.fbind("size", self.reflow)
        self.layer_ink = "on_secondary_container"
        self.repaint()

    def outline(self) -> tuple[tuple[float, float], tuple[float, float], float]:
        """Return the whole bar."""
        return self.pos, self.size, 0

    def repaint(self) -> None:
        """Take on the colours in use."""
        self._shape.paint("secondary_container")
        self._sign.paint("on_secondary_container")
        self._words.paint("on_secondary_container")

    def reflow(self, *_args: Any) -> None:
        """Set icon, words and button side by side."""
        middle = self.y + self.height / 2
        self._stop.pos = (
            self.x + self.width - self._stop.width - dp(4),
            middle - self._stop.height / 2,
        )
        self._sign.icon("timer-outline", dp(24))
        self._sign.centre(self.x + dp(28), middle)
        room = max(self._stop.x - self.x - dp(60), dp(48))
        self._words.set(self.text, "title_small", width=room, lines=2)
        self._words.place(self.x + dp(52), middle + self._words.size[1] / 2)
        self._shape.place(*self.outline())
