"""The body figure and the place pictures in a real window."""

from __future__ import annotations

import pytest
from kivy.metrics import dp

from support.window import paint, tap
from twitchlog import bodymap
from twitchlog.domain.site import SITES
from twitchlog.ui import theme
from twitchlog.ui.widgets.body import PlacePicture
from twitchlog.ui.widgets.body_picker import BodyPicker


@pytest.fixture
def figure(window, pump):
    """The figure from both sides, and the picks it made."""
    shown = BodyPicker(size_hint=(None, None), size=(dp(264), dp(284)), pos=(dp(16), dp(400)))
    shown.picks = []
    shown.bind(on_pick=lambda _figure, sites, view, _adds: shown.picks.append((sites[0], view)))
    window.add_widget(shown)
    pump()
    return shown


def touch(figure, x, y):
    tap(figure, at=((x - figure.x) / figure.width, (y - figure.y) / figure.height))


def region(key):
    return bodymap.load().views[key.partition("-")[0]].shapes[key]


@pytest.mark.parametrize(
    ("key", "site"),
    [
        ("back-calf-left", "calf-left"), ("back-calf-right", "calf-right"),
        ("front-eyelid-left", "eyelid-left"), ("front-hand-right", "hand-right"),
        ("front-thigh-left", "thigh-left"), ("back-lower-back-right", "lower-back-right"),
    ],
)  # fmt: skip
def test_a_tap_on_a_muscle_picks_it(figure, key, site):
    touch(figure, *figure.spot(region(key)))
    assert figure.picks == [(site, key.partition("-")[0])]


def test_left_is_the_persons_own_left(figure):
    front, back = figure.midline("front"), figure.midline("back")
    assert figure.spot(region("front-hand-right"))[0] < front
    assert figure.spot(region("front-hand-left"))[0] > front
    assert figure.spot(region("back-hand-left"))[0] < back
    assert front < back


def test_a_finger_a_little_beside_the_body_still_picks(figure):
    x, y = figure.spot(region("back-calf-left"))
    touch(figure, x - dp(24), y)
    assert figure.picks == [("calf-left", "back")]


def test_a_tap_on_empty_ground_picks_nothing(figure):
    touch(figure, figure.x + dp(4), figure.top - dp(4))
    assert figure.picks == []


def test_one_view_alone_fills_the_room(figure, pump):
    figure.body = ["back"]
    pump()
    assert figure.midline("back") == pytest.approx(figure.center_x)
    touch(figure, *figure.spot(region("back-calf-right")))
    assert figure.picks == [("calf-right", "back")]


def test_taps_follow_the_figure_when_it_grows(figure, pump):
    figure.size = dp(380), dp(396)
    pump()
    touch(figure, *figure.spot(region("front-knee-right")))
    assert figure.picks == [("knee-right", "front")]


def test_another_place_or_size_only_moves_what_is_drawn(figure, pump):
    drawn = [part for sheet in figure._sheets.values() for part in sheet["edges"].children]
    assert drawn
    figure.pos, figure.size = (dp(40), dp(300)), (dp(300), dp(330))
    pump()
    assert [part for sheet in figure._sheets.values() for part in sheet["edges"].children] == drawn


def test_a_chosen_place_is_lit_and_let_go_again(figure, window, pump):
    where = figure.spot(region("back-calf-left"))
    rest = pixel(*where)
    figure.chosen = ["calf-left", "from-a-newer-version"]
    pump()
    assert pixel(*where) == colour("primary")
    figure.chosen = []
    pump()
    assert pixel(*where) == rest == colour("plate")


def test_the_heat_map_shows_the_step_of_the_ramp(figure, window, pump):
    figure.heat, figure.levels = True, {"back-calf-left": 4}
    pump()
    expected = tuple(round(255 * value) for value in theme.colours.ramp[3][:3])
    assert pixel(*figure.spot(region("back-calf-left"))) == expected


@pytest.mark.usefixtures("window")
@pytest.mark.parametrize("site", sorted(SITES))
def test_every_place_has_a_picture_with_something_lit(site):
    picture = PlacePicture(site=site)
    assert picture.shows_something


@pytest.mark.usefixtures("window")
def test_a_place_of_a_newer_version_has_an_empty_picture():
    picture = PlacePicture(site="earlobe-left")
    assert not picture.shows_something
    picture.site = "ear-left"
    assert picture.shows_something


def colour(role):
    return tuple(round(255 * value) for value in theme.colours.of(role)[:3])


def pixel(x, y):
    from kivy.graphics.opengl import GL_RGBA, GL_UNSIGNED_BYTE, glReadPixels

    paint()
    return tuple(glReadPixels(int(x), int(y), 1, 1, GL_RGBA, GL_UNSIGNED_BYTE)[:3])
