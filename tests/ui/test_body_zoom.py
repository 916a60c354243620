"""The body is zoomed with two fingers, the wheel and buttons, and led back to the whole."""

from __future__ import annotations

import pytest
from kivy.base import EventLoop
from kivy.metrics import dp
from kivy.tests.common import UnitTestTouch
from kivy.uix.widget import Widget

from support.window import pump as pump_frames
from support.window import tap
from twitchlog import bodymap
from twitchlog.ui.widgets.camera import LARGEST, Camera
from twitchlog.ui.widgets.figures import Figures, MapScroll
from twitchlog.ui.widgets.forms import column


@pytest.fixture
def figures(still, window, pump):
    """The figures in a column that scrolls, as on the log sheet, and the picks made on them."""
    shown = Figures(size_hint_y=None, height=dp(300))
    shown.picks = []
    shown.bind(on_pick=lambda _box, sites, view, adds: shown.picks.append((sites[0], view, adds)))
    below = Widget(size_hint_y=None, height=dp(1200))
    shown.scroll = MapScroll(column(shown, below), shown)
    window.add_widget(shown.scroll)
    pump()
    return shown


@pytest.fixture
def figure(figures):
    return figures.figure


def on(figure, site, view):
    """Return where a site is seen in the window."""
    return figure.to_window(*figure.spot(bodymap.details_of(site, view=view)[0]))


def scale(figure, view="front"):
    return figure.placed(view)[2]


def wheel(figure, at, button):
    touch = UnitTestTouch(*at)
    touch.button = button
    touch.profile = ["pos", "button"]
    touch.touch_down()
    touch.touch_up()


def pinch(before, after):
    first, second = (UnitTestTouch(*place) for place in before)
    first.touch_down()
    second.touch_down()
    first.touch_move(*after[0])
    second.touch_move(*after[1])
    first.touch_up()
    second.touch_up()


def touch_at(figure, place):
    x, y = figure.to_widget(*place)
    tap(figure, at=((x - figure.x) / figure.width, (y - figure.y) / figure.height))


def tap_quickly(figure, *places):
    """Touch one place after the other, a tenth of a second apart however slow the machine is."""
    figure._hand._last = (0.0, (0.0, 0.0))
    for count, place in enumerate(places):
        touch = UnitTestTouch(*place)
        touch.time_start = 1000 + count / 10
        touch.touch_down()
        touch.touch_up()
        pump_frames()


def test_two_fingers_apart_make_it_larger_about_what_they_hold(figure, pump):
    x, y = on(figure, "knee-left", "front")
    was = scale(figure)
    pinch(((x - 20, y), (x + 20, y)), ((x - 40, y), (x + 40, y)))
    pump()
    assert scale(figure) == pytest.approx(2 * was)
    assert on(figure, "knee-left", "front") == pytest.approx((x, y), abs=1)
    assert not figure.whole


def test_a_pinch_chooses_nothing_and_scrolls_nothing(figures, pump):
    x, y = on(figures.figure, "knee-left", "front")
    pinch(((x - 20, y), (x + 20, y)), ((x - 60, y), (x + 60, y)))
    pump()
    assert figures.picks == []
    assert figures.scroll.scroll_y == 1


def test_two_fingers_together_show_the_whole_again_and_never_less(figure, pump):
    x, y = on(figure, "knee-left", "front")
    was = scale(figure)
    pinch(((x - 40, y), (x + 40, y)), ((x - 10, y), (x + 10, y)))
    pump()
    assert scale(figure) == pytest.approx(was)
    assert figure.whole


def test_the_wheel_zooms_about_the_mouse(figure, pump):
    place = on(figure, "calf-left", "back")
    was = scale(figure)
    for _notch in range(3):
        wheel(figure, place, "scrolldown")
    pump()
    assert scale(figure) > 1.8 * was
    assert on(figure, "calf-left", "back") == pytest.approx(place, abs=1)


def test_the_wheel_scrolls_the_page_once_the_whole_body_is_in_sight(figures, pump):
    place = on(figures.figure, "calf-left", "back")
    wheel(figures.figure, place, "scrollup")
    pump(lambda: figures.scroll.scroll_y < 1)
    assert figures.figure.whole


def test_the_wheel_scrolls_back_to_the_top_before_it_zooms(figures, pump):
    figures.scroll.scroll_y = 0.9
    pump()
    for _notch in range(30):
        wheel(figures.figure, on(figures.figure, "thigh-left", "front"), "scrolldown")
        pump()
        if figures.scroll.scroll_y >= 1:
            break
        assert figures.figure.whole
    wheel(figures.figure, on(figures.figure, "thigh-left", "front"), "scrolldown")
    assert not figures.figure.whole


def test_one_finger_moves_what_is_zoomed_but_not_out_of_its_box(figure, pump):
    figure.zoom(3, figure.center)
    x, y = figure.to_window(*figure.center)
    touch = UnitTestTouch(x, y)
    touch.touch_down()
    touch.touch_move(x + 40, y + 30)
    assert figure.camera.x == pytest.approx(-figure.width + 40)
    touch.touch_move(x + 4000, y)
    touch.touch_up()
    pump()
    assert figure.camera.x == 0


def test_a_drag_chooses_nothing(figures, pump):
    figures.figure.zoom(3, figures.figure.center)
    x, y = figures.figure.to_window(*figures.figure.center)
    touch = UnitTestTouch(x, y)
    touch.touch_down()
    touch.touch_move(x + 40, y + 30)
    touch.touch_up()
    pump()
    assert figures.picks == []


