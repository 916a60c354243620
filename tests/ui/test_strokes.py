"""Lines made of triangles: as wide as asked for everywhere, and never a spike at a corner."""

from __future__ import annotations

from math import dist, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twitchlog import bodymap
from twitchlog.ui.widgets.strokes import Strokes, knots

HALF = 2.0
places = st.tuples(st.integers(0, 60), st.integers(0, 60))


def corners(strokes, half=HALF):
    flat = strokes.corners(half)
    return list(zip(flat[::4], flat[1::4], strict=True))


@given(st.lists(places, min_size=2, max_size=12), st.booleans())
def test_no_corner_of_a_line_is_far_from_it(points, closed):
    line = tuple(value for point in (points + points[:1] * closed) for value in point)
    pieces = knots(tuple(map(float, line)))
    for piece in pieces:
        for x, y, ax, ay, bx, by in piece:
            assert max(dist((0, 0), (ax, ay)), dist((0, 0), (bx, by))) <= sqrt(2) + 1e-6
            assert (x, y) in points


def test_a_straight_line_is_as_wide_as_asked_for_and_reaches_a_little_further():
    found = corners(Strokes([(0.0, 0.0, 10.0, 0.0)]))
    assert sorted(found) == [(-2, -2), (-2, 2), (12, -2), (12, 2)]


def test_a_closed_line_without_sharp_corners_is_one_piece_that_meets_itself():
    octagon = (3, 0, 7, 0, 10, 3, 10, 7, 7, 10, 3, 10, 0, 7, 0, 3, 3, 0)
    (piece,) = knots(tuple(map(float, octagon)))
    assert piece[0] == piece[-1]
    assert len(piece) == 9


def test_a_line_that_turns_back_is_cut_there():
    assert len(knots((0.0, 0.0, 10.0, 1.0, 0.0, 2.0))) == 2


@pytest.mark.parametrize("line", [(1.0, 1.0, 1.0, 1.0), (1.0, 1.0)])
def test_a_line_without_length_is_not_drawn(line):
    assert Strokes([line]).triangles == []


@pytest.mark.parametrize("view", sorted(bodymap.load().views))
def test_every_triangle_of_the_body_has_its_corners(view):
    shown = bodymap.load().views[view]
    strokes = Strokes([*shown.outline, *shown.edges, *shown.lines])
    assert max(strokes.triangles) < len(strokes.corners(1)) // 4 < 65536
