from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from twitchlog.domain.checkin import DaySummary
from twitchlog.reports.patterns.series import (
    Tally,
    busiest,
    fullest_month,
    median_a_logged_day,
    months,
    running_median,
    tally,
    weeks,
)

days_of_any_kind = st.lists(st.one_of(st.none(), st.integers(0, 9)), max_size=120).map(
    lambda counts: tuple(
        DaySummary(date.fromordinal(738_000 + at), count or 0, logged=count is not None)
        for at, count in enumerate(counts)
    )
)


def test_days_not_logged_are_in_neither_number(diary) -> None:
    """Six days: 3, quiet, not logged, 1, not logged, quiet: 2 of 4 logged days."""
    assert tally(diary("30.1.0")) == Tally(twitching=2, logged=4)


def test_no_logged_day_has_no_share(diary) -> None:
    assert tally(diary("...")).share is None
    assert tally(()).share is None
    assert tally(diary("0")).share == 0


def test_the_running_median_is_centred_and_leaves_out_days_not_logged(diary) -> None:
    """Seven days 7 0 . 2 1 1 1.

    Day 0 sees days 0-3, of which three are logged: no value. Day 1 sees 0 1 2 7: between 1 and 2.
    Day 3 sees 0 1 1 1 2 7: 1. The last day sees 1 1 1 2: 1.
    """
    medians = running_median(diary("70.2111"))
    assert medians[0] is None
    assert medians[1] == 1.5
    assert medians[3] == 1
    assert medians[6] == 1


def test_one_busy_day_does_not_move_the_running_median(diary) -> None:
    assert set(running_median(diary("1119111"))) == {1}


def test_the_running_median_never_crosses_a_long_gap(diary) -> None:
    medians = running_median(diary("1111" + "." * 7 + "1111"))
    assert medians[0] == medians[-1] == 1
    assert medians[7] is None
    assert medians[5] is None


@given(days_of_any_kind)
def test_the_running_median_is_the_one_pandas_finds(days) -> None:
    counts = pd.Series([day.count if day.logged else np.nan for day in days], dtype=float)
    expected = counts.rolling(7, center=True, min_periods=4).median()
    ours = pd.Series(running_median(days), dtype=float)
    pd.testing.assert_series_equal(ours, expected)


def test_the_median_is_over_logged_days_quiet_ones_too(diary) -> None:
    """Logged days 0 0 1 4 9: the middle one has 1."""
    assert median_a_logged_day(diary("0.9.014")) == 1
    assert median_a_logged_day(diary("01")) == 0.5
    assert median_a_logged_day(diary("..")) is None


def test_every_day_that_ties_for_the_most_is_named(diary) -> None:
    found = busiest(diary("1404"))
    assert found is not None
    assert found.entries == 4
    assert found.days == (date(2026, 3, 3), date(2026, 3, 5))


def test_a_diary_without_entries_has_no_busiest_day(diary) -> None:
    assert busiest(diary("00.")) is None
    assert busiest(()) is None


def test_weeks_are_counted_back_from_the_last_day(diary) -> None:
    """Ten days: the first week has the three left over, the second the last seven."""
    first, second = weeks(diary("1.0 2010.30"))
    assert (first.first, first.last) == (date(2026, 3, 2), date(2026, 3, 4))
    assert first.tally == Tally(1, 2)
    assert second.tally == Tally(3, 6)
    assert second.entries == 6


@given(days_of_any_kind)
def test_the_weeks_add_up_to_the_period(days) -> None:
    parts = weeks(days)
    whole = tally(days)
    assert sum(week.tally.twitching for week in parts) == whole.twitching
    assert sum(week.tally.logged for week in parts) == whole.logged
    assert sum(week.entries for week in parts) == sum(day.count for day in days)
    assert all((week.last - week.first).days == 6 for week in parts[1:])


def test_months_are_those_of_the_calendar(diary) -> None:
    """From 30 January to 2 March 2026: two days, 28 days, two days."""
    parts = months(diary("2" * 32, first=date(2026, 1, 30)))
    assert [part.tally.logged for part in parts] == [2, 28, 2]
    assert [part.first for part in parts] == [
        date(2026, 1, 30),
        date(2026, 2, 1),
        date(2026, 3, 1),
    ]


def test_the_fullest_month_is_that_with_the_largest_share(diary) -> None:
    """March from the 2nd: 15 of 30 days; April: 20 of 30; May: 3 of 3 days, too few to compare."""
    days = diary("10" * 15 + "1" * 20 + "0" * 10 + "111")
    found = fullest_month(days)
    assert found is not None
    assert (found.first, found.tally) == (date(2026, 4, 1), Tally(20, 30))


def test_no_month_stands_out_alone_or_where_two_are_level(diary) -> None:
    assert fullest_month(diary("1" * 30)) is None
    assert fullest_month(diary("1" * 60)) is None
    assert fullest_month(()) is None


@given(st.lists(st.one_of(st.none(), st.integers(0, 3)), max_size=900))
def test_the_fullest_month_is_the_one_pandas_finds(counts) -> None:
    days = tuple(
        DaySummary(date.fromordinal(738_000 + at), count or 0, logged=count is not None)
        for at, count in enumerate(counts)
    )
    dates = pd.to_datetime([day.day for day in days])
    twitching = pd.Series([float(day.count > 0) if day.logged else np.nan for day in days], dates)
    by_month = twitching.groupby(dates.to_period("M") if len(dates) else dates)
    shares = by_month.mean()[by_month.count() >= 14]
    top = shares[shares == shares.max()]
    found = fullest_month(days)
    if len(shares) < 2 or len(top) > 1:
        assert found is None
    else:
        assert found is not None
        assert pd.Period(found.first, "M") == top.index[0]


def test_a_week_nobody_logged_has_no_mean_rather_than_zero(diary) -> None:
    unknown, quiet = weeks(diary("......." + "0000000"))
    assert unknown.mean is None
    assert quiet.mean == 0


def test_no_days_make_no_weeks() -> None:
    assert weeks(()) == ()
    assert months(()) == ()
