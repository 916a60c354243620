"""The entries on the clock, added up by the diary, against entries counted one by one."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import numpy as np
import pytest

from support import counted, many
from twitchlog.domain.checkin import Detail
from twitchlog.domain.period import Period


@pytest.mark.parametrize("usual", [90, 720, 1290])
def test_the_diary_counts_as_one_would_by_hand(diary, usual: int) -> None:
    """A year of 900 entries at random (seed 3) around one time of the day, half of it asked for."""
    chance = np.random.default_rng(3)
    first = date(2025, 1, 1)
    entries = [
        (first + timedelta(days=int(day)), int(minute) % 1440)
        for day, minute in zip(
            chance.integers(0, 365, 900), chance.normal(usual, 250, 900), strict=True
        )
    ]
    many.write(diary, ((day, minute, None) for day, minute in entries))
    period = Period(date(2025, 3, 1), date(2025, 8, 31))
    found = diary.counts.clock(period)
    wanted = counted.on_clock(each for each in entries if each[0] in period)
    assert found.slots == wanted.slots
    assert [day.entries for day in found.days] == [day.entries for day in wanted.days]
    for ours, theirs in zip(found.days, wanted.days, strict=True):
        assert ours == pytest.approx(theirs, abs=1e-9)
    assert diary.counts.clock(period) == found


def test_an_hour_is_that_of_the_clock_on_the_wall_around_both_clock_changes(diary, clock) -> None:
    """Berlin: 2:30 comes twice on Sunday 26 October 2025 and not at all on Sunday 29 March 2026.

    Both autumn entries stand in the hour from 2:00; the spring one at 3:30, as the clock showed.
    """
    now = clock.now()
    for second in (False, True):
        at = now.on_clock(datetime(2025, 10, 26, 2, 30), second=second)
        diary.twitches.log(["calf-left"], moment=at)
    diary.twitches.log(["calf-left"], moment=now.on_clock(datetime(2026, 3, 29, 2, 30)))
    found = diary.counts.clock(Period(date(2025, 10, 1), now.day))
    assert found.entries == 3
    assert [(hour, count) for hour, count in enumerate(found.hours) if count] == [(2, 2), (3, 1)]
    assert sum(found.week[6]) == 3
    assert [day.entries for day in found.days] == [2, 1]


def test_a_late_night_is_of_the_weekday_it_was_lived_on(diary, clock) -> None:
    """Days end at 4:00: Thursday's entry at 1:15 is one of the Wednesday, at one in the night."""
    diary.preferences.end_day_at(240)
    night = diary.clock.lived(clock.now().on_clock(datetime(2026, 6, 18, 1, 15)))
    diary.twitches.log(["calf-left"], moment=night)
    found = diary.counts.clock(Period(date(2026, 6, 1), date(2026, 6, 18)))
    assert found.week[2][1] == 1
    assert found.entries == 1


def test_nothing_logged_is_nothing_counted(diary) -> None:
    found = diary.counts.clock(Period(date(2026, 6, 1), date(2026, 6, 18)))
    assert (found.entries, found.days, found.hours) == (0, (), (0,) * 24)
    nights = diary.counts.bed_times(Period(date(2026, 6, 1), date(2026, 6, 18)))
    assert (nights.nights, nights.began, nights.ended) == (0, (), ())


def test_bed_and_wake_times_are_those_of_the_check_ins_of_the_period(diary, clock) -> None:
    """Two nights with both times, one with an amount alone, one before the period."""
    today = clock.now().day
    for back, began, ended in ((0, 1390, 410), (1, 1390, 420), (20, 1300, 400)):
        diary.checkins.save(
            today - timedelta(days=back), {"sleep": 7},
            details={"sleep": Detail(began=began, ended=ended)},
        )  # fmt: skip
    diary.checkins.save(today - timedelta(days=2), {"sleep": 8, "caffeine": 95})
    nights = diary.counts.bed_times(Period.ending(today, days=7))
    assert nights.nights == 2
    assert (nights.began, nights.ended) == (((1390, 2),), ((410, 1), (420, 1)))
