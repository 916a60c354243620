from __future__ import annotations

from datetime import date, datetime, timedelta
from math import exp, sqrt
from types import MappingProxyType
from zoneinfo import ZoneInfo

import pytest

from support.around import ZONE, diary_period, on, told, written
from support.asked import plain
from support.pictures import drawn
from twitchlog.domain.checkin import DaySummary
from twitchlog.domain.medication import Dose
from twitchlog.domain.moment import Moment
from twitchlog.domain.profile import PartialDate
from twitchlog.reports.charts.chart import Ask
from twitchlog.reports.charts.kinds import around_words
from twitchlog.reports.charts.kinds.before_after import CHART, BeforeAfter
from twitchlog.reports.charts.spec import NoPicture
from twitchlog.reports.patterns.smooth import Point


def test_each_side_has_its_level_and_interval_and_there_is_no_verdict(
    diary, clock, magnesium
) -> None:
    """Before: 42 twitches on 14 days, 3 a day; after: 14 on 14, 1 a day.

    In neither do days resemble their neighbours, and both vary less than Poisson counts, whose
    dispersion of 1 is taken: 3 exp(+-3.1824 sqrt(1/42)) is 1.8 to 4.9, exp(+-3.1824 sqrt(1/14)) is
    0.4 to 2.3; 3.1824 is t with 3 degrees of freedom.
    """
    ends = [3 * exp(sign * 3.182446 / sqrt(42)) for sign in (-1, 1)]
    assert [f"{each:.1f}" for each in ends] == ["1.8", "4.9"]
    chart = told(diary, clock)
    assert isinstance(chart, BeforeAfter)
    assert plain(chart.headline) == (
        "Magnesium started, 5 Jun: likely 1.8 to 4.9 twitches a logged day before, 0.4 to 2.3 since"
    )
    assert plain(chart.note) == (
        "Before, from 22 May: about 3.0 twitches a logged day (likely 1.8 to 4.9), logged on 14 of "
        "14 days. Since, up to 18 Jun: about 1.0 twitches a logged day (likely 0.4 to 2.3), logged "
        "on 14 of 14 days. "
        "A change like this also happens without treatment."
    )
    assert [plain(cell) for cell in chart.table.rows[0].cells] == [
        "Before, 14 of 14 days logged", "about 3.0 a logged day", "likely 1.8 to 4.9",
    ]  # fmt: skip
    assert [plain(cell) for cell in chart.table.rows[2].cells[:2]] == ["22 May 2026", "2"]
    assert len(chart.table.rows) == 2 + 28


def test_the_curve_does_not_reach_over_the_date(diary, clock, magnesium) -> None:
    chart = told(diary, clock)
    assert all(chart.curve)
    assert min(point.value for point in chart.curve[:14]) > 2.5
    assert max(point.value for point in chart.curve[14:]) < 1.1


@pytest.mark.parametrize(
    ("text", "before", "since"),
    [
        (
            "2" * 13 + "1" * 14,
            "Before, from 23 May: 13 logged days, 1 more is needed.",
            "14 logged days, enough.",
        ),
        (
            "2" * 14 + "1." * 7,
            "Before, from 22 May: 14 logged days, enough.",
            "7 logged days, 7 more are needed.",
        ),
        (
            "0" + "." * 13,
            "Before: 0 logged days, 14 more are needed.",
            "1 logged day, 13 more are needed.",
        ),
    ],
)
def test_with_too_few_days_it_says_how_many_are_missing_and_gives_no_level(
    diary, clock, text, before, since
) -> None:
    today = clock.now().day
    written(diary, text, last=today)
    diary.medications.add("Magnesium", started=on(today - timedelta(days=13)))
    chart = told(diary, clock)
    assert plain(chart.headline) == "Magnesium started, 5 Jun: too few logged days to compare"
    assert plain(chart.note) == f"{before} Since, up to 18 Jun: {since}"
    assert not any(chart.curve)
    assert all("logged day" in side.text for side in chart.sides)
    assert chart.table.columns == ("Day", "Twitches")
    assert "smoothed" not in chart.table.rows[-1].says


def test_a_day_not_logged_is_no_zero(diary, clock, today) -> None:
    """Before: 14 logged days with 2 each among 28; since: the same with 1: levels 2 and 1."""
    written(diary, "2." * 14 + "1." * 14, last=today)
    diary.medications.add("Magnesium", started=on(today - timedelta(days=27)))
    chart = told(diary, clock)
    assert "likely 1.1 to 3.6 twitches a logged day before, 0.4 to 2.3 since" in chart.headline
    assert "logged on 14 of 28 days" in plain(chart.note)
    assert chart.table.rows[3].cells[1] == "not logged"


