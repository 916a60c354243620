"""How often each of a few answers was given about the twitches, day by day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from twitchlog.domain.period import Period


@dataclass(frozen=True, slots=True)
class DayAnswers:
    """The twitches of one day, and how many of them have each answer, in the order of answers."""

    day: date
    entries: int
    given: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers to one question over the days of a period; `offered` is how many it has.

    `days` are those with twitches, in order; `quiet` are the other logged days. A day in neither
    was not logged.
    """

    period: Period
    offered: int
    days: tuple[DayAnswers, ...]
    quiet: frozenset[date]

    @property
    def logged(self) -> int:
        """How many days were logged."""
        return len(self.days) + len(self.quiet)


@dataclass(frozen=True, slots=True)
class Movement:
    """What was said about how the muscle moved, whether it was seen, and what it was doing.

    The answers of each stand in the order of `Pattern`, `Seen` and `Activity`.
    """

    pattern: Answers
    seen: Answers
    activity: Answers
