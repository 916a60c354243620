"""Entries counted one by one, as the diary counts them in SQL."""

from __future__ import annotations

from itertools import pairwise
from math import cos, pi, sin
from typing import TYPE_CHECKING

from twitchlog.domain.counts.clock import (
    SLOT_MINUTES,
    SLOTS,
    WAKING_MINUTES,
    ClockCounts,
    DayOnClock,
    waking_start,
)
from twitchlog.domain.counts.lengths import EDGES_S, LengthCounts, ranks

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date


def on_clock(entries: Iterable[tuple[date, int]]) -> ClockCounts:
    """Count entries given as (day, minute of the clock)."""
    slots = [[0] * SLOTS for _weekday in range(7)]
    by_day: dict[date, list[int]] = {}
    for day, minute in sorted(entries):
        slots[day.weekday()][minute // SLOT_MINUTES] += 1
        by_day.setdefault(day, []).append(minute)
    start = waking_start([sum(weekdays) for weekdays in zip(*slots, strict=True)])
    days = []
    for minutes in by_day.values():
        after = [(minute - start) % 1440 for minute in minutes]
        angles = [2 * pi * at / WAKING_MINUTES for at in after if at < WAKING_MINUTES]
        days.append(DayOnClock(len(minutes), sum(map(cos, angles)), sum(map(sin, angles))))
    return ClockCounts(tuple(map(tuple, slots)), tuple(days))


def lengths(seconds: Iterable[float], *, without: int = 0) -> LengthCounts:
    """Count durations in seconds, and the entries without one."""
    found = sorted(seconds)
    limits = (0.0, *EDGES_S, float("inf"))
    bars = tuple(sum(low <= each < high for each in found) for low, high in pairwise(limits))
    ranked = {rank: found[rank] for rank in ranks(len(found))}
    return LengthCounts(len(found), without, bars, ranked)
