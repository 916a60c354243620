"""Seeded trials of a habit without any effect: days that resemble each other, carry-over, drift."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from support.alarms import Rate
from support.series import autoregressive, drift
from twitchlog.reports.triggers.experiment import outcome, plan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twitchlog.reports.triggers.experiment import Outcome

CARRIED: Final = 0.5
"""How much of what a day brought lasts into the next."""


def alarms(numbers: Sequence[int], seed: int, pairs: int = 6) -> Rate:
    """Return how many null trials of these numbers differ, of those that could be tested."""
    found = [null_trial(np.random.default_rng([seed, each]), each, pairs) for each in numbers]
    tested = [each for each in found if each is not None]
    return Rate(sum(each.differs for each in tested), len(tested))


def null_trial(rng: np.random.Generator, number: int, pairs: int) -> Outcome | None:
    """Return the outcome of a trial of what does nothing.

    log rate = log 3 + AR(1) of 0.7 and deviation 0.6 + slow ups and downs of deviation 0.6 + 0.5 of
    what twitched the day before above its mean; 15 % of days are not logged.
    """
    drawn = plan(number, pairs=pairs)
    level = np.log(3) + 0.6 * autoregressive(rng, drawn.days, 0.7) + 0.6 * drift(rng, drawn.days)
    counts: list[float | None] = []
    before = 3.0
    for log_rate in level:
        before = float(rng.poisson(np.exp(log_rate) + CARRIED * max(before - 3.0, 0.0)))
        counts.append(before if rng.random() > 0.15 else None)
    return outcome(drawn, counts)
