"""Rest counts: rates, and how sure they are."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twitchlog.domain.errors import BadInput
from twitchlog.domain.moment import Moment
from twitchlog.domain.rest import RestCount, Tap, likely_count, spread

MOMENT = Moment.of(datetime(2026, 6, 9, 20, tzinfo=UTC))

# Garwood's exact 95 % limits, as tables of Poisson limits print them.
KNOWN = {
    0: (0.000, 3.689),
    1: (0.025, 5.572),
    2: (0.242, 7.225),
    5: (1.623, 11.668),
    10: (4.795, 18.390),
    14: (7.654, 23.490),
    50: (37.111, 65.919),
    100: (81.364, 121.627),
}


@pytest.mark.parametrize(("count", "limits"), KNOWN.items())
def test_the_interval_is_the_exact_one(count, limits):
    assert likely_count(count) == pytest.approx(limits, abs=0.0006)


@given(st.integers(0, 2000))
def test_the_interval_holds_the_count(count):
    low, high = likely_count(count)
    assert low <= count < high


def test_the_rate_is_by_the_true_length():
    count = RestCount(MOMENT, 90.0, tuple(Tap(each * 1000) for each in range(6)))
    assert count.rate == 4.0
    assert count.likely == pytest.approx((likely_count(6)[0] / 1.5, likely_count(6)[1] / 1.5))
    assert count.comparable


def test_one_under_a_minute_is_too_short_to_compare():
    assert not RestCount(MOMENT, 59.9).comparable
    assert RestCount(MOMENT, 60.0).comparable


@given(st.integers(0, 3000), st.floats(1, 3600))
def test_twitches_that_were_only_counted_lie_within_the_time(count, length):
    taps = spread(count, length)
    assert len(taps) == count
    assert all(0 <= tap.after_ms <= length * 1000 for tap in taps)


def test_a_number_of_twitches_that_cannot_be_is_refused():
    for count in (-1, 100_000):
        with pytest.raises(BadInput):
            spread(count, 120)
