"""The pictures that round boxes are stretched from."""

from __future__ import annotations

import pytest

from twitchlog.ui.widgets.shapes import _patch


def coverage(radius, edge, blur=0):
    """Return the rows of a picture's opacity, 0 to 255, from the lowest."""
    texture, _border = _patch((radius,) * 4, round(edge * 4), blur)
    wide, high = texture.size
    opacity = texture.pixels[3::4]
    return [opacity[row * wide : (row + 1) * wide] for row in range(high)]


@pytest.mark.parametrize("edge", [1, 1.5, 2, 3, 4.5])
@pytest.mark.parametrize("radius", [0, 4, 8, 16, 20])
def test_a_line_leaves_its_inside_empty(window, radius, edge):
    rows = coverage(radius, edge)
    middle = len(rows) // 2
    assert rows[middle][middle] == 0
    assert rows[middle][0] >= 240


@pytest.mark.parametrize("radius", [0, 4, 16, 28])
def test_a_filled_box_is_full_to_its_edges(window, radius):
    rows = coverage(radius, 0)
    middle = len(rows) // 2
    assert min(rows[middle][0], rows[0][middle]) >= 240
    assert rows[middle][middle] == 255
    assert rows[0][0] == 255 if radius == 0 else rows[0][0] < 160


def test_a_shadow_fades_outwards(window):
    row = coverage(16, 0, blur=6)[22]
    assert list(row[:22]) == sorted(row[:22])
    assert row[0] < 30
