"""Seeded diaries as arrays: counts and exposures that drift, repeat weekly, and lag themselves."""

from __future__ import annotations

import numpy as np


def autoregressive(rng: np.random.Generator, days: int, rho: float) -> np.ndarray:
    """Return an AR(1) series of variance 1."""
    series = np.empty(days)
    series[0] = rng.normal()
    for at, jump in enumerate(rng.normal(size=days - 1) * np.sqrt(1 - rho * rho), 1):
        series[at] = rho * series[at - 1] + jump
    return series


def diary(
    rng: np.random.Generator, *, days: int, factors: int, effect: float = 0.0
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Return day, weekday, count and exposures (SD 1) of an invented diary, 15 % of it missing.

    The first factor multiplies the count by exp(effect) per SD; all others are inert.
    """
    day = np.arange(days)
    weekday = (day + rng.integers(7)) % 7
    exposures = np.column_stack(
        [autoregressive(rng, days, rng.uniform(0.3, 0.8)) for _ in range(factors)]
    )
    exposures += rng.normal(0, 0.5, (7, factors))[weekday]
    exposures = (exposures - exposures.mean(axis=0)) / exposures.std(axis=0)
    drift = 0.4 * np.sin(day / days * 2 * np.pi * rng.uniform(0.5, 2) + rng.uniform(0, 6))
    level = np.log(3) + 0.4 * autoregressive(rng, days, 0.5) + rng.normal(0, 0.2, 7)[weekday]
    mean = np.exp(level + drift + effect * exposures[:, 0])
    count = rng.negative_binomial(3, 3 / (3 + mean)).astype(float)
    kept = np.ones(days, dtype=bool)
    while kept.mean() > 0.85:
        start = rng.integers(days)
        kept[start : start + rng.integers(1, 6)] = False
    return day[kept], weekday[kept], count[kept], exposures[kept]
