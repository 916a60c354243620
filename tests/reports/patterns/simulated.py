"""Made-up diaries with a known level: overdispersed counts that resemble the day before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from twitchlog.domain.checkin import DaySummary

FIRST = date(2025, 1, 6)
WEEK = np.array([0.8] * 5 + [1.5] * 2)
"""Weekends are busier; divided by its mean, so that the level stays."""


@dataclass(frozen=True)
class Life:
    """What the counts are drawn from.

    The rate is `mean` exp(spread z - spread^2 / 2), z an AR(1) process with variance 1 and
    coefficient `like`; a gamma factor of variance `extra` a day; Poisson counts. `away` is the
    share of days not logged, in bursts of three days on average.
    """

    mean: float = 3.0
    like: float = 0.5
    spread: float = 0.6
    extra: float = 0.1
    weekly: bool = True
    away: float = 0.2


def diary_of(life: Life, *, logged: int, seed: int, drift: float = 0.0) -> list[DaySummary]:
    """Draw calendar days until `logged` are logged; `drift` is the height of a wave of 110 days."""
    random = np.random.default_rng(seed)
    length = 2 * logged + 60
    z = np.empty(length)
    z[0] = random.normal()
    kicks = random.normal(size=length) * np.sqrt(1 - life.like**2)
    for at in range(1, length):
        z[at] = life.like * z[at - 1] + kicks[at]
    rate = truth(life, length, drift) * np.exp(life.spread * z - life.spread**2 / 2)
    if life.weekly:
        rate = rate * (WEEK / WEEK.mean())[(np.arange(length) + random.integers(7)) % 7]
    if life.extra:
        rate = rate * random.gamma(1 / life.extra, life.extra, length)
    counts = random.poisson(rate)
    here = _here(random, length, life.away)
    last = int(np.flatnonzero(here)[:logged][-1])
    return [
        DaySummary(FIRST + timedelta(days=at), int(counts[at]) if here[at] else 0, bool(here[at]))
        for at in range(last + 1)
    ]


def truth(life: Life, length: int, drift: float = 0.0) -> np.ndarray:
    """Return the level of each day that the curve is after."""
    return life.mean * np.exp(drift * np.sin(2 * np.pi * np.arange(length) / 110))


def _here(random: np.random.Generator, length: int, away: float) -> np.ndarray:
    leave = away / (3 * (1 - away))
    here = np.ones(length, bool)
    gone = False
    for at, chance in enumerate(random.random(length)):
        gone = chance > 1 / 3 if gone else chance < leave
        here[at] = not gone
    here[0] = True
    return here
