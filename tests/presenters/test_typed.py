from __future__ import annotations

from datetime import date, time

import pytest

from twitchlog.domain.errors import BadInput
from twitchlog.presenters.typed import read_day, read_number, read_time

TODAY = date(2026, 6, 18)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("18 June 2026", date(2026, 6, 18)),
        ("9 jun", date(2026, 6, 9)),
        ("1st May", date(2026, 5, 1)),
        ("19 June", date(2025, 6, 19)),
        ("9.6.2026", date(2026, 6, 9)),
        ("9/6/2026", date(2026, 6, 9)),
        (" 2026-06-09 ", date(2026, 6, 9)),
    ],
)
def test_a_day_is_read_as_people_write_it(text: str, day: date) -> None:
    assert read_day(text, today=TODAY) == day


@pytest.mark.parametrize(
    "text", ["", "31 June", "9 ju", "29 Feb 2025", "soon", "9.13.2026", "x" * 99]
)
def test_what_is_not_a_day_is_refused_in_words(text: str) -> None:
    with pytest.raises(BadInput, match="is not a day"):
        read_day(text, today=TODAY)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("14:17", time(14, 17)),
        ("1417", time(14, 17)),
        ("9", time(9)),
        ("9.05", time(9, 5)),
        ("2:17 pm", time(14, 17)),
        ("12 am", time(0)),
        ("12:30PM", time(12, 30)),
    ],
)
def test_a_time_of_day_is_read_as_people_write_it(text: str, at: time) -> None:
    assert read_time(text) == at


@pytest.mark.parametrize("text", ["", "24:00", "12:60", "13 pm", "noon", "1:2"])
def test_what_is_not_a_time_is_refused_in_words(text: str) -> None:
    with pytest.raises(BadInput, match="is not a time of day"):
        read_time(text)


@pytest.mark.parametrize(
    ("text", "number"),
    [("6.5", 6.5), ("6,5", 6.5), ("6½", 6.5), ("½", 0.5), (" 200 ", 200), (".5", 0.5)],
)
def test_a_number_is_read_with_point_comma_or_half(text: str, number: float) -> None:
    assert read_number(text) == number


@pytest.mark.parametrize("text", ["", "-1", "six", "nan", "1e9", "6.5.1", "."])
def test_what_is_not_a_number_is_refused_in_words(text: str) -> None:
    with pytest.raises(BadInput, match="is not a number"):
        read_number(text)
