"""How often methods cry wolf, and find a wolf, on the same seeded diaries."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from scipy import stats

from support.series import lived
from twitchlog.reports.triggers.estimating import estimate

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from support.series import Life
    from twitchlog.reports.triggers.estimating import Factor

LEVEL: Final = 0.05
LINKED: Final = 0.05
POSSIBLY: Final = 0.10
OURS: Final = "ours"
MODEL: Final = "model's own error"
PEARSON: Final = "Pearson"
WELCH: Final = "with/without"
METHODS: Final = (OURS, MODEL, PEARSON, WELCH)


@dataclass(frozen=True)
class Rate:
    """`top` of `bottom`, and the Monte-Carlo standard error of that share."""

    top: int
    bottom: int

    @property
    def share(self) -> float:
        return self.top / self.bottom if self.bottom else 0.0

    @property
    def error(self) -> float:
        # a rate of 0 is known no better than one of a single case
        share = min(max(self.share, 1 / max(self.bottom, 1)), 1 - 1 / max(self.bottom, 2))
        return (share * (1 - share) / max(self.bottom, 1)) ** 0.5

    def __str__(self) -> str:
        return f"{100 * self.share:.1f} % (± {100 * self.error:.1f})"


class Tally(Counter[str]):
    """What was counted over many diaries; tallies add up."""

    def per_factor(self, method: str = OURS) -> Rate:
        """Inert factors with p < 0.05, of all that the method judges."""
        judged = "inert" if method in (PEARSON, WELCH) else "judged"
        return Rate(self[f"{method}: alarms"], self[judged])

    def of_course(self, course: str) -> Rate:
        """The same of one course of factors, by our method."""
        return Rate(self[f"{course}: alarms"], self[f"{course}: judged"])

    def any_alarm(self, method: str = OURS) -> Rate:
        """Diaries with an inert factor at p < 0.05."""
        return Rate(self[f"{method}: any"], self["diaries"])

    def any_named(self, *, possibly: bool = False) -> Rate:
        """Diaries with an inert factor called linked, or at least possibly linked."""
        return Rate(self["any possibly linked" if possibly else "any linked"], self["diaries"])

    @property
    def coverage(self) -> Rate:
        """Intervals that hold the truth, planted factors included."""
        return Rate(self["covered"], self["intervals"])

    @property
    def found(self) -> Rate:
        """Diaries whose planted factor is at least possibly linked."""
        return Rate(self["found"], self["diaries"])

    @property
    def found_alone(self) -> Rate:
        """Diaries whose planted factor has p < 0.05: it was named beforehand, nothing corrected."""
        return Rate(self["found alone"], self["diaries"])


def tally(life: Life, *, seed: int, replicates: Iterable[int]) -> Tally:
    """Judge the diaries of these numbers; each is drawn from the seed and its own number."""
    whole = Tally()
    for number in replicates:
        whole.update(_judged(life, np.random.default_rng([seed, number])))
    return whole


def _judged(life: Life, rng: np.random.Generator) -> Tally:
    day, weekday, count, exposure = lived(rng, life)
    names = [str(at) for at in range(life.factors)]
    found = estimate(day, weekday, count, exposure, names=names).factors
    inert = np.array([at > 0 or not life.effect for at in range(life.factors)])
    judged = np.array([each.q is not None for each in found])
    q = np.array([1.0 if each.q is None else each.q for each in found])
    p = {
        OURS: np.where(judged, [each.p for each in found], 1.0),
        MODEL: np.where(judged, by_model(found), 1.0),
        PEARSON: pearson(exposure, count),
        WELCH: with_or_without(exposure, count),
    }
    seen = Tally(diaries=1, inert=int(inert.sum()), judged=int((inert & judged).sum()))
    for method, values in p.items():
        alarms = inert & (values < LEVEL)
        seen[f"{method}: alarms"] = int(alarms.sum())
        seen[f"{method}: any"] = int(alarms.any())
    for at, course in enumerate(life.course_of):
        seen[f"{course}: judged"] += int(inert[at] and judged[at])
        seen[f"{course}: alarms"] += int(inert[at] and p[OURS][at] < LEVEL)
    seen["any linked"] = int((inert & (q < LINKED)).any())
    seen["any possibly linked"] = int((inert & (q < POSSIBLY)).any())
    for at, each in enumerate(found):
        truth = 0.0 if inert[at] else life.effect
        seen["intervals"] += int(judged[at])
        seen["covered"] += int(judged[at] and each.interval[0] <= truth <= each.interval[1])
    if life.effect:
        seen["found"] = int(q[0] < POSSIBLY)
        seen["found alone"] = int(p[OURS][0] < LEVEL)
    return seen


def pearson(exposure: np.ndarray, count: np.ndarray) -> np.ndarray:
    """Return the p value of each column's correlation with the count, 1 for a flat one."""
    varies = exposure.std(axis=0) > 0
    found = np.ones(exposure.shape[1])
    found[varies] = stats.pearsonr(exposure[:, varies], count[:, None], axis=0).pvalue
    return found


def with_or_without(exposure: np.ndarray, count: np.ndarray) -> np.ndarray:
    """Return the p value of Welch's test of days with and without each factor, 1 where it fails.

    An amount counts as *with* above its median.
    """
    kinds = np.array([len(np.unique(column)) for column in exposure.T])
    high = exposure > np.where(kinds <= 2, 0, np.median(exposure, axis=0))
    rows = [np.where(side, count[:, None], np.nan) for side in (high, ~high)]
    many = [np.isfinite(each).sum(axis=0) for each in rows]
    able = (many[0] > 1) & (many[1] > 1)
    found = np.ones(exposure.shape[1])
    given = []
    for each, days in zip(rows, many, strict=True):
        mean, spread = np.nanmean(each[:, able], axis=0), np.nanstd(each[:, able], axis=0, ddof=1)
        given += [mean, spread, days[able]]
    found[able] = stats.ttest_ind_from_stats(*given, equal_var=False).pvalue
    return found


def by_model(found: Sequence[Factor]) -> np.ndarray:
    """Return the p value of each factor by the error that the model itself states."""
    ratio, error = np.array([(each.log_rate_ratio, each.model_se) for each in found]).T
    return 2 * stats.norm.sf(np.abs(ratio) / np.maximum(error, 1e-12))
