from __future__ import annotations

import itertools
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.asked import plain
from support.charts import event, log_around, write_days, written
from twitchlog.diary import Diary
from twitchlog.domain.appointment import Appointment
from twitchlog.domain.counts.over_time import EventKind, OverTime
from twitchlog.domain.medication import Dose
from twitchlog.domain.period import Period
from twitchlog.domain.profile import PartialDate
from twitchlog.domain.searching import Query
from twitchlog.reports.charts.chart import Ask
from twitchlog.reports.charts.kinds.events import SEVERAL, placed
from twitchlog.reports.charts.kinds.timeline import CHART, Timeline, tell
from twitchlog.reports.charts.spec import NoPicture

TODAY = date(2026, 6, 18)
FORTNIGHT = Period(date(2026, 6, 5), TODAY)


def ask(period: Period, *, today: date = TODAY) -> Ask:
    return Ask(period, today, period.first)


def chart_of(diary: Diary, period: Period = FORTNIGHT):
    asked = ask(period)
    return CHART.tell(CHART.read(diary, asked), asked)


def cells(chart) -> list[tuple[str, ...]]:
    return [tuple(map(plain, row.cells)) for row in chart.table.rows]


def numbers(text: str, *, last: date = TODAY, events=(), notes=None) -> OverTime:
    return OverTime(written(text, last=last), tuple(events), notes or {}, logged=7)


def told(text: str, *, last: date = TODAY, **more) -> Timeline:
    chart = tell(
        numbers(text, last=last, **more), ask(Period.ending(last, days=len(text)), today=TODAY)
    )
    assert isinstance(chart, Timeline)
    return chart


def test_two_weeks_are_told_in_full(diary):
    """5-18 June: 2 . 0 1 3 0 4 | 1 . 1 2 0 . 5, so 4 of 6 and 4 of 5 logged days with twitching.

    Both halves would need seven logged days to be compared: 8 of 11 it is. The medians: on 8 June
    the week 5-11 June has 0 0 1 2 3 4: 1.5; on 15 June 12-18 June has 0 1 1 2 5: 1.
    """
    write_days(diary, "2.013041.120.5", first=FORTNIGHT.first)
    chart = chart_of(diary)
    assert plain(chart.headline) == "Twitching on 8 of 11 logged days"
    assert plain(chart.note) == "Logged on 11 of 14 days."
    assert [plain(bracket.text) for bracket in chart.brackets] == [
        "4 of 6 logged days",
        "4 of 5 logged days",
    ]
    assert cells(chart)[:4] == [
        ("5 Jun", "2"),
        ("6 Jun", "not logged"),
        ("7 Jun", "0"),
        ("8 Jun", "1"),
    ]
    assert (chart.smooth[3], chart.smooth[10]) == (1.5, 1)
    assert [plain(row.says) for row in chart.table.rows[:4]] == [
        "5 Jun: 2 twitches",
        "6 Jun: not logged",
        "7 Jun: none that day",
        "8 Jun: 1 twitch",
    ]
    assert chart.table.rows[3].behind == Query(period=Period(date(2026, 6, 8), date(2026, 6, 8)))
    assert chart.table.rows[1].behind is None
    assert chart.table.rows[2].behind is None
    assert "Not logged on 3 days." in chart.alt


def test_what_happened_stands_in_the_table_and_is_read_out(diary):
    """Of a month and of a year it is not known on which day: they have a row, but no sign."""
    write_days(diary, "1" * 14, first=FORTNIGHT.first)
    medicine = diary.medications.add(
        "Magnesium", dose=Dose(300, "mg"), started=PartialDate(2026, 6, 6)
    ).value
    diary.medications.change_dose(medicine.id, PartialDate(2026, 6, 12), Dose(400, "mg", "once"))
    diary.medications.add("Sertraline", started=PartialDate(2026, 6))
    diary.treatments.add("massage", stopped=PartialDate(2026))
    diary.appointments.save(Appointment(day=date(2026, 6, 10), whom="Dr Example"))
    moment = diary.clock.on(date(2026, 6, 7), time(20))
    diary.twitches.log(["chin"], note="while reading", moment=moment)
    chart = chart_of(diary)
    assert chart.table.columns == ("Days", "Twitches", "What else")
    assert cells(chart)[2] == ("7 Jun", "2", "1 note")
    assert cells(chart)[14:] == [
        ("6 Jun", "", "Magnesium started, 300 mg"),
        ("10 Jun", "", "Appointment: Dr Example"),
        ("12 Jun", "", "Magnesium: new dose, 400 mg once a day"),
        ("2026", "", "Massage stopped"),
        ("Jun 2026", "", "Sertraline started"),
    ]
    assert plain(chart.table.rows[14].says) == "6 Jun: Magnesium started, 300 mg"
    assert [sign.kind for sign in chart.signs] == [
        EventKind.MEDICINE_STARTED,
        EventKind.APPOINTMENT,
        EventKind.NEW_DOSE,
    ]
    assert chart.noted == (2,)
    assert "10 Jun 2026: Appointment: Dr Example" in plain(chart.alt)
    assert "1 note." in chart.alt
    assert "while reading" not in chart.alt + "".join(row.says for row in chart.table.rows)


