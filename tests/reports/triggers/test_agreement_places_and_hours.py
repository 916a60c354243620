"""Places and hours over plain arrays, against direct loops and astropy's jackknife."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations
from random import Random

import numpy as np
import pytest
from scipy import stats

from support import counted
from twitchlog.domain.counts.clock import waking_start
from twitchlog.reports.patterns import rhythm
from twitchlog.reports.patterns.rhythm import Rhythm
from twitchlog.reports.patterns.same_place import Sameness
from twitchlog.reports.triggers.places_and_hours import hour_of_day, same_place

FORTNIGHTS = 7


@pytest.fixture
def named():
    """Seven fortnights of twitches, each at one of three places, in different shares."""
    rng = np.random.default_rng(5)
    day = np.sort(rng.integers(0, 14 * FORTNIGHTS, 90))
    shares = rng.dirichlet((6, 2, 1), FORTNIGHTS)
    site = [str(rng.choice(["calf", "eyelid", "thumb"], p=shares[on // 14])) for on in day]
    return day, site


def agrees(likely, statistic) -> bool:
    """Whether value and interval are those of astropy's jackknife over the fortnights, with t."""
    from astropy.stats import jackknife_stats

    blocks = np.arange(FORTNIGHTS)
    _corrected, _bias, error, _normal = jackknife_stats(blocks, statistic)
    value, half = statistic(blocks), stats.t.ppf(0.975, FORTNIGHTS - 1) * error
    expected = (value, max(value - half, 0), min(value + half, 1))
    return (likely.value, likely.low, likely.high) == pytest.approx(expected, abs=1e-9)


@pytest.mark.filterwarnings("ignore:XDG_")  # astropy looks for settings, of which there are none
def test_both_intervals_are_those_of_astropy(named) -> None:
    day, site = named
    found = same_place(day, site, days=14 * FORTNIGHTS)
    at = [[one for on, one in zip(day, site, strict=True) if on // 14 == b] for b in range(7)]

    def share(blocks):
        chosen = [one for b in blocks for one in at[int(b)]]
        return sum(one == found.site for one in chosen) / len(chosen)

    def again(blocks):
        alike = [
            x == y
            for b, c in combinations(map(int, blocks), 2) for x in at[b] for y in at[c]
        ]  # fmt: skip
        return sum(alike) / len(alike)

    assert found.site == max(sorted(set(site)), key=site.count)
    assert agrees(found.share, share)
    assert agrees(found.again, again)


def test_a_twitch_at_two_places_is_one_twitch_and_one_without_a_place_counts() -> None:
    """Four fortnights with ten twitches each: five at calf and eyelid both, five nowhere named."""
    day = np.repeat([0, 14, 28, 42], 15)
    site = (["calf", "eyelid"] * 5 + [None] * 5) * 4
    entry = np.repeat(np.arange(40), ([2] * 5 + [1] * 5) * 4)
    found = same_place(day, site, entry=entry, days=56)
    assert (found.site, found.entries_there, found.entries, found.places) == ("calf", 20, 40, 2)
    assert (found.share.value, found.again.value) == (0.5, 0.5)
    assert found.verdict is Sameness.UNCLEAR


def test_days_left_over_belong_to_the_oldest_fortnight(named) -> None:
    day, site = named
    found = same_place(day + 13, site, days=14 * FORTNIGHTS + 13)
    assert found == same_place(day, site, days=14 * FORTNIGHTS)
    assert same_place(np.array([], dtype=int), []).verdict is Sameness.TOO_EARLY


def twitches(seed: int, *, evening: float) -> tuple[np.ndarray, np.ndarray]:
    """Forty days of bursts between 8:00 and 23:00; with `evening` near 1, late in most of them."""
    rng = np.random.default_rng(seed)
    day = np.repeat(np.arange(40), rng.integers(1, 5, 40))
    burst = np.where(rng.random(40) < evening, rng.normal(20, 1, 40), rng.uniform(8.5, 21.5, 40))
    hour = np.clip(burst[day] + rng.normal(0, 0.4, len(day)), 8, 23)
    return day, (hour * 60).astype(int)


@pytest.mark.parametrize(("evening", "said"), [(0.0, Rhythm.NO_PEAK), (0.8, Rhythm.PEAK)])
def test_the_chance_is_that_of_turning_each_day_by_itself(evening: float, said: Rhythm) -> None:
    """The same 999 turns, day by day, all twitches of a day by the same angle."""
    day, minute = twitches(6, evening=evening)
    found = hour_of_day(day, minute, seed=11)
    start = waking_start([int(np.sum(minute // 30 == slot)) for slot in range(48)])
    angle = 2 * np.pi * ((minute - start) % 1440) / 840
    inside = (minute - start) % 1440 < 840
    held = [np.exp(1j * angle[inside & (day == on)]) for on in np.unique(day)]
    rng = Random(11)  # noqa: S311 - chance, no secret
    seen, reached = abs(sum(points.sum() for points in held)), 0
    for _turn in range(999):
        turned = 0j
        for points in held:
            new = np.exp(2j * np.pi * rng.getrandbits(32) / 2**32)
            old = points.sum()
            turned += (points * new * abs(old) / old).sum() if old else 0
        reached += abs(turned) >= seen
    assert found.p == (1 + reached) / 1000
    assert found.verdict is said


def test_it_is_the_answer_of_the_diary_s_own_counts() -> None:
    day, minute = twitches(4, evening=0.5)
    first = date(2026, 1, 5)
    kept = counted.on_clock(
        (first + timedelta(days=int(on)), int(at)) for on, at in zip(day, minute, strict=True)
    )
    assert hour_of_day(day, minute) == rhythm.hour_of_day(kept)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: same_place(np.arange(3), ["a"]), "each row"),
        (lambda: same_place(np.arange(3), ["a"] * 3, days=2), "within the period"),
        (lambda: hour_of_day(np.arange(3), np.arange(2)), "each twitch"),
        (lambda: hour_of_day(np.arange(1), np.array([1440])), "0 to 1,439"),
    ],
)
def test_arrays_that_do_not_fit_are_refused(call, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        call()
