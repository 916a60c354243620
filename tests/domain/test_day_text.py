"""A day is read as it is written in English and in German, whatever the app speaks."""

from __future__ import annotations

from datetime import date

import pytest

from twitchlog import translation
from twitchlog.domain.day_text import MONTHS, Meant, find_day, find_partial, near_day
from twitchlog.domain.errors import BadInput

TODAY = date(2026, 6, 18)


@pytest.fixture(params=["en", "de"], autouse=True)
def language(request):
    with translation.speaking(request.param):
        yield request.param


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("21.3.", date(2026, 3, 21)), ("21.3", date(2026, 3, 21)), ("21. 3.", date(2026, 3, 21)),
        ("21.03.2026", date(2026, 3, 21)), ("21.3.26", date(2026, 3, 21)),
        ("4.11.58", date(1958, 11, 4)), ("21. März", date(2026, 3, 21)),
        ("21. Maerz 2025", date(2025, 3, 21)), ("21. Mrz.", date(2026, 3, 21)),
        ("9. Dez.", date(2025, 12, 9)), ("9. Oktober", date(2025, 10, 9)),
        ("1. Mai", date(2026, 5, 1)), ("3. Jänner", date(2026, 1, 3)),
        ("18 June", TODAY), ("18th June 2026", TODAY), ("9 dec", date(2025, 12, 9)),
        ("2026-06-09", date(2026, 6, 9)), ("19.6.", date(2025, 6, 19)),
    ],
)  # fmt: skip
def test_a_day_is_read(text, day):
    assert find_day(text, today=TODAY) == day


@pytest.mark.parametrize(
    ("meant", "year"), [(Meant.LAST, 2024), (Meant.RECENT, 2024), (Meant.NEXT, 2028)]
)
def test_29_february_without_a_year_is_one_that_there_was_or_will_be(meant, year):
    for text in ("29 February", "29.2.", "29. Feb."):
        assert find_day(text, today=TODAY, meant=meant) == date(year, 2, 29)
    assert find_day("29.2.", today=date(1903, 6, 18)) == date(1896, 2, 29)


def test_a_day_ahead_without_a_year_is_the_next_one():
    assert find_day("19.6.", today=TODAY, meant=Meant.NEXT) == date(2026, 6, 19)
    assert find_day("17. Juni", today=TODAY, meant=Meant.NEXT) == date(2027, 6, 17)
    assert find_day("18.6.", today=TODAY, meant=Meant.NEXT) == TODAY


@pytest.mark.parametrize(
    "text", ["", "31. Juni", "9. Ju", "29.2.2025", "bald", "9.13.2026", "9/6", "0.1.", "9.6.026"]
)
def test_what_is_no_day_is_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011 - of any kind, no sentence
        find_day(text, today=TODAY)


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("2026", "2026"), ("2026-06", "2026-06"), ("2026-06-18", "2026-06-18"),
        ("6.2026", "2026-06"), ("06.2026", "2026-06"), ("Juni 2026", "2026-06"),
        ("März 2025", "2025-03"), ("March 2025", "2025-03"), ("21.3.2025", "2025-03-21"),
        ("heute", "2026-06-18"), ("gestern", "2026-06-17"), ("yesterday", "2026-06-17"),
    ],
)  # fmt: skip
def test_a_date_known_in_part_is_read(text, known):
    assert str(find_partial(text, today=TODAY)) == known


@pytest.mark.parametrize("text", ["13.2026", "Foo 2026", "tomorrow", "", "2026-13"])
def test_what_is_no_date_is_refused(text):
    with pytest.raises((ValueError, BadInput)):
        find_partial(text, today=TODAY)


def test_every_month_is_known_by_its_name_and_its_first_three_letters_in_both_languages():
    for code in ("en", "de"):
        with translation.speaking(code):
            names = [translation._(month) for month in MONTHS]
        for number, name in enumerate(names, start=1):
            for written in (name, name[:3], name.upper(), name.replace("ä", "ae")):
                assert find_day(f"1. {written} 2026", today=TODAY) == date(2026, number, 1)


def test_near_days_are_known_in_both_languages():
    near = {word: near_day(word, today=TODAY) for word in ("Heute", "gestern", "morgen", "today")}
    assert [day.day if day else None for day in near.values()] == [18, 17, 19, 18]
    assert near_day("soon", today=TODAY) is None
