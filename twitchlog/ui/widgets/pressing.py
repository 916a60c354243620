"""What can be tapped: the touch, the keyboard, the ring of the focus and the layer of a press."""

from __future__ import annotations

from typing import Any, Final

from kivy.animation import Animation
from kivy.metrics import dp
from kivy.properties import BooleanProperty, NumericProperty, StringProperty
from kivy.uix.widget import Widget

from twitchlog.ui import theme
from twitchlog.ui.widgets import focus
from twitchlog.ui.widgets.shapes import Box, Corners

RIPPLE: Final = 0.1
CHANGE: Final = 0.15
HOVER_ALPHA: Final = 0.08
PRESS_ALPHA: Final = 0.12
OFF_ALPHA: Final = 0.38


class Pressable(focus.Focusable, Widget):
    """A widget that is tapped or activated by key: dispatches `on_release` once for each.

    A subclass draws itself on `canvas` and says in `outline` where its shape lies.
    """

    __events__ = ("on_release",)

    key = StringProperty()
    tooltip = StringProperty()
    hovered = BooleanProperty(False)
    pressed = BooleanProperty(False)
    layer_ink = StringProperty("on_surface")
    _layer_alpha = NumericProperty(0.0)

    named_at = ""
    """Where the tooltip stands if no other place is free: "right" or "above"; else as it fits."""
    ring_gap = 2  # dp between shape and ring; negative draws the ring inside

    def __init__(self, **kwargs: Any) -> None:
        self._layer: Box | None = None
        self._ring: Box | None = None
        super().__init__(**kwargs)
        for name in ("pos", "size"):
            self.fbind(name, self._move_marks)
        for name in ("hovered", "pressed"):
            self.fbind(name, self._change_layer)
        self.fbind("_layer_alpha", self._draw_layer)
        self.fbind("disabled", self._on_off)
        theme.watch(self)

    def outline(self) -> tuple[tuple[float, float], tuple[float, float], float | Corners]:
        """Return position, size and radius of the shape that is drawn."""
        return self.pos, self.size, dp(8)

    @property
    def middle(self) -> tuple[float, float]:
        """The middle; Kivy's own `center` may still be the old one while `pos` is told."""
        return self.x + self.width / 2, self.y + self.height / 2

    def repaint(self) -> None:
        """Take on the colours in use."""

    def reflow(self) -> None:
        """Measure anew after the text size has changed."""

    def on_release(self, *_args: Any) -> None:
        """Hear of a finished tap or key."""

    def activate(self) -> None:
        """Do what a tap does."""
        if not self.disabled:
            self.dispatch("on_release")

    def on_touch_down(self, touch: Any) -> bool:
        """Let a child take the touch first; else it is a press."""
        if Widget.on_touch_down(self, touch):
            return True
        other = (getattr(touch, "button", None) or "left") != "left"
        if other or self.disabled or not self.collide_point(*touch.pos):
            return False
        focus.used_keyboard(False)
        touch.grab(self)
        self.pressed = True
        self.focus = True
        focus.Focusable.ignored_touch.append(touch)
        return True

    def on_touch_move(self, touch: Any) -> bool:
        """Keep what was pressed."""
        return touch.grab_current is self or super().on_touch_move(touch)

    def on_touch_up(self, touch: Any) -> bool:
        """Finish the press, where the finger is still on it."""
        if touch.grab_current is not self:
            return super().on_touch_up(touch)
        touch.ungrab(self)
        self.pressed = False
        # A swipe that began here has turned the page and means nothing else.
        if self.collide_point(*touch.pos) and "spent" not in touch.ud:
            self.activate()
        return True

    def show_focus(self) -> None:
        """Draw or remove the ring."""
        if self.rings():
            if self._ring is None:
                self._ring = Box(edge=dp(3))
                self.canvas.after.add(self._ring)
            self._ring.paint("primary")
            self._move_marks()
        elif self._ring is not None:
            self._ring.paint("")

    def _on_off(self, *_args: Any) -> None:
        self.pressed = self.hovered = False
        self.repaint()

    def _change_layer(self, *_args: Any) -> None:
        goal = PRESS_ALPHA if self.pressed else HOVER_ALPHA if self.hovered else 0.0
        Animation.cancel_all(self, "_layer_alpha")
        lasts = theme.motion(RIPPLE)
        if lasts:
            Animation(_layer_alpha=goal, d=lasts).start(self)
        else:
            self._layer_alpha = goal

    def _draw_layer(self, *_args: Any) -> None:
        if self._layer is None:
            self._layer = Box()
            self.canvas.after.insert(0, self._layer)
            self._move_marks()
        self._layer.paint(self.layer_ink, alpha=self._layer_alpha)

    def _move_marks(self, *_args: Any) -> None:
        if self._layer is None and self._ring is None:
            return
        pos, size, radius = self.outline()
        if self._layer is not None:
            self._layer.place(pos, size, radius)
        if self._ring is not None:
            out = dp(self.ring_gap + 3)
            grown = (
                tuple(max(each + out, 0) for each in radius)
                if isinstance(radius, tuple)
                else max(radius + out, 0)
            )
            self._ring.place(
                (pos[0] - out, pos[1] - out), (size[0] + 2 * out, size[1] + 2 * out), grown
            )
