"""The views of the body figure: the fine shape of every site, regions of the body, and lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from body_drawings import Art, beside, composed, opposite
from body_geometry import TENTHS, joined, mesh, numbers, polygons, rings, strokes
from body_places import BODY, INSETS, INSIDE, OPENED_BY, ORIGIN, REGIONS, SEEN_ONLY, SIZE
from shapely import affinity
from shapely.geometry import LineString, box
from shapely.ops import polylabel, unary_union

from twitchlog.domain.site import SITES, Side

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shapely.geometry.base import BaseGeometry

LARGE_TOLERANCE: Final = 0.25
SYMMETRIC: Final = 0.97


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
        """Return the regions in which a site is counted."""
        part = SITES[site].part
        return [
            region
            for region in self.regions
            if site in self.meant(region) and part not in SEEN_ONLY.get(unsided(region), ())
        ]

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


def inset_views(name: str) -> list[View]:
    """Return a part drawn large; of one drawn for the left, the mirror image for the right too."""
    (width, height), placings = INSETS[name]
    art = beside(placings)
    views = [View(name, (width, height), art)]
    if name.endswith("-left"):
        across = art.mirrored().placed((1, 0, 0, 1, width, 0))
        views.append(View(opposite(name), (width, height), across))
    return views


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


def unsided(key: str) -> str:
    """Return the id of a region without its side."""
    return key.removesuffix("-left").removesuffix("-right")


def side_of(key: str) -> Side:
    """Return the person's own side from the end of a shape's id."""
    tail = key.rpartition("-")[2]
    return Side(tail) if tail in {"left", "right"} else Side.MIDDLE
