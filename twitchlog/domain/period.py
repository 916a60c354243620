"""A span of calendar days, both ends included, and the spans the program offers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from twitchlog.translation import _, mark

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `first` to `last`, both included."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"{self.last} is before {self.first}")

    @property
    def days(self) -> int:
        """How many calendar days it has."""
        return (self.last - self.first).days + 1

    def __iter__(self) -> Iterator[date]:
        """Yield every day of it, the first one first."""
        return map(date.fromordinal, range(self.first.toordinal(), self.last.toordinal() + 1))

    def __contains__(self, day: date) -> bool:
        """Whether `day` lies in it."""
        return self.first <= day <= self.last

    def before(self, days: int | None = None) -> Period:
        """Return the span of `days` (this one's own number) that ends the day before it starts."""
        length = days or self.days
        return Period(self.first - timedelta(days=length), self.first - timedelta(days=1))

    def since(self, diary_starts: date | None) -> Period:
        """Return it without the days before the diary starts, as it is where that leaves none."""
        if diary_starts is None or not self.first < diary_starts <= self.last:
            return self
        return Period(diary_starts, self.last)

    @classmethod
    def ending(cls, last: date, *, days: int) -> Period:
        """Return the span of `days` days that ends on `last`."""
        return cls(last - timedelta(days=days - 1), last)


class Span(StrEnum):
    """The periods offered on the Patterns and Visit screens."""

    TWO_WEEKS = "2w"
    MONTH = "month"
    THREE_MONTHS = "3months"
    YEAR = "year"
    ALL = "all"

    @property
    def label(self) -> str:
        """What its chip says."""
        return _(_SPAN_WORDS[self])

    def period(self, *, today: date, diary_starts: date | None) -> Period:
        """Return its days up to `today`, never reaching back before the diary starts."""
        start = min(diary_starts or today, today)
        days = _SPAN_DAYS[self]
        if days is None:
            return Period(start, today)
        return Period(max(start, Period.ending(today, days=days).first), today)


_SPAN_WORDS: Final = {
    Span.TWO_WEEKS: mark("2 weeks"),
    Span.MONTH: mark("4 weeks"),
    Span.THREE_MONTHS: mark("3 months"),
    Span.YEAR: mark("A year"),
    Span.ALL: mark("All"),
}
_SPAN_DAYS: Final[dict[Span, int | None]] = {
    Span.TWO_WEEKS: 14,
    Span.MONTH: 28,
    Span.THREE_MONTHS: 91,
    Span.YEAR: 365,
    Span.ALL: None,
}
