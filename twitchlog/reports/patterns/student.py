"""Quantiles of Student's t distribution for whole degrees of freedom, without scipy."""

from __future__ import annotations

from functools import lru_cache
from math import atan, cos, isclose, pi, sin, sqrt, tan


def central_probability(t: float, *, df: int) -> float:
    """Return P(|T| <= t) of Student's t with `df` degrees of freedom.

    The finite trigonometric series, exact for whole `df`: M. Abramowitz and I. A. Stegun, Handbook
    of Mathematical Functions (1964), 26.7.3 (odd `df`) and 26.7.4 (even `df`). Raises ValueError
    where `df` is below 1.
    """
    if df < 1:
        raise ValueError("Student's t needs at least one degree of freedom")
    return _central(atan(abs(t) / sqrt(df)), df)


@lru_cache(maxsize=64)
def two_sided_quantile(probability: float, *, df: int) -> float:
    """Return the t that |T| stays below with `probability` (0.95 for a 95 % interval).

    Bisection on the angle of the series above, whose probability rises with it, down to the last
    bits of a double. Raises ValueError outside 0 < probability < 1 and where `df` is below 1.
    """
    if not 0 < probability < 1:
        raise ValueError("a probability lies between 0 and 1")
    if df < 1:
        raise ValueError("Student's t needs at least one degree of freedom")
    low, high = 0.0, pi / 2
    while not isclose(low, high, rel_tol=1e-15, abs_tol=1e-300):
        middle = (low + high) / 2
        if middle in (low, high):
            break
        low, high = (middle, high) if _central(middle, df) < probability else (low, middle)
    return sqrt(df) * tan((low + high) / 2)


def _central(angle: float, df: int) -> float:
    """Return the probability that |T| is within an angle, tan(angle) = t / sqrt(df)."""
    if df == 1:
        return 2 * angle / pi
    squared, total = cos(angle) ** 2, 1.0
    for part in _parts(df):
        total = 1 + part * squared * total
    if df % 2 == 0:
        return sin(angle) * total
    return 2 / pi * (angle + sin(angle) * cos(angle) * total)


@lru_cache(maxsize=64)
def _parts(df: int) -> tuple[float, ...]:
    """Return what each power of cos^2 in the series is of the one before, the last one first."""
    return tuple((k - 1) / k for k in range(df - 2, 1, -2))
