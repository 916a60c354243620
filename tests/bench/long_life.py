"""Ten years of an invented person as arrays: which days were logged, when it twitched, how.

The shapes are those that make a query work: days that were not logged come in runs, a few places
have most of the entries and very many have few, counts drift, repeat by weekday and resemble
yesterday's.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

import numpy as np

from twitchlog.domain.site import SITES

if TYPE_CHECKING:
    from numpy.typing import NDArray

ZONE: Final = "Europe/Berlin"
DAY_MS: Final = 86_400_000
_EPOCH: Final = date(1970, 1, 1)
_NOT_LOGGED: Final = 0.15
_STAYS_AWAY: Final = 0.6
"""The chance that a day after one that was not logged is not logged either."""
_QUIET: Final = 0.06
_CHIPS_S: Final = (1.0, 10.0, 30.0, 60.0, 300.0, 900.0, 1800.0, 3600.0, 10_800.0)
_CHIP_SHARES: Final = (0.16, 0.31, 0.18, 0.15, 0.1, 0.05, 0.03, 0.01, 0.01)
_SEASON_DAYS: Final = 120
"""So long the rare places keep their order; then others come to the front."""
_AWAKE: Final = (0.2, 0.05, 0.02, 0.02, 0.03, 0.1, 0.4, 0.9, 1, 1, 1, 1, 0.9,
                 0.9, 1, 1.1, 1.2, 1.3, 1.5, 1.9, 2.4, 2.6, 2, 0.8)  # fmt: skip
"""How much twitching is logged in each hour of the clock, against that of the morning."""


@dataclass(frozen=True, slots=True)
class Moments:
    """Instants and how they stood on the clock: milliseconds, minutes, days since 1970."""

    utc_ms: NDArray[np.int64]
    offset_min: NDArray[np.int64]
    day: NDArray[np.int64]
    minute: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Twitches:
    """All entries in the order of time; -1 and nan stand for what was not said.

    `sites` are numbers into `PLACES`, three an entry.
    """

    moments: Moments
    sites: NDArray[np.int64]
    duration_s: NDArray[np.float64]
    strength: NDArray[np.int64]
    pattern: NDArray[np.int64]
    seen: NDArray[np.int64]
    activity: NDArray[np.int64]


PLACES: Final = tuple(SITES)


def day_number(day: date) -> int:
    """Return the days since 1970."""
    return (day - _EPOCH).days


def day_name(number: int) -> str:
    """Return a day since 1970 as it is kept."""
    return (_EPOCH + timedelta(days=int(number))).isoformat()


def logged_days(chance: np.random.Generator, days: int) -> NDArray[np.bool_]:
    """Tell of each day whether it was logged: about 15 % were not, in runs."""
    comes = _NOT_LOGGED * (1 - _STAYS_AWAY) / (1 - _NOT_LOGGED)
    draws, logged = chance.random(days), np.ones(days, bool)
    for day in range(1, days):
        logged[day] = draws[day] >= (comes if logged[day - 1] else _STAYS_AWAY)
    logged[-1] = True
    return logged


def counts(
    chance: np.random.Generator, logged: NDArray[np.bool_], entries: int
) -> NDArray[np.int64]:
    """Share `entries` out over the logged days; on a few of them there were none."""
    days = len(logged)
    mood, steps = np.zeros(days), chance.normal(0, 0.3, days)
    for day in range(1, days):
        mood[day] = 0.8 * mood[day - 1] + steps[day]
    numbers = np.arange(days)
    drift = 0.4 * np.sin(2 * np.pi * numbers / 1400) + 0.15 * np.sin(2 * np.pi * numbers / 365.25)
    weekday = np.array([0.1, 0, 0, 0.05, 0, -0.15, -0.1])[numbers % 7]
    weights = np.exp(mood + drift + weekday) * logged * (chance.random(days) >= _QUIET)
    weights[-1] = max(weights[-1], 1)
    return chance.multinomial(entries, weights / weights.sum()).astype(np.int64)


def moments(day: NDArray[np.int64], minute: NDArray[np.float64]) -> Moments:
    """Return the instants at which the clock of `ZONE` showed these minutes of these days.

    A time that the clock leaves out in spring is read an hour later, on the clock and as an
    instant; of one that it shows twice in autumn the second is meant.
    """
    starts, offsets = _offsets(int(day.min()), int(day.max()))
    wall = day * DAY_MS + np.rint(minute * 60_000).astype(np.int64)

    def offset(at: NDArray[np.int64]) -> NDArray[np.int64]:
        return offsets[np.searchsorted(starts, at, side="right") - 1]

    guess = wall - offset(wall - 3_600_000) * 60_000
    utc_ms = wall - offset(guess) * 60_000
    real = offset(utc_ms)
    shown = utc_ms + real * 60_000
    return Moments(utc_ms, real, shown // DAY_MS, shown % DAY_MS // 60_000)


def twitches(chance: np.random.Generator, first: int, per_day: NDArray[np.int64]) -> Twitches:
    """Return the entries of all days from `first`, so many on each."""
    total = int(per_day.sum())
    day = first + np.repeat(np.arange(len(per_day)), per_day)
    hour = chance.choice(24, total, p=np.array(_AWAKE) / sum(_AWAKE))
    when = moments(day, hour * 60 + chance.random(total) * 59.99)
    order = np.argsort(when.utc_ms, kind="stable")
    when = Moments(when.utc_ms[order], when.offset_min[order], when.day[order], when.minute[order])
    return Twitches(
        when,
        _sites(chance, when.day),
        _durations(chance, total),
        _said(chance, total, (0.2, 0.38, 0.26, 0.05)),
        _said(chance, total, (0.15, 0.15, 0.07, 0.03)),
        _said(chance, total, (0.2, 0.2)),
        _said(chance, total, (0.2, 0.1, 0.05)),
    )


def _offsets(first: int, last: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the instants from which an offset from UTC holds, and the offsets in minutes."""
    zone = ZoneInfo(ZONE)

    def offset(hour: int) -> int:
        shift = datetime.fromtimestamp(hour * 3600, UTC).astimezone(zone).utcoffset()
        assert shift is not None
        return int(shift.total_seconds()) // 60

    starts, offsets = [(first - 2) * 24], [offset((first - 2) * 24)]
    for day in range(first - 2, last + 3):
        if offset(day * 24 + 24) == offsets[-1]:
            continue
        hour = next(each for each in range(day * 24, day * 24 + 25) if offset(each) != offsets[-1])
        starts.append(hour)
        offsets.append(offset(hour))
    return np.array(starts) * 3_600_000, np.array(offsets)


