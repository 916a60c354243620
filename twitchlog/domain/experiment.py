"""A planned trial of a habit in one person: its plan from a seed, its days, what was kept to."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from twitchlog.domain.phrase import within
from twitchlog.translation import _, mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from twitchlog.domain.moment import Moment
    from twitchlog.domain.phrase import Phrase

FEWEST_PAIRS: Final = 6
USUAL_PAIRS: Final = 8
"""With six, all pairs must agree (2 of 2^6 plans are 3 %, 4 are 6 %); here a small one need not."""
MOST_PAIRS: Final = 14
BLOCK_DAYS: Final = 4
LONGEST_BLOCK: Final = 7


@dataclass(frozen=True, slots=True)
class Plan:
    """Pairs of blocks of `block_days` days; `first_on` says of each pair which block is *on*.

    Drawn from `seed`, so that nobody can change it quietly: the same seed gives the same plan.
    """

    seed: int
    block_days: int
    first_on: tuple[bool, ...]

    @property
    def pairs(self) -> int:
        """How many pairs of blocks there are."""
        return len(self.first_on)

    @property
    def days(self) -> int:
        """How many days the whole trial takes."""
        return 2 * self.block_days * self.pairs

    def is_on(self, number: int) -> bool:
        """Whether day `number` of the trial, from 0, is one *on*; raises IndexError beyond it."""
        if not 0 <= number < self.days:
            raise IndexError(number)
        pair, block = divmod(number // self.block_days, 2)
        return self.first_on[pair] == (block == 0)


def draw(seed: int, *, pairs: int = USUAL_PAIRS, block_days: int = BLOCK_DAYS) -> Plan:
    """Draw which block of each pair comes first, by a fair coin each.

    Raises ValueError outside 6 to 14 pairs: with fewer not even the clearest difference could be
    told from chance at 5 % (2 of 2^5 plans are 6 %).
    """
    if not FEWEST_PAIRS <= pairs <= MOST_PAIRS:
        raise ValueError(f"{FEWEST_PAIRS} to {MOST_PAIRS} pairs of blocks")
    if block_days < 1:
        raise ValueError("a block has at least a day")
    coin = random.Random(seed)  # noqa: S311 - a plan to be drawn again, not a secret
    return Plan(seed, block_days, tuple(coin.random() < 0.5 for _pair in range(pairs)))


class Kept(StrEnum):
    """Whether a day went as the plan said."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"

    @property
    def word(self) -> str:
        """The word for it, in the language in use."""
        return _(_KEPT_WORDS[self])

    @property
    def inner(self) -> Phrase:
        """The same within a sentence, in no language."""
        return within(_KEPT_WORDS[self])


_KEPT_WORDS: Final = {Kept.YES: mark("Yes"), Kept.PARTLY: mark("Partly"), Kept.NO: mark("No")}


class State(StrEnum):
    """How far a trial is."""

    PLANNED = "planned"
    RUNNING = "running"
    FINISHED = "finished"
    STOPPED = "stopped"

    @property
    def under_way(self) -> bool:
        """Whether it is planned or running, so that there is no room for another."""
        return self in {State.PLANNED, State.RUNNING}


@dataclass(frozen=True, slots=True)
class Experiment:
    """A trial of one habit; `on` and `off` are the person's words for its two kinds of day.

    `first` is the first day of the plan and `made` when it was drawn. `stopped` is the day on which
    it was given up before its end, None where it was not. `kept` has what was answered, by day.
    `earlier` trials of the habit were begun before this one was drawn, those in the bin too.
    """

    id: str
    factor: str
    on: str
    off: str
    plan: Plan
    first: date
    made: Moment
    stopped: date | None = None
    why_stopped: str = ""
    kept: Mapping[date, Kept] = field(default_factory=lambda: MappingProxyType({}))
    earlier: int = 0

    @property
    def last(self) -> date:
        """The last day of the plan, whether or not it was stopped before."""
        return self.first + timedelta(days=self.plan.days - 1)

    def state(self, today: date) -> State:
        """Return how far it is on `today`; its last day still belongs to it."""
        if self.stopped is not None:
            return State.STOPPED
        if today < self.first:
            return State.PLANNED
        return State.RUNNING if today <= self.last else State.FINISHED

    def is_on(self, day: date) -> bool | None:
        """Tell which kind of day it is; None for one outside the plan, or after it was stopped."""
        number = self.day_number(day)
        return None if number is None else self.plan.is_on(number - 1)

    def day_number(self, day: date) -> int | None:
        """Return which day of the plan it is, from 1; None where `is_on` has no answer."""
        over = self.last if self.stopped is None else min(self.stopped, self.last)
        return (day - self.first).days + 1 if self.first <= day <= over else None

    def words(self, day: date) -> str | None:
        """Return the person's words for that day; None where `is_on` has no answer."""
        is_on = self.is_on(day)
        return None if is_on is None else self.on if is_on else self.off


def under_way(trials: Iterable[Experiment], today: date) -> Experiment | None:
    """Return the trial that is planned or running.

    Where two diaries were brought together there may be two: then it is the one that began first.
    """
    there = [each for each in trials if each.state(today).under_way]
    return min(there, key=lambda each: (each.first, each.made.utc_ms, each.id), default=None)
