"""The diary is opened anew, or another one, in the window that is there."""

from __future__ import annotations

import pytest

from twitchlog.diary import Diary
from twitchlog.diary.address import of_file
from twitchlog.diary.lock import AppLock
from twitchlog.domain.errors import DiaryBusy
from twitchlog.ui.widgets import focus


@pytest.fixture
def other(tmp_path, clock):
    """Another diary, with two twitches of another place."""
    path = tmp_path / "other" / "diary.sqlite"
    with Diary.open(path, clock=clock) as diary:
        diary.twitches.log(["tongue"])
        diary.twitches.log(["tongue"])
    return path


def test_a_diary_opened_anew_shows_what_is_in_the_file_by_now(program, path):
    program.tap("today.settings")
    with Diary.open(path) as meanwhile:
        meanwhile.twitches.log(["tongue"])
    old = program.diary
    program.program.open_anew(say="The backup of yesterday was brought back.")
    program.settle()
    assert program.diary is not old
    assert program.shell.current == "today"
    assert program.see("snackbar").text == "The backup of yesterday was brought back."
    assert len(program.diary.twitches.newest(10)) == 2
    program.tap("today.tile.*")
    assert len(program.diary.twitches.newest(10)) == 3


def test_what_runs_in_the_old_screens_does_not_ask_the_closed_diary(program):
    program.tap("today.timer")
    program.program.open_anew()
    program.settle()
    assert program.see("timer.bar") is not None


def test_another_diary_takes_the_place_of_the_one_shown_and_sets_that_free(program, other, path):
    program.program.door.take()
    program.program.open_anew(of_file(other))
    program.settle()
    assert [each.sites for each in program.diary.twitches.newest(10)] == [("tongue",), ("tongue",)]
    with pytest.raises(DiaryBusy):
        AppLock(other).take()
    AppLock(path).take()


def test_the_settings_say_where_the_diary_is_how_it_gets_to_a_server_and_open_another(
    program, other, path
):
    program.tap("today.settings")
    program.settle()
    (row,) = [w for w in program.program.root.walk() if getattr(w, "key", "") == "settings.place"]
    row.activate()
    program.settle()
    focus.used_keyboard(True)
    program.see("whereabouts.several").activate()
    program.settle()
    assert focus.focused() is program.see("whereabouts.another")
    said = [w.text for w in program.program.root.walk() if isinstance(getattr(w, "text", 0), str)]
    assert str(path) in said
    assert any(each.startswith("twitchlog copy --to postgresql") for each in said)
    program.tap("whereabouts.another")
    program.tap("folders.other")
    program.tap("folders.diary.sqlite")
    assert [each.sites for each in program.diary.twitches.newest(10)] == [("tongue",), ("tongue",)]


def test_a_diary_that_another_window_shows_leaves_the_one_shown_as_it_is(program, other):
    held = AppLock(other)
    held.take()
    with pytest.raises(DiaryBusy):
        program.program.open_anew(of_file(other))
    program.settle()
    assert held.raise_asked()
    assert [each.sites for each in program.diary.twitches.newest(10)] == [("calf-left",)]
    held.release()
