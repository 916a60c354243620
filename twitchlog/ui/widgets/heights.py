"""Where the rows of a very long list lie: sums that are corrected as rows are measured."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


class Heights:
    """The heights of sections, each a head and rows below it, in pixels from the top.

    `rows` says how many rows each section has. Heads and rows are as high as guessed until
    `measure` says otherwise; each change costs the logarithm of the number of sections, so a list
    of 100,000 rows is laid out anew at no cost that could be felt.
    """

    def __init__(self, rows: Sequence[int], *, head: float, row: float) -> None:
        self.rows = tuple(rows)
        self._head, self._row = head, row
        self._measured: dict[int, dict[int, float]] = {}
        self._sums = [0.0] * (len(self.rows) + 1)
        for index, count in enumerate(self.rows, start=1):
            self._sums[index] += head + row * count
            above = index + (index & -index)
            if above <= len(self.rows):
                self._sums[above] += self._sums[index]

    @property
    def total(self) -> float:
        """The height of everything."""
        return self._before(len(self.rows))

    def height(self, section: int, item: int) -> float:
        """Return the height of a section's head (item 0) or of one of its rows (from 1)."""
        guess = self._row if item else self._head
        return guess + self._measured.get(section, {}).get(item, 0.0)

    def top(self, section: int, item: int) -> float:
        """Return how far below the top of the list an item begins."""
        down = self._before(section)
        if not item:
            return down
        extra = sum(more for at, more in self._measured.get(section, {}).items() if at < item)
        return down + self._head + self._row * (item - 1) + extra

    def at(self, down: float) -> tuple[int, int]:
        """Return the section and item that lie `down` pixels below the top of the list."""
        section = min(self._section(down), max(len(self.rows) - 1, 0))
        low, high = 0, self.rows[section] if self.rows else 0
        while low < high:
            middle = (low + high + 1) // 2
            if self.top(section, middle) <= down:
                low = middle
            else:
                high = middle - 1
        return section, low

    def following(self, section: int, item: int) -> tuple[int, int] | None:
        """Return the item below another one, or None at the end."""
        if item < self.rows[section]:
            return section, item + 1
        return (section + 1, 0) if section + 1 < len(self.rows) else None

    def measure(self, section: int, item: int, height: float) -> bool:
        """Correct the height of one item; say whether that changed anything."""
        change = height - self.height(section, item)
        if abs(change) < 0.5:
            return False
        known = self._measured.setdefault(section, {})
        known[item] = known.get(item, 0.0) + change
        index = section + 1
        while index < len(self._sums):
            self._sums[index] += change
            index += index & -index
        return True

    def _before(self, section: int) -> float:
        """Return the summed heights of the sections before one: P. M. Fenwick's tree (1994)."""
        total, index = 0.0, section
        while index:
            total += self._sums[index]
            index &= index - 1
        return total

    def _section(self, down: float) -> int:
        """Return the section at a depth: the last one whose top is not below it."""
        index, left = 0, down
        step = 1 << max(len(self.rows).bit_length() - 1, 0)
        while step:
            follower = index + step
            if follower < len(self._sums) and self._sums[follower] <= left:
                index, left = follower, left - self._sums[follower]
            step >>= 1
        return index
