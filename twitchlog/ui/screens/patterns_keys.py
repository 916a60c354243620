"""What stands below the body on the Patterns screen: its views, and what the colours mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kivy.metrics import dp
from kivy.uix.widget import Widget

from twitchlog import bodymap
from twitchlog.reports.charts.kinds.places import SIDE_AT, sides_of
from twitchlog.translation import _, said
from twitchlog.ui import theme
from twitchlog.ui.widgets.lettering import Letters
from twitchlog.ui.widgets.shapes import Box

if TYPE_CHECKING:
    from twitchlog.reports.charts.kinds.places import RampWords
    from twitchlog.ui.widgets.body import BodyFigure

KEY_WIDTH: Final = 360
KEY_STEP: Final = 10


class Sides(Widget):
    """*Front* and *Back* below the figures, each between the person's own left and right."""

    def __init__(self, figure: BodyFigure, **kwargs: Any) -> None:
        self._figure, self._names = figure, (Letters(), Letters())
        self.letters = tuple((Letters(), Letters()) for _view in self._names)
        super().__init__(**{"size_hint": (None, None), "height": dp(16)} | kwargs)
        for name in (*self._names, *(each for pair in self.letters for each in pair)):
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
        words = (_("Front"), said("side of the body", "Back"))
        for letters, view, word in zip(self._names, self._figure.views, words, strict=True):
            letters.set(word, "body_small")
            letters.paint("on_surface_variant")
            letters.centre(self._figure.midline(view), self.center_y)
        for pair, view in zip(self.letters, self._figure.views, strict=True):
            scale = self._figure.placed(view)[2]
            for letters, side, way in zip(pair, sides_of(view), (-1, 1), strict=True):
                letters.set(side, "body_small")
                letters.paint("on_surface_variant")
                beside = way * SIDE_AT * bodymap.load().views[view].width * scale
                letters.centre(self._figure.midline(view) + beside, self.center_y)
        self.height = self._names[0].size[1]


class RampKey(Widget):
    """What the colours of the body mean: out of how many, and up to how much each step reaches."""

    def __init__(self, **kwargs: Any) -> None:
        self._ramp: RampWords | None = None
        self._title = Letters()
        self._parts = [(Box(), Box(edge=dp(1)), Letters()) for _step in theme.colours.ramp]
        super().__init__(**{"size_hint_y": None, "height": dp(50)} | kwargs)
        for part in (self._title, *(part for parts in self._parts for part in parts)):
            self.canvas.add(part)
        for name in ("pos", "width"):
            self.fbind(name, self.reflow)
        theme.watch(self)

    def show(self, ramp: RampWords) -> None:
        """Show the steps in use."""
        self._ramp = ramp
        self.reflow()

    def repaint(self) -> None:
        """Take on the colours in use."""
        self.reflow()

    def reflow(self, *_args: Any) -> None:
        """Set the steps side by side, each with its words below it."""
        if self._ramp is None:
            return
        self._title.set(self._ramp.title, "body_small")
        self._title.paint("on_surface_variant")
        self._title.place(self.x, self.top)
        wide = min(self.width, dp(KEY_WIDTH)) / len(self._parts)
        foot = self.top - self._title.size[1] - dp(4 + KEY_STEP)
        for fill, edge, letters in self._parts:
            fill.paint("")
            edge.paint("")
            letters.hide()
        for at, (step, words) in enumerate(self._ramp.steps):
            fill, edge, letters = self._parts[at]
            x = self.x + wide * at
            for part in (fill, edge):
                part.place((x, foot), (wide - dp(4), dp(KEY_STEP)), dp(3))
            fill.tint(theme.colours.ramp[step - 1])
            edge.paint("outline")
            letters.set(words, "body_small")
            letters.paint("on_surface_variant")
            letters.centre(x + wide / 2 - dp(2), foot - dp(2) - letters.size[1] / 2)
        self.height = 2 * self._title.size[1] + dp(KEY_STEP) + dp(8)
