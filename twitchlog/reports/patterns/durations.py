"""How long a twitch lasts: the middle, the spread, and a picture of them all."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

FEWEST_DURATIONS: Final = 5
EDGES_S: Final = (10.0, 30.0, 60.0, 120.0, 300.0, 900.0, 3600.0)
"""Where one bar ends and the next begins, in seconds: plain lengths about evenly apart on a log
scale. The first bar holds everything shorter, the last everything from an hour on."""


@dataclass(frozen=True, slots=True)
class Durations:
    """Recorded durations in seconds; the figures are None where there is none."""

    recorded: int
    without: int
    median: float | None
    low: float | None
    high: float | None
    longest: float | None

    @property
    def entries(self) -> int:
        """All entries, with a duration or without."""
        return self.recorded + self.without

    @property
    def enough(self) -> bool:
        """Whether a median means more than a list would."""
        return self.recorded >= FEWEST_DURATIONS


def durations(ascending: Sequence[float], *, without: int) -> Durations:
    """Summarise durations in seconds, sorted ascending, and the count of entries `without` one.

    `low` and `high` bound the middle half: the quartiles by linear interpolation between order
    statistics, type 7 of R. J. Hyndman and Y. Fan, Sample quantiles in statistical packages,
    The American Statistician 50 (1996) 361-365.
    """
    if not ascending:
        return Durations(0, without, None, None, None, None)
    return Durations(
        recorded=len(ascending),
        without=without,
        median=quantile(ascending, 0.5),
        low=quantile(ascending, 0.25),
        high=quantile(ascending, 0.75),
        longest=ascending[-1],
    )


def quantile(ascending: Sequence[float], probability: float) -> float:
    """Return the type 7 sample quantile of ascending values; raise ValueError for none."""
    if not ascending:
        raise ValueError("no values, no quantile")
    position = probability * (len(ascending) - 1)
    below = int(position)
    above = min(below + 1, len(ascending) - 1)
    return ascending[below] + (position - below) * (ascending[above] - ascending[below])


def histogram(seconds: Sequence[float]) -> tuple[int, ...]:
    """Count durations in the `len(EDGES_S) + 1` bars; a length on an edge is in the longer bar."""
    counts = [0] * (len(EDGES_S) + 1)
    for length in seconds:
        counts[bisect_right(EDGES_S, length)] += 1
    return tuple(counts)
