"""What there was of each factor by day, for the question of what goes with the twitching."""

from __future__ import annotations

from datetime import timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING

from twitchlog.diary.amounts import daily_amounts
from twitchlog.diary.counts.days import counted_days
from twitchlog.diary.factors import load_factors
from twitchlog.diary.medicine_rows import load_medications
from twitchlog.diary.treatments import load_treatments
from twitchlog.domain.counts.exposures import Exposures
from twitchlog.domain.counts.taken import taken
from twitchlog.domain.factor import factor_or_unknown
from twitchlog.domain.period import Period

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from sqlalchemy import Connection


def read_exposures(connection: Connection, period: Period) -> Exposures:
    """Return days, amounts and factors; a factor comes from the day before its first day on."""
    known = load_factors(connection)
    sooner = Period(period.first - timedelta(days=1), period.last)
    recorded = daily_amounts(connection, sooner)
    order = [*(name for name in known if name in recorded), *sorted(set(recorded) - set(known))]
    amounts: dict[str, Mapping[date, float]] = {name: dict(recorded[name]) for name in order}
    factors = {name: known.get(name) or factor_or_unknown(name) for name in order}
    medicines = load_medications(connection, today=period.last)
    switches = {}
    for each in taken(medicines, load_treatments(connection), tuple(period)):
        amounts[each.factor.id], factors[each.factor.id] = each.by_day, each.factor
        if each.switches is not None:
            switches[each.factor.id] = each.switches
    return Exposures(
        days=counted_days(connection, period),
        amounts=MappingProxyType(
            {name: MappingProxyType(by_day) for name, by_day in amounts.items()}
        ),
        factors=MappingProxyType(factors),
        switches=MappingProxyType(switches),
    )
