"""The log sheet in a real window, with the whole program around it."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from support import window as windows
from support.finding import find
from support.inside import Inside
from twitchlog import bodymap
from twitchlog.diary import Diary
from twitchlog.domain.moment import Moment
from twitchlog.domain.twitch import OWN, Strength, Trigger

TODAY = date(2026, 6, 18)
ENTER = 13
ESCAPE = 27


def tap_body(program, site):
    figure = program.see("sheet.body")
    x, y = figure.spot(bodymap.shapes_of(site)[-1])
    windows.tap(figure, at=((x - figure.x) / figure.width, (y - figure.y) / figure.height))
    program.settle()


def shown(program, key):
    """Scroll to a widget of the sheet, and return it."""
    form = find(program.shell, "sheet.done").parent.parent
    widget = find(form, key)
    form._middle.scroll_to(widget, animate=False)
    program.settle()
    return widget


def write(program, key, text):
    field = shown(program, key)
    field.write()
    field.text = text
    field.dispatch("on_validate")
    program.settle()


def test_a_tap_on_the_body_is_saved_at_once(program, entries):
    assert program.see("sheet.done").disabled
    tap_body(program, "calf-left")
    assert entries()[0].sites == ("calf-left",)
    assert not program.see("sheet.done").disabled
    assert program.see("sheet.undo") is not None


def test_the_sheet_may_be_closed_any_way_and_nothing_is_lost(program, entries):
    tap_body(program, "calf-left")
    program.tap("sheet.duration.300")
    windows.press(ESCAPE)
    program.settle()
    assert not program.shell.open_layers
    assert program.see("snackbar").text == "Left calf logged, 21:04"
    assert entries()[0].duration_s == 300


def test_ctrl_and_enter_are_done_with_the_entry_and_do_nothing_before_it(program, entries):
    windows.press(ENTER, modifiers=("ctrl",))
    program.settle()
    assert program.shell.open_layers
    tap_body(program, "calf-left")
    windows.press(ENTER, modifiers=("ctrl",))
    program.settle()
    assert not program.shell.open_layers
    assert [entry.sites for entry in entries()] == [("calf-left",)]


def test_all_taps_on_one_entry_are_one_undo(program, entries):
    tap_body(program, "calf-left")
    program.tap("sheet.side.both")
    program.tap("sheet.when.30")
    program.tap("sheet.strength:2")
    (entry,) = entries()
    assert entry.sites == ("calf-left", "calf-right")
    assert entry.strength is Strength.MILD
    program.tap("sheet.undo")
    assert entries() == ()
    assert program.shell.open_layers
    assert program.see("sheet.done").disabled


def test_no_tap_on_a_place_moves_the_questions_below(program):
    chip = program.see("sheet.duration.60")
    before = chip.to_window(*chip.pos)
    tap_body(program, "calf-left")
    assert chip.to_window(*chip.pos) == before


def test_a_region_of_several_places_offers_its_parts(program, entries):
    tap_body(program, "calf-left")
    program.tap("sheet.parts")
    program.tap("sheet.part.calf-inner-left")
    assert entries()[0].sites == ("calf-inner-left",)
    assert program.see("sheet.done") is not None


def test_typing_filters_the_places_and_enter_takes_the_first(program, entries):
    program.tap("sheet.search")
    field = program.see("sheet.find")
    assert field.input.focus
    field.text = "tong"
    windows.pump(lambda: program.see("sheet.found.tongue"))
    assert program.see("sheet.region.Hand") is None
    field.dispatch("on_validate")
    program.settle()
    assert entries()[0].sites == ("tongue",)


def test_a_place_that_is_not_found_is_said_and_enter_logs_nothing(program, entries):
    program.tap("sheet.search")
    field = program.see("sheet.find")
    field.text = "qqqqq"
    program.settle()
    field.dispatch("on_validate")
    program.settle()
    assert entries() == ()
    program.tap("back")
    assert program.see("sheet.body") is not None


def test_an_exact_day_and_time_can_be_written(program, entries):
    tap_body(program, "calf-left")
    program.tap("sheet.when.exact")
    program.see("sheet.day").text = "9 June"
    write(program, "sheet.time", "22:40")
    moment = entries()[0].moment
    assert (moment.day, moment.minute) == (date(2026, 6, 9), 22 * 60 + 40)


def test_a_time_to_come_is_refused_beside_the_field_and_what_was_typed_stays(program, entries):
    tap_body(program, "calf-left")
    program.tap("sheet.when.exact")
    program.see("sheet.day").text = "19 June 2026"
    write(program, "sheet.time", "9:00")
    assert program.see("sheet.time").text == "9:00"
    assert program.see("sheet.day").text == "19 June 2026"
    assert entries()[0].moment.day == TODAY
    program.tap("sheet.done")
    assert program.shell.open_layers


def test_a_night_is_explained_while_it_is_typed(program, path, clock, entries):
    with Diary.open(path, clock=clock) as diary:
        diary.preferences.end_day_at(240)
    program.program._services.diary.preferences.refresh()
    tap_body(program, "calf-left")
    program.tap("sheet.when.exact")
    program.see("sheet.day").text = "9 June"
    program.see("sheet.time").text = "01:30"
    program.settle()
    said = [each.text for each in program.shell.walk(restrict=True) if hasattr(each, "text")]
    assert "01:30 counts as the night of Tuesday 9 June." in said
    program.see("sheet.time").text = ""
    write(program, "sheet.time", "01:30")
    moment = entries()[0].moment
    assert (moment.day, moment.local.date()) == (date(2026, 6, 9), date(2026, 6, 10))


def test_the_second_of_two_hours_is_offered_only_where_there_are_two(program, clock, entries):
    clock.moment = Moment.of(datetime(2026, 10, 26, 9, tzinfo=ZoneInfo("Europe/Berlin")))
    tap_body(program, "calf-left")
    program.tap("sheet.when.exact")
    assert program.see("sheet.which.second") is None
    program.see("sheet.day").text = "25 October"
    write(program, "sheet.time", "02:30")
    assert program.see("sheet.which.first").chosen
    program.tap("sheet.which.second")
    assert entries()[0].moment.offset_min == 60


def test_in_large_text_the_fields_of_day_and_time_have_room(path, clock):
    with Inside(path, clock=clock, text_scale=1.5) as opened:
        opened.tap("fab")
        opened.tap("sheet.when.exact")
        for key in ("sheet.day", "sheet.time"):
            field = opened.see(key)
            written = field.input._get_text_width(
                field.text, field.input.tab_width, field.input._label_cached
            )
            assert written <= field.input.width - field.input.padding[0] - field.input.padding[2]


def test_longer_opens_the_rest_and_an_exact_length(program, entries):
    tap_body(program, "calf-left")
    program.tap("sheet.duration.longer")
    write(program, "sheet.length", "1h30m")
    assert entries()[0].duration_s == 5400
    assert program.see("sheet.duration.longer").text == "1 h 30 min"
    shown(program, "sheet.duration.")
    program.tap("sheet.duration.")
    assert entries()[0].duration_s is None


def test_own_words_and_a_note_are_behind_more(program, entries):
    tap_body(program, "calf-left")
    shown(program, "sheet.trigger.more")
    program.tap("sheet.trigger.more")
    write(program, "sheet.own", "Long drive")
    assert program.see("sheet.own").text == ""
    note = shown(program, "sheet.note")
    note.write()
    note.text = "In the car, ٣ times 🚗"
    note.input.focus = False
    program.settle()
    (entry,) = entries()
    assert entry.triggers == (Trigger(OWN, "Long drive"),)
    assert entry.note == "In the car, ٣ times 🚗"


def test_a_note_is_one_tap_away_with_the_keyboard_in_it(program, entries):
    tap_body(program, "calf-left")
    program.tap("sheet.note.write")
    note = program.see("sheet.note")
    assert note.input.focus
    note.text = "on the sofa"
    program.tap("sheet.done")
    assert entries()[0].note == "on the sofa"


def test_a_note_is_saved_when_the_sheet_is_closed_while_one_writes(program, entries):
    tap_body(program, "calf-left")
    shown(program, "sheet.trigger.more")
    program.tap("sheet.trigger.more")
    note = shown(program, "sheet.note")
    note.write()
    note.text = "half a sen"
    program.tap("sheet.done")
    assert entries()[0].note == "half a sen"


def test_the_next_entry_starts_afresh(program, entries):
    tap_body(program, "calf-left")
    program.tap("sheet.trigger.caffeine")
    program.tap("sheet.done")
    program.tap("fab")
    assert program.see("sheet.done").disabled
    assert not program.see("sheet.trigger.caffeine").chosen
    program.tap("sheet.site.calf-left")
    newest = sorted(entries(), key=lambda entry: len(entry.triggers))
    assert [entry.triggers for entry in newest] == [(), (Trigger("caffeine"),)]


def test_the_sheet_is_used_by_keyboard_alone(program, entries):
    from twitchlog.ui.widgets import focus

    inside = focus.scope()
    keys = [getattr(stop, "key", "") for stop in focus.stops(inside)]
    assert {"sheet.close", "sheet.search", "sheet.when.now", "sheet.duration.60"} <= set(keys)
    focus.take(program.see("sheet.search"))
    windows.press(ENTER)
    program.settle()
    program.see("sheet.find").text = "left calf"
    program.see("sheet.find").dispatch("on_validate")
    program.settle()
    assert entries()[0].sites == ("calf-left",)


def test_the_timer_is_started_from_the_sheet_at_the_place_that_was_chosen(program, entries, path):
    tap_body(program, "calf-left")
    program.tap("sheet.timer")
    assert program.see("timer.stop") is not None
    assert program.see("sheet.done") is None
    assert entries() == ()
    with Diary.open(path) as diary:
        assert diary.timer.running().site == "calf-left"


def test_chips_of_how_long_stand_in_one_line_with_the_timer(program):
    tap_body(program, "calf-left")
    for seconds in ("10", "60", "300"):
        program.tap(f"sheet.duration.{seconds}")
        assert program.see("sheet.timer").y == program.see(f"sheet.duration.{seconds}").y


def test_escape_leaves_the_list_of_places_before_the_sheet(program):
    program.tap("sheet.search")
    windows.press(ESCAPE)
    program.settle()
    assert program.see("sheet.body") is not None
    windows.press(ESCAPE)
    program.settle()
    assert program.see("sheet.body") is None
