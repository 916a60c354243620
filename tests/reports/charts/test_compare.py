from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import pairwise
from types import MappingProxyType
from zoneinfo import ZoneInfo

import pytest
from matplotlib.patches import Patch
from matplotlib.path import Path
from matplotlib.text import Text

from support.asked import plain
from support.pictures import check_words, drawn, named
from twitchlog import translation
from twitchlog.domain.factor import Kind
from twitchlog.domain.moment import Moment
from twitchlog.domain.period import Period
from twitchlog.reports.charts.chart import Ask
from twitchlog.reports.charts.kinds.compare import CHART, TwoSeries
from twitchlog.reports.charts.marks import row_at
from twitchlog.reports.charts.spec import NoPicture

ZONE = "Europe/Berlin"


def told(diary, clock, days: int = 7, **options: str):
    period = Period.ending(clock.now().day, days=days)
    ask = Ask(period, period.last, diary.days.first_logged(), MappingProxyType(options))
    return CHART.tell(CHART.read(diary, ask), ask)


def parts(sheet, gid: str) -> list[int]:
    """Return of how many outlines each shape of that name is made."""
    shapes = (each for each in sheet.figure.findobj(Patch) if each.get_gid() == gid)
    return [int((each.get_path().codes == Path.MOVETO).sum()) for each in shapes]


@pytest.fixture
def today(clock) -> date:
    return clock.now().day


@pytest.fixture
def week(diary, clock, today):
    """Seven days: caffeine said on three, a drink on a fourth; two twitches; two not logged."""
    diary.checkins.save(today, {"caffeine": 0, "stress": 2})
    diary.checkins.save(today - timedelta(days=1), {"caffeine": 95, "stress": 0})
    diary.checkins.save(today - timedelta(days=3), {"caffeine": 1200})
    diary.doses.log("caffeine", amount=80, moment=clock.now().shifted(timedelta(days=-4)))
    diary.twitches.log(["calf-left"], moment=clock.now().shifted(timedelta(days=-1)))
    diary.twitches.log(["calf-left"], moment=clock.now().shifted(timedelta(days=-5)))
    return diary


def test_both_series_stand_on_the_same_days_and_gaps_stay_gaps(week, clock) -> None:
    """Logged are today, yesterday, three and five days back: 4 of 7, with 0, 1, 0 and 1 twitches.

    Caffeine is known four times, on one of them by a drink alone, which does not make the day a
    logged one: both are known on three days.
    """
    chart = told(week, clock, second="caffeine")
    assert isinstance(chart, TwoSeries)
    assert plain(chart.headline) == "Twitches and caffeine: both recorded on 3 of 7 days"
    assert chart.note == (
        "Looking at two things together is not evidence that they belong together."
    )
    assert [tuple(map(plain, row.cells)) for row in chart.table.rows] == [
        ("12 Jun 2026", "not logged", "not recorded"),
        ("13 Jun 2026", "1", "not recorded"),
        ("14 Jun 2026", "not logged", "80 mg"),
        ("15 Jun 2026", "0", "1,200 mg"),
        ("16 Jun 2026", "not logged", "not recorded"),
        ("17 Jun 2026", "1", "95 mg"),
        ("18 Jun 2026", "0", "0 mg"),
    ]
    assert chart.table.columns == ("Days", "Twitches a day", "Caffeine, mg a day")
    assert plain(chart.table.rows[3].says) == "15 Jun 2026: twitches 0, caffeine 1,200 mg"
    assert chart.table.rows[3].behind is None
    assert chart.table.rows[5].behind.period == Period(date(2026, 6, 17), date(2026, 6, 17))
    assert "Caffeine: from 0 mg to 1,200 mg." in plain(chart.alt)


def test_what_has_no_amounts_in_the_time_is_not_offered(week, clock) -> None:
    first, second = told(week, clock).choices
    assert [each.id for each in first.offered] == ["twitches", "caffeine"]
    assert [each.id for each in second.offered] == ["stress", "caffeine"]
    assert (first.chosen, second.chosen) == ("twitches", "stress")
    assert [each.id for each in told(week, clock, days=1).choices[1].offered] == [
        "stress", "caffeine",
    ]  # fmt: skip
    week.checkins.remove(clock.now().day)
    assert isinstance(told(week, clock, days=1), NoPicture)


