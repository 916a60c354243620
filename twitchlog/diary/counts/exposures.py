"""What there was of each factor by day, for the question of what goes with the twitching."""

from __future__ import annotations

from datetime import timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING

from twitchlog.diary.amounts import daily_amounts
from twitchlog.diary.days import summarise
from twitchlog.diary.factors import load_factors
from twitchlog.domain.counts.exposures import Exposures
from twitchlog.domain.factor import factor_or_unknown
from twitchlog.domain.period import Period

if TYPE_CHECKING:
    from sqlalchemy import Connection


def read_exposures(connection: Connection, period: Period) -> Exposures:
    """Return days, amounts and factors; a factor comes from the day before its first day on."""
    known = load_factors(connection)
    sooner = Period(period.first - timedelta(days=1), period.last)
    amounts = daily_amounts(connection, sooner)
    order = [*(name for name in known if name in amounts), *sorted(set(amounts) - set(known))]
    return Exposures(
        days=summarise(connection, period),
        amounts=MappingProxyType({name: MappingProxyType(dict(amounts[name])) for name in order}),
        factors=MappingProxyType(
            {name: known.get(name) or factor_or_unknown(name) for name in order}
        ),
    )
