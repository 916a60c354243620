"""A row of the triggers: icon, name, step, the likely range as a bar, a sentence."""

from __future__ import annotations

from typing import Any, Final

from kivy.clock import Clock
from kivy.metrics import dp
from kivy.properties import BooleanProperty, ObjectProperty

from twitchlog.ui import theme
from twitchlog.ui.widgets import focus
from twitchlog.ui.widgets.interval import IntervalBar
from twitchlog.ui.widgets.lettering import Letters
from twitchlog.ui.widgets.pressing import Pressable
from twitchlog.ui.widgets.shapes import Box, Corners, Strip

PAD: Final = 16
_STEPS: Final = {"up": -1, "down": 1}


class FactorRow(Pressable):
    """Shows a `TriggerRow`; the step stands beside the name, or below it where both are long.

    `labels` names the axis; `divider` draws a line above; `first` and `last` round the focus ring.
    `chosen` marks the row of which what is behind stands beside the list. The arrows up and down
    dispatch `on_move` with -1 or 1.
    """

    __events__ = ("on_move",)

    row = ObjectProperty()
    labels = BooleanProperty(False)
    divider = BooleanProperty(False)
    first = BooleanProperty(False)
    last = BooleanProperty(False)
    chosen = BooleanProperty(False)
    ring_gap = -3

    def __init__(self, **kwargs: Any) -> None:
        self._line, self._mark = Strip(), Box()
        self._sign, self._name, self._step, self._says, self._end = (
            Letters() for _each in range(5)
        )
        self._reset = Clock.create_trigger(self._lay, -1)
        self.bar: IntervalBar | None = None
        super().__init__(**{"size_hint_y": None} | kwargs)
        for part in (
            self._mark, self._line, self._sign, self._name, self._step, self._says, self._end,
        ):  # fmt: skip
            self.canvas.add(part)
        if self.row.interval is not None:
            self.bar = IntervalBar(
                interval=self.row.interval,
                verdict=self.row.verdict,
                labels=self.labels,
                size_hint_x=None,
            )
            self.add_widget(self.bar)
        for name in ("pos", "size", "divider"):
            self.fbind(name, self._reset)
        self.fbind("chosen", self.repaint)
        self._lay()
        self.repaint()

    def on_move(self, *_args: Any) -> None:
        """Hear of an arrow key."""

    def keyboard_on_key_down(
        self, window: Any, keycode: tuple[int, str], text: str, modifiers: list[str]
    ) -> bool:
        """Go on to a neighbour with an arrow; all else as everywhere."""
        if keycode[1] in _STEPS and focus.bare(modifiers):
            self.dispatch("on_move", _STEPS[keycode[1]])
            return True
        return bool(super().keyboard_on_key_down(window, keycode, text, modifiers))

    def outline(self) -> tuple[tuple[float, float], tuple[float, float], Corners]:
        """Return the whole row; its ring lies inside."""
        upper, lower = dp(16) if self.first else 0, dp(16) if self.last else 0
        return self.pos, self.size, (upper, upper, lower, lower)

    def reflow(self) -> None:
        """Measure the words anew."""
        self._reset()

    def repaint(self, *_args: Any) -> None:
        """Take on the colours in use."""
        self._mark.paint("secondary_container" if self.chosen else "")
        if self.bar is not None:
            self.bar.ground = "secondary_container" if self.chosen else "card"
        self._line.paint("outline_variant" if self.divider else "")
        self._name.paint("on_surface")
        strong = self.row.verdict == "linked"
        self._says.paint("on_surface" if strong else "on_surface_variant")
        for part in (self._sign, self._step, self._end):
            part.paint("on_surface_variant")

    def _lay(self, *_args: Any) -> None:
        left, right = self.x + dp(PAD), self.right - dp(PAD)
        words = left + dp(32)
        room = max(right - dp(24) - words, dp(48))
        self._step.set(self.row.step, "body")
        self._name.set(self.row.label, "title_small")
        beside = self._name.size[0] + dp(12) + self._step.size[0] <= room
        self._name.set(self.row.label, "title_small", width=None if beside else room)
        self._step.set(self.row.step, "body", width=None if beside else room)
        self._says.set(self.row.sentence, "body", width=max(right - left, dp(48)))
        name, step = self._name.size, self._step.size
        head = max(dp(24), name[1] if beside else name[1] + step[1])
        bar = self.bar.height + dp(6) if self.bar is not None else 0
        self.height = dp(14) + head + dp(8) + bar + self._says.size[1] + dp(14)
        top = self.top - dp(14)
        first = top - (max(dp(24) - name[1], 0) / 2)
        self._name.place(words, first)
        if beside:
            self._step.place(words + name[0] + dp(12), first)
        else:
            self._step.place(words, first - name[1])
        middle = first - theme.line_height("title_small") / 2
        self._sign.icon(self.row.icon, dp(20))
        self._sign.centre(left + dp(10), middle)
        self._end.icon("chevron-right", dp(24))
        self._end.centre(right - dp(8), middle)
        below = top - head - dp(8)
        if self.bar is not None:
            self.bar.width = right - left
            self.bar.pos = left, below - self.bar.height + dp(2)
            below -= bar
        self._says.place(left, below)
        self._line.place((left, self.top - dp(1)), (right - left, dp(1)))
        self._mark.place(*self.outline())
