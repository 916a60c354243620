"""Where it twitches: the figure to tap on, with the chosen places and their sides around it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kivy.core.window import Window
from kivy.metrics import dp
from kivy.properties import BooleanProperty
from kivy.uix.boxlayout import BoxLayout

from twitchlog.ui import theme
from twitchlog.ui.widgets.figures import Figures
from twitchlog.ui.widgets.place_words import Chosen, Sides
from twitchlog.ui.widgets.shapes import Box

if TYPE_CHECKING:
    from twitchlog.presenters.log_page import SheetPage

HIGH: Final = 284
HIGH_BARE: Final = 416
LOW_BARE: Final = 344
BESIDE: Final = 104
BESIDE_BARE: Final = 272
"""How high the figures are, and how wide the column beside them, in dp; in a wide pane more."""
NARROW_BARE: Final = 200
FIGURES_BARE: Final = 280
"""In a narrow pane the column gives way, so that the figures are still so wide, in dp."""
BELOW_BARE: Final = 448
"""So much of the window is left for what stands above and below the figures, in dp."""
WIDEST: Final = 460


class PlaceBox(BoxLayout):
    """The figures with the place and its sides beside them; bare in a wide pane.

    With `single`, just one place is asked for.
    `on_place(candidates, view, adds)` tells a tap on the figure, `on_side`, `on_part` and `on_drop`
    those on the chips, `on_several(several)` that more places may join, `on_parts` that the list of
    the parts is asked for, `on_larger` more room. It is always equally high, so that no tap moves
    what is below it.
    """

    __events__ = (
        "on_place", "on_side", "on_part", "on_parts", "on_several", "on_drop", "on_larger",
    )  # fmt: skip

    bare = BooleanProperty(False)

    def __init__(self, *, bare: bool = False, single: bool = False, **kwargs: Any) -> None:
        self._shape, self._line = Box(), Box(edge=dp(1))
        super().__init__(
            orientation="vertical",
            size_hint_y=None,
            padding=0 if bare else (dp(8), dp(8), dp(10), dp(8)),
            spacing=dp(4),
            **kwargs,
        )
        self.bare = bare
        for part in (self._shape, self._line):
            self.canvas.before.add(part)
        self.fbind("minimum_height", self.setter("height"))
        self.figures = Figures(larger=not bare and not single)
        self._chosen = Chosen(stacked=bare, single=single)
        self._sides = Sides(
            room=bare,
            last=self._chosen if bare else None,
            size_hint_x=None,
            width=dp(BESIDE_BARE if bare else BESIDE),
        )
        row = self._row = BoxLayout(size_hint_y=None, spacing=dp(24 if bare else 8))
        row.add_widget(self.figures)
        row.add_widget(self._sides)
        self.add_widget(row)
        if not bare:
            self.add_widget(self._chosen)
        self.figures.fbind("on_pick", lambda _box, *what: self.dispatch("on_place", *what))
        self.figures.fbind("on_larger", lambda _box: self.dispatch("on_larger"))
        self._chosen.fbind("on_several", lambda _box, several: self.dispatch("on_several", several))
        self._chosen.fbind("on_drop", lambda _box, site: self.dispatch("on_drop", site))
        self._sides.fbind("on_pick", lambda _box, side: self.dispatch("on_side", side))
        self._sides.fbind("on_part", lambda _box, site: self.dispatch("on_part", site))
        self._sides.fbind("on_parts", lambda _box: self.dispatch("on_parts"))
        self._sides.fbind("minimum_height", self._fit)
        self.fbind("width", self._fit)
        for name in ("pos", "size"):
            self.fbind(name, self._draw)
        theme.watch(self)
        self.repaint()
        self._fit()

    def on_place(self, *_args: Any) -> None:
        """Hear which places a tap on the figure may mean."""

    def on_side(self, *_args: Any) -> None:
        """Hear which side was tapped."""

    def on_part(self, *_args: Any) -> None:
        """Hear which part was tapped."""

    def on_parts(self, *_args: Any) -> None:
        """Hear that the list of the parts is asked for."""

    def on_several(self, *_args: Any) -> None:
        """Hear whether the next places are to join the first ones."""

    def on_drop(self, *_args: Any) -> None:
        """Hear which of several places is to be taken out."""

    def on_larger(self, *_args: Any) -> None:
        """Hear that a larger map is asked for."""

    def show(self, page: SheetPage) -> None:
        """Show the chosen places."""
        self.figures.follow(page.sites)
        self._sides.show(page.place, page.parts)
        self._chosen.show(page.places, several=page.several)

    def show_empty(self) -> None:
        """Show how to choose a place."""
        self._sides.show(None)
        self._chosen.show((), several=False)

    def repaint(self) -> None:
        """Take on the colours in use."""
        self._shape.paint("" if self.bare else "card")
        self._line.paint("" if self.bare else "outline_variant")

    def reflow(self) -> None:
        """Make room for larger words."""
        self._fit()

    def _fit(self, *_args: Any) -> None:
        """Put the words below the figures where they are too large to stand beside them."""
        scale = theme.look.text_scale
        below = scale >= theme.ONE_COLUMN_FROM and not self.bare
        high = dp(HIGH_BARE if self.bare else HIGH)
        self._row.orientation = "vertical" if below else "horizontal"
        self._chosen.arrange()
        self._sides.arrange()
        self._sides.size_hint = (1, None) if below else (None, 1)
        if below:
            self._sides.height = self._sides.minimum_height
            self.figures.size_hint_y, self.figures.height = None, high
            self._row.height = high + self._row.spacing + self._sides.height
        else:
            grown = min(max(scale, 1), 1.2)
            beside = dp(BESIDE) * grown
            if self.bare:
                room = self.width - self._row.spacing
                least = max(room - dp(FIGURES_BARE), dp(NARROW_BARE) * grown)
                beside = min(dp(BESIDE_BARE) * grown, least)
                most = min(high, Window.height - dp(BELOW_BARE))
                high = max(min(self.figures.needs(room - beside), most), dp(LOW_BARE))
            self._sides.width = beside
            self.figures.size_hint_y = 1
            self._row.height = max(high, self._sides.minimum_height)
        if not self.bare:
            spare = max((self.width - dp(WIDEST)) / 2, 0)
            self.padding = (dp(8) + spare, dp(8), dp(10) + spare, dp(8))

    def _draw(self, *_args: Any) -> None:
        for part in (self._shape, self._line):
            part.place(self.pos, self.size, dp(16))
