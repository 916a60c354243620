"""The machine's clock: travel is noticed while the program runs, and the zone's rules hold."""

from __future__ import annotations

import os
import time
from datetime import UTC, date, datetime, timedelta

import pytest

from twitchlog.clock import ZONE_LOOK_S, DayClock, Machine, SystemClock


@pytest.fixture
def travel(monkeypatch):
    """Set the machine's zone without telling the C library, as when another program does it."""

    def go(zone):
        monkeypatch.setitem(os.environ, "TZ", zone)

    yield go
    monkeypatch.undo()
    time.tzset()


def test_a_running_program_notices_that_the_machine_is_in_another_zone(travel):
    clock = SystemClock()
    travel("Europe/Berlin")
    assert clock.now().zone == "Europe/Berlin"
    travel("Pacific/Auckland")
    moment = clock.now()
    assert moment.zone == "Pacific/Auckland"
    # The offset is that of the zone, though the C library still has the one before.
    assert moment.offset_min in {720, 780}
    assert abs(moment.utc - datetime.now(UTC)).total_seconds() < 60


def test_a_typed_time_is_read_where_the_machine_is_by_then(travel):
    clock = SystemClock()
    travel("America/New_York")
    assert clock.at(datetime(2026, 11, 1, 1, 30)).offset_min == -240
    assert clock.at(datetime(2026, 11, 1, 1, 30), second=True).offset_min == -300
    travel("Asia/Tokyo")
    assert clock.at(datetime(2026, 11, 1, 1, 30)).offset_min == 540


@pytest.mark.parametrize("zone", ["", "PST8PDT,M3.2.0,M11.1.0", "Mars/Olympus", "\u00e9"])
def test_a_machine_with_an_odd_zone_still_tells_the_time(travel, zone):
    travel(zone)
    clock = SystemClock()
    assert abs(clock.now().utc - datetime.now(UTC)).total_seconds() < 60
    assert clock.at(datetime(2026, 6, 18, 12)).local.date() == date(2026, 6, 18)


@pytest.mark.parametrize("passed", [ZONE_LOOK_S + 1, -ZONE_LOOK_S - 1, 8 * 3600])
def test_the_zone_is_looked_up_again_after_a_while_after_a_sleep_and_when_the_clock_is_set(passed):
    looked, now = [], [1_000_000.0]

    def look_up(*, again):
        looked.append(again)
        return "Asia/Tokyo"

    machine = Machine(look_up, lambda: now[0])
    for _ in range(3):
        assert machine.zone() == "Asia/Tokyo"
    assert looked == [False]
    now[0] += passed
    machine.zone()
    machine.zone()
    assert looked == [False, True]


def test_seconds_go_on_evenly_and_stand_still_with_a_clock_that_does(clock):
    machine = DayClock(SystemClock())
    before = machine.seconds()
    assert machine.seconds() >= before
    day = DayClock(clock)
    start = day.seconds()
    assert day.seconds() == start
    clock.moment = clock.moment.shifted(timedelta(seconds=90))
    assert day.seconds() == start + 90
