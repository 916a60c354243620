"""The values of the body map: filled shapes, the views they lie in, and round pictures."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import hypot, inf
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from twitchlog.domain.site import Side

Line = tuple[float, ...]
"""x, y, x, y … of a line; a closed one ends where it began."""


@dataclass(frozen=True, slots=True)
class Mesh:
    """A filled shape: corners as x, y, x, y …, three corner numbers a triangle.

    `ends` says after which corner each closed outline of the shape ends.
    """

    points: Line
    triangles: tuple[int, ...]
    ends: tuple[int, ...]

    def outlines(self) -> Iterator[Line]:
        """Yield each outline as a closed line."""
        for start, end in pairwise((0, *self.ends)):
            yield (*self.points[2 * start : 2 * end], *self.points[2 * start : 2 * start + 2])

    def distance(self, x: float, y: float) -> float:
        """Return how far a point is from the shape; 0 within it."""
        rings = list(self.outlines())
        if sum(_crossings(ring, x, y) for ring in rings) % 2:
            return 0.0
        return min((_to_line(ring, x, y) for ring in rings), default=inf)


@dataclass(frozen=True, slots=True)
class Shape:
    """A region of a view, or the fine shape (`detail`) of one site in it.

    Regions cover the silhouette; `sites` are those a tap on one may mean, the likeliest first, and
    the one site of a fine shape. `side` is the person's own: the hand they call their left one,
    whichever way the picture faces. `inside` names the region that surrounds this one, for an
    eyelid in the face.
    """

    id: str
    view: str
    side: Side
    detail: bool
    inside: str | None
    sites: tuple[str, ...]
    mesh: Mesh
    centre: tuple[float, float]
    box: tuple[float, float, float, float]

    def distance(self, x: float, y: float, *, within: float = inf) -> float:
        """Return how far a point is from the shape; infinite where that is surely over `within`."""
        left, top, right, bottom = self.box
        if not (left - within <= x <= right + within and top - within <= y <= bottom + within):
            return inf
        return self.mesh.distance(x, y)

    @property
    def extent(self) -> float:
        """The area of the box around it, in square units."""
        left, top, right, bottom = self.box
        return (right - left) * (bottom - top)


@dataclass(frozen=True, slots=True)
class View:
    """One drawing, `width` by `height` in units of its own: front, back, or a part drawn large.

    `plate` is what is filled, `outline` the silhouette, `edges` where its finest parts meet. Over
    all lie `features`, which make a face of it at any size, and `lines`, for which there must be
    room: creases, nails, the course of muscles. Sides are the person's own: in the front view and
    the face their left is on the right of the picture, in the back view on its left.
    """

    name: str
    width: float
    height: float
    plate: Mesh
    outline: tuple[Line, ...]
    edges: tuple[Line, ...]
    features: tuple[Line, ...]
    lines: tuple[Line, ...]
    shapes: Mapping[str, Shape]

    @property
    def regions(self) -> tuple[Shape, ...]:
        """The coarse shapes that cover the figure; an inset has none."""
        return tuple(shape for shape in self.shapes.values() if not shape.detail)

    @property
    def details(self) -> tuple[Shape, ...]:
        """The fine shapes, one a site."""
        return tuple(shape for shape in self.shapes.values() if shape.detail)


@dataclass(frozen=True, slots=True)
class Frame:
    """A circle cut from a view; everything in it is clipped to the circle."""

    name: str
    centre: tuple[float, float]
    radius: float
    plate: Mesh
    edges: tuple[Line, ...]
    outline: tuple[Line, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """The picture of one place: its circle and what is lit in it."""

    frame: Frame
    lit: Mesh


def _crossings(ring: Line, x: float, y: float) -> int:
    """Count the edges of a closed line that a ray from the point to the right crosses."""
    return sum(
        (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax)
        for (ax, ay), (bx, by) in _edges(ring)
    )


def _to_line(ring: Line, x: float, y: float) -> float:
    """Return the distance from a point to the nearest edge of a line."""
    return min((_to_edge(start, end, x, y) for start, end in _edges(ring)), default=inf)


def _to_edge(start: tuple[float, float], end: tuple[float, float], x: float, y: float) -> float:
    (ax, ay), (bx, by) = start, end
    length = (bx - ax) ** 2 + (by - ay) ** 2
    along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length if length else 0.0
    along = min(1.0, max(0.0, along))
    return hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay))


def _edges(ring: Line) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    return pairwise(zip(ring[::2], ring[1::2], strict=True))
