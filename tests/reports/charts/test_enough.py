"""Enough logged: said of a question where its rule is met, and else not there at all."""

from __future__ import annotations

from datetime import timedelta

import pytest

from support.asked import at, cells
from twitchlog.domain.period import Period
from twitchlog.reports.charts.chart import Ask
from twitchlog.reports.charts.kinds import enough
from twitchlog.reports.charts.spec import Silent

LAST = at("2026-06-18 12:00")


def told(diary, days: int):
    period = Period.ending(LAST.day, days=days)
    ask = Ask(period, LAST.day, diary.days.first_logged())
    return enough.CHART.tell(enough.CHART.read(diary, ask), ask)


@pytest.fixture
def regular(diary):
    """Eighty-four days up to 18 June: two twitches every day, the left calf and then the tongue."""
    for back in range(84):
        for site, hours in (("calf-left", 0), ("tongue", -2)):
            moment = LAST.shifted(timedelta(days=-back, hours=hours))
            diary.twitches.log([site], moment=moment)
    return diary


def test_both_questions_are_known_of_a_life_that_never_changes(regular):
    """Each fortnight has the calf 14 times of 28, each day two twitches: nothing varies."""
    chart = told(regular, 84)
    assert chart.headline == "You have logged enough for these questions"
    assert chart.note == (
        "Which muscles are affected? How often? More entries will hardly change the answer. You "
        "can log less if you like."
    )
    assert [row[:2] for row in cells(chart)] == [
        ("Which muscles are affected?", "Left calf 50%"), ("How often?", "2.0 a logged day"),
    ]  # fmt: skip


def test_a_short_time_answers_the_second_question_alone(diary):
    """55 days are three fortnights, and the share needs four; 4 a day leave 3.3 to 4.8."""
    for back in range(55):
        for hours in range(4):
            diary.twitches.log(["tongue"], moment=LAST.shifted(timedelta(days=-back, hours=-hours)))
    chart = told(diary, 55)
    assert chart.headline == "You have logged enough for this question"
    assert [row[0] for row in cells(chart)] == ["How often?"]


@pytest.mark.parametrize("entries", [0, 1])
def test_an_empty_diary_and_one_entry_have_no_such_card(diary, entries):
    for _number in range(entries):
        diary.twitches.log(["tongue"], moment=LAST)
    chart = told(diary, 28)
    assert isinstance(chart, Silent)
    assert chart.headline == "More entries may still change the answers"
