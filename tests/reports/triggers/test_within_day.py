from __future__ import annotations

import numpy as np
import pytest
from scipy.optimize import minimize

from support.hourly import waking_hours
from twitchlog.reports.triggers.hour_by_hour import within_day


def test_the_coefficients_are_those_of_a_general_optimiser() -> None:
    day, hour, count, exposure = waking_hours(np.random.default_rng(1), days=90, effect=0.5)
    found = within_day(day, hour, count, exposure, names=["coffee"])
    turn = 2 * np.pi * hour / 24
    columns = np.column_stack(
        [exposure, np.sin(turn), np.cos(turn), np.sin(2 * turn), np.cos(2 * turn)]
    )

    def loss(beta):
        linear = columns @ beta
        alike = np.array([np.log(np.exp(linear[day == one]).sum()) for one in range(90)])
        totals = np.bincount(day, weights=count)
        return -(count @ linear - totals @ alike)

    best = minimize(loss, np.zeros(5), method="BFGS", options={"gtol": 1e-8})
    assert found.factors[0].log_rate_ratio == pytest.approx(best.x[0], abs=1e-4)


def test_what_has_its_own_hours_is_no_false_alarm() -> None:
    """100 diaries in which coffee and twitches only keep their hours: about one in twenty."""
    rng = np.random.default_rng(2)
    alarms = sum(
        within_day(*waking_hours(rng, days=90), names=["coffee"]).factors[0].p < 0.05
        for _ in range(100)
    )
    assert alarms <= 11


def test_a_planted_effect_is_found_with_its_size() -> None:
    rng = np.random.default_rng(3)
    found = [
        within_day(*waking_hours(rng, days=120, effect=0.7), names=["coffee"]).factors[0]
        for _ in range(30)
    ]
    assert sum(each.p < 0.05 for each in found) >= 24
    assert sum(each.interval[0] <= 0.7 <= each.interval[1] for each in found) >= 26


def test_days_without_twitches_say_nothing_and_few_days_are_said_to_be_few() -> None:
    day, hour, count, exposure = waking_hours(np.random.default_rng(4), days=70, effect=0.5)
    whole = within_day(day, hour, count, exposure, names=["coffee"])
    quiet = np.bincount(day, weights=count)[day] == 0
    less = within_day(day[~quiet], hour[~quiet], count[~quiet], exposure[~quiet], names=["coffee"])
    assert whole == less
    early = day < 20
    few = within_day(day[early], hour[early], count[early], exposure[early], names=["coffee"])
    assert (few.days + few.missing_days, few.factors) == (60, ())


def test_an_exposure_that_never_was_gives_no_answer_and_no_error() -> None:
    day, hour, count, exposure = waking_hours(np.random.default_rng(5), days=80)
    (factor,) = within_day(day, hour, count, exposure * 0, names=["never"]).factors
    assert (factor.log_rate_ratio, factor.p) == (0, 1)


def test_arrays_that_do_not_fit_are_refused() -> None:
    day, hour, count, exposure = waking_hours(np.random.default_rng(5), days=3)
    with pytest.raises(ValueError, match="a column for each name"):
        within_day(day, hour, count, exposure, names=["a", "b"])
    with pytest.raises(ValueError, match="finite"):
        within_day(day, hour, count * np.nan, exposure, names=["a"])
