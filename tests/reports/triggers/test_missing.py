from __future__ import annotations

import numpy as np
import pytest

from support.series import diary
from twitchlog.reports.triggers.estimating import estimate
from twitchlog.reports.triggers.missing import filled, not_recorded


def test_what_is_missing_is_what_the_rest_of_the_day_lets_expect() -> None:
    """One factor with gaps: its regression on the others, over the days on which it is known."""
    rng = np.random.default_rng(1)
    beside, others = np.ones((200, 1)), rng.normal(size=(200, 2))
    factor = others @ [0.8, -0.4] + rng.normal(size=200)
    gap = rng.random(200) < 0.3
    columns = np.column_stack([np.where(gap, np.nan, factor), others])
    found = filled(columns, beside)
    known = np.column_stack([beside, others])
    slopes = np.linalg.lstsq(known[~gap], factor[~gap], rcond=None)[0]
    assert found[gap, 0] == pytest.approx(known[gap] @ slopes, abs=5e-3)
    assert (found[~gap, 0] == factor[~gap]).all()
    assert (found[:, 1:] == others).all()


def test_what_stands_in_lies_within_what_was_recorded() -> None:
    rng = np.random.default_rng(2)
    steep = np.arange(100.0)[:, None] ** 2
    factor = np.where(np.arange(100) > 60, np.nan, np.arange(100.0))
    found = filled(np.column_stack([factor, steep[:, 0]]), rng.normal(size=(100, 2)))
    assert np.nanmin(factor) <= found[:, 0].min() <= found[:, 0].max() <= np.nanmax(factor)


def test_factors_missing_on_the_same_days_share_a_column() -> None:
    columns = np.zeros((5, 4))
    columns[1, :2] = columns[3, :2] = columns[2, 2] = np.nan
    sets = not_recorded(columns)
    assert sorted(map(tuple, sets.T)) == [(0, 0, 1, 0, 0), (0, 1, 0, 1, 0)]
    assert not_recorded(np.zeros((5, 2))).shape == (5, 0)


def test_a_factor_counts_the_days_on_which_it_was_recorded() -> None:
    day, weekday, count, exposure = diary(np.random.default_rng(3), days=120, factors=3)
    exposure[::5, 0] = np.nan
    exposure[:, 2] = np.nan
    found = estimate(day, weekday, count, exposure, names=list("abc"))
    assert found.days == len(day)
    assert [each.days for each in found.factors] == [np.isfinite(exposure[:, 0]).sum(), len(day), 0]
    assert found.factors[2].q is None
    assert all(np.isfinite(each.p) for each in found.factors)


def test_a_gap_in_one_factor_does_not_let_another_speak_for_it() -> None:
    """60 diaries of 180 days: the first doubles the rate, the second only goes with it.

    The first is missing on a third of the days. With those filled by its mean, the second would
    raise the alarm in 19 of them.
    """
    rng = np.random.default_rng(4)
    alarms = covered = 0
    for _ in range(60):
        day, weekday, count, exposure = diary(rng, days=180, factors=4, effect=0.7)
        exposure[:, 1] = 0.6 * exposure[:, 0] + 0.8 * exposure[:, 1]
        exposure[rng.random(len(day)) < 0.33, 0] = np.nan
        found = estimate(day, weekday, count, exposure, names=list("abcd")).factors
        alarms += found[1].p < 0.05
        covered += found[0].interval[0] <= 0.7 <= found[0].interval[1]
    assert alarms <= 7
    assert covered >= 54
