"""The engine against statsmodels, scipy and direct loops, on invented diaries and public data.

The data sets come with statsmodels. Counts of people (doctor visits of the RAND experiment,
affairs, executions, bills) check the fit on columns as they are; yearly sunspots and quarterly
unemployment run through all of `estimate`, a year or a quarter being a day, some of them missing.
"""

from __future__ import annotations

import warnings

import numpy as np
import pytest
from scipy import stats
from scipy.interpolate import CubicSpline
from scipy.optimize import brentq
from statsmodels import datasets
from statsmodels.discrete.conditional_models import ConditionalPoisson
from statsmodels.genmod.families import NegativeBinomial, Poisson
from statsmodels.genmod.generalized_linear_model import GLM
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.outliers_influence import variance_inflation_factor

from support.hourly import waking_hours
from support.series import Life, lived
from twitchlog.reports.triggers.design import spline
from twitchlog.reports.triggers.estimating import estimate
from twitchlog.reports.triggers.fitted import model
from twitchlog.reports.triggers.hour_by_hour import within_day
from twitchlog.reports.triggers.judging import Verdict, verdicts
from twitchlog.reports.triggers.negative_binomial import RIDGE, fit

RANDHIE = ["lncoins", "idp", "lpi", "fmde", "physlm", "disea", "hlthg", "hlthf"]
FAIR = ["rate_marriage", "age", "yrs_married", "children", "religious", "educ"]
CPUNISH = ["INCOME", "PERPOVERTY", "PERBLACK", "SOUTH"]


def people(name: str, count: str, factors: list[str], *, rows: int) -> tuple[np.ndarray, ...]:
    """Return the columns, the intercept first, and the counts of evenly chosen rows."""
    table = getattr(datasets, name).load_pandas().data
    table = table.iloc[np.linspace(0, len(table) - 1, min(rows, len(table))).astype(int)]
    columns = table[factors].to_numpy(dtype=float)
    return np.column_stack([np.ones(len(table)), columns]), np.rint(table[count].to_numpy(float))


def glm(columns: np.ndarray, count: np.ndarray, dispersion: float):
    """Fit statsmodels' model to the last bits."""
    family = NegativeBinomial(alpha=dispersion) if dispersion > 0 else Poisson()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return GLM(count, columns, family=family).fit(tol=1e-13, maxiter=300)


@pytest.mark.parametrize(
    ("name", "count", "factors"),
    [
        ("randhie", "mdvis", RANDHIE),
        ("fair", "affairs", FAIR),
        ("cpunish", "EXECUTIONS", CPUNISH),
        ("committee", "BILLS104", ["SIZE", "SUBS", "STAFF", "PRESTIGE"]),
    ],
)
def test_counts_of_people_are_fitted_as_statsmodels_does(name, count, factors) -> None:
    columns, counts = people(name, count, factors, rows=700)
    ours = fit(columns, counts, ridge=0.0)
    theirs = glm(columns, counts, ours.dispersion)
    assert ours.converged
    assert ours.coefficients == pytest.approx(theirs.params, rel=1e-6, abs=1e-6)
    assert np.sqrt(np.diag(ours.covariance)) == pytest.approx(theirs.bse, rel=1e-6, abs=1e-6)
    assert ours.mean == pytest.approx(theirs.fittedvalues, rel=1e-6)
    assert (ours.df, ours.dispersion > 0) == (theirs.df_resid, True)
    assert theirs.pearson_chi2 == pytest.approx(theirs.df_resid, rel=1e-6)


def test_the_dispersion_is_the_root_that_scipy_finds() -> None:
    columns, counts = people("randhie", "mdvis", RANDHIE, rows=300)

    def excess(alpha: float) -> float:
        theirs = glm(columns, counts, alpha)
        return theirs.pearson_chi2 - theirs.df_resid

    assert fit(columns, counts, ridge=0.0).dispersion == pytest.approx(
        brentq(excess, 0.1, 20, rtol=1e-10), rel=1e-6
    )


@pytest.fixture(params=["sunspots", "unemployment"])
def course(request):
    """Return day, weekday, count and exposures of a public series with a fifth of it missing."""
    if request.param == "sunspots":
        spots = datasets.sunspots.load_pandas().data["SUNACTIVITY"].to_numpy(dtype=float)
        lags = np.column_stack([spots[11:-11], spots[:-22]])
        count, exposure = np.rint(spots[22:]), lags
    else:
        macro = datasets.macrodata.load_pandas().data
        count = np.rint(macro["unemp"].to_numpy(dtype=float) * 10)
        exposure = macro[["infl", "realint", "tbilrate"]].to_numpy(dtype=float)
    day = np.arange(len(count))
    kept = np.random.default_rng(6).random(len(day)) > 0.2
    return day[kept], day[kept] % 7, count[kept], exposure[kept]


