"""The signs of what happened, above the days of a chart."""

from __future__ import annotations

import itertools
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from support.charts import event
from twitchlog.domain.period import Period
from twitchlog.reports.charts.kinds.events import placed

TODAY = date(2026, 6, 18)


def test_signs_that_would_touch_stand_above_each_other():
    """Over 300 days a sign takes 14: the second is too near the first, the third is not."""
    period = Period.ending(TODAY, days=300)
    first = period.first
    days = [first, first + timedelta(days=13), first + timedelta(days=27)]
    signs = placed([event(day.isoformat()) for day in days], period)
    assert [sign.level for sign in signs] == [0, 1, 0]


@given(
    days=st.lists(st.integers(0, 399), max_size=60).map(sorted), length=st.sampled_from([400, 4000])
)
def test_no_two_signs_ever_touch_and_none_is_lost(days, length):
    period = Period.ending(TODAY, days=length)
    happened = [event((period.first + timedelta(days=at)).isoformat()) for at in days]
    signs = placed(happened, period)
    assert [each for sign in signs for each in sign.events] == happened
    apart = length * 14 / 300
    for level in range(3):
        firsts = [sign.first for sign in signs if sign.level == level]
        assert all((later - earlier).days >= apart for earlier, later in itertools.pairwise(firsts))
