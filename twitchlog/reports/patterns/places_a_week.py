"""How many different places twitch in a week, over time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from twitchlog.domain.counts.places import PlacesIn

MOST_BARS: Final = 60
_TOGETHER: Final = (1, 4, 13)


@dataclass(frozen=True, slots=True)
class Stretch:
    """One week, or several: `places` is the mean of its logged weeks, None where none is logged."""

    first: date
    last: date
    logged: int
    places: float | None

    @property
    def days(self) -> int:
        """How many calendar days it has."""
        return (self.last - self.first).days + 1


def together(weeks: Sequence[PlacesIn]) -> int:
    """Return how many weeks one bar stands for: 1, 4 or 13, the fewest that give 60 bars."""
    return next((n for n in _TOGETHER if len(weeks) <= MOST_BARS * n), _TOGETHER[-1])


def stretches(weeks: Sequence[PlacesIn]) -> tuple[Stretch, ...]:
    """Return the weeks as they are, or the means of 4 or 13 of them counted back from the last.

    mean = sum of the different places of each logged week / logged weeks: a week nobody logged is
    left out, and a logged week without a twitch is a 0.
    """
    size = together(weeks)
    starts = range(len(weeks) % size - size if len(weeks) % size else 0, len(weeks), size)
    return tuple(_mean(weeks[max(0, start) : start + size]) for start in starts)


def _mean(weeks: Sequence[PlacesIn]) -> Stretch:
    counts = [week.places for week in weeks if week.logged]
    return Stretch(
        first=weeks[0].first,
        last=weeks[-1].last,
        logged=sum(week.logged for week in weeks),
        places=sum(counts) / len(counts) if counts else None,
    )
