"""How much each factor goes with the count of its day, all of them together, and how surely."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import inf, log
from typing import TYPE_CHECKING, Final, NamedTuple

from twitchlog.reports.patterns.student import central_probability, two_sided_quantile
from twitchlog.reports.triggers.fitted import model
from twitchlog.reports.triggers.negative_binomial import RIDGE

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from twitchlog.reports.triggers.arrays import Floats, Ints
    from twitchlog.reports.triggers.fitted import Model

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
    import numpy as np

    fitted, first = whole.fitted, whole.column(0)
    values = [whole.exposure(at) for at in range(len(whole.names))]
    kinds = [yes_no(each) for each in values]
    ratios, tolerances = (
        of_each[first:].tolist() for of_each in (fitted.coefficients, fitted.tolerance)
    )
    errors = whole.errors.tolist()
    model_errors = np.sqrt(np.maximum(fitted.covariance.diagonal()[first:], 0.0)).tolist()
    factors = []
    for at, (name, step, kind) in enumerate(zip(whole.names, steps, kinds, strict=True)):
        days = len(values[at])
        t, p, half = _tested(ratios[at], errors[at], pieces(kind, df=fitted.df))
        factors.append(
            Factor(
                name, step, ratios[at], errors[at], model_errors[at], t, p, q=None,
                interval=(ratios[at] - half, ratios[at] + half), tolerance=tolerances[at],
                fewer_kind=None if kind is None else kind.fewer, days=days,
                mostly_yes=kind is not None and kind.mostly_yes,
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
    return Factor(
        name, step, log_rate_ratio=0.0, shift_se=inf, model_se=inf, t=0.0, p=1.0, q=None,
        interval=(-inf, inf), tolerance=0.0, fewer_kind=None, days=days,
    )  # fmt: skip


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
    factors = tuple(
        each if each.q == q.get(at) else each._replace(q=q.get(at))
        for at, each in enumerate(found.factors)
    )
    return replace(found, factors=factors)


class YesNo(NamedTuple):
    """Of an answer of two kinds: the days of the rarer one, its changes, and which is usual."""

    fewer: int
    changes: int
    mostly_yes: bool


def yes_no(values: Floats) -> YesNo | None:
    """Return what counts of a yes/no factor on its days, None for one of amounts."""
    import numpy as np

    if not len(values):
        return YesNo(0, 0, mostly_yes=False)
    if len(set(values[:_A_FEW].tolist())) > 2:
        return None
    one = values == values[0]
    many = int(np.count_nonzero(one))
    other = values[int(one.argmin())]
    if many < len(values) and np.count_nonzero(values == other) + many < len(values):
        return None
    return YesNo(
        fewer=min(many, len(values) - many),
        changes=int(np.count_nonzero(one[1:] != one[:-1])),
        mostly_yes=2 * int(np.count_nonzero(values)) > len(values),
    )


def pieces(kind: YesNo | None, *, df: int) -> int:
    """Return a factor's degrees of freedom: `df`, or the changes of a yes/no answer if fewer.

    The shift error of a factor in long spells rests on few independent pieces of time: with all of
    `df` 7 to 9 % of such factors raise a false alarm among those that are judged at 120 days.
    """
    return df if kind is None else min(df, max(1, kind.changes))


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


def _tested(ratio: float, error: float, df: int) -> tuple[float, float, float]:
    """Return t, p and half of the interval of a log rate ratio of that error and df."""
    if df <= 0 or not 0 < error < inf:
        return 0.0, 1.0, inf
    t = ratio / error
    return t, 1 - central_probability(t, df=df), two_sided_quantile(CONFIDENCE, df=df) * error
