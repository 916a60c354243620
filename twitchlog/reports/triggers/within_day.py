"""Whether something goes with twitching in the hours after it: the hours of a day, compared."""

from __future__ import annotations

from dataclasses import dataclass
from math import pi
from typing import TYPE_CHECKING, Final

from twitchlog.reports.patterns.student import central_probability, two_sided_quantile
from twitchlog.reports.triggers.estimate import CONFIDENCE, benjamini_hochberg

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twitchlog.reports.triggers.arrays import Floats, Ints

FEWEST_DAYS: Final = 60
HARMONICS: Final = 2
_ROUNDS: Final = 50
_CLOSE: Final = 1e-9
_FURTHEST: Final = 20.0


@dataclass(frozen=True, slots=True)
class HourFactor:
    """What was found of one exposure; ratios are natural logarithms per unit as it was given.

    `t`, `p` and `interval` (95 %) rest on `error`, clustered by day; `q` is p after
    Benjamini-Hochberg over all that were looked at.
    """

    name: str
    log_rate_ratio: float
    error: float
    t: float
    p: float
    q: float
    interval: tuple[float, float]


@dataclass(frozen=True, slots=True)
class WithinDay:
    """The answer over `days` days with twitches; `missing_days` more are needed, 0 for none.

    `factors` is empty while days are missing or where the fit did not converge.
    """

    days: int
    missing_days: int
    converged: bool
    factors: tuple[HourFactor, ...] = ()


def within_day(
    day: Ints, hour: Floats, count: Floats, exposure: Floats, *, names: Sequence[str]
) -> WithinDay:
    """Compare the hours of each day with each other, so that nothing between days can interfere.

    One row a waking hour: `day` (n,) numbers the day, `hour` (n,) is the hour of the clock at its
    middle, `count` (n,) the twitches in it, `exposure` (n, p) what went before, as 1 for a coffee
    in the last two hours.

    Model: conditional Poisson, strata = days. Given the total m_d of a day its hours share it with
    probabilities exp(x_i b) / sum over the day; two harmonics of the clock stand among the x, for
    both coffee and twitches have their hours. Errors: sandwich with the scores added up by day,
    times days / (days - 1); Student's t with days - 1. Needs 60 days with twitches. Sources:
    B. Armstrong, A. Gasparrini and A. Tobias, BMC Med. Res. Methodol. 14 (2014) 122; K.-Y. Liang
    and S. L. Zeger, Biometrika 73 (1986) 13-22.

    Raises ValueError where shapes do not fit or a value is not finite.
    """
    import numpy as np

    day, hour = np.asarray(day), np.asarray(hour, dtype=float)
    count, exposure = np.asarray(count, dtype=float), np.asarray(exposure, dtype=float)
    if not hour.shape == count.shape == day.shape or exposure.shape != (len(day), len(names)):
        raise ValueError(
            "day, hour and count have one value a row, exposure a column for each name"
        )
    if not all(np.isfinite(each).all() for each in (hour, count, exposure)):
        raise ValueError("hours, counts and exposures are finite")
    _names, stratum = np.unique(day, return_inverse=True)
    totals = np.bincount(stratum, weights=count)
    used = totals[stratum] > 0
    days = int((totals > 0).sum())
    if days < FEWEST_DAYS:
        return WithinDay(days, FEWEST_DAYS - days, converged=False)
    _names, stratum = np.unique(stratum[used], return_inverse=True)
    columns = np.column_stack([exposure[used], _clock(hour[used])])
    beta, bread, scores, converged = _conditional(columns, count[used], stratum)
    if not converged:
        return WithinDay(days, 0, converged=False)
    meat = scores.T @ scores * days / (days - 1)
    errors = np.sqrt(np.diag(bread @ meat @ bread))
    return WithinDay(days, 0, True, _factors(names, beta, errors, df=days - 1))


def _clock(hour: Floats) -> Floats:
    import numpy as np

    turns = [2 * pi * times * hour / 24 for times in range(1, HARMONICS + 1)]
    waves: Floats = np.column_stack([wave(turn) for turn in turns for wave in (np.sin, np.cos)])
    return waves


def _conditional(
    columns: Floats, count: Floats, stratum: Ints
) -> tuple[Floats, Floats, Floats, bool]:
    """Return coefficients, inverse information, scores by day, and whether the fit settled."""
    import numpy as np

    totals = np.bincount(stratum, weights=count)
    beta = np.zeros(columns.shape[1])
    for _ in range(_ROUNDS):
        weights = np.exp(np.clip(columns @ beta, -_FURTHEST, _FURTHEST))
        share = weights / np.bincount(stratum, weights=weights)[stratum]
        centred = columns - _by_day(columns * share[:, None], stratum)[stratum]
        information = (centred * (share * totals[stratum])[:, None]).T @ centred
        scores = _by_day(centred * count[:, None], stratum)
        bread: Floats = np.linalg.pinv(information, hermitian=True).astype(float)
        step = bread @ scores.sum(axis=0)
        if np.abs(step).max() <= _CLOSE * (1 + np.abs(beta).max()):
            return beta, bread, scores, bool(np.abs(beta).max() < _FURTHEST / 2)
        beta = beta + np.clip(step, -2, 2)
    return beta, bread, scores, False


def _by_day(values: Floats, stratum: Ints) -> Floats:
    """Add up the rows of each day, shape (days, k)."""
    import numpy as np

    added = np.zeros((int(stratum.max()) + 1, values.shape[1]))
    np.add.at(added, stratum, values)
    return added


def _factors(
    names: Sequence[str], beta: Floats, errors: Floats, *, df: int
) -> tuple[HourFactor, ...]:
    quantile = two_sided_quantile(CONFIDENCE, df=df)
    rows = []
    for name, ratio, error in zip(names, map(float, beta), map(float, errors), strict=False):
        t = ratio / error if error > 0 else 0.0
        p = 1 - central_probability(t, df=df) if error > 0 else 1.0
        rows.append(
            (name, ratio, error, t, p, (ratio - quantile * error, ratio + quantile * error))
        )
    corrected = benjamini_hochberg([row[4] for row in rows])
    return tuple(
        HourFactor(name, ratio, error, t, p, q, interval)
        for (name, ratio, error, t, p, interval), q in zip(rows, corrected, strict=True)
    )