def test_nothing_is_compared_with_itself(week, clock) -> None:
    chart = told(week, clock, first="stress", second="stress")
    assert [each.chosen for each in chart.choices] == ["stress", "twitches"]
    assert [each.chosen for each in told(week, clock, first="no-such").choices] == [
        "twitches", "stress",
    ]  # fmt: skip


def test_a_habit_is_not_laid_over_the_twitches_while_it_is_being_tried(week, clock, today) -> None:
    week.experiments.start("caffeine", on="Coffee", off="No coffee", first=today, seed=1)
    chart = told(week, clock, second="caffeine")
    offered = {each.id for choices in chart.choices for each in choices.offered}
    assert (offered, chart.choices[1].chosen) == ({"twitches", "stress"}, "stress")
    assert "Caffeine is not shown here: you are trying it until" in chart.note
    assert "caffeine" not in plain(chart.headline)
    before = Period(today - timedelta(days=6), today - timedelta(days=1))
    ask = Ask(before, today, before.first, MappingProxyType({"second": "caffeine"}))
    assert CHART.tell(CHART.read(week, ask), ask).choices[1].chosen == "caffeine"
    (trial,) = week.experiments.all()
    week.experiments.stop(trial.id)
    assert told(week, clock, second="caffeine").choices[1].chosen == "caffeine"


def test_where_only_what_is_being_tried_is_recorded_that_is_said(diary, clock, today) -> None:
    diary.checkins.save(today, {"caffeine": 95})
    diary.experiments.start("caffeine", on="Coffee", off="No coffee", first=today, seed=1)
    chart = told(diary, clock)
    assert isinstance(chart, NoPicture)
    assert "you are trying it until" in chart.note


def test_two_things_without_the_twitches_lead_to_no_entries(week, clock) -> None:
    chart = told(week, clock, first="caffeine", second="stress")
    assert all(row.behind is None for row in chart.table.rows)
    assert chart.table.rows[-1].cells[1:] == ("0\u00a0mg", "some")


def test_own_factors_and_every_kind_have_their_unit(diary, clock, today) -> None:
    tea = diary.factors.add("Tea", Kind.AMOUNT, unit="cups").value
    diary.factors.show(tea.id, shown=False)
    diary.checkins.save(
        today, {tea.id: 2.5, "sleep-quality": 6, "magnesium": 1, "stress": 1, "sleep": 7.25}
    )
    _first, second = told(diary, clock, second=tea.id).choices
    assert {each.label for each in second.offered} == {
        "Tea, cups a day", "Sleep quality, 0 to 10", "Magnesium, yes or no",
        "Stress, 0 none to 3 a lot", "Sleep, h a day",
    }  # fmt: skip
    values = {
        each.id: plain(told(diary, clock, second=each.id).table.rows[-1].cells[2])
        for each in second.offered
    }
    assert values == {
        tea.id: "2.5 cups", "sleep-quality": "6", "magnesium": "yes", "stress": "a little",
        "sleep": "7.25 h",
    }  # fmt: skip


def test_an_empty_diary_says_what_to_record(diary, clock) -> None:
    chart = told(diary, clock)
    assert isinstance(chart, NoPicture)
    assert "check-in" in chart.note
    diary.twitches.log(["calf-left"])
    assert isinstance(told(diary, clock), NoPicture)


def test_one_day_is_drawn(diary, clock, today) -> None:
    diary.checkins.save(today, {"caffeine": 95})
    chart = told(diary, clock, days=1)
    assert plain(chart.headline) == "Twitches and caffeine: both recorded on 1 of 1 day"
    drawn(chart)


def test_longer_times_show_means_of_weeks_and_say_so(diary, clock, today) -> None:
    """The last week holds 100 and 200 mg, the one before it nothing: means 150 and none."""
    for back, amount in ((0, 100), (6, 200), (140, 50)):
        diary.checkins.save(today - timedelta(days=back), {"caffeine": amount, "magnesium": 1})
    diary.checkins.save(today - timedelta(days=3), {"magnesium": 0})
    chart = told(diary, clock, days=150, first="magnesium", second="caffeine")
    assert chart.table.columns[1] == "Magnesium, share of days"
    assert chart.note.endswith("Each bar is a week: the mean of its recorded days.")
    last, before = chart.table.rows[-1], chart.table.rows[-2]
    assert plain(last.cells[0]) == "12 Jun 2026 to 18 Jun 2026"
    assert [plain(cell) for cell in last.cells[1:]] == ["67%", "150 mg"]
    assert before.cells[1:] == ("not recorded", "not recorded")
    assert chart.above.title == "Magnesium, share of days"
    assert "Each bar is a month" in told(diary, clock, days=900).note


