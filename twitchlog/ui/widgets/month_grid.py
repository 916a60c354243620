"""The days of one month to pick one from."""

from __future__ import annotations

from calendar import Calendar
from datetime import date, timedelta
from typing import Any

from kivy.metrics import dp
from kivy.properties import ObjectProperty

from twitchlog.presenters import words
from twitchlog.ui.widgets import focus
from twitchlog.ui.widgets.lettering import Letters
from twitchlog.ui.widgets.pressing import OFF_ALPHA, Pressable
from twitchlog.ui.widgets.shapes import Box


class MonthGrid(Pressable):
    """The days of one month, to tap or to go through with the arrows; `on_release` chooses."""

    month = ObjectProperty()
    day = ObjectProperty()
    earliest = ObjectProperty(date.min)
    latest = ObjectProperty(date.max)
    ring_gap = -2

    def __init__(self, **kwargs: Any) -> None:
        self._letters: list[Letters] = []
        self._mark = Box()
        super().__init__(**{"size_hint_y": None, "height": dp(40) * 7} | kwargs)
        self.canvas.add(self._mark)
        for name in ("month", "day", "pos", "size"):
            self.fbind(name, self.reflow)
        self.reflow()

    def outline(self) -> tuple[tuple[float, float], tuple[float, float], float]:
        """Return where the disc of the chosen day lies."""
        weeks = Calendar().monthdatescalendar(self.month.year, self.month.month)
        for row, week in enumerate(weeks, start=1):
            if self.day in week:
                x, y = self._cell(week.index(self.day), row)
                return (x - dp(18), y - dp(18)), (dp(36), dp(36)), dp(18)
        return self.pos, (0, 0), 0

    def repaint(self) -> None:
        """Take on the colours in use."""
        self.reflow()

    def reflow(self, *_args: Any) -> None:
        """Set the names of the days and their numbers."""
        for letters in self._letters:
            self.canvas.remove(letters)
        self._letters = []
        self._mark.paint("primary")
        self._mark.place(*self.outline())
        weeks = Calendar().monthdatescalendar(self.month.year, self.month.month)
        for column, day in enumerate(weeks[0]):
            self._set(words.weekday_short(day)[:2], "label_small", "on_surface_variant", column, 0)
        for row, week in enumerate(weeks, start=1):
            for column, day in enumerate(week):
                if day.month == self.month.month:
                    ink = "on_primary" if day == self.day else "on_surface"
                    off = not self.earliest <= day <= self.latest
                    self._set(str(day.day), "body", ink, column, row, alpha=OFF_ALPHA if off else 1)
        self._move_marks()

    def on_touch_down(self, touch: Any) -> bool:
        """Choose the day under the finger."""
        if self.collide_point(*touch.pos):
            column = int((touch.x - self.x) / (self.width / 7))
            row = int((self.y + self.height - touch.y) / dp(40))
            weeks = Calendar().monthdatescalendar(self.month.year, self.month.month)
            if not 1 <= row <= len(weeks):
                return True
            day = weeks[row - 1][min(max(column, 0), 6)]
            if day.month != self.month.month or not self.earliest <= day <= self.latest:
                return True
            self.day = day
        return super().on_touch_down(touch)

    def keyboard_on_key_down(
        self, window: Any, keycode: tuple[int, str], text: str, modifiers: list[str]
    ) -> bool:
        """Go from day to day with the arrows, over the ends of the month."""
        step = {"left": -1, "right": 1, "up": -7, "down": 7}.get(keycode[1], 0)
        if not step:
            return super().keyboard_on_key_down(window, keycode, text, modifiers)
        focus.used_keyboard(True)
        wanted = self.day + timedelta(step)
        if self.earliest <= wanted <= self.latest:
            self.month = wanted.replace(day=1)
            self.day = wanted
        return True

    def _cell(self, column: int, row: int) -> tuple[float, float]:
        share = self.width / 7
        return self.x + (column + 0.5) * share, self.y + self.height - (row + 0.5) * dp(40)

    def _set(
        self, text: str, role: str, ink: str, column: int, row: int, *, alpha: float = 1.0
    ) -> None:
        letters = Letters()
        letters.set(text, role)
        letters.paint(ink, alpha=alpha)
        letters.centre(*self._cell(column, row))
        self._letters.append(letters)
        self.canvas.add(letters)
