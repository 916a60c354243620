"""Build assets/body/figure.json from assets/body/figure.svg: flattened, clipped, triangulated.

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
from body_places import FRAMES, INSIDE, REGION_PARTS

from twitchlog.domain.site import SITES, Side

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

SVG: Final = ROOT / "assets" / "body" / "figure.svg"
JSON: Final = ROOT / "assets" / "body" / "figure.json"
SIZE: Final = (212, 472)
GOOD_ENOUGH: Final = 0.6
LIT_SHARE: Final = 0.05
LARGEST_ZOOM: Final = 1.7
SEAM: Final = 1.6


def build() -> str:
    """Return the text of figure.json for the SVG and the vocabulary as they are."""
    tree = ET.parse(SVG)  # noqa: S314 - our own file
    views = {view: View(view, tree) for view in ("front", "back")}
    places = {
        site.id: [shape for view in views.values() for shape in view.standing_for(site.id)]
        for site in SITES.values()
    }
    details = {
        site.id: [shape for view in views.values() for shape in view.detail_of(site.id)]
        or places[site.id]
        for site in SITES.values()
    }
    regions = {name: shape for view in views.values() for name, shape in view.shapes.items()}
    answer = {
        "size": [TENTHS * length for length in SIZE],
        "views": {name: view.written() for name, view in views.items()},
        "places": places,
        "details": details,
        "pictures": pictures(views, regions, details),
    }
    return json.dumps(answer, separators=(",", ":")) + "\n"


class View:
    """The front or the back of the figure: its silhouette, regions and details."""

    def __init__(self, name: str, tree: ET.ElementTree[Any]) -> None:
        self.name = name
        nodes = {node.get("id", ""): node for node in tree.iter()}
        self.silhouette = polygon(nodes[f"{name}-outline"])
        self.regions = {
            key: shape.intersection(self.silhouette)
            for node in nodes[f"{name}-regions"]
            for key, shape in both_sides(node)
        }
        self.parts = {key: REGION_PARTS[unsided(key)] for key in self.regions}
        drawn = {key: shape for node in nodes[f"{name}-details"] for key, shape in both_sides(node)}
        self.details = {key: self._clip(key, shape) for key, shape in drawn.items()}
        self.shapes = {**self.regions, **{f"{key}+": shape for key, shape in self.details.items()}}
        self.lines = [
            line for node in nodes[f"{name}-lines"] for line in finger_lines(node.get("d", ""))
        ]

    def _clip(self, key: str, shape: BaseGeometry) -> BaseGeometry:
        """Cut a detail to the regions that stand for its place."""
        site = key.removeprefix(f"{self.name}-")
        ground = unary_union([self.regions[region] for region in self.standing_for(site)])
        return rounded(shape.intersection(ground))

    def standing_for(self, site: str) -> list[str]:
        """Return the regions of this view in which a site is shown."""
        return [key for key in self.regions if site in self.sites(key)]

    def detail_of(self, site: str) -> list[str]:
        """Return what lights up for a site here: its own detail, else where it is shown."""
        key = f"{self.name}-{site}"
        return [f"{key}+"] if key in self.details else self.standing_for(site)

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
        """Return the view as plain lists for the JSON file."""
        ground = unary_union(list(self.regions.values()))
        return {
            "plate": mesh(ground),
            "outline": rings(self.silhouette),
            "lines": [numbers(line.coords) for line in self.lines],
            "shapes": [self._written(key, shape) for key, shape in self.shapes.items()],
        }

    def _written(self, key: str, shape: BaseGeometry) -> dict[str, Any]:
        detail = key.endswith("+")
        inside = INSIDE.get(unsided(key))
        left, top, right, bottom = shape.bounds
        return {
            "id": key,
            "side": side_of(key.rstrip("+")).value,
            "detail": detail,
            "inside": inside,
            "sites": [] if detail else self.sites(key),
            **mesh(shape),
            "centre": numbers([shape.representative_point().coords[0]]),
            "box": numbers([(left, top), (right, bottom)]),
        }


def pictures(
    views: dict[str, View], shapes: dict[str, BaseGeometry], details: dict[str, list[str]]
) -> dict[str, Any]:
    """Return the circles cut from the figure, and for every site its circle and what is lit."""
    circles = {
        key: (views[view], Point(x, y).buffer(radius, 48), radius)
        for name, (view, cx, y, radius) in FRAMES.items()
        for key, x in [(name, cx)] + [(opposite(name), -cx)] * name.endswith("-left")
    }
    chosen = {
        site: best_frame([shapes[key] for key in keys if key in shapes], keys, circles)
        for site, keys in details.items()
    }
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
        parts = [shapes[name] for name in details[site] if name.startswith(view.name)]
        shown = enlarged(parts, disc) if key.startswith("head") else closed(parts)
        lit[site] = {"frame": key, **mesh(shown.intersection(view.silhouette).intersection(disc))}
    return {"frames": frames, "places": lit}


def best_frame(
    parts: list[BaseGeometry],
    names: list[str],
    circles: dict[str, tuple[View, BaseGeometry, float]],
) -> str:
    """Return the first circle that shows a place nearly as whole and as large as the best does."""

    def worth(key: str) -> float:
        view, disc, _radius = circles[key]
        own = [part for part, name in zip(parts, names, strict=True) if name.startswith(view.name)]
        whole = sum(part.area for part in own)
        seen = sum(part.intersection(disc).area for part in own)
        return float(seen**3 / (whole**2 * disc.area)) if whole else 0.0

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
    JSON.write_text(build(), encoding="utf-8")