def test_all_zeros_have_no_interval(diary, clock, today) -> None:
    written(diary, "0" * 14 + "2" * 14, last=today)
    diary.medications.add("Magnesium", started=on(today - timedelta(days=13)))
    chart = told(diary, clock)
    assert plain(chart.headline).endswith(
        "no twitches before, likely 1.1 to 3.6 twitches a logged day since"
    )
    assert plain(chart.note).startswith(
        "Before, from 22 May: no twitches, logged on 14 of 14 days. Since, "
    )


def test_an_empty_diary_says_what_to_record_and_offers_any_day(diary, clock) -> None:
    chart = told(diary, clock)
    assert isinstance(chart, NoPicture)
    assert chart.headline == "Choose a day to look at"
    assert "medicine or a treatment was started" in chart.note
    (offered,) = chart.choices
    assert [(each.id, each.day_option) for each in offered.offered] == [("date", "date")]
    assert isinstance(told(diary, clock, around="date"), NoPicture)
    assert isinstance(told(diary, clock, around="date", date="nonsense"), NoPicture)
    assert isinstance(told(diary, clock, around="date", date="2026-01-05"), NoPicture)


def test_one_entry_is_one_logged_day(diary, clock, today) -> None:
    diary.twitches.log(["calf-left"])
    chart = told(diary, clock, around="date", date=today.isoformat())
    assert plain(chart.headline) == "18 Jun 2026: too few logged days to compare"
    assert plain(chart.note) == (
        "Before: 0 logged days, 14 more are needed. "
        "Since, up to 18 Jun: 1 logged day, 13 more are needed."
    )
    drawn(chart)


def test_every_start_stop_and_new_dose_of_a_known_day_is_offered_newest_first(
    diary, clock, today
) -> None:
    diary.twitches.log(["calf-left"])
    medicine = diary.medications.add("Magnesium", started=PartialDate(2026, 5, 1)).value
    diary.medications.change_dose(medicine.id, PartialDate(2026, 5, 20), Dose(400, "mg"))
    diary.medications.add("Ibuprofen", started=PartialDate(2026, 4), stopped=PartialDate(2026))
    diary.medications.add("Later", started=on(today + timedelta(days=3)))
    diary.treatments.add(
        "stretching", started=PartialDate(2026, 5, 9), stopped=PartialDate(2026, 6, 1)
    )
    (offered,) = told(diary, clock).choices
    assert [plain(each.label) for each in offered.offered] == [
        "1 Jun 2026: Stretching stopped",
        "20 May 2026: Magnesium: new dose, 400 mg",
        "9 May 2026: Stretching started",
        "1 May 2026: Magnesium started",
        "Another day",
    ]
    first, second = offered.offered[:2]
    assert offered.chosen == first.id
    assert told(diary, clock, around=second.id).choices[0].chosen == second.id
    (own,) = told(diary, clock, around="date", date="2026-06-05").choices
    assert (own.chosen, plain(own.offered[-1].label)) == ("date", "Another day: 5 Jun 2026")


def test_without_a_choice_it_is_a_change_with_days_on_both_sides(diary, clock, today) -> None:
    written(diary, "1" * 40, last=today)
    diary.medications.add("Long ago", started=PartialDate(2019, 3, 1))
    assert "Long ago started, 1 Mar 2019: no day around it" in plain(told(diary, clock).headline)
    diary.medications.add("Lately", started=on(today - timedelta(days=5)))
    assert told(diary, clock).headline.startswith("Lately")
    diary.medications.add("Two weeks back", started=on(today - timedelta(days=13)))
    assert told(diary, clock).headline.startswith("Two weeks back")


def test_without_a_choice_both_sides_have_enough_logged_days(diary, clock, today) -> None:
    """40 days up to 20 days ago, then one: the newer change has one logged day since, not 14.

    Magnesium 45 days back has 14 logged days before it and 26 since; massage 15 days back has one
    since, though it lies more than two weeks back.
    """
    written(diary, "1" * 40 + "." * 19 + "1", last=today)
    diary.medications.add("Magnesium", started=on(today - timedelta(days=45)))
    diary.medications.add("Potassium", started=on(today - timedelta(days=15)))
    chart = told(diary, clock)
    assert chart.headline.startswith("Magnesium started")
    potassium = next(each.id for each in chart.choices[0].offered if "Potassium" in each.label)
    assert told(diary, clock, around=potassium).headline.startswith("Potassium started")


