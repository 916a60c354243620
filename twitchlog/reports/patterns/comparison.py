"""One stretch of days against the one before it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import comb
from typing import TYPE_CHECKING, Final

from twitchlog.reports.patterns.series import Tally, tally

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twitchlog.domain.checkin import DayCount

RECENT_DAYS: Final = 28
ENOUGH_LOGGED: Final = 14
FEWEST_LOGGED: Final = 7
STEP_POINTS: Final = 10
"""A share of logged days must differ by this many per cent points to be called a change."""
CHANCE: Final = 0.05
"""As rarely must days that are alike differ so much, for it to be called a change."""
_ROUNDING: Final = 1 + 1e-7


class Change(StrEnum):
    """How the later days compare with the earlier ones."""

    MORE = "more"
    FEWER = "fewer"
    SAME = "about as often"
    UNCLEAR = "no clear change"
    TOO_EARLY = "too early"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two stretches of days; the earlier one is `earlier_days` calendar days long."""

    earlier: Tally
    later: Tally
    earlier_days: int
    change: Change


def compare(earlier: Sequence[DayCount], later: Sequence[DayCount]) -> Comparison:
    """Compare the share of logged days with twitching in two stretches of calendar days.

    `SAME` where the shares differ by less than `STEP_POINTS` points, worked out in whole numbers so
    that exactly ten points never are. `MORE` or `FEWER` where they differ by more, and by more than
    chance would often make them: the exact test of Fisher, two-sided, at `CHANCE`; else `UNCLEAR`.
    Neighbouring days are more alike than the test takes them to be, so that it passes too much
    rather than too little: it only holds back what is nothing even to it. Ten points alone would
    call 54 % of all pairs of two weeks a change in which each day twitches with a chance of 0.7.
    `TOO_EARLY` where either stretch has fewer logged days than half its calendar days, at least 7
    and at most 14 being asked for: 14 of the 28 days of the visit page.
    """
    before, after = tally(earlier), tally(later)
    if before.logged < _needed(len(earlier)) or after.logged < _needed(len(later)):
        change = Change.TOO_EARLY
    else:
        change = _change(before, after)
    return Comparison(before, after, len(earlier), change)


def by_chance(before: Tally, after: Tally) -> float:
    """Return how often days that are alike would differ at least so much, 0 to 1.

    The two-sided p of R. A. Fisher's exact test of the two shares, *Statistical Methods for
    Research Workers*, 5th edition, 1934, section 21.02: the sum over all tables with the same sums
    that are no more likely than this one.
    """
    twitching = before.twitching + after.twitching
    logged = before.logged + after.logged
    ways = [
        comb(before.logged, at) * comb(after.logged, twitching - at) for at in range(twitching + 1)
    ]
    so_few = ways[before.twitching] * _ROUNDING
    return sum(each for each in ways if each <= so_few) / comb(logged, twitching)


def _change(before: Tally, after: Tally) -> Change:
    ahead = after.twitching * before.logged - before.twitching * after.logged
    if 100 * abs(ahead) < STEP_POINTS * before.logged * after.logged:
        return Change.SAME
    if by_chance(before, after) >= CHANCE:
        return Change.UNCLEAR
    return Change.MORE if ahead > 0 else Change.FEWER


def halves(days: Sequence[DayCount]) -> Comparison:
    """Compare the two halves of a period; of an odd number of days the earlier half has more."""
    middle = (len(days) + 1) // 2
    return compare(days[:middle], days[middle:])


def recent(days: Sequence[DayCount]) -> Comparison:
    """Compare the last 28 calendar days with the 28 before them, as far as the period reaches."""
    later = days[-RECENT_DAYS:]
    earlier = days[:-RECENT_DAYS][-RECENT_DAYS:]
    return compare(earlier, later)


def _needed(calendar_days: int) -> int:
    return max(FEWEST_LOGGED, min(ENOUGH_LOGGED, (calendar_days + 1) // 2))
