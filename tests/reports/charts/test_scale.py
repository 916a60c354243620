from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twitchlog.reports.charts.keys import Entry, key_rows
from twitchlog.reports.charts.scale import plain, round_ticks, stride


@pytest.mark.parametrize(
    ("highest", "ticks"),
    [(0, (0, 1)), (1, (0, 1)), (2, (0, 1, 2)), (6, (0, 2, 4, 6)), (9, (0, 3, 6, 9)),
     (17, (0, 6, 12, 18)), (41, (0, 15, 30, 45)), (179, (0, 60, 120, 180))],
)  # fmt: skip
def test_counts_get_whole_steps(highest: float, ticks: tuple[float, ...]) -> None:
    assert round_ticks(highest, whole=True) == ticks


def test_means_get_parts() -> None:
    assert round_ticks(0.4, whole=False) == (0, 0.2, 0.4)
    assert round_ticks(2.3, whole=False) == (0, 1, 2, 3)


@given(st.floats(0.01, 1e6), st.booleans())
def test_ticks_are_even_and_reach_the_highest(highest: float, whole: bool) -> None:
    ticks = round_ticks(highest, whole=whole)
    full = round_ticks(highest, whole=whole, full=True)
    assert ticks[-1] >= highest * (1 - 1e-6)
    assert ticks[-2] < highest
    assert len(ticks) <= 4
    assert len(full) == 4
    assert full[: len(ticks)] == ticks
    if whole:
        assert all(float(tick).is_integer() for tick in ticks)


def test_numbers_are_written_short() -> None:
    assert [plain(number) for number in (0.0, 2.0, 0.5, 1200.0)] == ["0", "2", "0.5", "1,200"]


def test_labels_that_would_touch_are_thinned_out_evenly() -> None:
    assert stride([10, 10, 10], [0, 20, 40], gap=5) == 1
    assert stride([10, 10, 10], [0, 12, 24], gap=5) == 2
    assert stride([], [], gap=5) == 1
    assert stride([99] * 5, [0, 1, 2, 3, 4], gap=5) >= 5


def test_nothing_stands_alone_in_the_last_row_of_a_key() -> None:
    def rows(count: int, width: float) -> list[int]:
        entries = [Entry("bar", "ten lettrs") for _each in range(count)]
        return [len(row) for row in key_rows(entries, width=width, text_scale=1.0)]

    # Each is 76 dp wide with a gap of 12: four of them fit into 350.
    assert rows(4, 350) == [4]
    assert rows(5, 350) == [3, 2]
    assert rows(9, 350) == [4, 3, 2]
    assert rows(6, 350) == [4, 2]
    assert rows(3, 180) == [2, 1]
