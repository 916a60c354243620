"""Looking closer at one chart, in the running program: wheel, fingers and keys."""

from __future__ import annotations

import pytest
from kivy.tests.common import UnitTestTouch

from support.chart_page import drag, filled, picture
from support.window import press
from twitchlog.domain.period import Period
from twitchlog.reports.charts.catalogue import CHARTS
from twitchlog.ui.widgets import focus


@pytest.fixture
def path(tmp_path, clock):
    return filled(tmp_path, clock)


def seen(page):
    return page._sight.text.replace("\N{NO-BREAK SPACE}", " ")


def wheel(program, widget, button):
    touch = UnitTestTouch(*widget.to_window(*widget.center))
    touch.profile.append("button")
    touch.button = button
    touch.touch_down()
    touch.touch_up()
    program.settle()


def test_the_wheel_looks_closer_and_whole_period_leads_back(program, chart_page):
    for _each in range(5):
        wheel(program, picture(chart_page), "scrolldown")
    spec = picture(chart_page).spec
    assert (spec.last - spec.first).days + 1 < 14
    assert seen(chart_page).endswith(f"{(spec.last - spec.first).days + 1} days")
    program.tap("chart.whole")
    assert not seen(chart_page)
    spec = picture(chart_page).spec
    assert Period(spec.first, spec.last) == chart_page.presenter.period


def test_zoomed_in_the_words_are_those_of_the_days_in_the_picture(program, chart_page):
    """The bars, the brackets and the denominator of a note have to be of the same days."""
    whole = picture(chart_page).spec
    for _each in range(5):
        wheel(program, picture(chart_page), "scrolldown")
    closer = picture(chart_page).spec
    assert (closer.headline, closer.note) != (whole.headline, whole.note)
    assert (chart_page.card.headline.text, chart_page.card.note.text) == (
        closer.headline,
        closer.note,
    )
    program.tap("chart.whole")
    assert (chart_page.card.headline.text, chart_page.card.note.text) == (
        whole.headline,
        whole.note,
    )


def test_while_one_zooms_the_old_picture_is_stretched_and_drawn_anew_at_rest(program, chart_page):
    shown = picture(chart_page)
    texture = shown._sheet.texture
    shown.zoom(2.0)
    assert shown._sheet.texture is texture
    assert shown._band.size[0] > 0
    program.settle()
    assert shown._sheet.texture is not texture
    assert not shown._band.size[0]


def test_zoomed_in_a_drag_moves_the_days(program, chart_page):
    picture(chart_page).zoom(4.0)
    program.settle()
    before = picture(chart_page).spec.first
    drag(program, picture(chart_page), (0.3, 0.5), (0.8, 0.5))
    assert picture(chart_page).spec.first < before
    assert chart_page._bar.title == CHARTS[0].title


def test_a_drag_down_over_the_picture_scrolls_the_page(program, chart_page):
    program.tap("chart.numbers")
    chart_page.list.go(0)
    program.settle()
    drag(program, picture(chart_page), (0.5, 0.4), (0.5, 0.9))
    assert chart_page.list.down == pytest.approx(picture(chart_page).height / 2, abs=40)
    assert chart_page._bar.title == CHARTS[0].title


def test_two_fingers_look_closer(program, chart_page):
    shown = picture(chart_page)
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
    spec = picture(chart_page).spec
    assert 3 <= (spec.last - spec.first).days + 1 < 20


def test_plus_and_minus_zoom_and_escape_goes_back_step_by_step(program, chart_page):
    focus.take(picture(chart_page))
    press(ord("+"), "+")
    program.settle()
    closer = picture(chart_page).spec
    assert (closer.last - closer.first).days + 1 == 14
    press(275)
    assert picture(chart_page).part is not None
    press(27)
    assert picture(chart_page).part is None
    assert seen(chart_page)
    press(27)
    program.settle()
    assert not seen(chart_page)
    press(27)
    assert program.shell.page is None


def test_escape_hides_the_numbers_first_where_they_were_asked_for_last(program, chart_page):
    picture(chart_page).zoom(4.0)
    program.settle()
    program.tap("chart.numbers")
    program.shell.close_top()
    program.settle()
    assert seen(chart_page)
    assert program.see("chart.row.0") is None
    program.shell.close_top()
    program.settle()
    assert not seen(chart_page)
    assert program.shell.page is chart_page
