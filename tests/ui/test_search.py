"""The search in a real window: typed, filtered, chosen, removed."""

from __future__ import annotations

import pytest

from support.inside import Inside
from support.window import press
from twitchlog.diary import Diary
from twitchlog.domain.searching import Query


@pytest.fixture(params=[(412, 892), (1280, 800)], ids=["phone", "wide"])
def program(request, tmp_path, clock):
    path = tmp_path / "diary.sqlite"
    with Diary.open(path, clock=clock) as diary:
        for place in ("calf-left", "tongue", "calf-right"):
            diary.twitches.log([place], note="after tea" if place == "tongue" else "")
    with Inside(path, clock=clock, size=request.param) as inside:
        inside.shell.go("diary")
        inside.settle()
        inside.tap("diary.search")
        yield inside


def rows(program):
    found = [each for each in program.shell.walk(restrict=True) if type(each).__name__ == "DayRow"]
    return sorted(found, key=lambda each: -each.y)


def test_typing_finds_and_a_tap_opens_the_entry(program):
    program.shell.page.field.text = "tea"
    program.settle()
    (row,) = rows(program)
    assert row.title == "Tongue"
    program.touch(row)
    assert program.see("sheet.done") is not None or program.shell.open_layers


def test_entries_are_chosen_and_removed_and_come_back(program):
    program.tap("search.choose")
    for row in rows(program)[:2]:
        program.touch(row)
    assert program.shell.page._bar.title == "2 chosen"
    program.tap("search.remove")
    assert len(rows(program)) == 1
    program.shell.shortcuts["ctrl+z"]()
    program.settle()
    assert len(rows(program)) == 3


def test_esc_stops_choosing_before_it_leaves_the_page(program):
    page = program.shell.page
    program.tap("search.choose")
    program.shell.close_top()
    program.settle()
    assert program.shell.page is page
    program.shell.close_top()
    assert program.shell.page is None


def test_where_no_place_was_logged_the_filter_asks_for_none(program):
    def is_asked():
        return any(getattr(each, "text", "") == "Place" for each in program.shell.walk())

    program.tap("search.filter")
    assert is_asked()
    program.tap("filter.done")
    twitches = program.diary.twitches
    twitches.remove(*(each.id for each in twitches.newest()))
    program.tap("search.filter")
    assert not is_asked()


def test_a_filter_is_in_sight_as_long_as_it_narrows(program):
    program.tap("search.filter")
    program.tap("filter.place.tongue")
    program.tap("filter.done")
    assert [row.title for row in rows(program)] == ["Tongue"]
    assert program.see("search.filter").text == "Filter · 1"


def test_typed_days_are_taken_by_whatever_comes_next_and_wrong_ones_said_at_their_field(program):
    program.tap("search.filter")
    program.see("filter.first").text = "nonsense"
    program.tap("filter.done")
    assert "is not a day" in program.see("filter.first").error
    program.see("filter.first").text = "18 June"
    program.tap("filter.place.tongue")
    assert program.see("filter.first").text == "18 June 2026"
    program.see("filter.last").text = "18 June"
    program.tap("filter.done")
    assert not program.shell.open_layers
    assert program.see("search.filter").text == "Filter · 2"


def test_a_sheet_with_a_wrong_day_says_so_once_before_it_closes(program):
    program.tap("search.filter")
    program.see("filter.last").text = "nonsense"
    program.shell.close_top()
    assert program.shell.open_layers
    program.shell.close_top()
    assert not program.shell.open_layers


def test_the_entries_behind_a_part_of_a_chart_are_shown_and_back_leads_there_again(program):
    program.shell.pop()
    program.shell.go("patterns")
    program.settle()
    wanted = Query(sites=frozenset({"calf-left", "tongue"}), hours=frozenset({21}))
    program.program._ways.open_entries(wanted)
    program.settle()
    assert {row.title for row in rows(program)} == {"Left calf", "Tongue"}
    assert program.see("search.narrowed.hours").text == "21:00 to 22:00"
    assert program.see("search.narrowed.sites").text == "Tongue or left calf"
    program.tap("search.narrowed.sites")
    assert len(rows(program)) == 3
    assert program.see("search.narrowed.sites") is None
    program.tap("back")
    assert program.shell.page is None
    assert program.see("patterns.bar") is not None


def test_a_long_filter_wraps_and_stays_in_the_window(program):
    places = ("calf-left", "calf-right", "eyelid-left", "eyelid-right", "thigh-left", "tongue")
    program.program._ways.open_entries(Query(sites=frozenset(places)))
    program.settle()
    chip = program.see("search.narrowed.sites")
    assert 0 <= chip.to_window(chip.x, 0)[0] <= chip.to_window(chip.right, 0)[0]
    assert chip.to_window(chip.right, 0)[0] <= program.window.width
    assert len(rows(program)) == 3


def test_a_date_leads_to_its_day_and_a_medicine_to_its_page(program):
    pill = program.diary.medications.add("Magnesium").value
    program.shell.page.field.text = "magnesium"
    program.settle()
    program.tap(f"diary.row.medications.{pill.id}")
    assert program.see("medicine.bar") is not None
    program.tap("back")
    program.shell.page.field.text = "yesterday"
    program.settle()
    program.tap("diary.row.days.2026-06-17")
    assert program.shell.page is None
    assert str(program.shell.go("diary").presenter.chosen) == "2026-06-17"


def test_only_rows_that_can_be_chosen_look_so_and_without_one_there_is_no_choosing(program):
    program.diary.doses.log("caffeine", 45, preset="black-tea")
    page = program.shell.page
    page.field.text = "tea"
    program.settle()
    program.tap("search.choose")
    looks = {row.title: (row.disabled, row.chevron, row.icon) for row in rows(program)}
    assert looks["Tongue"] == (False, False, "circle-outline")
    assert looks["Black tea"][:2] == (True, False)
    program.shell.close_top()
    program.settle()
    assert [(row.disabled, row.chevron) for row in rows(program)] == [(False, True)] * 2
    page.field.text = "black tea"
    program.settle()
    assert [row.title for row in rows(program)] == ["Black tea"]
    assert program.see("search.choose") is None


def test_what_is_searched_is_as_wide_as_the_field(program):
    page = program.shell.page
    page.field.text = "zzz"
    program.settle()
    card = program.see("search.nothing")
    assert (card.x, card.width) == (page.field.x, page.field.width)


def test_going_back_from_a_day_that_was_found_leads_to_the_results_with_the_words(program):
    page = program.shell.page
    for back in (lambda: press(27), lambda: program.tap("back")):
        page.field.text = "yesterday"
        program.settle()
        program.tap("diary.row.days.2026-06-17")
        assert program.shell.page is None
        back()
        program.settle()
        assert program.shell.page is page
        assert page.field.text == "yesterday"
    program.tap("back")
    assert program.shell.page is None
    assert program.see("back") is None
    assert program.see("diary.bar") is not None
