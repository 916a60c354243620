"""What Today says of a trial: one card, asked once a day, and quiet when it is put away."""

from __future__ import annotations

from datetime import timedelta

import pytest

from twitchlog.domain.experiment import Kept
from twitchlog.presenters.today_trial import TOLD_DAYS, card_of

ON, OFF = "Coffee as usual", "No caffeine"


@pytest.fixture
def trial(diary, clock):
    return diary.experiments.start(
        "caffeine", on=ON, off=OFF, first=clock.now().day + timedelta(days=2), pairs=6, seed=5
    ).value


@pytest.fixture
def card(diary, trial, clock):
    """Return what Today says on day `number` of the plan, from 0, once a day was answered."""
    begun = clock.moment.shifted(timedelta(days=2))

    def told(number, *, evening=False, put_away="", answered=None, kept=Kept.YES):
        clock.moment = begun.shifted(timedelta(days=number))
        if answered is not None:
            diary.experiments.answer(trial.id, trial.first + timedelta(days=answered), kept)
        day = clock.now().day
        return card_of(diary.experiments.all(), day, evening=evening, put_away=put_away)

    return told


def test_before_it_begins_it_says_when(card):
    assert (card(-2).title, card(-1).title) == ("Begins on Saturday 20 June", "Begins tomorrow")
    assert card(-2).second == "Your trial: Coffee as usual / No caffeine"
    assert card(-2, evening=True).asks is None


def test_each_day_says_what_it_is(card):
    assert (card(0).title, card(0).second) == ("Today: No caffeine", "Day 1 of 48")
    assert (card(4).title, card(4).second) == ("Today: Coffee as usual", "Day 5 of 48")
    assert card(4).brief == "24 June · Coffee as usual"
    assert card(-1).brief == card(48).brief == ""


def test_in_the_evening_it_asks_for_today_and_no_more_once_answered(card, trial):
    asked = card(0, evening=True)
    assert (asked.asks, asked.question) == (trial.first, "Did you keep to it?")
    answered = card(0, evening=True, answered=0)
    assert (answered.asks, answered.second) == (None, "Day 1 of 48 · kept to it")


def test_in_the_morning_it_asks_for_yesterday_only_where_that_has_no_answer(card, trial):
    assert card(0).asks is None
    asked = card(1)
    assert asked.asks == trial.first
    assert asked.question == "Yesterday, No caffeine: did you keep to it?"
    assert card(1, answered=0, kept=Kept.NO).asks is None


def test_that_it_has_ended_is_said_until_put_away_and_not_for_ever(card, trial):
    ended = card(48)
    assert (ended.title, ended.second) == ("Your trial has ended", "See what it showed")
    assert ended.asks == trial.last
    assert card(48, put_away=ended.key) is None
    assert card(47 + TOLD_DAYS).title == "Your trial has ended"
    assert card(48 + TOLD_DAYS) is None


def test_nothing_is_said_without_a_trial_or_of_one_that_was_stopped(card, diary, trial):
    assert card_of((), trial.first, evening=True, put_away="") is None
    diary.experiments.stop(trial.id)
    assert card(5, evening=True) is None
