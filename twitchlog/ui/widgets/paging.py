"""Keys that scroll what is read: a page, to either end, or a little with the arrows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kivy.metrics import dp
from kivy.uix.scrollview import ScrollView

if TYPE_CHECKING:
    from kivy.uix.widget import Widget

_LITTLE: Final = 64
_OVERLAP: Final = 40
"""So much of a page stays in sight when the next is turned to, in dp."""
KEYS: Final = frozenset({"pageup", "pagedown", "home", "end", "up", "down"})


def scroll(name: str, view: ScrollView) -> None:
    """Scroll `view` as the key of that name (one of `KEYS`) does everywhere."""
    hidden = view.children[0].height - view.height
    page = max(view.height - dp(_OVERLAP), dp(_LITTLE))
    downwards = {
        "pagedown": page,
        "pageup": -page,
        "down": dp(_LITTLE),
        "up": -dp(_LITTLE),
        "end": hidden,
        "home": -hidden,
    }[name]
    view.scroll_y = min(max(view.scroll_y - downwards / hidden, 0.0), 1.0)
    view.update_from_scroll()


def scrolls(widget: Widget) -> bool:
    """Return whether `widget` holds more than its height shows."""
    return bool(
        isinstance(widget, ScrollView)
        and widget.do_scroll_y
        and widget.children
        and widget.children[0].height > widget.height
    )