def test_the_median_at_the_edge_of_a_period_sees_the_days_beyond_it(diary):
    """7 days of 5 before three days of 1: on the first of the three the week has 5 5 5 1 1 1 1."""
    write_days(diary, "5555555" + "1111111", first=FORTNIGHT.first)
    chart = chart_of(diary, Period(date(2026, 6, 12), date(2026, 6, 14)))
    assert chart.smooth == (1, 1, 1)
    whole = chart_of(diary)
    assert whole.smooth[7:10] == chart.smooth
    assert whole.smooth[6] == 5


def test_a_diary_of_less_than_a_week_promises_a_picture(diary):
    write_days(diary, "1.0", first=date(2026, 6, 16))
    chart = chart_of(diary)
    assert isinstance(chart, NoPicture)
    assert chart.headline == "The chart over time needs 7 logged days"
    assert chart.note == "2 days are logged so far. A quiet day counts too."


def test_one_entry_and_no_entry_promise_a_picture(diary):
    assert chart_of(diary).note == "0 days are logged so far. A quiet day counts too."
    diary.twitches.log(["calf-left"])
    chart = chart_of(diary)
    assert isinstance(chart, NoPicture)
    assert chart.note == "1 day is logged so far. A quiet day counts too."


def test_a_gap_in_an_old_diary_is_drawn_as_the_gap_it_is(diary):
    """Zooming in must not take the picture away: the days are hatched, and the words say so."""
    write_days(diary, "1" * 8, first=date(2026, 5, 1))
    chart = chart_of(diary)
    assert isinstance(chart, Timeline)
    assert chart.headline == "Nothing is logged in this time"
    assert plain(chart.note) == "Logged on 0 of 14 days."
    assert {row.cells[1] for row in chart.table.rows} == {"not logged"}
    assert [entry.text for entry in chart.key] == ["not logged"]


def test_around_both_clock_changes_no_day_is_lost_or_doubled(tmp_path, clock):
    """A twitch at 0:30 and at 23:30 of each of the seven days around either change: 2 a day."""
    clock.moment = clock.at(datetime(2026, 12, 1, 12, 0))
    with Diary.open(tmp_path / "changes.sqlite", clock=clock) as diary:
        for change in (date(2026, 3, 29), date(2026, 10, 25)):
            week = log_around(diary, clock, change)
            asked = ask(week, today=date(2026, 12, 1))
            chart = CHART.tell(CHART.read(diary, asked), asked)
            assert [row.cells[1] for row in chart.table.rows] == ["2"] * 7
            assert [row.behind.period.first for row in chart.table.rows] == list(week)
            assert chart.smooth == (2,) * 7


@given(
    counts=st.lists(st.one_of(st.none(), st.integers(0, 9)), min_size=1, max_size=1500),
    last=st.dates(date(2015, 1, 1), date(2027, 12, 31)),
)
def test_any_period_has_each_day_once_and_adds_up_to_the_diary(counts, last):
    text = "".join("." if count is None else str(count) for count in counts)
    chart = told(text, last=last)
    bars = chart.bars
    assert bars[0].first == chart.first
    assert bars[-1].last == chart.last
    assert all(
        later.first - earlier.last == timedelta(days=1)
        for earlier, later in itertools.pairwise(bars)
    )
    logged = [count for count in counts if count is not None]
    values = [row.cells for row in chart.table.rows]
    known = [row[1].split(" ") for row in values if row[1] != "not logged"]
    assert sum(int(row[0].replace(",", "")) for row in known) == sum(logged)
    assert sum(int(row[2]) if len(row) > 1 else 1 for row in known) == len(logged)


@pytest.mark.parametrize(
    ("days", "ticks"),
    [
        (3, ["16 Jun", "17 Jun", "18 Jun"]),
        (14, ["8 Jun", "15 Jun"]),
        (60, ["1 May", "15 May", "1 Jun", "15 Jun"]),
        (200, ["Dec", "2026", "Feb", "Mar", "Apr", "May", "Jun"]),
        (1000, ["2024", "2025", "2026"]),
        (5000, [str(year) for year in range(2013, 2027)]),
    ],
)
def test_the_dates_below_fit_the_length_of_the_period(days, ticks):
    assert [plain(tick.text) for tick in told("1" * days).ticks] == ticks


