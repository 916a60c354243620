from __future__ import annotations

import sys
from datetime import date, timedelta
from random import Random
from subprocess import run

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from support import counted
from twitchlog.domain.counts.clock import ClockCounts, waking_start
from twitchlog.reports.patterns.rhythm import (
    Part,
    Rhythm,
    busiest_span,
    by_two_hours,
    hour_of_day,
    part_of_day,
    trimmed,
)

FIRST = date(2026, 1, 1)


def entries(*hours_a_day: list[float]) -> ClockCounts:
    """Count entries given by the hours of each day."""
    return counted.on_clock(
        (FIRST + timedelta(days=at), int(hour * 60))
        for at, hours in enumerate(hours_a_day)
        for hour in hours
    )


def slots_of(*hours: float) -> list[int]:
    """Count entries at these hours by the half hour."""
    return [sum(int(hour * 2) == slot for hour in hours) for slot in range(48)]


def test_entries_are_counted_in_the_hour_they_started() -> None:
    hours = entries([0, 0.99, 1, 23.98]).hours
    assert (hours[0], hours[1], hours[23]) == (2, 1, 1)
    assert sum(hours) == 4
    assert by_two_hours(hours) == (3, *[0] * 10, 1)


def test_hours_in_which_nothing_was_logged_are_not_named() -> None:
    """All at noon: between 12:00 and 13:00, and no hour before or after it."""
    hours = entries([12.1, 12.2], [12.9]).hours
    span = busiest_span(hours, width=3)
    assert span is not None
    assert ((span.start, span.end), span.part) == ((11, 14), Part.AFTERNOON)
    named = trimmed(span, hours)
    assert (named.start, named.end, named.entries) == (12, 13, 3)
    around = entries([23.5, 0.5]).hours
    span = busiest_span(around, width=3)
    assert span is not None
    assert (trimmed(span, around).start, trimmed(span, around).end) == (23, 1)


def test_the_busiest_hours_may_lie_around_midnight() -> None:
    """Two at 23, one at 0, one at 1, one at noon: 23:00 to 2:00 has four of five."""
    span = busiest_span(entries([23, 23.5, 0.2, 1.5, 12]).hours, width=3)
    assert span is not None
    assert (span.start, span.end, span.entries) == (23, 2, 4)
    assert span.part is Part.NIGHT


def test_of_spans_that_tie_the_earliest_is_meant() -> None:
    span = busiest_span(entries([9, 15]).hours, width=1)
    assert span is not None
    assert span.start == 9


def test_one_busy_hour_stands_in_the_middle_of_its_span() -> None:
    span = busiest_span(entries([12, 12.5]).hours, width=3)
    assert span is not None
    assert (span.start, span.end, span.part) == (11, 14, Part.AFTERNOON)


def test_spans_can_be_held_to_even_hours() -> None:
    span = busiest_span(entries([19, 20, 21, 22]).hours, width=4, step=2)
    assert span is not None
    assert (span.start, span.end, span.entries) == (18, 22, 3)


def test_no_entries_have_no_busiest_hours() -> None:
    assert busiest_span([0] * 24, width=3) is None


@given(st.lists(st.integers(0, 5), min_size=24, max_size=24), st.sampled_from([1, 3, 4]))
def test_no_other_span_holds_more(hours: list[int], width: int) -> None:
    span = busiest_span(hours, width=width)
    around = [sum((hours + hours)[at : at + width]) for at in range(24)]
    assert (span.entries if span else 0) == max(around)


@pytest.mark.parametrize(
    ("hour", "part"),
    [
        (0, Part.NIGHT),
        (5.9, Part.NIGHT),
        (6, Part.MORNING),
        (12, Part.AFTERNOON),
        (18, Part.EVENING),
        (21.9, Part.EVENING),
        (22, Part.NIGHT),
    ],
)
def test_the_day_has_four_parts(hour: float, part: Part) -> None:
    assert part_of_day(hour) is part


def test_an_evening_rhythm_is_found() -> None:
    found = hour_of_day(entries(*[[20, 20.5, 21, 14] for _ in range(24)]))
    assert found.verdict is Rhythm.PEAK
    assert found.part is Part.EVENING
    assert found.p is not None
    assert found.p < 0.01


