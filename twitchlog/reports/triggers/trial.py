"""A planned trial and the days of the diary: how far it is, how it was kept, what it showed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING

from twitchlog.domain.experiment import State
from twitchlog.reports.triggers.experiment import Outcome, outcome

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from twitchlog.domain.checkin import DayCount
    from twitchlog.domain.experiment import Experiment, Kept


@dataclass(frozen=True, slots=True)
class Block:
    """A block of days of one kind; `logged` of its days that have come are logged.

    `mean` is what a logged day of it has on average: None as long as the trial is not finished, and
    where none of its days was logged.
    """

    on: bool
    first: date
    last: date
    logged: int
    mean: float | None = None


@dataclass(frozen=True, slots=True)
class Trial:
    """A trial as it stands on `today`.

    `so_far` days of the plan have come, `today` with them, and `due` without it as long as it is
    not logged. Of these `logged_on` and `logged_off` are logged, by kind, and of `kept` it was
    answered how they went. `blocks` are those that have begun, and `pairs_logged` the pairs with a
    logged day in both blocks. `outcome` is there only for a finished trial with six such pairs: no
    look before the end, no test of one that was stopped.
    """

    experiment: Experiment
    today: date
    so_far: int
    due: int
    logged_on: int
    logged_off: int
    pairs_logged: int
    kept: Mapping[Kept, int]
    blocks: tuple[Block, ...]
    outcome: Outcome | None = None

    @property
    def state(self) -> State:
        """How far it is."""
        return self.experiment.state(self.today)

    @property
    def days(self) -> int:
        """How many days the whole plan has."""
        return self.experiment.plan.days

    @property
    def logged(self) -> int:
        """How many days of the plan are logged so far."""
        return self.logged_on + self.logged_off

    @property
    def pairs_lost(self) -> int:
        """How many pairs cannot count any more: a block of theirs is over without a logged day."""
        pairs = (self.blocks[at : at + 2] for at in range(0, len(self.blocks), 2))
        return sum(
            any(block.last < self.today and not block.logged for block in pair) for pair in pairs
        )

    @property
    def answered(self) -> int:
        """Of how many days it is known how they went."""
        return sum(self.kept.values())


def follow(experiment: Experiment, days: Iterable[DayCount], *, today: date) -> Trial:
    """Return how a trial stands on `today`, from the days of the diary; those beyond it are left.

    Days count by the kind the plan gave them, kept or not: to leave out bad days could make a
    result (`experiment.outcome` has the test and its source).
    """
    counts = {day.day: day.count for day in days if day.logged and day.day <= today}
    plan, first = experiment.plan, experiment.first
    numbers = [number for number in range(plan.days) if _has_come(experiment, number, today)]
    logged = [number for number in numbers if first + timedelta(days=number) in counts]
    finished = experiment.state(today) is State.FINISHED
    blocks = tuple(
        _block(experiment, start, counts, logged, tell=finished)
        for start in range(0, len(numbers), plan.block_days)
    )
    pairs = zip(blocks[::2], blocks[1::2], strict=False)
    answers = Counter(
        kept for day, kept in experiment.kept.items() if experiment.day_number(day) is not None
    )
    series = [counts.get(first + timedelta(days=number)) for number in range(plan.days)]
    return Trial(
        experiment=experiment,
        today=today,
        so_far=len(numbers),
        due=len(numbers) - (experiment.day_number(today) is not None and today not in counts),
        logged_on=sum(plan.is_on(number) for number in logged),
        logged_off=sum(not plan.is_on(number) for number in logged),
        pairs_logged=sum(one.logged > 0 and other.logged > 0 for one, other in pairs),
        kept=MappingProxyType(dict(answers)),
        blocks=blocks,
        outcome=outcome(plan, series) if finished else None,
    )


def _has_come(experiment: Experiment, number: int, today: date) -> bool:
    day = experiment.first + timedelta(days=number)
    return day <= today and experiment.day_number(day) is not None


def _block(
    experiment: Experiment, start: int, counts: Mapping[date, int], logged: list[int], *, tell: bool
) -> Block:
    """Return the block that begins on day `start` of the plan, from 0; `tell` its mean too."""
    size, first = experiment.plan.block_days, experiment.first
    known = [
        counts[first + timedelta(days=number)]
        for number in logged
        if start <= number < start + size
    ]
    return Block(
        on=experiment.plan.is_on(start),
        first=first + timedelta(days=start),
        last=first + timedelta(days=start + size - 1),
        logged=len(known),
        mean=sum(known) / len(known) if tell and known else None,
    )
