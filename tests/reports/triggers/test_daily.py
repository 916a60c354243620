from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twitchlog.domain.checkin import DaySummary
from twitchlog.domain.factor import FACTORS, OWN_MOST, Factor, Kind
from twitchlog.reports.triggers.coding import Coding, codings, plain_step
from twitchlog.reports.triggers.daily import Asked, Tried, Why, daily

FIRST = date(2026, 3, 25)


def days(text: str) -> tuple[DaySummary, ...]:
    """One sign a day: how many twitches, or a dot for a day not logged."""
    return tuple(
        DaySummary(FIRST + timedelta(days=at), 0 if sign == "." else int(sign), logged=sign != ".")
        for at, sign in enumerate(text)
    )


def values(*given: float | None) -> dict[date, float]:
    return {
        FIRST + timedelta(days=at): value for at, value in enumerate(given) if value is not None
    }


def test_a_table_worked_out_by_hand() -> None:
    """Eight days over a clock change, the fourth not logged; caffeine as amounts, alcohol lagged.

    Alcohol (yes or no, for most days have none) is that of the day before: unknown for the first
    day, and on the fifth that of the fourth, which had some; four of the six known are 0.
    """
    amounts = {
        "caffeine": values(100, 200, 0, 50, 300, 100, 0, 80),
        "alcohol": values(13, 0, 0, 26, 0, 0, 0, 0),
    }
    found = daily(days("120.3456"), amounts, FACTORS)
    assert [column.name for column in found.columns] == ["caffeine", "alcohol+1"]
    assert [column.step for column in found.columns] == [100, 1]
    assert [(day.day, count, row) for day, count, row in found.rows] == [
        (25, 1, (100, None)),
        (26, 2, (200, 1)),
        (27, 0, (0, 0)),
        (29, 3, (300, 1)),
        (30, 4, (100, 0)),
        (31, 5, (0, 0)),
        (1, 6, (80, 0)),
    ]
    assert (found.observed, found.left_out) == (7, ())


def test_a_factor_seldom_recorded_is_left_out_and_one_with_gaps_costs_no_day() -> None:
    amounts = {
        "caffeine": values(1, 2, 3, 4, 5),
        "sleep": values(7, 8, 6, None, None),
        "stress": values(1, 2, None, None, None),
    }
    found = daily(days("11111"), amounts, FACTORS)
    assert [column.name for column in found.columns] == ["caffeine", "sleep"]
    assert [(each.column.name, each.why, each.recorded, each.of) for each in found.left_out] == [
        ("stress", Why.MISSING, 2, 5)
    ]
    assert [row for _day, _count, row in found.rows] == [
        (1, 7), (2, 8), (3, 6), (4, None), (5, None)
    ]  # fmt: skip


def test_a_gap_in_the_diary_is_no_gap_in_recording_what_works_a_day_later() -> None:
    """Of six logged days three have a logged day before, and all three know its alcohol."""
    amounts = {"alcohol": values(20, 10, None, 0, 30, None, 10, 20)}
    found = daily(days("12.34.56"), amounts, FACTORS)
    assert [column.name for column in found.columns] == ["alcohol+1"]
    assert [row[0] for _day, _count, row in found.rows] == [None, 20, None, 0, None, 10]


def test_days_older_than_two_years_are_not_looked_at() -> None:
    found = daily(days("1" * 900), {"caffeine": values(*range(900))}, FACTORS)
    assert found.observed == len(found.rows) == 730
    assert found.rows[-1][0] == FIRST + timedelta(days=899)


def test_a_medicine_begun_or_stopped_too_seldom_is_left_out_with_what_is_missing() -> None:
    amounts = {"medicine": values(0, 0, 1, 1, 0, 0, 1, 1)}
    seldom = daily(days("12345678"), amounts, FACTORS, Asked(switches={"medicine": 3}))
    assert [(each.why, each.switches) for each in seldom.left_out] == [(Why.SWITCHES, 3)]
    assert seldom.columns == ()
    often = daily(days("12345678"), amounts, FACTORS, Asked(switches={"medicine": 4}))
    assert ([column.name for column in often.columns], often.left_out) == (["medicine"], ())


def test_what_is_being_tried_is_adjusted_for_and_not_judged() -> None:
    asked = Asked(tried=Tried("caffeine", FIRST + timedelta(days=40)))
    found = daily(days("1234"), {"caffeine": values(1, 2, 3, 4)}, FACTORS, asked)
    assert [column.name for column in found.columns] == ["caffeine"]
    (left,) = found.left_out
    assert (left.why, left.until) == (Why.TRIED, FIRST + timedelta(days=40))


def test_what_a_person_left_out_is_in_no_column() -> None:
    amounts = {"caffeine": values(1, 2, 3), "exercise": values(10, 20, 30)}
    found = daily(days("123"), amounts, FACTORS, Asked(left_out={"exercise"}))
    assert [column.name for column in found.columns] == ["caffeine"]
    assert [column.name for column in found.unseen] == ["exercise", "exercise+1"]


def test_a_factor_that_never_changes_is_left_out() -> None:
    found = daily(days("111"), {"medicine": values(1, 1, 1)}, FACTORS)
    assert [each.why for each in found.left_out] == [Why.SAME]


def test_exercise_is_two_tests_and_less_sleep_is_a_step() -> None:
    assert codings(FACTORS["exercise"], [1]) == (Coding(30, 0), Coding(30, 1))
    assert codings(FACTORS["sleep"], [1]) == (Coding(-1, 0),)
    assert codings(FACTORS["sleep-quality"], [1]) == (Coding(2, 0),)
    assert codings(FACTORS["stress"], [1]) == (Coding(1, 0),)


@pytest.mark.parametrize(
    ("amounts", "step"),
    [
        ([0, 10, 20, 30, 40, 50, 60, 70], 20),
        ([1, 1, 1, 1, 9], 5),
        ([0.1, 0.2, 0.3, 0.4], 0.1),
        ([3, 3], 1),
        ([], 1),
        ([0, 0, 1000, 1000], 1000),
    ],
)
def test_the_step_of_an_own_factor_is_a_plain_number(amounts: list[float], step: float) -> None:
    own = Factor("x", "Magnets", "pieces", 0, OWN_MOST, habit=False, kind=Kind.AMOUNT, own=True)
    assert plain_step(amounts) == pytest.approx(step)
    assert codings(own, amounts)[0].step == plain_step(amounts)


@given(
    text=st.text("0123.", min_size=1, max_size=40),
    caffeine=st.lists(st.none() | st.integers(0, 500), max_size=45),
    stress=st.lists(st.none() | st.integers(0, 3), max_size=45),
)
def test_every_row_is_a_logged_day_with_its_own_values(text, caffeine, stress) -> None:
    amounts = {"caffeine": values(*caffeine), "stress": values(*stress)}
    given = days(text)
    found = daily(given, amounts, FACTORS)
    logged = {day.day: day.count for day in given if day.logged}
    assert found.observed == len(logged)
    assert len({day for day, _count, _row in found.rows}) == len(found.rows)
    for day, count, row in found.rows:
        assert logged[day] == count
        for column, value in zip(found.columns, row, strict=True):
            amount = amounts[column.factor].get(day)
            if amount is None or value is None:
                assert value is amount is None
            else:
                assert value == (float(amount > 0) if column.yes_no else amount)
