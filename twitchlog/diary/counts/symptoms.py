"""Read the answers about other symptoms, of which there is at most one a kind and day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import select

from twitchlog.diary import tables
from twitchlog.domain.counts.symptoms import SymptomMark
from twitchlog.domain.symptom import Amount

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from twitchlog.domain.period import Period


def symptom_marks(connection: Connection, period: Period) -> tuple[SymptomMark, ...]:
    """Return the answers of a period in the order of their days."""
    own = tables.symptoms.c
    query = (
        select(own.kind, own.local_day, own.present, own.amount, own.sites)
        .where(own.local_day.between(period.first.isoformat(), period.last.isoformat()))
        .order_by(own.local_day, own.kind)
    )
    return tuple(
        SymptomMark(
            kind,
            date.fromisoformat(day),
            bool(present),
            None if amount is None else Amount(amount),
            tuple(sites.split()),
        )
        for kind, day, present, amount, sites in connection.execute(query)
    )
