"""What may be said of each factor."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import ceil, log
from typing import TYPE_CHECKING, Final

from twitchlog.reports.triggers.estimating import (
    FEWEST_DAYS,
    FEWEST_DF,
    FEWEST_OF_A_KIND,
    LEAST_TOLERANCE,
    WIDEST,
    assessable,
)

if TYPE_CHECKING:
    from twitchlog.reports.triggers.estimating import Estimate, Factor

LINKED_BELOW: Final = 0.05
POSSIBLY_BELOW: Final = 0.10
SAME: Final = (log(0.80), log(1.25))
"""An effect within this range, per practical step, is called none."""


class Verdict(StrEnum):
    """The five groups, in the order in which they are shown."""

    LINKED = "linked"
    POSSIBLY = "possibly linked"
    NO_LINK = "no link seen"
    UNCLEAR = "unclear"
    NOT_ENOUGH = "not enough days yet"


class Lack(StrEnum):
    """What a factor lacks that was not assessed."""

    DAYS = "days"
    FREEDOM = "days beside all that is adjusted for"
    OF_A_KIND = "days of the rarer answer"
    OWN_CHANGES = "changes of its own"
    CERTAINTY = "certainty"
    A_FIT = "a fit"


@dataclass(frozen=True, slots=True)
class Finding:
    """A factor, what may be said of it, and, for one not assessed, what it lacks.

    `more_days` is about how many more days would do, where that can be told.
    """

    factor: Factor
    verdict: Verdict
    lack: Lack | None = None
    more_days: int | None = None


def verdicts(found: Estimate) -> tuple[Finding, ...]:
    """Return what may be said of each factor of an estimate, in its order.

    Not enough: recorded on fewer than 60 observed days, under 30 degrees of freedom, a yes/no
    factor with fewer than 10 days of either kind, a tolerance under 0.15, a 95 % half-width over
    ln 2 for one practical step, or a fit that did not converge. Linked: q < 0.05; possibly linked:
    q < 0.10. No link seen only where the whole interval lies within 0.80 to 1.25 per practical
    step; else unclear.
    """
    return tuple(_finding(factor, found) for factor in found.factors)


def alone(finding: Finding, found: Estimate) -> Finding:
    """Return what may be said of a factor of `found` that is tested alone: at 5 %, uncorrected."""
    factor = finding.factor
    if not assessable(factor, found):
        return finding
    linked = Finding(factor, Verdict.LINKED)
    _ratio, low, high = per_step(factor)
    return linked if factor.p < LINKED_BELOW else Finding(factor, _without_link(low, high))


def verdict_of(q: float, low: float, high: float) -> Verdict:
    """Return the verdict of a corrected p and the 95 % interval of a log rate ratio."""
    if q < LINKED_BELOW:
        return Verdict.LINKED
    return Verdict.POSSIBLY if q < POSSIBLY_BELOW else _without_link(low, high)


def per_step(factor: Factor) -> tuple[float, float, float]:
    """Return the log rate ratio of one practical step, and its interval, the lower end first."""
    ends = sorted(end * factor.step for end in factor.interval)
    return factor.log_rate_ratio * factor.step, ends[0], ends[1]


def _finding(factor: Factor, found: Estimate) -> Finding:
    if not assessable(factor, found) or factor.q is None:
        return Finding(factor, Verdict.NOT_ENOUGH, *_lack(factor, found))
    _ratio, low, high = per_step(factor)
    return Finding(factor, verdict_of(factor.q, low, high))


def _without_link(low: float, high: float) -> Verdict:
    inside = SAME[0] <= low and high <= SAME[1]
    return Verdict.NO_LINK if inside else Verdict.UNCLEAR


def _lack(factor: Factor, found: Estimate) -> tuple[Lack, int | None]:
    """Return what is missing first, and about how many more days would bring it."""
    if factor.days < FEWEST_DAYS:
        return Lack.DAYS, FEWEST_DAYS - factor.days
    if found.df < FEWEST_DF:
        return Lack.FREEDOM, FEWEST_DF - found.df
    if not found.converged:
        return Lack.A_FIT, None
    if factor.fewer_kind is not None and factor.fewer_kind < FEWEST_OF_A_KIND:
        return Lack.OF_A_KIND, FEWEST_OF_A_KIND - factor.fewer_kind
    if factor.tolerance < LEAST_TOLERANCE:
        return Lack.OWN_CHANGES, None
    _ratio, low, high = per_step(factor)
    # an interval narrows with the square root of the days
    wanted = factor.days * ((high - low) / 2 / WIDEST) ** 2
    return Lack.CERTAINTY, max(1, ceil(wanted - factor.days))
