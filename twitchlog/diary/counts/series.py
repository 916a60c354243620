"""Read what was recorded of each day: the twitches, or the amounts of a factor."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from twitchlog.diary.amounts import daily_amounts, recorded
from twitchlog.diary.counts.days import counted_days
from twitchlog.diary.factors import load_factors
from twitchlog.domain.counts.series import DailySeries
from twitchlog.domain.factor import factor_or_unknown

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from sqlalchemy import Connection

    from twitchlog.domain.factor import Factor
    from twitchlog.domain.period import Period

TWITCHES = "twitches"


def factors_recorded(connection: Connection, period: Period) -> tuple[Factor, ...]:
    """Return the factors with an amount in `period`, hidden ones too, in the person's order."""
    ids = recorded(connection, period)
    known = load_factors(connection)
    there = tuple(factor for name, factor in known.items() if name in ids)
    return there + tuple(map(factor_or_unknown, sorted(ids - known.keys())))


def daily_series(
    connection: Connection, period: Period, ids: Collection[str]
) -> Mapping[str, DailySeries]:
    """Return the daily series of factors by their ids, and of the twitches as `TWITCHES`."""
    known = load_factors(connection)
    amounts = daily_amounts(connection, period, factors=[each for each in ids if each != TWITCHES])
    found = {
        each: DailySeries(
            known.get(each) or factor_or_unknown(each),
            MappingProxyType(dict(amounts.get(each, ()))),
        )
        for each in ids
        if each != TWITCHES
    }
    if TWITCHES in ids:
        days = counted_days(connection, period)
        counts = {day.day: float(day.count) for day in days if day.logged}
        found[TWITCHES] = DailySeries(None, MappingProxyType(counts))
    return MappingProxyType(found)
