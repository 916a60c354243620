from __future__ import annotations

from math import sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from twitchlog.reports.charts.drawn.shapes import round_bar, slanted_lines

sizes = st.floats(0.5, 300)


@given(width=sizes, height=sizes, radius=st.floats(0, 10), foot=st.booleans())
def test_a_round_bar_is_exactly_as_wide_and_high_as_its_value(width, height, radius, foot) -> None:
    box = round_bar(x=3, y=2, width=width, height=height, radius=radius, foot=foot).get_extents()
    assert (box.x0, box.y0) == pytest.approx((3, 2))
    assert (box.width, box.height) == pytest.approx((width, height))


@given(left=st.floats(-50, 50), width=sizes, height=sizes)
def test_hatching_is_at_45_degrees_evenly_apart_and_inside(left, width, height) -> None:
    lines = slanted_lines(left=left, bottom=0, width=width, height=height, apart=5)
    points = np.asarray(lines.vertices)
    assert points[:, 0].min() >= left - 1e-9
    assert points[:, 0].max() <= left + width + 1e-9
    assert points[:, 1].min() >= -1e-9
    assert points[:, 1].max() <= height + 1e-9
    if len(points) < 2:
        return
    starts, ends = points[::2], points[1::2]
    assert ends[:, 0] - starts[:, 0] == pytest.approx(ends[:, 1] - starts[:, 1], abs=1e-6)
    offsets = np.diff(np.sort(starts[:, 1] - starts[:, 0]))
    assert offsets == pytest.approx(np.full(len(offsets), 5 * sqrt(2)), abs=1e-6)
