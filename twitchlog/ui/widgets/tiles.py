"""The tile that logs with one tap: a place, its picture, and when it was last."""

from __future__ import annotations

from typing import Any

from kivy.clock import Clock
from kivy.metrics import dp
from kivy.properties import NumericProperty, ObjectProperty, StringProperty

from twitchlog.ui.widgets.lettering import Letters
from twitchlog.ui.widgets.pressing import OFF_ALPHA, Pressable
from twitchlog.ui.widgets.shapes import Box


class PlaceTile(Pressable):
    """A tile of 64: `picture` is a widget of 44, `title` the place, `second` the last time."""

    title = StringProperty()
    second = StringProperty()
    picture = ObjectProperty(None, allownone=True)
    tall = NumericProperty("64dp")
    least = NumericProperty(0)

    def __init__(self, **kwargs: Any) -> None:
        self._shape, self._title, self._second = Box(), Letters(), Letters()
        self._reset = Clock.create_trigger(self._lay, -1)
        self._shown: Any = None
        kwargs.setdefault("size_hint_y", None)
        picture = kwargs.pop("picture", None)
        super().__init__(**kwargs)
        for part in (self._shape, self._title, self._second):
            self.canvas.add(part)
        for name in ("title", "second", "picture", "tall", "least", "pos", "size"):
            self.fbind(name, self._reset)
        self.picture = picture
        self._lay()
        self.repaint()

    def outline(self) -> tuple[tuple[float, float], tuple[float, float], float]:
        """Return where the tile lies."""
        return self.pos, self.size, dp(12)

    def reflow(self) -> None:
        """Measure the words anew."""
        self._reset()

    def repaint(self) -> None:
        """Take on the colours in use."""
        alpha = OFF_ALPHA if self.disabled else 1.0
        self._shape.paint("card")
        self._title.paint("on_primary_container", alpha=alpha)
        self._second.paint("on_surface_variant", alpha=alpha)

    def on_picture(self, _tile: Any, picture: Any) -> None:
        """Swap the picture."""
        if self._shown is not None:
            self.remove_widget(self._shown)
        if picture is not None:
            self.add_widget(picture)
        self._shown = picture

    def needs(self, width: float) -> float:
        """Return how high the tile has to be at a width."""
        taken = dp(10) + self.picture.width + dp(12) if self.picture is not None else dp(12)
        room = max(width - taken - dp(8), dp(48))
        self._title.set(self.title, "title_small", width=room)
        self._second.set(self.second, "body_small", width=room)
        return max(self.tall, self._title.size[1] + self._second.size[1] + dp(16))

    def _lay(self, *_args: Any) -> None:
        self.height = max(self.needs(self.width), self.least)
        y = self.middle[1]
        start = self.x + dp(12)
        if self.picture is not None:
            self.picture.pos = self.x + dp(10), y - self.picture.height / 2
            start = self.x + dp(10) + self.picture.width + dp(12)
        top = y + (self._title.size[1] + self._second.size[1]) / 2
        self._title.place(start, top)
        self._second.place(start, top - self._title.size[1])
        self._shape.place(*self.outline())
