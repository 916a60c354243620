"""The calendar days of a period: how many twitches, none, or not logged."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from sqlalchemy import BindParameter, bindparam, select

from twitchlog.diary import tables
from twitchlog.domain.checkin import DayCount

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from twitchlog.domain.period import Period

_SPAN: Final[tuple[BindParameter[str], BindParameter[str]]] = (
    bindparam("first"),
    bindparam("last"),
)
_COUNTED: Final = select(tables.entry_days).where(tables.entry_days.c.local_day.between(*_SPAN))
_ANSWERED: Final = select(tables.checkins.c.local_day).where(
    tables.checkins.c.local_day.between(*_SPAN)
)


def counted_days(connection: Connection, period: Period) -> tuple[DayCount, ...]:
    """Return every calendar day of `period` in order: its twitches, and whether it was logged.

    Quicker than `summarise`, which says of each day what else is on it.
    """
    span = {"first": period.first.isoformat(), "last": period.last.isoformat()}
    # Every logged day and its twitches; what is not in it was not logged.
    answered = connection.execute(_ANSWERED, span).scalars().all()
    known: dict[str, int] = dict.fromkeys(answered, 0)
    known.update(connection.execute(_COUNTED, span).all())
    days, names = _calendar(period)
    found = list(map(known.get, names))
    return tuple(
        map(DayCount, days, [many or 0 for many in found], [many is not None for many in found])
    )


@lru_cache(maxsize=4)
def _calendar(period: Period) -> tuple[tuple[date, ...], tuple[str, ...]]:
    """Return the days of a period and how they are written: several charts ask for the same."""
    days = tuple(period)
    return days, tuple(map(date.isoformat, days))
