"""The hours of the week: means over the logged days of each weekday."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor, log10
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

STEPS: Final = 5
_PLAIN: Final = (1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)
_NEARLY: Final = 1 - 1e-9


@dataclass(frozen=True, slots=True)
class Week:
    """Entries by weekday, Monday first, and hour; the logged days of each weekday; the means.

    `means` is None for a weekday without a logged day. No hour is said to be the busiest: of 168
    one always is, by chance as well, and there is no honest test for it.
    """

    counts: tuple[tuple[int, ...], ...]
    logged: tuple[int, ...]
    means: tuple[tuple[float, ...] | None, ...]

    @property
    def highest(self) -> float:
        """The highest mean; 0 where nothing was logged."""
        return max((mean for row in self.means if row is not None for mean in row), default=0.0)

    def top(self, many: int) -> list[tuple[int, int, float]]:
        """Return weekday, hour and mean of the highest means, the highest first, without zeros."""
        found = [
            (weekday, hour, mean)
            for weekday, row in enumerate(self.means)
            for hour, mean in enumerate(row or ())
            if mean
        ]
        return sorted(found, key=lambda each: (-each[2], each[:2]))[:many]


def week(counts: Sequence[Sequence[int]], logged: Sequence[int]) -> Week:
    """Return the mean number of entries on a logged day, for each weekday and hour.

    `counts` has seven rows of 24, `logged` the logged days of each weekday. The mean is entries by
    logged days: a weekday that was logged less often is not shown as a quieter one.
    """
    means = tuple(
        tuple(count / days for count in row) if days else None
        for row, days in zip(counts, logged, strict=True)
    )
    return Week(tuple(map(tuple, counts)), tuple(logged), means)


def ramp_step(highest: float) -> float:
    """Return a plain number of which at most five reach `highest`, to colour values by.

    Raises ValueError where the highest is not above zero.
    """
    if highest <= 0:
        raise ValueError("nothing to colour")
    wanted = highest / STEPS
    power: float = 10.0 ** floor(log10(wanted))
    return next(size * power for size in _PLAIN if size * power >= wanted * _NEARLY)
