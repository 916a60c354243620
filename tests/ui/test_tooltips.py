"""The words beside a button, in a real window: where they stand and when they go."""

from __future__ import annotations

import pytest
from kivy.core.window import Window
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.floatlayout import FloatLayout
from kivy.uix.scrollview import ScrollView

from support import window as windows
from support.inside import Inside
from twitchlog.ui.widgets import focus
from twitchlog.ui.widgets.buttons import IconButton
from twitchlog.ui.widgets.pointer import Pointer
from twitchlog.ui.widgets.tooltip import Tooltip, area_of

CTRL = ("ctrl",)


def tips():
    return [child for child in Window.children if isinstance(child, Tooltip)]


def come_to(button):
    """Bring the keyboard to a button and wait for its name."""
    focus.used_keyboard(True)
    focus.take(button)
    windows.pump(tips)
    return area_of(tips()[0])


@pytest.fixture
def follow():
    """A function that lets the pointer follow over what is below a widget."""
    pointers = []

    def start(root):
        pointers.append(Pointer(root))
        pointers[-1].follow()

    yield start
    for pointer in pointers:
        pointer.stop()


@pytest.fixture
def wide(path, clock):
    with Inside(path, clock=clock, size=(1280, 800)) as program:
        yield program


def test_a_name_in_the_rail_covers_no_button_and_goes_with_a_screen(wide):
    button = wide.see("rail.help")
    name, own = come_to(button), area_of(button)
    assert name.left >= own.right + 4
    assert own.low < (name.low + name.top) / 2 < own.top
    for other in (wide.see("rail.settings"), *wide.shell.rail.tabs, wide.shell.rail.fab):
        assert not name.shared(area_of(other)).extent
    pill = wide.shell.rail.tabs[0].outline()
    assert come_to(wide.shell.rail.fab).low >= pill[0][1] + pill[1][1]
    wide.shell.go("diary")
    windows.pump()
    assert not tips()
    come_to(button)
    windows.press(ord("1"), modifiers=CTRL)
    assert wide.shell.current == "today"
    assert not tips()
    come_to(button)
    wide.tap("tab:diary")
    assert not tips()


def test_a_name_goes_with_a_key_a_scroll_and_its_button(still, window, pump, follow):
    column = BoxLayout(orientation="vertical", size_hint_y=None, height=3000)
    view = ScrollView()
    button = IconButton(icon="plus", tooltip="Add")
    for each in (IconButton(icon="minus"), button, IconButton(icon="close")):
        column.add_widget(each)
    view.add_widget(column)
    window.add_widget(view)
    follow(view)
    pump()
    come_to(button)
    windows.press(ord("x"), "x")
    assert not tips()
    come_to(button)
    view.scroll_y = 0.3
    pump(lambda: not tips())
    come_to(button)
    column.remove_widget(button)
    pump(lambda: not tips())


@pytest.mark.parametrize("corner", [{"x": 0, "y": 0}, {"right": 1, "top": 1}], ids=str)
def test_a_name_stays_within_the_window(still, window, follow, corner):
    place = FloatLayout()
    button = IconButton(icon="undo", tooltip="Undo: " + "a long name " * 12, pos_hint=corner)
    place.add_widget(button)
    window.add_widget(place)
    follow(place)
    windows.pump()
    name = come_to(button)
    assert name.left >= 0
    assert name.low >= 0
    assert name.right <= window.width
    assert name.top <= window.height
    assert not name.shared(area_of(button)).extent
