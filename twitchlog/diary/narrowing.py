"""The filters of a search, as conditions on the table of twitches."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import and_, exists, or_, select

from twitchlog.diary import tables
from twitchlog.diary.dialect import unindexed, weekday
from twitchlog.domain.site import SITES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from sqlalchemy import ColumnElement, Select

    from twitchlog.domain.period import Period
    from twitchlog.domain.searching import Query
    from twitchlog.domain.twitch import Trigger

_LOOKED_UP_DAYS: Final = 366
"""Within so many days the entries are gone through one by one, by the index of days."""


def filtered(query: Query) -> Iterator[ColumnElement[bool]]:
    """Yield what a twitch must fulfil to pass every filter of the query; its words not counted."""
    yield from within(day_of(tables.twitches, query), query)
    yield from _when(query)
    yield from _where(query)
    yield from _how(query)


def day_of(table: Any, query: Query) -> ColumnElement[str]:
    """Return the day of a row, for conditions and groups.

    The plus keeps SQLite from going by the index of days where each row has to be looked at: over
    years it is three to ten times as quick to read the table from beginning to end.
    """
    looked_at = query.patterns or query.seen or query.activities
    whole = bool(looked_at) and not _is_short(query.period)
    return unindexed(table.c.local_day) if whole else table.c.local_day


def within(day: ColumnElement[str], query: Query) -> Iterator[ColumnElement[bool]]:
    """Yield that a day lies in the period, and is one of the single days, where any are asked."""
    if query.period is not None:
        yield day.between(query.period.first.isoformat(), query.period.last.isoformat())
    if query.days:
        yield day.in_([each.isoformat() for each in sorted(query.days)])


def _is_short(period: Period | None) -> bool:
    return period is not None and period.days <= _LOOKED_UP_DAYS


def _when(query: Query) -> Iterator[ColumnElement[bool]]:
    if query.weekdays:
        yield weekday(tables.twitches.c.local_day).in_(sorted(query.weekdays))
    if query.hours:
        yield (tables.twitches.c.local_minute // 60).in_(sorted(query.hours))


def _where(query: Query) -> Iterator[ColumnElement[bool]]:
    short = _is_short(query.period)
    if query.parts:
        parts = [site.id for site in SITES.values() if site.part in query.parts]
        yield _at(parts, each=short)
    if query.sites:
        yield _at(sorted(query.sites), each=short)


def _at(sites: Collection[str], *, each: bool) -> ColumnElement[bool]:
    """Ask for one of these places: by the entries of the places, or of `each` entry its places."""
    placed, entry = tables.twitch_sites, tables.twitches.c.id
    there = select(placed.c.twitch_id).where(placed.c.site.in_(sites))
    return exists(there.where(placed.c.twitch_id == entry)) if each else entry.in_(there)


def _how(query: Query) -> Iterator[ColumnElement[bool]]:
    table = tables.twitches
    if query.at_least_s is not None:
        yield table.c.duration_s >= query.at_least_s
    if query.below_s is not None:
        yield table.c.duration_s < query.below_s
    if query.no_duration:
        yield table.c.duration_s.is_(None)
    if query.strengths:
        yield table.c.strength.in_([int(each) for each in query.strengths])
    if query.patterns:
        yield table.c.pattern.in_(sorted(query.patterns))
    if query.seen:
        yield table.c.seen.in_(sorted(query.seen))
    if query.activities:
        yield table.c.activity.in_(sorted(query.activities))
    if query.triggers:
        yield table.c.id.in_(_with(query.triggers))


def _with(triggers: Collection[Trigger]) -> Select[Any]:
    said = tables.twitch_triggers
    return select(said.c.twitch_id).where(
        or_(*(and_(said.c.kind == each.kind, said.c.words == each.words) for each in triggers))
    )
