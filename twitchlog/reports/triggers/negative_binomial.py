"""The negative binomial model of daily counts, fitted by iterated weighted least squares."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from twitchlog.reports.triggers.arrays import Floats

RIDGE: Final = 0.1
_ROUNDS: Final = 60
_HALVINGS: Final = 30
_CLOSE: Final = 1e-10
_MOST_LOG: Final = 30.0
_MOST_DISPERSION: Final = 1e3


@dataclass(frozen=True, slots=True)
class Fit:
    """A fitted model, its columns as they were given.

    `coefficients` and `covariance` (the inverse of the penalised information) are on the scale of
    the columns, shape (k,) and (k, k); `mean` is that of each day, shape (n,); `dispersion` is
    alpha of variance = mean + alpha mean^2; `df` are the rows less the rank of the columns.
    """

    coefficients: Floats
    covariance: Floats
    mean: Floats
    dispersion: float
    df: int
    converged: bool


def fit(columns: Floats, count: Floats, *, ridge: float = RIDGE) -> Fit:
    """Fit the negative binomial model (NB2, log link) to counts of shape (n,).

    `columns` has shape (n, k), the intercept first. The dispersion is that at which Pearson's
    chi-square equals the residual degrees of freedom (0 where the counts vary no more than a
    Poisson). `ridge` / 2 times the sum of squared coefficients, of columns scaled to standard
    deviation 1, the intercept left free, keeps a coefficient from running away. Source:
    P. McCullagh and J. A. Nelder, Generalized Linear Models, 2nd ed. (1989), 2.5 and 6.2.3; J. M.
    Hilbe, Negative Binomial Regression, 2nd ed. (2011), 8.4 and 10.2.
    """
    import numpy as np

    scaled, back = _standardised(columns)
    penalty = np.full(columns.shape[1], ridge)
    penalty[0] = 0.0
    rank = int(np.linalg.matrix_rank(scaled))
    df = len(count) - rank
    beta = np.zeros(columns.shape[1])
    beta[0] = np.log(max(float(count.mean()), 1e-3))
    dispersion, settled, close = 0.0, False, False
    for _ in range(_ROUNDS):
        beta, close = _iterate(scaled, count, beta, dispersion, penalty)
        mean = np.exp(np.clip(scaled @ beta, -_MOST_LOG, _MOST_LOG))
        found = _dispersion(count, mean, df)
        settled = abs(found - dispersion) <= 1e-8 * (1 + dispersion)
        if settled:
            break
        dispersion = found
    weights = mean / (1 + dispersion * mean)
    information = (scaled * weights[:, None]).T @ scaled + np.diag(penalty)
    # a column that says nothing of its own has no weight at all where there is no ridge
    covariance = back @ np.linalg.pinv(information, hermitian=True) @ back.T
    converged = settled and close and df > 0 and dispersion < _MOST_DISPERSION
    return Fit(back @ beta, covariance, mean, dispersion, df, converged)


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


def _iterate(
    columns: Floats, count: Floats, beta: Floats, dispersion: float, penalty: Floats
) -> tuple[Floats, bool]:
    """Return the coefficients at this dispersion, and whether they settled; steps are halved."""
    import numpy as np

    here = _objective(columns, count, beta, dispersion, penalty)
    for _ in range(_ROUNDS):
        mean = np.exp(np.clip(columns @ beta, -_MOST_LOG, _MOST_LOG))
        spread = 1 + dispersion * mean
        # the observed information, not the expected one: it settles in far fewer rounds
        weights = mean * (1 + dispersion * count) / spread**2
        score = columns.T @ ((count - mean) / spread) - penalty * beta
        step = _solved((columns * weights[:, None]).T @ columns + np.diag(penalty), score)
        for _halving in range(_HALVINGS):
            there = _objective(columns, count, beta + step, dispersion, penalty)
            if there >= here - _CLOSE * (1 + abs(here)):
                break
            step = step / 2
        beta, here = beta + step, max(here, there)
        if np.abs(step).max() <= 1e-9 * (1 + np.abs(beta).max()):
            return beta, True
    return beta, False


def _solved(matrix: Floats, right: Floats) -> Floats:
    """Solve a symmetric system; where columns depend on each other, with the shortest answer."""
    import numpy as np

    try:
        return np.linalg.solve(matrix, right).astype(float)
    except np.linalg.LinAlgError:
        return np.linalg.lstsq(matrix, right, rcond=None)[0].astype(float)


def _objective(
    columns: Floats, count: Floats, beta: Floats, dispersion: float, penalty: Floats
) -> float:
    """Return the penalised log likelihood, without what does not depend on the coefficients."""
    import numpy as np

    linear = np.clip(columns @ beta, -_MOST_LOG, _MOST_LOG)
    mean = np.exp(linear)
    if dispersion > 0:
        spread = np.log1p(dispersion * mean)
        likelihood = count * (linear - spread) - spread / dispersion
    else:
        likelihood = count * linear - mean
    return float(likelihood.sum() - (penalty * beta * beta).sum() / 2)


def _dispersion(count: Floats, mean: Floats, df: int) -> float:
    """Return the alpha at which Pearson's chi-square is `df`; it falls as alpha rises."""

    def chi_square(alpha: float) -> float:
        return float(((count - mean) ** 2 / (mean + alpha * mean * mean)).sum())

    if df <= 0 or chi_square(0.0) <= df:
        return 0.0
    low, high = 0.0, 1.0
    while chi_square(high) > df and high < _MOST_DISPERSION:
        low, high = high, 2 * high
    for _ in range(80):
        middle = (low + high) / 2
        low, high = (middle, high) if chi_square(middle) > df else (low, middle)
    return (low + high) / 2
