from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from twitchlog.reports.patterns.durations import EDGES_S, durations, histogram, quantile


def test_the_middle_half_and_the_longest_are_named() -> None:
    """Five durations 10 20 60 120 600 s: median 60, quartiles 20 and 120; two without."""
    found = durations([10, 20, 60, 120, 600], without=2)
    assert (found.median, found.low, found.high, found.longest) == (60, 20, 120, 600)
    assert (found.recorded, found.without, found.entries) == (5, 2, 7)
    assert found.enough


def test_one_duration_is_its_own_middle() -> None:
    found = durations([30], without=0)
    assert (found.median, found.low, found.high, found.longest) == (30, 30, 30, 30)
    assert not found.enough


def test_none_recorded_says_so() -> None:
    found = durations([], without=4)
    assert found.median is None
    assert (found.recorded, found.entries) == (0, 4)


@given(st.lists(st.floats(0.1, 86400), min_size=1, max_size=50), st.floats(0, 1))
def test_quantiles_are_those_of_numpy(values: list[float], probability: float) -> None:
    ours = quantile(sorted(values), probability)
    assert ours == pytest.approx(np.quantile(values, probability), rel=1e-12)


def test_no_values_have_no_quantile() -> None:
    with pytest.raises(ValueError, match="no quantile"):
        quantile([], 0.5)


def test_a_length_on_an_edge_is_in_the_longer_bar() -> None:
    assert histogram([9.9, 10, 60, 3600, 80000]) == (1, 1, 0, 1, 0, 0, 0, 2)
    assert histogram([]) == (0,) * 8


@given(st.lists(st.floats(0.1, 86400), max_size=50))
def test_every_duration_is_in_one_bar(values: list[float]) -> None:
    theirs, _ = np.histogram(values, bins=[0, *EDGES_S, np.inf])
    assert histogram(values) == tuple(theirs)
