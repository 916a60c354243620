"""When an entry was: what is typed is taken as it is meant, and said where it is not plain."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from twitchlog.clock import DayClock, FixedClock
from twitchlog.domain.errors import BadInput
from twitchlog.domain.moment import Moment
from twitchlog.presenters import entry_time

BERLIN, TOKYO = "Europe/Berlin", "Asia/Tokyo"
FOUR = 240


def there(zone: str, *when: int, fold: int = 0, second: int = 0) -> Moment:
    return Moment.of(
        datetime(*when, second, tzinfo=ZoneInfo(zone), fold=fold),
        zone,
    )


def clock_of(day_ends: int = 0, *when: int, zone: str = BERLIN) -> DayClock:
    return DayClock(FixedClock(there(zone, *(when or (2026, 6, 18, 21, 4)))), day_ends)


def typed(day: str, at: str, clock: DayClock, held: Moment | None = None) -> str:
    moment = entry_time.read_again(day, at, held=held, clock=clock)
    return f"{moment.local:%d %b %H:%M %z}, of {moment.day:%d %b}"


def test_a_time_after_midnight_is_in_the_night_after_the_day() -> None:
    assert typed("17 June", "01:30", clock_of(FOUR)) == "18 Jun 01:30 +0200, of 17 Jun"
    assert typed("17 June", "04:00", clock_of(FOUR)) == "17 Jun 04:00 +0200, of 17 Jun"
    assert typed("17 June", "01:30", clock_of()) == "17 Jun 01:30 +0200, of 17 Jun"


def test_the_rule_is_said_while_the_time_is_typed() -> None:
    say = entry_time.say_typed
    clock = clock_of(FOUR)
    assert say("17 June", "1:30", held=None, clock=clock) == (
        "01:30 counts as the night of Wednesday 17 June."
    )
    assert say("17 June", "14:00", held=None, clock=clock) == ""
    assert say("17 June", "1:30", held=None, clock=clock_of()) == ""
    assert say("17 Jun", "soon", held=None, clock=clock) == ""


def test_a_night_still_to_come_is_refused_with_the_day_that_is_meant() -> None:
    with pytest.raises(BadInput, match="01:30 counts as the night after 18 June, which is still"):
        typed("18 June", "01:30", clock_of(FOUR))
    with pytest.raises(BadInput, match=r"For the night before, give 17 June\."):
        typed("18 June", "01:30", clock_of(FOUR))
    with pytest.raises(BadInput, match=r"That time is still to come\."):
        typed("18 June", "23:00", clock_of(FOUR))


def test_an_entry_whose_time_is_set_again_unchanged_does_not_move_at_all() -> None:
    for held in (
        there(BERLIN, 2026, 6, 18, 1, 30, second=42),  # written when days ended at midnight
        there(BERLIN, 2026, 6, 18, 1, 30, second=42).lived(FOUR),
        there(TOKYO, 2026, 6, 17, 23, 30, second=42),
        there(BERLIN, 2025, 10, 26, 2, 30, fold=1, second=42),
        there(BERLIN, 2026, 6, 18, 23, 59, second=42),  # before the clock was set back
    ):
        for ends in (0, FOUR):
            day, at = f"{held.day:%d.%m.%Y}", f"{held.local:%H:%M}"
            assert entry_time.read_again(day, at, held=held, clock=clock_of(ends)) is held


def test_a_night_that_is_corrected_stays_that_night_though_the_setting_changed() -> None:
    plain = there(BERLIN, 2026, 6, 17, 1, 30)
    assert typed("17 June", "01:40", clock_of(FOUR), plain) == "17 Jun 01:40 +0200, of 17 Jun"
    night = plain.lived(FOUR)
    assert typed("16 June", "01:40", clock_of(0), night) == "17 Jun 01:40 +0200, of 16 Jun"
    assert typed("16 June", "23:40", clock_of(0), night) == "16 Jun 23:40 +0200, of 16 Jun"


def test_an_entry_of_a_journey_is_corrected_on_the_clock_it_was_made_by() -> None:
    held = there(TOKYO, 2026, 6, 17, 23, 30)
    assert typed("17 June", "23:10", clock_of(), held) == "17 Jun 23:10 +0900, of 17 Jun"
    now = clock_of().now()
    assert entry_time.say(held, now=now) == "23:30 is the time of Tokyo."
    nameless = Moment.of(datetime.fromisoformat("2026-06-17T23:30+05:30"))
    assert entry_time.say(nameless, now=now) == "23:30 is the time of UTC+5:30."
    winter = there(BERLIN, 2026, 1, 17, 12)
    assert entry_time.say(winter, now=now) == ""


def test_the_hour_that_comes_twice_can_be_chosen_and_is_the_first_unless_said() -> None:
    clock = clock_of(0, 2026, 10, 26, 9)
    first = entry_time.read_again("25 October", "02:30", held=None, clock=clock)
    assert f"{first.local:%H:%M%z}" == "02:30+0200"
    assert [(each.text, each.chosen) for each in entry_time.which_choices(first)] == [
        ("The first 02:30", True),
        ("The second 02:30", False),
    ]
    second = entry_time.which(first, entry_time.SECOND)
    assert f"{second.local:%H:%M%z}" == "02:30+0100"
    assert entry_time.which_choices(second)[1].chosen
    assert entry_time.which(second, entry_time.FIRST) == first
    assert entry_time.say(first, now=clock.now()) == "The clocks went back and showed 02:30 twice."
    # Corrected by some minutes it stays in the hour it was in.
    assert typed("25 October", "02:40", clock, second) == "25 Oct 02:40 +0100, of 25 Oct"
    assert entry_time.which_choices(there(BERLIN, 2026, 6, 18, 2, 30)) == ()


def test_a_time_the_clock_skipped_says_what_it_is_taken_for() -> None:
    clock = clock_of(0, 2026, 3, 30, 9)
    assert typed("29 March", "02:30", clock) == "29 Mar 03:30 +0200, of 29 Mar"
    assert entry_time.say_typed("29 March", "02:30", held=None, clock=clock) == (
        "The clock skipped 02:30 that day; 03:30 is taken instead."
    )


def test_the_same_time_of_another_day_is_in_the_same_half_of_the_night() -> None:
    clock = clock_of(FOUR)
    night = there(BERLIN, 2026, 6, 18, 1, 30).lived(FOUR)
    moved = entry_time.on_day(night, date(2026, 6, 10), clock)
    assert (moved.day, moved.local.date(), moved.minute) == (
        date(2026, 6, 10),
        date(2026, 6, 11),
        90,
    )
    assert entry_time.on_day(night, night.day, clock) is night
    # Of today a night has not come yet, so that it becomes now.
    assert entry_time.on_day(night, date(2026, 6, 18), clock) == clock.now()
