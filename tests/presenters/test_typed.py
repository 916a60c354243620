from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twitchlog.domain.day_text import Meant
from twitchlog.domain.errors import BadInput
from twitchlog.domain.profile import PartialDate
from twitchlog.presenters import words
from twitchlog.presenters.dates import read_partial, say_understood
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
        ("19 June", date(2026, 6, 19)),
        ("9.6.2026", date(2026, 6, 9)),
        ("9/6/2026", date(2026, 6, 9)),
        (" 2026-06-09 ", date(2026, 6, 9)),
        ("9.6.", date(2026, 6, 9)),
        ("19.6.", date(2026, 6, 19)),
        ("19 August", date(2025, 8, 19)),
        ("9/6", date(2026, 6, 9)),
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


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize(
    "text",
    [
        "Tuesday 16 June", "Tue 16 Jun", "Dienstag, 16. Juni", "Di., 16.6.", "16/6", "June 16",
        "June 16, 2026", "Tuesday, June 16", "16 Jun 26", "16-6-2026", "2026-6-16", "vorgestern",
        "16/6/26",
    ],
)  # fmt: skip
def test_a_day_is_read_in_every_form_people_write_it_in(text: str, language: str) -> None:
    with speaking(language):
        assert read_day(text, today=TODAY) == date(2026, 6, 16)
        assert read_partial(text, today=TODAY) == PartialDate(2026, 6, 16)


@given(day=st.dates(date(1900, 1, 1), TODAY), language=st.sampled_from(["en", "de"]))
def test_a_day_is_read_back_from_every_form_it_is_shown_in(day: date, language: str) -> None:
    with speaking(language):
        for shown in (
            words.long_day(day), words.full_day(day), words.short_day(day, today=TODAY),
            words.heading_day(day, today=TODAY), f"{day}",
            f"{words.weekday_short(day)} {words.full_day(day)}",
        ):  # fmt: skip
            for meant in Meant:
                if meant is not Meant.NEXT or shown[-4:].isdigit() or "-" in shown:
                    near = abs(day - TODAY).days < 180 or str(day.year) in shown
                    if near or meant in {Meant.LAST, Meant.RECENT}:
                        assert read_day(shown, today=TODAY, meant=meant) == day, shown


@pytest.mark.parametrize("text", ["18 June 1850", "31.12.1899", "0001-01-01"])
def test_nothing_is_before_1900(text: str) -> None:
    with pytest.raises(BadInput, match="too long ago"):
        read_day(text, today=TODAY)


def test_a_day_without_a_year_is_of_the_year_that_is_meant() -> None:
    assert read_day("17 June", today=TODAY, meant=Meant.NEAREST) == date(2026, 6, 17)
    assert read_day("3 January", today=TODAY, meant=Meant.NEAREST) == date(2026, 1, 3)
    assert read_day("3 January", today=date(2026, 12, 1), meant=Meant.NEAREST) == date(2027, 1, 3)
    assert read_day("19 June", today=TODAY, meant=Meant.LAST) == date(2025, 6, 19)
    assert read_day("28 December", today=date(2026, 1, 5)) == date(2025, 12, 28)
    assert read_day("Friday 19 December", today=TODAY) == date(2025, 12, 19)


def test_it_is_said_how_a_date_is_understood() -> None:
    def said(text: str, *, vague: bool = False) -> str:
        return say_understood(text, today=TODAY, meant=Meant.RECENT, vague=vague)

    assert said("19/6") == "Friday 19 June 2026"
    assert said("6.2025", vague=True) == "June 2025"
    assert [said("6.2025"), said("soon"), said(" ")] == ["", "", ""]


@pytest.mark.parametrize("text", ["14:17 Uhr", "14.17 uhr", "14:17"])
def test_a_time_is_read_as_germans_write_it(text: str) -> None:
    assert read_time(text) == time(14, 17)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "31 June",
        "9 ju",
        "29 Feb 2025",
        "soon",
        "9.13.2026",
        "6/13",
        "Mon 9 June 2026",
        "x" * 99,
    ],
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
