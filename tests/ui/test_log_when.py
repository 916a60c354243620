"""A day and time typed into the log sheet, in a real window."""

from __future__ import annotations

from datetime import date

import pytest

from support import window as windows
from support.inside import Inside
from twitchlog.ui.finding import find


@pytest.fixture
def path(tmp_path):
    return tmp_path / "diary.sqlite"


@pytest.fixture
def program(path, clock):
    with Inside(path, clock=clock) as opened:
        opened.tap("fab")
        yield opened


def take_place(program):
    program.tap("sheet.search")
    program.see("sheet.find").text = "tongue"
    windows.pump(lambda: program.see("sheet.found.tongue"))
    program.tap("sheet.found.tongue")


def test_a_typed_day_and_time_are_taken_by_the_tap_on_a_place(program, entries):
    program.tap("sheet.when.exact")
    program.see("sheet.day").text = "16 June"
    program.see("sheet.time").text = "08:00"
    take_place(program)
    moment = entries()[0].moment
    assert (moment.day, moment.minute) == (date(2026, 6, 16), 8 * 60)
    program.see("sheet.day").text = "15 June"
    program.tap("sheet.done")
    assert entries()[0].moment.day == date(2026, 6, 15)
    assert not program.shell.open_layers


def test_closing_takes_a_typed_day_and_a_wrong_one_is_said_once(program, entries):
    take_place(program)
    program.tap("sheet.when.exact")
    program.see("sheet.day").text = "soon"
    program.shell.close_top()
    assert program.shell.open_layers
    assert "is not a day" in find(program.shell, "sheet.done").parent.parent._when._wrong.text
    program.see("sheet.day").text = "16 June"
    program.shell.close_top()
    assert not program.shell.open_layers
    windows.pump(lambda: entries()[0].moment.day == date(2026, 6, 16))
