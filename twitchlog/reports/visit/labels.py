"""Find room for the labels of the body map: off the bodies, off the letters, off each other."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    Edge = tuple[float, float, float, float]
    Stretches = Sequence[tuple[float, float]]

TEXT_MM: Final = 2.4
"""The height of a figure set in 9 pt."""
APART_MM: Final = 4.0
_CLEAR_MM: Final = 0.6
_ROW_MM: Final = 0.5
_STEP_MM: Final = 0.5
_MOST_STEPS: Final = 80
_SIDEWAYS: Final = 5
_UPWARDS: Final = 4
"""How far a step counts: one to the side moves a label further from its place than one up."""
_SLICES: Final = 4


@dataclass(frozen=True, slots=True)
class Box:
    """A line of text: its left edge, the height of its middle, its width; in millimetres."""

    left: float
    middle: float
    width: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.left + self.width

    def beside(self, other: Box) -> bool:
        """Whether the two share no column."""
        return self.left > other.right or self.right < other.left


class Page:
    """What is taken on the map: by the bodies, and by texts."""

    def __init__(
        self, *, width: float, height: float, body: Callable[[float, float], Stretches]
    ) -> None:
        """Take a page in millimetres; `body` tells the stretches of x taken between two heights."""
        self.width, self.height = width, height
        self.taken: list[Box] = []
        self._body = cache(lambda row: body(row * _ROW_MM, (row + 1) * _ROW_MM))

    def place(self, wanted: Box) -> Box:
        """Take and return the free box nearest to the wanted one; that itself where none is."""
        found = next((box for box in _around(wanted) if self._free(box)), wanted)
        left = min(max(found.left, 0.0), self.width - found.width)
        found = Box(left, found.middle, found.width)
        self.taken.append(found)
        return found

    def _free(self, box: Box) -> bool:
        top, bottom = box.middle - TEXT_MM / 2, box.middle + TEXT_MM / 2
        if not (box.left >= 0 and box.right <= self.width and top >= 0 and bottom <= self.height):
            return False
        near = APART_MM - 1e-9
        if any(abs(box.middle - o.middle) < near and not box.beside(o) for o in self.taken):
            return False
        return not any(
            box.left - _CLEAR_MM < right and left < box.right + _CLEAR_MM
            for row in range(int(top / _ROW_MM), int(bottom / _ROW_MM) + 1)
            for left, right in self._body(row)
        )


def _moves() -> Iterator[tuple[int, int]]:
    """Yield steps right and down, the smallest first; up or down is nearer than sideways."""
    for far in range((_SIDEWAYS + _UPWARDS) * _MOST_STEPS + 1):
        for down in range(min(far // _UPWARDS, _MOST_STEPS) + 1):
            right, beside = divmod(far - _UPWARDS * down, _SIDEWAYS)
            if beside == 0 and right <= _MOST_STEPS:
                for x in sorted({-right, right}):
                    yield from ((x, y) for y in sorted({-down, down}))


def _around(wanted: Box) -> Iterator[Box]:
    for right, down in _moves():
        yield Box(wanted.left + right * _STEP_MM, wanted.middle + down * _STEP_MM, wanted.width)


def edges_of(outline: Iterable[Sequence[float]]) -> tuple[Edge, ...]:
    """Return the edges of closed lines, each with its upper end first, from the top down."""
    return tuple(
        sorted(
            (y1, x1, y2, x2) if y1 <= y2 else (y2, x2, y1, x1)
            for line in outline
            for x1, y1, x2, y2 in (line[at : at + 4] for at in range(0, len(line) - 2, 2))
        )
    )


def filled(edges: Sequence[Edge], low: float, high: float) -> list[tuple[float, float]]:
    """Return the stretches of x that closed lines take up anywhere between two heights.

    `edges` are those of `edges_of`.
    """
    begun = edges[: bisect_right(edges, high, key=itemgetter(0))]
    near = [edge for edge in begun if edge[2] > low]
    stretches: list[tuple[float, float]] = []
    for step in range(_SLICES + 1):
        y = low + (high - low) * step / _SLICES
        crossings = sorted(
            x1 + (y - y1) / (y2 - y1) * (x2 - x1) for y1, x1, y2, x2 in near if y1 <= y < y2
        )
        stretches += zip(crossings[::2], crossings[1::2], strict=False)
    stretches.sort()
    joined: list[tuple[float, float]] = []
    for start, end in stretches:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
