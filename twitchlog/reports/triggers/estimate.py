"""How much each factor goes with the count of its day, all of them together, and how surely."""

from __future__ import annotations

from dataclasses import dataclass
from math import log, sqrt
from typing import TYPE_CHECKING, Final

from twitchlog.reports.patterns.student import central_probability, two_sided_quantile
from twitchlog.reports.triggers.design import adjustment
from twitchlog.reports.triggers.negative_binomial import RIDGE, fit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twitchlog.reports.triggers.arrays import Floats, Ints
    from twitchlog.reports.triggers.negative_binomial import Fit

CONFIDENCE: Final = 0.95
FEWEST_DAYS: Final = 60
FEWEST_DF: Final = 30
FEWEST_OF_A_KIND: Final = 10
LEAST_TOLERANCE: Final = 0.15
WIDEST: Final = log(2)
LONGEST: Final = 730


@dataclass(frozen=True, slots=True)
class Factor:
    """What was found of one factor; ratios are natural logarithms per unit as it was given.

    `shift_se` is the standard error that counts, `model_se` that of the model, for comparison.
    `t`, `p` and `interval` (95 %) rest on the former; `q` is p after Benjamini-Hochberg over the
    factors that could be assessed, None for one that could not. `step` is one practical step in
    the unit; `tolerance` the part of the factor's changes, 0 to 1, that nothing else accounts for;
    `fewer_kind` the days of the rarer answer of a yes/no factor, None for amounts.
    """

    name: str
    step: float
    log_rate_ratio: float
    shift_se: float
    model_se: float
    t: float
    p: float
    q: float | None
    interval: tuple[float, float]
    tolerance: float
    fewer_kind: int | None


@dataclass(frozen=True, slots=True)
class Estimate:
    """The fitted model: `days` observed of `calendar_days`, and what was found of each factor."""

    days: int
    calendar_days: int
    df: int
    dispersion: float
    converged: bool
    factors: tuple[Factor, ...]


def estimate(
    day: Ints,
    weekday: Ints,
    count: Floats,
    exposure: Floats,
    *,
    names: Sequence[str],
    steps: Sequence[float] | None = None,
    winsorise: float = 0.0,
    ridge: float = RIDGE,
) -> Estimate:
    """Estimate how the count of a day goes with each factor, adjusted for everything else.

    Arrays of observed days only, a day not logged being absent: `day` (n,) ascending calendar
    indices with gaps, `weekday` (n,) 0 to 6, `count` (n,), `exposure` (n, p) without a missing
    value. `steps` are the practical steps in the units of the exposures, 1 by default; with
    `winsorise` (0.01 for 1 and 99 %) rarer values are drawn in to those quantiles. Days older than
    730 calendar days before the last one are left out.

    Model: negative binomial, log link, with `design.adjustment` and all factors together. Standard
    error: put a_t = row j of V F' (V the inverse of the penalised information, F the columns) and
    e_t = (y_t - mu_t) / (1 + alpha mu_t) on the full calendar, 0 on days not logged; s_k = sum over
    t of a_(t+k) e_t for each circular shift k = 1 … N-1; SE = sqrt(mean of s_k^2 * N / n) * n / df.
    It is the spread the estimate would have if the two autocorrelated series had nothing to do with
    each other in time. p and interval by Student's t with df degrees of freedom. Sources: shifting
    one series around a circle, H. W. Lotwick and B. W. Silverman, J. R. Stat. Soc. B 44 (1982)
    406-413; the variance it stands for, M. S. Bartlett, J. R. Stat. Soc. 98 (1935) 536-543.

    Raises ValueError where shapes do not fit, days do not ascend or a value is not finite.
    """
    import numpy as np

    day, weekday = np.asarray(day, dtype=np.int64), np.asarray(weekday, dtype=np.int64)
    count, exposure = np.asarray(count, dtype=float), np.asarray(exposure, dtype=float)
    _check(day, weekday, count, exposure, many=len(names))
    if steps is not None and (len(steps) != len(names) or not all(steps)):
        raise ValueError("steps has one value other than 0 for each name")
    used = tuple(steps) if steps is not None else (1.0,) * len(names)
    recent = day > day[-1] - LONGEST
    day, weekday, count, exposure = (each[recent] for each in (day, weekday, count, exposure))
    if winsorise:
        low, high = np.quantile(exposure, [winsorise, 1 - winsorise], axis=0)
        exposure = np.clip(exposure, low, high)
    beside = adjustment(day, weekday, count)
    columns = np.column_stack([beside, exposure])
    fitted = fit(columns, count, ridge=ridge)
    errors = shift_errors(fitted, columns, day, count)
    first = beside.shape[1]
    spare = tolerances(columns)
    calendar = int(day[-1] - day[0]) + 1
    found = [
        _factor(
            name,
            step,
            ratio=float(fitted.coefficients[at]),
            error=float(errors[at]),
            model=sqrt(max(float(fitted.covariance[at, at]), 0.0)),
            df=fitted.df,
            spare=float(spare[at]),
            fewer=fewer_kind(exposure[:, at - first]),
        )
        for at, name, step in zip(range(first, columns.shape[1]), names, used, strict=True)
    ]
    whole = Estimate(len(day), calendar, fitted.df, fitted.dispersion, fitted.converged, ())
    return _corrected(whole, found)


