from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from support import counted
from twitchlog.domain.counts.lengths import LengthCounts
from twitchlog.reports.patterns.durations import durations, quantile

lengths = st.lists(st.floats(0.1, 86400), min_size=1, max_size=50)


def test_the_middle_half_and_the_longest_are_named() -> None:
    """Five durations 10 20 60 120 600 s: median 60, quartiles 20 and 120; two without."""
    found = durations(counted.lengths([10, 20, 60, 120, 600], without=2))
    assert (found.median, found.low, found.high, found.longest) == (60, 20, 120, 600)
    assert (found.recorded, found.without, found.entries) == (5, 2, 7)
    assert found.enough


def test_one_duration_is_its_own_middle() -> None:
    found = durations(counted.lengths([30]))
    assert (found.median, found.low, found.high, found.longest) == (30, 30, 30, 30)
    assert not found.enough


def test_none_recorded_says_so() -> None:
    found = durations(counted.lengths([], without=4))
    assert found.median is None
    assert (found.recorded, found.entries) == (0, 4)


@given(lengths)
def test_the_quartiles_are_those_of_numpy(values: list[float]) -> None:
    found = durations(counted.lengths(values))
    theirs = np.quantile(values, (0.25, 0.5, 0.75))
    assert [found.low, found.median, found.high] == pytest.approx(list(theirs), rel=1e-12)
    assert found.longest == max(values)


@given(lengths, st.floats(0, 1))
def test_any_quantile_is_that_of_numpy(values: list[float], probability: float) -> None:
    ours = quantile(dict(enumerate(sorted(values))), len(values), probability)
    assert ours == pytest.approx(np.quantile(values, probability), rel=1e-12)


def test_no_values_have_no_quantile() -> None:
    with pytest.raises(ValueError, match="no quantile"):
        quantile({}, 0, 0.5)


def test_only_few_durations_are_listed_one_by_one() -> None:
    assert counted.lengths([30, 10]).few == (10, 30)
    assert counted.lengths([1, 2, 3, 4, 5]).few == ()
    assert LengthCounts(0, 3, (0,) * 11, {}).few == ()
