"""The body is used by keyboard alone: a mark walks from muscle to muscle and is named."""

from __future__ import annotations

import pytest
from kivy.metrics import dp

from support.window import press
from twitchlog import bodymap
from twitchlog.ui.widgets import focus
from twitchlog.ui.widgets.body_picker import BodyPicker

TAB, ENTER, SPACE, HOME, PLUS, MINUS = 9, 13, 32, 278, 43, 45
UP, DOWN, RIGHT, LEFT = 273, 274, 275, 276


@pytest.fixture
def figure(still, window, pump):
    """The figure with the keyboard in it, and the picks it made."""
    shown = BodyPicker(size_hint=(None, None), size=(dp(264), dp(284)), pos=(dp(16), dp(400)))
    shown.picks = []
    shown.bind(on_pick=lambda _figure, sites, view, adds: shown.picks.append((sites, view, adds)))
    window.add_widget(shown)
    pump()
    focus.used_keyboard(True)
    focus.take(shown)
    pump()
    yield shown
    focus.used_keyboard(False)


def named(figure):
    return figure.said.partition("\n")[0]


def seen(figure, press_key, times):
    found = []
    for _step in range(times):
        press(press_key)
        found.append(named(figure))
    return found


def test_a_mark_with_a_name_shows_where_the_keyboard_is(figure):
    assert figure.said.count("\n") == 1
    figure.focus = False
    assert figure.said == ""


def test_the_arrows_walk_down_the_body_and_enter_chooses_just_that(figure):
    names = seen(figure, DOWN, 14)
    assert len(set(names)) > 6
    assert "foot" in names[-1]
    site = figure._cursor[1]
    press(ENTER)
    assert figure.picks == [((site,), "front", False)]


def test_the_keyboard_begins_at_the_chosen_place(figure):
    figure.focus, figure._cursor = False, None
    figure.chosen = ["calf-right"]
    focus.take(figure)
    assert named(figure) == "Right calf"


def test_left_and_right_lead_from_the_front_to_the_back_and_return(figure):
    for key, view in ((RIGHT, "back"), (LEFT, "front")):
        for _step in range(30):
            press(key)
        assert figure._cursor[0] == view


@pytest.mark.parametrize(("view", "key", "name"), [
    ("front", RIGHT, "Left"), ("front", LEFT, "Right"),
    ("back", RIGHT, "Right"), ("back", LEFT, "Left"),
])  # fmt: skip
def test_sides_are_the_persons_own_on_front_and_back(figure, view, key, name):
    figure.body = [view]
    figure._cursor = view, "neck-front" if view == "front" else "tailbone"
    if not bodymap.details_of(figure._cursor[1], view=view):
        figure._cursor = None
        press(DOWN)
    for _step in range(30):
        press(key)
    assert named(figure).startswith(name)


def test_plus_and_minus_zoom_about_the_mark_and_home_shows_all(figure):
    press(DOWN)
    press(PLUS, "+")
    press(PLUS, "+")
    assert not figure.whole
    shape = bodymap.details_of(figure._cursor[1], view=figure._cursor[0])[0]
    assert figure.collide_point(*figure.spot(shape))
    press(MINUS, "-")
    assert not figure.whole
    press(HOME)
    assert figure.whole


def test_the_mark_stays_in_sight_when_it_walks_through_what_is_zoomed(figure):
    figure.zoom(4, (figure.center_x, figure.top))
    for key in (DOWN,) * 12 + (RIGHT,) * 4:
        press(key)
        shape = bodymap.details_of(figure._cursor[1], view=figure._cursor[0])[0]
        assert figure.collide_point(*figure.spot(shape))


def test_the_steps_are_finer_where_the_figure_is_larger(figure):
    coarse = len(set(seen(figure, DOWN, 40)))
    figure._cursor = None
    press(DOWN)
    figure.zoom(2, figure.center)
    assert len(set(seen(figure, DOWN, 40))) > coarse


def test_enter_on_a_hand_opens_it_and_the_arrows_walk_its_fingers(figure):
    figure._cursor = "front", "hand-left"
    press(SPACE)
    assert figure.inset == "hand-left"
    names = seen(figure, DOWN, 6) + seen(figure, LEFT, 6)
    assert any("finger" in name or "thumb" in name for name in names)
    press(ENTER)
    assert figure.picks[-1][1] == "hand-left"
    assert figure.step_back()
    assert figure.whole
