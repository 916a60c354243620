from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from support.today_view import View, telling
from twitchlog.domain.checkin import DayState
from twitchlog.domain.site import COMMON
from twitchlog.domain.twitch import Strength, Trigger
from twitchlog.presenters import today_page
from twitchlog.presenters.today_rows import CHECKIN

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


def _log(diary: Diary, clock: FixedClock, site: str, *, minutes_ago: float, **values: Any) -> Any:
    moment = clock.now().earlier(minutes=minutes_ago)
    return diary.twitches.log((site,), moment=moment, **values).value


def test_the_first_start_offers_six_common_places(today: TodayPresenter, view: View) -> None:
    today.enter()
    assert view.page.first_start
    assert view.page.heading == "Where did it twitch?"
    assert [tile.site for tile in view.page.tiles] == list(COMMON)
    assert view.page.said_day == "Thursday 18 June 2026"
    assert view.page.undo == ""


def test_the_first_start_stays_as_it_is_until_the_screen_is_left(
    today: TodayPresenter, view: View
) -> None:
    today.enter()
    today.log("calf-left")
    assert view.page.first_start
    assert [tile.site for tile in view.page.tiles] == list(COMMON)
    assert view.page.rows[0].name == "Left calf"
    today.enter()
    assert not view.page.first_start


def test_one_tap_logs_place_and_time_and_nothing_that_nobody_said(
    today: TodayPresenter, view: View, diary: Diary, clock: FixedClock
) -> None:
    _log(diary, clock, "calf-left", minutes_ago=600, duration_s=120, strength=Strength.MILD,
         triggers=(Trigger("caffeine"),))  # fmt: skip
    _log(diary, clock, "eyelid-right", minutes_ago=60, duration_s=10, strength=Strength.STRONG)
    today.enter()
    today.log("calf-left")
    entry = diary.twitches.get(view.entry)
    assert entry.moment == clock.now()
    assert (entry.duration_s, entry.strength) == (None, None)
    assert entry.triggers == ()
    assert view.said == ["Left calf logged, 21:04, 2 today [Undo]"]


def test_like_twitches_in_a_row_are_one_line_that_opens_and_what_is_said_counts_them(
    today: TodayPresenter, view: View, diary: Diary, clock: FixedClock
) -> None:
    _log(diary, clock, "eyelid-right", minutes_ago=60)
    today.enter()
    for _tap in range(4):
        today.log("calf-left")
        clock.moment = clock.moment.earlier(minutes=-1)
    assert view.said[-1] == "Left calf logged, 21:07, 4 today [Undo]"
    first, second = view.page.rows
    assert (first.name, first.time) == ("Left calf, 4 times", "21:04 – 21:07")
    assert second.name == "Right eyelid"
    today.unfold(first.id)
    assert [row.name for row in view.page.rows] == [*["Left calf"] * 4, "Right eyelid"]
    today.enter()
    assert len(view.page.rows) == 2


def test_twitches_of_which_more_was_said_keep_their_own_line(
    today: TodayPresenter, view: View, diary: Diary, clock: FixedClock
) -> None:
    for minutes, length in ((4, None), (3, None), (2, 60), (1, None)):
        _log(diary, clock, "calf-left", minutes_ago=minutes, duration_s=length)
    today.enter()
    assert len(view.page.rows) == 4


def test_a_tile_keeps_its_place_after_a_tap(
    today: TodayPresenter, view: View, diary: Diary, clock: FixedClock
) -> None:
    for hours, site in enumerate(("calf-left", "eyelid-right", "calf-right", "hand-left"), 1):
        _log(diary, clock, site, minutes_ago=60 * hours)
    today.enter()
    before = [tile.site for tile in view.page.tiles]
    today.log("hand-left")
    assert [tile.site for tile in view.page.tiles] == before
    assert view.page.tiles[3].last == "just now"


def test_a_new_place_takes_the_tile_that_was_used_longest_ago() -> None:
    newest = ["thigh-left", "calf-left", "eyelid-right", "calf-right", "hand-left"]
    before = ("calf-left", "hand-left", "eyelid-right", "calf-right")
    assert today_page.steady(newest, before) == (
        "calf-left", "thigh-left", "eyelid-right", "calf-right",
    )  # fmt: skip


def test_common_places_fill_up_the_tiles() -> None:
    tiles = today_page.steady(["tongue"], ())
    assert tiles == ("tongue", "eyelid-left", "eyelid-right", "calf-left")


def test_the_week_shows_three_states_and_neither_the_future_nor_the_time_before(
    today: TodayPresenter, view: View, diary: Diary, clock: FixedClock
) -> None:
    _log(diary, clock, "calf-left", minutes_ago=2 * 24 * 60)
    diary.checkins.none_today(date(2026, 6, 17))
    today.enter()
    assert [cell.name for cell in view.page.week] == [
        "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun",
    ]  # fmt: skip
    assert [cell.state for cell in view.page.week] == [
        None, DayState.TWITCHES, DayState.NONE, None, None, None, None,
    ]  # fmt: skip
    assert [cell.reachable for cell in view.page.week] == [True] * 4 + [False] * 3
    assert view.page.week[1].said == "Tuesday 16 June: 1 twitch"


