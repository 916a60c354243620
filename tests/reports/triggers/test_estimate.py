from __future__ import annotations

import numpy as np
import pytest
from scipy import stats
from statsmodels.stats.multitest import multipletests

from support.series import diary
from twitchlog.reports.triggers.design import adjustment, spline
from twitchlog.reports.triggers.estimating import benjamini_hochberg, estimate
from twitchlog.reports.triggers.fitted import shift_errors
from twitchlog.reports.triggers.negative_binomial import fit


@pytest.mark.parametrize("days", [90, 91])
def test_the_shift_error_is_the_spread_over_every_shift_one_by_one(days: int) -> None:
    rng = np.random.default_rng(8)
    day, weekday, count, exposure = diary(rng, days=days, factors=2)
    columns = np.column_stack([adjustment(day, weekday, count), exposure])
    fitted = fit(columns, count)
    calendar, rows = int(day[-1] - day[0]) + 1, len(day)
    influence, residual = np.zeros((calendar, columns.shape[1])), np.zeros(calendar)
    for at, row, seen, mean in zip(day - day[0], columns, count, fitted.mean, strict=True):
        influence[at] = fitted.covariance @ row
        residual[at] = (seen - mean) / (1 + fitted.dispersion * mean)
    sums = [
        sum(influence[(at + shift) % calendar] * residual[at] for at in range(calendar))
        for shift in range(1, calendar)
    ]
    spread = np.sqrt(np.mean(np.square(sums), axis=0) * calendar / rows)
    found = shift_errors(fitted, columns, day, count, last=columns.shape[1])
    assert found == pytest.approx(spread * rows / fitted.df)
    assert shift_errors(fitted, columns, day, count, last=2) == pytest.approx(found[-2:])


