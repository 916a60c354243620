"""Answers in a few words, such as how strong: over time, in the middle, and lately."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from twitchlog.domain.period import Period
from twitchlog.reports.patterns.stretches import number_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twitchlog.domain.counts.answers import Answers, DayAnswers

LATELY_DAYS: Final = 28
FEWEST: Final = 5
"""Fewer answers than this have no middle worth a word."""


@dataclass(frozen=True, slots=True)
class Given:
    """The answers of neighbouring days together.

    `given` counts each answer in its order, `entries` all twitches, answered or not, and `logged`
    the logged days.
    """

    days: Period
    logged: int
    entries: int
    given: tuple[int, ...]

    @property
    def answered(self) -> int:
        """How many twitches have an answer."""
        return sum(self.given)

    @property
    def without(self) -> int:
        """How many have none."""
        return self.entries - self.answered

    @property
    def shares(self) -> tuple[float, ...]:
        """The share of each answer among the twitches that have one, all 0 without any."""
        whole = self.answered or 1
        return tuple(count / whole for count in self.given)


def over_time(answers: Answers, parts: Sequence[Period]) -> tuple[Given, ...]:
    """Add the answers up by stretches that cover the period, in order."""
    held: list[list[DayAnswers]] = [[] for _part in parts]
    quiet = [0] * len(parts)
    span = Period(parts[0].first, parts[-1].last)
    for each in answers.days:
        if each.day in span:
            held[number_of(each.day, parts)].append(each)
    for day in answers.quiet:
        if day in span:
            quiet[number_of(day, parts)] += 1
    return tuple(
        Given(
            part,
            len(days) + none,
            sum(each.entries for each in days),
            tuple(sum(each.given[at] for each in days) for at in range(answers.offered)),
        )
        for part, days, none in zip(parts, held, quiet, strict=True)
    )


def together(answers: Answers, days: Period) -> Given:
    """Add the answers of some days up."""
    return over_time(answers, (days,))[0]


def middle(given: Sequence[int]) -> tuple[int, int] | None:
    """Return the lower and the upper median of ordered answers, as their places in the order.

    With n answers in order these are number (n + 1) // 2 and number n // 2 + 1, which are one where
    n is odd. None for fewer than `FEWEST` answers. The middle of words needs no distance between
    them, as a mean would: S. S. Stevens, On the theory of scales of measurement, Science 103
    (1946) 677-680.
    """
    many = sum(given)
    if many < FEWEST:
        return None
    return _answer((many + 1) // 2, given), _answer(many // 2 + 1, given)


def lately(answers: Answers) -> tuple[Given, Given]:
    """Return the last `LATELY_DAYS` days of a period, and as many days before them.

    `answers` have to reach back that far.
    """
    late = Period.ending(answers.period.last, days=LATELY_DAYS)
    return together(answers, late), together(answers, late.before())


def reaching_back(period: Period) -> Period:
    """Return the period, made longer where `lately` needs it."""
    first = period.last - timedelta(days=2 * LATELY_DAYS - 1)
    return Period(min(period.first, first), period.last)


def _answer(number: int, given: Sequence[int]) -> int:
    """Return which answer is that number in the order, counted from 1."""
    past = 0
    for at, count in enumerate(given):
        past += count
        if number <= past:
            return at
    raise ValueError(f"there are only {past} answers")
