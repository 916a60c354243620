"""The open diary is locked: nothing of it is to be seen, and all is there again afterwards."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from kivy.core.clipboard import Clipboard
from kivy.core.window import Window

from support.inside import Inside
from support.locked import KEY, MARK, of_the_diary, picture, sealed, unlock
from support.window import press
from twitchlog.clock import FixedClock
from twitchlog.diary.sealed import keys
from twitchlog.domain.moment import Moment
from twitchlog.ui import clipboard
from twitchlog.ui.gate import State
from twitchlog.ui.widgets import focus


@pytest.fixture(scope="module")
def time():
    """The clock of all tests here; it only goes on."""
    zone = "Europe/Berlin"
    return FixedClock(Moment.of(datetime(2026, 6, 18, 12, 4, tzinfo=ZoneInfo(zone)), zone))


@pytest.fixture(scope="module")
def started(tmp_path_factory, time):
    """One program for all tests here, its diary open."""
    path = sealed(tmp_path_factory.mktemp("locked") / "diary.sqlite", time)
    with Inside(path, clock=time) as program:
        unlock(program)
        yield program


@pytest.fixture
def program(started):
    """The program, open and with nothing over Today; afterwards it is again."""
    started.program.door.settings.change(lock_after=5, lock_minimized=False)
    yield started
    if started.program.state is State.LOCKED:
        unlock(started)
    started.shell.go("today")
    started.settle()


@pytest.fixture
def lock(program):
    """Lock by the key for it."""

    def pressed():
        press(ord("l"), modifiers=("ctrl",))
        program.settle()
        assert program.program.state is State.LOCKED

    return pressed


def test_no_word_of_the_diary_is_in_the_window_and_no_pixel(program, lock, tmp_path):
    lock()
    nothing = picture(program, tmp_path / "nothing.png")
    unlock(program)
    program.tap("today.row.*")
    program.shell.snack(MARK)
    program.settle()
    assert [each for each in of_the_diary() if MARK in each]
    lock()
    assert not of_the_diary()
    assert len(Window.children) == 1
    assert program.program.get_application_name() == "TwitchLog"
    assert picture(program, tmp_path / "locked.png") == nothing


def test_what_is_being_typed_is_there_again_with_the_keyboard_in_it(program, lock):
    program.tap("today.row.*")
    program.tap("sheet.note.write")
    field = program.see("sheet.note")
    focus.take(field.input)
    field.input.text = f"{MARK}, and a word more"
    lock()
    assert program.see("sheet.note") is None
    unlock(program)
    assert program.see("sheet.note") is field
    assert field.text == f"{MARK}, and a word more"
    assert focus.focused() is field.input
    assert focus.scope() is program.shell.open_layers[-1]


def test_keys_pressed_while_it_is_locked_do_nothing_in_the_diary(program, lock):
    lock()
    for key, held in ((ord("n"), ("ctrl",)), (ord("z"), ("ctrl",)), (27, ())):
        press(key, modifiers=held)
    program.settle()
    unlock(program)
    assert not program.shell.open_layers
    assert len(program.diary.twitches.newest(5)) == 1


def test_it_locks_by_itself_after_the_chosen_minutes_without_a_touch(program, time):
    gate = program.program.gate
    gate.idle.begin()
    time.moment = time.moment.shifted(timedelta(minutes=4))
    gate.look()
    assert program.program.state is State.OPEN
    time.moment = time.moment.shifted(timedelta(minutes=1))
    gate.look()
    assert program.program.state is State.LOCKED
    unlock(program)
    program.program.door.settings.change(lock_after=0)
    gate.look()
    time.moment = time.moment.shifted(timedelta(minutes=100))
    gate.look()
    assert program.program.state is State.OPEN
    gate.idle.begin()


def test_it_locks_when_the_window_is_minimized_where_that_is_chosen(program):
    Window.dispatch("on_minimize")
    assert program.program.state is State.OPEN
    program.program.door.settings.change(lock_minimized=True)
    Window.dispatch("on_minimize")
    assert program.program.state is State.LOCKED


def test_a_running_timer_runs_on(program, lock, time):
    program.tap("today.timer")
    lock()
    time.moment = time.moment.shifted(timedelta(minutes=3))
    unlock(program)
    assert program.diary.timer.running() is not None


def test_the_clipboard_loses_what_was_copied_here_and_nothing_else(program, lock):
    clipboard.copy(MARK)
    lock()
    assert not Clipboard.paste().strip()
    unlock(program)
    clipboard.copy(MARK)
    Clipboard.copy("from another program")
    lock()
    assert Clipboard.paste() == "from another program"


def test_the_recovery_key_unlocks_what_is_locked(program, lock):
    lock()
    program.tap("lock.recovery.use")
    program.see("lock.recovery").text = keys.to_recovery(KEY)
    program.tap("lock.unlock")
    assert program.program.state is State.OPEN


def test_opened_anew_in_sight_it_opens_again_and_locked_it_asks(program, lock):
    program.program.open_anew()
    program.settle()
    assert program.program.state is State.OPEN
    lock()
    program.program.open_anew()
    program.settle()
    assert program.program.state is State.ASKS
    unlock(program)
    assert program.program.state is State.OPEN
