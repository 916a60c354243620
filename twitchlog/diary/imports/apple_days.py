"""Add up what Apple Health records in pieces: a night of many stages, a day's exercise."""

from __future__ import annotations

from array import array
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from twitchlog.diary.imports.apple_time import Stamp
from twitchlog.domain.errors import BadInput
from twitchlog.domain.factor import FACTORS
from twitchlog.domain.imports import ImportedCheckin, Problem
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from twitchlog.domain.imports import Choices, Found

_APART_MS: Final = 2 * 3600 * 1000
"""Asleep again within two hours is the same night, and belongs to the day it ends on."""
_LONGEST_MS: Final = 24 * 3600 * 1000


class Sleep:
    """Collects the spans asleep, of watch and telephone alike.

    The hours of a day are those of every sleep that ended on it, by the clock it was recorded
    from: the night, and naps. Spans of several sources that overlap count once.
    """

    def __init__(self, _choices: Choices) -> None:
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
        """Yield the hours of each day, in order."""
        hours: dict[date, float] = defaultdict(float)
        for asleep_ms, woke in self._sleeps():
            hours[woke.day] += asleep_ms / 3_600_000
        yield from _checked("sleep", hours)

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
    workouts and all exercise minutes, the larger one counts, never both. A workout that two
    sources recorded, with the same start, counts once.
    """

    def __init__(self, _choices: Choices) -> None:
        self._minutes: dict[date, float] = defaultdict(float)
        self._workouts: dict[date, dict[int, float]] = defaultdict(dict)

    def add_minutes(self, day: date, minutes: float) -> None:
        """Take exercise minutes that the watch counted."""
        self._minutes[day] += minutes

    def add_workout(self, start: Stamp, minutes: float) -> None:
        """Take one workout."""
        known = self._workouts[start.day]
        known[start.utc_ms] = max(minutes, known.get(start.utc_ms, 0.0))

    def days(self) -> Iterator[Found]:
        """Yield the minutes of each day, in order."""
        found = dict(self._minutes)
        for day, workouts in self._workouts.items():
            found[day] = max(found.get(day, 0.0), sum(workouts.values()))
        yield from _checked("exercise", found)


def _checked(factor: str, amounts: dict[date, float]) -> Iterator[Found]:
    for day in sorted(amounts):
        try:
            amount = FACTORS[factor].check(round(amounts[day], 2))
        except BadInput as problem:
            yield Problem(0, factor, f"{day.isoformat()}: {problem.sentence}")
        else:
            if amount > 0:
                yield ImportedCheckin(0, day, {factor: amount})