def test_a_gap_in_the_week_is_not_a_zero(
    today: TodayPresenter, view: View, diary: Diary, clock: FixedClock
) -> None:
    _log(diary, clock, "calf-left", minutes_ago=3 * 24 * 60)
    today.enter()
    states = [cell.state for cell in view.page.week[:4]]
    assert states == [DayState.TWITCHES, DayState.NOT_LOGGED, DayState.NOT_LOGGED, None]


def test_none_today_is_one_tap_and_can_be_taken_back(
    today: TodayPresenter, view: View, diary: Diary
) -> None:
    today.enter()
    today.none_today()
    assert view.page.none.said
    assert view.said == ["No twitches: recorded [Undo]"]
    today.take_back_none()
    assert not view.page.none.said
    assert diary.checkins.get(TODAY) is None


def test_none_today_is_not_asked_once_there_is_a_twitch(today: TodayPresenter, view: View) -> None:
    today.enter()
    today.log("calf-left")
    assert view.page.none is None


def test_the_checkin_says_the_habits_of_yesterday_and_never_copies_sleep_and_stress(
    today: TodayPresenter, view: View, diary: Diary
) -> None:
    yesterday = {"sleep": 6.5, "stress": 1, "caffeine": 190, "exercise": 0, "medicine": 1}
    diary.checkins.save(date(2026, 6, 17), yesterday)
    today.enter()
    assert view.page.checkin.line == "As yesterday: 2 coffees, no exercise, medicine as usual."
    assert not view.page.checkin.quiet
    today.save_checkin({"sleep": 7, "stress": 2})
    saved = diary.checkins.get(TODAY)
    assert saved is not None
    assert saved.amounts == {
        "sleep": 7, "stress": 2, "caffeine": 190, "exercise": 0, "medicine": 1,
    }  # fmt: skip
    assert view.page.checkin is None
    assert view.page.rows[0].id == CHECKIN
    assert view.page.rows[0].details.startswith("Slept 7 h · some stress · 2 coffees")


def test_an_empty_checkin_is_refused_in_words(today: TodayPresenter, view: View) -> None:
    today.enter()
    today.save_checkin({})
    assert view.said == ["Answer at least one of the questions first."]


def test_in_the_morning_the_checkin_missed_yesterday_is_offered_until_it_is_done(
    today: TodayPresenter, view: View, diary: Diary, clock: FixedClock
) -> None:
    _log(diary, clock, "calf-left", minutes_ago=30 * 60)
    clock.moment = clock.at(datetime(2026, 6, 18, 0, 5))
    today.enter()
    assert view.page.yesterday == "Wednesday 17 June 2026"
    diary.checkins.save(date(2026, 6, 17), {"sleep": 7})
    today.enter()
    assert view.page.yesterday == ""


def test_at_noon_and_before_the_diary_began_no_checkin_of_yesterday_is_asked_for(
    today: TodayPresenter, view: View, diary: Diary, clock: FixedClock
) -> None:
    _log(diary, clock, "calf-left", minutes_ago=5)
    clock.moment = clock.at(datetime(2026, 6, 18, 9, 0))
    today.enter()
    assert view.page.yesterday == ""
    _log(diary, clock, "calf-left", minutes_ago=24 * 60)
    clock.moment = clock.at(datetime(2026, 6, 18, 12, 0))
    today.enter()
    assert view.page.yesterday == ""


def test_before_the_evening_the_checkin_is_a_quiet_row(
    today: TodayPresenter, view: View, clock: FixedClock
) -> None:
    clock.moment = clock.at(datetime(2026, 6, 18, 16, 59))
    today.enter()
    assert view.page.checkin.quiet
    clock.moment = clock.at(datetime(2026, 6, 18, 17, 0))
    today.tick()
    assert not view.page.checkin.quiet


def test_undo_and_redo_name_the_step(today: TodayPresenter, view: View, diary: Diary) -> None:
    today.enter()
    today.log("calf-left")
    assert view.page.undo == "Left calf logged"
    today.steps.undo()
    assert diary.twitches.count() == 0
    assert view.said[-1] == "“Left calf logged” is undone [Redo]"
    assert view.page.redo == "Left calf logged"
    today.steps.redo()
    assert diary.twitches.count() == 1


def test_the_timer_is_started_once(today: TodayPresenter, view: View, diary: Diary) -> None:
    today.enter()
    today.start_timer()
    assert diary.timer.running() is not None
    assert view.page.timing
    today.start_timer()
    assert view.timers == 2
    assert view.said == []
    assert view.page.none is None, "while a twitch is timed, nobody asks whether there was none"
