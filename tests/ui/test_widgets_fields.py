"""Fields: what is written, what is wrong; the month to pick a day from."""

from __future__ import annotations

from datetime import date

import pytest

from support.finding import find
from twitchlog.ui.widgets import focus
from twitchlog.ui.widgets.fields import TextField
from twitchlog.ui.widgets.pickers import DateDialog

TAB, DOWN, RIGHT, ENTER = 9, 274, 275, 13


pytestmark = pytest.mark.usefixtures("still")


def test_an_error_makes_room_for_itself(show, pump):
    field = show(TextField(label="Password"))
    before = field.height
    field.error = "That did not open the diary."
    pump(lambda: field.height > before)
    field.error = ""
    pump(lambda: field.height == before)


def test_a_text_over_the_limit_is_refused_whole_and_nothing_is_lost(show):
    field = show(TextField(label="Note", longest=10))
    field.input.insert_text("short")
    field.input.insert_text("x" * 100_000)
    assert field.text == "short"
    assert "100,005 characters" in field.error
    field.input.insert_text("er")
    assert field.text == "shorter"
    assert field.error == ""


def test_tab_leaves_a_field_of_several_lines(show, press):
    note, other = TextField(label="Note", multiline=True), TextField(label="Other")
    show(note, other)
    note.write()
    press(TAB)
    assert other.input.focus
    assert note.text == ""


def test_a_field_of_several_lines_grows(show, pump):
    field = show(TextField(label="Note", multiline=True))
    before = field.height
    field.text = "one\ntwo\nthree\nfour"
    pump(lambda: field.height > before)


def test_a_password_is_hidden_until_the_eye_is_tapped(show, tap):
    field = show(TextField(key="secret", label="Password", password=True))
    assert field.input.password
    tap(find(field, "secret:eye"))
    assert not field.input.password


def test_a_day_is_picked_with_the_arrows_but_not_in_the_future(show, press):
    picked = []
    dialog = DateDialog(date(2026, 6, 17), picked.append, latest=date(2026, 6, 18))
    show(dialog)
    focus.take(dialog.grid)
    press(RIGHT)
    press(RIGHT)
    press(DOWN)
    find(dialog, "action:Choose").activate()
    assert picked == [date(2026, 6, 18)]


def test_a_tap_on_a_day_picks_it(show, tap):
    dialog = DateDialog(date(2026, 6, 17), print, latest=date(2026, 6, 18))
    show(dialog)
    tap(dialog.grid, at=(0.5 / 7, 5.5 / 7))
    assert dialog.grid.day == date(2026, 6, 1)
    tap(dialog.grid, at=(0.5 / 7, 1.5 / 7))
    tap(dialog.grid, at=(4.5 / 7, 3.5 / 7))
    assert dialog.grid.day == date(2026, 6, 1)


def test_the_months_end_at_the_last_day_allowed(show):
    dialog = DateDialog(date(2026, 6, 17), print, latest=date(2026, 6, 18))
    show(dialog)
    assert find(dialog, "month:after").disabled
    find(dialog, "month:before").activate()
    assert dialog.grid.month == date(2026, 5, 1)
    assert not find(dialog, "month:after").disabled
