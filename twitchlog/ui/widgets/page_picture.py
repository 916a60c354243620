"""The page as it will be printed, to look at and to look into."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from kivy.core.image import Image
from kivy.graphics import Color, Rectangle
from kivy.metrics import dp
from kivy.properties import NumericProperty, StringProperty
from kivy.uix.scrollview import ScrollView
from kivy.uix.widget import Widget

from twitchlog.ui import theme
from twitchlog.ui.widgets.shapes import Box

if TYPE_CHECKING:
    from collections.abc import Sequence

LARGEST = 4.0
SMALLEST = 1.0


class Paper(Widget):
    """The pages below each other, each as wide as the widget less its margin."""

    margin = NumericProperty("12dp")

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"size_hint": (None, None)} | kwargs)
        self._sheets: list[tuple[Any, Rectangle, Box]] = []
        for name in ("pos", "width", "margin"):
            self.fbind(name, self._lay)
        theme.watch(self)

    def show(self, pages: Sequence[bytes]) -> None:
        """Show pages given as PNG."""
        self.canvas.clear()
        self._sheets = []
        for content in pages:
            texture = Image(BytesIO(content), ext="png", mipmap=True).texture
            texture.min_filter = "linear_mipmap_linear"
            sheet, edge = Rectangle(texture=texture), Box(edge=dp(1))
            for part in (Color(1, 1, 1, 1), sheet, edge):
                self.canvas.add(part)
            self._sheets.append((texture, sheet, edge))
        self._lay()

    def repaint(self) -> None:
        """Take on the colours in use; the paper itself stays white."""
        for _texture, _sheet, edge in self._sheets:
            edge.paint("outline_variant")

    def reflow(self) -> None:
        """Nothing to measure: the page has its own size."""

    def _lay(self, *_args: Any) -> None:
        wide = self.width - 2 * self.margin
        if wide < 2 or not self._sheets:
            return
        highs = [wide * texture.height / texture.width for texture, _sheet, _edge in self._sheets]
        self.height = sum(highs) + self.margin * (len(highs) + 1)
        top = self.top - self.margin
        for (_texture, sheet, edge), high in zip(self._sheets, highs, strict=True):
            sheet.pos, sheet.size = (round(self.x + self.margin), round(top - high)), (wide, high)
            edge.place(sheet.pos, sheet.size, 0)
            top -= high + self.margin
        self.repaint()


class PageView(ScrollView):
    """Shows the pages as wide as there is room, and up to four times as large."""

    key = StringProperty()
    zoom = NumericProperty(1.0)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"bar_width": dp(4), "scroll_type": ["bars", "content"]} | kwargs)
        self.paper = Paper()
        self.add_widget(self.paper)
        self.fbind("size", self._fit)
        self.fbind("zoom", self._fit)

    def show(self, pages: Sequence[bytes]) -> None:
        """Show pages given as PNG."""
        self.paper.show(pages)
        self._fit()

    def closer(self, factor: float) -> None:
        """Look closer (over 1) or from further away, keeping to the same spot."""
        self.zoom = min(max(self.zoom * factor, SMALLEST), LARGEST)

    def on_touch_down(self, touch: Any) -> bool:
        """Look closer with a double tap, and from further away with the next."""
        if touch.is_double_tap and self.collide_point(*touch.pos):
            self.zoom = SMALLEST if self.zoom > SMALLEST else 2.0
            return True
        return super().on_touch_down(touch)

    def _fit(self, *_args: Any) -> None:
        self.paper.width = self.width * self.zoom
