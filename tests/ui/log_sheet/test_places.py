"""Several places in one entry, parts of the body and the large map, with the whole program."""

from __future__ import annotations

import pytest

from support import window as windows
from support.inside import Inside
from twitchlog import bodymap
from twitchlog.diary import Diary
from twitchlog.ui.widgets import focus

DOWN, ENTER, ESCAPE = 274, 13, 27


def touch(program, site, view, key="sheet.body"):
    figure = program.see(key)
    x, y = figure.spot(bodymap.details_of(site, view=view)[0])
    windows.tap(figure, at=((x - figure.x) / figure.width, (y - figure.y) / figure.height))
    program.settle()


def test_several_places_are_one_entry_with_one_undo(program, entries):
    touch(program, "calf-left", "back")
    program.tap("sheet.several")
    touch(program, "shoulder-right", "front")
    (entry,) = entries()
    assert entry.sites == ("calf-left", "shoulder-right")
    program.tap("sheet.undo")
    assert entries() == ()
    assert not program.see("sheet.several").chosen


def test_each_of_several_places_has_a_chip_that_takes_it_out(program, entries):
    touch(program, "calf-left", "back")
    assert program.see("sheet.chosen.calf-left") is None
    program.tap("sheet.several")
    touch(program, "shoulder-right", "front")
    program.tap("sheet.chosen.shoulder-right")
    assert entries()[0].sites == ("calf-left",)
    assert program.see("sheet.chosen.calf-left") is None


def test_adding_places_does_not_move_the_questions_below(program):
    touch(program, "calf-left", "back")
    chip = program.see("sheet.duration.60")
    before = chip.to_window(*chip.pos)
    program.tap("sheet.several")
    for site, view in (
        ("shoulder-right", "front"),
        ("thigh-left", "front"),
        ("shin-left", "front"),
    ):
        touch(program, site, view)
    assert chip.to_window(*chip.pos) == before


def test_ctrl_adds_a_place(program, entries):
    touch(program, "calf-left", "back")
    program.window._modifiers = ["ctrl"]
    touch(program, "calf-right", "back")
    program.window._modifiers = []
    assert entries()[0].sites == ("calf-left", "calf-right")
    assert program.see("sheet.several").chosen


def test_a_tap_on_the_head_is_saved_at_once_and_refined_in_the_large_face(program, entries):
    touch(program, "nose", "front")
    (first,) = entries()
    touch(program, "upper-eyelid-left", "face")
    (second,) = entries()
    assert second.id == first.id
    assert second.sites == ("upper-eyelid-left",)
    program.tap("sheet.body.whole")
    assert program.see("sheet.body").views == ["front", "back"]


def test_the_other_side_shows_the_other_hand(program, entries):
    touch(program, "hand-left", "front")
    assert program.see("sheet.body").inset == "hand-left"
    program.tap("sheet.side.right")
    assert program.see("sheet.body").inset == "hand-right"
    assert entries()[0].sites[0].endswith("-right")


def test_escape_leaves_the_hand_before_the_sheet(program):
    touch(program, "hand-left", "front")
    windows.press(ESCAPE)
    program.settle()
    assert program.see("sheet.body").whole
    windows.press(ESCAPE)
    program.settle()
    assert program.see("sheet.body") is None


def test_the_next_entry_shows_the_whole_body(program):
    touch(program, "hand-left", "front")
    program.tap("sheet.done")
    program.tap("fab")
    assert program.see("sheet.body").whole
    assert program.see("sheet.body").chosen == []


def test_the_large_map_saves_at_once_and_leads_back(program, entries):
    program.tap("sheet.body.larger")
    touch(program, "thigh-inner-left", "front", key="map.body")
    assert entries()[0].sites == ("thigh-inner-left",)
    program.tap("map.view:back")
    program.tap("map.several")
    touch(program, "calf-outer-right", "back", key="map.body")
    assert entries()[0].sites == ("thigh-inner-left", "calf-outer-right")
    program.tap("map.side.left")
    assert entries()[0].sites == ("thigh-inner-left", "calf-outer-left")
    program.tap("back")
    assert program.see("sheet.body").chosen == ["thigh-inner-left", "calf-outer-left"]


def test_no_tap_on_the_large_map_moves_it(program):
    program.tap("sheet.body.larger")
    figure = program.see("map.body")
    before = (*figure.pos, *figure.size)
    touch(program, "thigh-inner-left", "front", key="map.body")
    assert (*figure.pos, *figure.size) == before


def test_the_large_map_has_the_search_on_top(program, entries):
    program.tap("sheet.body.larger")
    program.tap("map.search")
    program.see("sheet.find").text = "left calf"
    program.see("sheet.find").dispatch("on_validate")
    program.settle()
    assert entries()[0].sites == ("calf-left",)


def test_escape_leaves_the_large_map_before_the_sheet(program):
    program.tap("sheet.body.larger")
    windows.press(ESCAPE)
    program.settle()
    assert program.see("map.body") is None
    assert program.see("sheet.body") is not None


def test_a_place_is_logged_with_the_keyboard_alone(program, entries):
    inside = focus.scope()
    assert program.see("sheet.body") in focus.stops(inside)
    focus.used_keyboard(True)
    focus.take(program.see("sheet.body"))
    windows.press(DOWN)
    windows.press(DOWN)
    windows.press(ENTER)
    program.settle()
    assert entries()[0].sites == (program.see("sheet.body")._cursor[1],)
    focus.used_keyboard(False)


def test_the_form_made_ready_before_it_is_asked_for_holds_no_entry(path, clock):
    with Inside(path, clock=clock) as program:
        program.program._ways.logging.prepare()
        program.settle()
        assert not program.shell.open_layers
        program.tap("fab")
        assert program.see("sheet.done").disabled
    with Diary.open(path) as diary:
        assert diary.twitches.count() == 0


@pytest.mark.parametrize("size", [(412, 892), (1280, 800)])
def test_escape_in_the_pane_or_the_sheet_shows_the_whole_body_again(path, clock, size):
    with Inside(path, clock=clock, size=size) as program:
        if program.see("sheet.body") is None:
            program.tap("fab")
        touch(program, "hand-left", "front")
        assert not program.see("sheet.body").whole
        windows.press(ESCAPE)
        program.settle()
        assert program.see("sheet.body").whole


def test_the_mouse_over_a_muscle_names_it_until_it_leaves(program):
    figure = program.see("sheet.body")
    shape = bodymap.details_of("calf-left", view="back")[0]
    program.window.mouse_pos = figure.to_window(*figure.spot(shape))
    windows.pump(lambda: figure.said)
    assert figure.said == "Left calf\ngastrocnemius"
    program.window.mouse_pos = (1, 1)
    windows.pump(lambda: not figure.said)


def test_escape_closes_what_lies_over_the_body_first(program):
    from kivy.uix.widget import Widget

    figure = program.see("sheet.body")
    focus.take(figure)
    figure.zoom(2, figure.center)
    program.shell.open_dialog(Widget(size_hint_y=None, height=200))
    program.settle()
    windows.press(ESCAPE)
    program.settle()
    assert len(program.shell.open_layers) == 1
    assert not figure.whole
    windows.press(ESCAPE)
    assert figure.whole
