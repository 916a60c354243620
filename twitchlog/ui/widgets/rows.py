"""Rows of lists: entries and settings, and the questions a doctor asks."""

from __future__ import annotations

from typing import Any

from kivy.clock import Clock
from kivy.metrics import dp
from kivy.properties import (
    BooleanProperty,
    NumericProperty,
    ObjectProperty,
    StringProperty,
)

from twitchlog.ui.widgets.cards import Card
from twitchlog.ui.widgets.lettering import Letters
from twitchlog.ui.widgets.pressing import OFF_ALPHA, Pressable
from twitchlog.ui.widgets.shapes import Box, Corners, Strip


class ListRow(Pressable):
    """A row of 64: a picture or an icon, a title, a second line, a time and a chevron.

    `left` is any widget, or `icon` shows one, with `disc` on a grey disc of 40; `right` is any
    widget in place of the chevron. Long lines wrap and the row grows. `divider` draws a line above;
    `chosen` marks the row whose page stands beside the list.
    """

    title = StringProperty()
    second = StringProperty()
    time = StringProperty()
    icon = StringProperty()
    icon_ink = StringProperty("on_surface_variant")
    disc = BooleanProperty(False)
    left = ObjectProperty(None, allownone=True)
    right_widget = ObjectProperty(None, allownone=True)
    chevron = BooleanProperty(True)
    divider = BooleanProperty(False)
    chosen = BooleanProperty(False)
    first = BooleanProperty(False)
    last = BooleanProperty(False)
    title_role = StringProperty("title_small")
    tall = NumericProperty("64dp")
    pad = NumericProperty("12dp")
    ring_gap = -3

    def __init__(self, **kwargs: Any) -> None:
        self._line, self._disc, self._mark = Strip(), Box(), Box()
        self._sign, self._title, self._second, self._time, self._end = (
            Letters() for _each in range(5)
        )
        self._reset = Clock.create_trigger(self._lay, -1)
        kwargs.setdefault("size_hint_y", None)
        left, right = kwargs.pop("left", None), kwargs.pop("right_widget", None)
        super().__init__(**kwargs)
        for part in self._parts():
            self.canvas.add(part)
        for name in (
            "title", "second", "time", "icon", "disc", "left", "right_widget", "chevron",
            "divider", "title_role", "tall", "pos", "size",
        ):  # fmt: skip
            self.fbind(name, self._reset)
        self.fbind("left", self._adopt)
        self.fbind("right_widget", self._adopt)
        for name in ("icon_ink", "chosen", "disc"):
            self.fbind(name, self.repaint)
        self._adopted: dict[str, Any] = {}
        self.left, self.right_widget = left, right
        self._lay()
        self.repaint()

    def outline(self) -> tuple[tuple[float, float], tuple[float, float], Corners]:
        """Return the whole row; its ring lies inside."""
        upper, lower = dp(16) if self.first else 0, dp(16) if self.last else 0
        return self.pos, self.size, (upper, upper, lower, lower)

    def reflow(self) -> None:
        """Measure the words anew."""
        self._reset()

    def repaint(self, *_args: Any) -> None:
        """Take on the colours in use."""
        alpha = OFF_ALPHA if self.disabled else 1.0
        self._line.paint("outline_variant" if self.divider else "")
        self._mark.paint("secondary_container" if self.chosen else "")
        self._disc.paint("surface_container" if self.disc else "")
        self._sign.paint(self.icon_ink, alpha=alpha)
        self._title.paint("on_surface", alpha=alpha)
        for part in (self._second, self._time, self._end):
            part.paint("on_surface_variant", alpha=alpha)

    def _parts(self) -> tuple[Any, ...]:
        return (
            self._mark, self._line, self._disc, self._sign, self._title, self._second, self._time,
            self._end,
        )  # fmt: skip

    def _adopt(self, *_args: Any) -> None:
        for name in ("left", "right_widget"):
            widget, old = getattr(self, name), self._adopted.get(name)
            if old is not widget:
                if old is not None:
                    self.remove_widget(old)
                if widget is not None:
                    self.add_widget(widget)
                self._adopted[name] = widget

    def _lay(self, *_args: Any) -> None:
        self._mark.place(*self.outline())
        start = self._lay_left()
        end = self._lay_right()
        room = max(end - start, dp(48))
        self._title.set(self.title, self.title_role, width=room)
        second = "body"
        self._second.set(self.second, second, width=room)
        words = self._title.size[1] + self._second.size[1]
        self.height = max(self.tall, words + dp(20))
        top = self.center_y + words / 2
        self._title.place(start, top)
        self._second.place(start, top - self._title.size[1])
        if self.divider:
            self._line.paint("outline_variant")
            self._line.place((start, self.top - dp(1)), (self.right - start, dp(1)))
        else:
            self._line.paint("")

    def _lay_left(self) -> float:
        """Place what stands at the left; return where the words begin."""
        middle = self.center_y
        if self.left is not None or not self.icon:
            self._sign.hide()
        if self.left is not None or not self.disc:
            self._disc.place(self.pos, (0, 0), 0)
        if self.left is not None:
            self.left.pos = self.x + self.pad, middle - self.left.height / 2
            return self.x + self.pad + self.left.width + dp(12)
        if not self.icon:
            return self.x + dp(16)
        side = dp(40)
        self._sign.icon(self.icon, dp(24))
        if self.disc:
            self._disc.place((self.x + self.pad, middle - side / 2), (side, side), side / 2)
            self._sign.centre(self.x + self.pad + side / 2, middle)
            return self.x + self.pad + side + dp(12)
        self._sign.centre(self.x + dp(16) + dp(12), middle)
        return self.x + dp(16) + dp(40)

    def _lay_right(self) -> float:
        """Place what stands at the right; return where the words have to end."""
        end = self.right - dp(12)
        if self.right_widget is not None:
            self.right_widget.pos = (
                end - self.right_widget.width,
                self.center_y - self.right_widget.height / 2,
            )
            end -= self.right_widget.width + dp(8)
            self._end.hide()
        elif self.chevron:
            self._end.icon("chevron-right", dp(24))
            self._end.centre(self.right - dp(18), self.center_y)
            end = self.right - dp(30)
        else:
            self._end.hide()
        if not self.time:
            self._time.hide()
            return end - dp(4)
        self._time.set(self.time, "body")
        end -= self._time.size[0] + dp(10)
        self._time.place(end, self.center_y + self._time.size[1] / 2)
        return end - dp(8)


class RowGroup(Card):
    """Rows on one card, a thin line between them."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"padding": 0, "spacing": 0} | kwargs)
        self.fbind("children", self._divide)

    def _divide(self, *_args: Any) -> None:
        last = len(self.children) - 1
        for index, row in enumerate(reversed(self.children)):
            if isinstance(row, ListRow):
                row.divider = index > 0
                row.first, row.last = index == 0, index == last
