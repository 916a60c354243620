"""The page of one chart, in the running program."""

from __future__ import annotations

import gc
import weakref
from datetime import date

import pytest
from kivy.core.clipboard import Clipboard
from kivy.tests.common import UnitTestTouch

from support.inside import Inside
from support.window import press, pump
from twitchlog.diary import Diary
from twitchlog.diary.example import fill
from twitchlog.domain.period import Period
from twitchlog.reports.charts.catalogue import CHARTS
from twitchlog.ui.widgets import focus

TODAY = date(2026, 6, 18)


@pytest.fixture
def path(tmp_path, clock):
    path = tmp_path / "diary.sqlite"
    with Diary.open(path, clock=clock) as diary:
        fill(diary, days=60, seed=3, until=TODAY)
    return path


@pytest.fixture
def page(program):
    program.tap("tab:patterns")
    program.tap("patterns.timeline.larger")
    return program.shell.page


def picture(page):
    return page.card.picture


def seen(page):
    return page._sight.text.replace("\N{NO-BREAK SPACE}", " ")


def drag(program, widget, begin, end, *, steps=6):
    """Move a finger over a widget from one share of it to another."""
    points = [
        widget.to_window(
            widget.x + widget.width * (begin[0] + (end[0] - begin[0]) * step / steps),
            widget.y + widget.height * (begin[1] + (end[1] - begin[1]) * step / steps),
        )
        for step in range(steps + 1)
    ]
    touch = UnitTestTouch(*points[0])
    touch.touch_down()
    for point in points[1:]:
        touch.touch_move(*point)
    touch.touch_up()
    program.settle()


def wheel(program, widget, button):
    touch = UnitTestTouch(*widget.to_window(*widget.center))
    touch.profile.append("button")
    touch.button = button
    touch.touch_down()
    touch.touch_up()
    program.settle()


def test_the_arrows_lead_from_chart_to_chart_and_back_leads_home(program, page):
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

    def gone():
        # What was there when matplotlib was loaded is kept for good; page and presenter know each
        # other; and its bar may still fade.
        gc.unfreeze()
        gc.collect()
        return page() is None

    pump(gone, timeout=60)


def test_a_swipe_turns_to_the_next_chart_also_over_the_picture(program, page):
    drag(program, picture(page), (0.8, 0.5), (0.2, 0.5))
    assert page._bar.title == CHARTS[1].title
    drag(program, page._bar, (0.3, 0.5), (0.8, 0.5))
    assert page._bar.title == CHARTS[0].title


def test_the_arrow_keys_turn_the_page_and_walk_on_the_picture(program, page):
    press(275)
    program.settle()
    assert page._bar.title == CHARTS[1].title
    press(276, modifiers=("numlock",))
    program.settle()
    focus.take(picture(page))
    press(275, modifiers=("numlock",))
    assert page._bar.title == CHARTS[0].title
    assert picture(page).part == 0


def test_the_wheel_looks_closer_and_whole_period_leads_back(program, page):
    for _each in range(5):
        wheel(program, picture(page), "scrolldown")
    spec = picture(page).spec
    assert (spec.last - spec.first).days + 1 < 14
    assert seen(page).endswith(f"{(spec.last - spec.first).days + 1} days")
    program.tap("chart.whole")
    assert not seen(page)
    spec = picture(page).spec
    assert Period(spec.first, spec.last) == page.presenter.period


def test_zoomed_in_the_words_are_those_of_the_days_in_the_picture(program, page):
    """The bars, the brackets and the denominator of a note have to be of the same days."""
    whole = picture(page).spec
    for _each in range(5):
        wheel(program, picture(page), "scrolldown")
    closer = picture(page).spec
    assert (closer.headline, closer.note) != (whole.headline, whole.note)
    assert (page.card.headline.text, page.card.note.text) == (closer.headline, closer.note)
    program.tap("chart.whole")
    assert (page.card.headline.text, page.card.note.text) == (whole.headline, whole.note)


def test_while_one_zooms_the_old_picture_is_stretched_and_drawn_anew_at_rest(program, page):
    shown = picture(page)
    texture = shown._sheet.texture
    shown.zoom(2.0)
    assert shown._sheet.texture is texture
    assert shown._band.size[0] > 0
    program.settle()
    assert shown._sheet.texture is not texture
    assert not shown._band.size[0]


def test_zoomed_in_a_drag_moves_the_days(program, page):
    picture(page).zoom(4.0)
    program.settle()
    before = picture(page).spec.first
    drag(program, picture(page), (0.3, 0.5), (0.8, 0.5))
    assert picture(page).spec.first < before
    assert page._bar.title == CHARTS[0].title


