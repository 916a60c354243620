"""What is typed into the log sheet, a day and time above all, in a real window."""

from __future__ import annotations

from datetime import date

from support import window as windows
from support.finding import find


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


def test_done_takes_a_typed_length_and_own_words_and_a_wrong_length_stays_to_be_read(
    program, entries
):
    take_place(program)
    program.tap("sheet.duration.longer")
    program.see("sheet.length").text = "soon"
    program.tap("sheet.done")
    assert program.shell.open_layers
    assert program.see("sheet.length").text == "soon"
    program.see("sheet.length").text = "12 s"
    find(program.shell, "sheet.trigger.more").dispatch("on_release")
    find(program.shell, "sheet.own").text = "Cold bath"
    program.tap("sheet.done")
    assert not program.shell.open_layers
    windows.pump(lambda: entries()[0].duration_s == 12)
    assert [each.words for each in entries()[0].triggers] == ["Cold bath"]


def test_closing_takes_a_typed_length_but_not_one_that_a_chip_gave_way_to(program, entries):
    take_place(program)
    program.tap("sheet.duration.longer")
    program.see("sheet.length").text = "12 s"
    program.tap("sheet.duration.60")
    assert program.see("sheet.length").text == ""
    program.see("sheet.length").text = "13 s"
    program.shell.close_top()
    assert not program.shell.open_layers
    windows.pump(lambda: entries()[0].duration_s == 13)
