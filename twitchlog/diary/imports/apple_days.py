"""Add up what Apple Health records in pieces: a night of many stages, a day's exercise."""

from __future__ import annotations

from array import array
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from twitchlog.diary.imports.apple_time import Stamp
from twitchlog.diary.imports.keys import day_key
from twitchlog.domain.errors import BadInput
from twitchlog.domain.factor import FACTORS
from twitchlog.domain.imports import ImportedDose, Problem
from twitchlog.domain.moment import Moment
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from twitchlog.domain.imports import Found

_APART_MS: Final = 2 * 3600 * 1000
"""Asleep again within two hours is the same night, and belongs to the day it ends on."""
_LONGEST_MS: Final = 24 * 3600 * 1000


class Sleep:
    """Collects the spans asleep, of watch and telephone alike.

    The hours of a day are those of every sleep that ended on it, by the clock it was recorded
    from: the night, and naps. Spans of several sources that overlap count once.
    """

    def __init__(self) -> None:
        # Plain numbers: a record of many years has several hundred thousand stages.
        self._spans: tuple[array[int], array[int], array[int]] = (
            array("q"), array("q"), array("i"),
        )  # fmt: skip

    def add(self, start: Stamp, end: Stamp) -> None:
        """Take one span asleep; raise BadInput for more than a day."""
        if end.utc_ms - start.utc_ms > _LONGEST_MS:
            raise BadInput(_("This sleep lasts more than a day."))
        starts, ends, offsets = self._spans
        starts.append(start.utc_ms)
        ends.append(end.utc_ms)
        offsets.append(end.offset_min)

    def days(self) -> Iterator[Found]:
        """Yield the hours of each day, in order, at the time of waking last."""
        hours: dict[date, float] = defaultdict(float)
        last: dict[date, Stamp] = {}
        for asleep_ms, woke in self._sleeps():
            hours[woke.day] += asleep_ms / 3_600_000
            last[woke.day] = woke
        for day, amount in sorted(hours.items()):
            yield of_day("sleep", day, amount, last[day])

    def _sleeps(self) -> Iterator[tuple[int, Stamp]]:
        """Yield each sleep: the milliseconds asleep, and when it ended."""
        asleep = reached = 0
        woke: Stamp | None = None
        for start, end, offset in sorted(zip(*self._spans, strict=True)):
            if woke is not None and start - reached > _APART_MS:
                yield asleep, woke
                asleep, woke = 0, None
            if woke is None:
                reached = start
            if end > reached:
                asleep += end - max(start, reached)
                reached = end
                woke = Stamp(end, offset)
            elif woke is None:
                woke = Stamp(end, offset)
        if woke is not None:
            yield asleep, woke


class Exercise:
    """Collects minutes of exercise by the day.

    A watch counts the minutes of a workout as exercise minutes too, so of a day's two sums, all
    workouts and all exercise minutes, the larger one counts: beside the workouts there is only what
    the watch counted beyond them. A workout that two sources recorded, with the same start, counts
    once.
    """

    def __init__(self) -> None:
        self._minutes: dict[date, tuple[float, Stamp]] = {}
        self._workouts: dict[date, dict[int, float]] = defaultdict(dict)

    def add_minutes(self, start: Stamp, minutes: float) -> None:
        """Take exercise minutes that the watch counted."""
        before, first = self._minutes.get(start.day, (0.0, start))
        self._minutes[start.day] = (before + minutes, first)

    def add_workout(self, start: Stamp, minutes: float) -> bool:
        """Take one workout; return whether it is a new one."""
        known = self._workouts[start.day]
        is_new = start.utc_ms not in known
        known[start.utc_ms] = max(minutes, known.get(start.utc_ms, 0.0))
        return is_new

    def days(self) -> Iterator[Found]:
        """Yield the minutes of each day that no workout holds, in order."""
        for day, (minutes, first) in sorted(self._minutes.items()):
            beyond = minutes - sum(self._workouts[day].values())
            if beyond >= 1:
                yield of_day("exercise", day, beyond, first)


def of_day(factor: str, day: date, amount: float, at: Stamp) -> Found:
    """Return what was measured of a factor on a whole day, or why it cannot be right."""
    try:
        checked = FACTORS[factor].check(round(amount, 2))
    except BadInput as problem:
        return Problem(0, factor, f"{day.isoformat()}: {problem.sentence}")
    moment = Moment(at.utc_ms, at.offset_min)
    return ImportedDose(day_key(day.isoformat(), factor), 0, moment, factor, checked)
