"""The timer in a real window, with the whole program around it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from support import window as windows
from support.inside import Inside
from twitchlog.diary import Diary
from twitchlog.domain.twitch import Strength

WIDE = (1280, 800)


@pytest.fixture
def path(tmp_path, clock):
    path = tmp_path / "diary.sqlite"
    with Diary.open(path, clock=clock) as diary:
        diary.twitches.log(["calf-left"], moment=clock.now().earlier(minutes=600))
    return path


@pytest.fixture
def opened(path, clock):
    programs = []

    def start(**wanted):
        programs.append(Inside(path, clock=clock, **wanted))
        return programs[-1]

    yield start
    for program in programs:
        program.close()


def newest(path):
    with Diary.open(path) as diary:
        return diary.twitches.newest(1)[0]


def test_the_timer_counts_on_its_page(opened, clock):
    program = opened()
    program.tap("today.timer")
    ring = program.see("timer.ring")
    assert ring.time == "0:00"
    clock.moment = clock.moment.shifted(timedelta(minutes=2, seconds=41))
    windows.pump(lambda: ring.time == "2:41")
    assert ring.share == pytest.approx(41 / 60)


def test_put_away_it_runs_on_in_a_bar_that_opens_it_again(opened):
    program = opened()
    program.tap("today.timer")
    program.tap("back")
    assert program.see("timer.ring") is None
    assert program.see("timer.bar").text == "Timing · 0:00"
    program.tap("tab:diary")
    program.tap("timer.bar")
    assert program.see("timer.ring") is not None
    assert program.see("timer.bar") is None


def test_it_is_there_again_after_a_restart(opened, clock):
    program = opened()
    program.tap("today.timer")
    program.close()
    clock.moment = clock.moment.shifted(timedelta(minutes=5))
    again = opened()
    windows.pump(lambda: again.see("timer.bar"))
    assert again.see("timer.bar").text == "Timing · 5:00"


def test_stop_asks_where_while_the_time_goes_on(opened, path, clock):
    program = opened()
    program.tap("today.timer")
    program.tap("timer.strength:3")
    program.tap("timer.stop")
    clock.moment = clock.moment.shifted(timedelta(seconds=90))
    program.see("sheet.find").text = "tongue"
    windows.pump(lambda: program.see("sheet.found.tongue"))
    program.tap("sheet.found.tongue")
    entry = newest(path)
    assert (entry.sites, entry.duration_s, entry.strength) == (("tongue",), 90, Strength.CLEAR)
    assert program.see("timer.ring") is None
    assert program.see("snackbar").text == "Tongue logged · 1 minute 30 seconds"


def test_a_place_that_was_chosen_is_not_asked_again(opened, path):
    program = opened()
    program.tap("today.timer")
    program.tap("timer.place")
    program.tap("sheet.region.Hand")
    row = program.see("sheet.found.hand-left")
    row.activate()
    program.settle()
    assert program.see("timer.place").text == "Left hand"
    program.tap("timer.stop")
    assert newest(path).sites == ("hand-left",)


def test_thrown_away_it_comes_back_with_undo(opened):
    program = opened()
    program.tap("today.timer")
    program.tap("timer.away")
    assert program.see("timer.bar") is None
    assert program.see("snackbar").text == "Timer thrown away"
    program.tap("snack:Undo")
    windows.pump(lambda: program.see("timer.bar"))


def test_in_a_wide_window_it_stands_in_the_right_pane(opened):
    program = opened(size=WIDE)
    program.tap("today.timer")
    assert program.see("timer.ring") is not None
    assert program.see("today.tile.calf-left") is not None
    assert program.see("sheet.done") is None
    program.tap("back")
    assert program.see("sheet.done") is not None
    assert program.see("timer.bar") is not None


def test_in_a_wide_window_another_tab_shows_the_bar_and_today_the_page_again(opened):
    program = opened(size=WIDE)
    program.tap("today.timer")
    program.tap("tab:patterns")
    assert program.see("timer.bar") is not None
    program.tap("tab:today")
    assert program.see("timer.ring") is not None
    assert program.see("timer.bar") is None
    program.tap("timer.away")
    assert program.see("sheet.done") is not None


def test_a_window_made_narrow_keeps_the_timer_in_the_bar(opened):
    program = opened(size=WIDE)
    program.tap("today.timer")
    program.window.size = windows.SIZE
    windows.pump(lambda: program.see("timer.bar"))
    program.settle()
    program.tap("timer.bar")
    assert program.see("timer.ring") is not None


def test_in_a_low_window_the_ring_gives_way_to_the_question_below_it(opened):
    program = opened(size=(1100, 700))
    program.tap("today.timer")
    strength, stop = program.see("timer.strength"), program.see("timer.stop")
    assert program.see("timer.ring").height >= 224
    assert strength.to_window(*strength.pos)[1] > stop.to_window(*stop.pos)[1] + stop.height
