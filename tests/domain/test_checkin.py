"""A check-in: what may be carried over, and the three states of a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import MappingProxyType

from hypothesis import given
from hypothesis import strategies as st

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


@given(
    amounts=st.dictionaries(st.sampled_from(sorted(FACTORS)), st.sampled_from([0.0, 1.0])),
    hidden=st.sets(st.sampled_from(sorted(FACTORS))),
)
def test_whatever_was_said_yesterday_only_shown_habits_stand_today(amounts, hidden):
    factors = {name: replace(FACTORS[name], shown=name not in hidden) for name in amounts}
    carried = carried_over(Checkin(DAY, MADE, amounts=amounts, factors=factors))
    assert carried == {
        name: amount
        for name, amount in amounts.items()
        if FACTORS[name].habit and name not in hidden
    }
    assert not {"sleep", "sleep-quality", "stress", "anxiety", "illness", "cold", "period"} & set(
        carried
    )


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
