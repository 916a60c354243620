"""The body figure as plain shapes: what the screens and the page draw, and what a tap means.

Lengths are in units of the figure: a view is 212 wide and 472 high, with x to the right and y
downwards from its top left corner. Sides are the person's own. The file is built from the drawing
`assets/body/figure.svg` by `tools/build_body.py`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import hypot, inf
from typing import TYPE_CHECKING, Any, Final

from twitchlog import paths
from twitchlog.domain.site import Side

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

Line = tuple[float, ...]
"""x, y, x, y … of a line; a closed one ends where it began."""

_TENTHS: Final = 10


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
    """A region of a view, or a `detail` of one, which is drawn only where it is chosen.

    `sites` are those a region stands for, the one a tap means first. `inside` names the region
    that surrounds this one, for an eyelid in the face.
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


@dataclass(frozen=True, slots=True)
class View:
    """The front or the back: what is filled, the silhouette, finger lines, and the shapes."""

    name: str
    plate: Mesh
    outline: tuple[Line, ...]
    lines: tuple[Line, ...]
    shapes: Mapping[str, Shape]

    @property
    def regions(self) -> tuple[Shape, ...]:
        """The shapes that cover the figure, without the details."""
        return tuple(shape for shape in self.shapes.values() if not shape.detail)


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


@dataclass(frozen=True, slots=True)
class BodyMap:
    """The whole figure. `places`: where each site is shown; `details`: what lights up for it."""

    width: float
    height: float
    views: Mapping[str, View]
    places: Mapping[str, tuple[Shape, ...]]
    details: Mapping[str, tuple[Shape, ...]]
    pictures: Mapping[str, Picture]

    def tally(self, counts: Mapping[str, int]) -> dict[str, int]:
        """Return how often each region was named, from how often each site was: for a heat map."""
        added: dict[str, int] = {}
        for site, count in counts.items():
            for shape in self.places.get(site, ()):
                added[shape.id] = added.get(shape.id, 0) + count
        return added


@lru_cache(maxsize=1)
def load() -> BodyMap:
    """Return the figure, read once."""
    data = json.loads(paths.asset("body/figure.json").read_text(encoding="utf-8"))
    views = {name: _view(name, raw) for name, raw in data["views"].items()}
    shapes = {key: shape for view in views.values() for key, shape in view.shapes.items()}
    frames = {name: _frame(name, raw) for name, raw in data["pictures"]["frames"].items()}
    width, height = _line(data["size"])
    return BodyMap(
        width=width,
        height=height,
        views=views,
        places={site: tuple(shapes[key] for key in keys) for site, keys in data["places"].items()},
        details={
            site: tuple(shapes[key] for key in keys) for site, keys in data["details"].items()
        },
        pictures={
            site: Picture(frames[raw["frame"]], _mesh(raw))
            for site, raw in data["pictures"]["places"].items()
        },
    )


def shapes_of(site: str) -> tuple[Shape, ...]:
    """Return the regions a site is shown in, in both views; none for a site that is not known."""
    return load().places.get(site, ())


def details_of(site: str) -> tuple[Shape, ...]:
    """Return what lights up when a site is chosen: its own small shape, else its regions."""
    return load().details.get(site, ())


def picture_of(site: str) -> Picture | None:
    """Return the circle that shows a site; None for a site that is not known."""
    return load().pictures.get(site)


def sites_at(view: str, x: float, y: float, *, within: float = 24) -> tuple[str, ...]:
    """Return the sites a tap at a point of a view may mean, the likeliest first.

    The nearest region counts, up to `within` units away; nothing further is picked. Of the sites
    it stands for, those that cover the point come first, then the nearest.
    """
    shown = load().views[view]
    near = [(gap, shape) for shape in shown.regions if (gap := _gap(shape, x, y, within)) <= within]
    if not near:
        return ()
    gap, region = min(near, key=lambda pair: (pair[0], _extent(pair[1])))
    around = region.inside or region.id
    meant = [site for one in shown.regions if around in (one.id, one.inside) for site in one.sites]

    def away(site: str) -> float:
        own = (shape for shape in details_of(site) if shape.view == view)
        return max(0.0, min((shape.mesh.distance(x, y) for shape in own), default=inf) - gap)

    return tuple(sorted(meant, key=away))


def _gap(shape: Shape, x: float, y: float, within: float) -> float:
    """Return the distance to a shape, without looking closely at one that is far away."""
    left, top, right, bottom = shape.box
    if not (left - within <= x <= right + within and top - within <= y <= bottom + within):
        return inf
    return shape.mesh.distance(x, y)


def _extent(shape: Shape) -> float:
    left, top, right, bottom = shape.box
    return (right - left) * (bottom - top)


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


def _view(name: str, raw: Mapping[str, Any]) -> View:
    shapes = (_shape(name, one) for one in raw["shapes"])
    return View(
        name,
        _mesh(raw["plate"]),
        _lines(raw["outline"]),
        _lines(raw["lines"]),
        {shape.id: shape for shape in shapes},
    )


def _shape(view: str, raw: Mapping[str, Any]) -> Shape:
    x, y = _line(raw["centre"])
    left, top, right, bottom = _line(raw["box"])
    return Shape(
        id=raw["id"],
        view=view,
        side=Side(raw["side"]),
        detail=raw["detail"],
        inside=raw["inside"],
        sites=tuple(raw["sites"]),
        mesh=_mesh(raw),
        centre=(x, y),
        box=(left, top, right, bottom),
    )


def _frame(name: str, raw: Mapping[str, Any]) -> Frame:
    x, y, radius = _line(raw["circle"])
    return Frame(
        name,
        (x, y),
        radius,
        _mesh(raw["plate"]),
        _lines(raw["edges"]),
        _lines(raw["outline"]),
        _lines(raw["lines"]),
    )


def _mesh(raw: Mapping[str, Sequence[int]]) -> Mesh:
    return Mesh(_line(raw["points"]), tuple(raw["triangles"]), tuple(raw["ends"]))


def _lines(raw: Sequence[Sequence[int]]) -> tuple[Line, ...]:
    return tuple(_line(line) for line in raw)


def _line(raw: Sequence[int]) -> Line:
    """Turn the tenths of the file into units."""
    return tuple(value / _TENTHS for value in raw)
