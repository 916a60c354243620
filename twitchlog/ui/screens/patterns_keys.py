"""What stands below the body on the Patterns screen: its views, and what the colours mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kivy.metrics import dp
from kivy.uix.widget import Widget

from twitchlog.translation import _
from twitchlog.ui import theme
from twitchlog.ui.widgets.lettering import Letters
from twitchlog.ui.widgets.shapes import Box

if TYPE_CHECKING:
    from twitchlog.ui.widgets.body import BodyFigure


class Sides(Widget):
    """*Front* and *Back* below the figures."""

    def __init__(self, figure: BodyFigure, **kwargs: Any) -> None:
        self._figure, self._names = figure, (Letters(), Letters())
        super().__init__(**{"size_hint": (None, None), "height": dp(16)} | kwargs)
        for name in self._names:
            self.canvas.add(name)
        self.fbind("pos", self.reflow)
        for name in ("pos", "size"):
            figure.fbind(name, self.reflow)
        theme.watch(self)

    def repaint(self) -> None:
        """Take on the colours in use."""
        self.reflow()

    def reflow(self, *_args: Any) -> None:
        """Set each word below its figure."""
        words = (_("Front"), _("Back"))
        for letters, view, word in zip(self._names, self._figure.views, words, strict=True):
            letters.set(word, "body_small")
            letters.paint("on_surface_variant")
            letters.centre(self._figure.midline(view), self.center_y)
        self.height = self._names[0].size[1]


class RampKey(Widget):
    """What the colours of the body mean: fewer to more."""

    def __init__(self, **kwargs: Any) -> None:
        self._words = (Letters(), Letters())
        self._boxes = [(Box(), Box(edge=dp(1))) for _step in range(5)]
        super().__init__(**{"size_hint_y": None, "height": dp(20)} | kwargs)
        for part in (*self._words, *(each for pair in self._boxes for each in pair)):
            self.canvas.add(part)
        self.fbind("pos", self.reflow)
        theme.watch(self)

    def repaint(self) -> None:
        """Take on the colours in use."""
        self.reflow()

    def reflow(self, *_args: Any) -> None:
        """Set the words at both ends of the five steps."""
        fewer, more = self._words
        fewer.set(_("fewer"), "body_small")
        more.set(_("more"), "body_small")
        self.height = max(dp(20), fewer.size[1])
        middle, x = self.center_y, self.x
        fewer.place(x, middle + fewer.size[1] / 2)
        x += fewer.size[0] + dp(10)
        for step, (fill, edge) in enumerate(self._boxes):
            for part in (fill, edge):
                part.place((x, middle - dp(6)), (dp(26), dp(12)), dp(3))
            fill.tint(theme.colours.ramp[step])
            edge.paint("outline")
            x += dp(34)
        more.place(x + dp(2), middle + more.size[1] / 2)
        for letters in self._words:
            letters.paint("on_surface_variant")
