"""The exact values of a chart: a heading and rows, of which those made of entries lead to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kivy.clock import Clock
from kivy.metrics import dp, sp
from kivy.properties import BooleanProperty, ListProperty, ObjectProperty

from twitchlog.reports.charts.spec import NO_TABLE
from twitchlog.ui import theme
from twitchlog.ui.widgets import typesetting
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


class TableRow(Pressable):
    """One line of a table on a card: the first cell at the left, the others at the right.

    Where a word would have to be broken, the cells stand below each other, each with its name.
    """

    cells = ListProperty()
    table = ObjectProperty(NO_TABLE)
    heading = BooleanProperty(False)
    first = BooleanProperty(False)
    last = BooleanProperty(False)
    behind = ObjectProperty(None, allownone=True)
    ring_gap = -3

    def __init__(self, measure: Callable[[float], list[float] | None], **kwargs: Any) -> None:
        """Take what says how wide the columns are in a room, None where they do not fit."""
        self._measure = measure
        self._ground, self._line, self._end = Box(), Strip(), Letters()
        self._words: list[Letters] = []
        self._reset = Clock.create_trigger(self.lay, -1)
        super().__init__(**{"size_hint": (None, None), "height": dp(ROW)} | kwargs)
        for part in (self._ground, self._line, self._end):
            self.canvas.add(part)
        for name in ("cells", "table", "heading", "first", "last", "behind", "pos", "size"):
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
        room = self.width - dp(16) - dp(36)
        widths = self._measure(room - dp(_GAP) * max(len(self.cells) - 1, 0))
        cells = list(self.cells) if widths else [self._stacked()]
        widths = widths or [max(room, 1.0)]
        while len(self._words) < len(cells):
            self._words.append(Letters())
            self.canvas.add(self._words[-1])
        x, high = self.x + dp(16), 0.0
        placed = []
        for at, letters in enumerate(self._words):
            if at >= len(cells):
                letters.hide()
                continue
            wide = widths[at]
            role = "title_small" if self.heading else "body"
            letters.set(cells[at], role, width=wide, halign="right" if at else "left")
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

    def _stacked(self) -> str:
        """Return the cells below each other, each with the name of its column."""
        first, *others = self.cells or [""]
        if self.heading:
            return str(first)
        named = zip(self.table.columns[1:], others, strict=False)
        return "\n".join([first, *(f"{name}: {cell}" for name, cell in named if cell)])


class TableRows:
    """Fills a virtual list with a table; `entries` opens what a row was counted from."""

    def __init__(self, entries: Callable[[Query], None], key: str) -> None:
        self.table: Table = NO_TABLE
        self._entries, self._key = entries, key

        self._measured: dict[tuple[float, float], list[float] | None] = {}

    def take(self, table: Table) -> None:
        """Take on another table."""
        if table is not self.table:
            self.table = table
            self._measured.clear()

    def _widths(self, room: float) -> list[float] | None:
        """Return the widths of the columns, measured once a width and text size."""
        at = room, sp(1)
        if at not in self._measured:
            self._measured[at] = widths_of(self.table, room)
        return self._measured[at]

    def heights(self, *, shown: bool) -> Heights:
        """Return how high the rows are guessed to be, where any are shown."""
        rows = [len(self.table.rows)] if shown and self.table.rows else []
        return Heights(rows, head=dp(ROW), row=dp(ROW))

    def kind(self, _section: int, _item: int) -> str:
        """Return that all rows are alike."""
        return "row"

    def make(self, _kind: str) -> Widget:
        """Return a new row."""
        row = TableRow(self._widths)
        row.fbind("on_release", lambda each: self._entries(each.behind))
        return row

    def fill(self, widget: TableRow, _section: int, item: int) -> None:
        """Show a row of the table, or the names of its columns."""
        table = self.table
        row = table.rows[item - 1] if item else None
        widget.key = f"{self._key}.row.{item - 1}" if row else ""
        widget.table, widget.cells = table, list(row.cells if row else table.columns)
        widget.heading, widget.behind = row is None, row.behind if row else None
        widget.first, widget.last = not item, item == len(table.rows)
        widget.lay()

    def seen(self, first: int, last: int) -> None:
        """Nothing to fetch: the table is there."""


def longest_words(table: Table) -> list[str]:
    """Return for each column its longest word, that of its name first, as it must not be broken."""
    return [
        max(
            (word for line in (table.columns, *(row.cells for row in table.rows))
             for word in line[at].split(" ")),
            key=len,
        )
        for at in range(len(table.columns))
    ]  # fmt: skip


def widths_of(table: Table, room: float) -> list[float] | None:
    """Return how wide each column is in `room` px; None where a word would have to be broken.

    Each has what its longest word needs; what is left goes to those with the longest cells.
    """
    if not table.columns:
        return None
    strong, plain = theme.STYLES["title_small"], theme.STYLES["body"]
    needs = [
        max(_wide(name, strong) for name in table.columns[at].split(" "))
        for at in range(len(table.columns))
    ]
    needs = [
        max(need, _wide(word, plain)) + dp(1)
        for need, word in zip(needs, longest_words(table), strict=True)
    ]
    left = room - sum(needs)
    if left < 0:
        return None
    most = [
        max(map(len, column)) for column in zip(*(row.cells for row in table.rows), strict=True)
    ]
    return [need + left * each / max(sum(most), 1) for need, each in zip(needs, most, strict=True)]


def _wide(word: str, style: Any) -> int:
    family = typesetting.family_for(word, style.family)
    return typesetting.natural_width(word, family, sp(style.size))


def table_list(rows: TableRows) -> VirtualList:
    """Return the list that shows a table."""
    return VirtualList(rows, inset=dp(16), foot=dp(96))
