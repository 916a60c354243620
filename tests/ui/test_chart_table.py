from __future__ import annotations

import pytest

from twitchlog.reports.charts.spec import Row, Table
from twitchlog.ui.screens.chart_table import shares_of


def table(*columns: str, cells: tuple[str, ...]) -> Table:
    return Table(columns, (Row(cells),))


def test_a_column_gets_room_by_what_is_longest_in_it():
    assert shares_of(table("Day", "Value", cells=("1 Jun", "a" * 18))) == [0.25, 0.75]


def test_a_name_is_not_broken_where_another_column_has_room_to_spare():
    """Of 44 letters 10, 10 and 24 are wanted; the heavy name of 16 needs 18.4, the others can."""
    shares = shares_of(
        table("Days", "Twitchingmusclex", "Else", cells=("1234567890", "1", "a b c d e f " * 4))
    )
    assert sum(shares) == pytest.approx(1)
    assert 44 * shares[1] == pytest.approx(18.4)
    assert 44 * shares[0] >= 10


def test_an_empty_table_has_even_columns():
    assert shares_of(Table(("Day", "Day"))) == [0.5, 0.5]
