"""Where the arrow keys lead on the body, from one place to the next and from view to view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twitchlog import bodymap

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Spot = tuple[str, str]
    """A view and a site that is shown in it."""


def shape_of(spot: Spot | None) -> bodymap.Shape | None:
    """Return the fine shape of a site in a view, if it has one there."""
    return next(iter(bodymap.details_of(spot[1], view=spot[0])), None) if spot else None


def inset_of(view: str, site: str, *, only_first: bool = False) -> str:
    """Return the inset that a tap on a site's region opens, or an empty name.

    `only_first`: only for the site that stands for the whole region.
    """
    insets = bodymap.load().insets
    regions = (shape for shape in bodymap.shapes_of(site) if shape.view == view)
    return next(
        (
            insets[shape.id]
            for shape in regions
            if shape.id in insets and (not only_first or shape.sites[0] == site)
        ),
        "",
    )


def begin(views: Sequence[str], chosen: Sequence[str]) -> Spot:
    """Return where the keyboard starts: at a chosen place that is shown, else at the top."""
    for view in views:
        for site in chosen:
            if bodymap.details_of(site, view=view):
                return view, site
    shown = bodymap.load().views[views[0]]
    highest = min(shown.details, key=lambda shape: shape.centre[1])
    return views[0], highest.sites[0]


def again(spot: Spot | None, views: Sequence[str]) -> Spot | None:
    """Return the same site where other views are shown, if one of them has it."""
    if spot is None or spot[0] in views:
        return spot
    seen = (view for view in views if bodymap.details_of(spot[1], view=view))
    return next(((view, spot[1]) for view in seen), None)


def step(
    spot: Spot,
    way: bodymap.Direction,
    views: Sequence[str],
    where: Callable[[bodymap.Shape], tuple[float, float]],
    *,
    fine: bool = True,
) -> Spot:
    """Return the next place that way, in the view beside it if need be; the same at an edge.

    `where` tells the middle of a shape in the coordinates that all views share. Without `fine`, the
    steps are as large as the regions.
    """
    view, site = spot
    follower = bodymap.neighbours(view, site, way, fine=fine)
    if follower is not None:
        return view, follower
    beside = views.index(view) + {"left": -1, "right": 1}.get(way, len(views))
    shape = shape_of(spot)
    if not 0 <= beside < len(views) or shape is None:
        return spot
    other = bodymap.load().views[views[beside]]
    x, y = where(shape)

    def away(one: bodymap.Shape) -> float:
        there = where(one)
        return abs(there[0] - x) + 2 * abs(there[1] - y)

    return other.name, min(other.details, key=away).sites[0]
