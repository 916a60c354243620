"""Seeded diaries as arrays, as people keep them: what goes with what in them is known beforehand.

The settings of `Life` were chosen by what other methods do on such diaries, not by what ours does:
Pearson raises 17 to 30 % false alarms a factor (5 or 15 factors, 120 or 365 days), with/without 16
to 27 %, a negative binomial model with its own errors 7 to 8 %. The method was designed on somewhat
easier diaries, where these were 12 to 22, 11 to 20 and 7 to 10 %.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import ceil
from typing import Final

import numpy as np


class Course(StrEnum):
    """How a factor goes through the days."""

    AMOUNT = "amount"
    """Resembles the day before, with a week and slow ups and downs, as caffeine or sleep."""
    TOGETHER = "moving together"
    """The same, half of it shared with all others of this kind, as stress and poor sleep."""
    SELDOM = "mostly zero"
    """Yes on a fifth of the days, in clusters and by the week, as alcohol."""
    SPELLS = "in long spells"
    """On or off for 25 days on average, as a hay fever or a project."""
    ONCE = "changed once"
    """Off, and on from some day in the middle half, as a new job."""


MIXED: Final = (
    Course.AMOUNT, Course.TOGETHER, Course.SELDOM, Course.TOGETHER, Course.SPELLS,
    Course.AMOUNT, Course.ONCE,
)  # fmt: skip


@dataclass(frozen=True)
class Life:
    """What a diary of `days` logged days is drawn from.

    log rate = log(mean) + an AR(1) process of coefficient `memory` and deviation `memory_sd` + an
    effect of each weekday, deviation `week_sd` + slow ups and downs, deviation `drift_sd` +
    `effect` times the first factor. Counts are negative binomial: variance m + `dispersion` m^2.
    The factors take `courses` in turn; the AR(1) coefficient of each is drawn from
    `factor_memory`. `away` is the share of days not logged, in bursts of 1 to 5 days: the calendar
    is longer by those.
    """

    days: int
    factors: int
    courses: tuple[Course, ...] = MIXED
    effect: float = 0.0
    mean: float = 3.0
    dispersion: float = 1 / 3
    memory: float = 0.5
    memory_sd: float = 0.4
    week_sd: float = 0.2
    drift_sd: float = 0.4
    factor_memory: tuple[float, float] = (0.3, 0.8)
    away: float = 0.15

    @property
    def course_of(self) -> tuple[Course, ...]:
        """The course of each factor."""
        return tuple(self.courses[at % len(self.courses)] for at in range(self.factors))


def lived(
    rng: np.random.Generator, life: Life
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Return day, weekday, count and exposures of the logged days of an invented diary.

    Exposures are amounts of deviation 1, or 0 and 1.
    """
    days = ceil(life.days / (1 - life.away)) + 8
    here = np.flatnonzero(_logged(rng, days, life.away))[: life.days]
    calendar = int(here[-1]) + 1
    weekday = (np.arange(calendar) + rng.integers(7)) % 7
    exposure = _exposures(rng, life, weekday)
    level = np.log(life.mean) + life.effect * exposure[:, 0]
    level += life.memory_sd * autoregressive(rng, calendar, life.memory)
    level += rng.normal(0, life.week_sd, 7)[weekday] + life.drift_sd * drift(rng, calendar)
    luck = rng.gamma(1 / life.dispersion, life.dispersion, calendar)
    count = rng.poisson(np.exp(level) * luck).astype(float)
    return here, weekday[here], count[here], exposure[here]


def diary(
    rng: np.random.Generator, *, days: int, factors: int, effect: float = 0.0
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Return a diary as `lived` does, whose factors are all amounts."""
    return lived(rng, Life(days, factors, courses=(Course.AMOUNT,), effect=effect))


def autoregressive(rng: np.random.Generator, days: int, rho: float | np.ndarray) -> np.ndarray:
    """Return AR(1) series of variance 1, shape (days,), or (days, k) for k coefficients."""
    rho = np.asarray(rho, dtype=float)
    series = rng.normal(size=(days, *rho.shape))
    series[1:] *= np.sqrt(1 - rho * rho)
    for at in range(1, days):
        series[at] += rho * series[at - 1]
    return series


def drift(rng: np.random.Generator, days: int) -> np.ndarray:
    """Return slow ups and downs of about variance 1: a trend, and three waves of 40 days or more.

    The longest wave takes twice the time there is.
    """
    trend = rng.normal() * np.linspace(-1.7, 1.7, days)
    periods = np.exp(rng.uniform(np.log(40), np.log(2 * max(days, 40)), 3))
    turns = np.arange(days)[:, None] / periods + rng.random(3)
    waves: np.ndarray = np.sin(2 * np.pi * turns) @ rng.normal(size=3)
    return 0.7 * trend + 0.58 * waves


def _logged(rng: np.random.Generator, days: int, away: float) -> np.ndarray:
    """Return which days were logged: the others lie in bursts of 1 to 5."""
    here = np.ones(days, dtype=bool)
    while here.sum() > days * (1 - away) + 4:
        start = rng.integers(days)
        here[start : start + rng.integers(1, 6)] = False
    return here


def _exposures(rng: np.random.Generator, life: Life, weekday: np.ndarray) -> np.ndarray:
    days, many = len(weekday), life.factors
    waves = autoregressive(rng, days, rng.uniform(*life.factor_memory, many))
    shared = autoregressive(rng, days, rng.uniform(*life.factor_memory))
    week = rng.normal(0, 0.5, (7, many))[weekday]
    columns = np.empty((days, many))
    for at, course in enumerate(life.course_of):
        wave = waves[:, at]
        if course is Course.TOGETHER:
            wave = np.sqrt(0.5) * (wave + shared)
        if course is Course.SPELLS:
            columns[:, at] = (np.cumsum(rng.random(days) < 1 / 25) + rng.integers(2)) % 2
        elif course is Course.ONCE:
            columns[:, at] = np.arange(days) >= days * rng.uniform(0.25, 0.75)
        elif course is Course.SELDOM:
            usual = wave + week[:, at]
            columns[:, at] = usual > np.quantile(usual, 0.8)
        else:
            amount = wave + week[:, at] + 0.5 * drift(rng, days)
            columns[:, at] = (amount - amount.mean()) / amount.std()
    return columns
