"""Where it twitches, added up: from the table that knows each place's entries a day."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Integer, cast, func, select, union

from twitchlog.diary import tables
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
    from collections.abc import Iterator

    from sqlalchemy import ColumnElement, Connection, Select

BLOCK_DAYS: Final = 14
WEEK_DAYS: Final = 7
FOUR_WEEKS: Final = 28
_kept, _twitches = tables.site_days, tables.twitches


def place_counts(connection: Connection, period: Period) -> PlaceCounts:
    """Return how often each place was named in a period."""
    entries = _entries(connection, period)
    earlier = select(_kept.c.site).where(_kept.c.local_day < period.first.isoformat()).distinct()
    known = set(connection.execute(earlier).scalars())
    return PlaceCounts(
        logged=len(_logged(connection, period)),
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
    logged = _logged(connection, Period(min(period.first, recent.before().first), period.last))
    blocks = tuple(_blocks(connection, period))
    return SpreadCounts(
        leading=_leading(connection, period, blocks),
        logged=_within(logged, period),
        blocks=blocks,
        weeks=tuple(_weeks(connection, period, logged)),
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


def _entries(connection: Connection, period: Period) -> int:
    query = select(func.count()).where(_inside(_twitches.c.local_day, period))
    return int(connection.execute(query).scalar_one())


def _logged(connection: Connection, period: Period) -> list[date]:
    """Return the days of a period with an entry, a *none today* or a check-in, in no order."""
    days = union(
        *(
            select(table.c.local_day).where(_inside(table.c.local_day, period))
            for table in (_twitches, tables.checkins)
        )
    )
    return [date.fromisoformat(day) for day in connection.execute(days).scalars()]


def _blocks(connection: Connection, period: Period) -> Iterator[SiteBlock]:
    """Yield the fortnights with entries, the newest first."""
    oldest = max(1, period.days // BLOCK_DAYS) - 1

    def back(day: ColumnElement[str]) -> ColumnElement[int]:
        return func.min(_back(day, period.last, BLOCK_DAYS), oldest)

    a_day = (
        select(_twitches.c.local_day.label("day"), func.count().label("entries"))
        .where(_inside(_twitches.c.local_day, period))
        .group_by(_twitches.c.local_day)
        .subquery()
    )
    block = back(a_day.c.day).label("block")
    entries: Counter[int] = Counter(
        dict(connection.execute(select(block, func.sum(a_day.c.entries)).group_by(block)).all())
    )
    block = back(_kept.c.local_day).label("block")
    query = (
        select(block, _kept.c.site, func.sum(_kept.c.entries))
        .where(_kept.c.site != ANY, _inside(_kept.c.local_day, period))
        .group_by(block, _kept.c.site)
    )
    sites: defaultdict[int, dict[str, int]] = defaultdict(dict)
    for at, site, count in connection.execute(query):
        sites[at][site] = count
    return (SiteBlock(entries[at], sites[at]) for at in sorted(entries))


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


def _weeks(connection: Connection, period: Period, logged: list[date]) -> Iterator[PlacesIn]:
    """Yield the weeks of a period, the oldest first."""
    week = _back(_kept.c.local_day, period.last, WEEK_DAYS).label("week")
    pairs = (
        select(week, _kept.c.site)
        .where(_kept.c.site != ANY, _inside(_kept.c.local_day, period))
        .distinct()
        .subquery()
    )
    counted = select(pairs.c.week, func.count()).group_by(pairs.c.week)
    found: dict[int, int] = dict(connection.execute(counted).all())
    days = Counter((period.last - day).days // WEEK_DAYS for day in logged if day in period)
    for at in reversed(range(-(-period.days // WEEK_DAYS))):
        last = period.last - timedelta(days=WEEK_DAYS * at)
        first = max(period.first, last - timedelta(days=WEEK_DAYS - 1))
        yield PlacesIn(first, last, days[at], found.get(at, 0))


def _places_in(connection: Connection, period: Period, logged: list[date]) -> PlacesIn:
    query = select(func.count(_kept.c.site.distinct())).where(
        _kept.c.site != ANY, _inside(_kept.c.local_day, period)
    )
    many = int(connection.execute(query).scalar_one())
    return PlacesIn(period.first, period.last, _within(logged, period), many)


def _within(days: list[date], period: Period) -> int:
    return sum(day in period for day in days)


def _inside(day: ColumnElement[str], period: Period) -> ColumnElement[bool]:
    return day.between(period.first.isoformat(), period.last.isoformat())


def _back(day: ColumnElement[str], last: date, length: int) -> ColumnElement[int]:
    """Return how many whole stretches of `length` days lie between a day and the last one."""
    since = func.julianday(last.isoformat()) - func.julianday(day)
    return cast(since, Integer) // length
