"""Is it always the same place: the verdict in words, its intervals, and the places of each week."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.text import Text

from support.asked import plain
from support.charts import told
from support.pictures import ABOUT, check_words, drawn, named
from twitchlog.domain.period import Period
from twitchlog.domain.searching import Query
from twitchlog.reports.charts.chart import Ask
from twitchlog.reports.charts.kinds import same_place
from twitchlog.reports.charts.kinds.same_place import SamePlaceChart
from twitchlog.reports.charts.marks import row_at
from twitchlog.reports.charts.picture import Form, saved
from twitchlog.reports.charts.spec import NoPicture

TODAY = date(2026, 6, 18)
EIGHT_WEEKS = Period.ending(TODAY, days=56)


def read(diary, period: Period = EIGHT_WEEKS) -> SamePlaceChart | NoPicture:
    """Return what the chart tells of some days of a diary, from its file on."""
    ask = Ask(period, TODAY, diary.days.first_logged())
    return same_place.CHART.tell(same_place.CHART.read(diary, ask), ask)


def log(diary, day: date, *sites: str, times: int = 1) -> None:
    for at in range(times):
        moment = diary.clock.on(day, time(12)).shifted(timedelta(minutes=at))
        diary.twitches.log(sites, moment=moment)


def test_eight_weeks_worked_out_by_hand(diary) -> None:
    """In each of four fortnights 10 entries on one day: 6, 7, 8 and 7 at the calf, else the chin.

    28 of 40 at the calf; without each block 22/30, 21/30, 20/30, 21/30; SE^2 = 3/4 * 2/900, so
    0.7 +- 3.1824 * 0.0408 = 0.57 to 0.83: above a half, so mostly one place. Pairs from different
    fortnights at the same place: of 600, at the calf 6*7+6*8+6*7+7*8+7*7+8*7 = 293, at the chin
    4*3+4*2+4*3+3*2+3*3+2*3 = 53: 346/600 = 58 %; without each block 182/300, 172/300, 166/300,
    172/300, mean 173/300; SE^2 = 3/4 * (81+1+49+1)/90000, so +- 3.1824 * 0.0332 = 0.106. Two places
    in each of the four weeks that end a fortnight; the other four are not logged. So 2 places on 2
    logged days of the last four weeks, 2 on 2 before.
    """
    for at, there in enumerate((6, 7, 8, 7)):
        day = TODAY - timedelta(days=14 * at)
        log(diary, day, "calf-left", times=there)
        log(diary, day, "chin", times=10 - there)
    spec = read(diary)
    assert isinstance(spec, SamePlaceChart)
    assert plain(spec.headline) == "Mostly one place: the left calf, 28 of 40 twitches"
    assert plain(spec.note) == (
        "70% of the twitches were there (likely 57 to 83%). Of two twitches from different spans "
        "of two weeks, both are at the same place 58% of the time (likely 47 to 68%). 2 different "
        "places on 2 logged days in the last four weeks, 2 on 2 in the four before. "
        "Logged on 4 of 56 days."
    )
    share, again = spec.intervals
    assert (share.value, again.value) == pytest.approx((0.7, 346 / 600))
    assert (share.low, share.high) == pytest.approx((0.570, 0.830), abs=5e-4)
    assert [bar.places for bar in spec.bars] == [None, 2, None, 2, None, 2, None, 2]
    rows = [tuple(map(plain, row.cells)) for row in spec.table.rows]
    assert rows[0] == ("Left calf, of all twitches", "70% (28 of 40)", "57 to 83%", "4 of 56")
    assert rows[-2:] == [
        ("5 Jun – 11 Jun", "not logged", "", "0 of 7"),
        ("12 Jun – 18 Jun", "2 places", "", "1 of 7"),
    ]
    assert spec.table.rows[0].behind == Query(sites=frozenset({"calf-left"}), period=EIGHT_WEEKS)
    assert spec.table.rows[-1].behind == Query(period=Period(date(2026, 6, 12), TODAY))
    assert plain(spec.table.rows[-2].says) == "5 Jun – 11 Jun: not logged."


def test_what_is_missing_is_said_and_the_weeks_are_shown(diary) -> None:
    """12 twitches in two fortnights: 18 more, in two more fortnights."""
    log(diary, TODAY - timedelta(days=60), "chin")
    log(diary, TODAY, "chin", times=6)
    log(diary, TODAY - timedelta(days=14), "chin", times=6)
    spec = read(diary)
    assert isinstance(spec, SamePlaceChart)
    assert spec.headline == "Too early to tell if it is always the same place"
    assert plain(spec.note).startswith(
        "It takes 30 twitches over 8 weeks: 18 more twitches and about 4 more weeks with "
        "twitches to go. One place on 2 logged days in the last four weeks."
    )
    assert spec.intervals == ()
    assert len(spec.table.rows) == 8


def test_a_longer_time_is_advised_where_the_diary_has_one(diary) -> None:
    log(diary, TODAY - timedelta(days=300), "chin")
    log(diary, TODAY, "chin")
    chart = read(diary, Period.ending(TODAY, days=28))
    assert chart.headline == "28 days are too short to tell if it is always the same place"
    assert "choose a longer time" in chart.note


def test_numbers_of_more_days_than_were_chosen_are_told_from_those_of_the_chosen(diary) -> None:
    """One twitch today, one 20 days ago: 2 logged days in four weeks, 1 in the chosen fortnight."""
    log(diary, TODAY, "chin")
    log(diary, TODAY - timedelta(days=20), "calf-left")
    assert plain(read(diary, Period.ending(TODAY, days=14)).note).endswith(
        "2 different places on 2 logged days in the last four weeks. "
        "Of the days chosen, 1 of 14 are logged."
    )


def test_one_entry_and_none(diary) -> None:
    nothing = read(diary)
    assert isinstance(nothing, NoPicture)
    assert plain(nothing.note) == ("No twitches are logged in this time. Logged on 0 of 56 days.")
    log(diary, TODAY, "chin")
    one = read(diary)
    assert "29 more twitches and about 6 more weeks with twitches to go" in one.note
    assert [bar.places for bar in one.bars] == [None] * 7 + [1]
    first_day = read(diary, Period(TODAY, TODAY))
    assert isinstance(first_day, NoPicture)


def test_an_entry_with_two_places_counts_at_both(diary) -> None:
    log(diary, TODAY, "calf-left", "chin")
    assert read(diary).bars[-1].places == 2


def test_a_quiet_week_is_none_and_not_a_gap(diary) -> None:
    log(diary, TODAY, "chin")
    diary.checkins.none_today(TODAY - timedelta(days=8))
    spec = read(diary)
    assert [bar.places for bar in spec.bars[-3:]] == [None, 0, 1]
    sheet = drawn(spec)
    (ring,) = named(sheet, "none that week", Line2D)
    assert len(ring.get_xdata()) == 1
    assert len(named(sheet, "not logged", PathPatch)) == 6
    assert [entry.text for entry in spec.key] == ["none that week", "not logged"]


def test_always_and_wandering_and_unclear_are_said_plainly(figures) -> None:
    always = told(figures("1" * 70)).same_place
    assert plain(always.headline) == "Always one place: the left calf, 70 of 70 twitches"
    wanders = told(figures("4" * 70, sites=("chin", "tongue", "nose", "lips"))).same_place
    assert plain(wanders.headline).startswith("It wanders: the ")
    assert plain(wanders.headline).endswith("leads with 70 of 280 twitches")
    half = told(figures("2" * 70, sites=("chin", "tongue"))).same_place
    assert half.headline.startswith("Unclear if it keeps to one place")


def test_weeks_over_ten_years_are_means_and_say_so(figures) -> None:
    spec = told(figures("12.3" * 900, sites=("chin", "tongue", "nose"))).same_place
    assert spec.title == "Different places a week, mean of 13 weeks"
    assert len(spec.bars) <= 60
    assert plain(spec.table.rows[-1].says).endswith("3.0 places a week, logged on 68 of 91 days.")
    assert plain(spec.first) == "8 Aug 2016"
    drawn(spec).pixels()


def test_an_interval_spans_its_likely_range_and_the_lines_stand_at_the_thresholds(figures) -> None:
    spec = told(figures("1" * 70, sites=("chin", "chin", "tongue"))).same_place
    sheet = drawn(spec, width=412)
    for interval, bar in zip(spec.intervals, named(sheet, "likely", PathPatch), strict=True):
        box = bar.get_path().get_extents()
        assert ((box.x0 - 6) / 400, (box.x1 - 6) / 400) == pytest.approx(
            (interval.low, interval.high), abs=0.003
        )
    lines = named(sheet, "threshold", Line2D)
    assert [line.get_xdata()[0] for line in lines] == pytest.approx([6 + 200, 6 + 320])
    assert [text.get_text() for text in named(sheet, "threshold", Text)] == [
        "wanders",
        "always the same",
    ]


def test_the_thresholds_are_named_below_the_interval_they_are_for_and_above_the_other(
    figures,
) -> None:
    """Whoever reads the second interval has no *wanders* over it."""
    spec = told(figures("1" * 70, sites=("chin", "chin", "tongue"))).same_place
    sheet = drawn(spec)
    sheet.pixels()
    first, second = (bar.get_path().get_extents() for bar in named(sheet, "track", PathPatch))
    name = named(sheet, "interval", Text)[1].get_window_extent()
    for label in named(sheet, "threshold", Text):
        box = label.get_window_extent()
        assert first.y0 > box.y1 > box.y0 > name.y1 > second.y1
    for line in named(sheet, "threshold", Line2D):
        assert min(line.get_ydata()) > name.y1


def test_a_tap_means_an_interval_or_a_week(figures) -> None:
    spec = told(figures("1" * 70, sites=("chin", "chin", "tongue"))).same_place
    sheet = drawn(spec)
    assert len(sheet.marks) == len(spec.table.rows)
    for mark in sheet.marks:
        x, y = (mark.left + mark.right) / 2, (mark.bottom + mark.top) / 2
        assert row_at(sheet.marks, x, y) == mark.row


@pytest.mark.parametrize("text_scale", [0.85, 1, 1.5])
@pytest.mark.parametrize("width", [300, 348, 690])
@pytest.mark.parametrize("diary_text", ["1" * 70, "1......" * 10, "12.3" * 900])
def test_nothing_written_leaves_the_picture_or_meets_another(
    figures, width, text_scale, diary_text
) -> None:
    spec = told(figures(diary_text, sites=("knee-hollow-right", "chin"))).same_place
    sheet = drawn(spec, width=width, text_scale=text_scale)
    check_words(sheet)


def test_it_can_be_saved(figures) -> None:
    spec = told(figures("1" * 70)).same_place
    assert ">always the same<" in saved(spec, Form.SVG, ABOUT).decode()
    assert plain(spec.alt).startswith("Left calf, of all twitches: 100%, likely 100 to 100%.")


@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2025, 10, 26)], ids=["23 h", "25 h"])
def test_the_week_of_a_clock_change_has_seven_days(diary, day: date) -> None:
    """One entry before the change, one after it, one the day after: two places on two days."""
    diary.twitches.log(["chin"], moment=diary.clock.on(day, time(0, 30)))
    diary.twitches.log(["nose"], moment=diary.clock.on(day, time(4, 30)))
    diary.twitches.log(["chin"], moment=diary.clock.on(day + timedelta(days=1), time(0, 30)))
    spec = read(diary, Period.ending(day + timedelta(days=1), days=14))
    assert [(bar.places, bar.logged, bar.days) for bar in spec.bars] == [(None, 0, 7), (2, 2, 7)]
