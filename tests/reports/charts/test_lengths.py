"""How long twitches last, read from a diary and worked out by hand."""

from __future__ import annotations

from datetime import date, datetime

import numpy as np
import pytest
from matplotlib.lines import Line2D
from matplotlib.text import Text

from support.asked import plain
from support.charts import told as told_of
from twitchlog.domain.counts.lengths import EDGES_S
from twitchlog.domain.period import Period
from twitchlog.reports.charts.chart import Ask
from twitchlog.reports.charts.kinds.lengths import CHART, DurationBars, on_scale
from twitchlog.reports.charts.marks import row_at
from twitchlog.reports.charts.picture import screen_sheet
from twitchlog.reports.charts.spec import NoPicture

PERIOD = Period(date(2026, 6, 1), date(2026, 6, 18))
LENGTHS = (12, 20, 30, 45, 60, 90, 240, 900, None, None)


def told(diary, period: Period = PERIOD):
    ask = Ask(period, PERIOD.last, diary.days.first_logged())
    return CHART.tell(CHART.read(diary, ask), ask)


@pytest.fixture
def ten(diary, clock):
    """Ten twitches: 12 20 30 45 60 90 240 900 s and two without, and one outside the period."""
    for at, seconds in enumerate(LENGTHS):
        moment = clock.now().on_clock(datetime(2026, 6, 2 + at, 12))
        diary.twitches.log(["calf-left"], moment=moment, duration_s=seconds)
    diary.twitches.log(
        ["chin"], moment=clock.now().on_clock(datetime(2026, 5, 1, 12)), duration_s=7
    )
    return diary


def test_the_median_and_the_middle_half_stand_where_they_lie(ten) -> None:
    """Eight lengths: the median is (45 + 60) / 2 = 52.5 s, the quartiles 27.5 and 127.5 s.

    Bars: 10 to 30 s 2, to 1 min 2, to 2 min 2, to 5 min 1, to 10 min 0, to 30 min 1.
    """
    chart = told(ten)
    assert isinstance(chart, DurationBars)
    assert plain(chart.note).endswith("the longest 15 minutes. 2 of 10 without a duration.")
    assert chart.counts == (2, 2, 2, 1, 0, 1)
    assert chart.first_row == 3
    assert [text for _at, text in chart.edges] == [
        "10 s", "30 s", "1 min", "2 min", "5 min", "10 min", "30 min",
    ]  # fmt: skip
    assert chart.usual == 1
    assert chart.median == pytest.approx(1 + np.log(52.5 / 30) / np.log(2))
    assert chart.low == pytest.approx(np.log(27.5 / 10) / np.log(3))
    assert chart.high == pytest.approx(3 + np.log(127.5 / 120) / np.log(2.5))


def test_every_row_of_the_table_leads_to_its_entries(ten) -> None:
    rows = told(ten).table.rows
    assert len(rows) == len(EDGES_S) + 2
    behind = [row.behind for row in rows]
    assert [ten.search.find(each).entries if each else 0 for each in behind] == [
        int(row.cells[1]) for row in rows
    ]
    assert rows[-1].cells == ("no duration", "2")
    assert plain(rows[3].says) == "10 s to 30 s: 2 of 8 twitches with a duration"


def test_a_tap_on_a_bar_means_its_row(ten) -> None:
    chart = told(ten)
    sheet = screen_sheet(chart, width=348, height=180, scale=1, dark=False, text_scale=1)
    slot = 348 / len(chart.counts)
    for at in range(len(chart.counts)):
        row = row_at(sheet.marks, slot * (at + 0.5), 90)
        assert row == at + 3
        assert chart.table.rows[row].cells[1] == str(chart.counts[at])


def test_the_median_is_drawn_on_the_middle_half(ten) -> None:
    chart = told(ten)
    sheet = screen_sheet(chart, width=348, height=180, scale=1, dark=False, text_scale=1)
    lines = {line.get_gid(): line for line in sheet.figure.findobj(Line2D)}
    slot = 348 / len(chart.counts)
    assert list(lines["middle half"].get_xdata()) == pytest.approx(
        [slot * chart.low, slot * chart.high]
    )
    assert lines["median"].get_xdata()[0] == pytest.approx(slot * chart.median)


def test_within_a_bar_the_scale_is_logarithmic() -> None:
    assert on_scale(2) == 1
    assert on_scale(17.320508) == pytest.approx(3.5)
    assert on_scale(0.1) == 0
    assert on_scale(86400) == 11
    places = [on_scale(seconds) for seconds in np.geomspace(1, 86400, 200)]
    assert places == sorted(places)


def test_a_length_that_lasted_over_a_clock_change_is_as_long_as_it_was(diary, clock) -> None:
    """Started at the first and at the second 2:30 of 26 October and at 1:59 of 29 March."""
    twice = datetime(2025, 10, 26, 2, 30)
    for wall, second in ((twice, False), (twice, True), (datetime(2026, 3, 29, 1, 59), False)):
        moment = clock.now().on_clock(wall, second=second)
        diary.twitches.log(["chin"], moment=moment, duration_s=120)
    chart = told(diary, Period(date(2025, 10, 1), date(2026, 4, 1)))
    assert isinstance(chart, NoPicture)
    assert plain(chart.note) == "2 minutes, 2 minutes and 2 minutes."


def test_one_length_and_none_are_said_in_words(diary, clock) -> None:
    assert told(diary).headline == "No durations yet"
    diary.twitches.log(["chin"], duration_s=20)
    one = told(diary)
    assert (one.headline, plain(one.note)) == ("One duration in this time", "20 seconds.")


def test_large_numbers_are_left_out_where_one_has_no_room(figures) -> None:
    few = told_of(figures("9" * 10, durations=(1, 3, 7, 20, 40, 90, 200, 400, 900, 2000, 4000)))
    wide = [1] * 900 + [4000] * 12345 + [20] * 5000
    many = told_of(figures("9" * 10, durations=wide))
    for spec, width, shown in (
        (few.lengths, 348, 11),
        (many.lengths, 348, 0),
        (many.lengths, 690, 3),
    ):
        sheet = screen_sheet(spec, width=width, height=200, scale=1, dark=False, text_scale=1)
        counts = [text for text in sheet.figure.findobj(Text) if text.get_gid() == "count"]
        assert len(counts) == shown
