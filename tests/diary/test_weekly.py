"""The weekly check: one step, offered once a week, its advice shown once a spell."""

from __future__ import annotations

from datetime import timedelta

import pytest

from twitchlog.domain.errors import BadInput
from twitchlog.domain.profile import PartialDate
from twitchlog.domain.symptom import WEEKLY, Amount, Said

NO = Said(present=False)
YES = Said(
    present=True,
    where=" the  left one ",
    words="since the flu",
    since=PartialDate(2026, 5),
    amount=Amount.SOME,
    sites=("foot-left", "calf-left", "foot-left"),
)


def answers(**yes):
    return dict.fromkeys(WEEKLY, NO) | {name.replace("_", "-"): said for name, said in yes.items()}


def later(clock, days):
    clock.moment = clock.moment.shifted(timedelta(days=days))


@pytest.fixture
def begun(diary, clock):
    """A diary with three logged days."""
    for ago in range(3):
        diary.checkins.none_today(clock.now().day - timedelta(days=ago))
    return diary


def test_a_check_is_one_step_and_comes_back_whole(diary, rows):
    before = rows(diary.path)
    diary.symptoms.answer_week(answers(weakness=YES))
    found = diary.symptoms.latest()
    assert set(found) == set(WEEKLY)
    weak = found["weakness"]
    assert weak.said == Said(
        present=True,
        where="the left one",
        words="since the flu",
        since=PartialDate(2026, 5),
        amount=Amount.SOME,
        sites=("foot-left", "calf-left"),
    )
    assert not found["cramps"].present
    diary.undo()
    assert rows(diary.path) == before


def test_a_check_on_the_same_day_replaces_the_first(diary):
    diary.symptoms.answer_week(answers(cramps=YES))
    diary.symptoms.answer_week(answers())
    assert len(diary.symptoms.all()) == len(WEEKLY)
    assert not any(answer.present for answer in diary.symptoms.all())


def test_a_no_keeps_nothing_but_its_words_and_its_date(diary, clock):
    denied = Said(present=False, where="foot", words="none", since=PartialDate(2026),
                  amount=Amount.LOT, sites=("foot-left",))  # fmt: skip
    diary.symptoms.answer_week(answers(weakness=denied))
    found = diary.symptoms.latest()["weakness"]
    assert found.said == Said(present=False, words="none")
    assert found.day == clock.now().day


def test_what_cannot_be_answered_is_refused_and_nothing_changes(diary, clock, rows):
    before = rows(diary.path, steps=True)
    tomorrow = clock.now().day + timedelta(days=1)
    wrong = [
        {name: NO for name in WEEKLY if name != "cramps"},
        answers(moonlight=YES),
        answers(weakness=Said(present=True, since=PartialDate.of(tomorrow))),
        answers(weakness=Said(present=True, sites=("moon",))),
        answers(weakness=Said(present=True, words="x" * 100_000)),
    ]
    for each in wrong:
        with pytest.raises(BadInput):
            diary.symptoms.answer_week(each)
    with pytest.raises(BadInput):
        diary.symptoms.answer_week(answers(), day=tomorrow)
    assert rows(diary.path, steps=True) == before


def test_it_is_offered_from_three_logged_days_on(diary, clock):
    assert not diary.weekly.due()
    for ago in range(3):
        assert not diary.weekly.due()
        diary.checkins.none_today(clock.now().day - timedelta(days=ago))
    assert diary.weekly.due()


def test_it_is_offered_a_week_after_the_last_whole_one(begun, clock):
    begun.symptoms.answer_week(answers())
    assert begun.weekly.last() == clock.now().day
    assert not begun.weekly.due()
    later(clock, 6)
    assert not begun.weekly.due()
    begun.symptoms.answer("weakness", present=False)  # one question is no check
    later(clock, 1)
    assert begun.weekly.due()


def test_put_off_it_comes_back_in_a_week(begun, clock):
    begun.weekly.put_off()
    assert not begun.weekly.due()
    begun.undo()
    assert begun.weekly.due()
    begun.redo()
    later(clock, 6)
    assert not begun.weekly.due()
    later(clock, 1)
    assert begun.weekly.due()
    begun.weekly.put_off()
    assert not begun.weekly.due()


def test_advice_is_due_once_for_each_sign_and_spell(diary, clock):
    diary.symptoms.answer_week(answers(weakness=YES, cramps=YES))
    assert diary.weekly.to_advise() == ("weakness",)
    diary.weekly.advised(["weakness"])
    assert diary.weekly.to_advise() == ()
    later(clock, 7)
    diary.symptoms.answer_week(answers(weakness=YES, breathing=YES))
    assert diary.weekly.to_advise() == ("breathing",)
    diary.weekly.advised(["breathing"])
    later(clock, 7)
    diary.symptoms.answer_week(answers())
    assert diary.weekly.to_advise() == ()
    later(clock, 7)
    diary.symptoms.answer_week(answers(weakness=YES))
    assert diary.weekly.to_advise() == ("weakness",)


def test_that_advice_was_shown_survives_undo_and_the_profile(diary):
    diary.symptoms.answer_week(answers(weakness=YES))
    diary.weekly.advised(["weakness"])
    profile = diary.profile.get()
    diary.undo()
    assert diary.weekly.to_advise() == ()
    diary.redo()
    assert diary.weekly.to_advise() == ()
    assert diary.profile.get() == profile
