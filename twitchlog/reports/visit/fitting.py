"""Find the layout that cuts the least of what one page has room for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from twitchlog.reports.visit.layout import overleaf, steps

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from twitchlog.reports.visit.layout import Layout

_LEAST_ROOM: Final = -0.01
"""So much too little, in points, is not seen."""


def least_cut(room: Callable[[Layout], float]) -> Layout:
    """Return the layout that gives way least of those that leave `room`, in points; else the last.

    Where one page cannot hold all, as few blocks as can be go to page 2, and the first page gives
    way no more than it then needs.
    """
    found = _first_that_fits(tuple(steps()), room)
    if found is not None:
        return found
    *short, last = overleaf()
    found = next((layout for layout in short if room(layout) >= _LEAST_ROOM), last)
    milder = tuple(replace(layout, moved=found.moved) for layout in steps())
    return (found.moved and _first_that_fits(milder, room)) or found


def _first_that_fits(layouts: Sequence[Layout], room: Callable[[Layout], float]) -> Layout | None:
    """Return the first layout that leaves `room`: each leaves more than the one before."""
    short, enough = 0, len(layouts) - 1
    if room(layouts[short]) >= _LEAST_ROOM:
        return layouts[short]
    if room(layouts[enough]) < _LEAST_ROOM:
        return None
    while enough - short > 1:
        # As far between the two as the room that is missing: mostly that is it, or beside it.
        least, most = room(layouts[short]), room(layouts[enough])
        number = short + round(least / (least - most) * (enough - short))
        number = min(max(number, short + 1), enough - 1)
        if room(layouts[number]) >= _LEAST_ROOM:
            enough = number
        else:
            short = number
    return layouts[enough]
