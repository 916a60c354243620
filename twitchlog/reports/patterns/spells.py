"""Spells: twitching on one logged day after the other, and the quiet days between."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby, takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from twitchlog.domain.checkin import DayCount


@dataclass(frozen=True, slots=True)
class Spell:
    """A run of twitching: its first and last day, and the logged days in it."""

    first: date
    last: date
    days: int

    @property
    def unknown(self) -> int:
        """The days within it that were not logged."""
        return (self.last - self.first).days + 1 - self.days


@dataclass(frozen=True, slots=True)
class Spells:
    """The runs of a period, the first one first, its quiet days and its logged days.

    `current` is None where the last logged day was quiet; `quiet_now` is how many were so since the
    last run.
    """

    current: Spell | None
    longest: Spell | None
    quiet: int
    logged: int
    runs: tuple[Spell, ...] = ()
    quiet_now: int = 0


def spells(days: Sequence[DayCount]) -> Spells:
    """Return the runs of consecutive *logged* days with twitching.

    A day not logged is not known: it neither breaks a run nor lengthens it. A logged day without
    a twitch ends the run. Of two longest runs the newer one is meant. `quiet` counts the logged
    days without a twitch. Unit: logged days.
    """
    logged = [day for day in days if day.logged]
    runs = tuple(
        Spell(first=run[0].day, last=run[-1].day, days=len(run))
        for twitching, group in groupby(logged, key=lambda day: day.count > 0)
        for run in ([*group],)
        if twitching
    )
    since = list(takewhile(lambda day: not day.count, reversed(logged)))
    return Spells(
        current=runs[-1] if runs and not since else None,
        longest=max(runs, key=lambda run: (run.days, run.first), default=None),
        quiet=sum(day.count == 0 for day in logged),
        logged=len(logged),
        runs=runs,
        quiet_now=len(since),
    )
