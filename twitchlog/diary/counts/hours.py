"""Read twitches by the hour, and the doses of the days on which all of them have a time."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from math import isclose
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from sqlalchemy import func, select

from twitchlog.diary import tables
from twitchlog.diary.amounts import daily_amounts
from twitchlog.domain.counts.hours import TIMED, Hours

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection

    from twitchlog.domain.period import Period

TAKES_TIME: Final = "exercise"
Doses = dict[tuple[str, date], list[tuple[int, float]]]


def read_hours(connection: Connection, period: Period) -> Hours:
    """Return the hours of a period."""
    table, doses = tables.twitches, _doses(connection, period)
    hour = table.c.local_minute.op("/")(60).label("hour")
    query = (
        select(table.c.local_day, hour, func.count())
        .where(table.c.local_day.between(period.first.isoformat(), period.last.isoformat()))
        .group_by(table.c.local_day, "hour")
    )
    counts: dict[date, list[int]] = defaultdict(lambda: [0] * 24)
    for day, at, count in connection.execute(query):
        counts[date.fromisoformat(day)][at] = count
    amounts = daily_amounts(connection, period, factors=TIMED)
    return Hours(
        MappingProxyType({day: tuple(hours) for day, hours in counts.items()}),
        MappingProxyType(
            {name: _known(name, dict(amounts.get(name, ())), doses) for name in TIMED}
        ),
    )


def _known(
    factor: str, amounts: Mapping[date, float], doses: Doses
) -> Mapping[date, tuple[tuple[int, float], ...]]:
    """Return the doses of the days on which they add up to the amount of the day."""
    found = {}
    for day, amount in amounts.items():
        timed = doses.get((factor, day), [])
        if isclose(sum(each for _minute, each in timed), amount, rel_tol=1e-3, abs_tol=0.5):
            length = 1.0 if factor == TAKES_TIME else 0.0
            found[day] = tuple((minute, length * each) for minute, each in timed)
    return MappingProxyType(found)


def _doses(connection: Connection, period: Period) -> Doses:
    table = tables.doses
    query = select(table.c.factor, table.c.local_day, table.c.local_minute, table.c.amount).where(
        table.c.factor.in_(TIMED),
        table.c.local_day.between(period.first.isoformat(), period.last.isoformat()),
    )
    found: Doses = defaultdict(list)
    for factor, day, minute, amount in connection.execute(query):
        found[factor, date.fromisoformat(day)].append((minute, amount))
    return found
