"""Write which keyed widgets are on the screen, and where, so that a test can drive the program."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kivy.clock import Clock as Frames
from kivy.core.window import Window
from kivy.uix.textinput import TextInput

from twitchlog.ui.widgets import focus
from twitchlog.ui.widgets.layers import Layer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kivy.uix.widget import Widget

_LOOK_S = 0.1


class UiMap:
    """The file at `path`, written anew with what `front` says is on the screen at every look.

    What lies under a sheet or dialog is left out, since no touch reaches it. The file holds
    `{"looks", "window": [w, h], "typing": bool, "widgets": [{"key", "text", "x", "y", "w", "h"}]}`
    in window pixels, y from the top; `looks` counts the looks, so that an old list is not taken for
    a screen that stands still, and `typing` says that a field takes what is typed. Personal text
    goes into it, so it is only written when asked for.
    """

    def __init__(self, front: Callable[[], Widget], path: str) -> None:
        self._front, self._path, self._looks = front, Path(path), 0

    def start(self) -> None:
        """Look several times a second from now on."""
        Frames.schedule_interval(lambda _seconds: self._look(), _LOOK_S)

    def _look(self) -> None:
        shown = [seen for top in _uncovered(self._front()) for seen in _visible(top, 1.0)]
        typing = isinstance(focus.focused(), TextInput)
        self._looks += 1
        tree = {
            "looks": self._looks,
            "window": list(Window.size),
            "typing": typing,
            "widgets": shown,
        }
        partial = self._path.with_suffix(".part")
        partial.write_text(json.dumps(tree), "utf-8")
        partial.replace(self._path)


def _uncovered(root: Widget) -> list[Widget]:
    """Return what a touch can reach: the uppermost sheet or dialog, even while it leaves."""
    drawn = list(reversed(root.children))
    layers = [place for place, child in enumerate(drawn) if isinstance(child, Layer)]
    return drawn[layers[-1] :] if layers else drawn


def _visible(widget: Widget, opacity: float) -> Iterator[dict[str, Any]]:
    opacity *= widget.opacity
    if opacity < 0.1:
        return
    key, text = getattr(widget, "key", ""), getattr(widget, "text", "")
    if key or text:
        x, y = widget.to_window(widget.x, widget.y)
        top = Window.height - y - widget.height
        if (
            0 <= x + widget.width / 2 <= Window.width
            and 0 <= top + widget.height / 2 <= Window.height
        ):
            yield {
                "key": key,
                "text": str(text),
                "x": round(x),
                "y": round(top),
                "w": round(widget.width),
                "h": round(widget.height),
            }
    for child in reversed(widget.children):
        yield from _visible(child, opacity)
