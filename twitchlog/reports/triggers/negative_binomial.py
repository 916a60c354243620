"""The negative binomial model of daily counts, fitted by Newton's method."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from twitchlog.reports.triggers.arrays import Floats

RIDGE: Final = 0.1
_ROUNDS: Final = 200
_HALVINGS: Final = 30
_CLOSE: Final = 1e-10
_STILL: Final = 1e-6
_SMALL: Final = 1e-2
"""So small a step, in logarithms, is one uphill: the likelihood bends the same way all along it."""
_MOST_LOG: Final = 30.0
_MOST_DISPERSION: Final = 1e3
_OF_ITS_OWN: Final = 1e-9
"""A column whose changes are, for all but this part, those of columns before it is a copy."""


@dataclass(frozen=True, slots=True, eq=False)
class Fit:
    """A fitted model, its columns as they were given.

    `coefficients` and `covariance` (the inverse of the penalised information) are on the scale of
    the columns, shape (k,) and (k, k); `mean` is that of each day, shape (n,); `dispersion` is
    alpha of variance = mean + alpha mean^2; `df` are the rows less the rank of the columns;
    `tolerance` (k,) is 1 - R^2 of the regression of each column on all others: 1 where the others
    say nothing of it, 0 where they say all, then nothing can be told of it.
    """

    coefficients: Floats
    covariance: Floats
    mean: Floats
    dispersion: float
    df: int
    converged: bool
    tolerance: Floats


def fit(columns: Floats, count: Floats, *, ridge: float = RIDGE) -> Fit:
    """Fit the negative binomial model (NB2, log link) to counts of shape (n,).

    `columns` has shape (n, k), the intercept first. The dispersion is that at which Pearson's
    chi-square equals the residual degrees of freedom (0 where the counts vary no more than a
    Poisson). `ridge` / 2 times the sum of squared coefficients, of columns scaled to standard
    deviation 1, the intercept left free, keeps a coefficient from running away. Newton steps with
    the observed information, halved where they go too far; the dispersion is solved anew after
    each, and both settle together, for they hardly depend on each other. Source: P. McCullagh and
    J. A. Nelder, Generalized Linear Models, 2nd ed. (1989), 2.5 and 6.2.3; J. M. Hilbe, Negative
    Binomial Regression, 2nd ed. (2011), 8.4 and 10.2.
    """
    import numpy as np

    scaled, back = _standardised(columns)
    penalty = np.full(columns.shape[1], ridge)
    penalty[0] = 0.0
    rank, tolerance = _own(scaled)
    df = len(count) - rank
    at = _at(scaled, _start(scaled, count, penalty))
    dispersion, converged = 0.0, False
    for _ in range(_ROUNDS):
        found, before = _dispersion(count, at.mean, df, dispersion), at.beta
        at = _step(scaled, count, at, penalty, dispersion=found)
        # each round leaves about a hundredth of the step before it
        still = np.abs(at.beta - before).max() <= _STILL * (1 + np.abs(at.beta).max())
        converged = bool(still) and abs(found - dispersion) <= 10 * _STILL * (1 + dispersion)
        dispersion = found
        if converged:
            break
    beta, mean = at.beta, at.mean
    weights = np.sqrt(mean / (1 + dispersion * mean))
    covariance = back @ _inverse(_gram(scaled, weights, penalty)) @ back.T
    converged = converged and df > 0 and dispersion < _MOST_DISPERSION
    return Fit(back @ beta, covariance, mean, dispersion, df, converged, tolerance)


def _standardised(columns: Floats) -> tuple[Floats, Floats]:
    """Return columns with mean 0 and deviation 1, and the matrix that leads back from them."""
    import numpy as np

    centre, spread = columns.mean(axis=0), columns.std(axis=0)
    flat = spread <= 1e-12 * (1 + np.abs(centre))
    scale = np.where(flat, 0.0, 1 / np.where(flat, 1.0, spread))
    scaled = (columns - centre) * scale
    scaled[:, 0] = 1.0
    back = np.diag(scale)
    back[0] = -centre * scale
    back[0, 0] = 1.0
    return scaled, back


def _own(scaled: Floats) -> tuple[int, Floats]:
    """Return the rank of standardised columns, and what of each no other accounts for, 0 to 1."""
    import numpy as np

    alike = scaled.T @ scaled / len(scaled)
    try:
        left = np.diag(np.linalg.cholesky(alike)) ** 2
        if left.min() > _OF_ITS_OWN:
            inverse = np.diag(np.linalg.inv(alike))
            return len(alike), _without_first(1 / inverse)
    except np.linalg.LinAlgError:
        pass
    sizes, directions = np.linalg.eigh(alike)
    kept = sizes > _OF_ITS_OWN * sizes.max()
    inverse = (directions[:, kept] ** 2 / sizes[kept]).sum(axis=1)
    # a column that others make up has a part in a direction that is not there at all
    lost = (directions[:, ~kept] ** 2).sum(axis=1) > _OF_ITS_OWN
    own = np.where(lost | (inverse <= 0), 0.0, 1 / np.where(inverse > 0, inverse, 1.0))
    return int(kept.sum()), _without_first(own)


def _without_first(own: Floats) -> Floats:
    import numpy as np

    own = np.clip(own, 0.0, 1.0)
    own[0] = 0.0
    return own


def _start(columns: Floats, count: Floats, penalty: Floats) -> Floats:
    """Return coefficients near the answer: one weighted regression from the counts themselves."""
    import numpy as np

    mean = (count + max(float(count.mean()), 1e-3)) / 2
    linear = np.log(mean)
    weights = mean / (1 + mean)
    work = linear + (count - mean) / mean
    return _solved(_gram(columns, np.sqrt(weights), penalty), columns.T @ (weights * work))


class _At(NamedTuple):
    """Coefficients, with the linear predictor and the mean of each day that they give."""

    beta: Floats
    linear: Floats
    mean: Floats


def _at(columns: Floats, beta: Floats) -> _At:
    """Return where coefficients lead, held within what has an exponential."""
    import numpy as np

    linear = np.minimum(np.maximum(columns @ beta, -_MOST_LOG), _MOST_LOG)
    return _At(beta, linear, np.exp(linear))


def _step(columns: Floats, count: Floats, here: _At, penalty: Floats, *, dispersion: float) -> _At:
    """Take one Newton step, halved until it is one uphill; a small one is."""
    import numpy as np

    mean = here.mean
    spread = 1 + dispersion * mean
    # the observed information, not the expected one: it settles in far fewer rounds
    weights = np.sqrt(mean * (1 + dispersion * count)) / spread
    score = columns.T @ ((count - mean) / spread) - penalty * here.beta
    step = _solved(_gram(columns, weights, penalty), score)
    there = _at(columns, here.beta + step)
    if np.abs(step).max() <= _SMALL:
        return there
    least = _objective(count, here, dispersion, penalty)
    least -= _CLOSE * (1 + abs(least))
    for _ in range(_HALVINGS):
        if _objective(count, there, dispersion, penalty) >= least:
            break
        step = step / 2
        there = _at(columns, here.beta + step)
    return there


def _gram(columns: Floats, roots: Floats, penalty: Floats) -> Floats:
    """Return the penalised information of weights that are the squares of `roots`."""
    weighted = columns * roots[:, None]
    gram: Floats = weighted.T @ weighted
    gram.flat[:: len(gram) + 1] += penalty
    return gram


def _solved(matrix: Floats, right: Floats) -> Floats:
    """Solve a symmetric system; where columns depend on each other, with the shortest answer."""
    import numpy as np

    try:
        return np.linalg.solve(matrix, right).astype(float)
    except np.linalg.LinAlgError:
        return np.linalg.lstsq(matrix, right, rcond=None)[0].astype(float)


def _inverse(matrix: Floats) -> Floats:
    """Invert a symmetric matrix; a column that says nothing of its own has no weight at all."""
    import numpy as np

    try:
        least = np.diag(np.linalg.cholesky(matrix)).min()
        if least**2 > _OF_ITS_OWN * matrix.diagonal().max():
            return np.linalg.inv(matrix).astype(float)
    except np.linalg.LinAlgError:
        pass
    return np.linalg.pinv(matrix, rcond=_OF_ITS_OWN, hermitian=True).astype(float)


def _objective(count: Floats, at: _At, dispersion: float, penalty: Floats) -> float:
    """Return the penalised log likelihood, without what does not depend on the coefficients."""
    import numpy as np

    if dispersion > 0:
        spread = np.log1p(dispersion * at.mean)
        likelihood = count @ (at.linear - spread) - spread.sum() / dispersion
    else:
        likelihood = count @ at.linear - at.mean.sum()
    return float(likelihood - penalty @ (at.beta * at.beta) / 2)


def _dispersion(count: Floats, mean: Floats, df: int, start: float) -> float:
    """Return the alpha at which Pearson's chi-square is `df`.

    It falls and is convex as alpha rises, so Newton's method, once it is left of the answer, goes
    there without passing it; from the right it may leap below 0 and begins there anew.
    """
    if df <= 0:
        return 0.0
    squared = (count - mean) ** 2 / mean
    if float(squared.sum()) <= df:
        return 0.0
    alpha = start
    for _ in range(_ROUNDS):
        spread = 1 + alpha * mean
        terms = squared / spread
        over = float(terms.sum()) - df
        change = over / float(terms @ (mean / spread))
        alpha = min(max(alpha + change, 0.0), _MOST_DISPERSION)
        # what is left of the error is the square of the last change
        if abs(change) <= 1e-5 * (1 + alpha) or alpha == _MOST_DISPERSION:
            break
    return alpha
