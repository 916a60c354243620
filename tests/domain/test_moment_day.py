"""Which day a moment is of: where days end after midnight, at clock changes, over the date line."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twitchlog.clock import DayClock, FixedClock
from twitchlog.domain.moment import LATEST_DAY_END, Moment

ZONES = sorted(available_timezones() - {"localtime"})
INSTANTS = st.datetimes(datetime(1901, 1, 2), datetime(2100, 1, 1), timezones=st.just(UTC))
ENDS = st.sampled_from(range(0, LATEST_DAY_END + 1, 60))


def there(zone: str, *when: int, fold: int = 0) -> Moment:
    return Moment.of(datetime(*when, tzinfo=ZoneInfo(zone), fold=fold), zone)


def clock_in(zone: str, ends: int) -> DayClock:
    return DayClock(FixedClock(there(zone, 2026, 6, 18, 12)), ends)


@pytest.mark.parametrize(
    ("hour", "minute", "ends", "day"),
    [
        (23, 59, 240, 17),
        (0, 0, 240, 17),
        (3, 59, 240, 17),
        (4, 0, 240, 18),
        (0, 0, 0, 18),
        (4, 59, 300, 17),
        (5, 0, 300, 18),
    ],
)
def test_what_is_before_the_days_end_is_of_the_day_before(hour, minute, ends, day):
    date_there = 17 if hour == 23 else 18
    moment = there("Europe/Berlin", 2026, 6, date_there, hour, minute).lived(ends)
    assert moment.day == date(2026, 6, day)
    assert moment.minute == hour * 60 + minute


@given(instant=INSTANTS, zone=st.sampled_from(ZONES), ends=ENDS)
def test_the_day_is_the_date_or_the_one_before_and_only_in_the_night(instant, zone, ends):
    moment = Moment.of(instant.astimezone(ZoneInfo(zone)), zone)
    lived = moment.lived(ends)
    assert (lived.utc_ms, lived.offset_min, lived.zone) == (
        moment.utc_ms,
        moment.offset_min,
        moment.zone,
    )
    assert (lived.day < moment.day) == (moment.minute < ends)
    assert lived.back <= 2
    assert lived.lived(ends) == lived
    assert lived.lived(0) == moment
    assert lived.of_day(moment.day) == moment


@given(instant=INSTANTS, zone=st.sampled_from(ZONES), ends=ENDS)
def test_a_day_and_time_read_off_a_moment_lead_back_to_it(instant, zone, ends):
    moment = Moment.of(instant.astimezone(ZoneInfo(zone)), zone).lived(ends)
    local = moment.local
    clock = DayClock(FixedClock(Moment(0, 0, zone)), ends)
    back = clock.on(moment.day, time(local.hour, local.minute))
    if moment.twins() is None and moment.local.utcoffset() == (
        instant.astimezone(ZoneInfo(zone)).utcoffset()
    ):
        assert back.utc_ms // 60_000 == moment.utc_ms // 60_000
        assert back.day == moment.day


CHANGES = [
    # zone, a skipped time, what it becomes, a time that comes twice, the half or whole hour
    ("Europe/Berlin", (2026, 3, 29, 2, 30), "03:30", (2026, 10, 25, 2, 30), 60),
    ("America/New_York", (2026, 3, 8, 2, 30), "03:30", (2026, 11, 1, 1, 30), 60),
    ("Australia/Lord_Howe", (2026, 10, 4, 2, 10), "02:40", (2026, 4, 5, 1, 45), 30),
]


@pytest.mark.parametrize(("zone", "skipped", "taken", "twice", "minutes"), CHANGES)
@pytest.mark.parametrize("ends", [0, 60, 120, 180, 240, 300])
def test_over_both_clock_changes_a_typed_time_is_of_the_day_that_was_typed(
    *, zone, skipped, taken, twice, minutes, ends
):
    clock = clock_in(zone, ends)
    for when in (skipped, twice):
        at = time(*when[3:])
        night = at.hour * 60 + at.minute < ends
        day = date(*when[:3]) - timedelta(days=int(night))
        moment = clock.on(day, at)
        assert moment.day == day
        assert moment.local.date() == date(*when[:3])
        assert f"{moment.local:%H:%M}" == (taken if when is skipped else f"{at:%H:%M}")
    first, second = clock.on(date(*twice[:3]), time(12)).on_clock(datetime(*twice)).twins()
    assert second.utc - first.utc == timedelta(minutes=minutes)
    assert (first.minute, first.day) == (second.minute, second.day)


@pytest.mark.parametrize(("zone", "skipped", "_taken", "_twice", "_minutes"), CHANGES)
def test_an_ordinary_time_comes_once(zone, skipped, _taken, _twice, _minutes):
    assert there(zone, 2026, 6, 18, 2, 30).twins() is None
    assert there(zone, *skipped).twins() is None


def test_both_hours_of_autumn_are_told_apart():
    first = there("Europe/Berlin", 2026, 10, 25, 2, 30)
    second = there("Europe/Berlin", 2026, 10, 25, 2, 30, fold=1)
    assert first.twins() == second.twins() == (first, second)
    wall = datetime(2026, 10, 25, 2, 30)
    assert first.on_clock(wall) == first
    assert first.on_clock(wall, second=True) == second
    # Where a time comes once, or not at all, there is no second.
    for when in (datetime(2026, 6, 18, 2, 30), datetime(2026, 3, 29, 2, 30)):
        assert first.on_clock(when, second=True) == first.on_clock(when)


def test_the_night_before_a_skipped_date_is_that_of_the_last_date_there_was():
    night = there("Pacific/Apia", 2011, 12, 31, 1, 30)
    assert night.lived(240).day == date(2011, 12, 29)
    assert night.lived(0).day == date(2011, 12, 31)
    clock = clock_in("Pacific/Apia", 240)
    assert clock.on(date(2011, 12, 29), time(1, 30)) == night.lived(240)
    # A date that never was becomes the next one, and nothing fails.
    assert clock.on(date(2011, 12, 30), time(14)).local.date() == date(2011, 12, 31)


def test_a_time_before_now_has_the_day_that_was_lived_then():
    clock = DayClock(FixedClock(there("Europe/Berlin", 2026, 6, 18, 4, 10)), 240)
    assert clock.now().day == date(2026, 6, 18)
    assert clock.ago(minutes=15).day == date(2026, 6, 17)
    assert clock.day_of(datetime(2026, 6, 18, 3, 59)) == date(2026, 6, 17)
