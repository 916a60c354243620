"""A check-in answered on two computers at once keeps both answers, or tells where it cannot."""

from __future__ import annotations

from datetime import date

import pytest

from twitchlog.domain.checkin import Begun
from twitchlog.domain.errors import ChangedElsewhere

TODAY = date(2026, 6, 18)


def checkin(diary, begun, **amounts):
    return diary.checkins.save(TODAY, amounts, begun=begun).value


def test_a_check_in_answered_in_two_places_keeps_both_answers(diary, other):
    checkin(other, Begun(), stress=2.0)
    kept = checkin(diary, Begun(), sleep=7.0)
    assert dict(kept.amounts) == {"sleep": 7.0, "stress": 2.0}
    begun = Begun(kept, kept.amounts)
    checkin(other, begun, sleep=7.0, stress=3.0)
    assert dict(checkin(diary, begun, sleep=6.0, stress=2.0).amounts) == {
        "sleep": 6.0, "stress": 3.0,
    }  # fmt: skip


def test_the_same_question_answered_otherwise_in_two_places_is_told(diary, other):
    checkin(other, Begun(), stress=2.0)
    with pytest.raises(ChangedElsewhere) as told:
        checkin(diary, Begun(), stress=1.0, sleep=7.0)
    assert dict(told.value.there.amounts) == {"stress": 2.0}
    assert dict(told.value.mine.amounts) == {"stress": 1.0, "sleep": 7.0}
    assert dict(diary.checkins.get(TODAY).amounts) == {"stress": 2.0}


def test_a_habit_that_only_stood_as_yesterday_gives_way_to_what_was_answered(diary, other):
    checkin(other, Begun(), caffeine=200.0)
    begun = Begun(None, {"caffeine": 80.0})
    kept = checkin(diary, begun, caffeine=80.0, stress=1.0)
    assert dict(kept.amounts) == {"caffeine": 200.0, "stress": 1.0}


def test_an_answer_taken_back_elsewhere_stays_taken_back(diary, other):
    kept = checkin(diary, Begun(), stress=2.0, sleep=7.0)
    begun = Begun(kept, kept.amounts)
    checkin(other, begun, sleep=7.0)
    assert dict(checkin(diary, begun, stress=2.0, sleep=8.0).amounts) == {"sleep": 8.0}
