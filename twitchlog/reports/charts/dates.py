"""The dates under a time axis."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from twitchlog.reports.charts import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from twitchlog.domain.period import Period

_EACH_UP_TO: Final = 10
_MONDAYS_UP_TO: Final = 35
_HALF_MONTHS_UP_TO: Final = 120
_MONTHS_UP_TO: Final = 2 * 366


def day_ticks(period: Period, *, today: date) -> Iterator[tuple[date, str]]:
    """Yield days with their texts: each, Mondays, halves of months, months, or years.

    A day of another year than `today` has its year. Of months January stands for its year; where
    there is no January, each month of another year has it.
    """
    length = period.days
    if length > _MONTHS_UP_TO:
        years = range(period.first.year, period.last.year + 1)
        starts = (date(year, 1, 1) for year in years)
        yield from ((start, str(start.year)) for start in starts if start in period)
        return
    if length > _HALF_MONTHS_UP_TO:
        yield from _months([day for day in period if day.day == 1], today)
        return
    for day in period:
        if length <= _EACH_UP_TO:
            wanted = True
        elif length <= _MONDAYS_UP_TO:
            wanted = day.weekday() == 0
        else:
            wanted = day.day in {1, 15}
        if wanted:
            yield day, words.one_day(day, today=today)


def _months(starts: Sequence[date], today: date) -> Iterator[tuple[date, str]]:
    """Yield the starts of months as the months' names, with the year where none would tell it."""
    told = any(day.month == 1 for day in starts)
    for day in starts:
        if day.month == 1:
            text = str(day.year)
        elif told or day.year == today.year:
            text = words.month(day)
        else:
            text = words.month_of_year(day)
        yield day, text
