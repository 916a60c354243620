"""Cut the round place pictures from the views: one for every site, with the site lit up in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from body_drawings import opposite
from body_geometry import TENTHS, joined, mesh, numbers, polygons, strokes
from body_places import ALONE, FRAMES, MIDDLES
from shapely import get_parts
from shapely.geometry import Point
from shapely.ops import unary_union

from twitchlog.domain.site import SITES

if TYPE_CHECKING:
    from body_views import View
    from shapely.geometry.base import BaseGeometry

GOOD_ENOUGH: Final = 0.6
STEPS_ACROSS: Final = 250
BROADEST_SLIVER: Final = 0.14
"""What is thinner than this share of the radius is widened to it."""


def pictures(views: dict[str, View]) -> dict[str, Any]:
    """Return the circles cut from the views, and for every site its circle and what is lit."""
    circles = dict(all_circles(views))
    chosen = {site: best_frame(site, circles) for site in SITES}
    frames = {}
    for key in sorted(set(chosen.values())):
        view, disc, radius = circles[key]
        silhouette = piece(view, disc)
        drawn = unary_union(list(view.art.features))
        tolerance = radius / STEPS_ACROSS
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
        seen = piece(view, disc).intersection(disc)
        shown = broad(joined([view.sites[site]]).intersection(seen), radius).intersection(seen)
        lit[site] = {"frame": key, **mesh(shown, radius / STEPS_ACROSS)}
    return {"frames": frames, "places": lit}


def broad(shape: BaseGeometry, radius: float) -> BaseGeometry:
    """Return a sliver widened to what can be seen in a circle of this radius."""
    across = 2 * float(shape.area) / max(float(shape.length), 1.0)
    return shape.buffer(max(BROADEST_SLIVER * radius - across, 0.0))


def piece(view: View, disc: BaseGeometry) -> BaseGeometry:
    """Return what a circle is about: of two things drawn side by side, the one in its middle."""
    pieces = get_parts(view.art.silhouette)
    return min(pieces, key=lambda one: float(one.distance(disc.centroid)))


Circle = tuple["View", "BaseGeometry", float]


def all_circles(views: dict[str, View]) -> list[tuple[str, Circle]]:
    """Return the frames with their views, those of the left on the right as well."""
    found = []
    for name, (view, x, y, radius) in FRAMES.items():
        found.append((name, (views[view], Point(x, y).buffer(radius, 48), radius)))
        if name.endswith("-left"):
            across = views[opposite(view)]
            middle = MIDDLES.get(view, across.size[0] / 2)
            disc = Point(2 * middle - x, y).buffer(radius, 48)
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
