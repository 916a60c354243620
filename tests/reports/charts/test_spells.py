"""Breaks without twitching: worked out by hand, in words and in the picture."""

from __future__ import annotations

from datetime import date

import pytest
from matplotlib.patches import PathPatch
from matplotlib.text import Text

from support.asked import plain
from support.charts import told
from support.pictures import drawn, named
from twitchlog.reports.charts.kinds.spells import BreakBars
from twitchlog.reports.charts.marks import row_at
from twitchlog.reports.charts.spec import NoPicture


def test_breaks_are_said_with_how_many_and_the_longest(four_weeks) -> None:
    """43052.631420311.0240102.0312 up to 18 June, a number a day from 22 May on, '.' not logged.

    No twitching on 24 May, 1, 6, 9, 11 and 14 June: six breaks of a day each.
    """
    chart = told(four_weeks).spells
    assert isinstance(chart, BreakBars)
    assert chart.headline == "6 breaks without twitching, the longest 1 logged day"
    assert "6 quiet days of 25 logged days in this time; the longest break was" in plain(chart.note)
    assert "neither ends nor lengthens a break" in chart.note
    assert [(each.days, each.unknown) for each in chart.breaks] == [(1, 0)] * 6
    assert len(chart.table.rows) == 6
    assert "Bars for the 6 breaks" in chart.alt


def test_how_the_days_end_is_no_headline(figures) -> None:
    for days in ("11001111", "11111100", "1100111100"):
        assert "last" not in told(figures(days)).spells.headline.replace("lasted", "")
    assert (
        told(figures("11111100")).spells.headline == "One break without twitching, of 2 logged days"
    )
    assert told(figures("10111100")).spells.headline == (
        "2 breaks without twitching, the longest 2 logged days"
    )
    always = told(figures("1111111")).spells
    assert isinstance(always, NoPicture)
    assert always.headline == "Twitching on each of 7 logged days"


def test_a_break_says_its_days_and_those_not_logged_in_it(figures) -> None:
    chart = told(figures("1110.0111")).spells
    (row,) = chart.table.rows
    assert row.cells[1:] == ("2", "1")
    assert plain(row.says).endswith("no twitching on 2 logged days, 1 day between is not logged")


def test_a_break_at_the_start_of_the_time_may_be_longer(figures) -> None:
    chart = told(figures("0001111", starts=date(2026, 1, 1))).spells
    assert plain(chart.table.rows[0].cells[0]) == "10 to 12 Jun or longer"
    assert "or longer" not in told(figures("0001111")).spells.note


def test_a_week_has_to_be_logged_and_one_day_with_a_twitch(figures) -> None:
    early = told(figures("1" * 6)).spells
    assert isinstance(early, NoPicture)
    assert early.headline == "Days without twitching come after 7 logged days"
    quiet = told(figures("0" * 8)).spells
    assert isinstance(quiet, NoPicture)
    assert quiet.headline == "No twitching on any of 8 logged days"
    assert isinstance(told(figures("1" + "." * 20)).spells, NoPicture)
    assert isinstance(told(figures("." * 20)).spells, NoPicture)


def test_days_not_logged_are_hatched_through_the_break_they_lie_in(figures) -> None:
    sheet = drawn(told(figures("1110.0111")).spells)
    assert named(sheet, "not logged", PathPatch)
    (edged,) = named(sheet, "over days not logged", PathPatch)
    pitch = (sheet.plot[1] - sheet.plot[0]) / 9
    assert edged.get_path().get_extents().x0 > sheet.plot[0] + 2.9 * pitch


def test_the_key_names_the_edge_of_a_break_and_what_its_height_is(figures) -> None:
    texts = [entry.text for entry in told(figures("1110.0111")).spells.key]
    assert texts[0] == "a break, as high as its days"
    assert texts[-1] == "a break over days not logged"
    whole = told(figures("1110111.")).spells
    assert "a break over days not logged" not in [entry.text for entry in whole.key]


def test_all_breaks_are_drawn_alike_and_as_high_as_their_logged_days(figures) -> None:
    sheet = drawn(told(figures("1011000111")).spells)
    (bars,) = named(sheet, "break", PathPatch)
    points = bars.get_path().vertices
    low = [y for x, y in points if x < (sheet.plot[0] + sheet.plot[1]) / 3]
    assert (max(low) - min(low)) / bars.get_path().get_extents().height == pytest.approx(1 / 3)
    assert [text.get_text() for text in named(sheet, "longest", Text)] == ["3"]


def test_a_tap_on_a_break_means_its_row(four_weeks) -> None:
    spec = told(four_weeks).spells
    sheet = drawn(spec)
    for mark in sheet.marks:
        assert row_at(sheet.marks, (mark.left + mark.right) / 2, mark.bottom + 20) == mark.row
    assert sorted(mark.row for mark in sheet.marks) == list(range(6))


def test_ten_years_keep_every_break(figures) -> None:
    spec = told(figures(("1111101.0" * 410)[:3650])).spells
    assert isinstance(spec, BreakBars)
    assert len(spec.table.rows) == len(spec.breaks) > 700
    assert len(drawn(spec).marks) == len(spec.breaks)
