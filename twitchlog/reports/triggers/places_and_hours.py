"""Two other measures over plain arrays: does it keep to one place, and to an hour of the day."""

from __future__ import annotations

from collections import Counter
from math import pi
from typing import TYPE_CHECKING

from twitchlog.domain.counts.clock import (
    DAY_MINUTES,
    SLOT_MINUTES,
    SLOTS,
    WAKING_MINUTES,
    ClockCounts,
    DayOnClock,
    waking_start,
)
from twitchlog.domain.counts.places import SiteBlock
from twitchlog.reports.patterns import rhythm
from twitchlog.reports.patterns.same_place import BLOCK_DAYS, judged

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twitchlog.reports.patterns.rhythm import HourOfDay
    from twitchlog.reports.patterns.same_place import SamePlace
    from twitchlog.reports.triggers.arrays import Ints


def same_place(
    day: Ints, site: Sequence[str | None], *, entry: Ints | None = None, days: int | None = None
) -> SamePlace:
    """Judge whether the twitching keeps to one place.

    One row for each place named: `day` (m,) its calendar index from 0, `site` its name, None for a
    twitch without a place; `entry` (m,) numbers the twitch a row is of, where one has several
    places (by default each row is a twitch of its own). The period has `days` calendar days, by
    default up to the last row; fortnights are counted back from its end, a remainder joins the
    oldest, and one without twitches is left out.

    Measures, with s the site named most (ties: the newest, then by name): share = twitches at s /
    twitches; again = sum over pairs of fortnights b < c and sites of x_bs x_cs, over the sum of
    m_b m_c. Each from 0 to 1 with a delete-one-fortnight jackknife 95 % interval, t with fortnights
    - 1; from 4 fortnights and 30 twitches. Source: R. G. Miller, Biometrika 61 (1974) 1-15; the
    method is that of `patterns.same_place.judged`.

    Raises ValueError where shapes do not fit or a day lies outside the period.
    """
    import numpy as np

    day = np.asarray(day, dtype=np.int64)
    of = np.arange(len(day)) if entry is None else np.asarray(entry)
    if len(site) != len(day) or of.shape != day.shape:
        raise ValueError("day, site and entry have one value for each row")
    period = (int(day.max()) + 1 if len(day) else 0) if days is None else days
    if len(day) and (day.min() < 0 or day.max() >= period):
        raise ValueError("days lie within the period, from 0")
    fortnights = max(1, period // BLOCK_DAYS)
    back = np.minimum((period - 1 - day) // BLOCK_DAYS, fortnights - 1)
    first_rows = np.unique(of, return_index=True)[1]
    entries = np.bincount(back[first_rows], minlength=fortnights)
    named: list[Counter[str]] = [Counter() for _ in range(fortnights)]
    newest: dict[str, int] = {}
    for at, on, name in zip(back.tolist(), day.tolist(), site, strict=True):
        if name is not None:
            named[at][name] += 1
            newest[name] = max(newest.get(name, 0), on)
    whole = sum(named, Counter())
    leading = min(whole, key=lambda name: (-whole[name], -newest[name], name), default=None)
    pairs = zip(entries.tolist(), named, strict=True)
    return judged([SiteBlock(count, sites) for count, sites in pairs if count], leading)


def hour_of_day(day: Ints, minute: Ints, *, seed: int = rhythm.SEED) -> HourOfDay:
    """Test whether twitches keep to an hour of the day, by turning whole days at random.

    One row for each twitch: `day` (m,) numbers its day, `minute` (m,) is that of the clock, 0 to
    1,439. Statistic: the length of the sum of unit vectors at angles 2 pi (minute - start) / 840 of
    the twitches within the 14 hours from `start` that hold most; each day's vector sum is turned by
    one random angle, 999 times; p = (1 + turns at least as long) / 1000, the same for the same
    `seed`. From 20 days with two or more twitches. Source: B. F. J. Manly, Randomization, Bootstrap
    and Monte Carlo Methods in Biology, 3rd ed. (2007), chapters 1 and 12; the method is that of
    `patterns.rhythm.hour_of_day`.

    Raises ValueError where shapes do not fit or a minute is none of the clock's.
    """
    import numpy as np

    day, minute = np.asarray(day, dtype=np.int64), np.asarray(minute, dtype=np.int64)
    if minute.shape != day.shape:
        raise ValueError("day and minute have one value for each twitch")
    if len(minute) and (minute.min() < 0 or minute.max() >= DAY_MINUTES):
        raise ValueError("a minute of the clock lies from 0 to 1,439")
    at = day % 7 * SLOTS + minute // SLOT_MINUTES
    slots = np.bincount(at, minlength=7 * SLOTS).reshape(7, SLOTS)
    after = (minute - waking_start(slots.sum(axis=0).tolist())) % DAY_MINUTES
    angle, awake = 2 * pi * after / WAKING_MINUTES, after < WAKING_MINUTES
    numbers, own = np.unique(day, return_inverse=True)
    many, across, up = (
        np.bincount(own, weights=each, minlength=len(numbers)).tolist()
        for each in (np.ones(len(day)), np.cos(angle) * awake, np.sin(angle) * awake)
    )
    days = tuple(DayOnClock(int(n), x, y) for n, x, y in zip(many, across, up, strict=True))
    return rhythm.hour_of_day(ClockCounts(tuple(map(tuple, slots.tolist())), days), seed=seed)
