"""Answers in a few words add up, and their middle is that of numpy and pandas."""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from twitchlog.domain.counts.answers import Answers, DayAnswers
from twitchlog.domain.period import Period
from twitchlog.reports.patterns.answers import (
    lately,
    middle,
    over_time,
    reaching_back,
    together,
)
from twitchlog.reports.patterns.stretches import Every, stretches

LAST = date(2026, 6, 18)


@given(st.lists(st.integers(0, 3), min_size=5, max_size=80))
def test_the_middle_is_the_median_of_numpy(answers):
    low, high = middle(np.bincount(answers, minlength=4).tolist())
    assert low == np.percentile(answers, 50, method="lower")
    assert high == np.percentile(answers, 50, method="higher")
    assert (low + high) / 2 == np.median(answers)


def test_a_few_answers_have_no_middle():
    assert middle((1, 1, 1, 1)) is None
    assert middle((0, 0, 0, 0)) is None


def random_answers(seed: int, days: int) -> tuple[Answers, pd.DataFrame]:
    """Return answers of a random diary, and the same entry by entry for pandas."""
    chance = np.random.default_rng(seed)
    period = Period.ending(LAST, days=days)
    held, quiet, entries = [], set(), []
    for day in period:
        count = int(chance.poisson(1.5)) if chance.random() < 0.8 else -1
        if count == 0:
            quiet.add(day)
        if count > 0:
            said = chance.integers(-1, 4, count)
            given_ = tuple(int((said == each).sum()) for each in range(4))
            held.append(DayAnswers(day, count, given_))
            entries += [(pd.Timestamp(day), each) for each in said]
    frame = pd.DataFrame(entries, columns=["day", "answer"])
    return Answers(period, 4, tuple(held), frozenset(quiet)), frame


@pytest.mark.parametrize("seed", range(6))
def test_weekly_shares_are_those_of_pandas(seed):
    answers, frame = random_answers(seed, 26 * 7)
    parts = over_time(answers, stretches(answers.period, Every.WEEK))
    weeks = pd.Grouper(key="day", freq="7D", origin=pd.Timestamp(answers.period.first))
    said = frame[frame.answer >= 0]
    counts = (
        pd.crosstab(said.day, said.answer)
        .reindex(columns=range(4), fill_value=0)
        .reindex(pd.DatetimeIndex(list(answers.period)), fill_value=0)
        .resample("7D")
        .sum()
    )
    whole = counts.sum(axis=1)
    shares = counts.div(whole.where(whole > 0, 1), axis=0)
    assert [part.given for part in parts] == [tuple(row) for row in counts.to_numpy()]
    assert np.allclose([part.shares for part in parts], shares.to_numpy())
    entries = frame.groupby(weeks).size().reindex(counts.index, fill_value=0)
    assert [part.entries for part in parts] == entries.tolist()


@pytest.mark.parametrize("days", [20, 91, 700])
def test_the_last_four_weeks_and_the_four_before_are_those_of_the_calendar(days):
    reach = reaching_back(Period.ending(LAST, days=days))
    answers, frame = random_answers(days, reach.days)
    late, before = lately(answers)
    end = pd.Timestamp(LAST)
    for part, last in ((late, end), (before, end - pd.Timedelta(days=28))):
        inside = frame[(frame.day > last - pd.Timedelta(days=28)) & (frame.day <= last)]
        assert part.entries == len(inside)
        assert part.answered == (inside.answer >= 0).sum()
        assert part.without == (inside.answer < 0).sum()
    whole = together(answers, reach)
    assert whole.logged == answers.logged
