"""Periods are cut into weeks, months and quarters that add up to them."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twitchlog.domain.period import Period
from twitchlog.reports.patterns.stretches import Every, every, number_of, stretches

PERIODS = st.builds(
    lambda last, days: Period.ending(last, days=days),
    st.dates(date(2005, 1, 1), date(2040, 1, 1)),
    st.integers(1, 5000),
)


@given(PERIODS, st.sampled_from(Every))
def test_every_day_is_in_exactly_one_stretch(period, each):
    parts = stretches(period, each)
    assert (parts[0].first, parts[-1].last) == (period.first, period.last)
    assert all(b.first - a.last == timedelta(days=1) for a, b in pairwise(parts))
    assert sum(part.days for part in parts) == period.days
    for at, part in enumerate(parts):
        assert number_of(part.first, parts) == number_of(part.last, parts) == at


@given(PERIODS, st.sampled_from(Every))
def test_no_stretch_is_too_short_unless_the_period_is(period, each):
    parts = stretches(period, each)
    assert len(parts) == 1 or all(part.days >= each.value for part in parts)


def test_weeks_end_with_the_period_and_a_short_first_one_is_joined():
    """17 days up to the 17th: 11-17, 4-10, and 1-3, three days, which go to the week after."""
    period = Period(date(2026, 6, 1), date(2026, 6, 17))
    assert stretches(period, Every.WEEK) == (
        Period(date(2026, 6, 1), date(2026, 6, 10)),
        Period(date(2026, 6, 11), date(2026, 6, 17)),
    )


def test_months_and_quarters_are_those_of_the_calendar():
    period = Period(date(2025, 11, 20), date(2026, 4, 30))
    assert [part.first for part in stretches(period, Every.MONTH)] == [
        date(2025, 11, 20), date(2026, 1, 1), date(2026, 2, 1), date(2026, 3, 1), date(2026, 4, 1),
    ]  # fmt: skip
    period = Period(date(2025, 10, 1), date(2026, 6, 30))
    assert [part.first for part in stretches(period, Every.QUARTER)] == [
        date(2025, 10, 1), date(2026, 1, 1), date(2026, 4, 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("days", "each"),
    [(1, Every.WEEK), (182, Every.WEEK), (183, Every.MONTH), (3650, Every.QUARTER)],
)
def test_longer_periods_are_cut_more_coarsely(days, each):
    assert every(Period.ending(date(2026, 6, 18), days=days)) is each