def test_a_range_too_wide_to_say_anything_is_not_written() -> None:
    """0.7 to 27 is 39 times as much; 0.05 to 0.9 is wide too, but says that it is at most one."""
    day = DaySummary(date(2026, 6, 18), 1, logged=True)
    wide = Point(4.3, 0.7, 27)
    assert around_words.curve_point(wide) == "too wide to tell"
    assert plain(around_words.day(day, wide)) == "18 Jun 2026: 1 twitch"
    assert plain(around_words.day(day, Point(0.2, 0.05, 0.9))).endswith("0.2 (under 0.1 to 0.9)")
    assert plain(around_words.day(day, Point(3, 1, 9.9))).endswith("smoothed 3.0 (1.0 to 9.9)")


def test_the_next_change_of_the_same_medicine_ends_the_days(diary, clock, today) -> None:
    """Started 30 days back, changed 10 days back, stopped 4 days back; around the new dose."""
    written(diary, "1" * 60, last=today)
    back = {n: today - timedelta(days=n) for n in (30, 10, 4)}
    medicine = diary.medications.add("Magnesium", started=on(back[30]), stopped=on(back[4])).value
    diary.medications.change_dose(medicine.id, on(back[10]), Dose(400, "mg"))
    diary.medications.add("Other", started=on(back[10] - timedelta(days=2)))
    (offered,) = told(diary, clock).choices
    dose = next(each.id for each in offered.offered if "new dose" in each.label)
    chart = told(diary, clock, around=dose)
    assert (chart.first, chart.at, chart.last) == (back[30], back[10], back[4] - timedelta(days=1))
    assert plain(chart.note) == (
        "Before, from 19 May: 20 logged days, enough. "
        "Since, up to 13 Jun: 6 logged days, 8 more are needed. "
        "The days begin with an earlier change: Magnesium started, 19 May. "
        "The days end where it was stopped, 14 Jun."
    )


def test_at_most_ninety_days_are_looked_at_on_either_side(diary, clock, today) -> None:
    at = today - timedelta(days=100)
    written(diary, "1" + "." * 299 + "1", last=today)
    chart = told(diary, clock, around="date", date=at.isoformat())
    assert isinstance(chart, NoPicture)
    diary.checkins.none_today(at)
    chart = told(diary, clock, around="date", date=at.isoformat())
    assert (chart.first, chart.last) == (at - timedelta(days=90), at + timedelta(days=89))


@pytest.mark.parametrize("changes", ["2026-03-29", "2025-10-26"])
def test_around_a_clock_change_every_day_is_counted_once(diary, changes) -> None:
    """A twitch at 23:30 and one at 0:30 on every day from 14 days before to 13 after: 2 a day."""
    at = date.fromisoformat(changes)
    for shift in range(-14, 14):
        day = at + timedelta(days=shift)
        for hour in (0, 23):
            when = datetime(day.year, day.month, day.day, hour, 30, tzinfo=ZoneInfo(ZONE))
            diary.twitches.log(["calf-left"], moment=Moment.of(when, ZONE))
    last = at + timedelta(days=13)
    ask = Ask(
        diary_period(last), last, at - timedelta(days=14),
        MappingProxyType({"around": "date", "date": changes}),
    )  # fmt: skip
    chart = CHART.tell(CHART.read(diary, ask), ask)
    assert len(chart.bars) == 28
    assert {bar.value for bar in chart.bars} == {2}
    assert "likely 1.1 to 3.6 twitches a logged day before, 1.1 to 3.6 since" in chart.headline


def test_four_starts_and_stops_are_said(diary, clock, today) -> None:
    written(diary, "1" * 40, last=today)
    for n in (30, 20):
        start = today - timedelta(days=n)
        diary.treatments.add("massage", started=on(start), stopped=on(start + timedelta(days=4)))
    note = told(diary, clock).note
    assert "Massage was started or stopped 4 times" in note
    diary.undo()
    assert "was started or stopped" not in told(diary, clock).note


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (0.0, "under 0.1"), (0.094, "under 0.1"), (0.095, "0.1"), (3.14, "3.1"), (9.94, "9.9"),
        (9.95, "10"), (1234.0, "1,234"), (1e60, "over 9,999"),
    ],
)  # fmt: skip
def test_a_level_is_written_as_exactly_as_it_means_anything(value, said) -> None:
    assert around_words.number(value) == said
