"""The week at a glance: seven days, each with a mark for twitches, none, or not logged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kivy.metrics import dp
from kivy.properties import ObjectProperty
from kivy.uix.layout import Layout

from twitchlog.domain.checkin import DayState
from twitchlog.presenters.month import Mark
from twitchlog.ui import theme
from twitchlog.ui.widgets.day_marks import Disc
from twitchlog.ui.widgets.lettering import Letters
from twitchlog.ui.widgets.pressing import Pressable
from twitchlog.ui.widgets.shapes import Box

if TYPE_CHECKING:
    from twitchlog.presenters.today_page import Cell

MARK: Final = 14


class WeekDay(Pressable):
    """One day of the strip."""

    cell = ObjectProperty(None, allownone=True)

    def __init__(self, **kwargs: Any) -> None:
        self._ground, self._dot, self._disc = Box(), Box(), Disc()
        self._name, self._number = Letters(), Letters()
        super().__init__(**{"size_hint": (None, None)} | kwargs)
        for part in (self._ground, self._dot, self._disc, self._name, self._number):
            self.canvas.add(part)
        for name in ("cell", "pos", "size"):
            self.fbind(name, self.reflow)

    def outline(self) -> tuple[tuple[float, float], tuple[float, float], float]:
        """Return the round ground of the cell."""
        return self.pos, self.size, dp(16)

    def needs(self) -> float:
        """Return the height the words need."""
        return theme.line_height("body_small") + theme.line_height("body") + dp(36)

    def repaint(self) -> None:
        """Take on the colours in use."""
        self.reflow()

    def reflow(self, *_args: Any) -> None:
        """Draw the day anew."""
        cell: Cell | None = self.cell
        if cell is None:
            return
        middle = self.center_x
        self._ground.place(*self.outline())
        self._ground.paint("secondary_container" if cell.today else "")
        ink = "on_secondary_container" if cell.today else "on_surface_variant"
        top = self.top - dp(8)
        self._name.set(cell.name, "body_small")
        self._name.paint(ink)
        self._name.place(middle - self._name.size[0] / 2, top)
        top -= theme.line_height("body_small") + dp(2)
        self._number.set(cell.number, "label" if cell.today else "body")
        self._number.paint(ink if cell.today or not cell.reachable else "on_surface")
        self._number.place(middle - self._number.size[0] / 2, top)
        top -= theme.line_height("body") + dp(3)
        centre, side = (round(middle), round(top - dp(MARK) / 2)), dp(MARK)
        mark = {DayState.NONE: Mark.NONE, DayState.NOT_LOGGED: Mark.NOT_LOGGED}.get(cell.state)
        self._disc.show(mark or Mark.PLAIN, centre=centre, side=side)
        pos = centre[0] - side / 2, centre[1] - side / 2
        self._dot.place(pos, (side, side), side / 2)
        self._dot.paint("series_a" if cell.state is DayState.TWITCHES else "")


class WeekStrip(Layout):
    """Seven days side by side; `on_day` tells the one that was tapped."""

    __events__ = ("on_day",)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"size_hint_y": None, "height": dp(72)} | kwargs)
        self._days = [WeekDay() for _each in range(7)]
        for day in self._days:
            day.fbind("on_release", lambda each: self.dispatch("on_day", each.cell.day))
            self.add_widget(day)
        for name in ("pos", "size"):
            self.fbind(name, self._trigger_layout)
        theme.watch(self)

    def on_day(self, *_args: Any) -> None:
        """Hear which day was tapped."""

    def show(self, week: tuple[Cell, ...]) -> None:
        """Show a week."""
        for day, cell in zip(self._days, week, strict=True):
            day.cell = cell
            day.tooltip = cell.said
            day.disabled = not cell.reachable
            day.key = f"today.day.{cell.day}"

    def repaint(self) -> None:
        """Nothing is drawn here."""

    def reflow(self) -> None:
        """Make room for larger words."""
        self._trigger_layout()

    def do_layout(self, *_args: Any) -> None:
        """Give each day an equal share."""
        self.height = max(dp(72), self._days[0].needs())
        share = self.width / 7
        for index, day in enumerate(self._days):
            wide = min(share, dp(56))
            day.size = wide, self.height
            day.pos = self.x + index * share + (share - wide) / 2, self.y