@pytest.mark.parametrize("changes", ["2026-03-29", "2025-10-26"])
def test_around_a_clock_change_days_stay_whole(diary, changes) -> None:
    """Twitches at 0:30 and 23:30 and 95 mg on each of three days: 2 and 95 on each."""
    middle = date.fromisoformat(changes)
    period = Period(middle - timedelta(days=1), middle + timedelta(days=1))
    for day in period:
        for hour in (0, 23):
            when = datetime(day.year, day.month, day.day, hour, 30, tzinfo=ZoneInfo(ZONE))
            diary.twitches.log(["calf-left"], moment=Moment.of(when, ZONE))
        diary.checkins.save(day, {"caffeine": 95})
    ask = Ask(period, period.last, period.first)
    chart = CHART.tell(CHART.read(diary, ask), ask)
    assert [row.cells[1:] for row in chart.table.rows] == [("2", "95\u00a0mg")] * 3


def test_filled_above_hollow_below_and_each_gap_hatched(week, clock) -> None:
    sheet = drawn(told(week, clock, second="caffeine"))
    assert parts(sheet, "bar") == [2]
    assert parts(sheet, "hollow bar") == [3]
    above, below = (each for each in sheet.figure.findobj(Patch) if each.get_gid() == "not logged")
    left, right = sheet.plot
    columns = [each.get_clip_path()._path.to_polygons() for each in (above, below)]
    pitch = (right - left) / 7
    days = [[int((p[:, 0].mean() - left) / pitch) for p in polygons] for polygons in columns]
    assert days == [[0, 2, 4], [0, 4]]
    titles = [each.get_text() for each in sheet.figure.findobj(Text) if each.get_gid() == "title"]
    assert titles == ["Twitches a day", "Caffeine, mg a day"]
    (hollow,) = (each for each in sheet.figure.findobj(Patch) if each.get_gid() == "hollow bar")
    assert hollow.get_edgecolor() != hollow.get_facecolor()


def test_a_tap_in_either_plot_finds_the_day(week, clock) -> None:
    sheet = drawn(told(week, clock, second="caffeine"))
    left, right = sheet.plot
    for up in (60, sheet.height - 40):
        rows = [row_at(sheet.marks, left + (at + 0.5) * (right - left) / 7, up) for at in range(7)]
        assert rows == list(range(7))


@pytest.mark.parametrize("width", [320, 760])
@pytest.mark.parametrize("text_scale", [0.85, 1.5])
def test_no_words_leave_the_sheet_or_touch(week, clock, width, text_scale) -> None:
    name = week.factors.add("Something with a name of forty letters!", Kind.SCALE).value
    week.checkins.save(clock.now().day - timedelta(days=2), {name.id: 3})
    sheet = drawn(told(week, clock, second=name.id), width=width, text_scale=text_scale)
    check_words(sheet)
    titles, ticks = named(sheet, "title", Text), named(sheet, "tick", Text)
    for title in titles:
        below = [tick for tick in ticks if tick.get_position()[1] < title.get_position()[1]]
        highest = max(tick.get_window_extent().y1 for tick in below)
        assert title.get_window_extent().y0 - highest >= 1


def test_the_key_says_what_a_ring_means_in_either_plot(diary, clock, today) -> None:
    diary.checkins.save(today, {"magnesium": 0, "caffeine": 0, "sleep-quality": 0})
    first = told(diary, clock, days=1, second="magnesium")
    assert [entry.text for entry in first.key] == ["none that day / no"]
    second = told(diary, clock, days=1, second="caffeine")
    assert [entry.text for entry in second.key] == ["none that day"]
    third = told(diary, clock, days=1, first="caffeine", second="sleep-quality")
    assert [entry.text for entry in third.key] == ["none that day / 0"]


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_dates_below_keep_apart_also_at_the_end_of_the_axis(week, clock, language) -> None:
    with translation.speaking(language):
        sheet = drawn(told(week, clock, days=90))
    sheet.pixels()
    dates = sorted(text.get_window_extent().extents[::2].tolist()
                   for text in named(sheet, "date", Text))  # fmt: skip
    assert len(dates) > 1
    assert all(left - right >= 6 for (_l, right), (left, _r) in pairwise(dates))
