"""The slanted lines that mean *not logged*, on the screen as in print."""

from __future__ import annotations

from math import ceil, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    Point = tuple[float, float]


def slanted(
    *, left: float, bottom: float, width: float, height: float, apart: float
) -> Iterator[tuple[Point, Point]]:
    """Yield 45 degree lines that fill a rectangle, `apart` from each other, cut at its edges.

    The lines of neighbouring rectangles continue each other. A rectangle without area has none.
    """
    step = apart * sqrt(2)
    at = ceil((bottom - left - width) / step) * step
    while at < bottom + height - left:
        start = max(left, bottom - at)
        end = min(left + width, bottom + height - at)
        if end > start:
            yield (start, start + at), (end, end + at)
        at += step
