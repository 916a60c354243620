"""The big round button of the rest count, with the ring of the time that is left around it."""

from __future__ import annotations

from typing import Any, Final

from kivy.graphics import Color, SmoothLine
from kivy.metrics import dp
from kivy.properties import NumericProperty, StringProperty

from twitchlog.ui import theme
from twitchlog.ui.widgets import focus
from twitchlog.ui.widgets.lettering import Letters
from twitchlog.ui.widgets.pressing import Pressable
from twitchlog.ui.widgets.shapes import Box

ACROSS: Final = 256
DISC: Final = 216
ROOM: Final = 172
WIDE: Final = 6


class TapDisc(Pressable):
    """A disc of 216 in a ring: `on_release` tells each tap when the finger comes down.

    Several fingers tap as one; a key that is held down is one tap.
    """

    text = StringProperty()
    second = StringProperty()
    share = NumericProperty(1.0)

    def __init__(self, **kwargs: Any) -> None:
        self._shape, self._words, self._below = Box(), Letters(), Letters()
        self._keys: set[str] = set()
        super().__init__(**{"size_hint": (None, None), "size": (dp(ACROSS), dp(ACROSS))} | kwargs)
        with self.canvas:
            self._track_ink = Color()
            self._track = SmoothLine(width=dp(WIDE) / 2)
            self._fill_ink = Color()
            self._fill = SmoothLine(width=dp(WIDE) / 2)
        for part in (self._shape, self._words, self._below):
            self.canvas.add(part)
        for name in ("pos", "size", "text", "second"):
            self.fbind(name, self.reflow)
        self.fbind("share", self._turn)
        self.layer_ink = "on_primary"
        self.repaint()
        self.reflow()

    def outline(self) -> tuple[tuple[float, float], tuple[float, float], float]:
        """Return where the disc lies."""
        x, y = self.middle
        return (x - dp(DISC) / 2, y - dp(DISC) / 2), (dp(DISC), dp(DISC)), dp(DISC) / 2

    def on_touch_down(self, touch: Any) -> bool:
        """Count at once, where the finger comes down on the disc."""
        other = (getattr(touch, "button", None) or "left") != "left"
        x, y = self.middle
        inside = (touch.x - x) ** 2 + (touch.y - y) ** 2 <= (dp(DISC) / 2) ** 2
        if other or self.disabled or not inside:
            return False
        focus.used_keyboard(False)
        touch.grab(self)
        self.pressed = self.focus = True
        focus.Focusable.ignored_touch.append(touch)
        self.activate()
        return True

    def on_touch_up(self, touch: Any) -> bool:
        """Let go; the tap was counted already."""
        if touch.grab_current is not self:
            return False
        touch.ungrab(self)
        self.pressed = False
        return True

    def keyboard_on_key_down(
        self, window: Any, keycode: tuple[int, str], text: str, modifiers: list[str]
    ) -> bool:
        """Count a key once, however long it is held."""
        if keycode[1] in self.activated_by:
            if keycode[1] in self._keys:
                return True
            self._keys.add(keycode[1])
        return super().keyboard_on_key_down(window, keycode, text, modifiers)

    def keyboard_on_key_up(self, window: Any, keycode: tuple[int, str]) -> bool:
        """Hear that a key was let go."""
        self._keys.discard(keycode[1])
        return super().keyboard_on_key_up(window, keycode)

    def repaint(self) -> None:
        """Take on the colours in use."""
        self._track_ink.rgba = theme.colours.of("surface_container_highest")
        self._fill_ink.rgba = theme.colours.of("outline")
        self._shape.paint("primary")
        self._words.paint("on_primary")
        self._below.paint("on_primary")

    def reflow(self, *_args: Any) -> None:
        """Place everything anew."""
        x, y = self.middle
        self._shape.place(*self.outline())
        self._track.circle = (x, y, self._radius, 0, 360, 120)
        long = len(self.text) > len("100")
        for words, text, role in (
            (self._words, self.text, "headline" if long else "display"),
            (self._below, self.second, "body"),
        ):
            words.set(text, role)
            if words.size[0] > dp(ROOM):
                words.set(text, role, width=dp(ROOM), halign="center")
        high = self._words.size[1] + self._below.size[1]
        top = y + high / 2
        self._words.place(x - self._words.size[0] / 2, top)
        self._below.place(x - self._below.size[0] / 2, top - self._words.size[1])
        self._turn()

    @property
    def _radius(self) -> float:
        return (dp(ACROSS) - dp(WIDE)) / 2

    def _turn(self, *_args: Any) -> None:
        x, y = self.middle
        degrees = max(self.share * 360, 0.5)
        self._fill.circle = (x, y, self._radius, 0, degrees, max(int(degrees / 3), 3))
