"""The negative binomial model of daily counts, fitted by Newton's method."""

from __future__ import annotations

from dataclasses import dataclass
from math import log, sqrt
from typing import TYPE_CHECKING, Final, NamedTuple

from twitchlog.reports.triggers.scaling import inverted, own, regular, solved, standardised

if TYPE_CHECKING:
    from twitchlog.reports.triggers.arrays import Floats

RIDGE: Final = 0.1
_ROUNDS: Final = 200
_HALVINGS: Final = 30
_CLOSE: Final = 1e-10
_STILL: Final = 1e-4
"""After a step so small, as a part of 1 and what it changes, hardly its square is left to go."""
_SMALL: Final = 1e-2
"""So small a step, in logarithms, is one uphill: the likelihood bends the same way all along it."""
_NEAR: Final = 0.3
"""Further than by this part a straight line does not tell where the dispersion goes."""
_MOST_LOG: Final = 30.0
_MOST_DISPERSION: Final = 1e3


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
    the observed information, halved where they go too far; the dispersion goes along with the
    coefficients, for solved in turns the two may go in circles. Source: P. McCullagh and J. A.
    Nelder, Generalized Linear Models, 2nd ed. (1989), 2.5 and 6.2.3; J. M. Hilbe, Negative Binomial
    Regression, 2nd ed. (2011), 8.4 and 10.2.
    """
    import numpy as np

    scaled, back = standardised(columns)
    alike = scaled.T @ scaled / len(scaled)
    inverse = regular(alike)
    rank, tolerance = own(alike, inverse)
    penalty = np.full(columns.shape[1], ridge)
    penalty[0] = 0.0
    search = _Search(scaled, count, penalty, len(count) - rank, np.empty_like(scaled))
    at = search.start((inverted(alike) if inverse is None else inverse) / len(scaled))
    converged = False
    for _ in range(_ROUNDS):
        before, at = at, search.step(at)
        converged = at.away_from(before) <= _STILL
        if converged:
            break
    information = search.information(at.mean / (1 + at.dispersion * at.mean))
    return Fit(
        coefficients=back @ at.beta,
        covariance=back @ inverted(information) @ back.T,
        mean=at.mean,
        dispersion=at.dispersion,
        df=search.df,
        converged=converged and search.df > 0 and at.dispersion < _MOST_DISPERSION,
        tolerance=tolerance,
    )


class _At(NamedTuple):
    """Coefficients and dispersion, with the linear predictor and mean of each day they give."""

    beta: Floats
    dispersion: float
    linear: Floats
    mean: Floats

    def away_from(self, other: _At) -> float:
        """Return the change of coefficients and dispersion, as a part of 1 and what they are."""
        moved = _length(self.beta - other.beta) / (1 + _length(self.beta))
        return max(moved, abs(self.dispersion - other.dispersion) / (1 + self.dispersion))


class _Search(NamedTuple):
    """What is looked for: coefficients of standardised `columns` (n, k) that tell `count` (n,).

    `penalty` (k,) is the ridge of each, `df` what Pearson's chi-square is to be; `room` (n, k) is
    written over with the weighted columns: to ask for it anew each time takes as long as to fill.
    """

    columns: Floats
    counts: Floats
    penalty: Floats
    df: int
    room: Floats

    def at(self, beta: Floats, dispersion: float) -> _At:
        """Return where coefficients lead, held within what has an exponential."""
        import numpy as np

        linear = np.minimum(np.maximum(self.columns @ beta, -_MOST_LOG), _MOST_LOG)
        return _At(beta, dispersion, linear, np.exp(linear))

    def information(self, weights: Floats) -> Floats:
        """Return the penalised information of weights of the days."""
        import numpy as np

        weighted = np.multiply(self.columns, np.sqrt(weights)[:, None], out=self.room)
        found: Floats = weighted.T @ weighted
        found.ravel()[:: len(found) + 1] += self.penalty
        return found

    def start(self, inverse: Floats) -> _At:
        """Return a place near the answer; `inverse` is that of the sum of the columns' products.

        First a regression of the logarithms of the counts, each taken half way to the mean of all
        and on to itself along the tangent there; then a step as if all days had the same weight.
        """
        import numpy as np

        middle = (self.counts + max(float(self.counts.mean()), 1e-3)) / 2
        logs = np.log(middle) + (self.counts - middle) / middle
        at = self.at(self._first_day_at_rest(inverse @ (logs @ self.columns)), 0.0)
        alpha = _dispersion(self.counts, at.mean, self.df, 0.0)
        spread = 1 + alpha * at.mean
        score = ((self.counts - at.mean) / spread) @ self.columns - self.penalty * at.beta
        weight = float((at.mean / spread).sum()) / len(self.counts)
        return self._uphill(at, inverse @ score / weight, alpha)

    def _first_day_at_rest(self, beta: Floats) -> Floats:
        """Return coefficients with that of a column which is the first day's alone as it will end.

        In an unbroken diary only the first day has no yesterday. Where nothing twitched on it, the
        mean of that day goes down until the ridge holds it, and Newton's method takes a step for
        each factor of e. With x the column's value there, it ends where x mean = -ridge beta, which
        is the fixed point of log mean = log(ridge (log of the mean without it - log mean) / x^2).
        """
        import numpy as np

        first = self.columns[0]
        for at in np.flatnonzero(first * first > 0.9 * len(self.counts)):
            ridge, value = float(self.penalty[at]), float(first[at])
            if self.counts[0] > 0 or not ridge:
                continue
            without = float(first @ beta) - value * float(beta[at])
            low = log(ridge / value**2)
            for _ in range(4):
                low = log(ridge * max(without - low, 1.0) / value**2)
            beta[at] = (low - without) / value
        return beta

    def step(self, here: _At) -> _At:
        """Take a Newton step in coefficients and dispersion, halved until it is one uphill.

        With r = (y - mu) / (1 + alpha mu) and v = mu / (1 + alpha mu) the score is F' r, the
        observed information F' diag(v (1 + alpha r)) F, and Pearson's chi-square sum r^2 / v. Far
        from the answer the dispersion is solved for at the means there are and then left alone.
        """
        import numpy as np

        mean = here.mean
        alpha = _dispersion(self.counts, mean, self.df, here.dispersion)
        spread = 1 + alpha * mean
        variance, residual = mean / spread, (self.counts - mean) / spread
        squares = residual * residual
        pearson = squares / variance
        score, by_alpha, chi = (
            np.array((residual, residual * variance, 2 * residual + pearson + alpha * squares))
            @ self.columns
        )
        score -= self.penalty * here.beta
        information = self.information(variance * (1 + alpha * residual))
        step, less = solved(information, np.array((score, by_alpha)).T).T
        fall = float(squares.sum()) - float(chi @ less)
        if self.df > 0 and fall > 0:
            over = float(pearson.sum()) - self.df - float(chi @ step)
            change = max(over / fall, -alpha)
            if abs(change) <= _NEAR * (1 + alpha):
                alpha += change
                step = step - change * less
        return self._uphill(here, step, min(alpha, _MOST_DISPERSION))

    def _uphill(self, here: _At, step: Floats, dispersion: float) -> _At:
        """Go a step, or as much of it as does not lower the likelihood at that dispersion."""
        there = self.at(here.beta + step, dispersion)
        if _length(step) <= _SMALL:
            return there
        least = self._objective(here, dispersion)
        least -= _CLOSE * (1 + abs(least))
        for _ in range(_HALVINGS):
            if self._objective(there, dispersion) >= least:
                break
            step = step / 2
            there = self.at(here.beta + step, dispersion)
        return there

    def _objective(self, at: _At, dispersion: float) -> float:
        """Return the penalised log likelihood, without what does not depend on coefficients."""
        import numpy as np

        if dispersion > 0:
            spread = np.log1p(dispersion * at.mean)
            likelihood = self.counts @ (at.linear - spread) - spread.sum() / dispersion
        else:
            likelihood = self.counts @ at.linear - at.mean.sum()
        return float(likelihood - self.penalty @ (at.beta * at.beta) / 2)


def _length(step: Floats) -> float:
    return sqrt(float(step @ step))


def _dispersion(count: Floats, mean: Floats, df: int, start: float) -> float:
    """Return the alpha at which Pearson's chi-square is `df`, to about a ten-thousandth.

    Newton's method on 1 / chi-square, which is nearly straight and concave: once it is left of the
    answer it goes there without passing it; from the right it may leap below 0 and begins there
    anew. Source: M. D. Hebden, An Algorithm for Minimization using Exact Second Derivatives, AERE
    Harwell TP 515 (1973), for sums of this kind.
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
        chi = float(terms.sum())
        change = (chi - df) / float(terms @ (mean / spread)) * chi / df
        alpha = min(max(alpha + change, 0.0), _MOST_DISPERSION)
        # what is left of the error is the square of the last change
        if abs(change) <= 1e-2 * (1 + alpha) or alpha == _MOST_DISPERSION:
            break
    return alpha
