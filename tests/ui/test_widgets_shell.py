"""The frame around the screens, in a real window."""

from __future__ import annotations

import pytest
from kivy.core.window import Window
from kivy.uix.boxlayout import BoxLayout

from support import window as windows
from support.finding import find
from twitchlog.ui import theme
from twitchlog.ui.dialogs import Dialog
from twitchlog.ui.navigation import Shell
from twitchlog.ui.widgets import focus
from twitchlog.ui.widgets.bars import AppBar
from twitchlog.ui.widgets.buttons import FilledButton, IconButton
from twitchlog.ui.widgets.fields import TextField

ESCAPE, TAB = 27, 9


class Page(BoxLayout):
    """A screen that counts how often it was told."""

    def __init__(self, name):
        super().__init__(orientation="vertical")
        self.told = []
        self.button = FilledButton(text=name, key=f"in:{name}")
        self.add_widget(self.button)

    def entered(self):
        self.told.append("entered")

    def left(self):
        self.told.append("left")


@pytest.fixture
def made():
    return []


@pytest.fixture
def shell(app, window, pump, made):
    theme.apply(app, look_name="light", less_motion=True)
    focus.used_keyboard(False)
    frame = Shell()
    for name in ("today", "diary"):

        def make(name=name):
            made.append(name)
            return Page(name)

        frame.add(name, name.title(), "home-outline", "home", make)
    window.add_widget(frame)
    frame.go("today")
    pump()
    return frame


def test_a_screen_is_made_when_it_is_first_shown_and_kept(shell, tap, made):
    assert made == ["today"]
    tap(find(shell, "tab:diary"))
    assert shell.current == "diary"
    tap(find(shell, "tab:today"))
    tap(find(shell, "tab:diary"))
    assert made == ["today", "diary"]
    assert shell.screen("today").told == ["entered", "left", "entered", "left"]


def test_a_wide_window_has_a_rail_and_a_narrow_one_a_bar(shell, window, pump):
    assert shell.bottom.parent
    assert not shell.rail.parent
    windows.clear(window, size=(1280, 800))
    window.add_widget(shell)
    pump(lambda: shell.wide)
    assert shell.rail.parent
    assert not shell.bottom.parent
    assert shell.screen("today").x == 96
    windows.clear(window, size=(700, 800))
    window.add_widget(shell)
    pump(lambda: not shell.wide)
    assert shell.railed
    assert shell.rail.parent


def test_a_sheet_closes_on_escape_and_tells_once(shell, press, pump):
    told = []
    shell.open_sheet(BoxLayout(), on_close=lambda: told.append("closed"))
    pump()
    assert len(shell.open_layers) == 1
    press(ESCAPE)
    assert shell.open_layers == ()
    assert told == ["closed"]


def test_a_tap_on_the_scrim_closes_the_sheet_and_nothing_below(shell, tap, pump):
    pressed = []
    shell.screen("today").button.fbind("on_release", lambda _button: pressed.append(1))
    content = BoxLayout(size_hint_y=None, height=200)
    shell.open_sheet(content)
    pump()
    tap(shell, at=(0.5, 0.9))
    assert shell.open_layers == ()
    assert pressed == []


def test_a_sheet_slides_in_with_motion_and_ends_where_it_belongs(app, shell, pump):
    theme.apply(app, look_name="light", less_motion=False)
    layer = shell.open_sheet(BoxLayout())
    pump(lambda: layer.panel.y == 0)
    shell.close_sheet()
    pump(lambda: layer.parent is None)


def test_tab_stays_in_the_sheet_while_it_is_open(shell, press, pump):
    content = BoxLayout()
    inside = [FilledButton(text=words) for words in ("Undo", "Done")]
    for button in inside:
        content.add_widget(button)
    shell.open_sheet(content)
    pump()
    for expected in (0, 1, 0):
        press(TAB)
        assert inside[expected].focus


def test_a_dialog_stays_until_its_action_agrees(shell, tap, pump):
    answers = [False, True]
    dialog = Dialog(title="Which day?", actions=[("Cancel", None), ("Save", answers.pop)])
    answers.reverse()
    shell.open_dialog(dialog)
    pump()
    tap(find(shell, "action:Save"))
    assert len(shell.open_layers) == 1
    tap(find(shell, "action:Save"))
    assert shell.open_layers == ()


def test_a_dialog_higher_than_the_window_scrolls_to_its_buttons(shell, pump):
    dialog = Dialog(title="Long", text="word " * 1500)
    layer = shell.open_dialog(dialog)
    pump(lambda: dialog.height > Window.height)
    assert layer.panel.height <= Window.height
    close = find(dialog, "action:Close")
    focus.take(close)
    pump(lambda: close.to_window(0, close.y)[1] >= layer.panel.y)


