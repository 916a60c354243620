"""The sheet that comes from below, or stands in the middle of a wide window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kivy.animation import Animation
from kivy.metrics import dp

from twitchlog.ui.widgets.layers import NARROWEST_MARGIN, WIDE_FROM, Layer, Panel
from twitchlog.ui.widgets.shapes import Box

if TYPE_CHECKING:
    from collections.abc import Callable

    from kivy.uix.widget import Widget

HIGHEST: Final = 856
SHEET_WIDTH: Final = 640
HANDLE: Final = 24


class SheetPanel(Panel):
    """The ground of a sheet, round at the top, with a handle to pull it down by.

    One that `floats` in the middle of a wide window, as a small window does, is round all about and
    has no handle.
    """

    floats = False
    rest_y = 0.0

    def __init__(self, content: Widget, pulled: Callable[[], bool], **kwargs: Any) -> None:
        self._handle, self._pulled = Box(), pulled
        self._from: float | None = None
        super().__init__(content, **kwargs)
        self.canvas.add(self._handle)
        self.repaint()

    def repaint(self) -> None:
        """Take on the colours in use."""
        super().repaint()
        self._handle.paint("" if self.floats else "outline")

    def draw(self, *_args: Any) -> None:
        """Place ground and handle."""
        below = dp(28) if self.floats else 0.0
        self.place_ground((dp(28), dp(28), below, below))
        # Kivy's own `top` may still be the old one while `pos` is told.
        x, top = self.x + self.width / 2, self.y + self.height
        self._handle.place((x - dp(16), top - dp(12)), (dp(32), dp(4)), dp(2))
        # The content keeps its size while the sheet slides, so nothing is measured anew.
        self.holder.pos = self.pos

    def on_touch_down(self, touch: Any) -> bool:
        """Start to pull where the handle is; a button that reaches up there comes first."""
        pulls = not self.floats and touch.y > self.top - dp(HANDLE)
        if pulls and self.collide_point(*touch.pos):
            if not any(child.dispatch("on_touch_down", touch) for child in self.children):
                touch.grab(self)
                self._from = touch.y - self.top
            return True
        return super().on_touch_down(touch)

    def on_touch_move(self, touch: Any) -> bool:
        """Follow the finger down."""
        if touch.grab_current is self and self._from is not None:
            self.top = min(touch.y - self._from, self.height)
            return True
        return super().on_touch_move(touch)

    def on_touch_up(self, touch: Any) -> bool:
        """Close where it was pulled far enough, else spring back."""
        if touch.grab_current is not self:
            return super().on_touch_up(touch)
        touch.ungrab(self)
        self._from = None
        if self.y >= -self.height / 4 or not self._pulled():
            self.y = self.rest_y
        return True


class SheetLayer(Layer):
    """A sheet from below, at most 856 high; 640 wide in the middle of a wide window."""

    def __init__(self, content: Widget, closed: Callable[[], None] | None, **kwargs: Any) -> None:
        self.moves = False
        super().__init__(closed, **kwargs)
        self.panel = SheetPanel(content, self.dismiss)
        self.add_widget(self.panel)
        if content.size_hint_y is None:
            content.fbind("height", self.settle)

    def settle(self, *_args: Any) -> None:
        """Stand on the lower edge, or in the middle where the window is wide."""
        panel, content = self.panel, self.panel.content
        panel.floats = self.width >= dp(WIDE_FROM)
        panel.repaint()
        wide, high = self.room(*self.size)
        if content.size_hint_y is None:
            high = min(high, content.height)
        panel.size = wide, high + dp(HANDLE)
        panel.center_x = self.center_x
        panel.rest_y = max((self.height - panel.height) / 2, 0.0) if panel.floats else 0.0
        if not self.moves:
            panel.y = panel.rest_y
        panel.fit(wide, high)
        panel.draw()

    @staticmethod
    def room(width: float, height: float) -> tuple[float, float]:
        """Return the most room a sheet has for its content in a window of that size."""
        return (
            min(width, dp(SHEET_WIDTH)),
            min(dp(HIGHEST), height - dp(NARROWEST_MARGIN)) - dp(HANDLE),
        )

    def come(self, lasts: float) -> None:
        """Slide up."""
        if lasts:
            self.panel.y = -self.panel.height
            self._move(self.panel.rest_y, lasts)

    def go(self, lasts: float) -> None:
        """Slide down."""
        self._move(-self.panel.height, lasts)

    def _move(self, y: float, lasts: float) -> None:
        self.moves = True
        moving = Animation(y=y, d=lasts, t="out_cubic")
        moving.fbind("on_complete", self._arrived)
        moving.start(self.panel)

    def _arrived(self, *_args: Any) -> None:
        self.moves = False
        if self.open:
            self.settle()
