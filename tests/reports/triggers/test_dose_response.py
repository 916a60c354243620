from __future__ import annotations

import warnings
from itertools import pairwise

import numpy as np
import pytest
from statsmodels.genmod.families import NegativeBinomial
from statsmodels.genmod.generalized_linear_model import GLM

from support.series import diary
from twitchlog.reports.triggers.curve import dose_response
from twitchlog.reports.triggers.estimating import estimate
from twitchlog.reports.triggers.fitted import model

NAMES = ["a", "b", "c"]


@pytest.fixture(scope="module")
def days():
    return diary(np.random.default_rng(5), days=240, factors=3, effect=0.4)


def test_the_curve_is_the_mean_prediction_of_statsmodels_with_all_days_at_one_amount(days) -> None:
    fitted = model(*days, names=NAMES, ridge=0.0)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        family = NegativeBinomial(alpha=fitted.fitted.dispersion)
        theirs = GLM(fitted.count, fitted.columns, family=family).fit(tol=1e-13, maxiter=200)
    found = dose_response(fitted, "a")
    assert len(found.curve) == 41
    for point in found.curve:
        changed = fitted.columns.copy()
        changed[:, -3] = point.amount
        assert point.rate == pytest.approx(theirs.predict(changed).mean(), rel=1e-6)
    amounts = [point.amount for point in found.curve]
    assert (amounts[0], amounts[-1]) == (days[3][:, 0].min(), days[3][:, 0].max())


def test_the_range_is_that_of_the_slope_and_none_at_the_mean_amount(days) -> None:
    factor = estimate(*days, names=NAMES).factors[0]
    found = dose_response(model(*days, names=NAMES), "a")
    assert found.reference == pytest.approx(days[3][:, 0].mean())
    level = found.curve[0].rate / np.exp(
        factor.log_rate_ratio * (found.curve[0].amount - found.reference)
    )
    for point in found.curve:
        away = point.amount - found.reference
        ends = sorted(level * np.exp(end * away) for end in factor.interval)
        assert [point.low, point.high] == pytest.approx(ends)
        assert point.low <= point.rate <= point.high


def test_days_stand_in_five_groups_of_about_as_many(days) -> None:
    found = dose_response(model(*days, names=NAMES), "a")
    assert len(found.groups) == 5
    sizes = [group.days for group in found.groups]
    assert sum(sizes) == len(days[0])
    assert max(sizes) - min(sizes) <= 2
    for group in found.groups:
        inside = (days[3][:, 0] >= group.least) & (days[3][:, 0] <= group.most)
        assert group.days == inside.sum()
        assert group.count == pytest.approx(days[2][inside].mean())
        assert group.amount == pytest.approx(days[3][inside, 0].mean())


def test_the_adjusted_mean_of_a_group_takes_out_all_but_the_factor(days) -> None:
    """Groups follow the planted effect also where another factor hides it in the plain means."""
    day, weekday, _count, exposure = days
    rng = np.random.default_rng(6)
    exposure = exposure.copy()
    exposure[:, 1] -= exposure[:, 0]
    mean = 6 * np.exp(0.5 * exposure[:, 0] + 0.5 * exposure[:, 1])
    count = rng.poisson(mean).astype(float)
    found = dose_response(model(day, weekday, count, exposure, names=NAMES), "a")
    low, high = found.groups[0], found.groups[-1]
    assert abs(np.log(high.count / low.count)) < 0.3
    truth = 0.5 * (high.amount - low.amount)
    assert np.log(high.adjusted / low.adjusted) == pytest.approx(truth, abs=0.3)
    for group in found.groups:
        at = np.interp(
            group.amount, *zip(*((each.amount, each.rate) for each in found.curve), strict=True)
        )
        assert group.adjusted == pytest.approx(at, rel=0.15)


def test_a_group_worked_out_by_hand(days) -> None:
    day, weekday, count, exposure = days
    answers = (exposure > 0.5).astype(float)
    fitted = model(day, weekday, count, answers, names=NAMES)
    found = dose_response(fitted, "b")
    slope = fitted.fitted.coefficients[-2]
    values = answers[:, 1]
    expected = fitted.fitted.mean * np.exp(slope * (values.mean() - values))
    assert [group.amount for group in found.groups] == [0, 1]
    assert [point.amount for point in found.curve] == [0, 1]
    for group, kind in zip(found.groups, (0, 1), strict=True):
        of_kind = values == kind
        adjusted = count[of_kind].sum() / expected[of_kind].sum() * expected.mean()
        assert group.adjusted == pytest.approx(adjusted)


def test_four_answers_are_four_groups_and_equal_amounts_stay_together(days) -> None:
    day, weekday, count, exposure = days
    answers = np.clip(np.round(exposure + 1.5), 0, 3)
    found = dose_response(model(day, weekday, count, answers, names=NAMES), "a")
    assert [(group.least, group.most) for group in found.groups] == [(n, n) for n in range(4)]
    drinks = np.clip(np.round(3 * exposure), 0, 8)
    groups = dose_response(model(day, weekday, count, drinks, names=NAMES), "a").groups
    assert 2 <= len(groups) <= 5
    assert all(one.most < other.least for one, other in pairwise(groups))


def test_a_factor_that_is_not_there_is_refused(days) -> None:
    with pytest.raises(KeyError):
        dose_response(model(*days, names=NAMES), "d")
