from __future__ import annotations

from math import log

import numpy as np
import pytest

from support.series import diary
from twitchlog.reports.triggers.estimating import Estimate, Factor, estimate
from twitchlog.reports.triggers.judging import Lack, Verdict, verdicts


def factor(ratio: float, half: float, **other) -> Factor:
    given = {
        "name": "a", "step": 1.0, "log_rate_ratio": log(ratio), "shift_se": half / 2,
        "model_se": 0.1, "t": 0.0, "p": 0.5, "q": 0.5,
        "interval": (log(ratio) - half, log(ratio) + half), "tolerance": 0.9, "fewer_kind": None,
        "days": 120,
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
        (factor(2, 0.2, q=0.001, days=52), {}, Lack.DAYS, 8),
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
    day, weekday, count, exposure = diary(np.random.default_rng(2), days=59, factors=3, effect=1)
    found = verdicts(estimate(day, weekday, count, exposure, names=list("abc")))
    assert {each.verdict for each in found} == {Verdict.NOT_ENOUGH}
