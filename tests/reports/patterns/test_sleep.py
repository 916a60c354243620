from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import circmean

from twitchlog.domain.counts.clock import BedTimes
from twitchlog.reports.patterns.sleep import Sleep, circular_median, usual_sleep

clock_minutes = st.lists(st.integers(0, 1439), min_size=1, max_size=25)


def counts(minutes: list[int]) -> tuple[tuple[int, int], ...]:
    return tuple(sorted(Counter(minutes).items()))


def nights(began: list[int], ended: list[int]) -> BedTimes:
    return BedTimes(len(began), counts(began), counts(ended))


def test_the_usual_night_is_the_middle_one_around_midnight() -> None:
    """Bed at 23:00, 23:10 three times, 0:30 twice, 1:00: the fourth of seven is 23:10.

    Up at 6:00, 6:30, 6:50 twice, 7:10, 7:20, 9:00: the fourth is 6:50. Noon would lie between the
    plain medians of bed times before and after midnight.
    """
    began = [1380, 1390, 1390, 1390, 30, 30, 60]
    ended = [360, 390, 410, 410, 430, 440, 540]
    assert usual_sleep(nights(began, ended)) == Sleep(1390, 410, 7)


def test_six_nights_are_too_few() -> None:
    assert usual_sleep(nights([1380] * 6, [420] * 6)) is None
    assert usual_sleep(nights([], [])) is None


def test_who_works_in_shifts_has_no_usual_night() -> None:
    """Bed at 22:00, 6:00 and 14:00 in turn: never more than a third within two hours."""
    began = [1320, 360, 840] * 4
    assert usual_sleep(nights(began, [(at + 480) % 1440 for at in began])) is None


def test_between_two_middle_nights_lies_their_middle() -> None:
    assert circular_median(counts([1430, 10])) == 0
    assert circular_median(counts([60, 100])) == 80


def test_no_times_have_no_median() -> None:
    with pytest.raises(ValueError, match="no median"):
        circular_median(())


@given(clock_minutes)
def test_no_minute_is_nearer_to_all_times(minutes: list[int]) -> None:
    """Against every minute of the clock, in complex numbers."""
    around = np.exp(2j * np.pi * np.arange(1440) / 1440)
    apart = np.abs(np.angle(around[:, None] / around[np.array(minutes)][None, :]))
    sums = apart.sum(axis=1)
    assert sums[circular_median(counts(minutes))] == pytest.approx(sums.min(), abs=1e-6)


@given(clock_minutes, st.integers(0, 1439))
def test_turning_the_clock_turns_the_median(minutes: list[int], by: int) -> None:
    """The sum of distances stays the same; where the median is not unique it may jump."""
    one = circular_median(counts(minutes))
    other = circular_median(counts([(minute + by) % 1440 for minute in minutes]))
    apart = np.abs(np.angle(np.exp(2j * np.pi * (np.array(minutes) - one) / 1440))).sum()
    turned = [(minute + by) % 1440 for minute in minutes]
    moved = np.abs(np.angle(np.exp(2j * np.pi * (np.array(turned) - other) / 1440))).sum()
    assert apart == pytest.approx(moved, abs=1e-6)


def test_of_even_nights_around_one_time_it_is_the_circular_mean_too() -> None:
    """Times at even distances on both sides of 23:40 (scipy's mean direction)."""
    minutes = [(1420 + off) % 1440 for off in (-75, -30, -10, 0, 10, 30, 75)]
    assert circular_median(counts(minutes)) == pytest.approx(circmean(minutes, high=1440))
