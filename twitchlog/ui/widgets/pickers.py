"""The month one picks a day from."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from kivy.metrics import dp
from kivy.properties import NumericProperty
from kivy.uix.boxlayout import BoxLayout

from twitchlog.presenters import words
from twitchlog.translation import _
from twitchlog.ui.widgets.buttons import IconButton, TextButton
from twitchlog.ui.widgets.lettering import Text
from twitchlog.ui.widgets.month_grid import MonthGrid

if TYPE_CHECKING:
    from collections.abc import Callable


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
