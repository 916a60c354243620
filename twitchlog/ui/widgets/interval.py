"""A likely range as a bar on a ratio scale, from half as many to twice as many."""

from __future__ import annotations

from math import log
from typing import Any, Final

from kivy.metrics import dp
from kivy.properties import BooleanProperty, NumericProperty, ObjectProperty, StringProperty
from kivy.uix.widget import Widget

from twitchlog.translation import _, mark
from twitchlog.ui import theme
from twitchlog.ui.widgets.lettering import Letters
from twitchlog.ui.widgets.shapes import Box, Strip

END: Final = log(2)
SAME: Final = (log(0.8), log(1.25))
HIGH: Final = 34
BAND: Final = 30
INSET: Final = 8
_LABELS: Final = (mark("half as many"), mark("the same"), mark("twice as many"))
_WIDTHS: Final = {"linked": 5.0, "possibly linked": 3.5, "no link seen": 3.0}
_LINKS: Final = frozenset({"linked", "possibly linked"})
_HOLLOW: Final = frozenset({"possibly linked", "unclear"})


class IntervalBar(Widget):
    """The range of one step; `interval` has `low`, `middle` and `high`, natural logarithms.

    Linked: filled diamond; possibly: hollow diamond; no link: filled dot; unclear: hollow dot. A
    bar that reaches beyond the axis ends in an arrow, and a middle out there has no mark. With
    `labels` the axis is named above; `scale` makes all of it larger; `ground` is what it stands on.
    """

    key = StringProperty()
    interval = ObjectProperty(None, allownone=True)
    verdict = StringProperty("unclear")
    labels = BooleanProperty(False)
    scale = NumericProperty(1.0)
    ground = StringProperty("card")

    def __init__(self, **kwargs: Any) -> None:
        self._band, self._axis, self._same, self._bar = Box(), Strip(), Strip(), Box()
        self._arrows = Letters(), Letters()
        self._under, self._mark = Letters(), Letters()
        self._names = tuple(Letters() for _name in _LABELS)
        super().__init__(**{"size_hint_y": None} | kwargs)
        for part in (
            self._band, self._axis, self._same, self._bar, *self._arrows, self._under,
            self._mark, *self._names,
        ):  # fmt: skip
            self.canvas.add(part)
        for name in ("pos", "size", "interval", "verdict", "labels", "scale"):
            self.fbind(name, self.reflow)
        self.fbind("ground", self.repaint)
        theme.watch(self)
        self.reflow()

    def repaint(self, *_args: Any) -> None:
        """Take on the colours in use."""
        ink = "series_a" if self.verdict in _LINKS else "on_surface_variant"
        if self.ground == "card":
            self._band.paint("surface_container_high")
            self._axis.paint("outline_variant")
        else:  # on a chosen row it is as much greyer than its ground as on a card
            self._band.paint("outline", alpha=0.25)
            self._axis.paint("outline", alpha=0.5)
        self._same.paint("outline")
        self._under.paint(self.ground)
        for part in (self._bar, self._mark, *self._arrows):
            part.paint(ink)
        for name in self._names:
            name.paint("on_surface_variant")

    def reflow(self, *_args: Any) -> None:
        """Lay all of it out anew."""
        above = theme.line_height("body_small") + dp(4) if self.labels else 0
        high = dp(HIGH) * self.scale
        self.height = above + high
        middle = self.y + high / 2
        left, right = self.at(-END), self.at(END)
        self._name(self.y + high + above / 2 + dp(1), left, right)
        band = dp(BAND) * self.scale
        start, end = (self.at(each) for each in SAME)
        self._band.place((start, middle - band / 2), (end - start, band), dp(4))
        self._axis.place((left, middle - dp(0.5)), (right - left, dp(1)))
        self._same.place((self.at(0) - dp(0.5), self.y), (dp(1), high))
        self._draw_range(middle, left, right)
        self.repaint()

    def at(self, logarithm: float) -> float:
        """Return where a ratio lies across, held at the ends of the axis."""
        share = (min(max(logarithm, -END), END) + END) / (2 * END)
        return float(self.x + dp(INSET) + share * (self.width - 2 * dp(INSET)))

    def _draw_range(self, middle: float, left: float, right: float) -> None:
        for part in (*self._arrows, self._under, self._mark):
            part.hide()
        if self.interval is None:
            self._bar.place((self.x, middle), (0, 0), 0)
            return
        line = max(dp(_WIDTHS.get(self.verdict, 2.0)) * self.scale, 2)
        start, end = self.at(self.interval.low), self.at(self.interval.high)
        self._bar.place((start, middle - line / 2), (max(end - start, line), line), line / 2)
        size = dp(24) * self.scale
        if self.interval.low < -END:
            self._arrows[0].icon("menu-left", size)
            self._arrows[0].centre(left - dp(1), middle)
        if self.interval.high > END:
            self._arrows[1].icon("menu-right", size)
            self._arrows[1].centre(right + dp(1), middle)
        if abs(self.interval.middle) <= END:
            self._draw_mark(self.at(self.interval.middle), middle)

    def _draw_mark(self, x: float, y: float) -> None:
        """Draw diamond or dot, on a slightly larger one in the colour of the card."""
        shape, size = ("rhombus", 18) if self.verdict in _LINKS else ("circle", 14)
        mark_size = dp(size) * self.scale
        self._under.icon(shape, mark_size + dp(4))
        self._under.centre(x, y)
        self._mark.icon(f"{shape}-outline" if self.verdict in _HOLLOW else shape, mark_size)
        self._mark.centre(x, y)

    def _name(self, y: float, left: float, right: float) -> None:
        """Name the ends and the middle of the axis."""
        for at, (name, text) in enumerate(zip(self._names, _LABELS, strict=True)):
            if not self.labels:
                name.hide()
                continue
            name.set(_(text), "body_small")
            wide = name.size[0]
            x = (left, (left + right - wide) / 2, right - wide)[at]
            name.place(x, y + name.size[1] / 2)
