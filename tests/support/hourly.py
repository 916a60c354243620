"""Seeded waking hours in which coffee and twitches only keep their own hours, or go together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from support.alarms import Rate
from twitchlog.reports.triggers.hour_by_hour import within_day

if TYPE_CHECKING:
    from collections.abc import Iterable

HOURS: Final = np.arange(8, 22) + 0.5
DAYS: Final = 90


def waking_hours(
    rng: np.random.Generator, *, days: int, effect: float = 0.0
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Return day, hour, count and exposure, a row an hour from 8:00 to 22:00.

    Coffee has its hours around 10:00, twitches theirs in the evening; days differ, and an hour's
    twitches come in bursts.
    """
    day, hour = np.repeat(np.arange(days), len(HOURS)), np.tile(HOURS, days)
    coffee = rng.random(len(day)) < 0.5 * np.exp(-(((hour - 10) / 3) ** 2))
    clock = 0.7 * np.sin((hour - 15) / 24 * 2 * np.pi)
    level = np.repeat(rng.normal(-1.2, 0.7, days), len(HOURS))
    mean = np.exp(level + clock + effect * coffee) * rng.gamma(2, 0.5, len(day))
    return day, hour, rng.poisson(mean).astype(float), coffee[:, None].astype(float)


def judged(clock: bool, effect: float, numbers: Iterable[int]) -> tuple[Rate, Rate]:
    """Return how many diaries have p < 0.05, and how many intervals hold the truth.

    Without the clock every hour is said to be the same, so that its waves adjust for nothing.
    """
    named = held = many = 0
    for number in numbers:
        rng = np.random.default_rng([17, number])
        day, hour, count, coffee = waking_hours(rng, days=DAYS, effect=effect)
        when = hour if clock else np.zeros(len(hour))
        (factor,) = within_day(day, when, count, coffee, names=["coffee"]).factors
        many += 1
        named += factor.p < 0.05
        held += factor.interval[0] <= effect <= factor.interval[1]
    return Rate(named, many), Rate(held, many)
