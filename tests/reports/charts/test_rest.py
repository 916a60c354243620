"""Rest counts over time: what is too short is shown, but compared with nothing."""

from __future__ import annotations

from datetime import timedelta

import pytest
from matplotlib.lines import Line2D

from support.asked import at, cells, drawn, plain, told, written
from twitchlog.domain.rest import RestCount, Tap
from twitchlog.reports.charts.kinds.rest import MANY, RestDots
from twitchlog.reports.charts.marks import row_at
from twitchlog.reports.charts.spec import NoPicture
from twitchlog.reports.patterns.stretches import Every

JUNE = ("2026-06-01", "2026-06-18")


def count(diary, written_: str, taps: int, *, length_s: float = 120.0, site=None):
    moment = at(written_)
    return diary.rest.save(
        RestCount(moment, length_s, tuple(Tap(number * 100, site) for number in range(taps)))
    ).value


@pytest.fixture
def june(diary):
    """Three counts in June 2026, on three of 18 days.

    - 2 June: 10 in two minutes, 5 a minute. Exact limits of 10: 4.80 and 18.39, halved 2.4 to 9.2.
    - 8 June: 9 in half a minute: too short, though it would be 18 a minute.
    - 9 June: 14 in two minutes, 7 a minute. Exact limits of 14: 7.65 and 23.49, halved 3.8 to 11.7.
    """
    count(diary, "2026-06-02 20:00", 10, site="calf-left")
    count(diary, "2026-06-08 12:00", 9, length_s=30)
    count(diary, "2026-06-09 20:00", 14)
    return diary


def test_the_newest_two_that_can_be_compared_are_the_headline(june):
    chart = told(june, "rest", *JUNE)
    assert isinstance(chart, RestDots)
    assert plain(chart.headline) == "At rest: 7 a minute on 9 Jun, 5 on 2 Jun"
    assert plain(chart.note) == (
        "3 rest counts, on 3 of 18 days. 1 was under a minute, too short to compare. A count like "
        "the last one can come from anything between 3.8 and 11.7 a minute. Only larger "
        "differences mean something."
    )


def test_one_count_is_not_said_to_differ_from_another(diary):
    count(diary, "2026-06-09 20:00", 14)
    assert plain(told(diary, "rest", *JUNE).note) == (
        "1 rest count, on 1 of 18 days. A count like this can come from anything between 3.8 and "
        "11.7 a minute."
    )


def test_the_headline_of_medians_says_the_newest_two_medians(diary):
    """Twenty-one counts in each of two weeks: 4 in two minutes, then 10 but for 30 on the last day.

    The medians are 2 and 5; the two newest counts, of the 18th, are 15 a minute each.
    """
    for week, usual in ((5, 4), (12, 10)):
        for number in range(21):
            taps = 30 if week + number % 7 == 18 else usual
            count(diary, f"2026-06-{week + number % 7:02} {10 + number // 7}:00", taps)
    chart = told(diary, "rest", "2026-06-05", "2026-06-18")
    assert chart.every is Every.WEEK
    assert plain(chart.headline) == (
        "At rest: usually 5 a minute (12 to 18 Jun), 2 before (5 to 11 Jun)"
    )
    assert plain(chart.note) == "42 rest counts, on 14 of 14 days."


def test_each_count_stands_at_its_time_with_its_interval(june):
    """2 June, 20:00, is one day and 20 of 24 hours after the first midnight."""
    dots = told(june, "rest", *JUNE).dots
    assert [dot.at for dot in dots] == pytest.approx([1 + 20 / 24, 7.5, 8 + 20 / 24])
    assert [dot.rate for dot in dots] == [5, 18, 7]
    assert dots[0].spread == pytest.approx((2.398, 9.195), abs=0.001)
    assert dots[1].spread is None


def test_the_table_has_every_count_and_its_places(june):
    assert cells(told(june, "rest", *JUNE)) == [
        ("2 Jun, 20:00", "10 in 2 min", "5 (2.4 to 9.2)", "Left calf 10"),
        ("8 Jun, 12:00", "9 in 30 s", "too short", ""),
        ("9 Jun, 20:00", "14 in 2 min", "7 (3.8 to 11.7)", ""),
    ]


