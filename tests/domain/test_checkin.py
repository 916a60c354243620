"""A check-in: what may be carried over, and the three states of a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import MappingProxyType

from twitchlog.domain.checkin import Checkin, DayState, DaySummary, Logged, Start, carried_over
from twitchlog.domain.factor import FACTORS
from twitchlog.domain.moment import Moment

DAY = date(2026, 6, 18)
MADE = Moment(0, 0)


def test_only_habits_are_carried_over():
    amounts = MappingProxyType(
        {"sleep": 7.0, "stress": 2.0, "caffeine": 95.0, "exercise": 30.0, "medicine": 1.0}
    )
    carried = carried_over(Checkin(DAY, MADE, amounts=amounts))
    assert carried == {"caffeine": 95.0, "exercise": 30.0, "medicine": 1.0}
    assert carried_over(None) == {}


def test_what_is_hidden_is_not_carried_over():
    hidden = replace(FACTORS["caffeine"], shown=False)
    yesterday = Checkin(
        DAY, MADE, amounts=MappingProxyType({"caffeine": 95.0, "water": 1.0}),
        factors=MappingProxyType({"caffeine": hidden}),
    )  # fmt: skip
    assert carried_over(yesterday) == {"water": 1.0}


def test_a_check_in_starts_with_what_was_logged_beside_the_habits():
    start = Start(MappingProxyType({"exercise": 30.0}), MappingProxyType({"water": Logged(1.4, 7)}))
    assert start.amounts == {"exercise": 30.0, "water": 1.4}


def test_none_today_alone_is_no_answered_check_in():
    assert not Checkin(DAY, MADE, none_said=True).answered
    assert Checkin(DAY, MADE, note="late").answered
    assert Checkin(DAY, MADE, amounts=MappingProxyType({"sleep": 7.0})).answered


def test_a_day_not_logged_is_not_a_day_with_none():
    assert DaySummary(DAY, 0, logged=False).state is DayState.NOT_LOGGED
    assert DaySummary(DAY, 0, logged=True).state is DayState.NONE
    assert DaySummary(DAY, 2, logged=True, none_said=True).state is DayState.TWITCHES
