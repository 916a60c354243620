from __future__ import annotations

from math import log

import numpy as np
import pytest

from support.series import autoregressive, diary
from twitchlog.reports.triggers import Estimate, Factor, Lack, Verdict, estimate, verdicts


def factor(ratio: float, half: float, **other) -> Factor:
    given = {
        "name": "a", "step": 1.0, "log_rate_ratio": log(ratio), "shift_se": half / 2,
        "model_se": 0.1, "t": 0.0, "p": 0.5, "q": 0.5,
        "interval": (log(ratio) - half, log(ratio) + half), "tolerance": 0.9, "fewer_kind": None,
    }  # fmt: skip
    return Factor(**(given | other))


def verdict(one: Factor, **other):
    given = {"days": 120, "calendar_days": 140, "df": 90, "dispersion": 0.3, "converged": True}
    return verdicts(Estimate(**(given | other), factors=(one,)))[0]


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (factor(1.5, 0.3, q=0.049), Verdict.LINKED),
        (factor(1.5, 0.3, q=0.05), Verdict.POSSIBLY),
        (factor(1.5, 0.3, q=0.099), Verdict.POSSIBLY),
        (factor(1.5, 0.3, q=0.10), Verdict.UNCLEAR),
        (factor(1.0, 0.22), Verdict.NO_LINK),
        (factor(1.0, 0.23), Verdict.UNCLEAR),
        (factor(1.02, 0.22), Verdict.UNCLEAR),
        (factor(1.002, 0.022, step=10.0), Verdict.UNCLEAR),
        (factor(1.002, 0.002, step=-10.0), Verdict.NO_LINK),
    ],
)
def test_a_verdict_keeps_to_its_threshold(one: Factor, said: Verdict) -> None:
    assert verdict(one).verdict is said


@pytest.mark.parametrize(
    ("one", "whole", "lack", "more"),
    [
        (factor(2, 0.2, q=0.001), {"days": 52}, Lack.DAYS, 8),
        (factor(2, 0.2, q=0.001), {"df": 25}, Lack.FREEDOM, 5),
        (factor(2, 0.2, q=0.001), {"converged": False}, Lack.A_FIT, None),
        (factor(2, 0.2, q=0.001, fewer_kind=7), {}, Lack.OF_A_KIND, 3),
        (factor(2, 0.2, q=0.001, tolerance=0.14), {}, Lack.OWN_CHANGES, None),
        (factor(2, log(2) * 1.5, q=0.001), {}, Lack.CERTAINTY, 150),
    ],
)
def test_what_is_missing_is_said_instead(one, whole, lack, more) -> None:
    """The half-width of the last is 1.5 ln 2: 1.5^2 = 2.25 times the 120 days, 150 more."""
    found = verdict(one, **whole)
    assert found.verdict is Verdict.NOT_ENOUGH
    assert (found.lack, found.more_days) == (lack, more)


def test_a_factor_that_changed_once_is_not_judged() -> None:
    rng = np.random.default_rng(2)
    day, weekday, count, exposure = diary(rng, days=200, factors=2)
    exposure[:, 1] = day > 100
    found = verdicts(estimate(day, weekday, count, exposure, names=["a", "once"]))
    assert found[1].lack is Lack.OWN_CHANGES


def test_few_days_are_never_judged() -> None:
    day, weekday, count, exposure = diary(np.random.default_rng(2), days=60, factors=3, effect=1)
    found = verdicts(estimate(day, weekday, count, exposure, names=list("abc")))
    assert {each.verdict for each in found} == {Verdict.NOT_ENOUGH}


@pytest.mark.parametrize(("days", "factors"), [(120, 5), (365, 5), (200, 15)])
def test_inert_factors_seldom_raise_a_false_alarm(days: int, factors: int) -> None:
    """120 diaries: a rate of 3 to 4 % a factor stays under 6.5 %, 97 % coverage over 94 %."""
    rng = np.random.default_rng(20)
    names = [f"f{at}" for at in range(factors)]
    alarms = covered = named = total = 0
    for _ in range(120):
        found = estimate(*diary(rng, days=days, factors=factors), names=names)
        alarms += sum(each.p < 0.05 for each in found.factors)
        covered += sum(each.interval[0] <= 0 <= each.interval[1] for each in found.factors)
        named += any(each.q is not None and each.q < 0.05 for each in found.factors)
        total += factors
    assert alarms / total <= 0.065
    assert covered / total >= 0.935
    assert named / 120 <= 0.10


def test_a_planted_factor_is_found_and_its_size_is_right() -> None:
    """60 diaries of 180 days, a rate ratio of 1.5 per SD: found in most, the truth in 19 of 20."""
    rng = np.random.default_rng(21)
    found = [
        estimate(*diary(rng, days=180, factors=5, effect=log(1.5)), names=list("abcde")).factors[0]
        for _ in range(60)
    ]
    assert sum(each.q is not None and each.q < 0.10 for each in found) >= 45
    assert sum(each.interval[0] <= log(1.5) <= each.interval[1] for each in found) >= 54


def test_the_usual_correlation_cries_wolf_where_this_does_not() -> None:
    """The same 100 null diaries: Pearson names far more than one in twenty."""
    from scipy.stats import pearsonr

    rng = np.random.default_rng(22)
    usual = ours = 0
    for _ in range(100):
        day, weekday, count, _unused = diary(rng, days=180, factors=1)
        slow = autoregressive(rng, 180, 0.9)[day]
        usual += pearsonr(slow, count).pvalue < 0.05
        found = estimate(day, weekday, count, slow[:, None], names=["a"]).factors[0]
        ours += found.q is not None and found.q < 0.05
    assert usual >= 15
    assert ours <= 8
