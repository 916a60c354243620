"""Rest counts of a long time: the usual rate of each stretch of it."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median, quantiles
from typing import TYPE_CHECKING

from twitchlog.reports.patterns.stretches import number_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from twitchlog.domain.counts.rest import RestTally
    from twitchlog.domain.period import Period


@dataclass(frozen=True, slots=True)
class UsualRate:
    """The counts of some days: how many, their median rate a minute, and their middle half."""

    days: Period
    counts: int
    median: float
    low: float
    high: float


def usual_rates(counts: Iterable[RestTally], parts: Sequence[Period]) -> tuple[UsualRate, ...]:
    """Return the median and the quartiles of the rates in each stretch that has counts.

    Only counts long enough to be compared are used. The quartiles lie between the sorted values by
    linear interpolation: R. J. Hyndman and Y. Fan, Sample quantiles in statistical packages, The
    American Statistician 50 (1996) 361-365, definition 7. Unit: twitches a minute.
    """
    held: list[list[float]] = [[] for _part in parts]
    for count in counts:
        if count.comparable:
            held[number_of(count.moment.day, parts)].append(count.rate)
    return tuple(_usual(part, rates) for part, rates in zip(parts, held, strict=True) if rates)


def _usual(days: Period, rates: list[float]) -> UsualRate:
    if len(rates) == 1:
        return UsualRate(days, 1, rates[0], rates[0], rates[0])
    low, _middle, high = quantiles(rates, n=4, method="inclusive")
    return UsualRate(days, len(rates), median(rates), low, high)
