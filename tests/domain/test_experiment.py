"""A trial's plan and days: every day of it has one kind, and none outside it has any."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twitchlog.domain.experiment import Experiment, Plan, State, draw
from twitchlog.domain.moment import Moment

MADE = Moment.of(datetime(2026, 3, 1, 9, tzinfo=UTC))
DATES = st.dates(date(2000, 1, 1), date(2100, 1, 1))
PLANS = st.builds(
    lambda seed, pairs, size: draw(seed, pairs=pairs, block_days=size),
    st.integers(0, 2**63 - 1), st.integers(6, 14), st.integers(1, 7),
)  # fmt: skip


def trial(plan, first, stopped=None):
    return Experiment("1", "caffeine", "Usual", "None", plan, first, MADE, stopped)


@given(plan=PLANS, first=DATES)
def test_the_days_of_a_plan_follow_each_other_from_the_first_to_the_last(plan, first):
    held = trial(plan, first)
    assert (held.last - first).days + 1 == plan.days == 2 * plan.pairs * plan.block_days
    days = [first + timedelta(days=number) for number in range(plan.days)]
    assert [held.day_number(day) for day in days] == list(range(1, plan.days + 1))
    assert [held.is_on(day) for day in days] == [plan.is_on(at) for at in range(plan.days)]
    assert {held.words(day) for day in days} == {"Usual", "None"}
    for outside in (first - timedelta(days=1), held.last + timedelta(days=1)):
        assert (held.day_number(outside), held.is_on(outside), held.words(outside)) == (None,) * 3


@given(plan=PLANS, first=DATES, passed=st.integers(-99, 300), stop=st.integers(-99, 300))
def test_a_trial_is_planned_then_runs_then_is_finished_and_a_stopped_one_stays_so(
    plan, first, passed, stop
):
    today = first + timedelta(days=passed)
    expected = (
        State.PLANNED if passed < 0 else State.RUNNING if passed < plan.days else State.FINISHED
    )
    assert trial(plan, first).state(today) is expected
    stopped = trial(plan, first, first + timedelta(days=stop))
    assert stopped.state(today) is State.STOPPED
    in_plan = 0 <= passed < plan.days and passed <= stop
    assert stopped.day_number(today) == (passed + 1 if in_plan else None)


@given(seed=st.integers(0, 10**9), size=st.integers(1, 7))
def test_a_longer_plan_of_a_seed_begins_as_the_shorter_one_does(seed, size):
    """So that a plan can be checked against its seed whatever its length."""
    shorter, longer = draw(seed, block_days=size), draw(seed, pairs=14, block_days=size)
    assert longer.first_on[:8] == shorter.first_on


def test_a_plan_is_the_same_on_every_machine_and_for_ever():
    """What stands in diaries must be drawn alike by every later version."""
    assert draw(42, pairs=8).first_on == (False, True, True, True, False, False, False, True)
    assert draw(0, pairs=6).first_on == (False, False, True, True, False, True)


def test_a_day_beyond_the_plan_has_no_kind():
    with pytest.raises(IndexError):
        Plan(0, 1, (True,) * 6).is_on(12)
