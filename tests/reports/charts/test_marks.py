"""What a tap on a picture means, and what lies beside it."""

from __future__ import annotations

from math import hypot

import pytest

from twitchlog.reports.charts.marks import Box, Sector, beside, row_at, rows_in

GRID = [Box(row * 7 + column, column * 10, -row * 10, column * 10 + 9, -row * 10 + 9)
        for row in range(3) for column in range(7)]  # fmt: skip
"""Three weeks below each other, rows 0 to 20."""


def test_a_finger_takes_the_nearest_part_within_reach() -> None:
    assert row_at([Box(0, 0, 0, 4, 50), Box(1, 10, 0, 14, 50)], 6, 20) == 0
    assert row_at([Box(0, 0, 0, 4, 50)], 29, 20) is None


@pytest.mark.parametrize(("way", "row"), [((1, 0), 9), ((-1, 0), 7), ((0, 1), 1), ((0, -1), 15)])
def test_in_a_grid_the_arrows_go_to_the_cell_that_way(way: tuple[int, int], row: int) -> None:
    assert beside(GRID, 8, *way) == row


def test_at_the_edge_of_a_grid_there_is_nothing_that_way() -> None:
    assert beside(GRID, 6, 1, 0) is None
    assert beside(GRID, 3, 0, 1) is None


def test_a_row_may_have_several_parts() -> None:
    assert rows_in([Box(4, 0, 0, 1, 1), Box(2, 0, 0, 1, 1), Box(4, 5, 0, 6, 1)]) == (2, 4)


def test_the_outline_of_a_thin_bar_lies_beside_it_and_that_of_a_wide_one_along_its_edge() -> None:
    assert Box(0, 10, 0, 11, 100).outline()[0] == (7.5, 0)
    assert Box(0, 10, 0, 11, 100).outline()[2] == (13.5, 100)
    assert Box(0, 10, 0, 40, 100).outline()[0] == (10, 0)


def test_the_outline_of_a_sector_runs_along_both_arcs() -> None:
    """A quarter from midnight to six: it begins above the centre and ends to the right of it."""
    corners = Sector(0, (50, 50), 10, 30, 0.0, 0.25).outline()
    assert corners[0] == pytest.approx((50, 80))
    assert corners[len(corners) // 2 - 1] == pytest.approx((80, 50))
    assert corners[-1] == pytest.approx((50, 60))
    away = [hypot(x - 50, y - 50) for x, y in corners]
    assert all(each == pytest.approx(10) or each == pytest.approx(30) for each in away)
