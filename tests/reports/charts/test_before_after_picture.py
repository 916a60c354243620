"""Before and after as a picture."""

from __future__ import annotations

from datetime import timedelta

import pytest
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.text import Text

from support.around import on, told, written
from support.asked import plain
from support.pictures import ABOUT, drawn
from twitchlog.reports.charts.marks import row_at
from twitchlog.reports.charts.picture import Form, saved


def test_the_picture_has_line_levels_curve_and_name(diary, clock, magnesium) -> None:
    chart = told(diary, clock)
    sheet = drawn(chart)
    shapes = {
        gid: [each for each in sheet.figure.findobj(Patch) if each.get_gid() == gid]
        for gid in ("curve", "band", "level", "bar")
    }
    assert {gid: len(found) for gid, found in shapes.items()} == {
        "curve": 2, "band": 2, "level": 2, "bar": 1,
    }  # fmt: skip
    before, since = (each.get_path().vertices[0, 1] for each in shapes["level"])
    foot = shapes["bar"][0].get_path().vertices[:, 1].min()
    assert (before - foot) / (since - foot) == pytest.approx(3)
    lines = [each for each in sheet.figure.findobj(Line2D) if each.get_gid() == "date of change"]
    (change,) = lines
    ends = [each.get_path().vertices[:, 0] for each in shapes["curve"]]
    assert ends[0].max() < change.get_xdata()[0] < ends[1].min()
    left, right = sheet.plot
    assert change.get_xdata()[0] == pytest.approx((left + right) / 2)
    texts = [each.get_text() for each in sheet.figure.findobj(Text)]
    assert plain(" ".join(texts)).count("Magnesium started, 5 Jun") == 1
    assert {"about 3.0 a day", "about 1.0 a day"} <= set(texts)


def test_a_tap_on_a_day_or_on_a_level_finds_its_row(diary, clock, magnesium) -> None:
    chart = told(diary, clock)
    sheet = drawn(chart)
    left, right = sheet.plot
    rows = {row_at(sheet.marks, left + (at + 0.5) * (right - left) / 28, 110) for at in range(28)}
    assert rows == set(range(2, 30))
    assert plain(chart.table.rows[4].says).startswith("24 May 2026: 2 twitches, smoothed ")
    assert chart.table.rows[4].behind.period.days == 1
    bottoms = {mark.row: mark for mark in sheet.marks if mark.row < 2}
    assert set(bottoms) == {0, 1}
    assert chart.table.rows[1].behind.period.days == 14


@pytest.mark.parametrize("width", [320, 348, 760])
@pytest.mark.parametrize("text_scale", [0.85, 1.0, 1.5])
def test_no_words_leave_the_sheet_or_touch(diary, clock, today, width, text_scale) -> None:
    written(diary, "24" * 7 + "1" * 14, last=today)
    at = on(today - timedelta(days=13))
    diary.medications.add("A medicine with quite a long name of its own, twice a day", started=at)
    sheet = drawn(told(diary, clock), width=width, text_scale=text_scale)
    boxes = []
    renderer = sheet.figure.canvas.get_renderer()
    for text in sheet.figure.findobj(Text):
        if text.get_text():
            box = text.get_window_extent(renderer)
            assert box.x0 >= -1
            assert box.x1 <= width + 1
            assert box.y0 >= -1
            assert box.y1 <= sheet.height + 1
            boxes.append((text.get_gid(), box))
    apart = [box for gid, box in boxes if gid in {"level", "date", "key", "name"}]
    for at, one in enumerate(apart):
        assert not any(one.overlaps(other) for other in apart[at + 1 :])


def test_the_same_days_give_the_same_file(diary, clock, magnesium) -> None:
    chart = told(diary, clock)
    for form in Form:
        assert saved(chart, form, ABOUT) == saved(told(diary, clock), form, ABOUT)
    assert "about 3.0 a day" in saved(chart, Form.SVG, ABOUT).decode()