def test_a_double_tap_goes_back_to_the_whole_figure(figure, pump):
    figure.zoom(3, figure.center)
    place = figure.to_window(figure.x + 10, figure.y + 10)
    tap_quickly(figure, place, place)
    pump()
    assert figure.whole


def test_a_quick_second_tap_on_the_whole_figure_counts_only_beside_the_first(figures):
    knee, shin = (on(figures.figure, site, "front") for site in ("knee-left", "shin-left"))
    tap_quickly(figures.figure, knee, knee)
    assert [site for site, *_rest in figures.picks] == ["knee-left"]
    tap_quickly(figures.figure, knee, shin)
    assert [site for site, *_rest in figures.picks] == ["knee-left", "knee-left", "shin-left"]


def test_buttons_zoom_in_on_the_chosen_place_and_back(figures, pump):
    figures.figure.chosen = ["calf-left"]
    tap(figures._closer)
    tap(figures._closer)
    pump()
    calf = bodymap.details_of("calf-left", view="front")[0]
    assert figures.figure.collide_point(*figures.figure.spot(calf))
    assert not figures.figure.whole
    tap(figures._back)
    assert figures.figure.whole
    assert figures._back.parent is None


def test_fine_shapes_are_tapped_only_when_zoomed(figures, pump):
    figure = figures.figure
    eyelid = on(figure, "lower-eyelid-left", "front")
    assert not figure.fine("front")
    figure.zoom(5, figure.to_widget(*eyelid))
    pump()
    assert figure.fine("front")
    touch_at(figure, on(figure, "lower-eyelid-left", "front"))
    assert figures.picks[-1][0] == "lower-eyelid-left"
    assert figure.inset == ""


@pytest.mark.parametrize(
    ("site", "view", "inset"),
    [("nose", "front", "face"), ("hand-left", "front", "hand-left"),
     ("hand-right", "back", "hand-right"), ("sole-left", "back", "foot-left")],
)  # fmt: skip
def test_a_tap_on_head_hand_or_foot_is_told_and_opens_it_large(figures, pump, site, view, inset):
    figure = figures.figure
    touch_at(figure, on(figure, site, view))
    pump()
    assert len(figures.picks) == 1
    assert (figure.inset, figure.views) == (inset, [inset])
    assert figures._back.parent is figures
    tap(figures._back)
    assert figure.views == ["front", "back"]


def test_in_an_inset_a_tap_means_the_part_it_is_on(figures, pump):
    figures.figure.inset = "face"
    pump()
    touch_at(figures.figure, on(figures.figure, "cheek-right", "face"))
    assert figures.picks == [("cheek-right", "face", False)]


def test_the_other_hand_is_shown_when_it_is_the_one_chosen(figures, pump):
    figures.figure.inset = "hand-left"
    figures.follow(["thumb-right"])
    assert figures.figure.inset == "hand-right"
    figures.follow(["nose", "thumb-left"])
    assert figures.figure.inset == "hand-left"
    figures.follow(["calf-left"])
    assert figures.figure.inset == ""


def test_a_long_press_adds(figures, pump):
    place = on(figures.figure, "calf-left", "back")
    touch = UnitTestTouch(*place)
    touch.touch_down()
    pump(lambda: figures.picks)
    touch.touch_up()
    pump()
    assert figures.picks == [("calf-left", "back", True)]


def test_the_mouse_is_told_the_name_and_the_muscle(figure, pump):
    EventLoop.window.mouse_pos = on(figure, "calf-left", "back")
    figure.hovered = True
    assert figure.said == "Left calf\ngastrocnemius"
    EventLoop.window.mouse_pos = on(figure, "calf-right", "back")
    assert figure.said == "Right calf\ngastrocnemius"
    figure.hovered = False
    assert figure.said == ""


def test_a_camera_never_shows_less_than_all_or_more_than_it_can():
    assert Camera().about(0.2, (5, 5)).zoom == 1
    assert Camera().about(99, (5, 5)).zoom == LARGEST
    pushed = Camera(2.0).panned(500, -500).within((100, 100))
    assert (pushed.x, pushed.y) == (0, -100)


def test_the_headings_name_what_is_in_sight(figures, pump):
    figures.figure.zoom(3, figures.figure.center)
    pump()
    assert figures.figure.in_sight == "front"
    figures.figure.drag(-2000, 0)
    pump()
    assert figures.figure.in_sight == "back"


def test_the_headings_stand_where_the_whole_figure_comes_to_rest(figures, app, pump):
    from twitchlog.ui import theme

    before = [letters.left for letters in figures._names]
    theme.apply(app, look_name="light")
    figures.figure.zoom(3, figures.figure.center)
    pump()
    figures.figure.show_whole()
    pump(lambda: figures.figure.placed("front") == figures.figure.rest("front"))
    assert [letters.left for letters in figures._names] == before


def test_the_buttons_move_there_unless_less_motion_is_asked_for(figures, app, pump):
    from twitchlog.ui import theme

    theme.apply(app, look_name="light")
    was = scale(figures.figure)
    tap(figures._closer)
    between = scale(figures.figure)
    pump(lambda: scale(figures.figure) == pytest.approx(1.5 * was))
    assert was <= between <= 1.5 * was


def test_the_name_of_a_place_is_drawn_over_the_buttons(figures):
    assert figures.figure.bubble in figures.canvas.after.children
