"""The zoom of the timeline: days under fingers stay there, and the diary is never left."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twitchlog.domain.period import Period
from twitchlog.presenters.time_window import FEWEST_DAYS, TimeWindow

BOUNDS = Period(date(2026, 1, 1), date(2026, 4, 10))
"""A hundred days."""


def window(first: int, last: int) -> TimeWindow:
    start = BOUNDS.first
    return TimeWindow.of(Period(start + timedelta(first), start + timedelta(last)), BOUNDS)


def test_a_window_shows_just_its_period() -> None:
    assert window(10, 37).period == Period(date(2026, 1, 11), date(2026, 2, 7))


def test_twice_as_close_about_the_middle_leaves_the_middle_half() -> None:
    """40 days from day 20: half of them about the middle (day 40) are days 30 to 49."""
    assert window(20, 59).zoomed(2, 0.5).period == window(30, 49).period


def test_what_lies_under_the_pointer_stays_there() -> None:
    """The left quarter of 40 days from day 20 is day 30; twice as close it is of 20 days."""
    closer = window(20, 59).zoomed(2, 0.25)
    assert closer.start + 0.25 * closer.long == pytest.approx(30)


def test_a_move_by_half_of_itself_is_half_of_its_days() -> None:
    assert window(20, 39).moved(0.5).period == window(30, 49).period


def test_the_days_under_two_fingers_stay_under_them() -> None:
    """Days 20 and 60 go from the quarter and three quarters to the ends."""
    before = window(0, 79)
    after = before.pinched((0.25, 0.75), (0.0, 1.0))
    assert (after.start, after.end) == pytest.approx((20, 60))


def test_further_away_than_the_period_shows_more_of_the_diary() -> None:
    assert window(40, 59).zoomed(0.5, 0.5).period == window(30, 69).period


def test_a_period_that_reaches_beyond_the_diary_can_be_shown() -> None:
    early = Period(date(2025, 12, 1), date(2026, 1, 20))
    assert TimeWindow.of(early, BOUNDS).period == early


def test_a_diary_of_one_day_has_one_window() -> None:
    day = Period(date(2026, 1, 1), date(2026, 1, 1))
    assert TimeWindow.of(day, day).zoomed(8, 0.5).period == day


@given(
    first=st.integers(0, 99),
    long=st.integers(1, 100),
    steps=st.lists(st.tuples(st.floats(0.05, 20), st.floats(0, 1), st.floats(-3, 3)), max_size=6),
)
def test_no_way_of_zooming_leaves_the_diary(
    first: int, long: int, steps: list[tuple[float, float, float]]
) -> None:
    seen = window(first, min(first + long - 1, 99))
    for times, at, share in steps:
        seen = seen.zoomed(times, at).moved(share)
        assert seen.start >= -1e-9
        assert seen.end <= 100 + 1e-6
        assert seen.long >= FEWEST_DAYS - 1e-9
        assert BOUNDS.first <= seen.period.first <= seen.period.last <= BOUNDS.last
