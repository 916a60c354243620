"""What is said at the foot of the screens, in a real window."""

from __future__ import annotations

import pytest
from kivy.core.window import Window
from kivy.uix.widget import Widget

from support.finding import find
from support.shown import shell_with


@pytest.fixture
def shell(app, window):
    """The frame with empty screens."""
    frame, _screen = shell_with(app, window, "diary", lambda _frame: Widget())
    return frame


def test_a_snackbar_does_what_it_offers_once(shell, tap, pump):
    done = []
    shell.snack("Left calf logged, 21:04", [("Details", print), ("Undo", lambda: done.append(1))])
    pump()
    button = find(shell, "snack:Undo")
    tap(button)
    button.activate()
    assert done == [1]
    assert shell.snackbar is None


def test_a_long_message_stands_above_its_actions_and_a_short_one_beside(shell, pump):
    for said, beside in (("Left calf logged", True), ("Saved in a folder. " * 8, False)):
        shell.snack(said, [("Show the folder", print)])
        pump()
        message, button = shell.snackbar._message, find(shell, "snack:Show the folder")
        assert (button.x >= message.right) == beside
        assert (button.top <= message.y) != beside


def test_a_new_snackbar_takes_the_place_of_the_old(shell, pump):
    shell.snack("One")
    shell.snack("Two")
    pump()
    assert shell.snackbar.text == "Two"
    assert len([child for child in shell.children if child is shell.snackbar]) == 1


def test_a_snackbar_stays_while_the_pointer_rests_on_it(shell, pump):
    bar = shell.snack("Left calf logged")
    pump()
    bar.rest(bar.center)
    assert not bar.leaves
    bar.rest((0, Window.height))
    assert bar.leaves
