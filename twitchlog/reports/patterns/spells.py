"""Breaks: logged days without twitching, one after the other; never how long it has gone on."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from twitchlog.domain.checkin import DayCount


@dataclass(frozen=True, slots=True)
class Spell:
    """A break without twitching: its first and last day, and the logged days in it."""

    first: date
    last: date
    days: int

    @property
    def unknown(self) -> int:
        """The days within it that were not logged."""
        return (self.last - self.first).days + 1 - self.days


@dataclass(frozen=True, slots=True)
class Spells:
    """The breaks of a period, the first one first, its days without twitching and its logged ones.

    No break is the current one and no run of twitching days is counted: a streak helps nobody.
    """

    quiet: int
    logged: int
    breaks: tuple[Spell, ...] = ()

    @property
    def longest(self) -> Spell | None:
        """The longest break, the newest of several; None without one."""
        return max(self.breaks, key=lambda each: (each.days, each.first), default=None)


def spells(days: Sequence[DayCount]) -> Spells:
    """Return the stretches of consecutive *logged* days without twitching.

    A day not logged is not known: it neither ends a break nor lengthens it. A logged day with a
    twitch ends it. `quiet` counts the logged days without a twitch. Unit: logged days.
    """
    logged = [day for day in days if day.logged]
    breaks = tuple(
        Spell(first=each[0].day, last=each[-1].day, days=len(each))
        for quiet, group in groupby(logged, key=lambda day: not day.count)
        for each in ([*group],)
        if quiet
    )
    return Spells(quiet=sum(each.days for each in breaks), logged=len(logged), breaks=breaks)
