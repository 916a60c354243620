"""How long a twitch lasts: the middle and the spread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from twitchlog.domain.counts.lengths import FEWEST_DURATIONS, QUARTERS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from twitchlog.domain.counts.lengths import LengthCounts


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


def durations(counts: LengthCounts) -> Durations:
    """Summarise durations in seconds; `low` and `high` bound the middle half.

    They are quartiles by linear interpolation between order statistics, type 7 of R. J. Hyndman
    and Y. Fan, Sample quantiles in statistical packages, The American Statistician 50 (1996)
    361-365. Of fewer than five durations they are those of the list.
    """
    many = counts.recorded
    if not many:
        return Durations(0, counts.without, None, None, None, None)
    low, median, high = (quantile(counts.ranked, many, share) for share in QUARTERS)
    return Durations(many, counts.without, median, low, high, counts.ranked[many - 1])


def quantile(ranked: Mapping[int, float], many: int, probability: float) -> float:
    """Return the type 7 quantile of `many` values, of which those at its two ranks are given.

    With x(k) the value at rank k, the shortest being x(0), it is x(j) + g (x(j + 1) - x(j)), where
    j is the whole part of h = p (n - 1) and g the rest. Raises ValueError for no values.
    """
    if many < 1:
        raise ValueError("no values, no quantile")
    position = probability * (many - 1)
    below = int(position)
    lower, upper = ranked[below], ranked[min(below + 1, many - 1)]
    return lower + (position - below) * (upper - lower)
