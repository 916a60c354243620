"""A few words beside a button: where they find room, and when they go."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from kivy.clock import Clock
from kivy.core.window import Window
from kivy.metrics import dp
from kivy.uix.behaviors import FocusBehavior
from kivy.uix.stencilview import StencilView
from kivy.uix.widget import Widget

from twitchlog.ui.widgets import focus
from twitchlog.ui.widgets.lettering import Letters
from twitchlog.ui.widgets.shapes import Box

if TYPE_CHECKING:
    from collections.abc import Iterator

    from twitchlog.ui.widgets.pressing import Pressable

AFTER: Final = 0.5
"""Seconds a button is rested on before it is named."""
GAP: Final = 8
"""dp between a button and its name, which leaves room for the ring of the focus."""
EDGE: Final = 4
"""dp that are left free at the edge of the window."""
WIDEST: Final = 320
"""dp; a longer name takes more lines."""
BUTTON_COUNTS: Final = 8
"""So many times worse than words is a button below the name of another."""


class Area(NamedTuple):
    """A part of the window, in px."""

    left: float
    low: float
    right: float
    top: float

    def shared(self, other: Area) -> Area:
        """Return what lies in both; one without a size where they do not meet."""
        left, low = max(self.left, other.left), max(self.low, other.low)
        return Area(
            left, low, max(left, min(self.right, other.right)), max(low, min(self.top, other.top))
        )

    @property
    def extent(self) -> float:
        """How much it covers, in square px."""
        return (self.right - self.left) * (self.top - self.low)


def area_of(widget: Widget) -> Area:
    """Return where a widget lies in the window."""
    x, y = widget.to_window(*widget.pos)
    return Area(x, y, x + widget.width, y + widget.height)


def _drawn(widget: Widget) -> Area:
    """Return where the shape of a button lies, which may be less than what can be touched."""
    if not hasattr(widget, "outline"):
        return area_of(widget)
    corner, (wide, high), _radius = widget.outline()
    x, y = widget.to_window(*corner)
    return Area(x, y, x + wide, y + high)


class Tooltip(Widget):
    """The words and what they stand on, where they cover least of what is beside `target`."""

    def __init__(self, target: Pressable) -> None:
        super().__init__(size_hint=(None, None))
        shape, words = Box(), Letters()
        shape.paint("inverse_surface")
        words.paint("inverse_on_surface")
        taken, found = _taken(target), []
        for room in _rooms(target):
            words.set(target.tooltip, "body_small", width=room, hugs=True)
            size = words.size[0] + dp(16), words.size[1] + dp(12)
            covers, pos = _best_place(target, size, taken)
            found.append((covers, room, pos, size))
            if not covers:
                break
        _covers, room, self.pos, self.size = min(found, key=lambda each: each[0])
        words.set(target.tooltip, "body_small", width=room, hugs=True)
        shape.place(self.pos, self.size, dp(4))
        words.place(self.x + dp(8), self.top - dp(6))
        self.canvas.add(shape)
        self.canvas.add(words)


def _rooms(target: Pressable) -> Iterator[float]:
    """Yield how wide the words may be: all the window, then what a button near its edge has."""
    yield min(dp(WIDEST), Window.width - 2 * dp(EDGE) - dp(16))
    area = area_of(target)
    middle = (area.left + area.right) / 2
    room = 2 * (min(middle, Window.width - middle) - dp(EDGE)) - dp(16)
    longest = Letters()
    longest.set(max(target.tooltip.split(), key=len), "body_small")
    if longest.size[0] <= room < dp(WIDEST):
        yield room


def _taken(target: Pressable) -> list[tuple[Area, int]]:
    """Return what is beside `target`; where it lies on a sheet, what is dimmed below counts not."""
    window, scope = Area(0, 0, *Window.size), focus.scope()
    seen = Window.children if scope is None or not focus.holds(scope, target) else [scope]
    return [(area, weight) for child in seen for area, weight in _covered(child, target, window)]


def _best_place(
    target: Pressable, size: tuple[float, float], taken: list[tuple[Area, int]]
) -> tuple[float, tuple[float, float]]:
    """Return how much is covered, and the lower left corner beside `target` that covers least."""

    def cost(place: tuple[float, float]) -> float:
        own = Area(*place, place[0] + size[0], place[1] + size[1])
        return sum(own.shared(area).extent * weight for area, weight in taken)

    places = _places(area_of(target), size, at=target.named_at)
    best = min(places, key=cost)
    # Where its bar has room for it, unless another place is wholly free.
    best = places[0] if target.named_at and cost(best) else best
    return cost(best), best


def _places(target: Area, size: tuple[float, float], *, at: str) -> list[tuple[float, float]]:
    """Return where it fits into the window beside `target`, the place it has of its own first."""
    (wide, high), gap, edge = size, dp(GAP), dp(EDGE)
    across = _kept((target.left + target.right - wide) / 2, wide, Window.width)
    level = _kept((target.low + target.top - high) / 2, high, Window.height)
    below, above = (across, target.low - gap - high), (across, target.top + gap)
    right, left = (target.right + gap, level), (target.left - gap - wide, level)
    first = {"right": right, "above": above}.get(at, below)
    fitting = [
        (x, y)
        for x, y in (first, below, above, right, left)
        if edge <= x <= Window.width - wide - edge and edge <= y <= Window.height - high - edge
    ]
    return fitting or [(across, _kept(below[1], high, Window.height))]


def _kept(start: float, length: float, whole: float) -> float:
    """Return the start of what is to lie in the window from 0 to `whole`."""
    return max(min(start, whole - length - dp(EDGE)), dp(EDGE))


def _covered(widget: Widget, target: Pressable, sight: Area) -> Iterator[tuple[Area, int]]:
    """Yield what can be used and what can be read in `sight`, with how much each counts."""
    if widget.opacity == 0 or widget is target:
        return
    if isinstance(widget, StencilView):
        sight = sight.shared(area_of(widget))
    counts = 1
    if isinstance(widget, FocusBehavior) and not focus.holds(widget, target):
        counts = BUTTON_COUNTS
        yield _drawn(widget).shared(sight), counts
    for part in widget.canvas.children:
        if isinstance(part, Letters):
            x, y = widget.to_window(*part.corner)
            yield Area(x, y, x + part.size[0], y + part.size[1]).shared(sight), counts
    for child in widget.children:
        yield from _covered(child, target, sight)


class Tooltips:
    """Names one button at a time, until a touch, a key or a change of what is to be seen."""

    def __init__(self) -> None:
        self._target: Pressable | None = None
        self._tip: Tooltip | None = None
        self._stood: tuple[Area, str] | None = None
        self._soon = Clock.create_trigger(self._show, AFTER)

    def name(self, target: Pressable) -> None:
        """Name this button in a moment, and no other."""
        self.hide()
        if not target.tooltip:
            return
        self._target = target
        # Heard from now on, and so before a page that keeps a key to itself.
        for heard in ("on_touch_down", "on_key_down"):
            Window.fbind(heard, self.hide)
        self._soon()

    def hide(self, *_args: Any) -> None:
        """Take the name away, also one that was still to come."""
        if self._target is None:
            return
        self._target = None
        self._soon.cancel()
        for heard in ("on_touch_down", "on_key_down"):
            Window.funbind(heard, self.hide)
        if self._tip is not None:
            Window.funbind("on_flip", self._look)
            Window.remove_widget(self._tip)
            self._tip = None

    def _show(self, *_args: Any) -> None:
        target = self._target
        if target is None or not _is_there(target):
            self.hide()
            return
        self._stood = area_of(target), target.tooltip
        self._tip = Tooltip(target)
        Window.add_widget(self._tip)
        Window.fbind("on_flip", self._look)

    def _look(self, *_args: Any) -> None:
        """Go, once the button is gone, lies elsewhere or is called otherwise."""
        target = self._target
        stays = target is not None and _is_there(target)
        if not stays or self._stood != (area_of(target), target.tooltip):
            self.hide()


def _is_there(target: Pressable) -> bool:
    """Tell whether a button can be seen and used."""
    scope = focus.scope()
    if target.get_root_window() is None or target.disabled or not target.tooltip:
        return False
    return scope is None or focus.holds(scope, target)
