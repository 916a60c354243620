"""A few choices side by side of equal width, of which one is chosen."""

from __future__ import annotations

from typing import Any, Final

from kivy.metrics import dp
from kivy.properties import ListProperty, NumericProperty, ObjectProperty, StringProperty
from kivy.uix.layout import Layout

from twitchlog.ui import theme
from twitchlog.ui.widgets import focus
from twitchlog.ui.widgets.lettering import Letters
from twitchlog.ui.widgets.pressing import Pressable
from twitchlog.ui.widgets.shapes import Box, Corners, Strip

_STEPS: Final = {"left": -1, "right": 1}
BESIDE: Final = 8
"""So much more room than the words need is free beside them and their check mark, in dp."""
_CHECKS: Final = ((20, 8), (16, 4), (14, 2))
"""Sizes of the check mark and its gap, in dp: the first for which there is room is taken."""


class Segment(Pressable):
    """One of the choices; made by `Segmented`."""

    text = StringProperty()
    value = ObjectProperty(None, allownone=True)
    ring_gap = -3

    def __init__(self, **kwargs: Any) -> None:
        self.owner: Segmented | None = None
        self._shape, self._sign, self._words = Box(), Letters(), Letters()
        self._under = Strip()
        super().__init__(**kwargs)
        for part in (self._shape, self._sign, self._words, self._under):
            self.canvas.add(part)
        for name in ("pos", "size", "text"):
            self.fbind(name, self.reflow)

    def keyboard_on_key_down(
        self, window: Any, keycode: tuple[int, str], text: str, modifiers: list[str]
    ) -> bool:
        """Choose the neighbour with an arrow; all else as everywhere."""
        if keycode[1] in _STEPS and focus.bare(modifiers):
            self.owner.step(self, _STEPS[keycode[1]])
            return True
        return bool(super().keyboard_on_key_down(window, keycode, text, modifiers))

    def outline(self) -> tuple[tuple[float, float], tuple[float, float], Corners]:
        """Return where the drawn shape lies; only the ends are round."""
        owner = self.owner
        high = self.height - max(dp(48) - owner.drawn, 0)
        radius = min(high, owner.drawn) / 2
        left = radius if owner.is_first(self) else 0
        right = radius if owner.is_last(self) else 0
        pos = self.x, self.y + (self.height - high) / 2
        return pos, (self.width, high), (left, right, right, left)

    def repaint(self) -> None:
        """Take on the colours in use."""
        chosen = self.owner.value == self.value
        ink = "on_secondary_container" if chosen else "on_surface"
        self.layer_ink = ink
        self._shape.paint("secondary_container" if chosen else "")
        self._sign.paint(ink)
        self._words.paint(ink)
        self._under.paint(ink)

    def reflow(self, *_args: Any) -> None:
        """Set the word in the middle, the check before it where there is room."""
        if self.owner is None:
            return
        chosen = self.owner.value == self.value
        self._words.set(self.text, "label")
        spare = self.width - dp(8) - self._words.size[0]
        size, gap = next(((s, g) for s, g in _CHECKS if spare - dp(BESIDE) >= dp(s + g)), (0, 0))
        if spare < 0:
            self._words.set(self.text, "label", width=self.width - dp(8), halign="center")
        lead = dp(size + gap) if chosen else 0.0
        x, y = self.middle
        left = x - (self._words.size[0] + lead) / 2
        if lead:
            self._sign.icon("check", dp(size))
            self._sign.centre(left + dp(size) / 2, y)
        else:
            self._sign.hide()
        self._words.place(left + lead, y + self._words.size[1] / 2)
        # Words that leave no room for a check mark have a line below them instead.
        self._under.place(
            (x - self._words.size[0] / 2, y - self._words.size[1] / 2 - dp(2)),
            (self._words.size[0], dp(2) if chosen and not lead else 0),
        )
        self._shape.place(*self.outline())
        self.repaint()

    def needs(self) -> float:
        """Return the height the word needs."""
        return self._words.size[1] + dp(20)


class Segmented(Layout):
    """Choices of equal width in one outline: `options` are (value, text) pairs.

    `value` is the chosen one or None; `on_choice` tells it after a tap. 40 high in 48 unless
    `drawn` says otherwise.
    """

    __events__ = ("on_choice",)

    key = StringProperty()
    options = ListProperty()
    value = ObjectProperty(None, allownone=True)
    drawn = NumericProperty("40dp")

    def __init__(self, **kwargs: Any) -> None:
        self._line, self._dividers = Box(edge=dp(1)), []
        kwargs.setdefault("size_hint_y", None)
        super().__init__(**kwargs)
        self.canvas.after.add(self._line)
        for name in ("pos", "size", "drawn"):
            self.fbind(name, self._trigger_layout)
        self.fbind("options", self._build)
        self.fbind("value", self._show)
        theme.watch(self)
        self._build()
        self.repaint()

    def on_choice(self, *_args: Any) -> None:
        """Hear the value that was chosen."""

    def step(self, segment: Segment, steps: int) -> None:
        """Choose the one so many to the right of a segment, where there is one."""
        segments = list(reversed(self.children))
        at = segments.index(segment) + steps
        if 0 <= at < len(segments):
            focus.used_keyboard(True)
            focus.take(segments[at])
            segments[at].activate()

    def is_first(self, segment: Segment) -> bool:
        """Return whether it is the one at the left end."""
        return segment is self.children[-1]

    def is_last(self, segment: Segment) -> bool:
        """Return whether it is the one at the right end."""
        return segment is self.children[0]

    def repaint(self) -> None:
        """Take on the colours in use."""
        self._line.paint("outline")
        for divider in self._dividers:
            divider.paint("outline")

    def reflow(self) -> None:
        """Measure anew."""
        self._trigger_layout()

    def do_layout(self, *_args: Any) -> None:
        """Give each segment its share of the width."""
        segments = list(reversed(self.children))
        if not segments:
            return
        share = self.width / len(segments)
        for index, segment in enumerate(segments):
            left, right = round(index * share), round((index + 1) * share)
            segment.pos = self.x + left, self.y
            segment.size = right - left, self.height
            segment.reflow()
        spare = max(dp(48), self.drawn) - self.drawn
        self.height = max(self.drawn, *(segment.needs() for segment in segments)) + spare
        high = self.height - spare
        low = self.y + spare / 2
        self._line.place((self.x, low), (self.width, high), min(high, self.drawn) / 2)
        for index, divider in enumerate(self._dividers, start=1):
            divider.place((self.x + round(index * share), low), (dp(1), high))

    def _build(self, *_args: Any) -> None:
        self.clear_widgets()
        for divider in self._dividers:
            self.canvas.after.remove(divider)
        self._dividers = []
        for value, text in self.options:
            segment = Segment(text=text, value=value, key=f"{self.key}:{value}" if self.key else "")
            segment.owner = self
            segment.fbind("on_release", self._tapped)
            self.add_widget(segment)
        for _each in self.options[1:]:
            divider = Strip()
            self._dividers.append(divider)
            self.canvas.after.add(divider)
        self.repaint()
        self._trigger_layout()

    def _show(self, *_args: Any) -> None:
        for segment in self.children:
            segment.reflow()

    def _tapped(self, segment: Segment) -> None:
        self.value = segment.value
        self.dispatch("on_choice", segment.value)
