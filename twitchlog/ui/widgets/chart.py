"""A chart on a card: its headline at once, its picture when it is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kivy.clock import Clock
from kivy.graphics import Color, Rectangle
from kivy.graphics.texture import Texture
from kivy.metrics import Metrics, dp
from kivy.properties import BooleanProperty, NumericProperty

from twitchlog.presenters.charts import Size
from twitchlog.translation import _
from twitchlog.ui import theme
from twitchlog.ui.widgets.lettering import Letters
from twitchlog.ui.widgets.pressing import Pressable
from twitchlog.ui.widgets.shapes import Box

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.reports.charts.picture import Picture
    from twitchlog.reports.charts.spec import Spec

    Draw = Callable[[Spec, Size, Callable[[Picture], None]], None]

SKELETON_AFTER: Final = 0.3
SETTLE: Final = 0.05


class ChartPicture(Pressable):
    """The picture of a chart, drawn by `draw` in the background, as high as the chart wants.

    The old picture stays until the new one is there; where there is none, a grey shape stands for
    it after 0.3 s. A late answer to an older question is dropped. It is drawn while it is `near`
    what is in sight, and `taller` times as high as it wants to be, but for that not over `tallest`.
    """

    __events__ = ("on_drawn",)

    near = BooleanProperty(True)
    taller = NumericProperty(1.0)
    tallest = NumericProperty(float("inf"))
    ring_gap = 4

    def __init__(self, draw: Draw, **kwargs: Any) -> None:
        self._draw_chart, self._spec = draw, None
        self._asked: tuple[Any, Size] | None = None
        self._shown: tuple[Any, Size] | None = None
        self.picture: Picture | None = None
        self._serial = 0
        self._grey, self._words = Box(), Letters()
        self._tint, self._sheet = Color(1, 1, 1, 0), Rectangle()
        self._ask = Clock.create_trigger(self._ask_now, SETTLE)
        self._wait = Clock.create_trigger(self._show_grey, SKELETON_AFTER)
        super().__init__(**{"size_hint_y": None, "height": 0} | kwargs)
        for part in (self._grey, self._words, self._tint, self._sheet):
            self.canvas.add(part)
        self.fbind("width", self._fit)
        for name in ("taller", "tallest"):
            self.fbind(name, self._fit)
        self.fbind("near", lambda *_args: self._ask())
        self.fbind("pos", self._place)
        self.fbind("size", self._place)

    def on_drawn(self, *_args: Any) -> None:
        """Hear that the picture of the newest question is shown."""

    @property
    def spec(self) -> Spec | None:
        """The chart that is shown, or is being drawn."""
        return self._spec

    @property
    def drawn(self) -> bool:
        """Whether the picture of the newest question is shown."""
        return bool(self._tint.a) and self._asked is None

    def show(self, spec: Spec) -> None:
        """Show another chart."""
        if spec != self._spec:
            self._spec = spec
            self._fit()
            self._ask()

    def repaint(self) -> None:
        """Draw anew in the colours in use."""
        self._ask()

    def reflow(self) -> None:
        """Draw anew in the text size in use."""
        self._fit()
        self._ask()

    def _fit(self, *_args: Any) -> None:
        if self._spec is None or self.width < 2:
            return
        wide = self.width / Metrics.density
        high = self._spec.height(wide, text_scale=theme.look.text_scale)
        self.height = max(dp(high), min(dp(round(high * self.taller)), self.tallest))
        self._ask()

    def _ask_now(self, *_args: Any) -> None:
        if self._spec is None or self.width < dp(48) or not self.near:
            return
        size = Size(
            width_px=round(self.width),
            height_px=round(self.height),
            scale=Metrics.density,
            dark=bool(theme.colours.dark),
            text_scale=theme.look.text_scale,
        )
        question = (self._spec, size)
        if question in (self._asked, self._shown):
            return
        self._asked = question
        self._serial += 1
        serial = self._serial
        if not self._tint.a:
            self._wait()

        def done(picture: Picture) -> None:
            if serial == self._serial:
                self._asked, self._shown = None, question
                self._take(picture)

        self._draw_chart(self._spec, size, done)

    def _take(self, picture: Picture) -> None:
        self._wait.cancel()
        texture = Texture.create(size=(picture.width, picture.height), colorfmt="rgba")
        texture.blit_buffer(picture.pixels, colorfmt="rgba", bufferfmt="ubyte")
        texture.flip_vertical()
        self.picture = picture
        self._sheet.texture = texture
        self._tint.a = 1
        self._grey.paint("")
        self._words.hide()
        self._place()
        self.dispatch("on_drawn")

    def _show_grey(self, *_args: Any) -> None:
        self._grey.paint("surface_container")
        self._words.set(_("Drawing…"), "body")
        self._words.paint("on_surface_variant")
        self._place()

    def _place(self, *_args: Any) -> None:
        self._sheet.pos, self._sheet.size = self.pos, self.size
        self._grey.place(self.pos, self.size, dp(10))
        self._words.centre(self.center_x, self.center_y)
