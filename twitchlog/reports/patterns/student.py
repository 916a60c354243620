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
    square = cos(angle) ** 2
    if df % 2 == 0:
        term, total = 1.0, 1.0
        for k in range(2, df, 2):
            term *= square * (k - 1) / k
            total += term
        return sin(angle) * total
    if df == 1:
        return 2 * angle / pi
    term = total = cos(angle)
    for k in range(3, df, 2):
        term *= square * (k - 1) / k
        total += term
    return 2 / pi * (angle + sin(angle) * total)
