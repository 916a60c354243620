"""The body in steps of the ramp, tapped in a real window."""

from __future__ import annotations

import pytest
from kivy.metrics import dp

from support.window import tap
from twitchlog import bodymap
from twitchlog.ui.widgets.body_heat import HeatFigure


@pytest.fixture
def figure(window, pump):
    """The figure from both sides, and the places its taps may mean."""
    shown = HeatFigure(size_hint=(None, None), size=(dp(198), dp(216)), pos=(dp(16), dp(400)))
    shown.levels = {"back-calf-left": 5, "front-calf-left": 5}
    shown.told = []
    shown.bind(on_place=lambda _figure, sites: shown.told.append(sites))
    window.add_widget(shown)
    pump()
    return shown


def touch(figure, x, y):
    tap(figure, at=((x - figure.x) / figure.width, (y - figure.y) / figure.height))


@pytest.mark.parametrize(
    ("region", "site"),
    [("back-calf-left", "calf-left"), ("front-hand-right", "hand-right"), ("front-face", "nose")],
)
def test_a_tap_tells_the_places_of_the_region_the_likeliest_first(figure, region, site):
    touch(figure, *figure.spot(bodymap.load().views[region.partition("-")[0]].shapes[region]))
    ((first, *others),) = figure.told
    assert first == site
    assert {first, *others} <= set(bodymap.load().places)


def test_a_tap_beside_the_body_tells_no_place(figure):
    touch(figure, figure.midline("front") - dp(40), figure.y + dp(20))
    assert figure.told == [()]


def test_a_line_is_drawn_around_each_region_of_what_is_marked(figure, pump):
    def lines(view):
        return len(figure._sheets[view]["mark"].children)

    assert lines("front") == lines("back") == 0
    figure.marked = ["calf-left"]
    pump()
    assert lines("front") > 0
    assert lines("back") > 0
    figure.marked = []
    pump()
    assert lines("front") == lines("back") == 0
