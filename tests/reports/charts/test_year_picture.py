from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from matplotlib.lines import Line2D
from matplotlib.text import Text

from support.charts import written
from support.pictures import ABOUT, check_words, drawn, named
from twitchlog import palette
from twitchlog.domain.period import Period
from twitchlog.reports.charts.chart import Ask
from twitchlog.reports.charts.kinds.year import YearDays, tell
from twitchlog.reports.charts.marks import row_at
from twitchlog.reports.charts.picture import Form, saved

TODAY = date(2026, 6, 18)


def year(text: str) -> YearDays:
    days = written(text, last=TODAY)
    chart = tell(days, Ask(Period(days[0].day, TODAY), TODAY, days[0].day))
    assert isinstance(chart, YearDays)
    return chart


@pytest.mark.parametrize("width", [300, 348, 560, 690, 1100])
@pytest.mark.parametrize("dark", [False, True])
def test_each_state_has_its_shape_and_all_cells_of_a_kind_are_one_artist(width, dark):
    """Eleven days: two of 1 or 2, two of 3 or 4, three of 5 or more, two quiet, two not logged."""
    sheet = drawn(year("12345900..7"), width=width, dark=dark)
    ramp = palette.scheme(dark=dark).ramp
    for kind, many, fill in (
        ("ramp2", 2, ramp[1]),
        ("ramp4", 2, ramp[3]),
        ("ramp5", 3, ramp[4]),
        ("none that day", 2, "none"),
        ("not logged", 2, "none"),
    ):
        (cells,) = named(sheet, kind, Line2D)
        assert len(cells.get_xdata()) == many
        assert cells.get_markerfacecolor() == fill
    shapes = [
        named(sheet, kind, Line2D)[0].get_marker()
        for kind in ("ramp5", "none that day", "not logged")
    ]
    assert len({len(shape.vertices) for shape in shapes}) == 3


@pytest.mark.parametrize("width", [348, 690])
@pytest.mark.parametrize("days", [1, 40, 365, 800])
def test_a_tap_on_a_cell_means_its_day(width, days):
    spec = year(("10.5" * days)[:days])
    sheet = drawn(spec, width=width)
    assert sheet.marks
    for mark in sheet.marks:
        middle = (mark.left + mark.right) / 2, (mark.bottom + mark.top) / 2
        assert row_at(sheet.marks, *middle) == mark.row
        assert 0 <= mark.left < mark.right <= width
        assert 0 <= mark.bottom < mark.top <= sheet.height
    rows = sorted(mark.row for mark in sheet.marks)
    assert rows == list(range(days - len(rows), days))


@pytest.mark.parametrize(("width", "size"), [(348, 15.0), (528, 17.0), (690, 12.0)])
def test_cells_are_big_enough_to_hit_and_do_not_overlap(width, size):
    marks = drawn(year("1" * 365), width=width).marks
    assert {mark.right - mark.left for mark in marks} == {size}
    for one, other in pairwise(sorted(marks, key=lambda mark: (mark.bottom, mark.left))):
        assert one.bottom < other.bottom or one.right <= other.left


@pytest.mark.parametrize("width", [348, 690])
def test_a_weekday_is_always_in_the_same_row_or_column(width):
    sheet = drawn(year("1" * 300), width=width)
    first = date.fromordinal(TODAY.toordinal() - 299)
    places: dict[int, set[float]] = {}
    for mark in sheet.marks:
        weekday = date.fromordinal(first.toordinal() + mark.row).weekday()
        places.setdefault(weekday, set()).add(mark.left if width < 560 else mark.bottom)
    assert len(places) == 7
    assert all(len(found) == (3 if width < 560 else 1) for found in places.values())


def test_years_that_are_not_drawn_are_said_to_be_in_the_table():
    for width in (348, 690):
        sheet = drawn(year("1" * 2000), width=width)
        (more,) = named(sheet, "more", Text)
        assert more.get_text() == "The years before are in the table."
        assert not named(drawn(year("1" * 600), width=width), "more", Text)


@pytest.mark.parametrize("text_scale", [0.85, 1, 1.5])
@pytest.mark.parametrize("width", [300, 348, 528, 560, 690])
@pytest.mark.parametrize("days", [1, 12, 90, 365, 720, 800, 3650])
def test_no_text_leaves_the_picture_or_meets_another(days, width, text_scale):
    sheet = drawn(year(("1350.0" * days)[:days]), width=width, text_scale=text_scale)
    texts = [text for text in sheet.figure.findobj(Text) if text.get_text()]
    assert min(text.get_fontsize() for text in texts) >= 11
    check_words(sheet)
    lowest = min(mark.bottom for mark in sheet.marks)
    below = [*named(sheet, "key", Text), *named(sheet, "more", Text)]
    assert max(text.get_window_extent().y1 for text in below) < lowest


@pytest.mark.parametrize("days", [1, 90, 3650])
def test_it_can_be_saved(days):
    spec = year(("1350.0" * days)[:days])
    assert saved(spec, Form.PNG, ABOUT).startswith(b"\x89PNG")
    assert b"<text" in saved(spec, Form.SVG, ABOUT)
