"""The Today screen in a real window, with the whole program around it."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from support import window as windows
from support.finding import find
from support.inside import Inside
from twitchlog.diary import Diary
from twitchlog.domain.twitch import Strength

TODAY = date(2026, 6, 18)
WIDE = (1280, 800)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "diary.sqlite"


@pytest.fixture
def filled(path, clock):
    """Four places in the last days, one of them today."""
    with Diary.open(path, clock=clock) as diary:
        sites = ("calf-left", "eyelid-right", "calf-right", "hand-left")
        for days, site in enumerate(sites):
            moment = clock.now().earlier(minutes=60 + days * 24 * 60)
            diary.twitches.log([site], moment=moment, duration_s=120, strength=Strength.MILD)
    return path


@pytest.fixture
def opened(clock):
    """A function that opens the program on a diary."""
    programs = []

    def start(path, **wanted):
        programs.append(Inside(path, clock=clock, **wanted))
        return programs[-1]

    yield start
    for program in programs:
        program.close()


def saying(program):
    bar = program.see("snackbar")
    return bar.text if bar else ""


def test_the_first_start_shows_six_places_and_two_promises(opened, path):
    program = opened(path)
    tiles = [program.see(f"today.tile.{site}") for site in ("eyelid-left", "thigh-left")]
    assert all(tiles)
    assert program.see("today.day.2026-06-18") is None
    assert program.see("today.undo") is None
    assert program.see("today.another").text == "Show the whole body"
    assert program.see("today.timer") is None


def test_a_tap_on_a_tile_moves_no_tile(opened, filled):
    program = opened(filled)
    tile = program.see("today.tile.hand-left")
    before = tile.to_window(*tile.pos)
    program.tap("today.tile.hand-left")
    assert tile.to_window(*tile.pos) == before
    assert tile.second == "just now"
    assert saying(program) == "Left hand logged, 21:04"


def test_the_words_on_what_was_logged_cover_nothing_that_cannot_be_scrolled_clear(opened, filled):
    program = opened(filled)
    program.tap("today.tile.calf-left")
    last = find(program.shell, "today.also.all")
    scroll = last.parent
    while not hasattr(scroll, "scroll_y"):
        scroll = scroll.parent
    scroll.scroll_y = 0
    program.settle()
    assert last.to_window(0, last.y)[1] >= program.shell.snackbar.top


def test_details_opens_the_entry_in_the_sheet(opened, filled):
    program = opened(filled)
    program.tap("today.tile.calf-left")
    program.tap("snack:Details")
    assert program.shell.open_layers
    program.tap("sheet.strength:4")
    program.tap("sheet.done")
    assert not program.shell.open_layers
    assert saying(program).startswith("Left calf logged, ")
    with Diary.open(filled) as diary:
        assert diary.twitches.newest(1)[0].strength is Strength.STRONG


def test_a_row_opens_for_editing_and_can_be_removed_there_and_brought_back(opened, filled):
    program = opened(filled)
    with Diary.open(filled) as diary:
        entry = diary.twitches.on_day(TODAY)[0]
    program.tap(f"today.row.{entry.id}")
    program.tap("sheet.remove")
    assert program.see(f"today.row.{entry.id}") is None
    assert saying(program) == "Left calf removed"
    program.tap("snack:Undo")
    assert program.see(f"today.row.{entry.id}") is not None


def test_undo_and_redo_appear_when_there_is_something(opened, path):
    program = opened(path)
    program.tap("today.none")
    assert program.see("today.redo") is None
    program.tap("today.undo")
    assert program.see("today.none") is not None
    assert program.see("today.undo") is None
    program.tap("today.redo")
    assert program.see("today.none.back") is not None


def test_a_day_of_the_week_opens_in_the_diary(opened, filled):
    program = opened(filled)
    program.tap("today.day.2026-06-16")
    assert program.shell.current == "diary"


def test_days_to_come_cannot_be_opened(opened, filled):
    program = opened(filled)
    program.tap("today.day.2026-06-19")
    assert program.shell.current == "today"


def test_the_screen_turns_at_midnight_by_itself(opened, filled, clock):
    program = opened(filled)
    assert find(program.shell, "today.bar").second == "Thursday 18 June 2026"
    clock.moment = clock.at(datetime(2026, 6, 19, 0, 0, 1))
    bar = find(program.shell, "today.bar")
    windows.pump(lambda: bar.second == "Friday 19 June 2026")
    assert program.see("today.none") is not None


def test_what_was_tapped_on_the_checkin_card_survives_a_log(opened, filled):
    program = opened(filled)
    card = program.see("today.checkin.save").parent.parent
    program.tap("today.tile.calf-left")
    windows.pump()
    card._pick("sleep", 7.0)
    program.tap("today.tile.calf-right")
    assert card.answers == {"sleep": 7.0}


def test_in_the_morning_the_checkin_is_a_row_that_opens_it(opened, path, clock):
    clock.moment = clock.at(datetime(2026, 6, 18, 9, 0))
    with Diary.open(path, clock=clock) as diary:
        diary.checkins.none_today(TODAY - timedelta(days=1))
    program = opened(path)
    assert program.see("today.checkin.save") is None
    program.tap("today.checkin")
    assert program.see("checkin.save") is not None


def test_in_a_wide_window_the_form_stands_beside_the_list(opened, filled):
    program = opened(filled, size=WIDE)
    assert program.see("today.another") is None
    assert program.see("sheet.done").disabled
    program.tap("fab")
    assert not program.shell.open_layers
    program.tap("sheet.search")
    program.tap("sheet.region.Neck")
    program.tap("sheet.found.throat")
    assert not program.see("sheet.done").disabled
    program.tap("sheet.done")
    assert saying(program) == "Throat logged, 21:04"
    assert program.see("sheet.done").disabled


def test_in_a_wide_window_undo_stands_in_the_rail(opened, path):
    program = opened(path, size=WIDE)
    assert program.see("rail.undo").disabled
    program.tap("today.tile.calf-left")
    assert program.see("rail.undo").tooltip == "Undo: Left calf logged"
    program.tap("rail.undo")
    with Diary.open(path) as diary:
        assert diary.twitches.count() == 0


def test_a_window_that_is_made_narrow_keeps_what_it_shows(opened, filled):
    program = opened(filled, size=WIDE)
    program.window.size = windows.SIZE
    windows.pump(lambda: not program.shell.railed)
    program.settle()
    assert program.see("today.another") is not None
    program.tap("fab")
    assert program.shell.open_layers


def test_everything_on_the_screen_can_be_reached_by_tab(opened, filled):
    from twitchlog.ui.widgets import focus

    program = opened(filled)
    keys = [stop.key for stop in focus.stops(program.shell)]
    wanted = ["today.undo", "today.help", "today.settings", "today.tile.calf-left",
              "today.another", "today.timer", "today.sleep.7", "today.checkin.save"]  # fmt: skip
    assert [key for key in keys if key in wanted] == wanted


def test_today_and_the_diary_turn_to_the_new_day_by_themselves(opened, filled, clock):
    with Diary.open(filled, clock=clock) as diary:
        diary.preferences.end_day_at(240)
    program = opened(filled)
    clock.moment = clock.at(datetime(2026, 6, 19, 3, 59))
    program.settle()
    assert program.see("today.bar").second == "Thursday 18 June 2026"
    clock.moment = clock.at(datetime(2026, 6, 19, 4, 0))
    windows.pump(lambda: program.see("today.bar").second == "Friday 19 June 2026")
    program.tap("tab:diary")
    assert program.see("diary.day.2026-06-19").cell.today
    clock.moment = clock.at(datetime(2026, 6, 20, 4, 0))
    windows.pump(lambda: program.see("diary.day.2026-06-20").cell.today)
