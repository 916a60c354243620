"""The timer of a twitch that is going on survives whatever happens to the program."""

from __future__ import annotations

import pytest

from twitchlog.diary import Diary
from twitchlog.domain.errors import BadInput, NotFound, UnknownSite
from twitchlog.domain.twitch import Strength


def test_a_running_timer_is_found_after_a_crash(diary, clock, later):
    diary.timer.start("calf-left", strength=Strength.MILD)
    diary._engine.dispose()  # no close, as in a crash
    later(minutes=4)
    with Diary.open(diary.address, clock=clock) as again:
        assert again.timer.running().site == "calf-left"
        entry = again.timer.stop(["calf-left"]).value
    assert entry.duration_s == 240.0
    assert entry.strength is Strength.MILD
    assert entry.moment.local.isoformat() == "2026-06-18T21:04:00+02:00"


def test_stopping_is_one_step_and_undoing_it_runs_the_timer_on(diary, later):
    started = diary.timer.start().value
    later(seconds=20)
    written = diary.timer.stop(["tongue", "chin"])
    assert written.changes.kinds == {"timer", "twitches"}
    assert diary.timer.running() is None
    assert diary.twitches.count() == 1
    diary.undo()
    assert diary.timer.running() == started
    assert diary.twitches.count() == 0
    diary.redo()
    assert diary.twitches.newest(1) == (written.value,)


def test_a_timer_forgotten_for_over_a_day_gives_an_entry_without_a_duration(diary, later):
    diary.timer.start()
    later(hours=25)
    assert diary.timer.stop(["calf-left"]).value.duration_s is None


def test_a_timer_stopped_at_once_or_by_a_clock_set_back_still_gives_an_entry(diary, later):
    for moved in (0, -30):
        diary.timer.start()
        later(seconds=moved)
        assert diary.timer.stop(["calf-left"]).value.duration_s == 0.1


def test_place_and_strength_can_be_changed_while_it_runs(diary):
    started = diary.timer.start("calf-left").value
    diary.timer.change(site="calf-right", strength=Strength.STRONG)
    running = diary.timer.running()
    assert running.started == started.started
    assert (running.site, running.strength) == ("calf-right", Strength.STRONG)


def test_there_is_one_timer_and_without_it_nothing_to_stop(diary):
    for attempt in (
        lambda: diary.timer.stop(["calf-left"]),
        lambda: diary.timer.change(site=None, strength=None),
        diary.timer.throw_away,
    ):
        with pytest.raises(NotFound):
            attempt()
    diary.timer.start()
    with pytest.raises(BadInput, match="running already"):
        diary.timer.start()
    diary.timer.throw_away()
    assert diary.timer.running() is None
    assert diary.twitches.count() == 0


def test_stopping_at_no_place_or_an_unknown_one_leaves_it_running(diary):
    diary.timer.start()
    with pytest.raises(BadInput):
        diary.timer.stop([])
    with pytest.raises(UnknownSite):
        diary.timer.stop(["nowhere"])
    assert diary.timer.running() is not None


def test_a_clock_that_was_set_back_leaves_no_entry_in_the_time_to_come(diary, clock):
    diary.timer.start("calf-left")
    clock.moment = clock.now().earlier(minutes=90)
    logged = diary.timer.stop(["calf-left"]).value
    assert logged.moment == clock.now()
    assert diary.twitches.edit(logged).value == logged
