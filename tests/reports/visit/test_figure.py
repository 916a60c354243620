"""The body map: discs whose area stands for the entries, labels that can be read."""

from __future__ import annotations

import random
import re
from itertools import combinations
from math import isclose, sqrt

import pytest

from twitchlog.domain.site import SITES
from twitchlog.reports.visit.figure import POINTS_A_MM, draw
from twitchlog.reports.visit.labels import APART_MM, TEXT_MM, Box, Page, edges_of, filled
from twitchlog.reports.visit.summary import BodyMap, Place


def body(places, entries, *, counted=False):
    shown = tuple(
        Place(site, site, n, str(n) if counted else f"{100 * n // entries}%")
        for site, n in places.items()
    )
    return BodyMap("", shown, entries, counted, (), "")


def radii(svg):
    return [float(found) / POINTS_A_MM for found in re.findall(r' r="([\d.]+)"', svg)]


def test_a_discs_radius_is_2_8_mm_times_the_root_of_its_share():
    found = radii(draw(body({"calf-left": 100, "eyelid-left": 25}, 125), height_mm=60))
    assert isclose(found[0], 2.8 * sqrt(0.8), abs_tol=0.01)
    assert isclose(found[1], 2.8 * sqrt(0.2), abs_tol=0.01)


def test_few_entries_are_drawn_by_count_and_the_smallest_disc_can_be_seen():
    found = radii(draw(body({"calf-left": 4}, 4, counted=True), height_mm=60))
    assert isclose(found[0], 1.1, abs_tol=0.01)
    small = radii(draw(body({"calf-left": 1}, 1000), height_mm=60))
    assert isclose(small[0], 0.5, abs_tol=0.01)


def test_at_most_eight_places_are_labelled_and_all_are_drawn():
    places = {site: 20 - n for n, site in enumerate(list(SITES)[:12])}
    svg = draw(body(places, 200), height_mm=60)
    assert len(radii(svg)) == 12
    assert len(re.findall(r"%</text>", svg)) == 8


def test_a_place_of_a_newer_version_is_left_off_the_drawing():
    assert radii(draw(body({"tail-left": 5}, 25), height_mm=60)) == []


def test_every_known_place_can_be_drawn():
    assert len(radii(draw(body(dict.fromkeys(SITES, 1), len(SITES)), height_mm=60))) == len(SITES)


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("height", [60.0, 50.0])
def test_labels_are_four_millimetres_apart_and_inside_the_picture(seed, height):
    rng = random.Random(seed)  # noqa: S311 - any places will do
    places = {site: 30 - 2 * n for n, site in enumerate(rng.sample(list(SITES), 8))}
    svg = draw(body(places, 100), height_mm=height)
    pattern = r'<text x="([\d.]+)" y="([\d.]+)"[^>]*text-anchor="start">(\d+%)'
    boxes = [
        Box(float(x) / POINTS_A_MM, float(y) / POINTS_A_MM, 2.0 * len(label) + 1)
        for x, y, label in re.findall(pattern, svg)
    ]
    assert len(boxes) == 8
    for one, other in combinations(boxes, 2):
        assert one.beside(other) or abs(one.middle - other.middle) >= APART_MM - 0.05
    assert all(box.left >= 0 and box.right <= 60.2 for box in boxes)


@pytest.mark.parametrize("height", [60.0, 50.0])
def test_no_line_to_a_label_crosses_the_letter_of_a_side(height):
    """Beside the head, beyond the letter, there is no label."""
    upper = [site for site in SITES if re.match("neck|chin|jaw|cheek|lip|eyelid|throat|nose", site)]
    for start in range(0, len(upper) - 4, 2):
        places = dict.fromkeys(upper[start : start + 5], 10)
        svg = draw(body(places, 50), height_mm=height)
        found = re.findall(r'<text x="([\d.]+)" y="([\d.]+)"([^>]*)>([^<]*)', svg)
        texts = [
            (float(x) / POINTS_A_MM, float(y) / POINTS_A_MM, kind, t) for x, y, kind, t in found
        ]
        letters = [(x, y) for x, y, kind, _t in texts if "bold" in kind]
        labels = [(x, y) for x, y, _kind, text in texts if text.endswith("%")]
        assert (len(letters), len(labels)) == (4, 5)
        for x, y in labels:
            (left, level), (right, _level) = letters[:2] if x < 30 else letters[2:]
            assert abs(y - level) >= TEXT_MM or left < x < right


def test_a_label_moves_off_what_is_taken():
    bar = [(0, 30)]
    free = Page(width=60, height=60, body=lambda low, high: bar if low <= 40 < high else [])
    first = free.place(Box(10, 20, 6))
    second = free.place(Box(10, 20, 6))
    assert first == Box(10, 20, 6)
    assert second.beside(first) or abs(second.middle - first.middle) >= APART_MM
    third = free.place(Box(10, 40, 6))
    assert third.left > 30 or abs(third.middle - 40) >= TEXT_MM / 2


def test_the_stretches_of_a_square_are_its_sides():
    square = [(0.0, 0.0, 4.0, 0.0, 4.0, 4.0, 0.0, 4.0, 0.0, 0.0)]
    assert filled(edges_of(square), 1.0, 2.0) == [(0.0, 4.0)]
    assert filled(edges_of(square), 5.0, 6.0) == []
