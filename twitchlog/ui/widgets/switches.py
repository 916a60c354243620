"""A switch, a slider with stops, and a number with less and more."""

from __future__ import annotations

from typing import Any

from kivy.animation import Animation
from kivy.metrics import dp
from kivy.properties import (
    BooleanProperty,
    ListProperty,
    NumericProperty,
    ObjectProperty,
    StringProperty,
)
from kivy.uix.boxlayout import BoxLayout

from twitchlog.translation import _, numeral
from twitchlog.ui import theme
from twitchlog.ui.widgets import focus
from twitchlog.ui.widgets.buttons import IconButton
from twitchlog.ui.widgets.lettering import Letters, Text
from twitchlog.ui.widgets.pressing import CHANGE, OFF_ALPHA, Pressable
from twitchlog.ui.widgets.shapes import Box


class Toggle(Pressable):
    """A switch of 52 x 32 in a touch area of 48; `active`, and `on_choice` after a tap."""

    __events__ = ("on_choice",)

    active = BooleanProperty(False)
    _at = NumericProperty(0.0)

    def __init__(self, **kwargs: Any) -> None:
        self._track, self._line, self._knob = Box(), Box(edge=dp(2)), Box()
        self._sign = Letters()
        super().__init__(**{"size_hint": (None, None), "size": (dp(52), dp(48))} | kwargs)
        for part in (self._track, self._line, self._knob, self._sign):
            self.canvas.add(part)
        self._at = float(self.active)
        for name in ("pos", "size", "_at"):
            self.fbind(name, self._lay)
        self.fbind("active", self._slide)
        self._lay()
        self.repaint()

    def on_choice(self, *_args: Any) -> None:
        """Hear whether it is on now."""

    def activate(self) -> None:
        """Turn it over and tell."""
        if not self.disabled:
            self.active = not self.active
            self.dispatch("on_choice", self.active)
            self.dispatch("on_release")

    def outline(self) -> tuple[tuple[float, float], tuple[float, float], float]:
        """Return where the track lies."""
        return (self.x, self.middle[1] - dp(16)), (self.width, dp(32)), dp(16)

    def repaint(self) -> None:
        """Take on the colours in use."""
        alpha = OFF_ALPHA if self.disabled else 1.0
        self._track.paint("primary" if self.active else "surface_container_highest", alpha=alpha)
        self._line.paint("" if self.active else "outline", alpha=alpha)
        self._knob.paint("on_primary" if self.active else "outline", alpha=alpha)
        self._sign.paint("primary", alpha=alpha if self.active else 0.0)

    def _slide(self, *_args: Any) -> None:
        Animation.cancel_all(self, "_at")
        lasts = theme.motion(CHANGE)
        if lasts:
            Animation(_at=float(self.active), d=lasts).start(self)
        else:
            self._at = float(self.active)
        self.repaint()

    def _lay(self, *_args: Any) -> None:
        pos, size, radius = self.outline()
        self._track.place(pos, size, radius)
        self._line.place(pos, size, radius)
        side = dp(16) + dp(8) * self._at
        x = self.x + dp(16) + self._at * (self.width - dp(32))
        y = self.middle[1]
        self._knob.place((x - side / 2, y - side / 2), (side, side), side / 2)
        self._sign.icon("check", dp(16))
        self._sign.centre(x, y)


