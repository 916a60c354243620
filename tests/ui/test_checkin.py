"""The check-in sheet in a real window, with the whole program around it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from support import window as windows
from twitchlog.diary import Diary
from twitchlog.ui.widgets import focus

TODAY = date(2026, 6, 18)


@pytest.fixture
def path(tmp_path, clock):
    path = tmp_path / "diary.sqlite"
    with Diary.open(path, clock=clock) as diary:
        habits = {"sleep": 5, "stress": 3, "caffeine": 190, "exercise": 30, "medicine": 1}
        diary.checkins.save(TODAY - timedelta(days=1), habits)
    return path


def saved(path):
    with Diary.open(path) as diary:
        return diary.checkins.get(TODAY)


def scrolled_to(program, key):
    """Scroll to a widget of the sheet where it is out of sight, and return it."""
    widget = next(each for each in program.shell.walk(restrict=True)
                  if getattr(each, "key", "") == key)  # fmt: skip
    parent = widget.parent
    while parent is not None and not hasattr(parent, "scroll_to"):
        parent = parent.parent
    if parent is not None:
        focus.bring(parent, widget)
        program.settle()
    return program.see(key)


def tap(program, key):
    """Touch a widget of the sheet, wherever it is scrolled to."""
    scrolled_to(program, key)
    program.tap(key)


def test_a_missed_checkin_is_filled_in_from_its_day_in_the_diary(program, path):
    program.shell.go("diary").show_day(TODAY - timedelta(days=2))
    program.settle()
    program.tap("diary.add.2026-06-16")
    program.tap("add.checkin")
    tap(program, "checkin.sleep.7")
    program.tap("checkin.save")
    with Diary.open(path) as diary:
        assert diary.checkins.get(TODAY - timedelta(days=2)).amounts == {"sleep": 7}


def test_change_takes_along_what_was_tapped_on_the_card(program, path):
    tap(program, "today.sleep.7")
    tap(program, "today.checkin.change")
    assert program.see("checkin.sleep.line").time == "7 h"
    assert program.see("checkin.caffeine.filter-coffee").text == "2 × Filter coffee"
    assert not any(program.see(f"checkin.stress.{level}").chosen for level in range(4))
    for key in ("line", "details", "more"):
        tap(program, f"checkin.sleep.{key}")
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
    tap(program, "checkin.sleep.details")
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
    tap(program, "checkin.stress.line")
    assert program.see("checkin.stress.2").chosen
    tap(program, "checkin.more.note")
    scrolled_to(program, "checkin.note").text = "long day"
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


def test_what_is_a_tap_away_opens_where_it_belongs_and_is_saved(program, path):
    tap(program, "today.checkin.change")
    tap(program, "checkin.more.sleep-quality")
    windows.pump(lambda: program.see("checkin.sleep-quality.7"))
    tap(program, "checkin.sleep-quality.7")
    tap(program, "checkin.rest")
    tap(program, "checkin.more.supplements")
    tap(program, "checkin.supplements.magnesium")
    tap(program, "checkin.supplements.always")
    tap(program, "checkin.exercise.details")
    tap(program, "checkin.exercise.kind.running")
    tap(program, "checkin.exercise.effort.2")
    program.tap("checkin.save")
    kept = saved(path)
    assert kept.amounts["sleep-quality"] == 7
    assert (kept.amounts["magnesium"], kept.amounts["potassium"]) == (1, 0)
    assert (kept.details["exercise"].preset, kept.details["exercise"].effort) == ("running", 2)
    with Diary.open(path) as diary:
        assert diary.factors.get("magnesium").asked
        assert not diary.factors.get("sleep-quality").asked


def test_hours_are_counted_from_bed_and_wake_time(program, path):
    tap(program, "today.checkin.change")
    tap(program, "checkin.sleep.details")
    program.see("checkin.sleep.bed").text = "23:10"
    program.see("checkin.sleep.wake").text = "6.40"
    program.tap("checkin.save")
    kept = saved(path)
    assert kept.amounts["sleep"] == 7.5
    assert (kept.details["sleep"].began, kept.details["sleep"].ended) == (1390, 400)


@pytest.mark.parametrize("answered", [False, True])
def test_the_usual_questions_fit_one_screen_of_a_phone(program, path, answered):
    if answered:
        tap(program, "today.stress.2")
        tap(program, "today.checkin.save")
        program.tap("today.row.checkin")
    else:
        tap(program, "today.checkin.change")
    middle = program.see("checkin.medicine.line" if answered else "checkin.medicine.1").parent
    while not hasattr(middle, "scroll_to"):
        middle = middle.parent
    assert middle.content.height <= middle.height


def test_a_line_opened_by_the_keyboard_keeps_it_among_its_answers(program, path):
    tap(program, "today.stress.2")
    tap(program, "today.checkin.change")
    focus.take(program.see("checkin.stress.line"))
    windows.press(13)
    program.settle()
    assert focus.focused() is program.see("checkin.stress.0")
