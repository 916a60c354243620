"""What lies over the screens: the scrim, and the small window in the middle."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kivy.animation import Animation
from kivy.metrics import dp
from kivy.properties import NumericProperty, StringProperty
from kivy.uix.floatlayout import FloatLayout

from twitchlog.ui import theme
from twitchlog.ui.widgets import focus
from twitchlog.ui.widgets.scroll import Scroll
from twitchlog.ui.widgets.shapes import Box, Strip

if TYPE_CHECKING:
    from collections.abc import Callable

    from kivy.uix.widget import Widget

    from twitchlog.ui.widgets.shapes import Corners

SCRIM: Final = 0.4
IN: Final = 0.25
OUT: Final = 0.2
WIDE_FROM: Final = 840
"""From this width on, in dp, panes stand side by side and a sheet floats in the middle."""
NARROWEST_MARGIN: Final = 24


class Panel(FloatLayout):
    """A round ground that holds one widget and takes every touch on it.

    A widget of its own height scrolls where the window is too small for it. In the dark a line
    tells the ground from what is dimmed below it.
    """

    fill = StringProperty("surface")

    def __init__(self, content: Widget, **kwargs: Any) -> None:
        self.content = self.holder = content
        self._shape, self._edge = Box(), Box(edge=dp(1))
        super().__init__(**{"size_hint": (None, None)} | kwargs)
        for part in (self._shape, self._edge):
            self.canvas.before.add(part)
        if content.size_hint_y is None:
            self.holder = Scroll(size_hint=(None, None))
            content.size_hint_x = 1
            self.holder.add_widget(content)
        self.add_widget(self.holder)
        self.fbind("pos", self.draw)
        self.fbind("size", self.draw)
        theme.watch(self)
        self.repaint()

    def repaint(self) -> None:
        """Take on the colours in use."""
        self._shape.paint(self.fill)
        self._edge.paint("outline_variant" if theme.colours.dark else "")

    def reflow(self) -> None:
        """Nothing to measure: the content does."""

    def fit(self, width: float, height: float) -> None:
        """Give what it holds this room; what needs no more than that does not scroll."""
        self.holder.size = width, height
        if self.holder is not self.content:
            self.holder.do_scroll_y = self.content.height > height + 1
            if not self.holder.do_scroll_y:
                self.holder.scroll_y = 1

    def draw(self, *_args: Any) -> None:
        """Place the ground."""
        self.place_ground(dp(24))

    def place_ground(self, radius: float | Corners) -> None:
        """Let the ground, and the line around it, have these corners."""
        for part in (self._shape, self._edge):
            part.place(self.pos, self.size, radius)

    def on_touch_down(self, touch: Any) -> bool:
        """Let nothing below hear of a touch here."""
        return super().on_touch_down(touch) or self.collide_point(*touch.pos)


class Layer(FloatLayout):
    """A scrim with a panel on it, which keeps the keyboard; a tap beside the panel closes it.

    `closed` is called once, when it is on its way out.
    """

    dim = NumericProperty(0.0)

    def __init__(self, closed: Callable[[], None] | None = None, **kwargs: Any) -> None:
        self._scrim = Strip()
        self._closed = closed
        self._before: Widget | None = None
        self.open = True
        super().__init__(**kwargs)
        self.canvas.before.add(self._scrim)
        self.fbind("dim", self._shade)
        for name in ("pos", "size"):
            self.fbind(name, self._shade)
            self.fbind(name, self.settle)

    def enter(self) -> None:
        """Come in and take the keyboard."""
        self._before = focus.focused()
        focus.enter(self)
        lasts = theme.motion(IN)
        if not lasts:
            self.dim = SCRIM
        else:
            Animation(dim=SCRIM, d=lasts, t="out_cubic").start(self)
        self.settle()
        self.come(lasts)
        if focus.by_keyboard():
            focus.move(1)
        elif self._before is not None:
            self._before.focus = False

    def close(self, *_args: Any) -> None:
        """Go out, once, and give the keyboard back."""
        if not self.open:
            return
        self.open = False
        focus.leave(self)
        if self._closed is not None:
            self._closed()
        inside = focus.focused()
        if inside is not None and focus.holds(self, inside):
            inside.focus = False
        if self._before is not None and self._before.get_root_window() and focus.by_keyboard():
            self._before.focus = True
        lasts = theme.motion(OUT)
        if not lasts:
            self._remove()
            return
        leaving = Animation(dim=0.0, d=lasts, t="out_cubic")
        leaving.fbind("on_complete", self._remove)
        leaving.start(self)
        self.go(lasts)

    def escape(self) -> None:
        """Go one step back in what it holds, or close."""
        step_back = getattr(self.panel.content, "step_back", None)
        if step_back is None or not step_back():
            self.dismiss()

    def dismiss(self) -> bool:
        """Close as a person asks for it; return whether it did.

        What it holds may have a `stays()`, which tells that something typed in it is wrong.
        """
        stays = getattr(self.panel.content, "stays", None)
        if stays is None or not stays():
            self.close()
        return not self.open

    def settle(self, *_args: Any) -> None:
        """Give the panel its place and size."""

    def come(self, lasts: float) -> None:
        """Move the panel in."""

    def go(self, lasts: float) -> None:
        """Move the panel out."""

    def on_touch_down(self, touch: Any) -> bool:
        """Keep every touch from the screens below; beside the panel it closes."""
        if self.open and not super().on_touch_down(touch):
            self.dismiss()
        return True

    def on_touch_move(self, touch: Any) -> bool:
        """Keep every touch from the screens below."""
        super().on_touch_move(touch)
        return True

    def on_touch_up(self, touch: Any) -> bool:
        """Keep every touch from the screens below."""
        super().on_touch_up(touch)
        return True

    def _shade(self, *_args: Any) -> None:
        self._scrim.place(self.pos, self.size)
        self._scrim.black(self.dim)

    def _remove(self, *_args: Any) -> None:
        if self.parent is not None:
            self.parent.remove_widget(self)


class DialogLayer(Layer):
    """A small window in the middle, as high as what it holds."""

    def __init__(self, content: Widget, closed: Callable[[], None] | None, **kwargs: Any) -> None:
        super().__init__(closed, **kwargs)
        self.panel = Panel(content, fill="card")
        self.add_widget(self.panel)
        content.fbind("height", self.settle)

    def settle(self, *_args: Any) -> None:
        """Stand in the middle, within the margins."""
        panel, content = self.panel, self.panel.content
        wide = min(getattr(content, "widest", dp(400)), self.width - 2 * dp(NARROWEST_MARGIN))
        panel.size = wide, min(content.height, self.height - 2 * dp(NARROWEST_MARGIN))
        panel.center = self.center
        panel.fit(*panel.size)
        panel.holder.pos = panel.pos
        panel.draw()

    def come(self, lasts: float) -> None:
        """Fade in."""
        if lasts:
            self.panel.opacity = 0.0
            Animation(opacity=1.0, d=lasts).start(self.panel)

    def go(self, lasts: float) -> None:
        """Fade out."""
        Animation(opacity=0.0, d=lasts).start(self.panel)
