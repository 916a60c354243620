"""Count what was answered about the twitches of each place: strength, triggers, what stopped it."""

from __future__ import annotations

from collections import defaultdict
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from twitchlog.diary import tables
from twitchlog.domain.counts.at_sites import SiteAnswers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection, Table

    from twitchlog.domain.period import Period

_twitches, _sites = tables.twitches, tables.twitch_sites


def answers_at_sites(connection: Connection, period: Period) -> Mapping[str, SiteAnswers]:
    """Return the answers by site; one about an entry with several places counts at each."""
    strengths = _strengths(connection, period)
    triggers = _words(connection, period, tables.twitch_triggers)
    reliefs = _words(connection, period, tables.twitch_reliefs)
    return MappingProxyType(
        {
            site: SiteAnswers(
                MappingProxyType(strengths[site]),
                MappingProxyType(triggers[site]),
                MappingProxyType(reliefs[site]),
            )
            for site in {*strengths, *triggers, *reliefs}
        }
    )


def _strengths(connection: Connection, period: Period) -> defaultdict[str, dict[int, int]]:
    query = (
        select(_sites.c.site, _twitches.c.strength, func.count())
        .join_from(_twitches, _sites)
        .where(_inside(period), _twitches.c.strength.is_not(None))
        .group_by(_sites.c.site, _twitches.c.strength)
    )
    found: defaultdict[str, dict[int, int]] = defaultdict(dict)
    for site, strength, entries in connection.execute(query):
        found[site][strength] = entries
    return found


def _words(
    connection: Connection, period: Period, table: Table
) -> defaultdict[str, dict[str, int]]:
    """Count by site what is built in by its kind and what is a person's own by its words."""
    query = (
        select(_sites.c.site, table.c.kind, table.c.words, func.count().label("entries"))
        .join_from(_twitches, _sites)
        .join(table, table.c.twitch_id == _twitches.c.id)
        .where(_inside(period))
        .group_by(_sites.c.site, table.c.kind, table.c.words)
        .order_by(func.count().desc(), table.c.kind, table.c.words)
    )
    found: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for row in connection.execute(query):
        counted, said = found[row.site], row.words or row.kind
        counted[said] = counted.get(said, 0) + row.entries
    return found


def _inside(period: Period) -> Any:
    return _twitches.c.local_day.between(period.first.isoformat(), period.last.isoformat())
