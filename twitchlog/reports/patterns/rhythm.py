"""The hour of the day: how the entries lie on the clock, and whether that is more than chance."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import hypot, pi
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twitchlog.domain.counts.clock import ClockCounts

TURNS: Final = 999
SEED: Final = 20_240_101
FEWEST_DAYS: Final = 20
LEVEL: Final = 0.05
_CHUNK: Final = 111


class Part(StrEnum):
    """Parts of the day: night 22 to 6, morning 6 to 12, afternoon 12 to 18, evening 18 to 22."""

    NIGHT = "night"
    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


class Rhythm(StrEnum):
    """What can be said about the hour of the day."""

    PEAK = "peak"
    NO_PEAK = "no clear peak"
    TOO_EARLY = "too early"


@dataclass(frozen=True, slots=True)
class BusySpan:
    """The busiest neighbouring hours: from `start` to `end` (0 to 23, past midnight possible)."""

    start: int
    end: int
    entries: int

    @property
    def part(self) -> Part:
        """The part of the day its middle lies in."""
        return part_of_day((self.start + ((self.end - self.start) % 24) / 2) % 24)


@dataclass(frozen=True, slots=True)
class HourOfDay:
    """The verdict, its p value (None while it is too early), and the days still missing for it."""

    verdict: Rhythm
    p: float | None
    part: Part | None
    missing_days: int


def by_two_hours(hours: Sequence[int]) -> tuple[int, ...]:
    """Add up 24 hourly counts into twelve of two hours each."""
    return tuple(hours[at] + hours[at + 1] for at in range(0, 24, 2))


def busiest_span(hours: Sequence[int], *, width: int, step: int = 1) -> BusySpan | None:
    """Return the `width` neighbouring hours with most entries, around midnight too; None for none.

    Spans start every `step` hours from midnight. Of several, the one whose own busiest hour is
    highest, then the one whose entries lie nearest its middle, then the earliest of the day.
    """
    if not sum(hours):
        return None
    spans = [[hours[(start + step) % 24] for step in range(width)] for start in range(24)]
    aside = [sum(n * abs(2 * at + 1 - width) for at, n in enumerate(span)) for span in spans]
    ranks = [(sum(span), max(span), -aside[at], -at) for at, span in enumerate(spans)]
    start = max(range(0, 24, step), key=ranks.__getitem__)
    return BusySpan(start=start, end=(start + width) % 24, entries=sum(spans[start]))


def trimmed(span: BusySpan, hours: Sequence[int]) -> BusySpan:
    """Return a span without the hours at its ends in which nothing was logged."""
    start, end = span.start, span.end
    while not hours[start]:
        start = (start + 1) % 24
    while not hours[(end - 1) % 24]:
        end = (end - 1) % 24
    return BusySpan(start=start, end=end, entries=span.entries)


def part_of_day(hour: float) -> Part:
    """Return the part of the day at `hour` (0 up to 24)."""
    if 6 <= hour < 12:
        return Part.MORNING
    if 12 <= hour < 18:
        return Part.AFTERNOON
    return Part.EVENING if 18 <= hour < 22 else Part.NIGHT


def hour_of_day(clock: ClockCounts, *, seed: int = SEED) -> HourOfDay:
    """Test whether the entries keep to an hour of the day, by turning whole days at random.

    Statistic: the length of the sum of all entries as unit vectors on a circle as long as the
    waking window, the 14 hours that hold most entries (where several do, those nearest to 8:00 to
    22:00). Entries outside it are left out. Under chance each day's entries, kept together, could
    as well stand anywhere in the window: they are turned by one random angle a day, 999 times, and
    so a day is as long as its own sum. p = (1 + turns at least as long) / 1000, reproducible
    through `seed`; a peak where p < 0.05.

    Turning whole days keeps bursts together; testing on the 24-hour clock instead would find a
    rhythm in everyone who sleeps. Needs 20 days with two or more entries. Source: restricted
    randomisation, B. F. J. Manly, Randomization, Bootstrap and Monte Carlo Methods in Biology,
    3rd ed. (2007), chapters 1 and 12.
    """
    pairs = sum(day.entries >= 2 for day in clock.days)
    if pairs < FEWEST_DAYS:
        return HourOfDay(Rhythm.TOO_EARLY, None, None, FEWEST_DAYS - pairs)
    p = _turned([(day.across, day.up) for day in clock.days], seed)
    if p >= LEVEL:
        return HourOfDay(Rhythm.NO_PEAK, p, None, 0)
    span = busiest_span(clock.hours, width=3)
    return HourOfDay(Rhythm.PEAK, p, span.part if span else None, 0)


def _turned(vectors: Sequence[tuple[float, float]], seed: int) -> float:
    """Return the p value of the summed vectors against sums with every vector turned at random."""
    from random import Random

    import numpy as np

    lengths = np.array([hypot(x, y) for x, y in vectors])
    seen = hypot(sum(x for x, _ in vectors), sum(y for _, y in vectors))
    # Not those of numpy, which takes 3 MB and longer to load than to turn the days of a year.
    random = Random(seed)  # noqa: S311 - chance, no secret
    reached = 0
    for done in range(0, TURNS, _CHUNK):
        turns = min(_CHUNK, TURNS - done)
        bits = np.frombuffer(random.randbytes(4 * turns * len(lengths)), dtype="<u4")
        angles = bits.reshape(turns, len(lengths)) * (2 * pi / 2**32)
        sums = np.hypot(np.cos(angles) @ lengths, np.sin(angles) @ lengths)
        reached += int((sums >= seen * (1 - 1e-12)).sum())
    return (1 + reached) / (TURNS + 1)
