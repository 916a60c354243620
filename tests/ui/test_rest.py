"""The rest count on the real window: taps by touch and by key, and what survives the window."""

from __future__ import annotations

from datetime import timedelta

from support import window as windows
from support.inside import Inside
from twitchlog.diary import Diary

SPACE, ENTER = 32, 13


def held(path, clock):
    with Diary.open(path, clock=clock) as diary:
        return diary.rest.all()


def scroll_to_also(program):
    program.see("today.bar").parent.children[0].scroll_y = 0
    program.settle()


def opened(program):
    """Open the page by the chip on Today."""
    scroll_to_also(program)
    program.tap("today.also.rest")
    return program.shell.page


def wait(clock, seconds):
    clock.moment = clock.moment.shifted(timedelta(seconds=seconds))


def press(program, key):
    windows.press(key)
    program.settle()


def test_taps_by_finger_space_and_enter_are_counted(program, path, clock):
    page = opened(program)
    program.tap("rest.tap")
    assert page.presenter.counting
    wait(clock, 10)
    program.tap("rest.tap")
    press(program, SPACE)
    press(program, ENTER)
    program.tap("rest.site.calf-left")
    assert program.see("rest.tap").text == "4"
    program.tap("rest.undo")
    assert program.see("rest.tap").text == "3"
    wait(clock, 111)
    page.presenter.tick()
    program.settle()
    (count,) = held(path, clock)
    assert (count.count, count.length_s) == (3, 120)
    assert program.see("rest.result") is not None


def test_a_key_that_is_held_down_counts_once(program):
    opened(program)
    program.tap("rest.tap")
    window = program.window
    for _repeat in range(4):
        window.dispatch("on_key_down", SPACE, 0, " ", [])
    window.dispatch("on_key_up", SPACE, 0)
    program.settle()
    assert program.see("rest.tap").text == "1"


def test_the_button_is_large_and_a_tap_beside_it_is_none(program):
    page = opened(program)
    disc = program.see("rest.tap")
    assert min(disc.outline()[1]) >= 200
    windows.tap(disc, at=(0.02, 0.02))
    program.settle()
    assert not page.presenter.counting


def test_a_count_survives_going_back_half_way(program, path, clock):
    opened(program)
    program.tap("rest.tap")
    for _tap in range(2):
        wait(clock, 20)
        program.tap("rest.tap")
    wait(clock, 5)
    program.shell.close_top()
    program.settle()
    (count,) = held(path, clock)
    assert (count.count, count.length_s) == (2, 45)


def test_a_count_survives_the_window_closing(path, clock):
    with Inside(path, clock=clock) as program:
        opened(program)
        program.tap("rest.tap")
        for _tap in range(3):
            wait(clock, 10)
            program.tap("rest.tap")
    (count,) = held(path, clock)
    assert count.count == 3
    assert count.length_s >= 30


def test_an_earlier_count_is_opened_noted_and_removed(program, path, clock):
    opened(program)
    program.tap("rest.tap")
    wait(clock, 70)
    program.tap("rest.tap")
    program.tap("rest.stop")
    program.shell.snackbar.close()
    program.settle()
    program.tap("rest.row.*")
    program.see("rest.form.note").text = "after coffee"
    program.tap("rest.form.site.calf-left")
    program.tap("rest.form.save")
    (count,) = held(path, clock)
    assert (count.note, count.sites) == ("after coffee", {"calf-left": 1})
    program.shell.snackbar.close()
    program.settle()
    program.tap("rest.row.*")
    program.tap("rest.form.remove")
    assert held(path, clock) == ()
    program.tap("snack:Undo")
    assert held(path, clock) == (count,)


def test_care_leads_to_the_rest_count(program):
    scroll_to_also(program)
    program.tap("today.also.all")
    program.tap("care.rest")
    assert program.see("rest.tap") is not None
