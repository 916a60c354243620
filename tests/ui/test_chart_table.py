from __future__ import annotations

import pytest

from twitchlog.reports.charts.spec import Row, Table
from twitchlog.ui import theme
from twitchlog.ui.screens.chart_table import TableRows, widths_of
from twitchlog.ui.widgets import typesetting

ROOM = 300.0


def table(*columns: str, cells: tuple[str, ...]) -> Table:
    return Table(columns, (Row(cells),))


def word_width(word: str, role: str) -> int:
    from kivy.metrics import sp

    style = theme.STYLES[role]
    return typesetting.natural_width(word, style.family, sp(style.size))


@pytest.mark.usefixtures("app", "window")
def test_every_column_has_room_for_its_longest_word():
    given = table("Days", "Twitchingmuscles", "Else", cells=("1234567890", "1", "a b c d e f " * 4))
    widths = widths_of(given, ROOM)
    assert sum(widths) == pytest.approx(ROOM)
    assert widths[0] >= word_width("1234567890", "body")
    assert widths[1] >= word_width("Twitchingmuscles", "title_small")
    assert widths[2] > 50


@pytest.mark.usefixtures("app", "window")
def test_a_date_is_one_word():
    widths = widths_of(table("Day", "N", cells=("21\u00a0Mar\u00a02026", "x" * 20)), ROOM)
    assert widths[0] >= word_width("21\u00a0Mar\u00a02026", "body")


@pytest.mark.usefixtures("app", "window")
def test_cells_that_do_not_fit_stand_below_each_other_with_their_names():
    rows = TableRows(lambda _query: None, "chart")
    rows.take(table("Day", "Twitches", "Places", cells=("1 Jun", "3" * 30, "")))
    row = rows.make("row")
    row.width = ROOM
    rows.fill(row, 0, 1)
    first, *others = row._words
    assert first.size[1] > 2 * theme.STYLES["body"].line - 4
    assert row._stacked() == "1 Jun\nTwitches: " + "3" * 30
    assert not any(each.size[0] for each in others)


def test_an_empty_table_has_no_columns_to_measure():
    assert widths_of(Table(), ROOM) is None
