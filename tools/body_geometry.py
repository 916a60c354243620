"""Turn SVG elements into shapes, and shapes into the lists that figure.json holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import mapbox_earcut
import numpy as np
from shapely import affinity
from shapely.geometry import LineString, Polygon
from shapely.ops import linemerge, unary_union
from svgelements import Ellipse, Line, Path

if TYPE_CHECKING:
    from collections.abc import Iterable
    from xml.etree import ElementTree as ET

    from shapely.geometry.base import BaseGeometry

CENTRE: Final = (106, 5)
STEPS: Final = 8
TOLERANCE: Final = 0.1
TENTHS: Final = 10
CORNER: Final = 0.22
LARGEST_CORNER: Final = 3.5

Coordinates = list[int]


def mirrored(shape: BaseGeometry) -> BaseGeometry:
    """Return a shape of the left half as it lies on the right."""
    return affinity.scale(shape, -1, 1, origin=(0, 0))


def polygon(node: ET.Element) -> BaseGeometry:
    """Flatten the curves of one closed element."""
    if node.tag.endswith("ellipse"):
        cx, cy, rx, ry = (float(node.get(name, "0")) for name in ("cx", "cy", "rx", "ry"))
        path = Path(Ellipse(cx, cy, rx, ry))
    else:
        path = Path(node.get("d", ""))
    points = [
        (point.x, point.y)
        for segment in path
        if type(segment).__name__ != "Move"
        for point in (segment.point(step / STEPS) for step in range(1, STEPS + 1))
    ]
    return Polygon(points).buffer(0)


def finger_lines(drawn: str) -> Iterable[BaseGeometry]:
    """Return the straight lines of a path, then the same on the other hand."""
    for segment in Path(drawn):
        if isinstance(segment, Line):
            line = LineString([(point.x, point.y) for point in (segment.start, segment.end)])
            yield line
            yield mirrored(line)


def rounded(shape: BaseGeometry) -> BaseGeometry:
    """Return a shape with its corners taken off, as a muscle has none."""
    pieces = []
    for one in polygons(shape):
        narrow = 2 * one.area / one.length
        corner = min(LARGEST_CORNER, CORNER * narrow)
        pieces.append(one.buffer(-corner).buffer(corner))
    return unary_union(pieces)


def polygons(shape: BaseGeometry) -> list[Polygon]:
    """Return the polygons of a shape, without slivers."""
    simple = shape.simplify(TOLERANCE)
    found = [simple] if isinstance(simple, Polygon) else list(getattr(simple, "geoms", []))
    return [one for one in found if isinstance(one, Polygon) and one.area > 0.2]


def mesh(shape: BaseGeometry) -> dict[str, list[Any]]:
    """Return a shape's corners, its triangles, and where each of its closed outlines ends."""
    points: Coordinates = []
    closed: list[int] = []
    triangles: list[int] = []
    for one in polygons(shape):
        outlines = [list(ring.coords)[:-1] for ring in (one.exterior, *one.interiors)]
        corners = np.array([point for ring in outlines for point in ring], dtype=np.float64)
        ends = np.cumsum([len(ring) for ring in outlines]).astype(np.uint32)
        first = len(points) // 2
        closed += [int(end) + first for end in ends]
        triangles += [
            int(index) + first for index in mapbox_earcut.triangulate_float64(corners, ends)
        ]
        points += numbers(corners)
    return {"points": points, "triangles": triangles, "ends": closed}


def rings(shape: BaseGeometry) -> list[Coordinates]:
    """Return the outlines of a shape as closed lines."""
    return [
        numbers(ring.coords) for one in polygons(shape) for ring in (one.exterior, *one.interiors)
    ]


def strokes(lines: BaseGeometry, disc: BaseGeometry) -> list[Coordinates]:
    """Return the pieces of lines that lie in a circle."""
    cut = lines.intersection(disc)
    merged = (
        cut
        if isinstance(cut, LineString)
        else linemerge([part for part in getattr(cut, "geoms", []) if isinstance(part, LineString)])
    )
    found = [merged] if isinstance(merged, LineString) else list(merged.geoms)
    return [numbers(line.simplify(TOLERANCE).coords) for line in found if line.length > 1]


def numbers(points: Iterable[Iterable[float]]) -> Coordinates:
    """Return x, y, x, y … in tenths of a unit from the top left corner of the view."""
    return [
        round(TENTHS * (float(value) + offset))
        for point in points
        for value, offset in zip(point, CENTRE, strict=False)
    ]