def shift_errors(fitted: Fit, columns: Floats, day: Ints, count: Floats) -> Floats:
    """Return the shift standard error of each coefficient, shape (k,), on the columns' scale.

    All circular shifts at once by one Fourier transform a column.
    """
    import numpy as np

    calendar, rows = int(day[-1] - day[0]) + 1, len(day)
    if calendar < 2 or fitted.df <= 0:
        return np.full(columns.shape[1], np.inf)
    influence = np.zeros((calendar, columns.shape[1]))
    influence[day - day[0]] = columns @ fitted.covariance
    residual = np.zeros(calendar)
    residual[day - day[0]] = (count - fitted.mean) / (1 + fitted.dispersion * fitted.mean)
    spectrum = np.fft.rfft(influence, axis=0) * np.conj(np.fft.rfft(residual))[:, None]
    shifted = np.fft.irfft(spectrum, n=calendar, axis=0)[1:]
    spread = np.sqrt((shifted**2).mean(axis=0) * calendar / rows)
    errors: Floats = spread * rows / fitted.df
    return errors


def tolerances(columns: Floats) -> Floats:
    """Return for each column 1 - R^2 of its regression on all others, shape (k,).

    1 where the others say nothing of it, 0 where they say all: then nothing can be told of it.
    """
    import numpy as np

    centred = columns[:, 1:] - columns[:, 1:].mean(axis=0)
    size = np.sqrt((centred**2).sum(axis=0))
    flat = size <= 1e-12
    scaled = centred / np.where(flat, 1.0, size)
    inverse = np.diag(np.linalg.pinv(scaled.T @ scaled, rcond=1e-10, hermitian=True))
    spare = np.zeros(columns.shape[1])
    spare[1:] = np.where(flat | (inverse <= 0), 0.0, 1 / np.where(inverse > 0, inverse, 1.0))
    result: Floats = np.clip(spare, 0.0, 1.0)
    return result


def fewer_kind(values: Floats) -> int | None:
    """Return the days of the rarer answer of a yes/no factor, None for one of amounts."""
    import numpy as np

    kinds, days = np.unique(values, return_counts=True)
    if len(kinds) > 2:
        return None
    return int(days.min()) if len(kinds) == 2 else 0


def benjamini_hochberg(values: Sequence[float]) -> list[float]:
    """Return the q values of p values: the false discovery rate at which each would be named.

    q of the i-th smallest of m is the least of m p / rank over it and all larger ones. Source:
    Y. Benjamini and Y. Hochberg, J. R. Stat. Soc. B 57 (1995) 289-300.
    """
    many = len(values)
    least, found = 1.0, [1.0] * many
    for rank, at in reversed(list(enumerate(sorted(range(many), key=values.__getitem__), 1))):
        least = min(least, many * values[at] / rank)
        found[at] = least
    return found


def _factor(
    name: str, step: float, *, ratio: float, error: float, model: float, df: int, spare: float,
    fewer: int | None,
) -> Factor:  # fmt: skip
    known = df > 0 and 0 < error < float("inf")
    t = ratio / error if known else 0.0
    p = 1 - central_probability(t, df=df) if known else 1.0
    half = two_sided_quantile(CONFIDENCE, df=df) * error if known else float("inf")
    interval = ratio - half, ratio + half
    return Factor(name, step, ratio, error, model, t, p, None, interval, spare, fewer)


def assessable(factor: Factor, whole: Estimate) -> bool:
    """Whether anything can be said of a factor: enough days, of both kinds, and of its own."""
    half = (factor.interval[1] - factor.interval[0]) / 2 * abs(factor.step)
    return (
        whole.converged
        and whole.days >= FEWEST_DAYS
        and whole.df >= FEWEST_DF
        and (factor.fewer_kind is None or factor.fewer_kind >= FEWEST_OF_A_KIND)
        and factor.tolerance >= LEAST_TOLERANCE
        and half <= WIDEST
    )


def _corrected(whole: Estimate, found: Sequence[Factor]) -> Estimate:
    from dataclasses import replace

    able = [at for at, factor in enumerate(found) if assessable(factor, whole)]
    corrected = dict(zip(able, benjamini_hochberg([found[at].p for at in able]), strict=True))
    factors = tuple(replace(each, q=corrected.get(at)) for at, each in enumerate(found))
    return replace(whole, factors=factors)


def _check(day: Ints, weekday: Ints, count: Floats, exposure: Floats, *, many: int) -> None:
    import numpy as np

    rows = len(day)
    if not rows or weekday.shape != (rows,) or count.shape != (rows,):
        raise ValueError("day, weekday and count have one value for each observed day")
    if exposure.shape != (rows, many):
        raise ValueError("exposure has a row for each day and a column for each name")
    if (np.diff(day) <= 0).any():
        raise ValueError("days ascend, each once")
    if not (np.isfinite(count).all() and np.isfinite(exposure).all() and (count >= 0).all()):
        raise ValueError("counts and exposures are finite, counts not below 0")
