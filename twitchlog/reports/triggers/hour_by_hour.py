"""Whether something goes with twitching in the hours after it: the hours of a day, compared."""

from __future__ import annotations

from dataclasses import dataclass
from math import pi
from typing import TYPE_CHECKING, Final

from twitchlog.reports.patterns.student import central_probability, two_sided_quantile
from twitchlog.reports.triggers.estimating import CONFIDENCE, benjamini_hochberg

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
    both coffee and twitches have their hours. Errors: clustered by day, as `_clustered` says, for
    a few busy days may hold most of what is known; Student's t with the effective days less one.
    Needs 60 days with twitches. Sources: B. Armstrong, A. Gasparrini and A. Tobias, BMC Med. Res.
    Methodol. 14 (2014) 122; those of `_clustered`.

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
    beta, centred, weights, converged = _conditional(columns, count[used], stratum)
    if not converged:
        return WithinDay(days, 0, converged=False)
    scores = _by_day(centred * count[used][:, None], stratum)
    errors, effective = _clustered(centred * np.sqrt(weights)[:, None], scores, stratum)
    return WithinDay(days, 0, True, _factors(names, beta, errors, effective))


def _clock(hour: Floats) -> Floats:
    import numpy as np

    turns = [2 * pi * times * hour / 24 for times in range(1, HARMONICS + 1)]
    waves: Floats = np.column_stack([wave(turn) for turn in turns for wave in (np.sin, np.cos)])
    return waves


def _conditional(
    columns: Floats, count: Floats, stratum: Ints
) -> tuple[Floats, Floats, Floats, bool]:
    """Return coefficients, centred columns and weights of the rows, and whether the fit settled."""
    import numpy as np

    totals = np.bincount(stratum, weights=count)
    beta = np.zeros(columns.shape[1])
    for _ in range(_ROUNDS):
        odds = np.exp(np.clip(columns @ beta, -_FURTHEST, _FURTHEST))
        share = odds / np.bincount(stratum, weights=odds)[stratum]
        centred = columns - _by_day(columns * share[:, None], stratum)[stratum]
        weights = share * totals[stratum]
        information = (centred * weights[:, None]).T @ centred
        step = np.linalg.pinv(information, hermitian=True) @ (centred.T @ count)
        if np.abs(step).max() <= _CLOSE * (1 + np.abs(beta).max()):
            return beta, centred, weights, bool(np.abs(beta).max() < _FURTHEST / 2)
        beta = beta + np.clip(step, -2, 2)
    return beta, columns, columns, False


def _clustered(rows: Floats, scores: Floats, stratum: Ints) -> tuple[Floats, Floats]:
    """Return the error of each coefficient, and how many days' worth is known of it.

    With I_d the information of day d (`rows` are those of its square root), I their sum and u_d its
    score: leaving day d out moves the coefficients by (I - I_d)^-1 u_d, and
    SE^2 = (days - 1) / days * sum of the squares (CR3). Day d holds the part w_d of the variance,
    diagonal of I^-1 I_d I^-1: effective days = (sum of w_d)^2 / sum of w_d^2. With the plain
    sandwich and days - 1 instead 7 % of inert exposures raised a false alarm. Sources: R. M. Bell
    and D. F. McCaffrey, Surv. Methodol. 28 (2002) 169-181; A. V. Carter, K. T. Schnepel and D. G.
    Steigerwald, Rev. Econ. Stat. 99 (2017) 698-709.
    """
    import numpy as np

    days, wide = scores.shape
    own = np.zeros((days, wide, wide))
    np.add.at(own, stratum, rows[:, :, None] * rows[:, None, :])
    whole = own.sum(axis=0)
    moved = np.linalg.pinv(whole - own, hermitian=True) @ scores[:, :, None]
    errors = np.sqrt((moved[:, :, 0] ** 2).sum(axis=0) * (days - 1) / days)
    bread = np.linalg.pinv(whole, hermitian=True)
    part = np.einsum("ij,djk,ki->di", bread, own, bread)
    squares = (part**2).sum(axis=0)
    effective = np.where(squares > 0, part.sum(axis=0) ** 2 / np.where(squares > 0, squares, 1), 2)
    return errors, effective


def _by_day(values: Floats, stratum: Ints) -> Floats:
    """Add up the rows of each day, shape (days, k)."""
    import numpy as np

    added = np.zeros((int(stratum.max()) + 1, values.shape[1]))
    np.add.at(added, stratum, values)
    return added


def _factors(
    names: Sequence[str], beta: Floats, errors: Floats, effective: Floats
) -> tuple[HourFactor, ...]:
    rows = []
    found = zip(names, beta.tolist(), errors.tolist(), effective.tolist(), strict=False)
    for name, ratio, error, pieces in found:
        df = max(1, int(pieces) - 1)
        t = ratio / error if error > 0 else 0.0
        p = 1 - central_probability(t, df=df) if error > 0 else 1.0
        half = two_sided_quantile(CONFIDENCE, df=df) * error
        rows.append((name, ratio, error, t, p, (ratio - half, ratio + half)))
    corrected = benjamini_hochberg([row[4] for row in rows])
    return tuple(
        HourFactor(name, ratio, error, t, p, q, interval)
        for (name, ratio, error, t, p, interval), q in zip(rows, corrected, strict=True)
    )
