"""*Bring entries in* on a real window: a file chosen, looked through, added."""

from __future__ import annotations

from pathlib import Path

import pytest

from support import window as windows
from support.finding import find
from support.shown import services_of, shell_with
from twitchlog.ui.screens import bring_in

FILES = Path(__file__).parents[1] / "data" / "imports"


@pytest.fixture
def shell(app, window, diary, clock, pump):
    services = services_of(diary, clock)
    frame, _screen = shell_with(
        app, window, "bring-in", lambda made: bring_in.build(services, made)
    )
    pump()
    return frame


def test_a_file_is_looked_through_and_its_entries_added(shell, diary, tap, pump):
    page = shell.screen("bring-in")
    page.presenter.choose(FILES / "american.tsv")
    pump(lambda: find(shell, "bring-in.check"))
    windows.rest()  # the page goes to its top once it is filled; what is scrolled before is in vain
    page.column.scroll_y = 0
    pump()
    tap(find(shell, "bring-in.check"))
    pump(lambda: find(shell, "bring-in.add"))
    # what it found stands in sight, not above what was scrolled to
    pump(lambda: page.column.scroll_y == 1)
    assert diary.twitches.count() == 0
    page.leave = lambda: None
    tap(find(shell, "bring-in.add"))
    pump(lambda: diary.twitches.count() == 2)


def test_a_column_is_read_as_something_else_by_two_taps(shell, tap, pump):
    page = shell.screen("bring-in")
    page.presenter.choose(FILES / "american.tsv")
    pump(lambda: find(shell, "bring-in.column.2"))
    page.column.scroll_to(find(shell, "bring-in.column.2"), animate=False)
    pump()
    tap(find(shell, "bring-in.column.2"))
    pump(lambda: find(shell, "bring-in.field.skip"))
    tap(find(shell, "bring-in.field.skip"))
    pump(lambda: find(shell, "bring-in.column.2").second.startswith("Leave out"))


def test_the_question_of_day_and_month_is_answered_by_a_tap(shell, tap, pump):
    page = shell.screen("bring-in")
    page.presenter.choose(FILES / "either-way.csv")
    pump(lambda: find(shell, "bring-in.order:day-first"))
    tap(find(shell, "bring-in.order:day-first"))
    pump(lambda: find(shell, "bring-in.check"))
