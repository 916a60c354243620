"""Buttons: filled, tonal, outlined, text, icon and the floating one."""

from __future__ import annotations

from typing import Any

from kivy.clock import Clock
from kivy.metrics import dp
from kivy.properties import NumericProperty, StringProperty

from twitchlog.ui import theme
from twitchlog.ui.widgets.lettering import Letters
from twitchlog.ui.widgets.pressing import OFF_ALPHA, Pressable
from twitchlog.ui.widgets.shapes import Box, Shadow


class WordButton(Pressable):
    """A round button as wide as its words, or, with a `size_hint_x`, as wide as it is given.

    `tall` is its height where the words need one line; longer words wrap and make it higher.
    `drawn` smaller than `tall` leaves room to touch above and below.
    """

    text = StringProperty()
    icon = StringProperty()
    fill = StringProperty()
    edge = StringProperty()
    ink = StringProperty("primary")
    tall = NumericProperty("48dp")
    drawn = NumericProperty(0)
    pad = NumericProperty("20dp")
    least = NumericProperty(0)

    def __init__(self, **kwargs: Any) -> None:
        self._shape, self._line = Box(), Box(edge=dp(1))
        self._sign, self._words = Letters(), Letters()
        self._reset = Clock.create_trigger(self._lay, -1)
        kwargs.setdefault("size_hint_y", None)
        kwargs.setdefault("size_hint_x", None)
        super().__init__(**kwargs)
        for part in (self._shape, self._line, self._sign, self._words):
            self.canvas.add(part)
        for name in ("text", "icon", "tall", "drawn", "pad", "least", "pos", "size", "size_hint_x"):
            self.fbind(name, self._reset)
        for name in ("fill", "edge", "ink"):
            self.fbind(name, self.repaint)
        self.layer_ink = self.ink
        self._lay()
        self.repaint()

    def outline(self) -> tuple[tuple[float, float], tuple[float, float], float]:
        """Return where the round shape lies."""
        high = self.drawn + self.height - self.tall if self.drawn else self.height
        low = (self.height - high) / 2
        return (self.x, self.y + low), (self.width, high), min(high, self.tall) / 2

    def reflow(self) -> None:
        """Measure the words anew."""
        self._reset()

    def repaint(self, *_args: Any) -> None:
        """Take on the colours in use; a button that is off is pale."""
        alpha = OFF_ALPHA if self.disabled else 1.0
        self.layer_ink = self.ink
        faint = 0.12 if self.disabled else 1.0
        self._shape.paint("on_surface" if self.disabled and self.fill else self.fill, alpha=faint)
        self._line.paint("on_surface" if self.disabled and self.edge else self.edge, alpha=faint)
        for part in (self._sign, self._words):
            part.paint("on_surface" if self.disabled else self.ink, alpha=alpha)

    def needs(self, width: float | None) -> float:
        """Set the words, wrapped at a width if there is one; return how high that makes it."""
        sign = dp(28 if self.text else 20) if self.icon else 0
        role = "title" if self.tall >= dp(56) else "label"
        self._words.set(self.text, role)
        if width is not None and self._words.size[0] > width - dp(24) - sign:
            room = width - dp(24) - sign
            self._words.set(self.text, role, width=room, halign="center", hugs=True)
        spare = max(self._words.size[1] - theme.line_height(role), 0)
        return max(self.tall + spare, self._words.size[1] + dp(12))

    def _lay(self, *_args: Any) -> None:
        sign, gap = (dp(20), dp(8 if self.text else 0)) if self.icon else (0, 0)
        hugs = self.size_hint_x is None and not self.least
        self.height = max(self.needs(None if hugs else self.width), self.least)
        if hugs:
            self.width = self._words.size[0] + sign + gap + 2 * self.pad
        x, y = self.middle
        left = x - (self._words.size[0] + sign + gap) / 2
        if self.icon:
            self._sign.icon(self.icon, sign)
            self._sign.centre(left + sign / 2, y)
        else:
            self._sign.hide()
        self._words.place(left + sign + gap, y + self._words.size[1] / 2)
        pos, size, radius = self.outline()
        self._shape.place(pos, size, radius)
        self._line.place(pos, size, radius)


class FilledButton(WordButton):
    """The main thing to do."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"fill": "primary", "ink": "on_primary"} | kwargs)


class TonalButton(WordButton):
    """The second thing to do."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            **{"fill": "secondary_container", "ink": "on_secondary_container"} | kwargs
        )


def emphasise(button: WordButton, *, main: bool) -> None:
    """Let a button be filled, as the main thing to do, or tonal, as the second."""
    role = "primary" if main else "secondary_container"
    button.fill, button.ink = role, f"on_{role}"


class OutlinedButton(WordButton):
    """Another thing to do, beside a main one."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"edge": "outline"} | kwargs)


class TextButton(WordButton):
    """A thing to do that stands back."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"pad": dp(12)} | kwargs)


class IconButton(Pressable):
    """An icon of 24 in a touch area of 48; its `tooltip` says what it does."""

    icon = StringProperty()
    ink = StringProperty("on_surface_variant")
    fill = StringProperty()
    edge = StringProperty()
    icon_size = NumericProperty("24dp")

    def __init__(self, **kwargs: Any) -> None:
        self._shape, self._line, self._sign = Box(), Box(edge=dp(1)), Letters()
        super().__init__(**{"size_hint": (None, None), "size": (dp(48), dp(48))} | kwargs)
        for part in (self._shape, self._line, self._sign):
            self.canvas.add(part)
        for name in ("icon", "icon_size", "pos", "size"):
            self.fbind(name, self._lay)
        for name in ("fill", "edge", "ink"):
            self.fbind(name, self.repaint)
        self._lay()
        self.repaint()

    def outline(self) -> tuple[tuple[float, float], tuple[float, float], float]:
        """Return the disc of 40 that is drawn."""
        side = min(dp(40), self.width, self.height)
        x, y = self.middle
        return (x - side / 2, y - side / 2), (side, side), side / 2

    def repaint(self, *_args: Any) -> None:
        """Take on the colours in use."""
        self.layer_ink = self.ink
        self._shape.paint(self.fill)
        self._line.paint(self.edge)
        self._sign.paint(self.ink, alpha=OFF_ALPHA if self.disabled else 1.0)

    def _lay(self, *_args: Any) -> None:
        if self.icon:
            self._sign.icon(self.icon, self.icon_size)
            self._sign.centre(*self.middle)
        for part in (self._shape, self._line):
            part.place(*self.outline())


class Fab(Pressable):
    """The floating button of 56 that logs."""

    icon = StringProperty("plus")

    def __init__(self, **kwargs: Any) -> None:
        self._shadow, self._shape, self._sign = Shadow(3), Box(), Letters()
        super().__init__(**{"size_hint": (None, None), "size": (dp(56), dp(56))} | kwargs)
        for part in (self._shadow, self._shape, self._sign):
            self.canvas.add(part)
        self.layer_ink = "on_primary"
        for name in ("icon", "pos", "size"):
            self.fbind(name, self._lay)
        self._lay()
        self.repaint()

    def outline(self) -> tuple[tuple[float, float], tuple[float, float], float]:
        """Return where the round square lies."""
        return self.pos, self.size, dp(16)

    def repaint(self) -> None:
        """Take on the colours in use."""
        self._shadow.cast()
        self._shape.paint("primary")
        self._sign.paint("on_primary")

    def _lay(self, *_args: Any) -> None:
        self._shadow.place(*self.outline())
        self._shape.place(*self.outline())
        self._sign.icon(self.icon, dp(28))
        self._sign.centre(*self.middle)
