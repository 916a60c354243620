"""Enough is logged where the interval is narrow, and not before."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import numpy as np
import pytest

from twitchlog.domain.checkin import DaySummary
from twitchlog.domain.counts.places import PlacesIn, SiteBlock, SpreadCounts
from twitchlog.reports.patterns.enough import chance_of_new, known_level, known_places
from twitchlog.reports.patterns.level import level

DAY = date(2026, 6, 18)


def spread(*blocks: str) -> SpreadCounts:
    """Return fortnights with an entry a letter, each letter a place; the first letter leads."""
    whole = PlacesIn(DAY, DAY, 1, 1)
    counted = tuple(SiteBlock(len(each), Counter(each)) for each in blocks)
    return SpreadCounts(blocks[0][0] if blocks else None, 1, counted, (), whole, whole)


def days(*counts: int) -> list[DaySummary]:
    return [DaySummary(DAY + timedelta(days=at), n, logged=True) for at, n in enumerate(counts)]


def test_a_share_that_is_the_same_in_each_fortnight_is_known():
    """Six times 7 of 10 in the calf: no fortnight differs, so the interval has no width."""
    found = known_places(spread(*["aaaaaaabbb"] * 6))
    assert found is not None
    assert (found.site, found.share.value, found.new) == ("a", 0.7, 0)


def test_a_share_that_swings_is_not_known():
    """By turns 9 and 5 of 10: the mean is 0.7, and leaving one out moves it by 0.04.

    Without a 9 it is 33/50 = 0.66, without a 5 it is 37/50 = 0.74: SE^2 = 5/6 x 6 x 0.0016 = 0.008,
    t(5) = 2.571, so 0.7 +- 0.23.
    """
    assert known_places(spread(*["aaaaaaaaab", "aaaaabbbbb"] * 3)) is None


def test_new_places_keep_coming_so_it_is_not_known():
    """Each of six fortnights names two places once: 12 of 60 mentions, a chance of 0.2."""
    blocks = [f"aaaaaabb{chr(99 + 2 * at)}{chr(100 + 2 * at)}" for at in range(6)]
    counts = spread(*blocks)
    assert chance_of_new(counts.blocks) == pytest.approx(0.2)
    assert known_places(counts) is None


@pytest.mark.parametrize("counts", [spread(), spread("a"), spread(*["aaaa"] * 4)])
def test_too_few_entries_or_fortnights_are_never_enough(counts):
    assert known_places(counts) is None


def test_the_chance_of_a_new_place_is_what_new_places_come_to_be():
    """Good's estimate against what is drawn next, from 40 places of very different size."""
    chance = np.random.default_rng(7)
    weights = 1 / np.arange(1, 41) ** 1.5
    weights /= weights.sum()
    said, came = [], []
    for _run in range(400):
        seen = chance.choice(40, 60, p=weights)
        said.append(chance_of_new([SiteBlock(60, Counter(map(str, seen.tolist())))]))
        came.append(1 - weights[np.unique(seen)].sum())
    assert np.mean(said) == pytest.approx(np.mean(came), abs=0.01)


@pytest.mark.parametrize("seed", range(5))
def test_the_level_is_known_exactly_where_its_interval_is_within_a_quarter(seed):
    chance = np.random.default_rng(seed)
    for n in (14, 40, 120, 300):
        diary = days(*chance.poisson(3, n).tolist())
        found, whole = known_level(diary), level(diary)
        narrow = whole.high / whole.mean <= 1.25 and whole.low / whole.mean >= 0.8
        assert (found is not None) is narrow
    assert known_level(days(*chance.poisson(3, 300).tolist())) is not None
    assert known_level(days(*chance.poisson(3, 14).tolist())) is None


def test_quiet_days_alone_and_days_not_logged_are_never_enough():
    assert known_level(days(*[0] * 300)) is None
    assert known_level([DaySummary(DAY, 0, logged=False)] * 300) is None
