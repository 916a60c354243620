"""Days as people write them: *18 June*, *18. März 2026*, *21.3.*, *2026-06-18*, *gestern*."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from twitchlog.domain.profile import PartialDate
from twitchlog.domain.wording import small_forms
from twitchlog.translation import _, mark, other_languages, speaking

if TYPE_CHECKING:
    from collections.abc import Iterator

# Named here and not by the machine's locale, which is set once for the whole process and may speak
# another language than the program.
MONTHS: Final = (
    mark("January"), mark("February"), mark("March"), mark("April"), mark("May"), mark("June"),
    mark("July"), mark("August"), mark("September"), mark("October"), mark("November"),
    mark("December"),
)  # fmt: skip
_ALSO: Final = {"mrz": 3, "jänner": 1, "feber": 2}
_NEAR: Final = {
    "today": 0, "heute": 0, "yesterday": -1, "gestern": -1, "tomorrow": 1, "morgen": 1,
}  # fmt: skip
_DAY: Final = re.compile(r"(\d{1,2})(?:\.|st|nd|rd|th)?\s*([^\W\d]+)\.?,?\s*(\d{4})?")
_NUMBERS: Final = re.compile(r"(\d{1,2})\s*\.\s*(\d{1,2})(?:\s*\.\s*(\d{4}|\d{2})?)?")
_MONTH: Final = re.compile(r"([^\W\d]+)\.?,?\s*(\d{4})")
_MONTH_NUMBER: Final = re.compile(r"(\d{1,2})\s*[./]\s*(\d{4})")


def near_day(text: str, *, today: date) -> date | None:
    """Return the day that *today*, *yesterday* or *tomorrow* is, also in German; else None."""
    days = _NEAR.get(text.strip().casefold())
    return None if days is None else today + timedelta(days=days)


def find_day(text: str, *, today: date, ahead: bool = False) -> date:
    """Return the day that is written out, its month in any language; raise ValueError for none.

    Without a year the last such day is meant, with `ahead` the next one. Numbers have points
    between them, day first: with strokes some write the month first.
    """
    asked = text.strip()
    if found := _NUMBERS.fullmatch(asked):
        day, month, year = int(found[1]), int(found[2]), found[3]
    elif found := _DAY.fullmatch(asked):
        day, month, year = int(found[1]), _month(found[2]), found[3]
    else:
        return date.fromisoformat(asked)
    if year:
        return date(_year(year, today), month, day)
    this_year = date(today.year, month, day)
    if ahead:
        return this_year if this_year >= today else this_year.replace(year=today.year + 1)
    return this_year if this_year <= today else this_year.replace(year=today.year - 1)


def find_partial(text: str, *, today: date) -> PartialDate:
    """Return a date as exactly as it is written: *2026*, *6.2026*, *6/2026*, *März 2026*, or a day.

    Raises ValueError for none, and BadInput for one that looks like `2026-06` and cannot be.
    """
    asked = text.strip()
    near = near_day(asked, today=today)
    if near is not None and near <= today:
        return PartialDate.of(near)
    if found := _MONTH.fullmatch(asked):
        return PartialDate(int(found[2]), _month(found[1]))
    if found := _MONTH_NUMBER.fullmatch(asked):
        return PartialDate(int(found[2]), date(int(found[2]), int(found[1]), 1).month)
    if re.fullmatch(r"[\d-]*", asked):
        return PartialDate.parse(asked)
    return PartialDate.of(find_day(asked, today=today))


def _year(written: str, today: date) -> int:
    """Return a year of two figures as one not much later than `today`."""
    year = int(written)
    if len(written) > 2:
        return year
    this = today.year - today.year % 100 + year
    return this if this <= today.year + 1 else this - 100


def _month(name: str) -> int:
    """Return the month that begins with `name`, in any language; raise ValueError."""
    asked = small_forms(name)[0]
    for names in _named():
        found = {month for each, month in names if len(asked) >= 3 and each.startswith(asked)}
        if len(found) == 1:
            return found.pop()
    raise ValueError(name)


def _named() -> Iterator[list[tuple[str, int]]]:
    """Go through the names of the months, of the language in use first."""
    for code in ("", *other_languages()):
        with speaking(code):
            said = [(_(month), number) for number, month in enumerate(MONTHS, start=1)]
        yield [(form, number) for each, number in said for form in small_forms(each)]
    yield [(form, number) for each, number in _ALSO.items() for form in small_forms(each)]
