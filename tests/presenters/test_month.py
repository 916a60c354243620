from __future__ import annotations

from datetime import date

import pytest

from twitchlog.domain.checkin import DaySummary
from twitchlog.presenters.month import Mark, mark_of, month_of, shifted

TODAY = date(2026, 6, 18)


def june(**days: DaySummary) -> list:
    known = {summary.day: summary for summary in days.values()}
    month = month_of(date(2026, 6, 1), days=known, chosen=date(2026, 6, 15), today=TODAY)
    return [cell for week in month.weeks for cell in week if cell is not None]


@pytest.mark.parametrize(
    ("count", "mark"),
    [(1, Mark.FEW), (2, Mark.FEW), (3, Mark.SOME), (4, Mark.SOME), (5, Mark.MANY), (40, Mark.MANY)],
)
def test_a_day_is_filled_in_three_steps(count: int, mark: Mark) -> None:
    assert mark_of(DaySummary(TODAY, count, logged=True)) is mark


def test_a_day_not_logged_is_not_drawn_as_a_day_with_none() -> None:
    assert mark_of(DaySummary(TODAY, 0, logged=True)) is Mark.NONE
    assert mark_of(DaySummary(TODAY, 0, logged=False)) is Mark.NOT_LOGGED


def test_today_is_not_missing_before_it_is_over() -> None:
    (cell,) = (each for each in june(a=DaySummary(TODAY, 0, logged=False)) if each.today)
    assert (cell.mark, cell.said) == (Mark.PLAIN, "")


def test_days_before_the_diary_and_days_to_come_stand_plain() -> None:
    cells = june(later=DaySummary(date(2026, 6, 19), 0, logged=False))
    assert {cell.mark for cell in cells} == {Mark.PLAIN}


def test_a_day_that_lies_ahead_and_is_logged_already_can_be_seen_and_tapped() -> None:
    cells = june(later=DaySummary(date(2026, 6, 19), 1, logged=True))
    assert [(cell.day.day, cell.said) for cell in cells if cell.mark is Mark.FEW] == [
        (19, "Friday 19 June: 1 twitch")
    ]
    assert [cell.day.day for cell in cells if cell.ahead] == list(range(20, 31))


def test_each_day_says_its_state_in_words() -> None:
    cells = june(
        a=DaySummary(date(2026, 6, 1), 1, logged=True),
        b=DaySummary(date(2026, 6, 2), 0, logged=True),
        c=DaySummary(date(2026, 6, 3), 0, logged=False),
    )
    assert [cell.said for cell in cells[:3]] == [
        "Monday 1 June: 1 twitch",
        "Tuesday 2 June: none",
        "Wednesday 3 June: not logged",
    ]


def test_a_month_begins_on_its_weekday_and_marks_the_chosen_day_and_today() -> None:
    month = month_of(date(2026, 10, 1), days={}, chosen=date(2026, 10, 2), today=date(2026, 10, 9))
    assert [cell is None for cell in month.weeks[0]] == [True] * 3 + [False] * 4
    cells = [cell for week in month.weeks for cell in week if cell is not None]
    assert [cell.day.day for cell in cells if cell.chosen] == [2]
    assert [cell.day.day for cell in cells if cell.today] == [9]
    assert [cell.day.day for cell in cells if cell.ahead] == list(range(10, 32))


def test_no_month_after_this_one_can_be_turned_to() -> None:
    assert not month_of(date(2026, 6, 1), days={}, chosen=TODAY, today=TODAY).has_next
    assert month_of(date(2026, 5, 1), days={}, chosen=TODAY, today=TODAY).has_next


@pytest.mark.parametrize(
    ("months", "expected"),
    [(1, date(2027, 1, 1)), (-12, date(2025, 12, 1)), (-11, date(2026, 1, 1))],
)
def test_months_are_counted_over_the_turn_of_the_year(months: int, expected: date) -> None:
    assert shifted(date(2026, 12, 1), months) == expected