def test_a_drag_down_over_the_picture_scrolls_the_page(program, page):
    program.tap("chart.numbers")
    page.list.go(0)
    program.settle()
    drag(program, picture(page), (0.5, 0.4), (0.5, 0.9))
    assert page.list.down == pytest.approx(picture(page).height / 2, abs=40)
    assert page._bar.title == CHARTS[0].title


def test_two_fingers_look_closer(program, page):
    shown = picture(page)
    points = [shown.to_window(shown.x + shown.width * at, shown.center_y) for at in (0.4, 0.6)]
    first, second = (UnitTestTouch(*point) for point in points)
    first.touch_down()
    second.touch_down()
    for step in range(1, 6):
        first.touch_move(points[0][0] - 16 * step, points[0][1])
        second.touch_move(points[1][0] + 16 * step, points[1][1])
    first.touch_up()
    second.touch_up()
    program.settle()
    spec = picture(page).spec
    assert 3 <= (spec.last - spec.first).days + 1 < 20


def test_plus_and_minus_zoom_and_escape_goes_back_step_by_step(program, page):
    focus.take(picture(page))
    press(ord("+"), "+")
    program.settle()
    closer = picture(page).spec
    assert (closer.last - closer.first).days + 1 == 14
    press(275)
    assert picture(page).part is not None
    press(27)
    assert picture(page).part is None
    assert seen(page)
    press(27)
    program.settle()
    assert not seen(page)
    press(27)
    assert program.shell.page is None


def test_escape_hides_the_numbers_first_where_they_were_asked_for_last(program, page):
    picture(page).zoom(4.0)
    program.settle()
    program.tap("chart.numbers")
    program.shell.close_top()
    program.settle()
    assert seen(page)
    assert program.see("chart.row.0") is None
    program.shell.close_top()
    program.settle()
    assert not seen(page)
    assert program.shell.page is page


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


def test_back_from_the_entries_leads_the_keyboard_to_the_picture(program, page):
    focus.take(picture(page))
    picture(page).part = next(
        at for at, row in enumerate(picture(page).spec.table.rows) if row.behind is not None
    )
    press(13)
    program.settle()
    assert program.shell.page is not page
    press(27)
    program.settle()
    assert program.shell.page is page
    assert focus.focused() is picture(page)


def test_what_a_tapped_place_has_comes_into_sight(program, page):
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


def test_in_numbers_lists_every_bar_and_a_row_leads_to_its_entries(program, page):
    program.tap("chart.numbers")
    table = picture(page).spec.table
    head = next(row for row in page.list.walk() if getattr(row, "heading", False))
    assert head.to_window(0, head.top)[1] == pytest.approx(page.list.top, abs=2)
    at = next(at for at, row in enumerate(table.rows) if row.behind is not None)
    row = program.see(f"chart.row.{at}")
    assert list(row.cells) == list(table.rows[at].cells)
    program.touch(row)
    assert program.shell.page is not page
    program.shell.close_top()
    program.settle()
    assert program.shell.page is page


def test_a_wide_window_has_the_numbers_beside_the_picture(path, clock):
    with Inside(path, clock=clock, size=(1280, 800)) as program:
        program.tap("tab:patterns")
        program.tap("patterns.timeline.larger")
        page = program.shell.page
        assert program.see("chart.row.0").x >= 0
        assert page.list.x > picture(page).right
        assert program.see("chart.numbers") is None


def test_the_words_are_copied(program, page):
    program.tap("chart.copy")
    assert Clipboard.paste() == page.presenter.words


def test_a_picture_is_saved_where_the_person_says(program, page, tmp_path, monkeypatch):
    from twitchlog.ui import choosing

    folder = tmp_path / "pictures"
    folder.mkdir()
    monkeypatch.setattr(choosing, "ask_folder", lambda *_asked, chosen, **_words: chosen(folder))
    program.tap("chart.save")
    program.tap("chart.save.form.svg")
    program.tap("action:Choose a folder")
    assert [path.name for path in folder.iterdir()] == ["twitchlog-over-time-2026-06-18.svg"]
    assert "twitchlog-over-time-2026-06-18.svg" in program.shell.snackbar.text


def test_other_days_chosen_on_the_page_hold_for_patterns_too(program, page):
    program.tap("chart.span")
    program.tap("chart.span.2w")
    assert program.see("chart.span").text == "2 weeks"
    program.shell.close_top()
    program.settle()
    assert program.see("patterns.span").text == "2 weeks"
    spec = program.shell.screen("patterns").cards["timeline"].picture.spec
    assert (spec.last - spec.first).days + 1 == 14
