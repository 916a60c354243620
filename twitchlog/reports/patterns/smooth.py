"""The course of the twitching as a smooth curve, with its pointwise interval."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from twitchlog.reports.patterns.level import CONFIDENCE, FEWEST_LOGGED
from twitchlog.reports.patterns.long_run import long_run
from twitchlog.reports.patterns.spline import natural_basis
from twitchlog.reports.patterns.student import two_sided_quantile

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from twitchlog.domain.checkin import DayCount

BEND_DAYS: Final = 28
"""One bend of the curve for this many calendar days: it shows months, not single weeks."""
BEND_LOGGED: Final = 7
"""And for this many logged ones."""
FEWEST_BENDS: Final = 2
MOST_BENDS: Final = 48
"""More could not be told apart in a picture."""
LONGEST_GAP: Final = 7
"""Over more days in a row that were not logged the curve breaks off."""
RIDGE: Final = 0.1
_STEPS: Final = 100
_EXACT: Final = 1e-8
_HIGHEST: Final = 300.0


@dataclass(frozen=True, slots=True)
class Point:
    """The curve on one day, entries a logged day, with the ends of its 95 % interval."""

    value: float
    low: float
    high: float


def curve(days: Sequence[DayCount]) -> tuple[Point | None, ...]:
    """Return the smooth level of every calendar day of `days`, in order; None where there is none.

    There is none before the first and after the last logged day, in a gap of more than
    `LONGEST_GAP` days, and nowhere at all under 14 logged days, without an entry, or where the fit
    does not settle. Quasi-Poisson regression, log link, on a natural cubic spline of the date with
    max(2, N / 28) columns over the N calendar days (n / 7 where n, the logged ones, are few, and
    48 at most), centred and orthonormalised; a ridge of 0.1 on columns of standard deviation 1,
    the intercept free, so that the curve's mean over the logged days is their mean. The interval
    on the log scale is x'b -+ t sqrt(dispersion x'V x), V the inverse of the penalised
    information, the dispersion and t's degrees of freedom from `long_run`. Pointwise: of all days
    about one in twenty may lie outside. Source: P. McCullagh and J. A. Nelder, Generalized Linear
    Models, 2nd ed. (1989), chapters 6 and 9.
    """
    import numpy as np

    logged = [at for at, day in enumerate(days) if day.logged]
    counts = np.array([days[at].count for at in logged], dtype=float)
    if len(logged) < FEWEST_LOGGED or not counts.sum():
        return (None,) * len(days)
    whole = np.arange(logged[0], logged[-1] + 1, dtype=float)
    bends = min(round(len(whole) / BEND_DAYS), len(logged) // BEND_LOGGED, MOST_BENDS)
    columns = _columns(whole, max(FEWEST_BENDS, bends), logged)
    design = columns[np.array(logged) - logged[0]]
    found = _fitted(counts, design)
    if found is None:
        return (None,) * len(days)
    weights, inverse = found
    expected = np.exp(design @ weights)
    root = np.sqrt(expected)
    spread = long_run((counts - expected) / root, root[:, None] * design)
    height = columns @ weights
    errors = np.sqrt(spread.dispersion * ((columns @ inverse) * columns).sum(axis=1))
    reach = two_sided_quantile(CONFIDENCE, df=spread.df) * errors
    top = np.minimum(height + reach, _HIGHEST)
    ends = (np.exp(height), np.exp(height - reach), np.exp(top))
    points = dict(zip(range(logged[0], logged[-1] + 1), map(_point, *ends), strict=True))
    open_days = _gaps(logged)
    return tuple(None if at in open_days else points.get(at) for at in range(len(days)))


def _columns(whole: NDArray[Any], bends: int, logged: Sequence[int]) -> NDArray[Any]:
    """Return each day's columns: a constant, then splines orthonormal over the logged days."""
    import numpy as np

    basis = natural_basis(whole, np.linspace(whole[0], whole[-1], bends + 1))
    rows = np.array(logged) - logged[0]
    centre = basis[rows].mean(axis=0)
    _, sizes, turned = np.linalg.svd(basis[rows] - centre, full_matrices=False)
    kept = sizes > 1e-8 * sizes[0]
    scaled = (basis - centre) @ (turned[kept].T / sizes[kept]) * np.sqrt(len(rows))
    return np.column_stack([np.ones(len(whole)), scaled])


def _fitted(counts: NDArray[Any], design: NDArray[Any]) -> tuple[NDArray[Any], NDArray[Any]] | None:
    """Return coefficients and the inverse of the penalised information; None if it never settles.

    Newton's method with the step halved until the penalised likelihood does not fall.
    """
    import numpy as np

    ridge = np.full(design.shape[1], RIDGE)
    ridge[0] = 0.0

    def worth(weights: NDArray[Any]) -> float:
        height = design @ weights
        if height.max() > 50:
            return -np.inf
        return float(counts @ height - np.exp(height).sum() - 0.5 * ridge @ weights**2)

    weights = np.zeros(design.shape[1])
    weights[0] = np.log(counts.mean())
    now = worth(weights)
    for _ in range(_STEPS):
        expected = np.exp(design @ weights)
        information = design.T @ (expected[:, None] * design) + np.diag(ridge)
        step = np.linalg.solve(information, design.T @ (counts - expected) - ridge * weights)
        if np.abs(step).max() < _EXACT:
            return weights, np.linalg.inv(information)
        while worth(weights + step) < now - 1e-9 * abs(now):
            step = step / 2
            if np.abs(step).max() < _EXACT:
                return None
        weights = weights + step
        now = worth(weights)
    return None


def _gaps(logged: Sequence[int]) -> set[int]:
    """Return the days inside gaps that are too long to draw a curve over."""
    return {
        at
        for before, after in pairwise(logged)
        if after - before - 1 > LONGEST_GAP
        for at in range(before + 1, after)
    }


def _point(value: float, low: float, high: float) -> Point:
    return Point(float(value), float(low), float(high))
