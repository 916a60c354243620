"""How much each factor goes with the count of its day, all of them together, and how surely."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import inf, log, sqrt
from typing import TYPE_CHECKING, Final, NamedTuple

from twitchlog.reports.patterns.student import central_probability, two_sided_quantile
from twitchlog.reports.triggers.model import model
from twitchlog.reports.triggers.negative_binomial import RIDGE

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from twitchlog.reports.triggers.arrays import Floats, Ints
    from twitchlog.reports.triggers.model import Model

CONFIDENCE: Final = 0.95
FEWEST_DAYS: Final = 60
FEWEST_DF: Final = 30
FEWEST_OF_A_KIND: Final = 10
LEAST_TOLERANCE: Final = 0.15
_A_FEW: Final = 16
"""Where so many values are more than two, it is amounts, and the others need no look."""
WIDEST: Final = log(2)


class Factor(NamedTuple):
    """What was found of one factor; ratios are natural logarithms per unit as it was given.

    `shift_se` is the standard error that counts, `model_se` that of the model, for comparison.
    `t`, `p` and `interval` (95 %) rest on the former; `q` is p after Benjamini-Hochberg over the
    factors that could be assessed, None for one that could not. `step` is one practical step in
    the unit; `tolerance` the part of the factor's changes, 0 to 1, that nothing else accounts for;
    `fewer_kind` the days of the rarer answer of a yes/no factor, None for amounts, and
    `mostly_yes` whether that is no; `days` those on which it was recorded.
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
    days: int = 0
    mostly_yes: bool = False


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
    indices with gaps, `weekday` (n,) 0 to 6, `count` (n,), `exposure` (n, p), nan for what was not
    recorded. `steps` are the practical steps in the units of the exposures, 1 by default; with
    `winsorise` (0.01 for 1 and 99 %) rarer values are drawn in to those quantiles. Days older than
    730 calendar days before the last one are left out.

    Model: negative binomial, log link, with `design.adjustment` and all factors together; what is
    missing is `missing.filled`, and a column says of each set of days that it is so. Standard
    error: put a_t = row j of V F' (V the inverse of the penalised information, F the columns) and
    e_t = (y_t - mu_t) / (1 + alpha mu_t) on the full calendar, 0 on days not logged; s_k = sum over
    t of a_(t+k) e_t for each circular shift k = 1 … N-1; SE = sqrt(mean of s_k^2 * N / n) * n / df.
    It is the spread the estimate would have if the two autocorrelated series had nothing to do with
    each other in time. p and interval by Student's t with df degrees of freedom; of a yes/no factor
    with as many as its answer changes from one observed day to the next, where those are fewer: one
    in long spells is worth no more pieces than that. Sources: shifting one series around a circle,
    H. W. Lotwick and B. W. Silverman, J. R. Stat. Soc. B 44 (1982) 406-413; the variance it stands
    for, M. S. Bartlett, J. R. Stat. Soc. 98 (1935) 536-543; as many degrees of freedom as pieces,
    A. C. Cameron and D. L. Miller, J. Human Resources 50 (2015) 317-372, section VI.

    Raises ValueError where shapes do not fit, days do not ascend or a value is infinite.
    """
    if steps is not None and (len(steps) != len(names) or not all(steps)):
        raise ValueError("steps has one value other than 0 for each name")
    fitted = model(day, weekday, count, exposure, names=names, winsorise=winsorise, ridge=ridge)
    return corrected(found_of(fitted, steps if steps is not None else (1.0,) * len(names)))


def found_of(whole: Model, steps: Sequence[float]) -> Estimate:
    """Return what a fitted model found of each of its factors, not yet corrected.

    `steps` has the practical step of each.
    """
    fitted = whole.fitted
    variances = fitted.covariance.diagonal()
    factors = []
    for at, (name, step) in enumerate(zip(whole.names, steps, strict=True)):
        column, values = whole.column(at), whole.exposure(at)
        fewer = fewer_kind(values)
        factors.append(
            _factor(
                name, step, ratio=float(fitted.coefficients[column]), error=float(whole.errors[at]),
                df=pieces(values, df=fitted.df, fewer=fewer),
                model_se=sqrt(max(float(variances[column]), 0.0)),
                tolerance=float(fitted.tolerance[column]), fewer=fewer, days=len(values),
                mostly_yes=fewer is not None and bool(2 * values.sum() > len(values)),
            )
        )  # fmt: skip
    return Estimate(
        days=len(whole.day),
        calendar_days=whole.calendar_days,
        df=fitted.df,
        dispersion=fitted.dispersion,
        converged=fitted.converged,
        factors=tuple(factors),
    )


def nothing_of(name: str, step: float, *, days: int) -> Factor:
    """Return a factor, recorded on `days` days, of which nothing is known."""
    return _factor(
        name, step, ratio=0.0, error=inf, df=0, model_se=inf, tolerance=0.0, fewer=None, days=days
    )


def corrected(
    found: Estimate, together: Collection[str] | None = None, *, more: int = 0
) -> Estimate:
    """Return an estimate with the q of each assessable factor that is tested `together`, or all.

    `more` tests beside these showed nothing: they count as if their p were 1.
    """
    able = [
        at
        for at, factor in enumerate(found.factors)
        if assessable(factor, found) and (together is None or factor.name in together)
    ]
    values = benjamini_hochberg([*(found.factors[at].p for at in able), *([1.0] * more)])
    q = dict(zip(able, values[: len(able)], strict=True))
    factors = tuple(each._replace(q=q.get(at)) for at, each in enumerate(found.factors))
    return replace(found, factors=factors)


def fewer_kind(values: Floats) -> int | None:
    """Return the days of the rarer answer of a yes/no factor, None for one of amounts."""
    import numpy as np

    listed = values.tolist()
    kinds = set(listed[:_A_FEW])
    if len(kinds) <= 2:
        kinds.update(listed)
    if len(kinds) > 2:
        return None
    return min(int(np.count_nonzero(values == each)) for each in kinds) if len(kinds) == 2 else 0


def pieces(values: Floats, *, df: int, fewer: int | None) -> int:
    """Return a factor's degrees of freedom: `df`, or the changes of a yes/no answer if fewer.

    `fewer` is its `fewer_kind`. The shift error of a factor in long spells rests on few independent
    pieces of time: with all of `df` 7 to 9 % of such factors raise a false alarm among those that
    are judged at 120 days.
    """
    import numpy as np

    if fewer is None:
        return df
    return min(df, max(1, int(np.count_nonzero(values[1:] != values[:-1]))))


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


def assessable(factor: Factor, whole: Estimate) -> bool:
    """Whether anything can be said of a factor: enough days, of both kinds, and of its own."""
    half = (factor.interval[1] - factor.interval[0]) / 2 * abs(factor.step)
    return (
        whole.converged
        and factor.days >= FEWEST_DAYS
        and whole.df >= FEWEST_DF
        and (factor.fewer_kind is None or factor.fewer_kind >= FEWEST_OF_A_KIND)
        and factor.tolerance >= LEAST_TOLERANCE
        and half <= WIDEST
    )


def _factor(
    name: str, step: float, *, ratio: float, error: float, df: int, model_se: float,
    tolerance: float, fewer: int | None, days: int, mostly_yes: bool = False,
) -> Factor:  # fmt: skip
    known = df > 0 and 0 < error < inf
    t = ratio / error if known else 0.0
    half = two_sided_quantile(CONFIDENCE, df=df) * error if known else inf
    return Factor(
        name=name,
        step=step,
        log_rate_ratio=ratio,
        shift_se=error,
        model_se=model_se,
        t=t,
        p=1 - central_probability(t, df=df) if known else 1.0,
        q=None,
        interval=(ratio - half, ratio + half),
        tolerance=tolerance,
        fewer_kind=fewer,
        days=days,
        mostly_yes=mostly_yes,
    )
