"""What was answered about the twitches is counted at each of their places."""

from __future__ import annotations

from datetime import timedelta

from twitchlog.domain.period import Period
from twitchlog.domain.twitch import OWN, Relief, Strength, Trigger


def test_answers_are_counted_at_every_place_of_an_entry_and_only_in_the_period(diary, clock):
    today = clock.now().day
    caffeine, own = Trigger("caffeine"), Trigger(OWN, "a draught")
    diary.twitches.log(["calf-left"], strength=Strength.MILD, triggers=[caffeine, own])
    diary.twitches.log(
        ["calf-left", "thigh-left"],
        strength=Strength.STRONG,
        triggers=[caffeine],
        reliefs=[Relief("moving"), Relief(OWN, "waiting")],
    )
    diary.twitches.log(["thigh-left"])
    before = clock.now().earlier(minutes=1440 * 2)
    diary.twitches.log(["calf-left"], moment=before, strength=Strength.MILD, triggers=[own])
    found = diary.counts.at_sites(Period(today - timedelta(days=1), today))
    assert set(found) == {"calf-left", "thigh-left"}
    calf, thigh = found["calf-left"], found["thigh-left"]
    assert dict(calf.strengths) == {2: 1, 4: 1}
    assert list(calf.triggers.items()) == [("caffeine", 2), ("a draught", 1)]
    assert dict(calf.reliefs) == dict(thigh.reliefs) == {"moving": 1, "waiting": 1}
    assert dict(thigh.strengths) == {4: 1}
    assert dict(thigh.triggers) == {"caffeine": 1}


def test_nothing_logged_has_no_answers_and_no_oldest_entry(diary, clock):
    today = clock.now().day
    assert diary.counts.at_sites(Period(today, today)) == {}
    assert diary.twitches.oldest() is None
    first = diary.twitches.log(["tongue"], moment=clock.now().earlier(minutes=9)).value
    diary.twitches.log(["tongue"])
    assert diary.twitches.oldest() == first
