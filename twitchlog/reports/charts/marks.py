"""Which part of a picture a tap means: the places of what was drawn, in dp from its lower left."""

from __future__ import annotations

from dataclasses import dataclass
from math import atan2, cos, hypot, pi, sin
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable

REACH: Final = 24.0
"""A finger takes the nearest part within this many dp."""
AROUND: Final = 6.0
"""So far from words a line around them lies, in dp."""
CLEAR: Final = 2.5
"""So far beside what is thin a line around it lies, in dp, so that it does not cover it."""
WIDE: Final = 14.0
"""From this width on, in dp, a part leaves room for a line along its own edge."""
_TURN: Final = 2 * pi
_PIECES: Final = 60
"""So many straight pieces pass for a circle."""

Point = tuple[float, float]


class Mark(Protocol):
    """A part of a picture that stands for row number `row` of the chart's table."""

    @property
    def row(self) -> int:
        """The number of the row."""
        ...

    def distance(self, x: float, y: float) -> float:
        """Return how far a point is from it, in dp; 0 within it."""
        ...

    def outline(self) -> tuple[Point, ...]:
        """Return the corners of a line around it, in dp, each once."""
        ...


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle: its left, lower, right and upper edge."""

    row: int
    left: float
    bottom: float
    right: float
    top: float

    def distance(self, x: float, y: float) -> float:
        """Return how far a point is from the rectangle."""
        return hypot(
            max(self.left - x, 0.0, x - self.right), max(self.bottom - y, 0.0, y - self.top)
        )

    def outline(self) -> tuple[Point, ...]:
        """Return four corners: its own, or beyond those where it is thin."""
        beside = _clearance(self.right - self.left)
        above = _clearance(self.top - self.bottom)
        left, right = self.left - beside, self.right + beside
        bottom, top = self.bottom - above, self.top + above
        return ((left, bottom), (right, bottom), (right, top), (left, top))


@dataclass(frozen=True, slots=True)
class Sector:
    """A piece of a ring around `centre`: from `start`, `long` onwards, both as parts of a turn.

    A turn begins at the top and goes with the clock.
    """

    row: int
    centre: tuple[float, float]
    inner: float
    outer: float
    start: float
    long: float

    def distance(self, x: float, y: float) -> float:
        """Return how far a point is from the piece, along the radius and around it."""
        across, up = x - self.centre[0], y - self.centre[1]
        away = hypot(across, up)
        past = (atan2(across, up) / _TURN - self.start) % 1
        beside = 0.0 if past <= self.long else min(past - self.long, 1 - past)
        return hypot(max(self.inner - away, 0.0, away - self.outer), beside * _TURN * away)

    def outline(self) -> tuple[Point, ...]:
        """Return points along the outer arc and back along the inner one."""
        steps = max(1, round(self.long * _PIECES))
        turns = [(self.start + self.long * at / steps) * _TURN for at in range(steps + 1)]
        return tuple(
            (self.centre[0] + away * sin(turn), self.centre[1] + away * cos(turn))
            for away, along in ((self.outer, turns), (self.inner, turns[::-1]))
            for turn in along
        )


def _clearance(long: float) -> float:
    """Return how far, in dp, a line keeps from an edge of what is so long across."""
    return min(max((WIDE - long) / 2, 0.0), CLEAR)


def row_at(marks: Iterable[Mark], x: float, y: float, *, reach: float = REACH) -> int | None:
    """Return the row of the nearest mark within `reach` of a point, the later drawn of equals."""
    best, row = reach, None
    for mark in marks:
        if (away := mark.distance(x, y)) <= best:
            best, row = away, mark.row
    return row


def rows_in(marks: Iterable[Mark]) -> tuple[int, ...]:
    """Return the rows that have a part, in the order of the table."""
    return tuple(sorted({mark.row for mark in marks}))


def beside(marks: Iterable[Mark], row: int, across: int, up: int) -> int | None:
    """Return the row of the nearest rectangle that way from the one of `row`, None without one.

    `across` is 1 to the right and -1 to the left, `up` 1 upwards and -1 downwards, one of them 0.
    Only what lies beside it counts: rectangles that share some of its height, or of its width.
    """
    boxes = [mark for mark in marks if isinstance(mark, Box)]
    here = next((box for box in boxes if box.row == row), None)
    if here is None:
        return None
    near = [
        (away, box.row)
        for box in boxes
        if box.row != row
        if _overlap(here, box, across=bool(up)) > 0
        if (away := _middle(box, here, across, up)) > 0
    ]
    return min(near)[1] if near else None


def _overlap(one: Box, other: Box, *, across: bool) -> float:
    """Return how much of their width (or height) two rectangles share, negative for a gap."""
    if across:
        return min(one.right, other.right) - max(one.left, other.left)
    return min(one.top, other.top) - max(one.bottom, other.bottom)


def _middle(box: Box, here: Box, across: int, up: int) -> float:
    """Return how far the middle of `box` lies that way from the middle of `here`."""
    right = (box.left + box.right - here.left - here.right) / 2
    higher = (box.bottom + box.top - here.bottom - here.top) / 2
    return right * across + higher * up