def test_a_whole_estimate_of_a_public_series_agrees(course) -> None:
    day, weekday, count, exposure = course
    names = [f"x{at}" for at in range(exposure.shape[1])]
    found = estimate(day, weekday, count, exposure, names=names, ridge=0.0)
    columns = model(day, weekday, count, exposure, names=names, ridge=0.0).columns
    theirs = glm(columns, count, found.dispersion)
    own = columns.shape[1] - len(names)
    assert found.converged
    for at, each in enumerate(found.factors, own):
        assert each.log_rate_ratio == pytest.approx(theirs.params[at], abs=1e-6)
        assert each.model_se == pytest.approx(theirs.bse[at], abs=1e-6)
        assert each.tolerance == pytest.approx(1 / variance_inflation_factor(columns, at))
        assert each.shift_se == pytest.approx(shifted(theirs, columns, day, at), rel=1e-6)
        assert each.p == pytest.approx(2 * stats.t.sf(abs(each.t), found.df), abs=1e-12)
        assert each.interval == pytest.approx(
            stats.t.interval(0.95, found.df, each.log_rate_ratio, each.shift_se)
        )
    judged = [each for each in found.factors if each.q is not None]
    if judged:
        q = multipletests([each.p for each in judged], method="fdr_bh")[1]
        assert [each.q for each in judged] == pytest.approx(q)
        assert q == pytest.approx(stats.false_discovery_control([each.p for each in judged]))


def shifted(theirs, columns: np.ndarray, day: np.ndarray, at: int) -> float:
    """Return the shift error of statsmodels' own fit, shift by shift."""
    calendar = int(day[-1] - day[0]) + 1
    influence, residual = np.zeros(calendar), np.zeros(calendar)
    alpha = getattr(theirs.family.variance, "alpha", 0.0)  # a Poisson has none
    influence[day - day[0]] = columns @ theirs.cov_params()[at]
    residual[day - day[0]] = theirs.resid_response / (1 + alpha * theirs.fittedvalues)
    squares = [np.dot(np.roll(influence, -by), residual) ** 2 for by in range(1, calendar)]
    rows = len(day)
    return float(np.sqrt(np.mean(squares) * calendar / rows) * rows / theirs.df_resid)


@pytest.mark.parametrize("seed", range(8))
def test_every_course_of_factors_is_fitted_as_statsmodels_does(seed: int) -> None:
    """Amounts, clusters and spells with gaps; a column that depends on others takes no part."""
    life = Life(200, 6, effect=0.4)
    day, weekday, count, exposure = lived(np.random.default_rng(seed), life)
    whole = model(day, weekday, count, exposure, names=list("abcdef"), ridge=0.0)
    theirs = glm(whole.columns, count, whole.fitted.dispersion)
    errors = np.sqrt(np.diag(whole.fitted.covariance))
    assert theirs.pearson_chi2 == pytest.approx(theirs.df_resid, rel=1e-6)
    assert whole.fitted.coefficients == pytest.approx(theirs.params, abs=1e-6)
    assert errors == pytest.approx(theirs.bse, abs=1e-6)
    for at, error in enumerate(whole.errors):
        assert error == pytest.approx(shifted(theirs, whole.columns, day, whole.column(at)))


@pytest.mark.parametrize("seed", [1, 16, 27])
def test_few_twitches_on_few_days_still_have_a_fit(seed: int) -> None:
    """Solved in turns, coefficients and dispersion of these diaries go in circles for ever."""
    life = Life(60, 5, mean=0.7, dispersion=2.0)
    whole = model(*lived(np.random.default_rng(seed), life), names=list("abcde"))
    found, columns = whole.fitted, whole.columns
    residual = whole.count - found.mean
    squares = residual**2 / (found.mean + found.dispersion * found.mean**2)
    score = (residual / (1 + found.dispersion * found.mean)) @ columns
    assert found.converged
    assert squares.sum() == pytest.approx(found.df, rel=1e-6)
    pulled = RIDGE * columns.var(axis=0) * found.coefficients
    assert score[1:] == pytest.approx(pulled[1:], abs=1e-5)


def test_a_first_day_without_a_twitch_is_fitted_as_far_as_the_ridge_lets_it() -> None:
    """In an unbroken diary it alone has no yesterday, and so a column of its own."""
    day, weekday, count, exposure = lived(np.random.default_rng(3), Life(120, 4, away=0.0))
    count[0] = 0
    found = model(day, weekday, count, exposure, names=list("abcd"))
    value = found.columns[:, -5]  # yesterday was logged
    gain = (count - found.fitted.mean) / (1 + found.fitted.dispersion * found.fitted.mean)
    pulled = RIDGE * value.var() * found.fitted.coefficients[-5]
    assert value.tolist() == [0.0] + [1.0] * 119
    assert found.fitted.mean[0] < 0.01
    assert gain @ value == pytest.approx(pulled, abs=1e-5)


