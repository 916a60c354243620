"""What tests of single widgets, and of the whole program, ask for.

kivy is imported once the window is there.
"""

from __future__ import annotations

import shutil

import pytest

from support.inside import Inside
from support.shown import services_of, shell_with
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
def path(tmp_path, new_file, clock):
    """A diary with one twitch; a module that wants another has its own."""
    path = tmp_path / "diary.sqlite"
    shutil.copy(new_file, path)
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


@pytest.fixture
def asked():
    """What a screen asked the shell for."""
    return []


@pytest.fixture
def show_patterns(app, window, diary, clock, asked):
    """A function that fills the shell with Patterns; `asked` hears where it leads."""
    from twitchlog.ui.screens import patterns

    def show(background=None):
        return shell_with(
            app,
            window,
            "patterns",
            lambda shell: patterns.build(
                services_of(diary, clock, background),
                shell,
                log=lambda: asked.append("log"),
                open_help=lambda: asked.append("help"),
                open_entries=asked.append,
                open_chart=lambda _looking, kind: asked.append(kind),
                open_list=lambda _looking, _go: asked.append("list"),
                make_triggers=lambda: None,
            ),
        )

    return show


@pytest.fixture
def documents(tmp_path, monkeypatch):
    """The folder for documents, which is not there yet."""
    folder = tmp_path / "Documents"
    monkeypatch.setattr("twitchlog.paths.documents_folder", lambda: folder)
    return folder


@pytest.fixture
def visit_shell(app, window, diary, clock, documents, asked, pump):  # noqa: PLR0917 - one set-up
    """A shell that shows Today, as after opening the program; Visit is a tab."""
    from kivy.uix.widget import Widget

    from twitchlog.ui import theme
    from twitchlog.ui.navigation import Shell
    from twitchlog.ui.screens import visit
    from twitchlog.ui.widgets import focus

    theme.apply(app, look_name="light", less_motion=True)
    focus.used_keyboard(False)
    frame = Shell()
    services = services_of(diary, clock)
    frame.add("today", "Today", "home-outline", "home", Widget)
    frame.add(
        "visit",
        "Visit",
        "clipboard-text-outline",
        "clipboard-text",
        lambda: visit.build(
            services, frame, open_help=lambda: None, open_card=asked.append, ways={}
        ),
    )
    window.add_widget(frame)
    frame.go("today")
    pump()
    return frame


@pytest.fixture
def chart_page(program):
    """The page of the first chart, opened from Patterns."""
    program.tap("tab:patterns")
    program.tap("patterns.timeline.larger")
    return program.shell.page
