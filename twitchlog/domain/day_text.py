"""Days as people write them: *18 June*, *18. März 2026*, *21.3.*, *2026-06-18*, *gestern*."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, timedelta
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from twitchlog.domain.profile import PartialDate
from twitchlog.domain.wording import small_forms
from twitchlog.translation import _, mark, other_languages, speaking

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# Named here and not by the machine's locale, which is set once for the whole process and may speak
# another language than the program.
MONTHS: Final = (
    mark("January"), mark("February"), mark("March"), mark("April"), mark("May"), mark("June"),
    mark("July"), mark("August"), mark("September"), mark("October"), mark("November"),
    mark("December"),
)  # fmt: skip
WEEKDAYS: Final = (
    mark("Monday"), mark("Tuesday"), mark("Wednesday"), mark("Thursday"), mark("Friday"),
    mark("Saturday"), mark("Sunday"),
)  # fmt: skip
SOON_DAYS: Final = 60
"""A day without a year that comes within so many days is not meant as one of last year."""
_ALSO: Final = {"mrz": 3, "jänner": 1, "feber": 2}
_NEAR: Final = {
    "today": 0, "heute": 0, "yesterday": -1, "gestern": -1, "tomorrow": 1, "morgen": 1,
    "vorgestern": -2, "day before yesterday": -2, "übermorgen": 2, "uebermorgen": 2,
}  # fmt: skip
_DAY: Final = re.compile(r"(\d{1,2})(?:\.|st|nd|rd|th)?\s*([^\W\d]+)\.?,?\s*(\d{4}|\d{2})?")
_MONTH_FIRST: Final = re.compile(
    r"([^\W\d]+)\.?\s*(\d{1,2})(?:\.|st|nd|rd|th)?(?:,?\s+(\d{4}|\d{2}))?"
)
_NUMBERS: Final = re.compile(r"(\d{1,2})\s*\.\s*(\d{1,2})(?:\s*\.\s*(\d{4}|\d{2})?)?")
_DASHES: Final = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{4})")
_ISO: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_WEEKDAY: Final = re.compile(r"([^\W\d]{2,})\.?,?\s+(\S.*)")
_MONTH: Final = re.compile(r"([^\W\d]+)\.?,?\s*(\d{4})")
_MONTH_NUMBER: Final = re.compile(r"(\d{1,2})\s*[./]\s*(\d{4})")


class Meant(Enum):
    """Which of the days is meant by a date without a year."""

    LAST = auto()
    RECENT = auto()
    """The last one, but one that comes within `SOON_DAYS` before one of almost a year ago."""
    NEXT = auto()
    NEAREST = auto()


def near_day(text: str, *, today: date) -> date | None:
    """Return the day that *today*, *yesterday* or *tomorrow* is, also in German; else None."""
    days = _NEAR.get(text.strip().casefold())
    return None if days is None else today + timedelta(days=days)


def find_day(text: str, *, today: date, meant: Meant = Meant.LAST) -> date:
    """Return the day that is written out, its month in any language; raise ValueError for none.

    Numbers have points between them, day first: with strokes some write the month first. A day of
    the week before it has to be the right one; without a year it tells which year is meant.
    """
    weekday, asked = _weekday_apart(text.strip())
    if found := _ISO.fullmatch(asked):
        day, month, year = int(found[3]), int(found[2]), found[1]
    elif found := _NUMBERS.fullmatch(asked) or _DASHES.fullmatch(asked):
        day, month, year = int(found[1]), int(found[2]), found[3]
    elif found := _DAY.fullmatch(asked):
        day, month, year = int(found[1]), _month(found[2]), found[3]
    elif found := _MONTH_FIRST.fullmatch(asked):
        day, month, year = int(found[2]), _month(found[1]), found[3]
    else:
        return date.fromisoformat(asked)
    # There is no 29 February for up to eight years.
    about = 8 if (month, day) == (2, 29) else 1
    years = [_year(year, today)] if year else range(today.year - about, today.year + about + 1)
    days = [each for each in _days(years, month, day) if weekday in {None, each.weekday()}]
    if not days:
        raise ValueError(asked)
    return days[0] if year else _meant(days, today, meant)


def find_partial(text: str, *, today: date, meant: Meant = Meant.LAST) -> PartialDate:
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
    if re.fullmatch(r"\d*(-\d\d){0,2}|-.*", asked):
        return PartialDate.parse(asked)
    return PartialDate.of(find_day(asked, today=today, meant=meant))


def weekday_of(name: str, *, shortest: int = 2) -> int | None:
    """Return the day of the week of that name, 0 for Monday, in any language; else None.

    A beginning of at least `shortest` letters will do, where it is of no other day.
    """
    asked = small_forms(name)[0]
    for names in _named(WEEKDAYS):
        found = {
            number - 1
            for each, number in names
            if each == asked or (len(asked) >= shortest and each.startswith(asked))
        }
        if len(found) == 1:
            return found.pop()
    return None


def _weekday_apart(text: str) -> tuple[int | None, str]:
    """Return the day of the week that a text begins with, if it does, and the rest of it."""
    found = _WEEKDAY.fullmatch(text)
    weekday = weekday_of(found[1]) if found else None
    return (None, text) if found is None or weekday is None else (weekday, found[2])


def _days(years: Iterable[int], month: int, day: int) -> Iterator[date]:
    for year in years:
        with suppress(ValueError):
            yield date(year, month, day)


def _meant(days: list[date], today: date, meant: Meant) -> date:
    """Return which of the days of some years is meant."""
    nearest = min(days, key=lambda each: abs(each - today))
    last = max((each for each in days if each <= today), default=nearest)
    coming = min((each for each in days if each >= today), default=nearest)
    match meant:
        case Meant.LAST:
            return last
        case Meant.NEXT:
            return coming
        case Meant.NEAREST:
            return nearest
        case Meant.RECENT:
            return coming if coming - today <= timedelta(days=SOON_DAYS) else last


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
    for names in (*_named(MONTHS), _also()):
        found = {month for each, month in names if len(asked) >= 3 and each.startswith(asked)}
        if len(found) == 1:
            return found.pop()
    raise ValueError(name)


def _named(names: tuple[str, ...]) -> Iterator[list[tuple[str, int]]]:
    """Go through the names of months or days, of the language in use first."""
    for code in ("", *other_languages()):
        with speaking(code):
            said = [(_(name), number) for number, name in enumerate(names, start=1)]
        yield [(form, number) for each, number in said for form in small_forms(each)]


def _also() -> list[tuple[str, int]]:
    return [(form, number) for each, number in _ALSO.items() for form in small_forms(each)]
