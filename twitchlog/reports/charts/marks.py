"""Which part of a picture a tap means: the places of what was drawn, in dp from its lower left."""

from __future__ import annotations

from dataclasses import dataclass
from math import atan2, hypot, pi
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable

REACH: Final = 24.0
"""A finger takes the nearest part within this many dp."""
_TURN: Final = 2 * pi


class Mark(Protocol):
    """A part of a picture that stands for row number `row` of the chart's table."""

    @property
    def row(self) -> int:
        """The number of the row."""
        ...

    def distance(self, x: float, y: float) -> float:
        """Return how far a point is from it, in dp; 0 within it."""
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


def row_at(marks: Iterable[Mark], x: float, y: float, *, reach: float = REACH) -> int | None:
    """Return the row of the nearest mark within `reach` of a point, the later drawn of equals."""
    best, row = reach, None
    for mark in marks:
        if (away := mark.distance(x, y)) <= best:
            best, row = away, mark.row
    return row
