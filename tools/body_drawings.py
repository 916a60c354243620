"""Read the drawings in assets/body, mirror what is drawn once, and put them together to views."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path as File
from typing import TYPE_CHECKING, Final, Self

import defusedxml.ElementTree
from body_geometry import joined, line, polygon
from shapely import affinity
from shapely.ops import unary_union

if TYPE_CHECKING:
    from collections.abc import Iterable
    from xml.etree import ElementTree as ET

    from shapely.geometry.base import BaseGeometry

FOLDER: Final = File(__file__).resolve().parent.parent / "assets" / "body"
ONE_SIDED: Final = frozenset({"palm", "hand", "foot", "sole"})
"""Drawings of a left part alone; the others show the left half and the middle of something."""

NOTCH: Final = 0.4
"""Where two drawings meet, notches up to twice this wide are filled."""

Shapes = dict[str, "BaseGeometry"]
Matrix = tuple[float, float, float, float, float, float]
"""As in SVG: x' = a x + c y + e, y' = b x + d y + f."""


@dataclass(frozen=True)
class Placing:
    """Where a drawing is put; `without` are parts not taken over, `over` whether it covers."""

    drawing: str
    matrix: Matrix
    without: tuple[str, ...] = ()
    over: bool = True


@dataclass(frozen=True)
class Art:
    """Shapes by site id: `tiles` lie side by side, `areas` over them; lines over all."""

    silhouette: BaseGeometry
    tiles: Shapes
    areas: Shapes
    features: tuple[BaseGeometry, ...]
    lines: tuple[BaseGeometry, ...]

    def placed(self, matrix: Matrix, without: Iterable[str] = ()) -> Self:
        """Return it turned, scaled and moved, cut down to what is left without some parts."""
        a, b, c, d, e, f = matrix
        gone = {f"{part}{side}" for part in without for side in ("", "-left", "-right")}

        def moved(shape: BaseGeometry) -> BaseGeometry:
            return affinity.affine_transform(shape, (a, c, b, d, e, f))

        tiles = {site: moved(shape) for site, shape in self.tiles.items() if site not in gone}
        silhouette = joined(tiles.values()) if gone else moved(self.silhouette)
        return type(self)(
            silhouette,
            tiles,
            {site: moved(shape).intersection(silhouette) for site, shape in self.areas.items()},
            tuple(moved(one) for one in self.features),
            tuple(moved(one) for one in self.lines),
        )

    def mirrored(self) -> Self:
        """Return what is drawn for the left as it lies on the right of x = 0."""
        across = self.placed((-1, 0, 0, 1, 0, 0))
        return type(self)(
            across.silhouette,
            {opposite(site): shape for site, shape in across.tiles.items()},
            {opposite(site): shape for site, shape in across.areas.items()},
            across.features,
            across.lines,
        )

    def on(self, ground: Self, *, over: bool = True) -> Self:
        """Return it put on another drawing, or slid under it."""
        upper, lower = (self, ground) if over else (ground, self)
        covered = unary_union(list(upper.tiles.values()))
        tiles = dict(upper.tiles)
        for site, shape in lower.tiles.items():
            seen = shape.difference(covered)
            tiles[site] = tiles[site].union(seen) if site in tiles else seen
        areas = dict(ground.areas)
        for site, shape in self.areas.items():
            areas[site] = areas[site].union(shape) if site in areas else shape
        return type(self)(
            ground.silhouette.union(self.silhouette),
            tiles,
            areas,
            ground.features + self.features,
            ground.lines + self.lines,
        )


NOTHING: Final = Art(unary_union([]), {}, {}, (), ())


@cache
def art(name: str) -> Art:
    """Return one drawing, of overlapping tiles the later on top, with both its sides."""
    tree = defusedxml.ElementTree.parse(FOLDER / f"{name}.svg")
    nodes = {node.get("id", ""): node for node in tree.iter()}
    silhouette = polygon(nodes["outline"].get("d", ""))
    tiles: Shapes = {}
    covered = unary_union([])
    for site, shape in reversed(_paths(nodes["sites"], name).items()):
        tiles[site] = shape.intersection(silhouette).difference(covered)
        covered = covered.union(shape)
    areas = {
        site: shape.intersection(silhouette) for site, shape in _paths(nodes["areas"], name).items()
    }
    features, lines = (_lines(nodes.get(group), name) for group in ("features", "lines"))
    return Art(silhouette, tiles, areas, features, lines)


def composed(name: str, placings: Iterable[Placing]) -> Art:
    """Return a drawing with others put on it."""
    whole = art(name)
    for placing in placings:
        own = art(placing.drawing).placed(placing.matrix, placing.without)
        own = Art(own.silhouette, own.tiles, own.areas, own.features, ())
        if placing.drawing in ONE_SIDED:
            whole = own.on(whole, over=placing.over)
            own = own.mirrored()
        whole = own.on(whole, over=placing.over)
    rounded = whole.silhouette.buffer(NOTCH, 16).buffer(-NOTCH, 16)
    return replace(whole, silhouette=rounded)


def beside(placings: Iterable[Placing]) -> Art:
    """Return drawings side by side, each as large as it is drawn."""
    whole = NOTHING
    for placing in placings:
        whole = art(placing.drawing).placed(placing.matrix, placing.without).on(whole)
    return whole


def _paths(group: ET.Element, name: str) -> Shapes:
    """Return the shapes of a group by site id, and the mirror images of those with a side."""
    found: Shapes = {}
    for node in group:
        site, shape = node.get("id", ""), polygon(node.get("d", ""))
        found[site] = shape
        if site.endswith("-left") and name not in ONE_SIDED:
            found[opposite(site)] = affinity.scale(shape, -1, 1, origin=(0, 0))
    return found


def _lines(group: ET.Element | None, name: str) -> tuple[BaseGeometry, ...]:
    """Return the lines of a group; one that keeps to one side is mirrored."""
    found: list[BaseGeometry] = []
    for node in () if group is None else group:
        drawn = line(node.get("d", ""))
        left, _top, right, _bottom = drawn.bounds
        found.append(drawn)
        if left * right > 0 and name not in ONE_SIDED:
            found.append(affinity.scale(drawn, -1, 1, origin=(0, 0)))
    return tuple(found)


def opposite(key: str) -> str:
    """Return the id of the same shape on the other side; of one in the middle its own."""
    if key.endswith("-left"):
        return f"{key.removesuffix('-left')}-right"
    if key.endswith("-right"):
        return f"{key.removesuffix('-right')}-left"
    return key
