"""Runs of twitching days: worked out by hand, in words and in the picture."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.text import Text

from support.asked import plain
from support.charts import told
from support.pictures import drawn, named
from twitchlog.domain.period import Period
from twitchlog.reports.charts.chart import Ask
from twitchlog.reports.charts.kinds.spells import CHART, RunBars
from twitchlog.reports.charts.marks import row_at
from twitchlog.reports.charts.spec import NoPicture


def test_runs_are_said_with_the_longest_and_the_current_one(four_weeks) -> None:
    """43052.63142031 1.0240102.0312 up to 16 June: 20 May is the first day.

    Runs: 20 and 21 May; 23 to 30 May without the 25th, which is not logged: seven; 1 to 3 June; 6
    and 7; the 9th; the 11th; and 14 to 16 June, the last three logged days. Quiet: 22 and 31 May,
    5, 8, 10 and 13 June.
    """
    chart = told(four_weeks).spells
    assert isinstance(chart, RunBars)
    assert chart.headline == "Twitching on the last 3 logged days"
    assert plain(chart.note) == (
        "6 quiet days of 25 logged days in this time; the longest run of twitching days was 7, "
        "23 to 30 May. A day that is not logged neither ends nor lengthens a run."
    )
    assert [(run.first.day, run.days, run.unknown) for run in chart.runs] == [
        (20, 2, 0), (23, 7, 1), (1, 3, 0), (6, 2, 0), (9, 1, 0), (11, 1, 0), (14, 3, 0),
    ]  # fmt: skip
    assert chart.longest == 1
    rows = chart.table.rows
    assert [plain(cell) for cell in rows[1].cells] == ["23 to 30 May", "7", "1"]
    assert plain(rows[1].says) == (
        "23 to 30 May: twitching on 7 logged days in a row, 1 day between is not logged"
    )
    assert rows[1].behind.period == Period(date(2026, 5, 23), date(2026, 5, 30))
    assert "Bars for the 7 runs" in chart.alt


def test_a_quiet_end_says_how_long_it_has_been_quiet(figures) -> None:
    assert told(figures("11111110.0")).spells.headline == "No twitching on the last 2 logged days"
    assert told(figures("11111110")).spells.headline == "No twitching on the last logged day"
    assert told(figures("00000001")).spells.headline == "Twitching on the last logged day"
    assert told(figures("1111111")).spells.headline == "Twitching on each of 7 logged days"


def test_a_run_at_the_start_of_the_time_may_be_longer(figures) -> None:
    chart = told(figures("1110000", starts=date(2026, 1, 1))).spells
    assert plain(chart.table.rows[0].cells[0]) == "10 to 12 Jun or longer"
    assert "or longer" not in told(figures("1110000")).spells.note


def test_a_week_has_to_be_logged_and_one_day_with_a_twitch(figures) -> None:
    early = told(figures("1" * 6)).spells
    assert isinstance(early, NoPicture)
    assert early.headline == "Runs of days come after 7 logged days"
    quiet = told(figures("0" * 8)).spells
    assert isinstance(quiet, NoPicture)
    assert quiet.headline == "No twitching on any of 8 logged days"
    assert isinstance(told(figures("1" + "." * 20)).spells, NoPicture)
    assert isinstance(told(figures("." * 20)).spells, NoPicture)


def test_a_run_goes_on_over_both_clock_changes(diary, clock) -> None:
    """Berlin, six days around each change, an entry a day at 2:30: the days are runs of six.

    On 29 March 2:30 does not exist and 3:30 is kept; on 26 October the second 2:30 is meant.
    """
    for middle in (date(2025, 10, 26), date(2026, 3, 29)):
        for off in range(-3, 3):
            wall = datetime.combine(middle + timedelta(days=off), datetime.min.time())
            moment = clock.now().on_clock(wall.replace(hour=2, minute=30), second=True)
            diary.twitches.log(["calf-left"], moment=moment)
    ask = Ask(Period(date(2025, 10, 1), date(2026, 4, 10)), date(2026, 4, 10), None)
    diary.checkins.none_today(date(2025, 11, 1))
    chart = CHART.tell(CHART.read(diary, ask), ask)
    assert [(run.first, run.days) for run in chart.runs] == [
        (date(2025, 10, 23), 6), (date(2026, 3, 26), 6),
    ]  # fmt: skip


def test_days_not_logged_are_hatched_through_the_run_they_lie_in(four_weeks) -> None:
    spec = told(four_weeks).spells
    sheet = drawn(spec)
    pitch = (sheet.plot[1] - sheet.plot[0]) / 28
    (hatched,) = named(sheet, "not logged", PathPatch)
    xs = hatched.get_path().vertices[:, 0]
    columns = {int((x - sheet.plot[0]) / pitch - 1e-6) for x in xs}
    assert {at for at, sign in enumerate("43052.631420311.0240102.0312") if sign == "."} <= columns
    (edged,) = named(sheet, "over days not logged", PathPatch)
    assert edged.get_path().get_extents().x0 > sheet.plot[0] + 3 * pitch
    (rings,) = named(sheet, "none that day", Line2D)
    assert len(rings.get_xdata()) == 6


def test_the_key_names_the_edge_of_a_run_and_what_its_height_is(figures, four_weeks) -> None:
    texts = [entry.text for entry in told(four_weeks).spells.key]
    assert texts[0] == "a run, as high as its days"
    assert texts[-1] == "a run over days not logged"
    whole = told(figures("1110111.")).spells
    assert "a run over days not logged" not in [entry.text for entry in whole.key]


def test_a_run_is_as_high_as_it_has_logged_days(four_weeks) -> None:
    sheet = drawn(told(four_weeks).spells)
    (runs,) = named(sheet, "run", PathPatch)
    corners = runs.get_path().vertices
    last = next(mark for mark in sheet.marks if mark.row == 6)
    foot = corners[:, 1].min()
    now = corners[corners[:, 0] >= last.left][:, 1].max()
    assert (now - foot) / (corners[:, 1].max() - foot) == pytest.approx(3 / 7)
    assert [text.get_text() for text in named(sheet, "longest", Text)] == ["7"]


def test_a_tap_on_a_run_means_its_row(four_weeks) -> None:
    spec = told(four_weeks).spells
    sheet = drawn(spec)
    for mark in sheet.marks:
        assert row_at(sheet.marks, (mark.left + mark.right) / 2, mark.bottom + 20) == mark.row
    assert sorted(mark.row for mark in sheet.marks) == list(range(7))


def test_ten_years_leave_out_the_rings_and_keep_every_run(figures) -> None:
    spec = told(figures(("1111101.0" * 400)[:3650])).spells
    assert isinstance(spec, RunBars)
    assert len(spec.table.rows) == len(spec.runs) > 700
    sheet = drawn(spec)
    assert named(sheet, "none that day", Line2D) == []
    assert len(sheet.marks) == len(spec.runs)
