"""What the twitches were like: each answer is out of the twitches that have one."""

from __future__ import annotations

from datetime import date

import pytest
from matplotlib.patches import PathPatch

from support.asked import at, cells, drawn, plain, told, written
from twitchlog.domain.period import Period
from twitchlog.domain.searching import Query
from twitchlog.domain.twitch import Activity, Pattern, Seen
from twitchlog.reports.charts.kinds.movement import AnswerBars
from twitchlog.reports.charts.kinds.shares import ShareBars
from twitchlog.reports.charts.marks import AROUND, row_at
from twitchlog.reports.charts.spec import NoPicture

SPRING = ("2026-04-01", "2026-06-18")


@pytest.fixture
def spring(diary):
    """Ten entries of April to June.

    - 2 April: two rippling, one of them seen; one single jerk, seen.
    - 10 June: three single jerks, only felt, at rest; one like a cramp.
    - 18 June: three with nothing said; 17 June is a quiet day.
    So of ten entries 7 say how it moved (single 4, rippling 2, like a cramp 1), 5 whether it was
    seen (2 seen, 3 felt) and 3 what the muscle was doing (at rest 3).
    """
    log = diary.twitches.log
    place = ["calf-left"]
    log(place, moment=at("2026-04-02 08:00"), pattern=Pattern.RIPPLING, seen=Seen.VISIBLE)
    log(place, moment=at("2026-04-02 09:00"), pattern=Pattern.RIPPLING)
    log(place, moment=at("2026-04-02 10:00"), pattern=Pattern.SINGLE, seen=Seen.VISIBLE)
    for hour in (8, 9, 10):
        log(
            place,
            moment=at(f"2026-06-10 {hour:02}:00"),
            pattern=Pattern.SINGLE,
            seen=Seen.FELT,
            activity=Activity.REST,
        )
    log(place, moment=at("2026-06-10 11:00"), pattern=Pattern.CRAMP_LIKE)
    for hour in (8, 9, 10):
        log(place, moment=at(f"2026-06-18 {hour:02}:00"))
    diary.checkins.none_today(date(2026, 6, 17))
    return diary


def test_all_answers_are_counted_out_of_those_that_were_given(spring):
    chart = told(spring, "movement", *SPRING)
    assert isinstance(chart, AnswerBars)
    assert plain(chart.headline) == "Most often: “Single jerks”, 4 of 7 twitches"
    assert plain(chart.note) == (
        "Each is out of the twitches with an answer. Logged on 4 of 79 days."
    )
    assert [(group.name, plain(group.of)) for group in chart.groups] == [
        ("How it moved", "7 of 10 said"),
        ("Seen or felt", "5 of 10 said"),
        ("What the muscle was doing", "3 of 10 said"),
    ]
    assert cells(chart) == [
        ("Single jerks", "4", "4 of 7"),
        ("Again and again", "0", "0 of 7"),
        ("Rippling", "2", "2 of 7"),
        ("Like a cramp", "1", "1 of 7"),
        ("Could be seen", "2", "2 of 5"),
        ("Only felt", "3", "3 of 5"),
        ("At rest", "3", "3 of 3"),
        ("After use", "0", "0 of 3"),
        ("Falling asleep", "0", "0 of 3"),
    ]


def test_a_tap_on_an_answer_finds_exactly_its_entries(spring):
    chart = told(spring, "movement", *SPRING)
    period = Period(date(2026, 4, 1), date(2026, 6, 18))
    rippling = chart.table.rows[2]
    assert plain(rippling.says) == "Rippling: 2 of 7 twitches with an answer"
    assert rippling.behind == Query(period=period, patterns=frozenset({Pattern.RIPPLING}))
    counts = [int(row.cells[1]) for row in chart.table.rows]
    behind = [row.behind for row in chart.table.rows]
    assert [spring.search.find(each).entries if each else 0 for each in behind] == counts


