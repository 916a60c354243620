"""Fields: what is written, what is wrong, days and times."""

from __future__ import annotations

from datetime import date, time

import pytest
from kivy.uix.boxlayout import BoxLayout

from twitchlog.ui import theme
from twitchlog.ui.finding import find
from twitchlog.ui.widgets import focus
from twitchlog.ui.widgets.fields import NumberField, TextField
from twitchlog.ui.widgets.pickers import DateDialog, DateField, TimeField, read_time

TAB, DOWN, RIGHT, ENTER = 9, 274, 275, 13


@pytest.fixture(autouse=True)
def still(app):
    theme.apply(app, look_name="light", less_motion=True)
    focus.used_keyboard(False)


@pytest.fixture
def show(window, pump):
    def put(*widgets):
        column = BoxLayout(orientation="vertical", padding=16, spacing=8)
        for widget in widgets:
            column.add_widget(widget)
        window.add_widget(column)
        pump()
        return widgets[0]

    return put


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


@pytest.mark.parametrize(
    ("text", "value"), [("6,5", 6.5), ("6.5", 6.5), ("", None), ("6,5.1", None)]
)
def test_a_number_may_have_a_comma_or_a_point(show, text, value):
    field = show(NumberField(label="Hours"))
    field.text = text
    assert field.value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("14:17", time(14, 17)), ("1417", time(14, 17)), ("9", time(9)), (" 9.05 ", time(9, 5)),
        ("24:00", None), ("12:60", None), ("noon", None), ("", None),
    ],
)  # fmt: skip
def test_times_are_read_as_people_write_them(text, value):
    assert read_time(text) == value


def test_a_wrong_time_is_said_when_one_leaves_the_field(show):
    field, other = TimeField(), TextField(label="Other")
    show(field, other)
    field.write()
    field.text = "25:00"
    other.write()
    assert "14:17" in field.error
    field.text = "9"
    assert field.error == ""


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


def test_a_field_for_a_day_opens_a_month_and_tells_the_day(show, tap):
    opened, told = [], []
    field = DateField(label="Date", value=date(2026, 6, 17), open_dialog=opened.append)
    show(field)
    field.fbind("on_choice", lambda _field, day: told.append(day))
    tap(field)
    opened[0].grid.day = date(2026, 6, 3)
    find(opened[0], "action:Choose").activate()
    assert told == [date(2026, 6, 3)]
    assert field.value == date(2026, 6, 3)
