from __future__ import annotations

from datetime import date

import pytest

from twitchlog.domain.errors import BadInput
from twitchlog.domain.profile import PartialDate
from twitchlog.presenters.dates import read_day, read_partial


@pytest.mark.parametrize(
    ("day", "month", "year", "known"),
    [
        ("", "", "", None),
        ("", "", "2026", PartialDate(2026)),
        (" ", "6", "2026", PartialDate(2026, 6)),
        ("18", "06", "2026", PartialDate(2026, 6, 18)),
    ],
)
def test_a_date_is_read_as_exactly_as_it_is_known(
    day: str, month: str, year: str, known: PartialDate | None
) -> None:
    assert read_partial(day=day, month=month, year=year) == known


@pytest.mark.parametrize(
    ("day", "month", "year"),
    [
        ("18", "", "2026"),
        ("", "", "9" * 30),
        ("", "6", ""),
        ("31", "6", "2026"),
        ("", "13", "2026"),
        ("1", "1", "26"),
        ("1", "1", "99999"),
        ("0", "1", "2026"),
        ("-1", "1", "2026"),
    ],
)
def test_what_is_no_date_is_refused_in_words(day: str, month: str, year: str) -> None:
    with pytest.raises(BadInput):
        read_partial(day=day, month=month, year=year)


def test_a_birth_date_needs_all_three_parts() -> None:
    assert read_day(day="1", month="2", year="1984") == date(1984, 2, 1)
    with pytest.raises(BadInput, match="Give day, month and year"):
        read_day(day="", month="2", year="1984")
