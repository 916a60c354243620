"""Turn SVG paths into shapes, and shapes into the lists that the files of the figure hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import mapbox_earcut
import numpy as np
from shapely.geometry import LineString, Polygon
from shapely.ops import linemerge, unary_union
from svgelements import Path

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shapely.geometry.base import BaseGeometry

STEPS: Final = 8
TOLERANCE: Final = 0.12
TENTHS: Final = 10
SLIVER: Final = 0.2
SEAM: Final = 0.15
SHORT: Final = 2.0

Coordinates = list[int]


def polygon(drawn: str) -> BaseGeometry:
    """Flatten the curves of one closed path."""
    return Polygon(_points(drawn)).buffer(0)


def line(drawn: str) -> LineString:
    """Flatten the curves of one open path."""
    start = Path(drawn)[0].end
    return LineString([(start.x, start.y), *_points(drawn)])


def _points(drawn: str) -> list[tuple[float, float]]:
    return [
        (point.x, point.y)
        for segment in Path(drawn)
        if type(segment).__name__ != "Move"
        for point in (segment.point(step / STEPS) for step in range(1, STEPS + 1))
    ]


def polygons(shape: BaseGeometry, tolerance: float = TOLERANCE) -> list[Polygon]:
    """Return the polygons of a shape, without slivers."""
    simple = shape.simplify(tolerance)
    found = [simple] if isinstance(simple, Polygon) else list(getattr(simple, "geoms", []))
    return [
        Polygon(one.exterior, [hole for hole in one.interiors if Polygon(hole).area > SLIVER])
        for one in found
        if isinstance(one, Polygon) and one.area > SLIVER
    ]


def joined(shapes: Iterable[BaseGeometry]) -> BaseGeometry:
    """Return shapes as one, without the hair's breadth that rounding leaves between neighbours."""
    return unary_union(list(shapes)).buffer(SEAM).buffer(-SEAM).buffer(0)


def mesh(shape: BaseGeometry, tolerance: float = TOLERANCE) -> dict[str, Any]:
    """Return a shape's corners, its triangles, and where each of its closed outlines ends.

    Corners and triangles are numbers in a text, which is read at once: most are never asked for.
    """
    points: Coordinates = []
    closed: list[int] = []
    triangles: list[int] = []
    for one in polygons(shape, tolerance):
        outlines = [list(ring.coords)[:-1] for ring in (one.exterior, *one.interiors)]
        corners = np.array([point for ring in outlines for point in ring], dtype=np.float64)
        ends = np.cumsum([len(ring) for ring in outlines]).astype(np.uint32)
        first = len(points) // 2
        closed += [int(end) + first for end in ends]
        triangles += [
            int(index) + first for index in mapbox_earcut.triangulate_float64(corners, ends)
        ]
        points += numbers(corners)
    return {
        "points": " ".join(map(str, points)),
        "triangles": " ".join(map(str, triangles)),
        "ends": closed,
    }


def rings(shape: BaseGeometry) -> list[Coordinates]:
    """Return the outlines of a shape as closed lines."""
    return [
        numbers(ring.coords) for one in polygons(shape) for ring in (one.exterior, *one.interiors)
    ]


def strokes(lines: BaseGeometry, tolerance: float = TOLERANCE) -> list[Coordinates]:
    """Return lines in as few pieces as they can be drawn in."""
    merged = (
        lines
        if isinstance(lines, LineString)
        else linemerge(
            [part for part in getattr(lines, "geoms", []) if isinstance(part, LineString)]
        )
    )
    found = [merged] if isinstance(merged, LineString) else list(merged.geoms)
    return [numbers(one.simplify(tolerance).coords) for one in found if one.length > SHORT]


def numbers(points: Iterable[Iterable[float]]) -> Coordinates:
    """Return x, y, x, y … in tenths of a unit."""
    return [round(TENTHS * float(value)) for point in points for value in point]
