"""Where it twitches, added up: from the table that knows each place's entries a day."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import func, select

from twitchlog.diary import tables
from twitchlog.diary.dialect import days_since
from twitchlog.diary.tables.places import ANY
from twitchlog.domain.counts.places import (
    PlaceCount,
    PlaceCounts,
    PlacesIn,
    SiteBlock,
    SpreadCounts,
)
from twitchlog.domain.period import Period

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sqlalchemy import ColumnElement, Connection, Select

BLOCK_DAYS: Final = 14
WEEK_DAYS: Final = 7
FOUR_WEEKS: Final = 28
_kept, _twitches = tables.site_days, tables.twitches


def place_counts(connection: Connection, period: Period) -> PlaceCounts:
    """Return how often each place was named in a period."""
    a_day = _entries_a_day(connection, period)
    entries = sum(a_day.values())
    earlier = select(_kept.c.site).where(_kept.c.local_day < period.first.isoformat()).distinct()
    known = set(connection.execute(earlier).scalars())
    return PlaceCounts(
        logged=len(_logged(connection, period, a_day)),
        entries=entries,
        without_site=entries - named(connection, period),
        sites=tuple(
            PlaceCount(
                site=row.site,
                entries=row.entries,
                days=row.days,
                first=date.fromisoformat(row.first),
                last=date.fromisoformat(row.last),
                known=row.site in known,
            )
            for row in connection.execute(_ranked(period))
        ),
    )


def spread_counts(connection: Connection, period: Period) -> SpreadCounts:
    """Return how the places of a period are spread over its fortnights and weeks."""
    recent = Period.ending(period.last, days=FOUR_WEEKS)
    whole = Period(min(period.first, recent.before().first), period.last)
    entries = _entries_a_day(connection, whole)
    logged = _logged(connection, whole, entries)
    weekly = _weekly(connection, period)
    blocks = tuple(_blocks(period, weekly, entries))
    return SpreadCounts(
        leading=_leading(connection, period, blocks),
        logged=_within(logged, period),
        blocks=blocks,
        weeks=tuple(_weeks(period, weekly, logged)),
        recent=_places_in(connection, recent, logged),
        before=_places_in(connection, recent.before(), logged),
    )


def named(connection: Connection, period: Period) -> int:
    """Return how many entries of a period name a place at all."""
    query = select(func.coalesce(func.sum(_kept.c.entries), 0)).where(
        _kept.c.site == ANY, _inside(_kept.c.local_day, period)
    )
    return int(connection.execute(query).scalar_one())


def _ranked(period: Period) -> Select[Any]:
    """Return the query of each site's counts, the most frequent first."""
    day = _kept.c.local_day
    entries = func.sum(_kept.c.entries)
    return (
        select(
            _kept.c.site,
            entries.label("entries"),
            func.count().label("days"),
            func.min(day).label("first"),
            func.max(day).label("last"),
        )
        .where(_kept.c.site != ANY, _inside(day, period))
        .group_by(_kept.c.site)
        .order_by(entries.desc(), func.max(day).desc(), _kept.c.site)
    )


def _entries_a_day(connection: Connection, period: Period) -> dict[date, int]:
    day = _twitches.c.local_day
    query = select(day, func.count()).where(_inside(day, period)).group_by(day)
    return {date.fromisoformat(each): count for each, count in connection.execute(query)}


def _logged(connection: Connection, period: Period, entries: Mapping[date, int]) -> frozenset[date]:
    """Return the days of a period with entries, a *none today* or a check-in."""
    day = tables.checkins.c.local_day
    said = connection.execute(select(day).where(_inside(day, period))).scalars()
    return frozenset(entries).union(map(date.fromisoformat, said))


def _weekly(connection: Connection, period: Period) -> dict[int, dict[str, int]]:
    """Return the entries of each site by the week, 0 the last of the period, 1 the one before."""
    since = days_since(period.last.isoformat(), _kept.c.local_day)
    week = (since // WEEK_DAYS).label("week")  # the group names it: see dialect.py
    query = (
        select(week, _kept.c.site, func.sum(_kept.c.entries))
        .where(_kept.c.site != ANY, _inside(_kept.c.local_day, period))
        .group_by("week", _kept.c.site)
    )
    found: defaultdict[int, dict[str, int]] = defaultdict(dict)
    for at, site, count in connection.execute(query):
        found[at][site] = count
    return found


def _blocks(
    period: Period, weekly: Mapping[int, Mapping[str, int]], entries: Mapping[date, int]
) -> Iterator[SiteBlock]:
    """Yield the fortnights with entries, the newest first."""
    oldest = max(1, period.days // BLOCK_DAYS) - 1
    counts: Counter[int] = Counter()
    for day, count in entries.items():
        if day in period:
            counts[min((period.last - day).days // BLOCK_DAYS, oldest)] += count
    sites: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for week, named_then in weekly.items():
        sites[min(week * WEEK_DAYS // BLOCK_DAYS, oldest)].update(named_then)
    return (SiteBlock(counts[at], sites[at]) for at in sorted(counts))


def _leading(connection: Connection, period: Period, blocks: tuple[SiteBlock, ...]) -> str | None:
    """Return the site named most; only where several tie, the day each was last named matters."""
    totals: Counter[str] = Counter()
    for block in blocks:
        totals.update(block.sites)
    most = max(totals.values(), default=0)
    first = [site for site, count in totals.items() if count == most]
    if len(first) > 1:
        return str(connection.execute(_ranked(period).limit(1)).scalar_one())
    return first[0] if first else None


def _weeks(
    period: Period, weekly: Mapping[int, Mapping[str, int]], logged: frozenset[date]
) -> Iterator[PlacesIn]:
    """Yield the weeks of a period, the oldest first."""
    days = Counter((period.last - day).days // WEEK_DAYS for day in logged if day in period)
    for at in reversed(range(-(-period.days // WEEK_DAYS))):
        last = period.last - timedelta(days=WEEK_DAYS * at)
        first = max(period.first, last - timedelta(days=WEEK_DAYS - 1))
        yield PlacesIn(first, last, days[at], len(weekly.get(at, ())))


def _places_in(connection: Connection, period: Period, logged: frozenset[date]) -> PlacesIn:
    query = select(func.count(_kept.c.site.distinct())).where(
        _kept.c.site != ANY, _inside(_kept.c.local_day, period)
    )
    many = int(connection.execute(query).scalar_one())
    return PlacesIn(period.first, period.last, _within(logged, period), many)


def _within(days: frozenset[date], period: Period) -> int:
    return sum(day in period for day in days)


def _inside(day: ColumnElement[str], period: Period) -> ColumnElement[bool]:
    return day.between(period.first.isoformat(), period.last.isoformat())
