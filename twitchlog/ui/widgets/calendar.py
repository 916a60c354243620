"""The month of the diary: how much twitching, none, or not logged, day by day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.layout import Layout

from twitchlog.translation import _
from twitchlog.ui import theme
from twitchlog.ui.widgets import focus
from twitchlog.ui.widgets.buttons import IconButton
from twitchlog.ui.widgets.cards import Card
from twitchlog.ui.widgets.chips import ChipRow
from twitchlog.ui.widgets.day_marks import DayCell, KeyMark
from twitchlog.ui.widgets.lettering import Text

if TYPE_CHECKING:
    from twitchlog.presenters.month import Month

CELL: Final = 48
SWIPE: Final = 56


class MonthGrid(Layout):
    """Weekday names over up to six weeks of cells; `on_day` tells a tapped day."""

    __events__ = ("on_day", "on_arrow")

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"size_hint_y": None} | kwargs)
        self._names = [Text(role="label_small", ink="on_surface_variant", halign="center")
                       for _day in range(7)]  # fmt: skip
        self._cells: list[DayCell] = []
        self._month: Month | None = None
        for name in self._names:
            self.add_widget(name)
        for name in ("pos", "size"):
            self.fbind(name, self._trigger_layout)

    def on_day(self, *_args: Any) -> None:
        """Hear which day was tapped."""

    def on_arrow(self, *_args: Any) -> None:
        """Hear of an arrow key: the day it was pressed on, and by how many days it moves."""

    def show(self, month: Month) -> None:
        """Show a month."""
        self._month = month
        for text, name in zip(self._names, month.weekdays, strict=True):
            text.text = name
        shown = [cell for week in month.weeks for cell in week if cell is not None]
        while len(self._cells) < len(shown):
            cell = DayCell()
            cell.fbind("on_release", lambda each: self.dispatch("on_day", each.cell.day))
            cell.fbind(
                "on_arrow", lambda each, days: self.dispatch("on_arrow", each.cell.day, days)
            )
            self._cells.append(cell)
        for at, widget in enumerate(self._cells):
            if at < len(shown):
                widget.cell = shown[at]
                widget.disabled = shown[at].ahead
                widget.tooltip = shown[at].said
                widget.key = f"diary.day.{shown[at].day}"
                if widget.parent is None:
                    self.add_widget(widget)
            elif widget.parent is not None:
                self.remove_widget(widget)
        self._trigger_layout()

    def take_focus(self) -> None:
        """Give the keyboard to the chosen day."""
        chosen = (each for each in self._cells if each.parent and each.cell.chosen)
        for cell in chosen:
            focus.take(cell)

    def do_layout(self, *_args: Any) -> None:
        """Place names and cells in seven columns."""
        if self._month is None:
            return
        head = max(dp(24), theme.line_height("label_small") + dp(8))
        share = self.width / 7
        weeks = self._month.weeks
        self.height = head + dp(CELL) * len(weeks)
        for column, name in enumerate(self._names):
            name.width = share
            name.x, name.top = self.x + column * share, self.top - dp(4)
        spots = [
            (row, column)
            for row, week in enumerate(weeks)
            for column, cell in enumerate(week)
            if cell is not None
        ]
        for widget, (row, column) in zip(self._cells, spots, strict=False):
            widget.size = share, dp(CELL)
            widget.pos = self.x + column * share, self.top - head - dp(CELL) * (row + 1)


class Calendar(Card):
    """The month card; `on_day` tells a tapped day, `on_turn` -1 or 1 for another month."""

    __events__ = ("on_day", "on_turn", "on_arrow")

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"padding": (dp(8), dp(4), dp(8), dp(12)), "spacing": dp(4)} | kwargs)
        self._swiped_from: tuple[float, float] | None = None
        self._title = Text(role="title", halign="center")
        self._earlier = IconButton(
            icon="chevron-left", key="diary.previous-month", tooltip=_("The month before")
        )
        self._later = IconButton(
            icon="chevron-right", key="diary.next-month", tooltip=_("The month after")
        )
        self._earlier.fbind("on_release", lambda _button: self.dispatch("on_turn", -1))
        self._later.fbind("on_release", lambda _button: self.dispatch("on_turn", 1))
        head = BoxLayout(size_hint_y=None, height=dp(48))
        for widget in (self._earlier, self._title, self._later):
            widget.pos_hint = {"center_y": 0.5}
            head.add_widget(widget)
        self.grid = MonthGrid()
        self.grid.fbind("on_day", lambda _grid, day: self.dispatch("on_day", day))
        self.grid.fbind("on_arrow", lambda _grid, *to: self.dispatch("on_arrow", *to))
        self._key = ChipRow(spacing=dp(13), line_spacing=dp(4))
        foot = BoxLayout(size_hint_y=None, padding=(dp(8), 0))
        self._key.fbind("height", lambda _key, high: setattr(foot, "height", high))
        foot.add_widget(self._key)
        for widget in (head, self.grid, foot):
            self.add_widget(widget)

    def on_day(self, *_args: Any) -> None:
        """Hear which day was tapped."""

    def on_turn(self, *_args: Any) -> None:
        """Hear that another month is wanted: -1 the one before, 1 the one after."""

    def on_arrow(self, *_args: Any) -> None:
        """Hear of an arrow key: the day it was pressed on, and by how many days it moves."""

    def show(self, month: Month) -> None:
        """Show a month."""
        self._title.text = month.title
        self._later.disabled = not month.has_next
        self.grid.show(month)
        if not self._key.children:
            for mark, text in month.key:
                self._key.add_widget(KeyMark(mark, text))

    def on_touch_down(self, touch: Any) -> bool:
        """Remember where a swipe may have begun; a quick one arrives when it is already over."""
        if self.collide_point(*touch.pos) and self._swiped(touch.ox, touch.oy, touch):
            return True
        self._swiped_from = tuple(touch.pos) if self.collide_point(*touch.pos) else None
        return super().on_touch_down(touch)

    def on_touch_up(self, touch: Any) -> bool:
        """Turn the month where the finger went sideways."""
        started, self._swiped_from = self._swiped_from, None
        if started is not None and touch.grab_current is None and self._swiped(*started, touch):
            return True
        return super().on_touch_up(touch)

    def _swiped(self, from_x: float, from_y: float, touch: Any) -> bool:
        across, along = touch.x - from_x, touch.y - from_y
        if abs(across) < dp(SWIPE) or abs(across) < 2 * abs(along):
            return False
        if across > 0 or not self._later.disabled:
            self.dispatch("on_turn", -1 if across > 0 else 1)
        return True
