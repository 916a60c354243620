"""What tests of single widgets ask for; kivy is imported once the window is there."""

from __future__ import annotations

import pytest


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
