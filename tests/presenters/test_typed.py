from __future__ import annotations

from datetime import date, time

import pytest

from twitchlog.domain.errors import BadInput
from twitchlog.presenters.typed import read_day, read_number, read_time
from twitchlog.presenters.words import full_day
from twitchlog.translation import speaking

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
        ("9.6.", date(2026, 6, 9)),
        ("19.6.", date(2025, 6, 19)),
        ("21. März", date(2026, 3, 21)),
    ],
)
def test_a_day_is_read_as_people_write_it(text: str, day: date) -> None:
    assert read_day(text, today=TODAY) == day


@pytest.mark.parametrize("text", ["9. Juni", "9 jun", "9. Jun. 2026", "9 June", "9.6.2026"])
def test_a_day_is_read_in_the_language_in_use_and_in_english(text: str) -> None:
    with speaking("de"):
        assert read_day(text, today=TODAY) == date(2026, 6, 9)
        assert read_day(full_day(TODAY), today=TODAY) == TODAY


@pytest.mark.parametrize("text", ["14:17 Uhr", "14.17 uhr", "14:17"])
def test_a_time_is_read_as_germans_write_it(text: str) -> None:
    assert read_time(text) == time(14, 17)


@pytest.mark.parametrize(
    "text", ["", "31 June", "9 ju", "29 Feb 2025", "soon", "9.13.2026", "9/6", "x" * 99]
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


def test_a_number_that_could_be_two_is_asked_for_again() -> None:
    with pytest.raises(BadInput, match=r"Write 1000 or 1\."):
        read_number("1,000")
    with speaking("de"):
        assert read_number("1,125") == 1.125
        with pytest.raises(BadInput):
            read_number("1.000")
