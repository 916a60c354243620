from __future__ import annotations

from datetime import date

import pytest

from twitchlog.reports.charts import words

PLAIN = str.maketrans("\u00a0", " ")


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (1, "1 second"),
        (20, "20 seconds"),
        (0.5, "0.5 seconds"),
        (150, "2 minutes 30 seconds"),
        (180, "3 minutes"),
        (161, "2 minutes 40 seconds"),
        (59.8, "1 minute"),
        (5880, "1 hour 38 minutes"),
    ],
)
def test_lengths_are_said_in_full(seconds: float, said: str) -> None:
    assert words.length(seconds).translate(PLAIN) == said


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (120, 300, "2 to 5 minutes"),
        (20, 40, "20 to 40 seconds"),
        (60, 300, "1 to 5 minutes"),
        (80, 420, "1 minute 20 seconds to 7 minutes"),
        (60, 60, "1 minute"),
        (600, 7200, "10 minutes to 2 hours"),
    ],
)
def test_a_range_names_its_unit_once_where_it_can(low: float, high: float, said: str) -> None:
    assert words.length_range(low, high).translate(PLAIN) == said


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (7, "the week before"),
        (14, "the two weeks before"),
        (45, "the 45 days before"),
        (183, "the 6 months before"),
    ],
)
def test_the_time_before_has_a_name(days: int, said: str) -> None:
    assert words.before(days) == said


def test_numbers_and_dates_stay_on_their_line() -> None:
    assert words.of(21, 50) == "21\u00a0of\u00a050"
    assert words.short_date(date(2026, 6, 8)) == "8\u00a0Jun"
    assert words.full_date(date(2026, 6, 8)) == "8\u00a0Jun\u00a02026"


def test_two_dates_of_different_years_have_both_their_years() -> None:
    first, last = date(2016, 6, 22), date(2026, 6, 17)
    both = words.both_ends(first, last, today=date(2026, 6, 18))
    assert [each.translate(PLAIN) for each in both] == ["22 Jun 2016", "17 Jun 2026"]
    both = words.both_ends(date(2026, 5, 1), last, today=date(2026, 6, 18))
    assert [each.translate(PLAIN) for each in both] == ["1 May", "17 Jun"]


def test_lists_read_as_a_sentence_does() -> None:
    assert words.listed([]) == ""
    assert words.listed(["a"]) == "a"
    assert words.listed(["a", "b", "c"]) == "a, b and c"


def test_the_day_ends_at_midnight() -> None:
    assert words.hour(24) == "24:00"
    assert words.hour(9) == "9:00"
