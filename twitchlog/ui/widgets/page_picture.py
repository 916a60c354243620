"""The page as it will be printed, to look at and to look into."""

from __future__ import annotations

from io import BytesIO
from math import dist
from typing import TYPE_CHECKING, Any

from kivy.core.image import Image
from kivy.core.window import Window
from kivy.graphics import Color, Rectangle
from kivy.metrics import dp
from kivy.properties import NumericProperty, StringProperty
from kivy.uix.scrollview import ScrollView
from kivy.uix.widget import Widget

from twitchlog.ui import theme
from twitchlog.ui.widgets.fingers import Fingers
from twitchlog.ui.widgets.shapes import Box

if TYPE_CHECKING:
    from collections.abc import Sequence

    Point = Sequence[float]

LARGEST = 4.0
SMALLEST = 1.0
WHEEL = 1.25


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

    @property
    def tops(self) -> tuple[float, ...]:
        """How far below the upper edge each page begins."""
        return tuple(self.top - sheet.pos[1] - sheet.size[1] for _t, sheet, _edge in self._sheets)

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
    """Shows the pages as wide as there is room, and up to four times as large.

    Two fingers, Ctrl and the wheel, and a double tap look closer; `at` is the page in sight.
    """

    key = StringProperty()
    zoom = NumericProperty(1.0)
    at = NumericProperty(0)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"bar_width": dp(4), "scroll_type": ["bars", "content"]} | kwargs)
        self.paper = Paper()
        self.add_widget(self.paper)
        self._fingers = Fingers(self)
        for name in ("size", "zoom"):
            self.fbind(name, self._fit)
        self.fbind("scroll_y", self._find)

    def show(self, pages: Sequence[bytes]) -> None:
        """Show pages given as PNG."""
        self.paper.show(pages)
        self._fit()

    def closer(self, factor: float, at: Point | None = None) -> None:
        """Look closer (over 1) or from further away, keeping to the same spot."""
        before = self.zoom
        zoom = min(max(before * factor, SMALLEST), LARGEST)
        if zoom == before:
            return
        right, up = at or self.center
        wide, high = self.paper.size
        # What lies below the spot, as shares of the paper, stays below it.
        across = (right - self.x + self.scroll_x * max(wide - self.width, 0)) / max(wide, 1)
        upward = (up - self.y + self.scroll_y * max(high - self.height, 0)) / max(high, 1)
        self.zoom = zoom
        wide, high = self.paper.size
        if wide > self.width:
            self.scroll_x = _inside((across * wide - right + self.x) / (wide - self.width))
        if high > self.height:
            self.scroll_y = _inside((upward * high - up + self.y) / (high - self.height))

    def turn(self, pages: int) -> None:
        """Bring the page so many further into sight."""
        tops = self.paper.tops
        if tops and self.paper.height > self.height:
            wanted = tops[min(max(int(self.at) + pages, 0), len(tops) - 1)]
            self.scroll_y = _inside(1 - wanted / (self.paper.height - self.height))

    def on_touch_down(self, touch: Any) -> bool:
        """Look closer with a double tap or Ctrl and the wheel; follow a second finger."""
        if not self.collide_point(*touch.pos):
            return bool(super().on_touch_down(touch))
        wheel = getattr(touch, "button", "")
        if wheel in {"scrolldown", "scrollup"} and "ctrl" in Window.modifiers:
            self.closer(WHEEL if wheel == "scrolldown" else 1 / WHEEL, touch.pos)
            return True
        if touch.is_double_tap and not wheel.startswith("scroll"):
            self.closer(SMALLEST / self.zoom if self.zoom > SMALLEST else 2.0, touch.pos)
            return True
        if not wheel.startswith("scroll"):
            self._fingers.down(touch)
        return bool(super().on_touch_down(touch))

    def on_touch_move(self, touch: Any) -> bool:
        """Follow fingers; two of them zoom, and then nothing scrolls."""
        self._fingers.move(touch)
        return self._fingers.several or bool(super().on_touch_move(touch))

    def on_touch_up(self, touch: Any) -> bool:
        """Let go of a finger."""
        self._fingers.up(touch)
        return bool(super().on_touch_up(touch))

    # What the fingers tell

    def tapped(self, at: Point, *, again: bool) -> None:
        """Nothing: a double tap is heard where it begins."""

    def held(self, at: Point) -> None:
        """Nothing to choose on the page."""

    def dragged(self, right: float, up: float) -> None:
        """Nothing: one finger scrolls."""

    def pinched(self, before: tuple[Point, Point], after: tuple[Point, Point]) -> None:
        """Look as much closer as the fingers move apart, about their middle."""
        apart = dist(*before)
        if apart > 1:
            middle = [(one + other) / 2 for one, other in zip(*after, strict=True)]
            self.closer(dist(*after) / apart, middle)

    def _find(self, *_args: Any) -> None:
        """Note which page the middle of the view is on."""
        tops = self.paper.tops
        hidden = max(self.paper.height - self.height, 0)
        middle = (1 - self.scroll_y) * hidden + self.height / 2
        self.at = max((n for n, top in enumerate(tops) if top <= middle), default=0)

    def _fit(self, *_args: Any) -> None:
        self.paper.width = self.width * self.zoom


def _inside(share: float) -> float:
    return min(max(share, 0.0), 1.0)
