"""The exact values of a chart: a heading and rows, of which those made of entries lead to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kivy.clock import Clock
from kivy.metrics import dp
from kivy.properties import BooleanProperty, ListProperty, ObjectProperty

from twitchlog.reports.charts.spec import NO_TABLE
from twitchlog.ui.widgets.heights import Heights
from twitchlog.ui.widgets.lettering import Letters
from twitchlog.ui.widgets.pressing import Pressable
from twitchlog.ui.widgets.shapes import Box, Strip
from twitchlog.ui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from collections.abc import Callable

    from kivy.uix.widget import Widget

    from twitchlog.domain.searching import Query
    from twitchlog.reports.charts.spec import Table

ROW: Final = 48
_GAP: Final = 12
_WIDEST: Final = 24
_NARROWEST: Final = 6
_HEAVY: Final = 1.15
_LINE: Final = 44
"""So many letters a row has room for on a phone."""


class TableRow(Pressable):
    """One line of a table on a card: the first cell at the left, the others at the right."""

    cells = ListProperty()
    shares = ListProperty()
    heading = BooleanProperty(False)
    first = BooleanProperty(False)
    last = BooleanProperty(False)
    behind = ObjectProperty(None, allownone=True)
    ring_gap = -3

    def __init__(self, **kwargs: Any) -> None:
        self._ground, self._line, self._end = Box(), Strip(), Letters()
        self._words: list[Letters] = []
        self._reset = Clock.create_trigger(self.lay, -1)
        super().__init__(**{"size_hint": (None, None), "height": dp(ROW)} | kwargs)
        for part in (self._ground, self._line, self._end):
            self.canvas.add(part)
        for name in ("cells", "shares", "heading", "first", "last", "behind", "pos", "size"):
            self.fbind(name, self._reset)
        self.lay()

    def outline(self) -> tuple[tuple[float, float], tuple[float, float], Any]:
        """Return the whole row, round at the ends of the card."""
        upper, lower = dp(16) if self.first else 0, dp(16) if self.last else 0
        return self.pos, self.size, (upper, upper, lower, lower)

    def repaint(self) -> None:
        """Take on the colours in use."""
        self._reset()

    def reflow(self) -> None:
        """Measure the words anew."""
        self._reset()

    def lay(self, *_args: Any) -> None:
        """Set every cell in its column, and be as high as the highest."""
        self.disabled = self.behind is None
        ink = "on_surface_variant" if self.heading else "on_surface"
        while len(self._words) < len(self.cells):
            self._words.append(Letters())
            self.canvas.add(self._words[-1])
        room = self.width - dp(16) - dp(36) - dp(_GAP) * max(len(self.cells) - 1, 0)
        x, high = self.x + dp(16), 0.0
        placed = []
        for at, letters in enumerate(self._words):
            if at >= len(self.cells):
                letters.hide()
                continue
            wide = max(room * self.shares[at], 1.0)
            role = "title_small" if self.heading else "body"
            letters.set(self.cells[at], role, width=wide, halign="right" if at else "left")
            letters.paint(ink)
            placed.append((letters, x))
            high = max(high, letters.size[1])
            x += wide + dp(_GAP)
        self.height = max(dp(ROW), high + dp(20))
        for letters, left in placed:
            letters.place(left, self.y + self.height / 2 + letters.size[1] / 2)
        if self.behind is not None:
            self._end.icon("chevron-right", dp(20))
            self._end.centre(self.right - dp(18), self.y + self.height / 2)
            self._end.paint("on_surface_variant")
        else:
            self._end.hide()
        self._ground.place(*self.outline())
        self._ground.paint("card")
        self._line.paint("" if self.first else "outline_variant")
        self._line.place((self.x + dp(16), self.top - dp(1)), (self.width - dp(32), dp(1)))


class TableRows:
    """Fills a virtual list with a table; `entries` opens what a row was counted from."""

    def __init__(self, entries: Callable[[Query], None], key: str) -> None:
        self.table: Table = NO_TABLE
        self._entries, self._key = entries, key
        self._shares: list[float] = []

    def take(self, table: Table) -> None:
        """Take on another table."""
        self.table, self._shares = table, shares_of(table)

    def heights(self, *, shown: bool) -> Heights:
        """Return how high the rows are guessed to be, where any are shown."""
        rows = [len(self.table.rows)] if shown and self.table.rows else []
        return Heights(rows, head=dp(ROW), row=dp(ROW))

    def kind(self, _section: int, _item: int) -> str:
        """Return that all rows are alike."""
        return "row"

    def make(self, _kind: str) -> Widget:
        """Return a new row."""
        row = TableRow()
        row.fbind("on_release", lambda each: self._entries(each.behind))
        return row

    def fill(self, widget: TableRow, _section: int, item: int) -> None:
        """Show a row of the table, or the names of its columns."""
        table = self.table
        row = table.rows[item - 1] if item else None
        widget.key = f"{self._key}.row.{item - 1}" if row else ""
        widget.cells = list(row.cells if row else table.columns)
        widget.shares = self._shares
        widget.heading, widget.behind = row is None, row.behind if row else None
        widget.first, widget.last = not item, item == len(table.rows)
        widget.lay()

    def seen(self, first: int, last: int) -> None:
        """Nothing to fetch: the table is there."""


def shares_of(table: Table) -> list[float]:
    """Return how much of the width each column gets: by what is longest in it.

    A column that would then be too narrow for its longest word, on a phone, gets as much as that
    needs from those with room; names are in a heavier type and need a little more.
    """
    lines = [table.columns, *(row.cells for row in table.rows)]
    most, needs = [], []
    for at, name in enumerate(table.columns):
        cells = [line[at] for line in lines]
        most.append(min(max(_NARROWEST, *map(len, cells)), _WIDEST))
        longest = max((len(word) for cell in cells[1:] for word in cell.split(" ")), default=0)
        needs.append(max(_NARROWEST, longest, *(_HEAVY * len(it) for it in name.split(" "))))
    wanted = [_LINE * each / sum(most) for each in most]
    lacking = sum(max(need - each, 0) for need, each in zip(needs, wanted, strict=True))
    room = sum(max(each - need, 0) for need, each in zip(needs, wanted, strict=True))
    kept = max(1 - lacking / room, 0.0) if room else 0.0
    shares = [need + max(each - need, 0) * kept for need, each in zip(needs, wanted, strict=True)]
    return [share / sum(shares) for share in shares]


def table_list(rows: TableRows) -> VirtualList:
    """Return the list that shows a table."""
    return VirtualList(rows, inset=dp(16), foot=dp(96))
