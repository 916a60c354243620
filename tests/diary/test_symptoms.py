"""Answers about other symptoms: a *no* is kept as well as a *yes*."""

from __future__ import annotations

from datetime import timedelta

import pytest

from twitchlog.domain.errors import BadInput, NotFound
from twitchlog.domain.symptom import SYMPTOMS


def test_yes_and_no_are_kept_with_their_day(diary, clock):
    today = clock.now().day
    yes = diary.symptoms.answer("cramps", present=True, where=" both  calves ", words="at night")
    diary.symptoms.answer("weakness", present=False, day=today - timedelta(days=3))
    found = diary.symptoms.latest()
    assert found["cramps"] == yes.value
    assert (found["cramps"].where, found["cramps"].words) == ("both calves", "at night")
    assert not found["weakness"].present
    assert found["weakness"].day == today - timedelta(days=3)
    assert set(found) == {"cramps", "weakness"}


def test_a_second_answer_on_a_day_replaces_the_first(diary):
    diary.symptoms.answer("weakness", present=True)
    diary.symptoms.answer("weakness", present=False)
    assert [answer.present for answer in diary.symptoms.all()] == [False]
    diary.undo()
    assert [answer.present for answer in diary.symptoms.all()] == [True]


def test_the_latest_answer_is_by_day_not_by_when_it_was_typed(diary, clock):
    today = clock.now().day
    diary.symptoms.answer("pain", present=True, day=today)
    diary.symptoms.answer("pain", present=False, day=today - timedelta(days=7))
    assert diary.symptoms.latest()["pain"].present
    assert len(diary.symptoms.all()) == 2
    assert len(diary.symptoms.all(until=today - timedelta(days=1))) == 1


def test_the_answers_of_one_day_are_those_about_it_and_no_others(diary, clock):
    today = clock.now().day
    diary.symptoms.answer("pain", present=True, day=today - timedelta(days=1))
    held = [diary.symptoms.answer(kind, present=False).value for kind in ("pain", "cramps")]
    assert sorted(diary.symptoms.on_day(today), key=held.index) == held
    assert diary.symptoms.on_day(today - timedelta(days=2)) == ()


def test_every_symptom_on_the_list_can_be_answered(diary):
    for kind in SYMPTOMS:
        diary.symptoms.answer(kind, present=False)
    assert set(diary.symptoms.latest()) == set(SYMPTOMS)


def test_an_answer_can_be_taken_back_once(diary):
    answer = diary.symptoms.answer("fever", present=True).value
    diary.symptoms.remove(answer.id)
    assert diary.symptoms.all() == ()
    with pytest.raises(NotFound):
        diary.symptoms.remove(answer.id)


def test_what_cannot_be_answered_is_refused_and_nothing_changes(logged, clock, rows):
    before = rows(logged.path, steps=True)
    tomorrow = clock.now().day + timedelta(days=1)
    for kind, more in (
        ("moonlight", {}),
        ("pain", {"day": tomorrow}),
        ("pain", {"words": "x" * 100_000}),
        ("pain", {"where": "x" * 121}),
    ):
        with pytest.raises(BadInput):
            logged.symptoms.answer(kind, present=True, **more)
    assert rows(logged.path, steps=True) == before
