"""A moment keeps the instant and the local clock it was read from."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twitchlog.domain.moment import Moment, known_zone

BERLIN = ZoneInfo("Europe/Berlin")
ZONES = st.sampled_from(["Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Pacific/Apia"])


def in_berlin(*when: int) -> Moment:
    return Moment.of(datetime(*when, tzinfo=BERLIN))


def wall(*when: int) -> datetime:
    return datetime(*when)


def test_a_time_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="without its zone"):
        Moment.of(wall(2026, 6, 18, 12, 0))


def test_the_zone_is_kept_by_name_where_it_has_one():
    assert in_berlin(2026, 6, 18, 12).zone == "Europe/Berlin"
    assert Moment.of(datetime(2026, 6, 18, 12, tzinfo=timezone(timedelta(hours=2)))).zone == ""


@given(
    instant=st.datetimes(datetime(1950, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)),
    zone=ZONES,
)
def test_local_day_and_minute_are_those_of_the_clock_it_was_read_from(instant, zone):
    there = instant.astimezone(ZoneInfo(zone))
    moment = Moment.of(there)
    assert moment.day == there.date()
    assert moment.minute == there.hour * 60 + there.minute
    assert abs(moment.utc - instant) < timedelta(milliseconds=1)
    assert moment.local.utcoffset() == there.utcoffset()


def test_the_day_stays_where_the_person_was():
    before_midnight = Moment.of(datetime(2026, 6, 18, 23, 30, tzinfo=ZoneInfo("Asia/Tokyo")))
    assert before_midnight.day == date(2026, 6, 18)
    assert before_midnight.utc.date() == date(2026, 6, 18)
    after = Moment.of(datetime(2026, 6, 18, 0, 30, tzinfo=ZoneInfo("Asia/Tokyo")))
    assert (after.day, after.utc.date()) == (date(2026, 6, 18), date(2026, 6, 17))


def test_going_back_over_the_change_of_clocks_is_counted_in_real_minutes():
    spring = in_berlin(2026, 3, 29, 3, 10)
    assert spring.earlier(minutes=15).local.isoformat() == "2026-03-29T01:55:00+01:00"
    autumn = in_berlin(2026, 10, 25, 3, 10)
    assert autumn.earlier(minutes=60).local.isoformat() == "2026-10-25T02:10:00+01:00"
    assert autumn.earlier(minutes=120).local.isoformat() == "2026-10-25T02:10:00+02:00"


def test_where_the_zone_is_not_known_the_offset_stays():
    moment = Moment.of(datetime(2026, 3, 29, 3, 10, tzinfo=timezone(timedelta(hours=2))))
    assert moment.earlier(minutes=120).local.isoformat() == "2026-03-29T01:10:00+02:00"
    stranger = Moment(0, 60, "Mars/Olympus")
    assert stranger.shifted(timedelta(hours=1)).local.isoformat() == "1970-01-01T02:00:00+01:00"


def test_a_wall_clock_is_read_in_the_zone_of_the_moment_not_at_its_offset():
    winter = in_berlin(2026, 1, 10, 12)
    assert winter.on_clock(wall(2026, 6, 18, 21, 4)).local.isoformat() == (
        "2026-06-18T21:04:00+02:00"
    )


def test_a_time_the_clock_skips_is_moved_on_and_of_one_it_shows_twice_the_first_is_meant():
    anchor = in_berlin(2026, 1, 10, 12)
    skipped = anchor.on_clock(wall(2026, 3, 29, 2, 30))
    assert skipped.local.isoformat() == "2026-03-29T03:30:00+02:00"
    twice = anchor.on_clock(wall(2026, 10, 25, 2, 30))
    assert twice.local.isoformat() == "2026-10-25T02:30:00+02:00"


@given(
    local=st.datetimes(datetime(1990, 1, 1), datetime(2060, 1, 1)),
    zone=ZONES,
)
def test_a_wall_clock_that_exists_is_shown_again_as_it_was(local, zone):
    anchor = Moment.of(datetime(2026, 6, 18, tzinfo=ZoneInfo(zone)))
    moment = anchor.on_clock(local)
    shown = moment.local.replace(tzinfo=None)
    aware = local.replace(tzinfo=ZoneInfo(zone))
    exists = aware.astimezone(UTC).astimezone(ZoneInfo(zone)).replace(tzinfo=None) == local
    if exists and aware.utcoffset().total_seconds() % 60 == 0:
        assert shown == local.replace(microsecond=local.microsecond // 1000 * 1000)


def test_moments_are_ordered_by_time():
    early = Moment.of(datetime(2026, 6, 18, 23, tzinfo=ZoneInfo("Asia/Tokyo")))
    late = Moment.of(datetime(2026, 6, 18, 17, tzinfo=BERLIN))
    assert early < late


@pytest.mark.parametrize(
    "name", ["", "Nowhere/City", "../etc/passwd", "/etc/passwd", "\x00", "x" * 999]
)
def test_a_zone_this_machine_does_not_know_is_none(name):
    assert known_zone(name) is None
