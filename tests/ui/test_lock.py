"""A diary with a password is opened: the lock screen asks, and what opens it."""

from __future__ import annotations

import pytest

from support.locked import KEY, MARK, RIGHT, of_the_diary, sealed
from support.window import press
from twitchlog.diary import Diary
from twitchlog.diary.sealed import keys
from twitchlog.diary.sealed.unlocking import unlock
from twitchlog.ui.gate import State
from twitchlog.ui.widgets import focus

ENTER, ESCAPE = 13, 27


@pytest.fixture
def path(tmp_path, clock):
    """A diary with a password, and one twitch with a marked note."""
    return sealed(tmp_path / "diary.sqlite", clock)


def test_a_diary_with_a_password_shows_nothing_until_it_is_typed_and_entered(program):
    assert program.program.state is State.ASKS
    assert program.program.diary is None
    assert program.program.get_application_name() == "TwitchLog"
    assert not of_the_diary()
    field = program.see("lock.password")
    assert focus.focused() is field.input
    field.text = "something else"
    press(ENTER)
    program.settle()
    assert field.error == "This password does not open the diary."
    assert focus.focused() is field.input
    field.text = RIGHT
    press(ENTER)
    program.settle()
    assert program.program.state is State.OPEN
    assert program.see("today.row.*") is not None


def test_the_recovery_key_opens_it_too_and_says_where_it_is_mistyped(program):
    program.tap("lock.recovery.use")
    press(ESCAPE)
    assert program.see("lock.password") is not None
    program.tap("lock.recovery.use")
    key = keys.to_recovery(KEY)
    program.see("lock.recovery").text = key.replace(key[:5], "AAAAA")
    program.tap("lock.unlock")
    assert "group 1" in program.see("lock.recovery").error
    program.see("lock.recovery").text = key[:-1]
    assert not program.see("lock.recovery").error
    program.see("lock.recovery").text = key.lower() + "\n"
    program.settle()
    assert program.program.state is State.OPEN
    # Whoever has lost the password is led to a new one.
    program.tap("snack:New password")
    assert program.see("password.form.old") is not None


def test_after_wrong_passwords_it_waits_and_another_diary_can_be_opened(program, tmp_path, clock):
    field, button = program.see("lock.password"), program.see("lock.unlock")
    # On a slow machine a short wait is over before it is seen; each is twice as long as the last.
    while not button.disabled:
        field.text = "wrong"
        button.activate()
        program.settle()
    assert "You can try again in" in field.error
    with Diary.open(tmp_path / "other.sqlite", clock=clock) as diary:
        diary.twitches.log(["tongue"], note=MARK)
    program.tap("lock.another")
    program.tap("folders.other.sqlite")
    assert program.program.state is State.OPEN
    assert [each.sites for each in program.diary.twitches.newest(5)] == [("tongue",)]
    # It has no password to be locked with, and says so.
    press(ord("l"), modifiers=("ctrl",))
    program.settle()
    assert program.program.state is State.OPEN
    assert "password" in program.see("snackbar").text


def test_who_lost_password_and_key_begins_a_new_diary_and_the_old_one_is_kept_as_it_was(
    program, path, clock
):
    before = path.read_bytes()
    program.tap("lock.recovery.use")
    program.tap("lock.lost")
    press(ESCAPE)
    program.settle()
    assert program.see("lock.recovery") is not None
    program.tap("lock.lost")
    push(program, "Go on")
    push(program, "Begin a new diary")
    assert program.program.state is State.OPEN
    assert program.diary.key is None
    assert program.diary.twitches.count() == 0
    (folder,) = path.parent.glob("diary locked *")
    assert folder.name in program.see("snackbar").text
    assert (folder / path.name).read_bytes() == before
    with Diary.open(folder / path.name, clock=clock, key=unlock(folder / path.name, RIGHT)) as old:
        assert [each.note for each in old.twitches.newest()] == [MARK]
        assert len(old.backups.list()) == 1


def push(program, words):
    found = [each for each in program.program.root.walk() if getattr(each, "text", "") == words]
    program.touch(found[-1])
