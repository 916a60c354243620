"""Lists that are longer than the window."""

from __future__ import annotations

import pytest
from kivy.tests.common import UnitTestTouch

from support.finding import find
from twitchlog.ui import theme
from twitchlog.ui.widgets import focus
from twitchlog.ui.widgets.rows import ListRow
from twitchlog.ui.widgets.scroll import Column, Scroll


@pytest.fixture
def list_of_buttons(app, window, pump):
    theme.apply(app, look_name="light", less_motion=True)
    scroll, column = Scroll(), Column()
    for number in range(40):
        column.add_widget(ListRow(title=f"Row {number}", key=f"row:{number}"))
    scroll.add_widget(column)
    window.add_widget(scroll)
    pump(lambda: column.height > 2000)
    return scroll


def test_a_row_in_a_list_is_tapped(list_of_buttons, tap, pump):
    row = find(list_of_buttons, "row:2")
    told = []
    row.fbind("on_release", told.append)
    tap(row)
    pump(lambda: told)
    assert len(told) == 1


def test_a_list_that_is_dragged_scrolls_and_taps_nothing(list_of_buttons, pump):
    row = find(list_of_buttons, "row:5")
    told = []
    row.fbind("on_release", told.append)
    x, y = row.to_window(*row.center)
    touch = UnitTestTouch(x, y)
    touch.touch_down()
    for step in range(1, 12):
        touch.touch_move(x, y + 20 * step)
        pump(frames=1)
    touch.touch_up()
    pump(lambda: list_of_buttons.scroll_y < 1)
    assert told == []


def test_the_keyboard_brings_what_it_reaches_into_sight(list_of_buttons, pump):
    row = find(list_of_buttons, "row:39")
    focus.take(row)
    pump(lambda: row.to_window(0, row.y)[1] >= 0)


def test_tab_moves_nothing_where_everything_is_in_sight(list_of_buttons, pump):
    (column,) = list_of_buttons.children
    for row in column.children[:-6]:
        column.remove_widget(row)
    pump(lambda: column.height < list_of_buttons.height)
    top = column.top
    focus.take(find(list_of_buttons, "row:5"))
    pump(frames=4)
    assert (column.top, list_of_buttons.scroll_y) == (top, 1)