def test_bursts_at_another_hour_each_day_are_no_rhythm() -> None:
    """Thirty days, each with five twitches within an hour that wanders through the day."""
    found = hour_of_day(entries(*[[8 + at * 3 % 13] * 5 for at in range(30)]))
    assert found.verdict is Rhythm.NO_PEAK
    assert found.part is None


def test_it_says_how_many_more_days_it_needs() -> None:
    """Fourteen days with two twitches and ten with one: six more days with two."""
    found = hour_of_day(entries(*[[9, 20]] * 14, *[[21]] * 10))
    assert found.verdict is Rhythm.TOO_EARLY
    assert found.missing_days == 6
    assert found.p is None
    assert hour_of_day(entries()).missing_days == 20


def test_the_same_diary_always_gets_the_same_answer() -> None:
    diary = entries(*[[9 + at % 11, 12 + at % 7] for at in range(25)])
    assert hour_of_day(diary) == hour_of_day(diary)


def test_the_waking_window_is_the_usual_one_unless_the_entries_say_otherwise() -> None:
    assert waking_start(slots_of(15)) == 8 * 60
    assert waking_start(slots_of(14, 18, 22, 23, 0, 2, 3)) in range(13 * 60 + 30, 14 * 60 + 1)


def test_the_chance_is_that_of_turning_every_entry_one_by_one() -> None:
    """Twelve diaries at random (seed 11): the p value against a plain count over single entries.

    The waking window is found by trying all 48, every entry is turned on its own so that its day
    leans towards a random angle, and turns at least as long as what was seen are counted.
    """
    chance = np.random.default_rng(11)
    for _ in range(12):
        usual = chance.uniform(0, 1440)
        diary = [
            (FIRST + timedelta(days=at), int(minute) % 1440)
            for at in range(int(chance.integers(22, 60)))
            for minute in chance.normal(usual + chance.normal(0, 150), 160, chance.integers(1, 6))
        ]
        seed = int(chance.integers(1000))
        found = hour_of_day(counted.on_clock(diary), seed=seed)
        assert found.p == pytest.approx(turned_one_by_one(diary, seed), abs=1e-12)


def turned_one_by_one(diary: list[tuple[date, int]], seed: int) -> float:
    minutes = np.array([minute for _day, minute in diary])
    days = np.unique([day.toordinal() for day, _minute in diary], return_inverse=True)[1]
    starts = sorted(
        range(0, 1440, 30), key=lambda at: (min((at - 480) % 1440, (480 - at) % 1440), at)
    )
    start = max(starts, key=lambda at: int(((minutes // 30 * 30 - at) % 1440 < 840).sum()))
    after = (minutes - start) % 1440
    inside = after < 840
    points = np.exp(2j * np.pi * after[inside] / 840)
    seen = abs(points.sum())
    leans = [np.angle(points[days[inside] == day].sum()) for day in range(days.max() + 1)]
    turns = Random(seed)  # noqa: S311 - chance, no secret
    long = 0
    for _ in range(999):
        drawn = [turns.getrandbits(32) / 2**32 for _ in range(days.max() + 1)]
        angles = np.array(drawn) * 2 * np.pi - leans
        long += abs((points * np.exp(1j * angles[days[inside]])).sum()) >= seen - 1e-9
    return (1 + long) / 1000


def test_people_who_sleep_have_no_rhythm_for_that_alone() -> None:
    """One hundred null diaries (seed 7): awake from about 7 to 23, twitches at any waking time.

    At most ten may be called a peak: 5 % expected, and two Monte-Carlo errors above it.
    """
    random = np.random.default_rng(7)
    found = 0
    for number in range(100):
        days = []
        for _ in range(60):
            up, down = random.normal(7, 0.7), random.normal(23, 0.7)
            count = random.negative_binomial(1.5, 0.4)
            days.append([hour % 24 for hour in random.uniform(up, down, count)])
        found += hour_of_day(entries(*days), seed=number).verdict is Rhythm.PEAK
    assert found <= 10


def test_numpy_is_not_loaded_before_the_turns_need_it() -> None:
    code = (
        "import sys; from twitchlog.domain.counts.clock import ClockCounts;"
        " from twitchlog.reports.patterns import rhythm, same_place, series, places,"
        " durations, spells, persistence; rhythm.hour_of_day(ClockCounts((), ()));"
        " sys.exit('numpy' in sys.modules or 'matplotlib' in sys.modules)"
    )
    assert run([sys.executable, "-c", code], check=False).returncode == 0
