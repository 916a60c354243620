from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from twitchlog.reports.patterns.student import central_probability, two_sided_quantile


@given(probability=st.floats(0.001, 0.9999), df=st.integers(1, 400))
def test_the_quantile_is_that_of_scipy(probability: float, df: int) -> None:
    ours = two_sided_quantile(probability, df=df)
    assert ours == pytest.approx(stats.t.ppf((1 + probability) / 2, df), rel=1e-8)


@given(t=st.floats(-50, 50), df=st.integers(1, 200))
def test_the_probability_is_that_of_scipy(t: float, df: int) -> None:
    ours = central_probability(t, df=df)
    assert ours == pytest.approx(1 - 2 * stats.t.sf(abs(t), df), abs=1e-11)


@pytest.mark.parametrize(("df", "printed"), [(1, 12.706), (3, 3.182), (10, 2.228), (30, 2.042)])
def test_the_quantile_is_that_of_the_printed_tables(df: int, printed: float) -> None:
    assert round(two_sided_quantile(0.95, df=df), 3) == printed


@pytest.mark.parametrize("probability", [0, 1, -1, 2])
def test_a_probability_outside_its_range_is_refused(probability: float) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        two_sided_quantile(probability, df=3)


def test_no_degrees_of_freedom_are_refused() -> None:
    with pytest.raises(ValueError, match="degree of freedom"):
        two_sided_quantile(0.95, df=0)
    with pytest.raises(ValueError, match="degree of freedom"):
        central_probability(1, df=0)
