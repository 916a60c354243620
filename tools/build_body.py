"""Build the files of assets/body from its drawing: flattened, clipped, triangulated.

Run `python tools/build_body.py` after a change to the figure or to the vocabulary of sites.
"""

# ruff: noqa: E402 - what is imported last lies in folders that must be put on the path first

from __future__ import annotations

import json
import sys
from pathlib import Path as File
from typing import TYPE_CHECKING, Any, Final
from xml.etree import ElementTree as ET

from shapely import affinity
from shapely.geometry import Point
from shapely.ops import unary_union

ROOT: Final = File(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tools")]

from body_geometry import (
    CENTRE,
    TENTHS,
    finger_lines,
    mesh,
    mirrored,
    numbers,
    polygon,
    rings,
    rounded,
    strokes,
)
from body_places import FRAMES, INSETS, INSIDE, REGION_PARTS

from twitchlog.domain.site import SITES, Side

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

FOLDER: Final = ROOT / "assets" / "body"
SVG: Final = FOLDER / "figure.svg"
SIZE: Final = (212, 472)
INSET_SIZE: Final = (280, 280)
GOOD_ENOUGH: Final = 0.6
LIT_SHARE: Final = 0.05
LARGEST_ZOOM: Final = 1.7
SEAM: Final = 1.6


def build() -> dict[str, str]:
    """Return the texts of the files for the SVG and the vocabulary as they are."""
    tree = ET.parse(SVG)  # noqa: S314 - our own file
    views = {view: View(view, tree) for view in ("front", "back")}
    insets = {name: inset(name, views) for name in INSETS}
    shown = {**views, **insets}
    places = {
        site: {name: own for name, view in views.items() if (own := view.standing_for(site))}
        for site in SITES
    }
    details = {
        site: {name: [f"{name}-{site}+"] for name, view in shown.items() if site in view.details}
        for site in SITES
    }
    body = {
        "views": {name: view.written() for name, view in views.items()},
        "views_elsewhere": list(insets),
        "places": places,
        "details": details,
        "insets": {key: name for name, (regions, *_rest) in INSETS.items() for key in regions},
    }
    answers = {
        "figure": body,
        "insets": {name: view.written() for name, view in insets.items()},
        "pictures": pictures(views),
    }
    return {
        name: json.dumps(answer, separators=(",", ":")) + "\n" for name, answer in answers.items()
    }


class View:
    """The front or the back of the figure: its silhouette, regions and fine shapes."""

    def __init__(self, name: str, tree: ET.ElementTree[Any]) -> None:
        self.name = name
        self.size = SIZE
        nodes = {node.get("id", ""): node for node in tree.iter()}
        self.silhouette = polygon(nodes[f"{name}-outline"])
        self.regions = {
            key: shape.intersection(self.silhouette)
            for node in nodes[f"{name}-regions"]
            for key, shape in both_sides(node)
        }
        self.parts = {key: REGION_PARTS[unsided(key)] for key in self.regions}
        drawn = {
            key.removeprefix(f"{name}-"): shape
            for node in nodes[f"{name}-details"]
            for key, shape in both_sides(node)
        }
        self.details = {site: self._clip(site, shape) for site, shape in drawn.items()}
        for site in SITES:
            if site not in self.details and (own := self.standing_for(site)):
                self.details[site] = unary_union([self.regions[key] for key in own])
        self.lines = [
            line for node in nodes[f"{name}-lines"] for line in finger_lines(node.get("d", ""))
        ]

    def _clip(self, site: str, shape: BaseGeometry) -> BaseGeometry:
        """Cut a fine shape to the regions that stand for its place."""
        ground = unary_union([self.regions[region] for region in self.standing_for(site)])
        return rounded(shape.intersection(ground))

    def standing_for(self, site: str) -> list[str]:
        """Return the regions of this view in which a site is shown."""
        return [key for key in self.regions if site in self.sites(key)]

    def sites(self, region: str) -> list[str]:
        """Return the sites a region stands for; one in the middle of the body has both sides."""
        side = side_of(region)
        return [
            site.id
            for part in self.parts[region]
            for site in SITES.values()
            if site.part == part and (Side.MIDDLE in (side, site.side) or site.side == side)
        ]

    def written(self) -> dict[str, Any]:
        """Return the view as plain lists for the file."""
        shapes = {key: (shape, self.sites(key)) for key, shape in self.regions.items()}
        fine = {f"{self.name}-{site}+": (shape, [site]) for site, shape in self.details.items()}
        return {
            "size": [TENTHS * length for length in self.size],
            "plate": mesh(unary_union(list(self.regions.values()) or [self.silhouette])),
            "outline": rings(self.silhouette),
            "lines": [numbers(line.coords) for line in self.lines],
            "shapes": [written(key, *one) for key, one in {**shapes, **fine}.items()],
        }


class Inset(View):
    """A part of the figure drawn large."""

    def __init__(self, name: str, views: dict[str, View]) -> None:
        self.name = name
        self.size = INSET_SIZE
        self.regions, self.parts = {}, {}
        found: dict[str, list[BaseGeometry]] = {}
        plates, self.lines = [], []
        _regions, cuts = INSETS[name]
        for view, keys, at in cuts:
            ground = unary_union([views[view].regions[key] for key in keys])
            left, top, right, bottom = ground.bounds
            zoom = min(at[2] / (right - left), at[3] / (bottom - top))

            def large(shape: BaseGeometry) -> BaseGeometry:
                moved = affinity.translate(shape, -(left + right) / 2, -(top + bottom) / 2)  # noqa: B023
                grown = affinity.scale(moved, zoom, zoom, origin=(0, 0))  # noqa: B023
                return affinity.translate(grown, at[0] - CENTRE[0], at[1] - CENTRE[1])  # noqa: B023

            plates.append(large(ground))
            sites = {site for key in keys for site in views[view].sites(key)}
            for site in sorted(sites):
                own = views[view].details[site].intersection(ground)
                if own.area > 0.3:
                    found.setdefault(site, []).append(large(own))
        self.silhouette = unary_union(plates)
        self.details = {site: unary_union(own) for site, own in found.items()}


def inset(name: str, views: dict[str, View]) -> Inset:
    """Return a part of the figure drawn large."""
    return Inset(name, views)


def written(key: str, shape: BaseGeometry, sites: list[str]) -> dict[str, Any]:
    """Return a region or a fine shape as plain lists for the file."""
    left, top, right, bottom = shape.bounds
    return {
        "id": key,
        "side": side_of(key.rstrip("+")).value,
        "detail": key.endswith("+"),
        "inside": INSIDE.get(unsided(key)),
        "sites": sites,
        **mesh(shape),
        "centre": numbers([shape.representative_point().coords[0]]),
        "box": numbers([(left, top), (right, bottom)]),
    }


def pictures(views: dict[str, View]) -> dict[str, Any]:
    """Return the circles cut from the figure, and for every site its circle and what is lit."""
    circles = {
        key: (views[view], Point(x, y).buffer(radius, 48), radius)
        for name, (view, cx, y, radius) in FRAMES.items()
        for key, x in [(name, cx)] + [(opposite(name), -cx)] * name.endswith("-left")
    }
    chosen = {site: best_frame(site, circles) for site in SITES}
    frames = {}
    for key in sorted(set(chosen.values())):
        view, disc, radius = circles[key]
        ground = unary_union(list(view.regions.values()))
        edges = unary_union([shape.boundary for shape in view.regions.values()])
        frames[key] = {
            "circle": [*numbers([disc.centroid.coords[0]]), TENTHS * radius],
            "plate": mesh(ground.intersection(disc)),
            "edges": strokes(edges.difference(view.silhouette.boundary.buffer(0.2)), disc),
            "outline": strokes(view.silhouette.boundary, disc),
            "lines": strokes(unary_union(view.lines), disc),
        }
    lit = {}
    for site, key in chosen.items():
        view, disc, _radius = circles[key]
        own = [view.details[site]]
        shown = enlarged(own, disc) if key.startswith("head") else closed(own)
        lit[site] = {"frame": key, **mesh(shown.intersection(view.silhouette).intersection(disc))}
    return {"frames": frames, "places": lit}


def best_frame(site: str, circles: dict[str, tuple[View, BaseGeometry, float]]) -> str:
    """Return the first circle that shows a place nearly as whole and as large as the best does."""

    def worth(key: str) -> float:
        view, disc, _radius = circles[key]
        own = view.details.get(site)
        if own is None:
            return 0.0
        return float(own.intersection(disc).area ** 3 / (own.area**2 * disc.area))

    found = {key: worth(key) for key in circles}
    return next(key for key, value in found.items() if value >= GOOD_ENOUGH * max(found.values()))


def enlarged(parts: list[BaseGeometry], disc: BaseGeometry) -> BaseGeometry:
    """Return the lit parts, a small one drawn larger than true so that it is seen in a tile."""
    share = sum(part.area for part in parts) / disc.area
    zoom = min(LARGEST_ZOOM, max(1.0, (LIT_SHARE / share) ** 0.5))
    return unary_union([affinity.scale(part, zoom, zoom, origin=part.centroid) for part in parts])


def closed(parts: list[BaseGeometry]) -> BaseGeometry:
    """Return the lit parts as one, without the gaps between neighbours."""
    return unary_union(parts).buffer(SEAM).buffer(-SEAM)


def side_of(key: str) -> Side:
    """Return the person's own side from the end of a shape's id."""
    tail = key.rpartition("-")[2]
    return Side(tail) if tail in {"left", "right"} else Side.MIDDLE


def unsided(key: str) -> str:
    """Return the id of a region without its side."""
    return key.rstrip("+").removesuffix("-left").removesuffix("-right")


def opposite(key: str) -> str:
    """Return the id of the same shape on the right."""
    return f"{key.removesuffix('-left')}-right"


def both_sides(node: ET.Element) -> list[tuple[str, BaseGeometry]]:
    """Return the shape an element draws, and its mirror image when it has a side."""
    key, shape = node.get("id", ""), polygon(node)
    return [(key, shape)] + [(opposite(key), mirrored(shape))] * key.endswith("-left")


if __name__ == "__main__":
    for name, text in build().items():
        (FOLDER / f"{name}.json").write_text(text, encoding="utf-8")
