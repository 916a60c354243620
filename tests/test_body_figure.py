"""The body figure: that it is whole, up to date, the right way round, and reads a tap."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from defusedxml import ElementTree

from twitchlog import bodymap, paths
from twitchlog.bodymap import figure
from twitchlog.domain.site import COMMON, SITES, Side

EVERY = sorted(SITES)
TOOLS = Path(__file__).resolve().parent.parent / "tools"
MIDDLE = 106
MIDDLES = {"front": MIDDLE, "back": MIDDLE, "face": 120}


@pytest.fixture
def built(monkeypatch):
    """The texts of the files as the drawings and the vocabulary would make them now."""
    monkeypatch.setattr(sys, "path", [str(TOOLS), *sys.path])
    import build_body

    return build_body.build()


def test_the_files_are_up_to_date_with_the_drawings(built):
    for name, text in built.items():
        shipped = paths.asset(f"body/{name}.json").read_text(encoding="utf-8")
        assert shipped == text, "run: python tools/build_body.py"


@pytest.mark.parametrize("site", [each for each in EVERY if each.endswith("-left")])
def test_the_pictures_of_left_and_right_are_as_close(site):
    other = bodymap.picture_of(site.removesuffix("left") + "right")
    assert bodymap.picture_of(site).frame.radius == other.frame.radius


def test_the_file_the_first_sheet_needs_stays_small():
    assert paths.asset("body/figure.json").stat().st_size < 400_000


def test_insets_and_pictures_are_read_when_they_are_asked_for(monkeypatch):
    read = []
    monkeypatch.setattr(
        figure, "_read", lambda name, real=figure._read: read.append(name) or real(name)
    )
    figure.load.cache_clear()
    bodymap.shapes_of("hand-left")
    bodymap.details_of("hand-left", view="front")
    bodymap.sites_at("back", MIDDLE - 50, 385)
    assert set(read) == {"figure"}
    bodymap.details_of("hand-left")
    assert set(read) == {"figure", "insets"}
    bodymap.picture_of("hand-left")
    assert set(read) == {"figure", "insets", "pictures"}


def test_the_drawings_hold_each_place_once_left_or_middle_under_its_own_id():
    drawn = set()
    for path in paths.asset("body").glob("*.svg"):
        for group in ElementTree.parse(path).iter():
            if group.get("id") in {"sites", "areas"}:
                drawn |= {node.get("id") for node in group}
    assert drawn == {site for site in SITES if SITES[site].side is not Side.RIGHT}


@pytest.mark.parametrize("site", EVERY)
def test_every_place_has_a_shape_of_its_own(site):
    assert bodymap.shapes_of(site)
    assert bodymap.picture_of(site).lit.triangles
    for shape in bodymap.details_of(site):
        assert shape.detail
        assert shape.sites == (site,)
        view = bodymap.load().views[shape.view]
        assert view.plate.distance(*shape.centre) == shape.mesh.distance(*shape.centre) == 0
        alike = [other.sites[0] for other in view.details if extent(other) == extent(shape)]
        assert alike == [site]


def test_head_hands_and_feet_open_their_inset():
    body = bodymap.load()
    assert body.insets["front-face"] == "face"
    assert body.insets["front-hand-left"] == body.insets["back-hand-left"] == "hand-left"
    assert body.insets["front-foot-right"] == body.insets["back-foot-right"] == "foot-right"
    assert set(body.insets.values()) == set(body.views) - set(bodymap.BODY)
    for region in body.insets:
        assert any(region in body.views[name].shapes for name in bodymap.BODY)


def test_every_region_stands_for_a_site():
    for view in bodymap.load().views.values():
        for shape in view.regions:
            assert shape.sites
            assert set(shape.sites) <= set(SITES)


@pytest.mark.parametrize("site", [site for site in EVERY if SITES[site].side is not Side.MIDDLE])
def test_left_is_the_persons_own_left_in_every_view(site):
    side = SITES[site].side
    for shape in bodymap.details_of(site):
        assert shape.side is side
        if shape.view in MIDDLES:
            on_the_right_of_the_picture = shape.centre[0] > MIDDLES[shape.view]
            assert on_the_right_of_the_picture == ((side is Side.LEFT) == (shape.view != "back"))
        else:
            assert shape.view.endswith(f"-{side}")


def test_the_thumb_of_the_left_hand_is_where_one_sees_it():
    front, back = (bodymap.details_of("thumb-left", view=view)[0] for view in bodymap.BODY)
    hand = {view: bodymap.details_of("little-finger-left", view=view)[0] for view in bodymap.BODY}
    assert front.centre[0] > hand["front"].centre[0]
    assert back.centre[0] < hand["back"].centre[0]
    seen_from_above = bodymap.details_of("big-toe-left", view="front")[0]
    assert (
        seen_from_above.centre[0] < bodymap.details_of("little-toe-left", view="front")[0].centre[0]
    )


@pytest.mark.parametrize("site", EVERY)
def test_both_sides_are_drawn_alike(site):
    areas = {
        side: round(sum(shape.extent for shape in bodymap.details_of(f"{SITES[site].part}-{side}")))
        for side in ("left", "right")
    }
    assert areas["left"] == pytest.approx(areas["right"], rel=0.03, abs=4)


def test_a_calf_and_a_hand_light_up_in_both_views():
    for site in ("calf-left", "hand-right", "shoulder-left", "forearm-right", "foot-left"):
        assert {shape.view for shape in bodymap.shapes_of(site)} == {"front", "back"}


def test_what_is_only_seen_at_the_rim_of_a_region_does_not_colour_it():
    assert {shape.id for shape in bodymap.shapes_of("thigh-inner-left")} == {
        "front-inner-thigh-left"
    }
    rim = bodymap.details_of("thigh-inner-left", view="back")[0]
    assert "thigh-inner-left" in bodymap.sites_at("back", *rim.centre)


@pytest.mark.parametrize("site", EVERY)
def test_every_place_is_seen_on_the_body_itself(site):
    shown = {view for view in bodymap.BODY if bodymap.details_of(site, view=view)}
    assert {shape.view for shape in bodymap.shapes_of(site)} <= shown


def test_shapes_lie_within_the_figure():
    body = bodymap.load()
    for view in body.views.values():
        for shape in view.shapes.values():
            left, top, right, bottom = shape.box
            assert 0 <= left < right <= view.width
            assert 0 <= top < bottom <= view.height
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


def test_zoomed_in_a_tap_means_the_smallest_place_under_the_finger():
    for view in bodymap.load().views.values():
        for shape in view.details:
            found = bodymap.sites_at(view.name, *shape.centre, fine=True)
            smallest = view.shapes[f"{view.name}-{found[0]}+"]
            assert shape.sites[0] in found
            assert smallest.extent <= shape.extent


def test_an_arrow_key_leads_that_way_on_the_picture_and_stops_at_the_edge():
    views = bodymap.load().views
    ways = {"up": (1, -1), "down": (1, 1), "left": (0, -1), "right": (0, 1)}
    for view in views.values():
        for shape in view.details:
            for way, (axis, sign) in ways.items():
                there = bodymap.neighbours(view.name, shape.sites[0], way)
                if there is not None:
                    target = view.shapes[f"{view.name}-{there}+"]
                    assert sign * (target.centre[axis] - shape.centre[axis]) > 0
    assert bodymap.neighbours("front", "scalp", "up") is None
    assert bodymap.neighbours("front", "calf-inner-left", "right") is not None
    assert bodymap.neighbours("back", "tongue", "up") is None


@pytest.mark.parametrize("view", ["front", "back", "face", "hand-left", "foot-right"])
def test_the_arrow_keys_reach_every_place(view):
    found = {bodymap.load().views[view].details[0].sites[0]}
    queue = list(found)
    while queue:
        here = queue.pop()
        for way in ("up", "down", "left", "right"):
            there = bodymap.neighbours(view, here, way)
            if there and there not in found:
                found.add(there)
                queue.append(there)
    assert found == {shape.sites[0] for shape in bodymap.load().views[view].details}


def extent(shape):
    """Its box and its area, to whole units."""
    points = list(zip(shape.mesh.points[::2], shape.mesh.points[1::2], strict=True))
    area = 0.0
    for first in range(0, len(shape.mesh.triangles), 3):
        (ax, ay), (bx, by), (cx, cy) = (points[n] for n in shape.mesh.triangles[first : first + 3])
        area += abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2
    return (*map(round, shape.box), round(area))
