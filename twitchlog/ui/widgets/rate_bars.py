"""A few bars side by side with their number above and their day below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kivy.metrics import dp
from kivy.properties import ListProperty, StringProperty
from kivy.uix.widget import Widget

from twitchlog.ui import theme
from twitchlog.ui.widgets.lettering import Letters
from twitchlog.ui.widgets.shapes import Box, Strip

if TYPE_CHECKING:
    from twitchlog.presenters.rest_words import RestBar

HIGH: Final = 96
WIDEST: Final = 40
LEAST: Final = 4
SLOT: Final = 56


class RateBars(Widget):
    """Bars, the oldest at the left; of too many for the width the oldest are left out."""

    key = StringProperty()
    bars = ListProperty()

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"size_hint_y": None} | kwargs)
        self._ground = Strip()
        self._drawn: list[tuple[Box, Letters, Letters]] = []
        for name in ("pos", "size", "bars"):
            self.fbind(name, self.reflow)
        theme.watch(self)
        self.reflow()

    def repaint(self) -> None:
        """Take on the colours in use."""
        self._ground.paint("outline_variant")
        for bar, rate, day in self._drawn:
            bar.paint("series_a")
            rate.paint("on_surface")
            day.paint("on_surface_variant")

    def reflow(self, *_args: Any) -> None:
        """Draw the bars anew."""
        slot = dp(SLOT) * max(theme.look.text_scale, 1)
        shown: list[RestBar] = list(self.bars)[-max(int(self.width / slot), 1) :]
        self.canvas.clear()
        self._drawn = [(Box(), Letters(), Letters()) for _bar in shown]
        words = theme.line_height("body_small")
        self.height = dp(HIGH) + 2 * words + dp(8)
        base = self.y + words + dp(4)
        wide = min(self.width / max(len(shown), 1), 2 * slot)
        self.canvas.add(self._ground)
        for index, (each, parts) in enumerate(zip(shown, self._drawn, strict=True)):
            bar, rate, day = parts
            for part in parts:
                self.canvas.add(part)
            middle = self.x + (index + 0.5) * wide
            high = max(each.share * dp(HIGH), dp(LEAST) if each.share else 0)
            across = min(dp(WIDEST), wide - dp(8))
            bar.place((middle - across / 2, base), (across, high), dp(3))
            rate.set(each.rate, "label_small")
            rate.centre(middle, base + high + dp(2) + words / 2)
            day.set(each.day, "body_small")
            day.centre(middle, self.y + words / 2)
        self._ground.place((self.x, base - dp(1)), (wide * len(shown), dp(1)))
        self.repaint()
