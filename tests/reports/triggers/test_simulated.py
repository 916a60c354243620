"""Short seeded forms of what `make bench ARGS=triggers` simulates in full, the same diaries.

A limit is met where the rate less two Monte-Carlo errors is: an honest method at its limit would
fail one such test in forty. The seeds stand still, so that a change of the method alone can fail.
"""

from __future__ import annotations

from math import log

import numpy as np
import pytest
from scipy import stats

from support.alarms import (
    MODEL,
    PEARSON,
    WELCH,
    Rate,
    Tally,
    by_model,
    pearson,
    tally,
    with_or_without,
)
from support.series import Course, Life, autoregressive, lived
from support.trials import alarms as trial_alarms
from twitchlog.reports.triggers.estimating import estimate

RATIO = log(1.5)


def within(rate: Rate, limit: float) -> bool:
    return rate.share <= limit + 2 * rate.error


@pytest.fixture(scope="module")
def inert() -> Tally:
    """130 diaries without any effect: 5 and 15 factors of all courses, 120 and 365 days."""
    whole = Tally()
    for seed, (days, factors, many) in enumerate(
        [(120, 5, 60), (120, 15, 30), (365, 5, 25), (365, 15, 15)]
    ):
        whole.update(tally(Life(days, factors), seed=seed, replicates=range(many)))
    return whole


def test_inert_factors_seldom_raise_a_false_alarm(inert: Tally) -> None:
    """At most 5 % of some 850 factors, and none of those that changed once is judged."""
    assert inert["diaries"] == 130
    assert inert["judged"] >= 700
    assert within(inert.per_factor(), 0.05)
    assert inert[f"{Course.ONCE}: alarms"] == 0


def test_after_correction_few_diaries_name_an_inert_factor(inert: Tally) -> None:
    assert within(inert.any_named(), 0.08)


def test_intervals_hold_the_truth(inert: Tally) -> None:
    assert inert.coverage.share >= 0.94 - 2 * inert.coverage.error


def test_usual_methods_cry_wolf_on_the_same_diaries(inert: Tally) -> None:
    """Pearson and with/without name more than one inert factor in ten, most diaries have one."""
    for method in (PEARSON, WELCH):
        assert inert.per_factor(method).share >= 0.10
        assert inert.any_alarm(method).share >= 0.50
    assert inert.per_factor(MODEL).share > inert.per_factor().share


@pytest.mark.parametrize(
    ("life", "many"),
    [
        (Life(120, 5, memory=0.9, memory_sd=0.6), 40),
        (Life(120, 5, drift_sd=0.8, factor_memory=(0.6, 0.95)), 40),
        (Life(120, 5, away=0.4, week_sd=0.5), 40),
        (Life(120, 5, mean=0.7), 40),
        (Life(240, 4, courses=(Course.SPELLS,)), 50),
        (Life(180, 4, courses=(Course.SELDOM, Course.TOGETHER)), 40),
    ],
    ids=["strong memory", "strong drift", "gaps and weeks", "few twitches", "spells", "clusters"],
)
def test_hard_diaries_raise_no_more_false_alarms(life: Life, many: int) -> None:
    """40 diaries each, 50 of factors in long spells, of which a part cannot be judged."""
    seen = tally(life, seed=7, replicates=range(many))
    assert within(seen.per_factor(), 0.05)
    assert within(seen.any_named(), 0.08)
    assert seen.coverage.share >= 0.94 - 2 * seen.coverage.error
    assert seen["judged"] >= 60


@pytest.mark.parametrize(("days", "found"), [(60, 0.11), (90, 0.39), (120, 0.63), (180, 0.92)])
def test_a_ratio_of_one_and_a_half_is_found_as_often_as_people_are_told(days, found) -> None:
    """60 diaries each with five factors, the first planted: at least told less three errors."""
    seen = tally(Life(days, 5, effect=RATIO), seed=4, replicates=range(60))
    assert seen.found.share >= found - 3 * Rate(round(60 * found), 60).error
    assert seen.coverage.share >= 0.94 - 2 * seen.coverage.error


@pytest.mark.parametrize(("days", "found"), [(120, 0.18), (365, 0.68)])
def test_a_yes_no_factor_takes_longer_to_be_found(days: int, found: float) -> None:
    """40 diaries each, the planted factor yes on a fifth of the days."""
    life = Life(days, 5, courses=(Course.SELDOM, Course.AMOUNT), effect=RATIO)
    seen = tally(life, seed=days, replicates=range(40))
    assert seen.found.share == pytest.approx(found, abs=3 * Rate(round(40 * found), 40).error)


def test_a_suspect_named_beforehand_is_found_more_often() -> None:
    """80 diaries of 60 days and ten factors: alone at 5 %, or corrected for all that is judged."""
    seen = tally(Life(60, 10, effect=RATIO), seed=60, replicates=range(80))
    assert seen.found_alone.share >= 1.4 * seen.found.share > 0


def test_a_planned_trial_seldom_raises_a_false_alarm() -> None:
    """2,000 trials without an effect, with carry-over and drift: at most 5 %."""
    assert within(trial_alarms(range(2000), seed=9), 0.05)


def test_the_other_methods_are_those_of_scipy() -> None:
    _day, _weekday, count, exposure = lived(np.random.default_rng(1), Life(90, 7))
    for at, column in enumerate(exposure.T):
        p = stats.pearsonr(column, count).pvalue
        assert pearson(exposure, count)[at] == pytest.approx(p)
        cut = 0 if set(column) <= {0.0, 1.0} else np.median(column)
        test = stats.ttest_ind(count[column > cut], count[column <= cut], equal_var=False)
        assert with_or_without(exposure, count)[at] == pytest.approx(test.pvalue)


def test_a_diary_is_drawn_as_its_settings_say() -> None:
    life = Life(2000, 4, mean=3, drift_sd=1e-9, week_sd=1e-9, memory_sd=0.4, dispersion=0.3)
    day, weekday, count, exposure = lived(np.random.default_rng(2), life)
    assert len(day) == len(weekday) == len(count) == 2000
    assert 1 - 2000 / (day[-1] + 1) == pytest.approx(0.15, abs=0.01)
    assert ((weekday[1:] - weekday[:-1]) % 7 == np.diff(day) % 7).all()
    assert count.mean() == pytest.approx(3 * np.exp(0.08), rel=0.08)
    dispersion = (count.var() - count.mean()) / count.mean() ** 2
    assert dispersion == pytest.approx(1.3 * np.exp(0.16) - 1, abs=0.12)
    assert exposure[:, 0].std() == pytest.approx(1, abs=0.05)
    assert exposure[:, 2].mean() == pytest.approx(0.2, abs=0.03)
    assert np.corrcoef(exposure[:, 1], exposure[:, 3])[0, 1] > 0.1
    series = autoregressive(np.random.default_rng(3), 4000, 0.8)
    assert np.corrcoef(series[1:], series[:-1])[0, 1] == pytest.approx(0.8, abs=0.03)


def test_the_models_own_p_is_that_of_its_own_error() -> None:
    found = estimate(*lived(np.random.default_rng(4), Life(120, 2)), names=["a", "b"]).factors
    for p, each in zip(by_model(found), found, strict=True):
        assert p == pytest.approx(2 * stats.norm.sf(abs(each.log_rate_ratio / each.model_se)))