def _sites(chance: np.random.Generator, day: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return three places an entry, -1 where there were fewer: the first by a skewed rank."""
    total, places = len(day), len(PLACES)
    shares = 1 / np.arange(1, places + 1) ** 1.6
    ranks = chance.choice(places, (total, 3), p=shares / shares.sum())
    seasons = (day - day.min()) // _SEASON_DAYS if total else day
    favourites, others = np.split(chance.permutation(places), [4])
    orders = np.array(
        [np.append(favourites, chance.permutation(others)) for _ in range(int(seasons.max()) + 1)]
    )
    found = orders[seasons[:, None], ranks]
    again = (found[:, 1] == found[:, 0]) | (chance.random(total) >= 0.12)
    found[again, 1] = -1
    none = (found[:, 1] < 0) | (found[:, 2] == found[:, 0]) | (found[:, 2] == found[:, 1])
    found[none | (chance.random(total) >= 0.2), 2] = -1
    return found


def _durations(chance: np.random.Generator, total: int) -> NDArray[np.float64]:
    """Return lengths: most are chips, some odd values of the timer, a fifth is not said."""
    chips = chance.choice(_CHIPS_S, total, p=_CHIP_SHARES)
    timed = np.clip(np.round(np.exp(chance.normal(3.6, 1.3, total)), 1), 0.1, 86_400)
    found = np.where(chance.random(total) < 0.7, chips, timed)
    found[chance.random(total) < 0.2] = np.nan
    return found


def _said(chance: np.random.Generator, total: int, shares: tuple[float, ...]) -> NDArray[np.int64]:
    """Return numbers from 0 by these shares, and -1 for the rest."""
    draws = np.searchsorted(np.cumsum(shares), chance.random(total), side="right")
    return np.where(draws == len(shares), -1, draws)
