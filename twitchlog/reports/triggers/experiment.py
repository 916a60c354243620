"""What a planned trial of a habit in one person showed, by the randomisation test."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from math import isclose
from typing import TYPE_CHECKING, Final

from twitchlog.domain.experiment import FEWEST_PAIRS, Plan, draw

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Outcome", "Plan", "draw", "outcome", "plan"]

LEVEL: Final = 0.05

plan = draw
"""The plan of a trial, drawn from its seed."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a trial showed: the mean a logged day *on* and *off*, and the chance of it.

    Both are the mean over pairs of what a block's logged days have on average, so that `difference`
    is `mean_on` less `mean_off`, whatever days were not logged. `p` is the share of all plans
    that could have been drawn with a difference at least as large either way. `pairs` were used:
    those with a logged day in both blocks.
    """

    pairs: int
    mean_on: float
    mean_off: float
    difference: float
    p: float

    @property
    def differs(self) -> bool:
        """Whether chance alone seldom does as much: in less than one plan of twenty."""
        return self.p <= LEVEL

    @property
    def places(self) -> int:
        """How many figures after the point both means are said with: more where both are small."""
        return 1 if max(self.mean_on, self.mean_off) >= 1 else 2


def outcome(drawn: Plan, counts: Sequence[float | None]) -> Outcome | None:
    """Return what a whole trial showed; None where fewer than six pairs can be compared.

    `counts` has one value for each day of the trial, None for a day not logged. Days count for the
    plan, whatever was done on them, so that leaving out bad days cannot make a result.

    Statistic: the mean over pairs of (mean *on* - mean *off*). Under chance each pair could
    as well have been the other way round: all 2^pairs assignments are gone through, p is the share
    with a statistic at least as large in size. It needs no model of drift, weekdays or carry-over.
    Source: E. S. Edgington and P. Onghena, Randomization Tests, 4th ed. (2007), chapters 5 and 11.

    Raises ValueError where counts are not as many as the days of the plan.
    """
    if len(counts) != drawn.days:
        raise ValueError("one count for each day of the trial")
    on, off = [], []
    for pair, first_on in enumerate(drawn.first_on):
        start = 2 * drawn.block_days * pair
        blocks = [
            [each for each in counts[at : at + drawn.block_days] if each is not None]
            for at in (start, start + drawn.block_days)
        ]
        if all(blocks):
            means = [sum(block) / len(block) for block in blocks]
            given, spared = means if first_on else reversed(means)
            on.append(given)
            off.append(spared)
    many = len(on)
    if many < FEWEST_PAIRS:
        return None
    differences = [given - spared for given, spared in zip(on, off, strict=True)]
    seen = sum(differences)
    reached = sum(_as_large(signs, differences, seen) for signs in product((1, -1), repeat=many))
    return Outcome(many, sum(on) / many, sum(off) / many, seen / many, reached / 2**many)


def _as_large(signs: Sequence[int], differences: Sequence[float], seen: float) -> bool:
    turned = abs(sum(sign * each for sign, each in zip(signs, differences, strict=True)))
    return turned > abs(seen) or isclose(turned, abs(seen), rel_tol=1e-9, abs_tol=1e-12)