@pytest.mark.parametrize("days", [60, 119, 365, 730, 3650])
def test_the_spline_of_the_date_stays_well_conditioned(days: int) -> None:
    columns = spline(days)
    assert columns.shape == (days, max(2, days // 14))
    assert columns.T @ columns == pytest.approx(np.eye(columns.shape[1]), abs=1e-9)
    assert columns.sum(axis=0) == pytest.approx(0, abs=1e-9)
    # a straight line is a natural spline
    line = np.linspace(-1, 1, days)
    assert columns @ (columns.T @ line) == pytest.approx(line, abs=1e-9)


def test_yesterday_counts_only_where_it_was_logged() -> None:
    """Days 0, 1, 3: yesterday of day 1 had 4 twitches; days 0 and 3 have no yesterday."""
    columns = adjustment(np.array([0, 1, 3]), np.array([0, 1, 3]), np.array([4.0, 2.0, 7.0]))
    assert columns[:, -1].tolist() == [0, 1, 0]
    assert columns[:, -2].tolist() == [0, 0, 0]
    assert columns[:, 0].tolist() == [1, 1, 1]
    assert columns[:, -8:-2].sum(axis=1).tolist() == [0, 1, 1]


def test_tolerance_is_what_other_columns_do_not_explain() -> None:
    rng = np.random.default_rng(1)
    columns = np.column_stack([np.ones(80), rng.normal(size=(80, 3))])
    columns = np.column_stack([columns, columns[:, 1] + columns[:, 2] + rng.normal(size=80)])
    count = rng.poisson(3, 80).astype(float)
    found = fit(columns, count).tolerance
    for at in range(1, 5):
        others = np.delete(columns, at, axis=1)
        coefficients = np.linalg.lstsq(others, columns[:, at], rcond=None)[0]
        unexplained = ((columns[:, at] - others @ coefficients) ** 2).sum()
        share = unexplained / ((columns[:, at] - columns[:, at].mean()) ** 2).sum()
        assert found[at] == pytest.approx(share)


def test_a_copy_has_no_tolerance_and_takes_no_degree_of_freedom() -> None:
    rng = np.random.default_rng(1)
    columns = np.column_stack([np.ones(80), rng.normal(size=(80, 3))])
    columns = np.column_stack([columns, columns[:, 1] + columns[:, 2], np.full(80, 4.0)])
    found = fit(columns, rng.poisson(3, 80).astype(float))
    assert found.tolerance == pytest.approx([0, 0, 0, found.tolerance[3], 0, 0])
    assert found.tolerance[3] > 0.9
    assert found.df == 76


@pytest.mark.parametrize("seed", range(5))
def test_q_values_are_those_of_statsmodels(seed: int) -> None:
    values = np.random.default_rng(seed).uniform(size=12) ** 3
    expected = multipletests(values, method="fdr_bh")[1]
    assert benjamini_hochberg(list(values)) == pytest.approx(expected)


def test_p_and_interval_are_those_of_t(some) -> None:
    for factor in some.factors:
        assert factor.p == pytest.approx(2 * stats.t.sf(abs(factor.t), some.df), abs=1e-12)
        half = stats.t.ppf(0.975, some.df) * factor.shift_se
        assert factor.interval[1] - factor.log_rate_ratio == pytest.approx(half)


def test_a_yes_no_factor_has_no_more_degrees_of_freedom_than_changes() -> None:
    """Off, on, off, on and off again: four changes, however many days."""
    day, weekday, count, _unused = diary(np.random.default_rng(3), days=150, factors=1)
    spells = ((np.arange(150) // 30) % 2)[:, None]
    (factor,) = estimate(day, weekday, count, spells, names=["spells"]).factors
    assert factor.p == pytest.approx(2 * stats.t.sf(abs(factor.t), 4))
    half = stats.t.ppf(0.975, 4) * factor.shift_se
    assert factor.interval[1] - factor.log_rate_ratio == pytest.approx(half)


@pytest.fixture(scope="module")
def some():
    day, weekday, count, exposure = diary(np.random.default_rng(3), days=180, factors=4, effect=0.5)
    return estimate(day, weekday, count, exposure, names=list("abcd"))


def test_the_same_diary_gives_the_same_answer(some) -> None:
    day, weekday, count, exposure = diary(np.random.default_rng(3), days=180, factors=4, effect=0.5)
    assert estimate(day, weekday, count, exposure, names=list("abcd")) == some


def test_a_ratio_is_per_unit_as_given() -> None:
    day, weekday, count, exposure = diary(np.random.default_rng(3), days=180, factors=4, effect=0.5)
    scaled = estimate(day + 700, weekday, count, exposure * 100 + 7, names=list("abcd"))
    plain = estimate(day, weekday, count, exposure, names=list("abcd"))
    for one, other in zip(scaled.factors, plain.factors, strict=True):
        assert one.log_rate_ratio * 100 == pytest.approx(other.log_rate_ratio, rel=1e-6)
        assert one.p == pytest.approx(other.p, rel=1e-5)


def test_only_the_last_730_days_count() -> None:
    day, weekday, count, exposure = diary(np.random.default_rng(4), days=900, factors=2)
    recent = day > day[-1] - 730
    assert estimate(day, weekday, count, exposure, names=["a", "b"]) == estimate(
        day[recent], weekday[recent], count[recent], exposure[recent], names=["a", "b"]
    )


def test_rare_values_are_drawn_in_only_where_asked() -> None:
    day, weekday, count, exposure = diary(np.random.default_rng(5), days=180, factors=1)
    exposure[17] = 500
    plain = estimate(day, weekday, count, exposure, names=["a"]).factors[0]
    drawn = estimate(day, weekday, count, exposure, names=["a"], winsorise=0.01).factors[0]
    assert abs(plain.log_rate_ratio) < abs(drawn.log_rate_ratio)


@pytest.mark.parametrize(
    ("counts", "exposures"),
    [
        (np.zeros(100), np.random.default_rng(0).normal(size=(100, 2))),
        (np.full(100, 3.0), np.random.default_rng(0).normal(size=(100, 2))),
        (np.arange(100.0), np.ones((100, 2))),
        (np.arange(100.0) % 5, np.repeat(np.random.default_rng(0).normal(size=(100, 1)), 2, 1)),
        (np.eye(1, 100)[0] * 1e6, np.eye(100)[:, :2]),
    ],
)
def test_odd_diaries_give_finite_answers_or_none(counts, exposures) -> None:
    found = estimate(np.arange(100), np.arange(100) % 7, counts, exposures, names=["a", "b"])
    for factor in found.factors:
        assert np.isfinite(factor.log_rate_ratio)
        assert 0 <= factor.p <= 1
        assert factor.q is None or factor.interval[0] <= factor.log_rate_ratio


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"day": np.array([0, 2, 1])}, "ascend"),
        ({"count": np.array([1.0, np.nan, 1.0])}, "finite"),
        ({"count": np.array([1.0, -1.0, 1.0])}, "not below 0"),
        ({"exposure": np.zeros((3, 2))}, "a column for each name"),
        ({"weekday": np.array([0, 1])}, "one value for each"),
        ({"steps": [0.0]}, "other than 0"),
    ],
)
def test_arrays_that_do_not_fit_are_refused(change, words) -> None:
    given = {
        "day": np.arange(3), "weekday": np.arange(3), "count": np.ones(3),
        "exposure": np.zeros((3, 1)), "names": ["a"],
    } | change  # fmt: skip
    with pytest.raises(ValueError, match=words):
        estimate(
            given.pop("day"), given.pop("weekday"), given.pop("count"), given.pop("exposure"),
            **given,
        )  # fmt: skip
