"""How widely a slow average of daily counts spreads, where days resemble their neighbours."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from numpy.typing import NDArray

FEWEST_WAVES: Final = 3
WAVES_GROW: Final = 0.25


@dataclass(frozen=True, slots=True)
class Spread:
    """The dispersion of a Poisson model, and the degrees of freedom it was estimated with.

    The variance of an estimate under the model, times `dispersion`, is its variance; an interval
    takes Student's t with `df`.
    """

    dispersion: float
    df: int


def waves(rows: int) -> int:
    """Return how many slow waves are looked at in `rows` logged days: 3, and 0.25 n^(2/3) later."""
    grown: float = rows ** (2 / 3)
    return max(FEWEST_WAVES, ceil(WAVES_GROW * grown))


def long_run(residuals: NDArray[Any], design: NDArray[Any]) -> Spread:
    """Return the long-run dispersion of a fitted Poisson model.

    `residuals` are the n Pearson residuals (y - mu) / sqrt(mu) of the logged days in order,
    `design` the n x p columns times sqrt(mu), to which they are orthogonal. Counts that resemble
    those of the days before have slow waves that are larger than quick ones, and an average over
    many days inherits the slow ones. They are measured with B = max(3, 0.25 n^(2/3)) of the p - 1
    + B slowest cosines, those that are left once the fitted columns are projected out:

        dispersion = max(mean of the B squared coefficients, Pearson chi-square / (n - p), 1)

    with B degrees of freedom.

    The other two terms keep chance from calling the counts more even than single days, or than
    Poisson, allow. Days not logged are left out: logged days stand next to each other. Raises
    ValueError where there are not more than p + B days. Sources: E. Lazarus, D. J. Lewis,
    J. H. Stock and M. W. Watson, HAR inference: recommendations for practice, Journal of Business
    & Economic Statistics 36 (2018) 541-559 (equal-weighted cosines); D. D. Datta and W. Du,
    Nonparametric HAC estimation for time series data with missing observations, IFDP 1060, Federal
    Reserve (2012) (equal spacing).
    """
    import numpy as np

    n, p = design.shape
    count = waves(n)
    if n <= p + count:
        raise ValueError("too few days for the columns and the waves")
    at = (np.arange(n) + 0.5) / n
    cosines = np.cos(np.pi * np.arange(1, p + count) * at[:, None])
    fitted, _ = np.linalg.qr(design)
    left, _, _ = np.linalg.svd(cosines - fitted @ (fitted.T @ cosines), full_matrices=False)
    slow = float(np.mean((left[:, :count].T @ residuals) ** 2))
    pearson = float(residuals @ residuals) / (n - p)
    return Spread(max(slow, pearson, 1.0), count)
