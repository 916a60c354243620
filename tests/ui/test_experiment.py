"""A trial in a real window: planned from Care, answered on Today, stopped, and read at its end."""

from __future__ import annotations

from datetime import timedelta

import pytest

from support.inside import Inside
from twitchlog.diary import Diary
from twitchlog.domain.experiment import Kept, State

ON, OFF = "Coffee as usual", "No caffeine"


@pytest.fixture
def begun(path, clock):
    """Plan a trial whose first day was so many days ago: `begun(8)`; return its id."""

    def plan(days):
        now = clock.moment
        clock.moment = now.shifted(timedelta(days=-days))
        with Diary.open(path, clock=clock) as diary:
            first = clock.now().day
            made = diary.experiments.start(
                "caffeine", on=ON, off=OFF, first=first, pairs=6, seed=5
            ).value
        clock.moment = now
        return made.id

    return plan


def rooms(program):
    return program.diary.experiments


def touch(program, key):
    """Tap what is called so, wherever the page is scrolled to."""
    page = program.shell.page
    widget = next(it for it in page.walk(restrict=True) if getattr(it, "key", "") == key)
    widget.activate()
    program.settle()


def text_of(program, key):
    return program.see(key).text


def test_a_trial_is_planned_from_its_page_and_taken_back(program):
    program.program._ways.open_experiment()
    program.settle()
    touch(program, "trial.start.go")
    assert rooms(program).all() == ()  # without a habit the page stays
    touch(program, "trial.start.habit.caffeine")
    touch(program, "trial.start.words.1")
    touch(program, "trial.start.go")
    (planned,) = rooms(program).all()
    assert (planned.on, planned.off) == (ON, "No caffeine after noon")
    assert text_of(program, "trial.headline") == "Begins tomorrow"
    program.tap("snack:Undo")
    assert rooms(program).all() == ()
    assert program.shell.page is None


def test_today_asks_in_the_evening_and_leads_to_the_trial_which_can_be_stopped(path, clock, begun):
    trial = begun(8)
    with Inside(path, clock=clock) as program:
        program.tap("today.trial.kept.yes")
        assert rooms(program).get(trial).kept == {clock.now().day: Kept.YES}
        program.tap("today.trial")
        assert text_of(program, "trial.headline") == "Today: No caffeine"
        program.tap("trial.kept.partly")
        assert rooms(program).get(trial).kept == {clock.now().day: Kept.PARTLY}
        program.window.size = 1280, 800  # the days go beside the rest
        program.settle()
        program.tap("trial.stop")
        program.tap("trial.stop.form.why.0")
        program.tap("trial.stop.form.save")
        stopped = rooms(program).get(trial)
        assert stopped.state(clock.now().day) is State.STOPPED
        assert stopped.why_stopped == "It was too hard"
        assert text_of(program, "trial.headline") == "Stopped on Thursday 18 June"
        program.tap("snack:Undo")
        program.window.size = 412, 892
        program.settle()
        assert text_of(program, "trial.headline") == "Today: No caffeine"


def test_once_it_has_ended_today_says_so_until_it_was_read(path, clock, begun):
    begun(48)
    with Diary.open(path, clock=clock) as diary:
        for day in range(2, 48, 4):
            diary.checkins.none_today(clock.now().day - timedelta(days=day))
    with Inside(path, clock=clock) as program:
        program.tap("today.trial")
        page = program.shell.page
        assert text_of(program, "trial.headline") == "The trial has ended"
        assert page.result._chart.headline.text == "Caffeine: No difference was seen"
        program.tap("trial.result.larger")
        assert program.shell.page.presenter.spec is not None
        program.shell.pop()
        program.shell.pop()
        program.settle()
        assert program.see("today.bar") is not None
        assert program.see("today.trial") is None
