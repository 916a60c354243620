"""Durations counted and ranked by the diary, against all of them in a list."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest

from support import counted, many
from twitchlog.domain.period import Period
from twitchlog.reports.patterns.durations import durations

FIRST = date(2026, 1, 1)
PERIOD = Period(FIRST, date(2026, 6, 18))


def kept(diary, seconds):
    days = (FIRST + timedelta(days=at % 150) for at in range(len(seconds)))
    many.write(diary, ((day, 600, each) for day, each in zip(days, seconds, strict=True)))


@pytest.mark.parametrize("seed", range(6))
def test_the_quartiles_are_those_of_numpy_over_all_entries(diary, seed: int) -> None:
    """Up to 700 durations at random: some typed as plain numbers, some timed, some unequalled."""
    chance = np.random.default_rng(seed)
    size = int(chance.integers(5, 700))
    timed = np.exp(chance.normal(4, 1.8, size)).clip(0.1, 86400)
    plain = chance.choice([1, 10, 30, 60, 120, 300, 3600.0], size)
    drawn = np.where(chance.random(size) < seed / 5, timed, plain)
    seconds = [float(each) for each in (drawn if seed % 2 else drawn.round(1))]
    kept(diary, [*seconds, None, None])
    counts = diary.counts.lengths(PERIOD)
    assert counts == counted.lengths(seconds, without=2)
    found = durations(counts)
    quartiles = np.quantile(seconds, (0.25, 0.5, 0.75))
    assert [found.low, found.median, found.high] == pytest.approx(list(quartiles), rel=1e-12)
    assert found.longest == max(seconds)


def test_lengths_that_differ_by_less_than_a_step_are_told_apart(diary) -> None:
    """Seven within a tenth of a second: the third of them is the lower end, at 1.5 of 0 to 6."""
    seconds = [7.01, 7.02, 7.03, 7.05, 7.06, 7.08, 7.09]
    kept(diary, seconds)
    found = durations(diary.counts.lengths(PERIOD))
    assert found.median == 7.05
    assert found.low == pytest.approx(7.025)
    assert found.high == pytest.approx(7.07)


def test_few_durations_are_there_one_by_one(diary) -> None:
    kept(diary, [30.0, 10.0, 30.0, None])
    counts = diary.counts.lengths(PERIOD)
    assert (counts.few, counts.recorded, counts.without) == ((10.0, 30.0, 30.0), 3, 1)


def test_a_length_on_an_edge_is_in_the_longer_bar(diary) -> None:
    kept(diary, [1.9, 2.0, 9.9, 10.0, 60.0, 3599.9, 3600.0, 86400.0])
    assert diary.counts.lengths(PERIOD).bars == (1, 1, 1, 1, 0, 1, 0, 0, 0, 1, 2)


def test_a_diary_without_durations_has_no_lengths(diary) -> None:
    assert diary.counts.lengths(PERIOD) == counted.lengths([])
    kept(diary, [None, None])
    assert diary.counts.lengths(PERIOD) == counted.lengths([], without=2)
