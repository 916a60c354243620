"""One stretch of days against the one before it: described, never tested."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
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


class Change(StrEnum):
    """How the later days compare with the earlier ones."""

    MORE = "more"
    FEWER = "fewer"
    SAME = "about as often"
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

    `MORE` or `FEWER` where the shares differ by `STEP_POINTS` points or more, worked out in whole
    numbers so that exactly ten points always count. `TOO_EARLY` where either stretch has fewer
    logged days than half its calendar days, at least 7 and at most 14 being asked for: 14 of the
    28 days of the visit page. A description without a test: neighbouring days are too alike for
    one to be honest.
    """
    before, after = tally(earlier), tally(later)
    if before.logged < _needed(len(earlier)) or after.logged < _needed(len(later)):
        change = Change.TOO_EARLY
    else:
        ahead = after.twitching * before.logged - before.twitching * after.logged
        step = STEP_POINTS * before.logged * after.logged
        change = Change.MORE if 100 * ahead >= step else Change.SAME
        change = Change.FEWER if -100 * ahead >= step else change
    return Comparison(before, after, len(earlier), change)


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
