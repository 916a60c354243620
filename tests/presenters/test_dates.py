from __future__ import annotations

from datetime import date

import pytest

from twitchlog.domain.day_text import Meant
from twitchlog.domain.errors import BadInput
from twitchlog.domain.profile import PartialDate
from twitchlog.presenters.dates import read_day, read_partial, write
from twitchlog.translation import speaking

TODAY = date(2026, 6, 18)


@pytest.mark.parametrize(
    ("text", "known"),
    [
        (" ", None),
        ("2026", PartialDate(2026)),
        ("June 2026", PartialDate(2026, 6)),
        ("6.2026", PartialDate(2026, 6)),
        ("06/2026", PartialDate(2026, 6)),
        ("2026-06", PartialDate(2026, 6)),
        ("18 June 2026", PartialDate(2026, 6, 18)),
        ("18/06/2026", PartialDate(2026, 6, 18)),
        ("18. Juni", PartialDate(2026, 6, 18)),
        ("yesterday", PartialDate(2026, 6, 17)),
    ],
)
def test_a_date_is_read_as_exactly_as_it_is_known(text: str, known: PartialDate | None) -> None:
    assert read_partial(text, today=TODAY) == known


@pytest.mark.parametrize("text", ["soon", "9" * 30, "31.6.2026", "13.2026", "0.1.2026", "-1", "26"])
def test_what_is_no_date_is_refused_in_words(text: str) -> None:
    with pytest.raises(BadInput, match="is not a date"):
        read_partial(text, today=TODAY)


def test_a_birth_date_needs_its_day() -> None:
    assert read_day("1 February 1984", today=TODAY) == date(1984, 2, 1)
    with pytest.raises(BadInput, match="is not a day"):
        read_day("February 1984", today=TODAY)


def test_a_date_to_come_is_the_next_one_where_the_year_is_left_out() -> None:
    assert read_day("3 January", today=TODAY) == date(2026, 1, 3)
    assert read_day("3 January", today=TODAY, meant=Meant.NEXT) == date(2027, 1, 3)


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize(
    "known", [PartialDate(2025), PartialDate(2025, 3), PartialDate(2025, 3, 9)]
)
def test_what_a_field_shows_is_read_again_as_it_was(language: str, known: PartialDate) -> None:
    with speaking(language):
        assert read_partial(write(known), today=TODAY) == known
    assert write(None) == ""
