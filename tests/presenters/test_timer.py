from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from twitchlog.announcements import Announcements
from twitchlog.background import Immediate
from twitchlog.diary import Diary
from twitchlog.domain.twitch import Strength
from twitchlog.presenters.services import Services
from twitchlog.presenters.timer import TimerPresenter
from twitchlog.settings import SettingsFile

if TYPE_CHECKING:
    from twitchlog.clock import FixedClock


class View:
    def __init__(self) -> None:
        self.page: Any = None
        self.asked = 0
        self.said: list[str] = []
        self.entry = ""

    def show(self, page: Any) -> None:
        self.page = page

    def no_timer(self) -> None:
        self.page = None

    def ask_where(self) -> None:
        self.asked += 1

    def stopped(self, sentence: str, *, entry: str = "") -> None:
        self.said.append(sentence)
        self.entry = entry

    def complain(self, sentence: str) -> None:
        self.said.append(sentence)


def _timer(diary: Diary, clock: FixedClock, view: View) -> TimerPresenter:
    services = Services(diary, Immediate(), Announcements(), clock, SettingsFile(diary.path))
    return TimerPresenter(services, view)


@pytest.fixture
def view() -> View:
    return View()


@pytest.fixture
def timer(diary: Diary, clock: FixedClock, view: View) -> TimerPresenter:
    diary.timer.start("calf-left", strength=Strength.MILD)
    made = _timer(diary, clock, view)
    made.refresh()
    return made


def _pass(clock: FixedClock, **span: float) -> None:
    clock.moment = clock.moment.shifted(timedelta(**span))


def test_the_page_counts_with_the_clock(
    timer: TimerPresenter, view: View, clock: FixedClock
) -> None:
    _pass(clock, minutes=2, seconds=41)
    timer.tick()
    assert (view.page.time, view.page.unit) == ("2:41", "minutes")
    assert view.page.minute == pytest.approx(41 / 60)
    assert view.page.place == "Left calf"
    assert view.page.started == "Started 21:04"
    assert view.page.bar == "Timing · Left calf · 2:41"


def test_after_an_hour_the_page_shows_hours(
    timer: TimerPresenter, view: View, clock: FixedClock
) -> None:
    _pass(clock, hours=1, seconds=5)
    timer.tick()
    assert (view.page.time, view.page.unit) == ("1:00:05", "hours")


def test_a_clock_that_was_set_back_shows_zero(
    timer: TimerPresenter, view: View, clock: FixedClock
) -> None:
    _pass(clock, hours=-1)
    timer.tick()
    assert view.page.time == "0:00"


def test_the_timer_goes_on_after_the_program_was_closed(
    timer: TimerPresenter, diary: Diary, clock: FixedClock
) -> None:
    timer.tick()
    _pass(clock, minutes=5)
    with Diary.open(diary.address, clock=clock) as again:
        seen = View()
        _timer(again, clock, seen).refresh()
    assert seen.page.time == "5:00"


def test_stop_logs_it_from_its_start_as_long_as_it_ran(
    timer: TimerPresenter, view: View, diary: Diary, clock: FixedClock
) -> None:
    started = clock.now()
    _pass(clock, minutes=2, seconds=41)
    timer.stop()
    entry = diary.twitches.get(view.entry)
    assert (entry.sites, entry.moment, entry.duration_s) == (("calf-left",), started, 161)
    assert entry.strength is Strength.MILD
    assert view.page is None
    assert view.said == ["Left calf logged · 2 minutes 41 seconds"]


def test_without_a_place_stop_asks_where_and_the_time_goes_on(
    diary: Diary, clock: FixedClock, view: View
) -> None:
    diary.timer.start()
    timer = _timer(diary, clock, view)
    timer.refresh()
    assert view.page.place == "Choose a place"
    timer.stop()
    assert view.asked == 1
    assert diary.timer.running() is not None
    _pass(clock, seconds=12)
    timer.stop_at("tongue")
    assert diary.twitches.get(view.entry).duration_s == 12


def test_a_timer_thrown_away_comes_back_with_undo(
    timer: TimerPresenter, view: View, diary: Diary
) -> None:
    timer.throw_away()
    assert view.page is None
    assert view.said == ["Timer thrown away"]
    diary.undo()
    timer.refresh()
    assert view.page.place == "Left calf"


def test_place_and_strength_can_be_changed_while_it_runs(
    timer: TimerPresenter, view: View, diary: Diary
) -> None:
    timer.choose_place("calf-right")
    timer.choose_strength(Strength.CLEAR)
    assert (view.page.place, view.page.strength) == ("Right calf", Strength.CLEAR)
    timer.choose_strength(Strength.CLEAR)
    running = diary.timer.running()
    assert running is not None
    assert running.strength is None


def test_the_place_is_asked_with_the_places_used_last_first(
    diary: Diary, clock: FixedClock, timer: TimerPresenter
) -> None:
    diary.twitches.log(["eyelid-left"], moment=clock.now().earlier(minutes=5))
    diary.twitches.log(["calf-left"])
    offered: list[tuple[str, bool]] = []
    timer.offer_places(lambda found: offered.extend((it.value, it.chosen) for it in found))
    assert offered == [("calf-left", True), ("eyelid-left", False)]
