"""When a person usually sleeps, from the bed and wake times of single nights."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, takewhile
from typing import TYPE_CHECKING, Final

from twitchlog.domain.counts.clock import DAY_MINUTES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twitchlog.domain.counts.clock import BedTimes

FEWEST_NIGHTS: Final = 7
NEAR_MINUTES: Final = 120
_HALF: Final = DAY_MINUTES // 2


@dataclass(frozen=True, slots=True)
class Sleep:
    """The usual bed and wake time as minutes of the clock, and from how many nights."""

    began: int
    ended: int
    nights: int


def usual_sleep(times: BedTimes) -> Sleep | None:
    """Return the circular medians of bed and wake time; None where there is nothing usual.

    It takes seven nights, and of bed times as of wake times at least half within two hours of their
    median: who works in shifts has no usual night.
    """
    if times.nights < FEWEST_NIGHTS:
        return None
    began, ended = circular_median(times.began), circular_median(times.ended)
    if not (_is_usual(times.began, began) and _is_usual(times.ended, ended)):
        return None
    return Sleep(began, ended, times.nights)


def circular_median(minutes: Sequence[tuple[int, int]]) -> int:
    """Return the minute of the clock with the smallest sum of distances to those given.

    `minutes` are pairs of a minute, 0 to 1439, and how often it occurs. The distance is the shorter
    way around the clock. Where a stretch of minutes does equally well, its middle is meant, rounded
    down; of several stretches, the first of the day. Raises ValueError for none. Source: K. V.
    Mardia and P. E. Jupp, Directional Statistics (2000), section 2.2.2.

    The sum for the next minute is that for this one, less one for each that lies within the half
    turn ahead, more one for each other: with running counts it takes one walk around the clock.
    """
    counts = [0] * DAY_MINUTES
    for minute, times in minutes:
        counts[minute] += times
    total = sum(counts)
    if not total:
        raise ValueError("no times, no median")
    before = list(accumulate(counts + counts, initial=0))
    sums = [sum(times * distance(0, minute) for minute, times in enumerate(counts))]
    for at in range(DAY_MINUTES - 1):
        ahead = before[at + _HALF + 1] - before[at + 1]
        sums.append(sums[-1] + total - 2 * ahead)
    least = min(sums)
    # The stretch starts where the minute before does worse; none does where all do equally well.
    first = next((at for at in range(DAY_MINUTES) if sums[at] == least < sums[at - 1]), 0)
    around = (sums[(first + step) % DAY_MINUTES] for step in range(DAY_MINUTES))
    long = sum(1 for _each in takewhile(lambda each: each == least, around))
    return (first + (long - 1) // 2) % DAY_MINUTES


def distance(one: int, other: int) -> int:
    """Return the shorter way around the clock between two minutes of it."""
    apart = abs(one - other) % DAY_MINUTES
    return min(apart, DAY_MINUTES - apart)


def _is_usual(minutes: Sequence[tuple[int, int]], median: int) -> bool:
    near = sum(times for at, times in minutes if distance(at, median) <= NEAR_MINUTES)
    return 2 * near >= sum(times for _at, times in minutes)