class StopSlider(Pressable):
    """A slider that rests only at `stops`; `value`, and `on_choice` when it is let go or keyed."""

    __events__ = ("on_choice",)

    stops = ListProperty([0, 1])
    value = NumericProperty(0)

    def __init__(self, **kwargs: Any) -> None:
        self._track, self._fill, self._knob = Box(), Box(), Box()
        self._dots: list[Box] = []
        super().__init__(**{"size_hint_y": None, "height": dp(48)} | kwargs)
        for name in ("pos", "size", "value"):
            self.fbind(name, self._lay)
        self.fbind("stops", self._build)
        self._build()

    def on_choice(self, *_args: Any) -> None:
        """Hear the value that was chosen."""

    def outline(self) -> tuple[tuple[float, float], tuple[float, float], float]:
        """Return where the knob lies."""
        x, y = self._place_of(self.value), self.middle[1]
        return (x - dp(10), y - dp(10)), (dp(20), dp(20)), dp(10)

    def activate(self) -> None:
        """Tell, as after letting go."""
        self.dispatch("on_choice", self.value)

    def on_touch_down(self, touch: Any) -> bool:
        """Move the knob to the finger."""
        taken = super().on_touch_down(touch)
        if taken and self.pressed:
            self._move_to(touch.x)
        return taken

    def on_touch_move(self, touch: Any) -> bool:
        """Move the knob with the finger, from stop to stop."""
        if touch.grab_current is self:
            self._move_to(touch.x)
            return True
        return super().on_touch_move(touch)

    def on_touch_up(self, touch: Any) -> bool:
        """Tell, wherever the finger has gone."""
        if touch.grab_current is not self:
            return super().on_touch_up(touch)
        touch.ungrab(self)
        self.pressed = False
        self.activate()
        return True

    def keyboard_on_key_down(
        self, window: Any, keycode: tuple[int, str], text: str, modifiers: list[str]
    ) -> bool:
        """Go from stop to stop with the arrows."""
        step = {"left": -1, "down": -1, "right": 1, "up": 1}.get(keycode[1], 0)
        if not step:
            return super().keyboard_on_key_down(window, keycode, text, modifiers)
        focus.used_keyboard(True)
        at = min(max(self._index() + step, 0), len(self.stops) - 1)
        if self.stops[at] != self.value:
            self.value = self.stops[at]
            self.activate()
        return True

    def repaint(self) -> None:
        """Take on the colours in use."""
        self._track.paint("surface_container_highest")
        self._fill.paint("primary")
        self._knob.paint("primary")
        for index, dot in enumerate(self._dots):
            dot.paint("on_primary" if index < self._index() else "on_surface_variant")

    def _build(self, *_args: Any) -> None:
        self.canvas.clear()
        self._dots = [Box() for _stop in self.stops]
        for part in (self._track, self._fill, *self._dots, self._knob):
            self.canvas.add(part)
        self._lay()

    def _index(self) -> int:
        return min(range(len(self.stops)), key=lambda at: abs(self.stops[at] - self.value))

    def _place_of(self, value: float) -> float:
        at = min(range(len(self.stops)), key=lambda index: abs(self.stops[index] - value))
        share = at / max(len(self.stops) - 1, 1)
        return self.x + dp(10) + share * (self.width - dp(20))

    def _move_to(self, x: float) -> None:
        self.value = min(self.stops, key=lambda stop: abs(self._place_of(stop) - x))

    def _lay(self, *_args: Any) -> None:
        y, knob = self.middle[1], self._place_of(self.value)
        left, right = self.x + dp(10), self.x + self.width - dp(10)
        self._track.place((left, y - dp(2)), (right - left, dp(4)), dp(2))
        self._fill.place((left, y - dp(2)), (knob - left, dp(4)), dp(2))
        self._knob.place(*self.outline())
        for index, dot in enumerate(self._dots):
            inner = 0 < index < len(self.stops) - 1
            side = dp(3) if inner else 0
            place = self._place_of(self.stops[index])
            dot.place((place - side / 2, y - side / 2), (side, side), side / 2)
        self._move_marks()
        self.repaint()


class Stepper(BoxLayout):
    """A number with *less* and *more*; `words` says it (`{value}` by default), `on_choice` tells.

    `value` None is *not said* and shows as a dash; the first tap on either side makes it `start`.
    """

    __events__ = ("on_choice",)

    key = StringProperty()
    value = NumericProperty(None, allownone=True)
    start = NumericProperty(0)
    lowest = NumericProperty(0)
    highest = NumericProperty(100)
    step = NumericProperty(1)
    words = ObjectProperty(None, allownone=True)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"size_hint_y": None, "height": dp(48)} | kwargs)
        self._less = IconButton(icon="minus", tooltip=_("Less"), key=f"{self.key}:less")
        self._more = IconButton(icon="plus", tooltip=_("More"), key=f"{self.key}:more")
        self._said = Text(role="title_small", halign="center", pos_hint={"center_y": 0.5})
        for button, way in ((self._less, -1), (self._more, 1)):
            button.edge, button.ink = "outline", "primary"
            button.fbind("on_release", lambda _button, way=way: self._go(way))
        for child in (self._less, self._said, self._more):
            self.add_widget(child)
        for name in ("value", "words", "lowest", "highest"):
            self.fbind(name, self._say)
        self._say()

    def on_choice(self, *_args: Any) -> None:
        """Hear the number that was chosen."""

    def _go(self, way: int) -> None:
        wanted = self.start if self.value is None else self.value + way * self.step
        self.value = min(max(wanted, self.lowest), self.highest)
        self.dispatch("on_choice", self.value)

    def _say(self, *_args: Any) -> None:
        if self.value is None:
            self._said.text = "–"
        else:
            self._said.text = self.words(self.value) if self.words else numeral(self.value, "g")
        self._less.disabled = self.value is not None and self.value <= self.lowest
        self._more.disabled = self.value is not None and self.value >= self.highest
