"""Read dates as people and programs write them; which comes first, day or month, is told."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable


class DateOrder(StrEnum):
    """Which number of 06/07/2026 is the day."""

    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"


_YEAR_FIRST: Final = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_YEAR_LAST: Final = re.compile(r"(\d{1,2})([-/. ])\s?(\d{1,2})\2\s?(\d{4}|\d{2})")
_PACKED: Final = re.compile(r"(\d{4})(\d{2})(\d{2})")
_DAY_NAMED: Final = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th|er|\.|º)?[-\s]*(?:de\s+)?([^\W\d]+)\.?[-\s,]*(?:de\s+)?(\d{4}|\d{2})"
)
_MONTH_NAMED: Final = re.compile(r"([^\W\d]+)\.?[-\s]+(\d{1,2})(?:st|nd|rd|th)?[\s,-]+(\d{4})")
_WEEKDAY: Final = re.compile(r"^[^\W\d]{2,10}\.?,?\s+")
_MONTHS: Final = {
    "jan": 1, "ene": 1, "feb": 2, "fev": 2, "mar": 3, "mae": 3, "apr": 4, "avr": 4, "abr": 4,
    "may": 5, "mai": 5, "jun": 6, "juin": 6, "jul": 7, "juil": 7, "aug": 8, "aou": 8, "ago": 8,
    "sep": 9, "oct": 10, "okt": 10, "nov": 11, "dec": 12, "dez": 12, "dic": 12,
}  # fmt: skip
"""Beginnings of the months' names in English, German, French and Spanish, without accents."""


class Dates:
    """Reads the dates of one column; each spelling is worked out once."""

    def __init__(self, order: DateOrder | None = None) -> None:
        self._order = order
        self._known: dict[str, date | None] = {}

    def read(self, text: str) -> date | None:
        """Return the day that `text` writes, or None where it writes none."""
        try:
            return self._known[text]
        except KeyError:
            found = self._known[text] = _read(text.strip(), self._order)
            return found


def _read(text: str, order: DateOrder | None) -> date | None:
    if len(text) > 40:
        return None
    try:
        if found := _YEAR_FIRST.fullmatch(text) or _PACKED.fullmatch(text):
            return date(int(found[1]), int(found[2]), int(found[3]))
        if found := _YEAR_LAST.fullmatch(text):
            return _year_last(found, order)
        return _named(text) or _named(_WEEKDAY.sub("", text))
    except ValueError:
        return None


def _year_last(found: re.Match[str], order: DateOrder | None) -> date | None:
    first, second, year = int(found[1]), int(found[3]), _year(found[4])
    if order is None:
        # Nobody writes the month first with dots; of other dates it must be plain.
        order = DateOrder.DAY_FIRST if found[2] in {".", " "} else order_of(first, second)
    if order is None and first != second:
        return None
    if order is DateOrder.MONTH_FIRST:
        first, second = second, first
    return date(year, second, first)


def order_of(first: int, second: int) -> DateOrder | None:
    """Return which of the two numbers must be the day; None where either may be."""
    if first > 12 >= second:
        return DateOrder.DAY_FIRST
    if second > 12 >= first:
        return DateOrder.MONTH_FIRST
    return None


def _named(text: str) -> date | None:
    if found := _DAY_NAMED.fullmatch(text):
        day, name, year = found[1], found[2], found[3]
    elif found := _MONTH_NAMED.fullmatch(text):
        name, day, year = found[1], found[2], found[3]
    else:
        return None
    month = month_of(name)
    return date(_year(year), month, int(day)) if month else None


def month_of(name: str) -> int | None:
    """Return the number of the month with that name, in one of four languages, or None."""
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(letter for letter in decomposed if letter.isalpha())
    return _MONTHS.get(plain[:4]) or _MONTHS.get(plain[:3])


def _year(text: str) -> int:
    """Return the year; two figures are those around ours."""
    year = int(text)
    if len(text) > 2:
        return year
    return 2000 + year if year < 70 else 1900 + year


class OrderVotes:
    """Decides, from the dates of a whole column, which comes first."""

    def __init__(self) -> None:
        self.decided: DateOrder | None = None
        self.open = False

    def see(self, text: str) -> bool:
        """Look at one cell; return whether the order is decided now."""
        found = _YEAR_LAST.match(text.strip())
        if found is not None and found[2] in {"-", "/"}:
            self.open = True
            self.decided = order_of(int(found[1]), int(found[3]))
        return self.decided is not None

    @property
    def must_ask(self) -> bool:
        """Whether the person has to say which it is: every date may be read in two ways."""
        return self.open and self.decided is None


def looks_like_dates(cells: Iterable[str]) -> bool:
    """Whether most cells that are not empty begin with a date."""
    filled = [cell for cell in cells if cell.strip()]
    dates = Dates(DateOrder.DAY_FIRST), Dates(DateOrder.MONTH_FIRST)

    def is_date(cell: str) -> bool:
        from twitchlog.diary.imports.times import split_when

        day, _time = split_when(cell)
        return any(reader.read(day) is not None for reader in dates)

    return bool(filled) and sum(map(is_date, filled)) > 0.6 * len(filled)