def test_a_sheet_is_as_high_as_what_it_holds(shell, pump):
    content = BoxLayout(size_hint_y=None, height=200)
    layer = shell.open_sheet(content)
    pump(lambda: layer.panel.height == 200 + 24)
    content.height = 300
    pump(lambda: layer.panel.height == 300 + 24)
    assert layer.panel.y == 0
    assert content.width == layer.panel.width


def test_a_button_beside_the_handle_of_a_sheet_is_touched_up_to_its_edge(shell, pump):
    pressed, content = [], BoxLayout()
    bar, close = AppBar(pos_hint={"top": 1}), IconButton(icon="close")
    close.fbind("on_release", pressed.append)
    bar.add_widget(close)
    content.add_widget(bar)
    shell.open_sheet(content)
    pump()
    windows.tap(close, at=(0.5, 0.97))
    assert pressed


def test_escape_closes_one_thing_at_a_time(shell, press, pump):
    shell.push(Page("settings"))
    shell.open_sheet(BoxLayout())
    shell.open_dialog(Dialog(title="Sure"))
    pump()
    press(ESCAPE)
    assert len(shell.open_layers) == 1
    press(ESCAPE)
    assert shell.open_layers == ()
    assert shell.page is not None
    press(ESCAPE)
    assert shell.page is None
    assert shell.screen("today").parent


def test_a_page_covers_the_bar_on_a_phone(shell, pump):
    page = Page("settings")
    shell.push(page)
    pump()
    assert not shell.bottom.parent
    assert page.height == Window.height
    shell.pop()
    pump()
    assert shell.bottom.parent


def test_shortcuts_call_what_they_are_given(shell, press):
    called = []
    shell.shortcuts = {
        "ctrl+n": lambda: called.append("new"),
        "ctrl+shift+z": lambda: called.append("redo"),
        "ctrl+1": lambda: called.append("first"),
    }
    press(ord("n"), "n", ("ctrl",))
    press(ord("z"), "z", ("ctrl", "shift"))
    press(ord("1"), "1", ("ctrl",))
    press(ord("n"), "n")
    assert called == ["new", "redo", "first"]


def test_undo_in_a_field_is_the_fields_own(shell, press, pump):
    called = []
    shell.shortcuts = {
        "ctrl+z": lambda: called.append("undo"),
        "ctrl+n": lambda: called.append("new"),
    }
    field = TextField(label="Note")
    shell.screen("today").add_widget(field)
    pump()
    field.write()
    field.input.insert_text("word")
    press(ord("z"), "z", ("ctrl",))
    assert called == []
    assert field.text == ""
    press(ord("n"), "n", ("ctrl",))
    assert called == ["new"]


def test_escape_in_a_field_closes_the_sheet_it_is_in(shell, press, pump):
    content = BoxLayout()
    field = TextField(label="Note")
    content.add_widget(field)
    shell.open_sheet(content)
    pump()
    field.write()
    press(ESCAPE)
    assert shell.open_layers == ()
    assert focus.focused() is None


def test_the_timer_bar_stands_above_the_bottom_bar(shell, pump):
    bar = FilledButton(text="Timing", size_hint=(None, None))
    shell.timer_bar = bar
    pump()
    assert bar.y == shell.bottom.top
    assert bar.height >= 56
    assert shell.place.y == bar.top
    shell.timer_bar = None
    pump()
    assert bar.parent is None


def test_what_the_mouse_rests_on_is_marked(shell, window, pump):
    button = shell.add_foot("undo", "undo", "Undo", lambda: None)
    windows.clear(window, size=(1280, 800))
    window.add_widget(shell)
    pump(lambda: shell.railed)
    shell.pointer.rest_at(button.center)
    assert button.hovered
    shell.pointer.rest_at((600, 10))
    assert not button.hovered


def test_of_two_sheets_in_a_wide_window_only_the_upper_one_is_seen(shell, window, pump):
    windows.clear(window, size=(1280, 800))
    window.add_widget(shell)
    pump(lambda: shell.wide)
    lower, upper = (
        shell.open_sheet(FilledButton(text=name, size_hint_y=None, height=300))
        for name in ("below", "above")
    )
    pump(lambda: lower.panel.floats)
    assert (lower.panel.opacity, upper.panel.opacity) == (0, 1)
    upper.close()
    pump(lambda: lower.panel.opacity == 1)
