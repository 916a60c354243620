"""Quantiles of Student's t distribution for whole degrees of freedom, without scipy."""

from __future__ import annotations

from functools import lru_cache
from math import pi, sqrt, tan
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_PARTS: Final = 16
_ROUNDS: Final = 14
"""16 to the power of 14 is 2 to the power of 56: more than the bits of a double."""


def central_probability(t: float, *, df: int) -> float:
    """Return P(|T| <= t) of Student's t with `df` degrees of freedom.

    Raises ValueError where `df` is below 1.
    """
    import numpy as np

    return float(central_probabilities(np.array([t], dtype=float), df=np.array([df]))[0])


def central_probabilities(t: NDArray[np.float64], *, df: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return P(|T| <= t) of each t of shape (n,), each with degrees of freedom of its own, (n,).

    The finite trigonometric series, exact for whole `df`: M. Abramowitz and I. A. Stegun, Handbook
    of Mathematical Functions (1964), 26.7.3 (odd `df`) and 26.7.4 (even `df`). Raises ValueError
    where a `df` is below 1.
    """
    import numpy as np

    if (df < 1).any():
        raise ValueError("Student's t needs at least one degree of freedom")
    return _central(np.arctan(np.abs(t) / np.sqrt(df)), df)


@lru_cache(maxsize=64)
def two_sided_quantile(probability: float, *, df: int) -> float:
    """Return the t that |T| stays below with `probability` (0.95 for a 95 % interval).

    The angle of the series above, whose probability rises with it, is narrowed down to a 16th again
    and again. Raises ValueError outside 0 < probability < 1 and where `df` is below 1.
    """
    import numpy as np

    if not 0 < probability < 1:
        raise ValueError("a probability lies between 0 and 1")
    if df < 1:
        raise ValueError("Student's t needs at least one degree of freedom")
    low, high = 0.0, pi / 2
    for _ in range(_ROUNDS):
        angles = np.linspace(low, high, _PARTS + 1)
        inner = _central(angles[1:-1], np.full(_PARTS - 1, df))
        at = int(np.searchsorted(inner, probability))
        low, high = float(angles[at]), float(angles[at + 1])
    return sqrt(df) * tan((low + high) / 2)


def _central(angle: NDArray[np.float64], df: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return the probabilities that |T| is within angles, tan(angle) = t / sqrt(df)."""
    import numpy as np

    terms, odd = df // 2, df % 2
    sine, cosine = np.sin(angle), np.cos(angle)
    # row by row the powers of cos^2 with what stands before them, added up as far as df goes
    series = np.empty((len(df), max(int(terms.max()), 1)))
    series[:] = (cosine * cosine)[:, None]
    series[:, 0] = 1.0
    np.cumprod(series, axis=1, out=series)
    series *= _coefficients(series.shape[1])[odd]
    np.cumsum(series, axis=1, out=series)
    total = np.where(terms > 0, series[np.arange(len(df)), terms - 1], 0.0)
    found: NDArray[np.float64] = np.where(
        odd, 2 / pi * (angle + sine * cosine * total), sine * total
    )
    return found


@lru_cache(maxsize=64)
def _coefficients(many: int) -> NDArray[np.float64]:
    """Return what stands before the powers of cos^2: products of (k - 1) / k, (2, many).

    k are the even numbers from 2 in the first row, for even `df`, the odd ones from 3 in the other.
    """
    import numpy as np

    k = np.arange(2.0, 2 * many).reshape(-1, 2).T
    found: NDArray[np.float64] = np.cumprod(np.hstack([np.ones((2, 1)), (k - 1) / k]), axis=1)
    found.flags.writeable = False
    return found
