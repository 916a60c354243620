"""Drinks and doses in a real window: from Today in two taps, and back by undo."""

from __future__ import annotations

import pytest

from twitchlog.diary import Diary


@pytest.fixture
def path(tmp_path, clock):
    path = tmp_path / "diary.sqlite"
    with Diary.open(path, clock=clock) as diary:
        diary.twitches.log(["calf-left"])
        diary.doses.log("caffeine", preset="espresso", moment=clock.now().earlier(minutes=300))
    return path


def doses(path, clock):
    with Diary.open(path, clock=clock) as diary:
        return diary.doses.all()


def tap(program, key):
    """Touch a widget, wherever it is scrolled to."""
    widget = next(each for each in program.shell.walk(restrict=True)
                  if getattr(each, "key", "") == key)  # fmt: skip
    parent = widget.parent
    while parent is not None and not hasattr(parent, "scroll_to"):
        parent = parent.parent
    if parent is not None:
        parent.scroll_to(widget, animate=False)
        program.settle()
    program.tap(key)


def test_the_drink_logged_last_takes_two_taps_and_undo_one(program, path, clock):
    tap(program, "today.also.dose")
    tap(program, "dose.recent.0")
    assert [each.preset for each in doses(path, clock)] == ["espresso"] * 2
    assert not program.shell.open_layers
    program.tap("snack:Undo")
    assert len(doses(path, clock)) == 1


def test_a_drink_of_half_an_hour_ago_stands_in_the_days_row(program, path, clock):
    tap(program, "today.also.dose")
    tap(program, "dose.ago.30")
    tap(program, "dose.filter-coffee")
    dose = doses(path, clock)[-1]
    assert (dose.preset, dose.moment) == ("filter-coffee", clock.now().earlier(minutes=30))
    row = program.see("today.row.doses")
    assert row.title == "Espresso, filter coffee"
    program.tap("today.row.doses")
    program.tap(f"dose.row.{dose.id}")
    program.see("dose.form.amount").text = "120"
    program.tap("dose.form.save")
    assert doses(path, clock)[-1].amount == 120


def test_an_exercise_is_asked_for_its_minutes(program, path, clock):
    tap(program, "today.also.dose")
    tap(program, "dose.walking")
    program.tap("dose.form.save")
    assert len(doses(path, clock)) == 1
    program.see("dose.form.amount").text = "30"
    tap(program, "dose.form.effort.2")
    program.tap("dose.form.save")
    dose = doses(path, clock)[-1]
    assert (dose.preset, dose.amount, dose.effort) == ("walking", 30, 2)


def test_the_row_in_the_diary_leads_to_the_dose_and_removes_it(program, path, clock):
    program.tap("tab:diary")
    tap(program, f"diary.row.doses.{clock.now().day}")
    tap(program, "dose.form.remove")
    assert doses(path, clock) == ()
    assert program.see("snackbar").text == "Espresso removed"


def test_the_sheet_of_drinks_can_be_closed_without_logging(program, path, clock):
    tap(program, "today.also.dose")
    program.tap("titled.close")
    assert not program.shell.open_layers
    assert len(doses(path, clock)) == 1


def test_coffee_and_exercise_are_in_sight_at_once_and_the_rest_opens_from_its_line(
    program, path, clock
):
    tap(program, "today.also.dose")
    assert program.see("dose.filter-coffee")
    assert program.see("dose.walking")
    assert program.see("dose.water-glass") is None
    program.tap("dose.water.line")
    tap(program, "dose.water-glass")
    assert [each.preset for each in doses(path, clock)] == ["espresso", "water-glass"]
