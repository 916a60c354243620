"""The dates under a time axis."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from twitchlog.reports.charts import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from twitchlog.domain.period import Period

_EACH_UP_TO: Final = 10
_MONDAYS_UP_TO: Final = 35
_HALF_MONTHS_UP_TO: Final = 120
_MONTHS_UP_TO: Final = 2 * 366


def day_ticks(period: Period) -> Iterator[tuple[date, str]]:
    """Yield days with their texts: each, Mondays, halves of months, months, or years.

    January stands for its year, so that no month has to be guessed.
    """
    length = period.days
    if length > _MONTHS_UP_TO:
        years = range(period.first.year, period.last.year + 1)
        starts = (date(year, 1, 1) for year in years)
        yield from ((start, str(start.year)) for start in starts if start in period)
        return
    for day in period:
        if length <= _EACH_UP_TO:
            wanted, text = True, words.short_date(day)
        elif length <= _MONDAYS_UP_TO:
            wanted, text = day.weekday() == 0, words.short_date(day)
        elif length <= _HALF_MONTHS_UP_TO:
            wanted, text = day.day in {1, 15}, words.short_date(day)
        else:
            wanted = day.day == 1
            text = str(day.year) if day.month == 1 else words.month(day)
        if wanted:
            yield day, text
