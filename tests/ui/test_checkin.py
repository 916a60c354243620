"""The check-in sheet in a real window, with the whole program around it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from support import window as windows
from support.inside import Inside
from twitchlog.diary import Diary

TODAY = date(2026, 6, 18)


@pytest.fixture
def path(tmp_path, clock):
    path = tmp_path / "diary.sqlite"
    with Diary.open(path, clock=clock) as diary:
        habits = {"sleep": 5, "stress": 3, "caffeine": 190, "exercise": 30, "medicine": 1}
        diary.checkins.save(TODAY - timedelta(days=1), habits)
    return path


@pytest.fixture
def program(path, clock):
    with Inside(path, clock=clock) as opened:
        yield opened


def saved(path):
    with Diary.open(path) as diary:
        return diary.checkins.get(TODAY)


def tap(program, key):
    """Scroll to a widget of the sheet where it is out of sight, and touch it."""
    widget = program.see(key)
    parent = widget.parent
    while parent is not None and not hasattr(parent, "scroll_to"):
        parent = parent.parent
    if parent is not None:
        parent.scroll_to(widget, animate=False)
        program.settle()
    program.tap(key)


def test_change_takes_along_what_was_tapped_on_the_card(program, path):
    tap(program, "today.sleep.7")
    tap(program, "today.checkin.change")
    assert program.see("checkin.sleep.7").chosen
    assert program.see("checkin.caffeine.filter-coffee").text == "2 × Filter coffee"
    assert not any(program.see(f"checkin.stress.{level}").chosen for level in range(4))
    tap(program, "checkin.sleep.step:more")
    tap(program, "checkin.caffeine.black-tea")
    tap(program, "checkin.exercise.0")
    tap(program, "checkin.medicine.0")
    program.tap("checkin.save")
    assert saved(path).amounts == {
        "sleep": 7.5, "caffeine": 235, "exercise": 0, "medicine": 0,
    }  # fmt: skip
    assert program.see("snackbar").text == "Check-in saved"
    program.tap("snack:Undo")
    assert saved(path) is None


def test_a_number_that_cannot_be_keeps_the_sheet_open_and_what_was_typed(program, path):
    tap(program, "today.checkin.change")
    program.see("checkin.sleep.exact").text = "30"
    program.tap("checkin.save")
    assert program.shell.open_layers
    assert program.see("checkin.sleep.exact").text == "30"
    assert saved(path) is None
    program.see("checkin.sleep.exact").text = "6,5"
    program.tap("checkin.save")
    assert saved(path).amounts["sleep"] == 6.5


def test_a_checkin_that_was_saved_can_be_changed_and_removed(program, path):
    tap(program, "today.stress.2")
    tap(program, "today.checkin.save")
    program.tap("today.row.checkin")
    assert program.see("checkin.stress.2").chosen
    note = program.see("checkin.note")
    note.text = "long day"
    program.tap("checkin.save")
    assert saved(path).note == "long day"
    program.tap("today.row.checkin")
    windows.pump()
    program.tap("checkin.remove")
    assert saved(path) is None


def test_closing_without_saving_changes_nothing(program, path):
    tap(program, "today.checkin.change")
    tap(program, "checkin.stress.1")
    program.tap("checkin.close")
    assert saved(path) is None
    assert not program.shell.open_layers
