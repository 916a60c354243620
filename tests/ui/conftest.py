"""What tests of single widgets, and of the whole program, ask for.

kivy is imported once the window is there.
"""

from __future__ import annotations

import pytest

from support.inside import Inside
from twitchlog.diary import Diary


@pytest.fixture
def still(app):
    """No movement, so that every change is there at once."""
    from twitchlog.ui import theme
    from twitchlog.ui.widgets import focus

    theme.apply(app, look_name="light", less_motion=True)
    focus.used_keyboard(False)


@pytest.fixture
def show(window, pump):
    """Put widgets below each other in the window and return the first: `show(button)`."""
    from kivy.uix.boxlayout import BoxLayout

    def put(*widgets):
        column = BoxLayout(orientation="vertical", padding=16, spacing=8)
        for widget in widgets:
            column.add_widget(widget)
        window.add_widget(column)
        pump()
        return widgets[0]

    return put


@pytest.fixture
def path(tmp_path, clock):
    """A diary with one twitch; a module that wants another has its own."""
    path = tmp_path / "diary.sqlite"
    with Diary.open(path, clock=clock) as diary:
        diary.twitches.log(["calf-left"])
    return path


@pytest.fixture
def program(path, clock):
    """The whole program with the diary at `path`."""
    with Inside(path, clock=clock) as opened:
        yield opened


@pytest.fixture
def entries(path):
    """A function that reads what is in the file by now."""

    def read():
        with Diary.open(path) as diary:
            return diary.twitches.newest(10)

    return read
