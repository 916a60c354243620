"""The curve of one thing: what it says, which days are behind it, what a tap means."""

from __future__ import annotations

import pytest

from support.asked import drawn
from support.dose import by_caffeine, by_yes_no, curve_of
from twitchlog.domain.factor import FACTORS
from twitchlog.reports.charts.marks import row_at
from twitchlog.reports.triggers.curve import DoseGroup, DoseResponse, Point


def test_each_group_says_its_amounts_its_days_and_its_adjusted_average():
    spec = by_caffeine()
    assert spec.table.columns[0] == "Caffeine (mg)"
    assert [row.cells for row in spec.table.rows][1] == (
        "80 to 160 mg", "41", "2.2", "2.5 (2.3 to 2.6)",
    )  # fmt: skip
    assert spec.table.rows[3].says == "400 mg: 1 day, 4.4 twitches a day, adjusted"
    assert [len(row.behind.days) for row in spec.table.rows] == [30, 41, 28, 1]
    assert "160 mg" in spec.note


def test_the_picture_is_told_to_who_cannot_see_it():
    alt = by_caffeine().alt
    assert "2.0 twitches a day at 0 mg (likely 1.5 to 2.6)" in alt
    assert "4.0 twitches a day at 400 mg" in alt
    assert "80 to 160 mg, 2.2 on 41 days" in alt


def test_yes_and_no_are_two_ranges_and_no_line_between_them():
    spec = by_yes_no()
    assert spec.of_two
    assert spec.named == ((0.0, "no"), (1.0, "yes"))
    assert [row.cells[0] for row in spec.table.rows] == ["no", "yes"]
    sheet = drawn(spec)
    assert not [part for part in sheet.figure.get_children() if part.get_gid() == "band"]


def test_levels_are_written_in_their_words():
    points = tuple(Point(float(at), 2.0, 1.5, 2.5) for at in range(4))
    groups = (DoseGroup(0.0, 1.0, 40, 0.5, 2.0, 2.0), DoseGroup(2.0, 3.0, 40, 2.5, 2.0, 2.0))
    spec = curve_of(DoseResponse("stress", 1.5, points, groups), FACTORS["stress"])
    assert [text for _at, text in spec.named] == ["none", "a little", "some", "a lot"]
    assert "average day" in spec.note


@pytest.mark.parametrize("made", [by_caffeine, by_yes_no])
@pytest.mark.parametrize("width", [280, 348, 600])
def test_a_tap_on_a_group_means_that_group(made, width):
    spec = made()
    sheet = drawn(spec, width=width)
    (line,) = [part for part in sheet.figure.get_children() if part.get_gid() == "day group"]
    for at, (x, y) in enumerate(zip(line.get_xdata(), line.get_ydata(), strict=True)):
        assert row_at(sheet.marks, x, y) == at
        assert 0 < x < width


def test_a_range_without_end_does_not_flatten_the_curve():
    points = tuple(Point(at * 100.0, 2.0 + at, 0.1, 10.0 ** (3 * at)) for at in range(5))
    groups = (DoseGroup(0.0, 0.0, 40, 0.0, 2.0, 2.0), DoseGroup(400.0, 400.0, 40, 400.0, 6.0, 6.0))
    sheet = drawn(curve_of(DoseResponse("caffeine", 200.0, points, groups), FACTORS["caffeine"]))
    ticks = [part.get_text() for part in sheet.figure.texts if part.get_gid() == "tick"]
    assert float(ticks[-1]) <= 10
