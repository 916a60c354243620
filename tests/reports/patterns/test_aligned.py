from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest

from twitchlog.domain.period import Period
from twitchlog.reports.patterns.aligned import by_day, by_month, by_week

FIRST = date(2026, 3, 2)


def test_a_week_is_the_mean_of_its_recorded_days_and_a_gap_stays_one() -> None:
    """Sixteen days: two, then a week with 1, 2 and 6, then a week without a value."""
    period = Period(FIRST, FIRST + timedelta(days=15))
    values = {FIRST + timedelta(days=at): float(amount) for at, amount in ((2, 1), (3, 2), (8, 6))}
    values[FIRST] = 0.0
    weeks = by_week(period, values)
    assert [(week.known, week.value) for week in weeks] == [(1, 0.0), (3, 3.0), (0, None)]
    assert [(week.last - week.first).days + 1 for week in weeks] == [2, 7, 7]
    assert by_day(period, values)[1].value is None
    assert by_day(period, values)[0].value == 0


@pytest.mark.parametrize("seed", range(5))
def test_weeks_and_months_agree_with_pandas(seed) -> None:
    """`resample` in weeks that end with the period, and in calendar months; random gaps."""
    random = np.random.default_rng(seed)
    length = int(random.integers(1, 900))
    period = Period(FIRST, FIRST + timedelta(days=length - 1))
    values = {day: float(random.gamma(2)) for day in period if random.random() < 0.3}
    index = pd.DatetimeIndex([pd.Timestamp(day) for day in period])
    series = pd.Series([values.get(day, np.nan) for day in period], index=index)
    for ours, theirs in (
        (by_week(period, values), series.resample("7D", origin=index[-1], closed="right").mean()),
        (by_month(period, values), series.resample("MS").mean()),
    ):
        expected = [None if np.isnan(each) else pytest.approx(each) for each in theirs]
        assert [each.value for each in ours] == expected
        assert sum(each.known for each in ours) == len(values)


def test_a_single_day_is_a_period_too() -> None:
    period = Period(FIRST, FIRST)
    assert by_month(period, {FIRST: 2.0}) == by_week(period, {FIRST: 2.0})
    assert by_day(period, {})[0].value is None