@pytest.mark.parametrize("days", [3, 10, 11, 35, 36, 120, 121, 732, 733, 4000])
@pytest.mark.parametrize("last", [date(2026, 1, 1), date(2024, 2, 29), date(2026, 7, 16)])
def test_every_period_has_dates_and_a_tally(days, last):
    chart = told("1" * days, last=last)
    assert chart.ticks
    assert chart.brackets
    assert chart.headline


def test_whatever_it_shows_makes_it_out_of_date(diary):
    medicine = diary.medications.add("Magnesium")
    written = [
        medicine,
        diary.medications.change_dose(medicine.value.id, PartialDate.of(TODAY), Dose(400, "mg")),
        diary.treatments.add("massage"),
        diary.appointments.save(Appointment(day=TODAY, whom="Dr Example")),
        diary.twitches.log(["chin"]),
        diary.checkins.none_today(date(2026, 6, 17)),
    ]
    assert all(each.changes.kinds & CHART.concerns for each in written)


def test_a_period_that_is_over_says_which_it_was():
    """Ten and ten logged days, five of the first and all of the second with twitching."""
    chart = told("1010101010" + "1" * 10, last=date(2025, 6, 30))
    assert plain(chart.headline) == (
        "Twitching more often from 21 Jun 2025: 10 of 10 logged days, 5 of 10 in the 10 days before"
    )
    assert plain(chart.note) == (
        "11 Jun 2025 to 30 Jun 2025: logged on 20 of 20 days. "
        "1.0 twitches a logged day, 0.5 before."
    )


def test_weeks_say_what_was_logged_and_what_a_logged_day_had():
    """140 days of 2 but for one day not logged: twenty weeks, the last with 6 days logged."""
    chart = told("2" * 139 + ".")
    assert chart.table.columns == ("Days", "Twitches", "A logged day")
    assert len(chart.table.rows) == 20
    assert cells(chart)[-1] == ("12 to 18 Jun", "12 on 6 days", "2")
    assert plain(chart.table.rows[-1].says) == (
        "12 to 18 Jun: 2 twitches a logged day, 6 of 7 days logged"
    )


def test_signs_without_room_are_one_with_their_number():
    """Five on one day: three stand above each other, of which the last stands for three."""
    signs = placed([event("2026-06-10", name) for name in "ABCDE"], FORTNIGHT)
    assert [(sign.level, sign.kind) for sign in signs] == [
        (0, EventKind.MEDICINE_STARTED),
        (1, EventKind.MEDICINE_STARTED),
        (2, SEVERAL),
    ]
    chart = told("1" * 14, events=[event("2026-06-10", name) for name in "ABCDE"])
    assert plain(chart.table.rows[-1].says) == ("10 Jun: C started; D started; E started")


def test_a_sign_for_several_days_names_each():
    days = ["2026-06-10"] * 3 + ["2026-06-10", "2026-06-11"]
    happened = [event(day, name) for day, name in zip(days, "ABCDE", strict=True)]
    chart = told("1" * 400, events=happened)
    assert plain(chart.table.rows[-1].says) == (
        "10 to 11 Jun: 10 Jun 2026: C started; 10 Jun 2026: D started; 11 Jun 2026: E started"
    )


def test_a_long_period_shows_few_notes_and_leaves_out_many():
    first = TODAY - timedelta(days=399)
    few = {first + timedelta(days=30 * at): 1 for at in range(12)}
    many = {first + timedelta(days=20 * at): 1 for at in range(13)}
    assert len(told("1" * 400, notes=few).noted) == 12
    crowded = told("1" * 400, notes=many)
    assert crowded.noted == ()
    assert "13 notes." in crowded.alt
    assert sum("1 note" in row.cells[-1] for row in crowded.table.rows) == 13
    assert told("1" * 300, notes=dict(list(many.items())[6:])).noted


def test_the_key_tells_only_what_is_there():
    assert [entry.text for entry in told("1" * 14).key] == ["twitches", "usual of 7 days"]
    chart = told("10.1111" * 2, events=[event("2026-06-10")], notes={date(2026, 6, 12): 2})
    assert [entry.text for entry in chart.key] == [
        "twitches",
        "none that day",
        "not logged",
        "usual of 7 days",
        "medicine started",
        "note",
    ]
    assert chart.height(348) > told("10.1111" * 2).height(348)
