"""A planned trial beside the days of the diary, and what is said of it, state by state."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twitchlog.domain.checkin import DayCount
from twitchlog.domain.experiment import Experiment, Kept, Plan, State, draw
from twitchlog.domain.moment import Moment
from twitchlog.reports.triggers.experiment import outcome
from twitchlog.reports.triggers.trial import follow
from twitchlog.reports.triggers.trial_words import headline, plan_line, sentences, today_line

FIRST = date(2026, 3, 2)
AFTER = date(2026, 6, 18)
MADE = Moment.of(datetime(2026, 3, 1, 9, tzinfo=UTC))
TRIAL = Experiment(
    "1", "caffeine", "Coffee as usual", "No caffeine after noon",
    Plan(0, 4, (True, False) * 3), FIRST, MADE,
)  # fmt: skip


def days(counts, first=FIRST):
    """The days from `first` on, one a count; None is a day not logged."""
    return [
        DayCount(first + timedelta(days=at), count or 0, count is not None)
        for at, count in enumerate(counts)
    ]


def kept(yes=0, partly=0, no=0):
    said = [Kept.YES] * yes + [Kept.PARTLY] * partly + [Kept.NO] * no
    return {FIRST + timedelta(days=at): each for at, each in enumerate(said)}


def by_kind(on, off):
    return [on if TRIAL.plan.is_on(number) else off for number in range(TRIAL.plan.days)]


def said(trial, counts, today=AFTER):
    followed = follow(trial, days(counts), today=today)
    return headline(followed), sentences(followed, date.isoformat)


def test_a_clear_difference_is_told_with_its_days_and_how_often_chance_does_as_much():
    counts = by_kind(2, 1)
    counts[0] = counts[47] = None
    assert said(replace(TRIAL, kept=kept(40, 4, 2)), counts) == (
        "Fewer twitches with “No caffeine after noon”",
        (
            (
                "On days with “No caffeine after noon” you logged 1.0 twitches on average, on days "
                "with “Coffee as usual” 2.0 (6 pairs of blocks, 46 of 48 days logged)."
            ),
            (
                "Luck alone seldom makes such a gap. Either the two kinds of day differ, or "
                "knowing which day it was made you notice more or less, or it was luck after all."
            ),
            (
                "If the habit made no difference, luck alone would give a gap at least as large in "
                "3 of 100 cases. More than 5 of 100 is too often to tell."
            ),
            "Kept to it on 40 of 46 days answered, out of 48. Partly on 4 more.",
        ),
    )


def test_a_gap_that_luck_makes_often_is_first_said_to_be_one_that_can_be_luck():
    counts = by_kind(2, 1)
    counts[0:8] = by_kind(0, 2)[0:8]
    title, (_means, judged, chance, _answered) = said(TRIAL, counts)
    assert title == "This gap can be luck"
    assert judged.startswith("This gap can be luck. There may be no difference, or one too small")
    assert " of 100 cases. More than 5 of 100 is too often to tell." in chance


def test_where_there_is_no_gap_at_all_none_is_spoken_of_as_luck():
    counts = [0.0, 0.0, 1.0] * 16
    title, (means, judged, chance, answered) = said(TRIAL, counts)
    assert title == "No difference was seen"
    assert "0.33 twitches on average" in means
    assert "in 100 of 100 cases" in chance
    assert judged == "No gap was seen. There may still be one too small for so few days."
    assert answered == "How the plan was kept is not known: no day was answered for."


def test_a_plan_kept_on_few_days_still_counts_by_the_plan_and_that_is_said():
    _title, told = said(replace(TRIAL, kept=kept(yes=10, no=10)), by_kind(2, 1))
    assert told[-2] == "Kept to it on 10 of 20 days answered, out of 48."
    assert told[-1].startswith("All days count as planned, kept or not")
    assert told[0] == said(TRIAL, by_kind(2, 1))[1][0]


def test_many_more_days_logged_of_one_kind_are_said():
    counts = by_kind(2, 1)
    for start in range(0, 48, 8):  # one logged day alone in each block *off*
        off = start + (4 if TRIAL.plan.is_on(start) else 0)
        counts[off + 1 : off + 4] = [None] * 3
    _title, told = said(TRIAL, counts)
    assert told[3] == (
        "Logged are 24 of 24 days with “Coffee as usual” and 6 of 24 with “No caffeine after "
        "noon”; the days not logged may have been different."
    )


def test_a_result_that_rests_on_few_days_says_so():
    counts = by_kind(2, 1)
    for start in range(0, 48, 4):
        counts[start + 1 : start + 4] = [None] * 3
    title, told = said(TRIAL, counts)
    assert title == "Fewer twitches with “No caffeine after noon”"
    assert told[3] == "Fewer than half of the days are logged, so this rests on little."


def test_too_few_logged_days_get_no_test():
    counts = by_kind(2, 1)
    counts[8:16] = [None] * 8
    assert said(TRIAL, counts) == (
        "Too few days are logged to tell",
        (
            "Only 5 of 6 pairs have a logged day in both their blocks; 6 are needed.",
            "40 of 48 days are logged.",
        ),
    )


def test_of_more_pairs_some_may_be_missing_and_that_is_said():
    trial = replace(TRIAL, plan=Plan(0, 2, (True,) * 8))
    counts = [3, 3, 1, 1] * 7 + [None] * 4
    assert "(7 of 8 pairs of blocks, 28 of 32 days logged)" in said(trial, counts)[1][0]


def test_while_it_runs_only_how_far_it_is_is_told():
    running = replace(TRIAL, kept=kept(yes=10, partly=1))
    today = FIRST + timedelta(days=11)
    counts = [*by_kind(9, 0)[:10], None, 4]
    assert said(running, counts, today) == (
        "Day 12 of 48",
        (
            "Logged on 11 of 12 days so far.",
            "Kept to it on 10 of 11 days answered, out of 12 so far. Partly on 1 more.",
            (
                "The result comes after 2026-04-18. A look before the end can mislead, so there is "
                "none."
            ),
        ),
    )
    followed = follow(running, days(counts), today=today)
    assert followed.outcome is None
    assert [(block.on, block.logged, block.mean) for block in followed.blocks] == [
        (True, 4, None), (False, 4, None), (False, 3, None),
    ]  # fmt: skip
    last = follow(running, days(by_kind(9, 0)), today=running.last)
    assert (last.state, last.outcome) == (State.RUNNING, None)
    assert all(block.mean is None for block in last.blocks)


def test_today_counts_among_the_days_once_it_is_logged():
    def first(day, counts):
        return said(TRIAL, counts, FIRST + timedelta(days=day))[1][0]

    assert first(0, [None]) == "No day of it is over yet."
    assert first(0, [0]) == "Logged on 1 of 1 day so far."
    assert first(2, [1, 2, None]) == "Logged on 2 of 2 days so far."
    assert first(2, [1, None, 0]) == "Logged on 2 of 3 days so far."


def test_one_that_is_planned_says_when_it_begins():
    assert said(TRIAL, [], FIRST - timedelta(days=1)) == (
        "Planned",
        (
            (
                "It begins on 2026-03-02 and ends on 2026-04-18: 6 pairs of blocks of 4 days, 48 "
                "days in all."
            ),
            (
                "Each block needs at least one logged day, or its pair is lost. With 6 pairs, one "
                "lost pair means no result."
            ),
        ),
    )


@pytest.mark.parametrize(
    ("day", "why", "begins"),
    [
        (11, "", ("Stopped on 2026-03-13, day 12 of 48.",)),
        (0, "A cold", ("Stopped on 2026-03-02, day 1 of 48.", "Your reason: A cold")),
        (-2, "", ("Stopped on 2026-02-28, before it began.",)),
    ],
)
def test_one_that_was_stopped_gets_no_test_however_clear_it_looks(day, why, begins):
    stopped = replace(TRIAL, stopped=FIRST + timedelta(days=day), why_stopped=why)
    title, told = said(stopped, by_kind(9, 0))
    assert title == "Stopped early, so there is no test"
    assert told[:-1] == begins
    assert told[-1].startswith("There is no test of a trial that was stopped early")
    followed = follow(stopped, days(by_kind(9, 0)), today=AFTER)
    assert (followed.outcome, followed.so_far) == (None, max(day + 1, 0))
    assert all(block.mean is None for block in followed.blocks)


def test_what_today_is_is_said_on_days_of_the_plan_alone():
    assert today_line(TRIAL, FIRST) == "Day 1 of 48: Coffee as usual"
    assert today_line(TRIAL, FIRST + timedelta(days=4)) == "Day 5 of 48: No caffeine after noon"
    assert today_line(TRIAL, FIRST - timedelta(days=1)) == ""
    assert today_line(TRIAL, TRIAL.last + timedelta(days=1)) == ""
    short = replace(TRIAL, plan=Plan(0, 1, (True,) * 6))
    assert plan_line(short) == "6 pairs of blocks of 1 day, 12 days in all"


@pytest.mark.parametrize(
    ("gaps", "chance"),
    [((9,) * 14, "fewer than 1 of 100"), ((3, 3, 3, 3, 3, 3, -1), "3 of 100")],
)
def test_chance_is_said_as_so_many_of_a_hundred(gaps, chance):
    trial = replace(TRIAL, plan=Plan(0, 1, (True,) * len(gaps)))
    counts = [each for gap in gaps for each in (10 + gap, 10)]
    assert f" in {chance} cases" in said(trial, counts)[1][2]


@given(
    seed=st.integers(0, 10**6),
    size=st.integers(1, 7),
    counts=st.lists(st.none() | st.integers(0, 30), max_size=200),
    passed=st.integers(-3, 130),
    stop=st.none() | st.integers(-3, 130),
)
def test_whatever_is_logged_the_numbers_agree_and_nothing_is_told_before_the_end(
    seed, size, counts, passed, stop
):
    plan = draw(seed, pairs=6, block_days=size)
    stopped = None if stop is None else FIRST + timedelta(days=stop)
    trial = replace(TRIAL, plan=plan, stopped=stopped)
    today = FIRST + timedelta(days=passed)
    found = follow(trial, days(counts), today=today)
    assert found.logged == sum(block.logged for block in found.blocks) <= found.due
    assert found.due <= found.so_far <= found.days
    assert sentences(found, date.isoformat)
    if found.state is not State.FINISHED:
        assert found.outcome is None
        assert all(block.mean is None for block in found.blocks)
        return
    series = [*counts, *[None] * plan.days][: plan.days]
    assert found.outcome == outcome(plan, series)
    assert (found.outcome is None) == (found.pairs_logged < 6)