@pytest.mark.parametrize("days", [60, 151, 400])
def test_the_spline_holds_every_natural_spline_of_scipy_on_its_knots(days: int) -> None:
    columns = np.column_stack([np.ones(days), spline(days)])
    knots = np.linspace(0, days - 1, columns.shape[1])
    heights = np.random.default_rng(days).normal(size=len(knots))
    theirs = CubicSpline(knots, heights, bc_type="natural")(np.arange(days))
    assert columns @ np.linalg.lstsq(columns, theirs, rcond=None)[0] == pytest.approx(theirs)


@pytest.mark.parametrize("seed", range(3))
def test_the_hours_of_a_day_are_compared_as_statsmodels_does_where_it_is_right(seed: int) -> None:
    """It leaves out days whose hours all have the same count, and its errors know no clusters.

    So there are no such days here, and the errors are worked out from its fit day by day.
    """
    rng = np.random.default_rng(seed)
    day, hour, count, exposure = waking_hours(rng, days=80, effect=0.4)
    varied = [on for on in range(80) if len(set(count[day == on])) > 1]
    here = np.isin(day, varied)
    day, hour, count, exposure = day[here], hour[here], count[here], exposure[here]
    (ours,) = within_day(day, hour, count, exposure, names=["coffee"]).factors
    turn = 2 * np.pi * hour / 24
    waves = [np.sin(turn), np.cos(turn), np.sin(2 * turn), np.cos(2 * turn)]
    columns = np.column_stack([exposure, *waves])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        theirs = ConditionalPoisson(count, columns, groups=day).fit(disp=0)
    assert ours.log_rate_ratio == pytest.approx(theirs.params[0], abs=1e-4)
    pieces = []
    for on in varied:
        rows, seen = columns[day == on], count[day == on]
        share = np.exp(rows @ theirs.params)
        share /= share.sum()
        centred = rows - share @ rows
        pieces.append(((centred.T * share) @ centred * seen.sum(), centred.T @ seen))
    whole, many = sum(own for own, _score in pieces), len(pieces)
    moved = [np.linalg.solve(whole - own, score)[0] for own, score in pieces]
    inverse = np.linalg.inv(whole)
    part = np.array([(inverse @ own @ inverse)[0, 0] for own, _score in pieces])
    assert ours.error == pytest.approx(
        np.sqrt(np.square(moved).sum() * (many - 1) / many), rel=1e-3
    )
    df = int(part.sum() ** 2 / (part**2).sum()) - 1
    assert ours.p == pytest.approx(2 * stats.t.sf(abs(ours.t), df), abs=1e-12)
    half = stats.t.ppf(0.975, df) * ours.error
    assert ours.interval == pytest.approx((ours.log_rate_ratio - half, ours.log_rate_ratio + half))


def test_the_error_within_days_is_about_that_of_leaving_out_each_day_in_turn() -> None:
    """The whole fit done anew without each of 90 days."""
    day, hour, count, exposure = waking_hours(np.random.default_rng(8), days=90, effect=0.4)
    (whole,) = within_day(day, hour, count, exposure, names=["coffee"]).factors
    without = [
        within_day(*(each[day != on] for each in (day, hour, count, exposure)), names=["coffee"])
        for on in range(90)
    ]
    ratios = np.array([each.factors[0].log_rate_ratio for each in without])
    moved = ratios - whole.log_rate_ratio
    assert whole.error == pytest.approx(np.sqrt((moved**2).sum() * 89 / 90), rel=0.03)


def test_sunspots_are_never_called_linked_to_what_only_keeps_their_rhythm() -> None:
    """An invented factor with the same eleven-year waves, shifted, has nothing to do with them."""
    spots = datasets.sunspots.load_pandas().data["SUNACTIVITY"].to_numpy(dtype=float)
    rng = np.random.default_rng(3)
    waves = np.column_stack([np.roll(spots, by) for by in rng.integers(20, 280, 8)])
    day = np.arange(len(spots))
    found = estimate(
        day, day % 7, np.rint(spots), waves / waves.std(axis=0), names=list("abcdefgh")
    )
    assert not any(each.verdict is Verdict.LINKED for each in verdicts(found))
    usual = [stats.pearsonr(wave, spots).pvalue for wave in waves.T]
    assert sum(p < 0.05 for p in usual) >= 2
