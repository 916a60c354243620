from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from twitchlog.domain.checkin import Checkin, DaySummary
from twitchlog.domain.dose import Dose
from twitchlog.domain.factor import FACTORS
from twitchlog.domain.moment import Moment
from twitchlog.domain.twitch import Strength, Twitch
from twitchlog.presenters.day_list import Heading, rows_of, sections

TODAY = date(2026, 6, 18)


def days(pattern: str) -> list[DaySummary]:
    """One day a letter, the last one today: a number of twitches, `o` for none, `-` not logged."""
    first = TODAY - timedelta(days=len(pattern) - 1)
    return [
        DaySummary(
            first + timedelta(days=n),
            int(letter) if letter.isdigit() else 0,
            logged=letter != "-",
        )
        for n, letter in enumerate(pattern)
    ]


def at(hour: int, minute: int = 0, day: date = TODAY) -> Moment:
    wall = datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZoneInfo("Europe/Berlin"))
    return Moment.of(wall, "Europe/Berlin")


def test_days_run_downwards_from_the_chosen_one() -> None:
    found = sections(days("21o3"), chosen=TODAY - timedelta(days=1), today=TODAY)
    assert [each.title for each in found] == [
        "Wednesday 17 June",
        "Tuesday 16 June",
        "Monday 15 June",
    ]
    assert [each.rows for each in found] == [0, 1, 2]
    assert found[0].second == "none that day"


def test_a_long_gap_is_one_line_and_a_short_one_is_not() -> None:
    found = sections(days("1-----1---2"), chosen=TODAY, today=TODAY)
    assert [each.heading for each in found] == [
        Heading.LOGGED,
        Heading.NOT_LOGGED,
        Heading.NOT_LOGGED,
        Heading.NOT_LOGGED,
        Heading.LOGGED,
        Heading.FOLDED,
        Heading.LOGGED,
    ]
    assert (found[5].title, found[5].second) == ("5 days not logged", "9 June to 13 June")


def test_the_chosen_day_and_today_are_never_folded_away() -> None:
    found = sections(days("1--------"), chosen=TODAY, today=TODAY)
    assert [each.heading for each in found][:2] == [Heading.NOT_LOGGED, Heading.FOLDED]
    assert found[0].first == TODAY


def test_a_day_with_a_drink_alone_is_not_logged_but_has_its_row() -> None:
    gap = days("1------1")
    gap[3] = replace(gap[3], doses=True)
    found = sections(gap, chosen=TODAY, today=TODAY)
    drunk = next(each for each in found if each.first == gap[3].day)
    assert (drunk.heading, drunk.rows, drunk.second) == (Heading.NOT_LOGGED, 1, "not logged")


def test_the_drinks_of_a_day_are_one_row_at_the_time_of_the_last() -> None:
    doses = [Dose(str(n), at(8 + n), "caffeine", 65, "espresso") for n in range(3)]
    entry = Twitch("1", at(9, 30), ("calf-left",))
    rows = rows_of([entry], None, TODAY, doses=doses, factors=tuple(FACTORS.values()))
    assert [(row.title, row.second, row.doses) for row in rows] == [
        ("3 espressos", "08:00, 09:00, 10:00", True), ("Left calf", "", False),
    ]  # fmt: skip


def test_an_unfolded_gap_shows_its_days() -> None:
    pattern = days("1-----2")
    folded = sections(pattern, chosen=TODAY, today=TODAY)[1]
    found = sections(pattern, chosen=TODAY, today=TODAY, unfolded={folded.last})
    assert [each.heading for each in found].count(Heading.NOT_LOGGED) == 5


@given(st.text("-o123", min_size=1, max_size=60))
def test_no_day_is_lost_or_shown_twice(pattern: str) -> None:
    found = sections(days(pattern), chosen=TODAY, today=TODAY)
    shown = [each.first + timedelta(days=n) for each in found
             for n in range((each.last - each.first).days, -1, -1)]  # fmt: skip
    assert shown == [day.day for day in reversed(days(pattern))]


def test_the_check_in_stands_among_the_entries_at_its_own_time() -> None:
    twitches = [
        Twitch("b", at(22), ("hand-left",), 60.0, Strength.BARELY),
        Twitch("a", at(7, 25), ("calf-left",)),
    ]
    checkin = Checkin(TODAY, at(21, 10), amounts={"sleep": 6.5, "caffeine": 190})
    rows = rows_of(twitches, checkin, TODAY)
    assert [(row.time, row.title, row.second) for row in rows] == [
        ("22:00", "Left hand", "1 minute · barely felt"),
        ("21:10", "Check-in", "Slept 6½ h · 2 coffees"),
        ("07:25", "Left calf", ""),
    ]
    assert [row.id for row in rows] == ["b", "", "a"]


def test_none_alone_is_no_row() -> None:
    assert rows_of((), Checkin(TODAY, at(20), none_said=True), TODAY) == ()
