"""The mouse: what it rests on is a little darker, and an icon says what it does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kivy.clock import Clock
from kivy.core.window import Window

from twitchlog.ui.widgets import focus
from twitchlog.ui.widgets.pressing import Pressable
from twitchlog.ui.widgets.tooltip import Tooltips

if TYPE_CHECKING:
    from kivy.uix.widget import Widget


class Pointer:
    """Follows the mouse over everything in and below `root`."""

    def __init__(self, root: Widget) -> None:
        self._root = root
        self._under: Pressable | None = None
        self.tips = Tooltips()
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
        self.tips.hide()
        focus.moved = None

    def _moved(self, _window: Any, place: tuple[float, float]) -> None:
        self.place = place
        self._look()

    def _reached(self, widget: Widget) -> None:
        """Name what the keyboard has come to, as if the mouse rested on it."""
        self._rest_on(None)
        self.tips.hide()
        if isinstance(widget, Pressable):
            self.tips.name(widget)

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
        self.tips.hide()
        self._under = widget
        if widget is not None:
            widget.hovered = True
            self.tips.name(widget)


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
