"""Draw what was taken when, in lanes above the bars of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from twitchlog.reports.charts.kinds.over_time import Taken
    from twitchlog.reports.charts.printed.paper import Paper

ROW: Final = 14.0
"""The height of one lane: a name of 9 points with its bracket below."""
LEAST_PLOT: Final = 30.0
"""The bars keep at least so much height."""
MOST_ROWS: Final = 2
_LINE: Final = 0.8
_CAP: Final = 2.2
_APART: Final = 6.0
_ABOVE: Final = 2.5


def rows_of(
    paper: Paper,
    taken: Sequence[Taken],
    across: Callable[[Taken], tuple[float, float]],
    room: float,
) -> list[list[tuple[Taken, float]]]:
    """Return the lanes with room for them: each what stands in it, and where its name begins.

    `across` tells from where to where a bracket runs; `room` is the height above the baseline.
    What finds no place is left out: the table of medicines has it.
    """
    most = min(MOST_ROWS, int((room - LEAST_PLOT) // ROW))
    rows: list[list[tuple[Taken, float]]] = []
    ends: list[float] = []
    for each in taken:
        start, end = across(each)
        wide = paper.measure(each.name)
        name = max(0.0, min(start, paper.width - wide))
        left, right = min(start, name), max(end, name + wide)
        at = next((n for n, taken_to in enumerate(ends) if left >= taken_to + _APART), len(rows))
        if at == most:
            continue
        if at == len(rows):
            rows.append([])
            ends.append(0.0)
        rows[at].append((each, name))
        ends[at] = right
    return rows


def draw_lane(
    paper: Paper,
    lane: Sequence[tuple[Taken, float]],
    across: Callable[[Taken], tuple[float, float]],
    at: Callable[[Taken], Sequence[float]],
    foot: float,
) -> None:
    """Draw the brackets of one lane whose lower edge is at `foot`; `at` tells the dose changes.

    An end within the days has a cap; a start before them has none, and what goes on an arrow.
    """
    y = foot + _ABOVE
    for each, name in lane:
        start, end = across(each)
        paper.line((start, y), (end, y), width=_LINE, name="taken")
        caps = [*([start] if each.begins else []), *([] if each.goes_on else [end])]
        for x in caps:
            paper.line((x, y - _CAP), (x, y + _CAP), width=_LINE, name="taken-end")
        if each.goes_on:
            arrow = (end - _CAP, y - _CAP), (end, y), (end - _CAP, y + _CAP)
            paper.line(*arrow, width=_LINE, name="taken-on")
        for x in at(each):
            paper.line((x, y), (x, y + _CAP), width=_LINE, name="new-dose")
        paper.text(name, y + _CAP + 5.0, each.name, name="taken-name")
