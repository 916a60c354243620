from __future__ import annotations

from datetime import date, timedelta
from math import exp, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reports.patterns.simulated import Life, diary_of
from scipy import fft, stats

from twitchlog.reports.patterns.level import level, sides

DAYS = 250
"""Simulated diaries a cell of the table, seeds 0 to 249."""


def test_the_interval_is_that_worked_out_by_hand(diary) -> None:
    """Fourteen days with 2 and 4 in turn: 42 entries, 3 a day, each 1 from it.

    Three slow waves hold next to nothing of so quick a change; the Pearson chi-square is 14/3, over
    13 days 0.359; both are under 1, the dispersion of Poisson counts, which is taken. So the
    interval is 3 times exp(+-3.1824 sqrt(1/42)): t with 3 degrees of freedom.
    """
    found = level(diary("24" * 7))
    assert found is not None
    assert (found.logged, found.entries, found.mean) == (14, 42, 3)
    reach = 3.182446 / sqrt(42)
    assert found.low == pytest.approx(3 * exp(-reach), rel=1e-6)
    assert found.high == pytest.approx(3 * exp(reach), rel=1e-6)


def test_days_that_resemble_their_neighbours_widen_the_interval(diary) -> None:
    shuffled, in_spells = level(diary("15" * 14)), level(diary("1" * 14 + "5" * 14))
    assert shuffled is not None
    assert in_spells is not None
    assert shuffled.mean == in_spells.mean
    assert in_spells.high / in_spells.low > 2 * shuffled.high / shuffled.low


def test_a_day_not_logged_is_not_a_zero(diary) -> None:
    gaps, zeros = level(diary("3.4." * 8)), level(diary("3040" * 8))
    assert gaps is not None
    assert zeros is not None
    assert (gaps.mean, gaps.logged) == (3.5, 16)
    assert (zeros.mean, zeros.logged) == (1.75, 32)


def test_from_zeros_alone_no_interval_is_given(diary) -> None:
    found = level(diary("0" * 20))
    assert found is not None
    assert (found.mean, found.low, found.high) == (0, None, None)


def test_under_fourteen_logged_days_it_says_how_many_are_missing(diary) -> None:
    days = diary("3." * 13 + "2" * 14)
    before, since = sides(days, days[26].day)
    assert (before.logged, before.missing, before.level) == (13, 1, None)
    assert (since.logged, since.missing) == (14, 0)
    assert since.level is not None


def test_the_day_of_the_change_belongs_to_the_later_side(diary) -> None:
    days = diary("1" * 14 + "9" + "5" * 13)
    before, since = sides(days, days[14].day)
    assert before.level is not None
    assert since.level is not None
    assert (before.level.entries, since.level.entries) == (14, 9 + 65)


def test_either_side_is_blind_to_the_other(diary) -> None:
    one, two = diary("13" * 10 + "2" * 20), diary("13" * 10 + "9" * 20)
    at = one[20].day
    assert sides(one, at)[0].level == sides(two, at)[0].level


@pytest.mark.parametrize("at", [-400, 0, 30, 400])
def test_a_date_outside_the_days_leaves_one_side_empty(diary, at) -> None:
    days = diary("3" * 30)
    before, since = sides(days, days[0].day + timedelta(days=at))
    assert {before.logged, since.logged} == {0, 30}
    assert sides((), date(2026, 3, 1))[0].missing == 14


@given(st.lists(st.integers(0, 40), min_size=14, max_size=120).filter(any))
def test_the_interval_agrees_with_scipy(counts) -> None:
    """Where nothing but the mean is fitted, the waves are those of the discrete cosine transform.

    `scipy.fft.dct` of type 2, orthonormal, gives their coefficients; `scipy.stats.t` the quantile.
    """
    from reports.patterns.conftest import FIRST

    from twitchlog.domain.checkin import DaySummary

    days = [DaySummary(FIRST + timedelta(days=at), c, logged=True) for at, c in enumerate(counts)]
    n, mean = len(counts), np.mean(counts)
    waves = max(3, int(np.ceil(0.25 * n ** (2 / 3))))
    slow = fft.dct(np.array(counts, float), type=2, norm="ortho")[1 : waves + 1]
    variance = max(np.mean(slow**2), np.var(counts, ddof=1), mean) / n
    reach = stats.t.ppf(0.975, waves) * sqrt(variance) / mean
    found = level(days)
    assert found is not None
    assert found.low == pytest.approx(mean * exp(-reach), rel=1e-7)
    assert found.high == pytest.approx(mean * exp(reach), rel=1e-7)


@pytest.mark.parametrize(
    ("life", "logged"),
    [
        (Life(like=0, spread=0, extra=0.3, weekly=False), 14),
        (Life(), 14),
        (Life(), 40),
        (Life(), 120),
        (Life(like=0.7, away=0.3), 21),
        (Life(like=0.7, away=0.3), 60),
        (Life(mean=0.5, like=0.6, spread=0.8, extra=0), 28),
        (Life(mean=8, like=0.6), 90),
    ],
)
def test_the_interval_holds_the_true_level_as_often_as_it_says(life, logged) -> None:
    """250 diaries a cell, seeded; at least 93 % must hold the truth (235 of 250 would be 94 %).

    With 1,000 diaries a cell (600 from 180 days on), share in per cent that held it, and the median
    width of the interval in parts of the level:

    logged days a side       14        21        30        60        90        180       365
    no memory, overdispersed 99.6 1.50 99.8 1.20 99.9 1.00 99.5 .61  99.3 .43  98.5 .28  98.0 .19
    memory 0.3, week, bursts 99.2 1.96 99.2 1.57 99.2 1.29 99.1 .79  97.6 .58  96.8 .38  95.7 .25
    memory 0.5, week, bursts 99.1 1.97 99.3 1.59 98.6 1.36 98.2 .83  96.1 .60  96.7 .42  95.2 .28
    memory 0.7, week, bursts 97.7 1.92 97.4 1.62 97.7 1.40 97.0 .90  95.1 .69  94.8 .48  94.7 .33
    0.5 a day, memory 0.6    99.7 4.2  99.2 3.1  99.2 2.57 98.6 1.4  97.2 1.1  97.0 .72  95.3 .48
    8 a day, memory 0.6      96.1 1.73 97.1 1.43 97.9 1.21 96.6 .82  94.3 .60  95.3 .42  94.2 .28
    6 a day, memory 0.8      94.2 1.38 94.4 1.23 95.5 1.12 92.3 .84  93.2 .64  93.2 .46  93.3 .32

    The mean with a plain t interval held it in 64 to 88 % of the diaries with a memory.
    """
    held = [
        found.low <= life.mean <= found.high
        for found in (level(diary_of(life, logged=logged, seed=seed)) for seed in range(DAYS))
        if found is not None and found.low is not None and found.high is not None
    ]
    assert len(held) > 0.95 * DAYS
    assert np.mean(held) >= 0.93
