"""A picture over time that can be looked at closer: stretched at once, drawn anew after that."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, Final

from kivy.clock import Clock
from kivy.graphics import Rectangle
from kivy.metrics import Metrics

from twitchlog.ui.widgets import focus
from twitchlog.ui.widgets.chart_parts import PartPicture
from twitchlog.ui.widgets.fingers import Fingers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twitchlog.presenters.time_window import TimeWindow

    Point = Sequence[float]

SETTLE_S: Final = 0.25
"""So long nothing may move before the picture is drawn anew."""
WHEEL: Final = 1.25
_CLOSER: Final = frozenset({"+", "=", "numpadadd"})
_FURTHER: Final = frozenset({"-", "numpadsubstract"})


class ZoomPicture(PartPicture):
    """Follows fingers, wheel and keys.

    `on_look` tells the days in sight while those change, `on_window` once they rest; `on_whole`
    asks for all of them again. `expect` says which days the next picture is of. `on_slide` tells a
    drag that is not meant for the zoom: right and up, in pixels.
    """

    __events__ = ("on_look", "on_window", "on_whole", "on_slide")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.window: TimeWindow | None = None
        self._drawn: TimeWindow | None = None
        self._next: TimeWindow | None = None
        self.whole = True
        self._band = Rectangle(size=(0, 0))
        self._fingers = Fingers(self)
        self._pans: bool | None = None
        self._rest = Clock.create_trigger(self._tell, SETTLE_S)
        super().__init__(*args, **kwargs)
        self.canvas.insert(self.canvas.indexof(self._sheet) + 1, self._band)

    def on_look(self, *_args: Any) -> None:
        """Hear which days are in sight while that changes."""

    def on_window(self, *_args: Any) -> None:
        """Hear which days are to be drawn."""

    def on_whole(self, *_args: Any) -> None:
        """Hear that all days are asked for."""

    def on_slide(self, *_args: Any) -> None:
        """Hear of a drag that is not for the zoom."""

    @property
    def zooms(self) -> bool:
        """Whether the picture has a time axis to zoom."""
        axis = self.picture is not None and self.picture.plot is not None
        return axis and getattr(self.spec, "zooms", False)

    def expect(self, window: TimeWindow, *, whole: bool) -> None:
        """Say of which days the chart is that is shown next, and whether those are all."""
        self._rest.cancel()
        self._next, self.whole = window, whole

    def show(self, spec: Any) -> None:
        """Show another chart, of the days that were said."""
        same = spec == self.spec and self.drawn
        super().show(spec)
        if same:
            self._settle()

    def on_drawn(self, *_args: Any) -> None:
        """Take the window of the new picture; a gesture that goes on keeps its own."""
        self._settle()

    def zoom(self, times: float, at: float = 0.5) -> None:
        """Look so many times closer about a share of the axis."""
        if self.zooms and self.window is not None:
            self._look(self.window.zoomed(times, at))

    def hit(self, x: float, y: float) -> bool:
        """Return whether a point of the window lies on it."""
        return bool(self.zooms and self.collide_point(*self.to_widget(x, y)))

    def wheel(self, x: float, y: float, *, closer: bool) -> None:
        """Zoom about a point of the window."""
        self.zoom(WHEEL if closer else 1 / WHEEL, self._share(self.to_widget(x, y)[0]))

    def finger(self, what: str, touch: Any) -> None:
        """Follow a touch of the window: `down`, `move` or `up`."""
        at = self.to_widget(*touch.pos)
        seen = SimpleNamespace(uid=touch.uid, pos=at, x=at[0], y=at[1], time_start=touch.time_start)
        if what == "down":
            focus.used_keyboard(False)
            self.focus = True
            self._pans = None
        getattr(self._fingers, what)(seen)

    # What the fingers tell

    def tapped(self, at: Point, *, again: bool = False) -> None:
        """Choose the part that is tapped, or go back to all days."""
        if again and not self.whole:
            self.part = None
            self.dispatch("on_whole")
        else:
            super().tapped(at)

    def held(self, at: Point) -> None:
        """Take a finger that rests for a tap."""
        super().tapped(at)

    def dragged(self, right: float, up: float) -> None:
        """Move the days where one has zoomed in; else let the page have it."""
        if self._pans is None:
            self._pans = not self.whole and abs(right) >= abs(up)
        if self._pans and self.window is not None:
            self._look(self.window.moved(-right / max(self._axis()[1] - self._axis()[0], 1.0)))
        else:
            self.dispatch("on_slide", right, up)

    def pinched(self, before: tuple[Point, Point], after: tuple[Point, Point]) -> None:
        """Keep the days below two fingers."""
        if self.window is not None:
            shares = [sorted(self._share(point[0]) for point in pair) for pair in (before, after)]
            self._pans = True
            self._look(self.window.pinched(tuple(shares[0]), tuple(shares[1])))

    def keyboard_on_key_down(
        self, window: Any, keycode: tuple[int, str], text: str, modifiers: list[str]
    ) -> bool:
        """Look closer with +, and from further away with -."""
        if not set(modifiers) & {"ctrl", "alt", "meta"} and self.zooms:
            for keys, times in ((_CLOSER, 2.0), (_FURTHER, 0.5)):
                if keycode[1] in keys or (text and text in keys):
                    focus.used_keyboard(True)
                    self.zoom(times)
                    return True
        return super().keyboard_on_key_down(window, keycode, text, modifiers)

    def step_back(self) -> bool:
        """Let go of the part, then go back to all days; return whether there was a step."""
        if super().step_back():
            return True
        if self.whole:
            return False
        self.dispatch("on_whole")
        return True

    def _look(self, window: TimeWindow) -> None:
        if window != self.window:
            self.part = None
            self.window, self.whole = window, False
            self._place()
            self._rest()
            self.dispatch("on_look", window)

    def _tell(self, *_args: Any) -> None:
        if self._fingers.down_now:
            self._rest()
        elif self.window is not None:
            self.dispatch("on_window", self.window)

    def _settle(self) -> None:
        self._drawn = self._next
        if not self._rest.is_triggered:
            self.window = self._next
        self._place()

    def _axis(self) -> tuple[float, float]:
        """Return from where to where the time axis runs, in pixels of the widget."""
        left, right = self.picture.plot if self.zooms else (0.0, self.width / Metrics.density)
        return self.x + left * Metrics.density, self.x + right * Metrics.density

    def _share(self, x: float) -> float:
        left, right = self._axis()
        return min(max((x - left) / max(right - left, 1.0), 0.0), 1.0)

    def _place(self, *_args: Any) -> None:
        """Stretch the old picture while the new one is still to come."""
        super()._place()
        texture, drawn, window = self._sheet.texture, self._drawn, self.window
        if texture is None:
            return
        base = texture.tex_coords
        if drawn is None or window is None or drawn == window or not self.zooms:
            self._sheet.tex_coords, self._band.size = base, (0, 0)
            return
        left, right = self._axis()
        share = (left - self.x) / self.width, (right - self.x) / self.width
        begin, end = (each / window.long for each in (
            drawn.start - window.start, drawn.end - window.start
        ))  # fmt: skip
        # What lies left of the axis stays; of the rest, what is in sight is stretched.
        self._sheet.size = left - self.x, self.height
        self._sheet.tex_coords = _part(base, 0.0, share[0])
        low, high = max(begin, 0.0), min(end, 1.0)
        if high <= low:
            self._band.size = (0, 0)
            return
        across = [share[0] + (share[1] - share[0]) * (at - begin) / (end - begin)
                  for at in (low, high)]  # fmt: skip
        self._band.texture = texture
        self._band.tex_coords = _part(base, *across)
        self._band.pos = left + (right - left) * low, self.y
        self._band.size = (right - left) * (high - low), self.height


def _part(base: Sequence[float], begin: float, end: float) -> tuple[float, ...]:
    """Return the coordinates of the part of a texture between two shares of its width."""
    near, far = base[0], base[2]
    low, high = near + (far - near) * begin, near + (far - near) * end
    return (low, base[1], high, base[3], high, base[5], low, base[7])
