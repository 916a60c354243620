"""Today turns with the clock, whatever that does."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from support.today_view import View, telling
from twitchlog.domain.checkin import DayState
from twitchlog.domain.moment import Moment

if TYPE_CHECKING:
    from twitchlog.clock import FixedClock
    from twitchlog.diary import Diary
    from twitchlog.presenters.today import TodayPresenter

TODAY = date(2026, 6, 18)


@pytest.fixture
def view() -> View:
    return View()


@pytest.fixture
def today(diary: Diary, view: View) -> TodayPresenter:
    return telling(view, diary)


def test_the_screen_turns_to_the_new_day_when_the_clock_does(
    today: TodayPresenter, view: View, clock: FixedClock
) -> None:
    today.enter()
    today.log("calf-left")
    clock.moment = clock.at(datetime(2026, 6, 19, 0, 0))
    today.tick()
    assert view.page.day == date(2026, 6, 19)
    assert view.page.rows == ()
    assert view.page.none is not None


def test_the_day_turns_at_the_hour_that_was_chosen(
    today: TodayPresenter, view: View, diary: Diary, clock: FixedClock
) -> None:
    diary.preferences.end_day_at(240)
    today.enter()
    today.log("calf-left")
    clock.moment = clock.at(datetime(2026, 6, 19, 3, 59))
    today.tick()
    today.log("eyelid-left")
    assert view.page.day == TODAY
    assert [row.time for row in view.page.rows] == ["03:59", "21:04"]
    assert view.page.checkin is not None
    assert not view.page.checkin.quiet, "the evening goes on until the day ends"
    clock.moment = clock.at(datetime(2026, 6, 19, 4, 0))
    today.tick()
    assert view.page.day == date(2026, 6, 19)
    assert view.page.rows == ()
    assert view.page.checkin.quiet


def test_a_tap_at_midnight_is_of_the_day_that_is_shown(
    today: TodayPresenter, view: View, diary: Diary, clock: FixedClock
) -> None:
    today.enter()
    clock.moment = clock.at(datetime(2026, 6, 19, 0, 0))
    today.none_today()
    said = diary.checkins.get(TODAY)
    assert said is not None
    assert said.none_said
    assert diary.checkins.get(date(2026, 6, 19)) is None
    today.tick()
    assert view.page.day == date(2026, 6, 19)


def test_a_day_that_comes_again_over_the_date_line_shows_what_it_holds(
    today: TodayPresenter, view: View, diary: Diary, clock: FixedClock
) -> None:
    clock.moment = Moment.of(datetime(2026, 6, 19, 9, tzinfo=ZoneInfo("Pacific/Auckland")))
    diary.twitches.log(["calf-left"])
    today.enter()
    assert view.page.day == date(2026, 6, 19)
    clock.moment = Moment.of(datetime(2026, 6, 18, 12, tzinfo=ZoneInfo("Pacific/Honolulu")))
    today.tick()
    assert view.page.day == TODAY
    cell = next(each for each in view.page.week if each.day == date(2026, 6, 19))
    assert (cell.state, cell.reachable) == (DayState.TWITCHES, True)


def test_with_the_clock_set_back_nothing_is_said_to_be_a_while_ago(
    today: TodayPresenter, view: View, diary: Diary, clock: FixedClock
) -> None:
    diary.twitches.log(["calf-left"])
    clock.moment = clock.at(datetime(2026, 6, 18, 20, 0))
    today.enter()
    assert [row.time for row in view.page.rows] == ["21:04"]
    assert view.page.tiles[0].last == "today, 21:04"
    today.log("eyelid-left")
    assert [row.time for row in view.page.rows] == ["21:04", "20:00"]


def test_how_long_ago_stays_true(today: TodayPresenter, view: View, clock: FixedClock) -> None:
    today.enter()
    today.log("calf-left")
    clock.moment = clock.moment.shifted(timedelta(minutes=15))
    today.tick()
    assert view.page.tiles[2].last == "15 minutes ago"
