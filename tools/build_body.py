"""Build the files of the body figure from its drawings: mirrored, put together, triangulated.

Run `python tools/build_body.py` after a change to assets/body/*.svg or to the vocabulary of sites.
"""

# ruff: noqa: E402 - what is imported last lies in folders that must be put on the path first

from __future__ import annotations

import json
import sys
from pathlib import Path as File
from typing import TYPE_CHECKING, Any, Final

from shapely import affinity, get_parts
from shapely.geometry import LineString, Point, box
from shapely.ops import polylabel, unary_union

ROOT: Final = File(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tools")]

from body_drawings import FOLDER, Art, beside, composed, opposite
from body_geometry import TENTHS, joined, mesh, numbers, polygons, rings, strokes
from body_places import ALONE, BODY, FRAMES, INSETS, INSIDE, OPENED_BY, ORIGIN, REGIONS, SIZE

from twitchlog.domain.site import SITES, Side

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shapely.geometry.base import BaseGeometry

GOOD_ENOUGH: Final = 0.6
LARGE_TOLERANCE: Final = 0.25
SYMMETRIC: Final = 0.97


def build() -> dict[str, str]:
    """Return the texts of the files, by name, for the drawings and the vocabulary as they are."""
    body = {name: BodyView(name) for name in BODY}
    insets = {view.name: view for name in INSETS for view in inset_views(name)}
    views: dict[str, View] = {**body, **insets}
    answers = {
        "figure": {
            "views": {name: view.written() for name, view in body.items()},
            "views_elsewhere": list(insets),
            "places": {
                site: {name: own for name, view in body.items() if (own := view.places(site))}
                for site in SITES
            },
            "details": {
                site: {name: [view.key(site)] for name, view in views.items() if site in view.sites}
                for site in SITES
            },
            "insets": {region: name for name, regions in OPENED_BY.items() for region in regions},
        },
        "insets": {name: view.written() for name, view in insets.items()},
        "pictures": pictures(views),
    }
    return {
        name: json.dumps(answer, separators=(",", ":")) + "\n" for name, answer in answers.items()
    }


class View:
    """One view: its silhouette, lines, and the fine shape of each site it shows."""

    tolerance = LARGE_TOLERANCE

    def __init__(self, name: str, size: tuple[float, float], art: Art) -> None:
        self.name, self.size, self.art = name, size, art
        self.tiles = art.tiles
        self.sites = {
            site: unary_union([group[site] for group in (art.tiles, art.areas) if site in group])
            for site in SITES
            if site in art.tiles or site in art.areas
        }

    def key(self, site: str) -> str:
        """Return the id of the fine shape of a site."""
        return f"{self.name}-{site}+"

    def edges(self) -> BaseGeometry:
        """Return the lines where tiles meet."""
        return self.within(self.tiles.values())

    def borders(self) -> BaseGeometry:
        """Return the lines that are drawn in a place picture."""
        return self.edges()

    def within(self, shapes: Iterable[BaseGeometry]) -> BaseGeometry:
        """Return the outlines of shapes, without what runs along the silhouette."""
        rim = self.art.silhouette.boundary.buffer(0.3)
        return unary_union([shape.boundary for shape in shapes]).difference(rim)

    def written(self) -> dict[str, Any]:
        """Return the view as plain lists for its file."""
        return {
            "size": [round(TENTHS * length) for length in self.size],
            "plate": mesh(self.art.silhouette, self.tolerance),
            "outline": rings(self.art.silhouette),
            "edges": strokes(self.edges(), self.tolerance),
            "features": [
                numbers(line.simplify(self.tolerance).coords) for line in self.art.features
            ],
            "lines": [numbers(line.simplify(self.tolerance).coords) for line in self.art.lines],
            "shapes": self.shapes(),
        }

    def shapes(self) -> list[dict[str, Any]]:
        """Return the fine shapes for the file."""
        return [self._shape(self.key(site), shape, [site]) for site, shape in self.sites.items()]

    def _shape(self, key: str, shape: BaseGeometry, sites: list[str]) -> dict[str, Any]:
        left, top, right, bottom = shape.bounds
        return {
            "id": key,
            "side": side_of(key.rstrip("+")).value,
            "detail": key.endswith("+"),
            "inside": INSIDE.get(key),
            "sites": sites,
            **mesh(shape, self.tolerance),
            "centre": numbers([heart(shape, self.tolerance)]),
            "box": numbers([(left, top), (right, bottom)]),
        }


class BodyView(View):
    """The front or the back of the whole figure, which has regions as well."""

    tolerance = 0.12

    def __init__(self, name: str) -> None:
        art = composed(name, BODY[name]).placed((1, 0, 0, 1, *ORIGIN))
        super().__init__(name, SIZE, art)
        self.parts = {
            region: parts
            for left, parts in REGIONS.items()
            for region in dict.fromkeys((left, opposite(left)))
            if left.startswith(f"{name}-")
        }
        self.regions = {region: self._covered(region) for region in self.parts}

    def _covered(self, region: str) -> BaseGeometry:
        """Return what the tiles of a region cover; one in the middle is shared by both sides."""
        side, middle, (width, height) = side_of(region), ORIGIN[0], SIZE
        on_the_right = (side is Side.LEFT) == (self.name == "front")
        half = box(middle, 0, width, height) if on_the_right else box(0, 0, middle, height)
        whole = box(0, 0, width, height)
        return joined(
            self.tiles[site].intersection(
                whole if side is Side.MIDDLE or SITES[site].side is side else half
            )
            for site in self.meant(region)
            if site in self.tiles
        )

    def meant(self, region: str) -> list[str]:
        """Return the sites a region stands for; one in the middle of the body has both sides."""
        side = side_of(region)
        return [
            site.id
            for part in self.parts[region]
            for site in SITES.values()
            if site.part == part and (Side.MIDDLE in (side, site.side) or site.side == side)
        ]

    def places(self, site: str) -> list[str]:
        """Return the regions in which a site is shown."""
        return [region for region in self.regions if site in self.meant(region)]

    def edges(self) -> BaseGeometry:
        """Return the lines where tiles meet; those of the face, too fine for that here, are one."""
        face = [region for region in OPENED_BY["face"] if region in self.regions]
        large = {site for region in face for site in self.meant(region)}
        fine = [shape for site, shape in self.tiles.items() if site not in large]
        return self.within([*fine, *(self._joint(region) for region in face)])

    def _joint(self, region: str) -> BaseGeometry:
        """Return the tiles of a region as one, exactly as drawn."""
        return unary_union([self.tiles[one] for one in self.meant(region) if one in self.tiles])

    def borders(self) -> BaseGeometry:
        """Return the lines where regions meet."""
        return self.within([self._joint(region) for region in self.regions])

    def shapes(self) -> list[dict[str, Any]]:
        """Return the regions, then the fine shapes, for the file."""
        coarse = [
            self._shape(region, shape, self.meant(region)) for region, shape in self.regions.items()
        ]
        return coarse + super().shapes()


def heart(shape: BaseGeometry, tolerance: float) -> tuple[float, float]:
    """Return the point of a shape that is furthest from its edge, on its axis if it has one."""
    largest = max(polygons(shape, tolerance), key=lambda one: one.area)
    x, (_left, top, _right, bottom) = largest.centroid.x, largest.bounds
    across = affinity.scale(largest, -1, 1, origin=(x, 0))
    if largest.intersection(across).area > SYMMETRIC * largest.area:
        cut = LineString([(x, top), (x, bottom)]).intersection(largest)
        longest = max(getattr(cut, "geoms", [cut]), key=lambda one: one.length)
        return float(x), float(longest.centroid.y)
    middle = polylabel(largest, tolerance=0.5)
    return float(middle.x), float(middle.y)


def inset_views(name: str) -> list[View]:
    """Return a part drawn large; of one drawn for the left, the mirror image for the right too."""
    (width, height), placings = INSETS[name]
    art = beside(placings)
    views = [View(name, (width, height), art)]
    if name.endswith("-left"):
        across = art.mirrored().placed((1, 0, 0, 1, width, 0))
        views.append(View(opposite(name), (width, height), across))
    return views


def pictures(views: dict[str, View]) -> dict[str, Any]:
    """Return the circles cut from the views, and for every site its circle and what is lit."""
    circles = dict(all_circles(views))
    chosen = {site: best_frame(site, circles) for site in SITES}
    frames = {}
    for key in sorted(set(chosen.values())):
        view, disc, radius = circles[key]
        silhouette = piece(view, disc)
        drawn = unary_union(list(view.art.features))
        tolerance = radius / 250
        frames[key] = {
            "circle": [*numbers([disc.centroid.coords[0]]), round(TENTHS * radius)],
            "plate": mesh(silhouette.intersection(disc), tolerance),
            "edges": strokes(view.borders().intersection(silhouette).intersection(disc), tolerance),
            "outline": strokes(silhouette.boundary.intersection(disc), tolerance),
            "lines": strokes(drawn.intersection(silhouette).intersection(disc), tolerance),
        }
    lit = {}
    for site, key in chosen.items():
        view, disc, radius = circles[key]
        shown = joined([view.sites[site]]).intersection(piece(view, disc)).intersection(disc)
        lit[site] = {"frame": key, **mesh(shown, radius / 250)}
    return {"frames": frames, "places": lit}


def piece(view: View, disc: BaseGeometry) -> BaseGeometry:
    """Return what a circle is about: of two things drawn side by side, the one in its middle."""
    pieces = get_parts(view.art.silhouette)
    return min(pieces, key=lambda one: float(one.distance(disc.centroid)))


Circle = tuple[View, "BaseGeometry", float]


def all_circles(views: dict[str, View]) -> list[tuple[str, Circle]]:
    """Return the frames with their views, those of the left on the right as well."""
    found = []
    for name, (view, x, y, radius) in FRAMES.items():
        found.append((name, (views[view], Point(x, y).buffer(radius, 48), radius)))
        if name.endswith("-left"):
            across = views[opposite(view)]
            disc = Point(across.size[0] - x, y).buffer(radius, 48)
            found.append((opposite(name), (across, disc, radius)))
    return found


def best_frame(site: str, circles: dict[str, Circle]) -> str:
    """Return the first circle that shows a place nearly as whole and as large as the best does."""

    def worth(key: str) -> float:
        view, disc, _radius = circles[key]
        alone = SITES[site].part in ALONE.get(key, (SITES[site].part,))
        if site not in view.sites or not alone or not disc.intersects(view.sites[site]):
            return 0.0
        shape = view.sites[site].intersection(piece(view, disc))
        own = [one for one in polygons(shape) if one.intersects(disc)]
        whole = sum(one.area for one in own)
        seen = sum(one.intersection(disc).area for one in own)
        return float(seen**3 / (whole**2 * disc.area)) if whole else 0.0

    found = {key: worth(key) for key in circles}
    return next(key for key, value in found.items() if value >= GOOD_ENOUGH * max(found.values()))


def side_of(key: str) -> Side:
    """Return the person's own side from the end of a shape's id."""
    tail = key.rpartition("-")[2]
    return Side(tail) if tail in {"left", "right"} else Side.MIDDLE


if __name__ == "__main__":
    for name, text in build().items():
        (FOLDER / f"{name}.json").write_text(text, encoding="utf-8")
