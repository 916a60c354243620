"""A list with what was opened from it beside it, in a wide window of the whole program."""

from __future__ import annotations

import pytest
from kivy.core.window import Window

from support import window as windows
from support.inside import Inside

ESCAPE = 27


@pytest.fixture
def program(tmp_path, clock):
    with Inside(tmp_path / "diary.sqlite", clock=clock, size=(1280, 800)) as inside:
        yield inside


def close_one(program):
    program.shell.close_top()
    program.settle()


def test_what_is_opened_from_the_settings_stands_beside_them(program):
    program.tap("rail.settings")
    assert program.see("settings.look")
    program.tap("settings.backups")
    assert program.see("backups.now")
    assert program.see("settings.backups").chosen
    assert not program.see("settings.look-page").chosen
    program.tap("backups.second")
    program.tap("back")  # the arrow of the uppermost page, whose list is the page before it
    assert program.see("backups.now")
    program.tap("settings.take-along")
    assert program.see("backups.now") is None
    close_one(program)
    assert program.shell.page is None
    assert program.see("tab:today").chosen


def test_the_rail_shows_that_settings_and_help_are_open_and_leads_back_to_them(program):
    program.tap("rail.settings")
    program.tap("settings.bin")
    program.tap("rail.help")
    assert not any(program.see(f"tab:{name}").chosen for name in ("today", "visit"))
    assert program.see("rail.help").fill
    program.tap("rail.settings")
    assert program.see("rail.settings").fill
    assert program.see("settings.look")
    close_one(program)
    assert program.shell.page is None


def test_the_parts_of_care_stand_beside_its_list(program):
    program.program._ways.open_care()
    program.settle()
    assert program.see("medicines.add")
    assert program.see("care.medicines").chosen
    program.tap("care.tests")
    assert program.see("tests.add")
    assert not program.see("medicines.add")


def test_a_window_made_narrow_shows_the_page_alone_and_behind_it_the_list(program):
    program.tap("rail.settings")
    Window.size = (412, 892)
    windows.pump(lambda: program.shell.width == 412)
    program.settle()
    assert program.see("settings.look")
    program.tap("settings.place")
    assert program.see("settings.look") is None
    close_one(program)
    Window.size = (1280, 800)
    windows.pump(lambda: program.shell.width == 1280)
    program.settle()
    assert program.see("settings.look")
    assert program.see("settings.look-page").chosen


def test_a_sheet_stands_in_the_middle_of_a_wide_window(program):
    program.program._ways.open_medicines()
    program.settle()
    program.tap("medicines.add")
    panel = program.shell.open_layers[-1].panel
    assert panel.center_y == pytest.approx(program.shell.center_y, abs=1)
