"""Where screens and pages stand: one of them, or a list with what was opened from it beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from weakref import WeakKeyDictionary, ref

from kivy.animation import Animation
from kivy.metrics import dp, sp
from kivy.uix.floatlayout import FloatLayout

from twitchlog.ui import theme
from twitchlog.ui.widgets import focus

if TYPE_CHECKING:
    from kivy.uix.widget import Widget

CROSS_FADE: Final = 0.2
LEAST_PANE: Final = 360
"""A pane is at least so wide, more with large text; with less room than for two there is one."""
LIST_WIDEST: Final = 496
PAGE_WIDTH: Final = 688
"""What a page beside its list is given first: its column with a margin at either side."""


class Stage(FloatLayout):
    """Shows one widget, or two side by side, and tells each when it comes and goes.

    One with `entered()` or `left()` is told. `in_list` says whether the list was used last.
    """

    def __init__(self, **kwargs: Any) -> None:
        self.shown: tuple[Widget, ...] = ()
        self.in_list = False
        self._keyboard_in: WeakKeyDictionary[Widget, ref[Widget]] = WeakKeyDictionary()
        super().__init__(**{"size_hint": (None, None)} | kwargs)
        self.fbind("width", self._share)

    @property
    def two(self) -> bool:
        """Whether there is room for a list and a page beside each other."""
        return bool(self.width >= sp(2 * LEAST_PANE))

    def show(self, *widgets: Widget) -> None:
        """Show these, with a cross-fade of those that were not there."""
        if widgets == self.shown:
            return
        before, self.shown = self.shown, widgets
        for old in before:
            if old not in widgets:
                self._take_away(old)
        for widget in widgets:
            if widget.parent is None:
                self._put(widget, fades=bool(before))
        self._share()

    def on_touch_down(self, touch: Any) -> bool:
        """Notice whether it is the list that is used."""
        self.in_list = len(self.shown) > 1 and self.shown[0].collide_point(*touch.pos)
        return bool(super().on_touch_down(touch))

    def list_is_used(self) -> bool:
        """Return whether what happens now comes from the list at the left."""
        if len(self.shown) < 2:
            return False
        inside = focus.focused()
        if focus.by_keyboard() and inside is not None:
            return focus.holds(self.shown[0], inside)
        return self.in_list

    def _put(self, widget: Widget, *, fades: bool) -> None:
        # The list comes first in reading order, also where the page was there before it.
        first = self.shown.index(widget) == 0
        self.add_widget(widget, index=len(self.children) if first else 0)
        lasts = theme.motion(CROSS_FADE)
        if lasts and fades:
            widget.opacity = 0.0
            Animation(opacity=1.0, d=lasts).start(widget)
        tell(widget, "entered")
        self._keyboard_back(widget)

    def _take_away(self, old: Widget) -> None:
        Animation.cancel_all(old, "opacity")
        inside = focus.focused()
        self._keyboard_in.pop(old, None)
        if inside is not None and focus.holds(old, inside):
            self._keyboard_in[old] = ref(inside)
            inside.focus = False
        self.remove_widget(old)
        old.opacity = 1.0
        tell(old, "left")

    def _keyboard_back(self, widget: Widget) -> None:
        """Bring the keyboard back to where it was when a screen or page was left."""
        kept = self._keyboard_in.pop(widget, None)
        inside = kept() if kept is not None else None
        if inside is None or not focus.by_keyboard() or focus.focused() is not None:
            return
        if focus.holds(widget, inside):
            inside.focus = True

    def _share(self, *_args: Any) -> None:
        """Give a list and its page their parts of the width."""
        at, rest = 0.0, self.width
        for widget in self.shown:
            wide = rest
            if widget is not self.shown[-1]:
                wide = min(max(rest - dp(PAGE_WIDTH), sp(LEAST_PANE)), sp(LIST_WIDEST))
            widget.size_hint = (wide / max(self.width, 1), 1)
            widget.pos_hint = {"x": at / max(self.width, 1), "y": 0}
            at, rest = at + wide, rest - wide
        self._trigger_layout()


def tell(widget: Widget, what: str) -> None:
    """Call the method of that name, where the widget has one."""
    hear = getattr(widget, what, None)
    if callable(hear):
        hear()
