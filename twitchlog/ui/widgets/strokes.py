"""Lines as triangles: many of them become one mesh, and their width changes without a new shape."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from math import hypot
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from twitchlog.bodymap import Line

    Point = tuple[float, float]
    Knot = tuple[float, float, float, float, float, float]
    """A point of a line, and how far its two sides lie from it where half the width is 1."""

_TOO_NEAR: Final = 0.01


class Strokes:
    """Lines that are drawn alike; `triangles` are corner numbers, two corners a point."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._knots: list[Knot] = []
        self.triangles: list[int] = []
        for line in lines:
            for piece in knots(line):
                first = 2 * len(self._knots)
                self._knots += piece
                for at in range(first, first + 2 * len(piece) - 2, 2):
                    self.triangles += (at, at + 1, at + 2, at + 1, at + 3, at + 2)

    def corners(self, half: float) -> list[float]:
        """Return x, y, u, v of each corner for lines of that half width; u goes across a line."""
        return [
            value
            for x, y, ax, ay, bx, by in self._knots
            for value in (x + ax * half, y + ay * half, 0, 0, x + bx * half, y + by * half, 1, 0)
        ]


@lru_cache(maxsize=8192)
def knots(line: Line) -> tuple[tuple[Knot, ...], ...]:
    """Return a line, cut at its sharp corners: a mitre would end in a long spike there."""
    points = _apart(list(zip(line[::2], line[1::2], strict=True)))
    if len(points) < 2:
        return ()
    if points[0] == points[-1] and len(points) > 3:
        ring = points[:-1]
        around = zip((ring[-1], *ring[:-1]), ring, (*ring[1:], ring[0]), strict=True)
        corners = [at for at, three in enumerate(around) if _sharp(*three)]
        if not corners:
            return (_closed(ring),)
        first = corners[0]
        points = [*ring[first:], *ring[: first + 1]]
        cuts = [*(at - first for at in corners), len(ring)]
    else:
        inner = range(1, len(points) - 1)
        corners = [at for at in inner if _sharp(*points[at - 1 : at + 2])]
        cuts = [0, *corners, len(points) - 1]
    return tuple(_open(points[start : end + 1]) for start, end in pairwise(cuts))


def _apart(points: list[Point]) -> list[Point]:
    """Leave out points that lie on the one before."""
    kept = points[:1]
    for x, y in points[1:]:
        if abs(x - kept[-1][0]) + abs(y - kept[-1][1]) > _TOO_NEAR:
            kept.append((x, y))
    return kept


def _sharp(before: Point, corner: Point, after: Point) -> bool:
    """Return whether a line turns by more than a right angle."""
    (ax, ay), (bx, by), (cx, cy) = before, corner, after
    return (bx - ax) * (cx - bx) + (by - ay) * (cy - by) < 0


def _along(start: Point, end: Point) -> Point:
    """Return the direction from one point to another, 1 long."""
    x, y = end[0] - start[0], end[1] - start[1]
    length = hypot(x, y)
    return x / length, y / length


def _mitre(before: Point, point: Point, after: Point) -> Knot:
    """Return a point inside a line, with its sides where those of both stretches meet."""
    (ax, ay), (bx, by) = _along(before, point), _along(point, after)
    share = 1 + ax * bx + ay * by
    x, y = -(ay + by) / share, (ax + bx) / share
    return *point, x, y, -x, -y


def _open(points: Sequence[Point]) -> tuple[Knot, ...]:
    """Return a line with two ends, each reaching half a width further."""
    ax, ay = _along(points[0], points[1])
    bx, by = _along(points[-2], points[-1])
    inner = (_mitre(*points[at - 1 : at + 2]) for at in range(1, len(points) - 1))
    return (
        (*points[0], -ay - ax, ax - ay, ay - ax, -ax - ay),
        *inner,
        (*points[-1], bx - by, by + bx, bx + by, by - bx),
    )


def _closed(ring: Sequence[Point]) -> tuple[Knot, ...]:
    """Return a line without ends."""
    around = zip((ring[-1], *ring[:-1]), ring, (*ring[1:], ring[0]), strict=True)
    closed = [_mitre(*three) for three in around]
    return (*closed, closed[0])
