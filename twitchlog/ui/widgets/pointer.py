"""The mouse: what it rests on is a little darker, and an icon says what it does."""

from __future__ import annotations

from typing import Any, Final

from kivy.clock import Clock
from kivy.core.window import Window
from kivy.metrics import dp
from kivy.uix.widget import Widget

from twitchlog.ui.widgets import focus
from twitchlog.ui.widgets.lettering import Letters
from twitchlog.ui.widgets.pressing import Pressable
from twitchlog.ui.widgets.shapes import Box

TOOLTIP_AFTER: Final = 0.5


class Tooltip(Widget):
    """A few words beside an icon."""

    def __init__(self, text: str, target: Widget) -> None:
        super().__init__(size_hint=(None, None))
        shape, words = Box(), Letters()
        shape.paint("inverse_surface")
        words.set(text, "body_small")
        words.paint("inverse_on_surface")
        self.size = words.size[0] + dp(16), words.size[1] + dp(12)
        x, y = target.to_window(*target.pos)
        left = x + target.width / 2 - self.width / 2
        self.x = min(max(left, dp(4)), Window.width - self.width - dp(4))
        self.y = y - self.height - dp(2)
        if self.y < dp(4):
            self.y = y + target.height + dp(2)
        shape.place(self.pos, self.size, dp(4))
        words.place(self.x + dp(8), self.top - dp(6))
        self.canvas.add(shape)
        self.canvas.add(words)


class Pointer:
    """Follows the mouse over everything in and below `root`."""

    def __init__(self, root: Widget) -> None:
        self._root = root
        self._under: Pressable | None = None
        self._tip: Tooltip | None = None
        self._soon = Clock.create_trigger(self._show, TOOLTIP_AFTER)
        self._look = Clock.create_trigger(self._find)
        self.place = (0.0, 0.0)

    def follow(self) -> None:
        """Start to follow."""
        Window.fbind("mouse_pos", self._moved)
        Window.fbind("on_cursor_leave", self._left)
        focus.moved = self._reached

    def stop(self) -> None:
        """Stop, and forget what the mouse rests on."""
        Window.funbind("mouse_pos", self._moved)
        Window.funbind("on_cursor_leave", self._left)
        self._rest_on(None)
        focus.moved = None

    def _moved(self, _window: Any, place: tuple[float, float]) -> None:
        self.place = place
        self._look()

    def _reached(self, widget: Widget) -> None:
        """Name what the keyboard has come to, as if the mouse rested on it."""
        self._rest_on(None)
        if isinstance(widget, Pressable) and widget.tooltip:
            self._under = widget
            self._soon()

    def _left(self, *_args: Any) -> None:
        self._rest_on(None)

    def rest_at(self, place: tuple[float, float]) -> None:
        """Mark what lies at a place of the window."""
        self.place = place
        self._find()

    def _find(self, *_args: Any) -> None:
        inside = focus.scope() or self._root
        self._rest_on(_under(inside, *inside.to_widget(*self.place)))

    def _rest_on(self, widget: Pressable | None) -> None:
        if widget is self._under:
            return
        if self._under is not None:
            self._under.hovered = False
        self._soon.cancel()
        if self._tip is not None:
            Window.remove_widget(self._tip)
            self._tip = None
        self._under = widget
        if widget is not None:
            widget.hovered = True
            if widget.tooltip:
                self._soon()

    def _show(self, *_args: Any) -> None:
        under = self._under
        if under is not None and under.get_root_window():
            self._tip = Tooltip(under.tooltip, under)
            Window.add_widget(self._tip)


def _under(widget: Widget, x: float, y: float) -> Pressable | None:
    """Return the uppermost thing to tap at a place, given as `widget`'s parent counts."""
    if widget.disabled or widget.opacity == 0:
        return None
    if not widget.collide_point(x, y):
        return None
    inner = widget.to_local(x, y)
    for child in widget.children:
        found = _under(child, *inner)
        if found is not None:
            return found
    return widget if isinstance(widget, Pressable) else None
