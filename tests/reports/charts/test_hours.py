"""The hours of the week: a small diary worked out by hand, its words, its picture."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from matplotlib.collections import PolyCollection
from matplotlib.patches import PathPatch

from support import many
from support.charts import log_at
from support.pictures import drawn
from twitchlog import palette
from twitchlog.domain.checkin import Detail
from twitchlog.domain.period import Period
from twitchlog.domain.searching import Query
from twitchlog.reports.charts.chart import Ask
from twitchlog.reports.charts.kinds.hours import CHART, WeekSquares
from twitchlog.reports.charts.marks import row_at
from twitchlog.reports.charts.spec import NoPicture

PERIOD = Period(date(2026, 5, 4), date(2026, 6, 14))
"""Six weeks from a Monday on."""


def told(diary, period: Period = PERIOD):
    ask = Ask(period, date(2026, 6, 18), diary.days.first_logged())
    return CHART.tell(CHART.read(diary, ask), ask)


@pytest.fixture
def six_weeks(diary, clock):
    """22 twitches on 14 logged days: four Mondays, four Tuesdays, six Sundays.

    Mondays 18 May and 1 June have 20:10, 20:40, 20:59; Mondays 25 May and 8 June 20:15 twice and
    9:00 twice; Tuesdays 19 May and 2 June three at 20:00 and one at 9:30. Tuesdays 26 May and 9
    June are *none*, six Sundays from 10 May on a check-in; the rest is not logged.
    """
    for back in (timedelta(14), timedelta()):
        monday, next_monday = datetime(2026, 6, 1) - back, datetime(2026, 6, 8) - back
        log_at(diary, clock, *(monday.replace(hour=20, minute=at) for at in (10, 40, 59)))
        log_at(diary, clock, *[next_monday.replace(hour=20, minute=15)] * 2)
        log_at(diary, clock, *[next_monday.replace(hour=9)] * 2)
        tuesday = datetime(2026, 6, 2) - back
        log_at(diary, clock, *[tuesday.replace(hour=20)] * 3, tuesday.replace(hour=9, minute=30))
        diary.checkins.none_today(date(2026, 6, 9) - back)
    for at in range(6):
        diary.checkins.save(date(2026, 5, 10) + timedelta(weeks=at), {"caffeine": 0})
    return diary


def quiet(diary, first: date, days: int) -> None:
    """Log *none* on days in a row."""
    for at in range(days):
        diary.checkins.none_today(first + timedelta(days=at))


def test_a_square_is_the_mean_of_the_logged_days_of_its_weekday(six_weeks) -> None:
    """Mondays 20:00: 3 + 2 + 3 + 2 on 4 days, 2.5 a day; 9:00: 4 on 4, 1 a day. Tuesdays: 6 and 2
    on 4 days, 1.5 and 0.5. Sundays: 0 on 6 days. Steps of 0.5: levels 5, 2, 3 and 1."""
    chart = told(six_weeks)
    assert isinstance(chart, WeekSquares)
    assert chart.steps == ("0.5", "1", "1.5", "2", "2.5")
    monday, tuesday, *others, sunday = chart.levels
    assert (monday[20], monday[9], sum(monday)) == (5, 2, 7)
    assert (tuesday[20], tuesday[9], sum(tuesday)) == (3, 1, 4)
    assert others == [None] * 4
    assert sunday == (0,) * 24
    assert chart.headline == "Hours of the week: 22 twitches on 14 logged days"
    assert chart.note == (
        "Each square is a mean over the 4 to 6 logged days of its weekday. Not logged: Wednesdays, "
        "Thursdays, Fridays and Saturdays. By chance alone some are darker than others."
    )
    assert "Sundays: 0 twitches on 6 logged days" in chart.alt
    assert "Tuesdays 20:00 to 21:00: 1.5" in chart.alt


def test_a_weekday_that_was_never_logged_is_not_one_without_twitches(six_weeks) -> None:
    rows = told(six_weeks).table.rows
    assert len(rows) == 7 * 24
    assert rows[20].cells == ("Mon 20:00", "10", "4", "2.5")
    assert rows[20].says == "Mon 20:00 to 21:00: 10 twitches on 4 logged days, 2.5 a day"
    assert rows[2 * 24 + 20].cells == ("Wed 20:00", "not logged", "0", "–")
    assert rows[2 * 24 + 20].says == "Wed 20:00 to 21:00: not logged"
    assert rows[2 * 24 + 20].behind is None
    assert rows[6 * 24 + 20].cells[1:] == ("0", "6", "0")
    assert rows[6 * 24 + 20].says == "Sun 20:00 to 21:00: 0 twitches on 6 logged days"


def test_behind_a_square_are_its_entries(six_weeks) -> None:
    for at, wanted in ((20, 10), (9, 4), (24 + 20, 6)):
        query = told(six_weeks).table.rows[at].behind
        assert isinstance(query, Query)
        assert six_weeks.search.find(query).entries == wanted
    assert told(six_weeks).table.rows[24 + 3].behind is None


def test_no_hour_of_a_weekday_is_said_to_be_the_busiest(diary, clock) -> None:
    """One of 168 squares is always the darkest: here 9 of 12 twitches are on Mondays at 8:00."""
    log_at(diary, clock, *[datetime(2026, 6, 1, 8)] * 9, *[datetime(2026, 6, 2, 9)] * 3)
    quiet(diary, date(2026, 6, 3), 12)
    chart = told(diary)
    assert isinstance(chart, WeekSquares)
    assert chart.headline == "Hours of the week: 12 twitches on 14 logged days"
    assert "The highest, a day: Mondays 8:00 to 9:00: 4.5" in chart.alt


def test_two_weeks_of_logged_days_come_before_the_week(diary, clock) -> None:
    """Ten twitches on one day, then *none* day by day: the 14th logged day brings the picture."""
    log_at(diary, clock, *[datetime(2026, 6, 1, 8)] * 10)
    quiet(diary, date(2026, 6, 2), 12)
    early = told(diary)
    assert isinstance(early, NoPicture)
    assert early.headline == "The week comes with 10 twitches on 14 logged days"
    assert early.note == "In this time: 10 twitches on 13 logged days."
    quiet(diary, date(2026, 6, 14), 1)
    assert isinstance(told(diary), WeekSquares)


def test_an_hour_of_both_clock_changes_is_the_one_on_the_wall(diary, clock) -> None:
    """Berlin, Sundays: 26 October has 2:30 twice, 29 March has none; 3:30 is shown instead.

    With four more at 2:10 on 29 March's eve, a Saturday, ten are reached: Sundays 2 at 2:00.
    """
    twice = datetime(2025, 10, 26, 2, 30)
    log_at(diary, clock, twice)
    log_at(diary, clock, twice, second=True)
    log_at(diary, clock, *[datetime(2026, 3, 29, 2, 30)] * 4, *[datetime(2026, 3, 28, 2, 10)] * 4)
    quiet(diary, date(2025, 12, 1), 5)
    quiet(diary, date(2025, 12, 8), 5)
    quiet(diary, date(2025, 12, 15), 5)
    rows = told(diary, Period(date(2025, 10, 20), date(2026, 3, 31))).table.rows
    sunday = 6 * 24
    assert rows[sunday + 2].cells[1:3] == ("2", "2")
    assert rows[sunday + 3].cells[1:3] == ("4", "2")
    assert rows[5 * 24 + 2].cells[1:3] == ("4", "1")


def test_one_twitch_and_none_draw_no_week(diary, clock) -> None:
    none = told(diary)
    assert isinstance(none, NoPicture)
    assert none.headline == "The week comes with 10 twitches on 14 logged days"
    log_at(diary, clock, datetime(2026, 6, 3, 12))
    one = told(diary)
    assert isinstance(one, NoPicture)
    assert one.note == "In this time: 1 twitch on 1 logged day."


def test_the_usual_sleep_is_in_table_alt_and_picture(six_weeks) -> None:
    """Seven nights from 23:10 to 6:50."""
    for back in range(4, 11):
        six_weeks.checkins.save(
            date(2026, 6, 18) - timedelta(days=back), {"sleep": 7},
            details={"sleep": Detail(began=1390, ended=410)},
        )  # fmt: skip
    chart = told(six_weeks)
    said = "Usually asleep from 23:10 to 6:50, 7 nights"
    assert chart.table.rows[-1].cells == (said, "", "", "")
    assert f"{said}." in chart.alt
    sheet = drawn(chart)
    (shade,) = [each for each in sheet.figure.findobj(PathPatch) if each.get_gid() == "asleep"]
    box = shade.get_path().get_extents()
    squares = sorted(mark.left for mark in sheet.marks if mark.row < 24)
    wide = squares[1] - squares[0]
    assert box.x0 == pytest.approx(squares[0])
    assert box.x1 == pytest.approx(squares[0] + 24 * wide)
    edges = sorted({round(x, 3) for x in shade.get_path().vertices[:, 0]})
    assert edges[1] == pytest.approx(squares[0] + 410 / 60 * wide, abs=0.01)
    assert edges[2] == pytest.approx(squares[0] + 1390 / 60 * wide, abs=0.01)


def test_squares_have_the_colour_of_their_step_and_an_edge(six_weeks) -> None:
    sheet = drawn(told(six_weeks))
    (squares,) = sheet.figure.findobj(PolyCollection)
    assert len(squares.get_paths()) == 3 * 24
    ramp = palette.scheme(dark=False).ramp
    fills = ["#{:02X}{:02X}{:02X}".format(*(round(255 * part) for part in fill[:3])) if fill[3]
             else "none" for fill in squares.get_facecolor()]  # fmt: skip
    assert (fills[20], fills[9], fills[24 + 20], fills[24 + 9]) == (
        ramp[4],
        ramp[1],
        ramp[2],
        ramp[0],
    )
    assert fills[0] == "none"
    assert squares.get_linewidth()[0] > 0
    hatched = [each for each in sheet.figure.findobj(PathPatch) if each.get_gid() == "not logged"]
    assert len(hatched) == 4


def test_a_tap_on_a_square_means_its_row(six_weeks) -> None:
    chart = told(six_weeks)
    sheet = drawn(chart)
    for row in (0, 20, 24 + 9, 6 * 24 + 23):
        mark = next(mark for mark in sheet.marks if mark.row == row)
        assert (
            row_at(sheet.marks, (mark.left + mark.right) / 2, (mark.bottom + mark.top) / 2) == row
        )
    monday, sunday = (next(m for m in sheet.marks if m.row == at) for at in (0, 6 * 24))
    assert monday.bottom > sunday.top


def test_the_key_names_the_steps_in_use_and_only_what_is_there(six_weeks) -> None:
    chart = told(six_weeks)
    assert [entry.text for entry in chart.key] == [
        "none", "up to 0.5 a day", "1", "1.5", "2", "2.5", "not logged",
    ]  # fmt: skip
    full = replace(chart, levels=((1,) * 24,) * 7, steps=("1",))
    assert [entry.text for entry in full.key] == ["none", "up to 1 a day"]


def test_a_mean_of_a_hundred_and_more_is_written_out(diary) -> None:
    """Twelve times ten twitches at 9:00 of one Monday, and one at 10:00: 120 and 1 a day."""
    minutes = [(date(2026, 6, 1), 540, None)] * 120 + [(date(2026, 6, 1), 600, None)]
    many.write(diary, minutes)
    quiet(diary, date(2026, 6, 2), 6)
    quiet(diary, date(2026, 6, 9), 6)
    quiet(diary, date(2026, 5, 5), 6)
    rows = told(diary).table.rows
    assert rows[9].cells == ("Mon 9:00", "120", "1", "120")
    assert rows[9].says == "Mon 9:00 to 10:00: 120 twitches on 1 logged day, 120 a day"
    assert rows[10].cells[-1] == "1"
