"""The body figure: that it is whole, up to date, the right way round, and reads a tap."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from twitchlog import bodymap, paths
from twitchlog.domain.site import COMMON, SITES, Side

EVERY = sorted(SITES)
TOOLS = Path(__file__).resolve().parent.parent / "tools"
MIDDLE = 106


@pytest.fixture
def built(monkeypatch):
    """The text of figure.json as the drawing and the vocabulary would make it now."""
    monkeypatch.setattr(sys, "path", [str(TOOLS), *sys.path])
    import build_body

    return build_body.build()


def test_the_file_is_up_to_date_with_the_drawing(built):
    shipped = paths.asset("body/figure.json").read_text(encoding="utf-8")
    assert shipped == built, "run: python tools/build_body.py"


def test_the_file_stays_small():
    assert paths.asset("body/figure.json").stat().st_size < 400_000


@pytest.mark.parametrize("site", EVERY)
def test_every_site_is_shown_somewhere(site):
    assert bodymap.shapes_of(site)
    assert bodymap.details_of(site)
    assert bodymap.picture_of(site).lit.triangles


def test_every_region_stands_for_a_site():
    for view in bodymap.load().views.values():
        for shape in view.regions:
            assert shape.sites
            assert set(shape.sites) <= set(SITES)


@pytest.mark.parametrize("site", [site for site in EVERY if SITES[site].side is not Side.MIDDLE])
def test_left_is_the_persons_own_left_in_both_views(site):
    left = SITES[site].side is Side.LEFT
    for shape in bodymap.details_of(site):
        if shape.side is Side.MIDDLE:
            continue
        on_the_right_of_the_picture = shape.centre[0] > MIDDLE
        assert on_the_right_of_the_picture == (left if shape.view == "front" else not left)


@pytest.mark.parametrize("site", EVERY)
def test_both_sides_are_drawn_alike(site):
    areas = {
        side: round(
            sum(_extent(shape) for shape in bodymap.details_of(f"{SITES[site].part}-{side}"))
        )
        for side in ("left", "right")
    }
    assert areas["left"] == pytest.approx(areas["right"], rel=0.02, abs=2)


def test_a_calf_and_a_hand_light_up_in_both_views():
    for site in ("calf-left", "hand-right", "shoulder-left", "forearm-right", "foot-left"):
        assert {shape.view for shape in bodymap.shapes_of(site)} == {"front", "back"}


def test_shapes_lie_within_the_figure():
    body = bodymap.load()
    for view in body.views.values():
        for shape in view.shapes.values():
            left, top, right, bottom = shape.box
            assert 0 <= left < right <= body.width
            assert 0 <= top < bottom <= body.height
            assert max(shape.mesh.triangles) < len(shape.mesh.points) / 2


@pytest.mark.parametrize("site", COMMON)
def test_a_tap_on_a_common_place_means_that_place(site):
    shape = bodymap.shapes_of(site)[0]
    assert bodymap.sites_at(shape.view, *shape.centre)[0] == site


def test_a_tap_on_the_face_means_the_nearest_part_and_offers_the_rest():
    picked = bodymap.sites_at("front", MIDDLE + 11, 40)
    assert picked[0] == "cheek-left"
    assert {"eyelid-left", "tongue", "chin", "forehead-right"} <= set(picked)


def test_a_finger_beside_the_body_takes_the_nearest_region():
    assert bodymap.sites_at("back", MIDDLE - 50, 385)[0] == "calf-left"
    assert bodymap.sites_at("back", MIDDLE - 60, 370)[0] == "calf-left"


def test_a_tap_far_from_the_body_means_nothing():
    assert bodymap.sites_at("front", 2, 2) == ()
    assert bodymap.sites_at("back", MIDDLE - 50, 385, within=2) == ()


def test_counts_add_up_in_the_regions_that_show_them():
    added = bodymap.load().tally({"calf-left": 3, "calf-inner-left": 2, "from-a-newer-version": 9})
    assert added == {"front-calf-left": 5, "back-calf-left": 5}


def test_a_site_of_a_newer_version_is_not_drawn():
    assert bodymap.shapes_of("earlobe-left") == ()
    assert bodymap.picture_of("earlobe-left") is None


def _extent(shape):
    left, top, right, bottom = shape.box
    return (right - left) * (bottom - top)
