"""Dates are kept as exactly as they are known."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twitchlog.domain.errors import BadInput
from twitchlog.domain.profile import QUESTIONS, PartialDate


@pytest.mark.parametrize(
    ("text", "earliest"),
    [
        ("2026", date(2026, 1, 1)),
        ("2026-06", date(2026, 6, 1)),
        ("2026-06-18", date(2026, 6, 18)),
        (" 2026-6-8 ", date(2026, 6, 8)),
    ],
)
def test_a_day_a_month_or_a_year_is_read(text, earliest):
    assert PartialDate.parse(text).earliest == earliest


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_what_is_written_is_read_back(day):
    for parts in ((day.year,), (day.year, day.month), (day.year, day.month, day.day)):
        known = PartialDate(*parts)
        assert PartialDate.parse(str(known)) == known


@pytest.mark.parametrize(
    "text",
    [
        "",
        "spring",
        "2026-13",
        "2026-02-30",
        "1899",
        "2026-06-18-01",
        "-2026",
        "26/06/2018",
        "0",
        "2026-00",
        "2026-06-00",
        "9" * 30,
        "2026-" + "9" * 30,
    ],
)
def test_what_is_no_date_is_refused(text):
    with pytest.raises(BadInput, match="Give a date as"):
        PartialDate.parse(text)


def test_there_are_seven_questions_in_the_doctors_order():
    assert len(QUESTIONS) == 7
    assert QUESTIONS[0].startswith("When did you first")
    assert QUESTIONS[5] == "Are you pregnant?"
