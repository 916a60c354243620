from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest

from twitchlog.domain.checkin import Checkin
from twitchlog.domain.twitch import OWN, Strength, Trigger, Twitch
from twitchlog.presenters import answers as answers_said
from twitchlog.presenters import words

if TYPE_CHECKING:
    from twitchlog.clock import FixedClock
    from twitchlog.domain.moment import Moment

TODAY = date(2026, 6, 18)


def _at(clock: FixedClock, *wall: int) -> Moment:
    return clock.at(datetime(*wall))


def test_days_are_named_without_the_machines_locale() -> None:
    assert words.long_day(TODAY) == "Thursday 18 June 2026"
    assert words.heading_day(TODAY, today=TODAY) == "Thursday 18 June"
    assert words.heading_day(date(2025, 6, 18), today=TODAY) == "Wednesday 18 June 2025"
    assert words.weekday_short(TODAY) == "Thu"
    assert words.month_year(TODAY) == "June 2026"


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 6, 18), "today"),
        (date(2026, 6, 17), "yesterday"),
        (date(2026, 6, 12), "Friday"),
        (date(2026, 6, 11), "11 June"),
        (date(2025, 12, 31), "31 December 2025"),
    ],
)
def test_a_day_is_said_as_near_as_it_is(day: date, said: str) -> None:
    assert words.day_name(day, today=TODAY) == said


def test_the_last_time_is_said_more_roughly_the_longer_it_is_ago(clock: FixedClock) -> None:
    now = clock.now()
    said = [words.last_time(now.earlier(minutes=ago), now=now) for ago in (0, 1.9, 15, 45)]
    assert said == ["just now", "just now", "15 minutes ago", "today, 20:19"]
    assert words.last_time(_at(clock, 2026, 6, 16, 9, 0), now=now) == "Tuesday"


def test_a_twitch_before_midnight_is_still_minutes_ago_after_it(clock: FixedClock) -> None:
    clock.moment = _at(clock, 2026, 6, 19, 0, 5)
    assert words.last_time(_at(clock, 2026, 6, 18, 23, 55), now=clock.now()) == "10 minutes ago"


def test_a_point_in_time_is_said_in_full(clock: FixedClock) -> None:
    now = clock.now()
    assert words.when(now.earlier(minutes=15), now=now) == "today at 20:49, 15 minutes ago"
    assert words.when(_at(clock, 2026, 6, 9, 22, 40), now=now) == "9 June at 22:40"


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (None, ""),
        (1, "a second"),
        (10, "seconds"),
        (12, "12 seconds"),
        (60, "1 minute"),
        (120, "2 minutes"),
        (90, "1 minute 30 seconds"),
        (160.6, "2 minutes 41 seconds"),
        (3600, "1 hour"),
        (3 * 3600, "hours"),
        (5400, "1 hour 30 minutes"),
    ],
)
def test_a_length_is_said_in_words(seconds: float | None, said: str) -> None:
    assert words.how_long(seconds) == said


def test_the_details_of_an_entry_are_one_line(clock: FixedClock) -> None:
    twitch = Twitch(
        "1",
        clock.now(),
        ("calf-left",),
        120,
        Strength.MILD,
        (Trigger("caffeine"), Trigger(OWN, "Long Drive")),
        "after\nthe meeting",
    )
    assert words.details(twitch) == "2 minutes · mild · caffeine · Long Drive · after the meeting"
    assert words.details(Twitch("1", clock.now(), ("calf-left",))) == ""


def test_a_checkin_is_one_line(clock: FixedClock) -> None:
    answers = {"sleep": 6.5, "caffeine": 190, "stress": 1}
    said = answers_said.checkin(Checkin(TODAY, clock.now(), amounts=answers))
    assert said == "Slept 6½ h · 2 coffees · a little stress"


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"caffeine": 0}, "no caffeine"),
        ({"caffeine": 95}, "1 coffee"),
        ({"caffeine": 130}, "130 mg of caffeine"),
        ({"exercise": 0}, "no exercise"),
        ({"exercise": 30}, "30 minutes of exercise"),
        ({"exercise": 150}, "2 hours 30 minutes of exercise"),
        ({"medicine": 1}, "medicine as usual"),
        ({"medicine": 0}, "medicine not as usual"),
        ({"stress": 0}, "no stress"),
        ({"sleep": 0.5}, "slept ½ h"),
        ({"sleep": 0}, "slept 0 h"),
        ({"sleep": 6.4}, "slept 6.4 h"),
    ],
)
def test_each_answer_is_said_in_words(values: dict[str, float], said: str) -> None:
    assert answers_said.amounts(values) == (said,)
