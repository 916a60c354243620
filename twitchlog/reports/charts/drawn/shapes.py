"""Shapes that matplotlib does not have: bars with round heads, and lines that fill a column."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from twitchlog.reports.charts.hatching import slanted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twitchlog.reports.charts.drawn.plane import Plane

_ROUND: Final = 0.5522847498
"""Length of the handles of a cubic curve that passes for a quarter circle."""

_SEEN: Final = 1.0
"""Corners of a smaller radius are not seen to be round."""


def round_bar(
    *, x: float, y: float, width: float, height: float, radius: float, foot: bool
) -> Path:
    """Return the outline of a bar with round upper corners; `foot` rounds the lower ones too.

    The radius is cut down where the bar is too small for it, so that low bars keep their height.
    """
    r = max(0.0, min(radius, width / 2, height / 2 if foot else height))
    below = r if foot else 0.0
    k = r * (1 - _ROUND)
    low = below * (1 - _ROUND)
    right, top = x + width, y + height
    steps: Sequence[tuple[Any, tuple[float, float]]] = [
        (Path.MOVETO, (x + below, y)),
        (Path.LINETO, (right - below, y)),
        (Path.CURVE4, (right - low, y)),
        (Path.CURVE4, (right, y + low)),
        (Path.CURVE4, (right, y + below)),
        (Path.LINETO, (right, top - r)),
        (Path.CURVE4, (right, top - k)),
        (Path.CURVE4, (right - k, top)),
        (Path.CURVE4, (right - r, top)),
        (Path.LINETO, (x + r, top)),
        (Path.CURVE4, (x + k, top)),
        (Path.CURVE4, (x, top - k)),
        (Path.CURVE4, (x, top - r)),
        (Path.LINETO, (x, y + below)),
        (Path.CURVE4, (x, y + low)),
        (Path.CURVE4, (x + low, y)),
        (Path.CURVE4, (x + below, y)),
        (Path.CLOSEPOLY, (x + below, y)),
    ]
    return Path([point for _, point in steps], [code for code, _ in steps])


def slanted_lines(*, left: float, bottom: float, width: float, height: float, apart: float) -> Path:
    """Return as one the lines of `slanted` that fill a rectangle."""
    lines = slanted(left=left, bottom=bottom, width=width, height=height, apart=apart)
    points = [point for line in lines for point in line]
    return Path(
        points or [(left, bottom)], [Path.MOVETO, Path.LINETO] * (len(points) // 2) or [Path.MOVETO]
    )


def rectangles(edges: Sequence[tuple[float, float, float, float]]) -> Path:
    """Return the outlines of rectangles as one: of each its left and lower edge, width, height."""
    x, y, width, height = np.array(edges).T
    right, top = x + width, y + height
    corners = ((x, y), (right, y), (right, top), (x, top), (x, y))
    points = np.stack([np.stack(corner, axis=-1) for corner in corners], axis=1)
    steps = [Path.MOVETO, Path.LINETO, Path.LINETO, Path.LINETO, Path.CLOSEPOLY]
    return Path(points.reshape(-1, 2), steps * len(edges))


class Column:
    """A plane whose data are turned into dp, so that round corners stay round."""

    def __init__(
        self, axes: Plane, *, width: float, height: float, days: float, top: float
    ) -> None:
        """Take a plane of `width` x `height` dp that show `days` from the left and 0 to `top`."""
        self.axes = axes
        self.width, self.height, self.days, self.top = width, height, days, top
        axes.set_xlim(0, width)
        axes.set_ylim(0, height)

    def x(self, day: float) -> float:
        """Return where a day starts, in dp from the left."""
        return day / self.days * self.width

    def y(self, value: float) -> float:
        """Return how high a value is, in dp from the baseline."""
        return value / self.top * self.height

    def bar(
        self, *, x: float, width: float, value: float, radius: float, colour: str, gid: str
    ) -> None:
        """Draw a bar from the baseline."""
        outline = round_bar(x=x, y=0, width=width, height=self.y(value), radius=radius, foot=False)
        self.axes.add_artist(
            PathPatch(outline, facecolor=colour, edgecolor="none", linewidth=0, gid=gid)
        )

    def bars(
        self, slots: Sequence[tuple[float, float, float]], *, radius: float, colour: str, gid: str
    ) -> None:
        """Draw bars from the baseline as one artist; each has its left edge, width and value."""
        if not slots:
            return
        if radius < _SEEN:
            outline = rectangles([(x, 0, width, self.y(value)) for x, width, value in slots])
        else:
            outline = Path.make_compound_path(
                *(
                    round_bar(
                        x=x, y=0, width=width, height=self.y(value), radius=radius, foot=False
                    )
                    for x, width, value in slots
                )
            )
        self.axes.add_artist(
            PathPatch(outline, facecolor=colour, edgecolor="none", linewidth=0, gid=gid)
        )

    def hatch(self, *, x: float, width: float, **look: Any) -> None:
        """Fill a column of the full height with slanted lines."""
        self.hatches([(x, width)], **look)

    def hatches(
        self,
        columns: Sequence[tuple[float, float]],
        *,
        colour: str,
        line: float,
        apart: float,
        gid: str,
    ) -> None:
        """Fill columns of the full height with slanted lines, as one artist."""
        if not columns:
            return
        lines = Path.make_compound_path(
            *(
                slanted_lines(left=x, bottom=0, width=width, height=self.height, apart=apart)
                for x, width in columns
            )
        )
        patch = PathPatch(lines, fill=False, edgecolor=colour, linewidth=line, gid=gid)
        patch.set_capstyle("projecting")
        self.axes.add_artist(patch)
        edges = rectangles([(x, 0, width, self.height) for x, width in columns])
        patch.set_clip_path(edges, self.axes.transData)
