"""How the entries of a period lie on the clock of their days."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

DAY_MINUTES: Final = 24 * 60
SLOT_MINUTES: Final = 30
SLOTS: Final = DAY_MINUTES // SLOT_MINUTES
WAKING_MINUTES: Final = 14 * 60
"""The stretch of the clock looked at: shorter than anyone's waking day, so that neither sleep nor
the hours around it pass for a rhythm."""
USUAL_START: Final = 8 * 60


class DayOnClock(NamedTuple):
    """The entries of one day: how many, and the sum of those within the waking window.

    The sum is that of a unit vector for each, `across` and `up`, on a circle as long as the window
    that starts at its first minute.
    """

    entries: int
    across: float
    up: float


@dataclass(frozen=True, slots=True)
class ClockCounts:
    """Entries by weekday and half hour, and the sum of each day.

    `slots` has a row for each weekday, Monday first, of 48 half hours from midnight on; the hour is
    that of the local clock, the weekday that of the day the entry is of. `days` has the days with
    entries, in order.
    """

    slots: tuple[tuple[int, ...], ...]
    days: tuple[DayOnClock, ...]

    @property
    def entries(self) -> int:
        """All entries."""
        return sum(day.entries for day in self.days)

    @property
    def week(self) -> tuple[tuple[int, ...], ...]:
        """Entries by weekday, Monday first, and hour."""
        return tuple(
            tuple(row[at] + row[at + 1] for at in range(0, SLOTS, 2)) for row in self.slots
        )

    @property
    def hours(self) -> tuple[int, ...]:
        """Entries in the 24 hours of the day; index 0 is midnight to 1:00."""
        return tuple(map(sum, zip(*self.week, strict=True)))


@dataclass(frozen=True, slots=True)
class BedTimes:
    """The nights of a period whose bed and wake time were given, by minute of the clock.

    `began` and `ended` are pairs of a minute and its nights, in order.
    """

    nights: int
    began: tuple[tuple[int, int], ...]
    ended: tuple[tuple[int, int], ...]


def waking_start(slots: Sequence[int]) -> int:
    """Return the minute at which the waking window starts, given the entries of 48 half hours.

    It is the window of 14 hours, in steps of half an hour, that holds most entries; where several
    do, the one nearest to 8:00 to 22:00.
    """
    width = WAKING_MINUTES // SLOT_MINUTES
    held = [sum(slots[(at + step) % SLOTS] for step in range(width)) for at in range(SLOTS)]

    def rank(at: int) -> tuple[int, int]:
        apart = abs(at * SLOT_MINUTES - USUAL_START)
        return held[at], -min(apart, DAY_MINUTES - apart)

    return max(range(SLOTS), key=rank) * SLOT_MINUTES
