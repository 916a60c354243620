"""What a tap on the body map means, and where the arrow keys lead from one place to the next."""

from __future__ import annotations

from math import hypot, inf
from typing import TYPE_CHECKING, Final, Literal

from twitchlog.bodymap.figure import details_of, load

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from twitchlog.bodymap.shapes import Shape, View

Direction = Literal["up", "down", "left", "right"]

_AHEAD: Final[Mapping[Direction, tuple[int, int]]] = {
    "up": (0, -1),
    "down": (0, 1),
    "left": (-1, 0),
    "right": (1, 0),
}
_ALIKE: Final = 1.0
"""Places whose distances differ by less than this many units are as near as each other."""
_ASIDE: Final = 2.0
"""How much dearer a unit to the side is than one ahead."""


def sites_at(
    view: str, x: float, y: float, *, within: float = 24, fine: bool = False
) -> tuple[str, ...]:
    """Return the sites a tap at a point of a view may mean, the likeliest first.

    The nearest region counts, up to `within` units away; nothing further is picked. Of the sites
    it stands for, those that cover the point come first, then the nearest. With `fine`, and in an
    inset, the targets are the fine shapes instead: the smallest that covers the point, the larger
    ones around it, then the others within reach, the nearest first. Sides are the person's own:
    in the front view a tap on the right of the picture means their left.
    """
    shown = load().views[view]
    if fine or not shown.regions:
        return _fine(shown, x, y, within)
    near = [
        (gap, shape)
        for shape in shown.regions
        if (gap := shape.distance(x, y, within=within)) <= within
    ]
    if not near:
        return ()
    gap, region = min(near, key=lambda pair: (pair[0], pair[1].extent))
    around = region.inside or region.id
    meant = [site for one in shown.regions if around in (one.id, one.inside) for site in one.sites]

    def away(site: str) -> float:
        own = details_of(site, view=view)
        further = min((shape.mesh.distance(x, y) for shape in own), default=inf) - gap
        return max(0.0, further // _ALIKE)

    return tuple(sorted(dict.fromkeys(meant), key=away))


def _fine(shown: View, x: float, y: float, within: float) -> tuple[str, ...]:
    near = [
        (gap, shape.extent, shape.sites[0])
        for shape in shown.details
        if (gap := shape.distance(x, y, within=within)) <= within
    ]
    return tuple(site for _gap, _extent, site in sorted(near))


def neighbours(view: str, site: str, direction: Direction, *, fine: bool = True) -> str | None:
    """Return the next site that way on the picture, for arrow keys; None at the edge.

    Directions are the picture's, sides the person's own: in the front view `right` leads from
    their right arm over the chest to their left one. None as well where the view does not show the
    site. Without `fine`, it leads from region to region, each by the site a tap on it means first.
    """
    here = next(iter(details_of(site, view=view)), None)
    if here is None:
        return None
    ahead_x, ahead_y = _AHEAD[direction]

    def cost(to_x: float, to_y: float) -> float:
        along = to_x * ahead_x + to_y * ahead_y
        aside = abs(to_x * ahead_y) + abs(to_y * ahead_x)
        return hypot(along, _ASIDE * aside) if along > 0.5 and along >= aside / 2 else inf

    x, y = here.centre
    ways = [
        (way, shape.sites[0])
        for shape in _stops(load().views[view], fine=fine)
        if (way := cost(shape.centre[0] - x, shape.centre[1] - y)) < inf
    ]
    return min(ways)[1] if ways else None


def _stops(shown: View, *, fine: bool) -> Sequence[Shape]:
    """Return the fine shapes the arrow keys stop at."""
    if fine or not shown.regions:
        return shown.details
    firsts = [region.sites[0] for region in shown.regions]
    return [shape for site in firsts for shape in details_of(site, view=shown.name)]