def test_one_count_is_a_picture_and_is_compared_with_nothing(diary):
    count(diary, "2026-06-09 20:00", 0)
    chart = told(diary, "rest", *JUNE)
    assert plain(chart.headline) == "At rest: 0 a minute on 9 Jun"
    assert "between 0.0 and 1.8 a minute" in chart.note
    assert written(drawn(chart), "tick")[0] == "0"


def test_only_short_counts_are_shown_hollow(diary):
    count(diary, "2026-06-09 20:00", 3, length_s=20)
    chart = told(diary, "rest", *JUNE)
    assert chart.headline == "1 rest count, too short to compare"
    assert [entry.sign for entry in chart.key] == ["ring"]
    assert not [line for line in drawn(chart).figure.findobj(Line2D) if line.get_gid() == "count"]


def test_without_a_count_it_says_what_one_is_and_where_it_is_recorded(diary):
    chart = told(diary, "rest", *JUNE)
    assert isinstance(chart, NoPicture)
    assert chart.headline == "No rest counts in this time"
    assert "Today, Also record, Rest count" in chart.note
    assert not chart.wants_entries


def test_counts_need_no_logged_day_and_keep_their_own_at_both_clock_changes(diary):
    """2:30 comes twice on 26 October 2025; 3:30 follows 1:59 at once on 29 March 2026."""
    diary.rest.save(RestCount(at("2025-10-26 02:30"), 120.0))
    diary.rest.save(RestCount(at("2025-10-26 02:30", second=True), 120.0))
    diary.rest.save(RestCount(at("2026-03-29 03:30"), 120.0))
    assert diary.days.first_logged() is None
    october = told(diary, "rest", "2025-10-26", "2025-10-26")
    assert [plain(row.cells[0]) for row in october.table.rows] == ["26 Oct 2025, 02:30"] * 2
    march = told(diary, "rest", "2026-03-28", "2026-03-30")
    assert [dot.at for dot in march.dots] == pytest.approx([1 + 3.5 / 24])


def test_very_many_counts_become_the_middle_of_their_weeks(diary):
    """41 counts of 2, 4 or 6 a minute by turns over 182 days: 26 weeks with one or two each."""
    moment = at("2026-06-18 20:00")
    for number in range(MANY + 1):
        when = moment.shifted(timedelta(days=-number * 4))
        taps = tuple(Tap(at_) for at_ in range(4 + number % 3 * 4))
        diary.rest.save(RestCount(when, 120.0, taps))
    chart = told(diary, "rest", "2025-12-19", "2026-06-18")
    assert [entry.text for entry in chart.key] == ["usual of a week", "half of them"]
    assert sum(int(row.cells[1]) for row in chart.table.rows) == MANY + 1
    # 18 June and 14 June: 2 and 4 a minute, the middle 3, the quartiles 2.5 and 3.5.
    assert cells(chart)[-1] == ("12 to 18 Jun", "2", "3", "2.5 to 3.5")
    assert chart.dots[-1].spread == (2.5, 3.5)


@pytest.mark.parametrize(("width", "text_scale"), [(348, 1.0), (348, 1.5), (720, 1.0)])
def test_short_counts_are_hollow_and_every_count_can_be_tapped(june, width, text_scale):
    chart = told(june, "rest", *JUNE)
    sheet = drawn(chart, width=width, text_scale=text_scale)
    lines = {line.get_gid(): line for line in sheet.figure.findobj(Line2D)}
    assert len(lines["count"].get_xdata()) == 2
    assert len(lines["too short"].get_xdata()) == 1
    assert lines["too short"].get_markerfacecolor() == sheet.ink.ground
    for gid, rows in (("count", (0, 2)), ("too short", (1,))):
        xs, ys = lines[gid].get_xdata(), lines[gid].get_ydata()
        points = zip(xs, ys, strict=True)
        assert tuple(row_at(sheet.marks, x, y) for x, y in points) == rows
        assert all(0 <= x <= width and 0 <= y <= sheet.height for x, y in zip(xs, ys, strict=True))