def test_one_question_can_be_shown_month_by_month(spring):
    """April: single 1, rippling 2. May: not logged. June: single 3, like a cramp 1."""
    chart = told(spring, "movement", *SPRING, show="pattern")
    assert isinstance(chart, ShareBars)
    assert [(bar.answered, bar.shares) for bar in chart.bars] == [
        (3, (1 / 3, 0, 2 / 3, 0)), (0, (0, 0, 0, 0)), (4, (0.75, 0, 0, 0.25)),
    ]  # fmt: skip
    assert cells(chart)[1] == ("May 2026", "not logged", "", "", "", "")
    (choices,) = chart.choices
    assert [choice.id for choice in choices.offered] == ["all", "pattern", "seen"]
    assert choices.chosen == "pattern"


def test_what_has_too_few_answers_is_not_offered_over_time(spring):
    chart = told(spring, "movement", *SPRING, show="activity")
    assert isinstance(chart, AnswerBars)
    assert chart.choices[0].chosen == "all"


def test_a_tie_names_both(diary):
    for pattern in (Pattern.SINGLE, Pattern.RIPPLING) * 3:
        diary.twitches.log(["tongue"], moment=at("2026-06-18 08:00"), pattern=pattern)
    chart = told(diary, "movement", *SPRING)
    assert (
        plain(chart.headline)
        == "Most often: “Single jerks” and “Rippling”, each for 3 of 6 twitches"
    )


def test_both_clock_changes_leave_each_answer_in_its_month(diary):
    """Three on the long Sunday of October, two in the last hour of the short one of March."""
    for moment in (at("2025-10-26 02:30"), at("2025-10-26 02:30", second=True)):
        diary.twitches.log(["tongue"], moment=moment, seen=Seen.VISIBLE)
    diary.twitches.log(["tongue"], moment=at("2025-10-26 23:59"), seen=Seen.VISIBLE)
    for minute in (30, 59):
        diary.twitches.log(["tongue"], moment=at(f"2026-03-29 23:{minute}"), seen=Seen.FELT)
    chart = told(diary, "movement", "2025-10-01", "2026-03-31", show="seen")
    assert [bar.answered for bar in chart.bars] == [3, 0, 0, 0, 0, 2]


def test_one_entry_is_listed_and_none_says_where_to_say_it(diary):
    empty = told(diary, "movement", *SPRING)
    assert isinstance(empty, NoPicture)
    assert empty.wants_entries
    diary.twitches.log(["tongue"], moment=at("2026-06-18 08:00"))
    silent = told(diary, "movement", *SPRING)
    assert silent.note == "The log sheet asks for it under More about it."
    diary.twitches.log(["tongue"], moment=at("2026-06-18 08:00"), seen=Seen.FELT)
    chart = told(diary, "movement", *SPRING)
    assert chart.headline == "One answer in this time on what it is like"
    assert chart.note.startswith("Only felt 1. A picture comes after 5.")


@pytest.mark.parametrize(("width", "text_scale"), [(348, 1.0), (348, 1.5), (560, 1.5), (720, 1.0)])
def test_every_answer_has_a_row_that_can_be_tapped(spring, width, text_scale):
    chart = told(spring, "movement", *SPRING)
    sheet = drawn(chart, width=width, text_scale=text_scale)
    assert written(sheet, "count") == ["4", "0", "2", "1", "2", "3", "3", "0", "0"]
    assert [mark.row for mark in sheet.marks] == list(range(9))
    for mark in sheet.marks:
        assert -AROUND <= mark.left < mark.right <= width + AROUND + 1e-6
        assert -1 <= mark.bottom < mark.top <= sheet.height + 1e-6
        assert row_at(sheet.marks, (mark.left + mark.right) / 2, mark.bottom + 5) == mark.row
    (bars,) = [each for each in sheet.figure.findobj(PathPatch) if each.get_gid() == "bar"]
    assert bars.get_path().get_extents().x1 <= width + 1e-6
