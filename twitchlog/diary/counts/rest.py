"""Count the taps of the rest counts, and those at each place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from twitchlog.diary import moments, tables
from twitchlog.domain.counts.rest import RestTally

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from twitchlog.domain.period import Period


def rest_tallies(connection: Connection, period: Period) -> tuple[RestTally, ...]:
    """Return the rest counts of a period, the oldest first."""
    own, taps = tables.rest_counts, tables.rest_taps
    inside = own.c.local_day.between(period.first.isoformat(), period.last.isoformat())
    grouped = (
        select(own.c.id, taps.c.site, func.count().label("taps"))
        .join_from(own, taps, taps.c.rest_count_id == own.c.id)
        .where(inside)
        .group_by(own.c.id, taps.c.site)
        .order_by(func.count().desc(), taps.c.site)
    )
    places: dict[str, list[tuple[str | None, int]]] = {}
    for row in connection.execute(grouped):
        places.setdefault(row.id, []).append((row.site, row.taps))
    counts = select(own).where(inside).order_by(own.c.utc_ms, own.c.id)
    return tuple(
        RestTally(
            moments.from_row(row),
            row["length_s"],
            sum(taps for _site, taps in places.get(row["id"], ())),
            tuple((site, taps) for site, taps in places.get(row["id"], ()) if site is not None),
        )
        for row in connection.execute(counts).mappings()
    )
