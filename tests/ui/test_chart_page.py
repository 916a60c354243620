"""The page of one chart, in the running program."""

from __future__ import annotations

import weakref

import pytest
from kivy.core.clipboard import Clipboard
from kivy.tests.common import UnitTestTouch

from support.chart_page import drag, filled, picture
from support.inside import Inside
from support.let_go import wait_let_go
from support.window import press
from twitchlog.reports.charts.catalogue import CHARTS
from twitchlog.ui.widgets import focus


@pytest.fixture
def path(tmp_path, clock):
    return filled(tmp_path, clock)


def test_the_arrows_lead_from_chart_to_chart_and_back_leads_home(program, chart_page):
    program.tap("chart.after")
    assert program.shell.page._bar.title == CHARTS[1].title
    program.tap("chart.before")
    assert program.shell.page._bar.title == CHARTS[0].title
    program.shell.close_top()
    program.settle()
    assert program.shell.page is None
    assert program.shell.current == "patterns"


def test_a_page_that_was_closed_is_let_go(program):
    program.tap("tab:patterns")
    program.tap("patterns.timeline.larger")
    page = weakref.ref(program.shell.page)
    program.tap("chart.after")
    program.tap("back")
    program.tap("tab:today")
    program.tap("tab:patterns")
    wait_let_go(page)


def test_a_swipe_turns_to_the_next_chart_also_over_the_picture(program, chart_page):
    drag(program, picture(chart_page), (0.8, 0.5), (0.2, 0.5))
    assert chart_page._bar.title == CHARTS[1].title
    drag(program, chart_page._bar, (0.3, 0.5), (0.8, 0.5))
    assert chart_page._bar.title == CHARTS[0].title


def test_the_arrow_keys_turn_the_page_and_walk_on_the_picture(program, chart_page):
    press(275)
    program.settle()
    assert chart_page._bar.title == CHARTS[1].title
    press(276, modifiers=("numlock",))
    program.settle()
    focus.take(picture(chart_page))
    press(275, modifiers=("numlock",))
    assert chart_page._bar.title == CHARTS[0].title
    assert picture(chart_page).part == 0


@pytest.mark.parametrize("key", ["patterns.timeline.larger", "patterns.help"])
def test_back_leads_the_keyboard_to_where_it_was(program, key):
    program.tap("tab:patterns")
    button = program.see(key)
    focus.take(button)
    press(13)
    program.settle()
    assert program.shell.page is not None
    press(27)
    program.settle()
    assert program.shell.page is None
    assert focus.focused() is button


def test_back_from_the_entries_leads_the_keyboard_to_the_picture(program, chart_page):
    focus.take(picture(chart_page))
    picture(chart_page).part = next(
        at for at, row in enumerate(picture(chart_page).spec.table.rows) if row.behind is not None
    )
    press(13)
    program.settle()
    assert program.shell.page is not chart_page
    press(27)
    program.settle()
    assert program.shell.page is chart_page
    assert focus.focused() is picture(chart_page)


def test_what_a_tapped_place_has_comes_into_sight(program, chart_page):
    program.shell.close_top()
    program.shell.screen("patterns").cards["places"].tools.larger()
    program.settle()
    card = program.shell.page.card
    touch = UnitTestTouch(
        *card.figure.to_window(
            card.figure.x + card.figure.width * 0.715, card.figure.y + card.figure.height * 0.2
        )
    )
    touch.touch_down()
    touch.touch_up()
    program.settle()
    assert card.picture.part is not None
    assert program.see("chart.part.entries") is not None


def test_what_a_chart_is_made_of_is_cut_at_the_inner_edge_of_its_card(path, clock):
    """With large words, the name of the dose that was changed is wider than a phone."""
    with Inside(path, clock=clock, look="light", span="all", text_scale=1.5) as program:
        program.tap("tab:patterns")
        card = program.shell.screen("patterns").cards["before-after"]
        card.tools.larger()
        program.settle()
        card = program.shell.page.card
        chips = card.chips.chips()
        assert chips
        for chip in chips:
            assert chip.right <= card.right - 16
            assert chip.height < 72


def test_in_numbers_lists_every_bar_and_a_row_leads_to_its_entries(program, chart_page):
    program.tap("chart.numbers")
    table = picture(chart_page).spec.table
    head = next(row for row in chart_page.list.walk() if getattr(row, "heading", False))
    assert head.to_window(0, head.top)[1] == pytest.approx(chart_page.list.top, abs=2)
    at = next(at for at, row in enumerate(table.rows) if row.behind is not None)
    row = program.see(f"chart.row.{at}")
    assert list(row.cells) == list(table.rows[at].cells)
    program.touch(row)
    assert program.shell.page is not chart_page
    program.shell.close_top()
    program.settle()
    assert program.shell.page is chart_page


def test_a_wide_window_has_the_numbers_beside_the_picture(path, clock):
    with Inside(path, clock=clock, size=(1280, 800)) as program:
        program.tap("tab:patterns")
        program.tap("patterns.timeline.larger")
        page = program.shell.page
        assert program.see("chart.row.0").x >= 0
        assert page.list.x > picture(page).right
        assert program.see("chart.numbers") is None


def test_the_words_are_copied(program, chart_page):
    program.tap("chart.copy")
    assert Clipboard.paste() == chart_page.presenter.words


def test_a_picture_is_saved_where_the_person_says(program, chart_page, tmp_path, monkeypatch):
    from twitchlog.ui import choosing

    folder = tmp_path / "pictures"
    folder.mkdir()
    monkeypatch.setattr(choosing, "ask_folder", lambda *_asked, chosen, **_words: chosen(folder))
    program.tap("chart.save")
    program.tap("chart.save.form.svg")
    program.tap("action:Choose a folder")
    assert [path.name for path in folder.iterdir()] == ["twitchlog-over-time-2026-06-18.svg"]
    assert "twitchlog-over-time-2026-06-18.svg" in program.shell.snackbar.text


def test_other_days_chosen_on_the_page_hold_for_patterns_too(program, chart_page):
    program.tap("chart.span")
    program.tap("chart.span.2w")
    assert program.see("chart.span").text == "2 weeks"
    program.shell.close_top()
    program.settle()
    assert program.see("patterns.span").text == "2 weeks"
    spec = program.shell.screen("patterns").cards["timeline"].picture.spec
    assert (spec.last - spec.first).days + 1 == 14
