"""Fields for a day and for a time, and the month one picks a day from."""

from __future__ import annotations

import re
from datetime import date, time
from typing import TYPE_CHECKING, Any, Final

from kivy.metrics import dp
from kivy.properties import NumericProperty, ObjectProperty, StringProperty
from kivy.uix.boxlayout import BoxLayout

from twitchlog.presenters import words
from twitchlog.translation import _
from twitchlog.ui.widgets.buttons import IconButton, TextButton
from twitchlog.ui.widgets.fields import TextField
from twitchlog.ui.widgets.lettering import Letters, Text
from twitchlog.ui.widgets.month_grid import MonthGrid
from twitchlog.ui.widgets.pressing import OFF_ALPHA, Pressable
from twitchlog.ui.widgets.shapes import Box, Strip

if TYPE_CHECKING:
    from collections.abc import Callable

_TIME: Final = re.compile(r"\s*(\d{1,2})\s*[:.h ]?\s*(\d{2})\s*")
_HOUR: Final = re.compile(r"\s*(\d{1,2})\s*")


def read_time(text: str) -> time | None:
    """Return the time that was written, as `14:17`, `1417`, `14.17` or `9`; else None."""
    found = _TIME.fullmatch(text) or _HOUR.fullmatch(text)
    if not found:
        return None
    numbers = [int(each) for each in found.groups()]
    hour, minute = numbers if len(numbers) == 2 else (numbers[0], 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _first_of(day: date, months: int) -> date:
    """Return the first day of the month that lies `months` after the one of `day`."""
    count = day.year * 12 + day.month - 1 + months
    return date(min(max(count // 12, 1), 9999), count % 12 + 1, 1)


class DateDialog(BoxLayout):
    """The content of a dialog that picks a day; calls `chosen` with it. Open by the shell."""

    widest = NumericProperty("344dp")

    def __init__(
        self,
        value: date,
        chosen: Callable[[date], None],
        *,
        earliest: date = date.min,
        latest: date = date.max,
    ) -> None:
        super().__init__(orientation="vertical", size_hint_y=None, padding=dp(12), spacing=dp(4))
        self.fbind("minimum_height", self.setter("height"))
        self.close: Callable[[], None] = lambda: None
        value = min(max(value, earliest), latest)
        head = BoxLayout(size_hint_y=None, height=dp(48))
        self._name = Text(role="title", halign="center", pos_hint={"center_y": 0.5})
        self._before = IconButton(
            icon="chevron-left", tooltip=_("Month before"), key="month:before"
        )
        self._after = IconButton(icon="chevron-right", tooltip=_("Month after"), key="month:after")
        for child in (self._before, self._name, self._after):
            head.add_widget(child)
        self.add_widget(head)
        self.grid = MonthGrid(
            key="month", month=value.replace(day=1), day=value, earliest=earliest, latest=latest
        )
        self.add_widget(self.grid)
        foot = BoxLayout(size_hint_y=None, height=dp(48), spacing=dp(8))
        foot.add_widget(Text(text="", size_hint_x=1))
        for text, act in ((_("Cancel"), None), (_("Choose"), chosen)):
            button = TextButton(text=text, key=f"action:{text}")
            button.fbind("on_release", lambda _button, act=act: self._finish(act))
            foot.add_widget(button)
        self.add_widget(foot)
        self._before.fbind("on_release", lambda _button: self._turn(-1))
        self._after.fbind("on_release", lambda _button: self._turn(1))
        self.grid.fbind("month", self._say)
        self._say()

    def _turn(self, months: int) -> None:
        self.grid.month = _first_of(self.grid.month, months)

    def _say(self, *_args: Any) -> None:
        month = self.grid.month
        self._name.text = words.month_year(month)
        self._before.disabled = month <= self.grid.earliest.replace(day=1)
        self._after.disabled = month >= self.grid.latest.replace(day=1)

    def _finish(self, act: Callable[[date], None] | None) -> None:
        self.close()
        if act is not None:
            act(self.grid.day)


class DateField(Pressable):
    """A field that shows a day and, tapped, opens a month to pick it from.

    `value` is a date or None; `on_choice` tells a picked one. `open_dialog` is the shell's. `today`
    leaves the year out of a day of this year.
    """

    __events__ = ("on_choice",)

    label = StringProperty()
    ground = StringProperty("surface")
    value = ObjectProperty(None, allownone=True)
    earliest = ObjectProperty(date.min)
    latest = ObjectProperty(date.max)
    today = ObjectProperty(None, allownone=True)
    open_dialog = ObjectProperty(None, allownone=True)

    def __init__(self, **kwargs: Any) -> None:
        self._line, self._gap = Box(edge=dp(1)), Strip()
        self._label, self._words, self._icon = Letters(), Letters(), Letters()
        super().__init__(**{"size_hint_y": None} | kwargs)
        for part in (self._line, self._gap, self._label, self._words, self._icon):
            self.canvas.add(part)
        for name in ("pos", "size", "value", "label"):
            self.fbind(name, self.reflow)
        self.reflow()
        self.repaint()

    def on_choice(self, *_args: Any) -> None:
        """Hear the day that was picked."""

    def activate(self) -> None:
        """Open the month."""
        if self.disabled:
            return
        self.dispatch("on_release")
        if self.open_dialog is not None:
            start = self.value or self.today or date.today()  # noqa: DTZ011 - only where to begin
            self.open_dialog(
                DateDialog(start, self._picked, earliest=self.earliest, latest=self.latest)
            )

    def outline(self) -> tuple[tuple[float, float], tuple[float, float], float]:
        """Return where the edge lies, below half of the label."""
        return self.pos, (self.width, dp(56)), dp(8)

    def repaint(self) -> None:
        """Take on the colours in use."""
        alpha = OFF_ALPHA if self.disabled else 1.0
        self._line.paint("outline", alpha=alpha)
        self._gap.paint(self.ground)
        self._words.paint("on_surface", alpha=alpha)
        for part in (self._label, self._icon):
            part.paint("on_surface_variant", alpha=alpha)

    def reflow(self, *_args: Any) -> None:
        """Set the label on the edge and the day inside."""
        box = dp(56)
        self._label.set(self.label, "body_small")
        wide, high = self._label.size
        self.height = box + round(high / 2)
        self._line.place(*self.outline())
        self._gap.place((self.x + dp(12), self.y + box - dp(3)), (wide and wide + dp(8), dp(4)))
        self._label.place(self.x + dp(16), self.y + box + high / 2)
        day = self.value
        said = words.short_day(day, today=self.today or date.min) if day else ""
        self._words.set(said, "body_large")
        self._words.place(self.x + dp(16), self.y + (box + self._words.size[1]) / 2)
        self._icon.icon("calendar-month-outline", dp(24))
        self._icon.centre(self.x + self.width - dp(28), self.y + box / 2)

    def _picked(self, day: date) -> None:
        self.value = day
        self.dispatch("on_choice", day)


class TimeField(TextField):
    """A field for a time of day, `14:17`; `value` is None, with an `error`, while it is none."""

    def __init__(self, *, value: time | None = None, **kwargs: Any) -> None:
        super().__init__(**{"label": _("Time"), "hint": "14:17"} | kwargs)
        if value is not None:
            self.text = f"{value:%H:%M}"
        self.input.fbind("focus", self._tidy)
        self.fbind("text", self._trust)

    @property
    def value(self) -> time | None:
        """The time that is written, or None."""
        return read_time(self.text)

    def _trust(self, *_args: Any) -> None:
        self.error = ""

    def _tidy(self, _input: Any, focused: bool) -> None:
        """Write the time out, or say what is wrong, when the keyboard leaves the field."""
        if focused or not self.text:
            return
        if self.value is None:
            self.error = _("Write the time like 14:17.")
        else:
            self.text = f"{self.value:%H:%M}"
