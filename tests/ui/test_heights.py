"""The sums behind the long list."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from twitchlog.ui.widgets.heights import Heights

HEAD, ROW = 60.0, 64.0
ROWS = st.lists(st.integers(0, 6), min_size=1, max_size=40)


def flat(heights):
    return [
        (section, item) for section, rows in enumerate(heights.rows) for item in range(rows + 1)
    ]


def tops(heights):
    down, found = 0.0, []
    for section, rows in enumerate(heights.rows):
        for item in range(rows + 1):
            found.append(down)
            down += heights.height(section, item)
    return found, down


@given(ROWS, st.data())
def test_items_lie_below_each_other_whatever_was_measured(rows, data):
    heights = Heights(rows, head=HEAD, row=ROW)
    places = flat(heights)
    measured = st.lists(st.tuples(st.sampled_from(places), st.integers(40, 300)), max_size=12)
    for place, height in data.draw(measured):
        heights.measure(*place, float(height))
        assert heights.height(*place) == height
    expected, total = tops(heights)
    assert [round(heights.top(*place), 6) for place in places] == expected
    assert round(heights.total, 6) == total


@given(ROWS, st.floats(0, 1, exclude_max=True))
def test_the_item_at_a_depth_is_the_last_that_begins_above_it(rows, share):
    heights = Heights(rows, head=HEAD, row=ROW)
    down = share * heights.total
    found = heights.at(down)
    expected = [place for place in flat(heights) if heights.top(*place) <= down][-1]
    assert found == expected


def test_following_goes_through_everything_once():
    heights = Heights([2, 0, 1], head=HEAD, row=ROW)
    place, seen = (0, 0), []
    while place is not None:
        seen.append(place)
        place = heights.following(*place)
    assert seen == flat(heights)


def test_an_empty_list_has_no_height():
    heights = Heights([], head=HEAD, row=ROW)
    assert heights.total == 0
    assert heights.at(10) == (0, 0)
