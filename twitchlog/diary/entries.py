"""Read twitches with their places and triggers, a few statements for any number of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from twitchlog.diary import moments, tables
from twitchlog.domain.twitch import Activity, Pattern, Relief, Seen, Strength, Trigger, Twitch

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from sqlalchemy import ColumnElement, Connection

_AT_ONCE = 500


def load_twitches(
    connection: Connection,
    where: ColumnElement[bool] | None = None,
    *,
    newest_first: bool = False,
    limit: int | None = None,
) -> tuple[Twitch, ...]:
    """Return the twitches that match `where`, in the order of time."""
    table = tables.twitches
    # The id breaks ties, so that a list never changes its order between two looks.
    order = (table.c.utc_ms, table.c.id)
    query = select(table).order_by(*(column.desc() if newest_first else column for column in order))
    if where is not None:
        query = query.where(where)
    if limit is not None:
        query = query.limit(limit)
    rows = [dict(row) for row in connection.execute(query).mappings()]
    return build_twitches(connection, rows)


def build_twitches(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> tuple[Twitch, ...]:
    """Return the twitches of these rows, with their places and triggers looked up."""
    sites: dict[str, list[str]] = {}
    triggers: dict[str, list[Trigger]] = {}
    reliefs: dict[str, list[Relief]] = {}
    for start in range(0, len(rows), _AT_ONCE):
        ids = [row["id"] for row in rows[start : start + _AT_ONCE]]
        for child in connection.execute(_SITES, {"ids": ids}):
            sites.setdefault(child.twitch_id, []).append(child.site)
        for child in connection.execute(_TRIGGERS, {"ids": ids}):
            found = Trigger(child.kind, child.words)
            triggers.setdefault(child.twitch_id, []).append(found)
        for child in connection.execute(_RELIEFS, {"ids": ids}):
            stopped = Relief(child.kind, child.words)
            reliefs.setdefault(child.twitch_id, []).append(stopped)

    return tuple(
        twitch_of(
            row,
            sites.get(row["id"], ()),
            triggers.get(row["id"], ()),
            reliefs.get(row["id"], ()),
        )
        for row in rows
    )


def twitch_of(
    row: Mapping[Any, Any],
    sites: Sequence[str],
    triggers: Sequence[Trigger],
    reliefs: Sequence[Relief],
) -> Twitch:
    """Return the twitch that a row of the table keeps."""
    return Twitch(
        id=row["id"],
        moment=moments.from_row(row),
        sites=tuple(sites),
        duration_s=row["duration_s"],
        strength=None if row["strength"] is None else Strength(row["strength"]),
        triggers=tuple(triggers),
        note=row["note"],
        pattern=Pattern(row["pattern"]) if row["pattern"] else None,
        seen=Seen(row["seen"]) if row["seen"] else None,
        activity=Activity(row["activity"]) if row["activity"] else None,
        reliefs=tuple(reliefs),
    )


_SITES = (
    select(tables.twitch_sites)
    .where(tables.twitch_sites.c.twitch_id.in_(bindparam("ids", expanding=True)))
    .order_by(tables.twitch_sites.c.position)
)
_TRIGGERS = (
    select(tables.twitch_triggers)
    .where(tables.twitch_triggers.c.twitch_id.in_(bindparam("ids", expanding=True)))
    .order_by(tables.twitch_triggers.c.position)
)
_RELIEFS = (
    select(tables.twitch_reliefs)
    .where(tables.twitch_reliefs.c.twitch_id.in_(bindparam("ids", expanding=True)))
    .order_by(tables.twitch_reliefs.c.position)
)
