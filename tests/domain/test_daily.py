"""The one rule of a day's amount, and hours slept over midnight and clock changes."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twitchlog.clock import FixedClock
from twitchlog.domain.daily import (
    NIGHT_STARTS,
    daily_amount,
    hours_slept,
    minutes_of,
    moved,
    time_of,
)
from twitchlog.domain.errors import BadInput
from twitchlog.domain.moment import Moment

BERLIN = FixedClock(Moment.of(datetime(2026, 6, 18, 9, tzinfo=ZoneInfo("Europe/Berlin"))))
TIMES = st.times().map(lambda at: at.replace(second=0, microsecond=0))


def test_what_is_said_stands_for_the_doses_and_without_either_nothing_is_known():
    assert daily_amount(190, [95, 95]) == 190
    assert daily_amount(0, [95]) == 0
    assert daily_amount(None, [95, 65]) == 160
    assert daily_amount(None, []) is None
    assert daily_amount(None, [0.1, 0.2]) == 0.3


def test_an_amount_that_moves_never_falls_below_zero():
    assert moved(190, 95) == 285
    assert moved(50, -95) == 0
    assert moved(0.3, -0.1) == 0.2


@pytest.mark.parametrize(
    ("bed", "wake", "hours"),
    [
        (time(23, 10), time(6, 40), 7.5),
        (time(0, 30), time(7, 0), 6.5),
        (time(20), time(8), 12),
        (time(4), time(11, 15), 7.25),
        (time(9), time(16), 7),
    ],
)
def test_hours_are_counted_over_midnight(bed, wake, hours):
    assert hours_slept(date(2026, 6, 18), bed, wake, at=BERLIN.at) == hours


def test_the_night_in_which_the_clocks_change_is_as_long_as_it_was():
    night = time(23), time(7)
    assert hours_slept(date(2026, 3, 29), *night, at=BERLIN.at) == 7
    assert hours_slept(date(2026, 10, 25), *night, at=BERLIN.at) == 9


@pytest.mark.parametrize(("bed", "wake"), [(time(7), time(7)), (time(9), time(8))])
def test_a_night_that_ends_before_it_begins_is_refused(bed, wake):
    with pytest.raises(BadInput, match="must come after"):
        hours_slept(date(2026, 6, 18), bed, wake, at=BERLIN.at)


@given(
    day=st.dates(date(1990, 1, 1), date(2037, 1, 1)),
    bed=TIMES,
    wake=TIMES,
    zone=st.sampled_from(
        ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Tokyo"]
    ),
)
def test_a_night_is_as_long_as_the_time_that_passed(day, bed, wake, zone):
    place = ZoneInfo(zone)
    clock = FixedClock(Moment.of(datetime(2026, 6, 18, tzinfo=place)))
    evening = day - timedelta(days=1) if bed >= NIGHT_STARTS else day
    passed = datetime.combine(day, wake, place).astimezone(UTC) - datetime.combine(
        evening, bed, place
    ).astimezone(UTC)
    expected = passed / timedelta(hours=1)
    if not 0 < expected <= 24:
        with pytest.raises(BadInput):
            hours_slept(day, bed, wake, at=clock.at)
    else:
        assert hours_slept(day, bed, wake, at=clock.at) == pytest.approx(expected, abs=0.01)


@given(at=TIMES)
def test_minutes_of_the_clock_go_both_ways(at):
    assert time_of(minutes_of(at)) == at
