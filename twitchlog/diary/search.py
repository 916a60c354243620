"""Search over everything of a day that was written or tapped; and filters."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, literal, select

from twitchlog.diary import tables
from twitchlog.diary.entries import load_twitches
from twitchlog.diary.narrowing import day_of, filtered, within
from twitchlog.diary.search_words import BY_DAY, Asked, of_others, of_twitches
from twitchlog.domain.period import Period
from twitchlog.domain.searching import Found, Hit, Query
from twitchlog.domain.site import site_or_unknown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sqlalchemy import Connection

    from twitchlog.diary.diary import Diary
    from twitchlog.domain.twitch import Twitch


class Search:
    """The room of the search."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary

    def find(self, query: Query, *, at_least: int | None = None) -> Found:
        """Return what answers the query, the newest first; all of it, or whole days.

        With `at_least`, days are left out that are older than so many of the newest answers.
        Of several words each must be found, as the beginning of a word: in what was written, or in
        the words that a tapped answer is shown in, of any language. Other entries than twitches are
        found by words alone: a filter that only a twitch can pass leaves them out.
        """
        with self._diary.reading() as connection:
            asked = tuple(_asked(connection, query))
            if at_least is None:
                hits = _hits(connection, _narrowed(asked, query))
                return Found(hits, len(hits), len({hit.day for hit in hits}))
            counted = _by_day(connection, query, asked)
            newest = replace(query, period=_newest(counted, at_least))
            hits = _hits(connection, _narrowed(asked, newest)) if counted else ()
        return Found(hits, sum(counted.values()), len(counted))

    def twitches(self, ids: Sequence[str]) -> tuple[Twitch, ...]:
        """Return the twitches of these ids, in this order; those that are gone are left out."""
        with self._diary.reading() as connection:
            found = load_twitches(connection, tables.twitches.c.id.in_(ids))
        by_id = {each.id: each for each in found}
        return tuple(by_id[each] for each in ids if each in by_id)

    def usual_parts(self, limit: int = 12) -> tuple[str, ...]:
        """Return the parts of the body with most entries, the most first."""
        table = tables.twitch_sites
        query = select(table.c.site, func.count()).group_by(table.c.site)
        counted: Counter[str] = Counter()
        with self._diary.reading() as connection:
            for site, count in connection.execute(query):
                counted[site_or_unknown(site).part] += count
        return tuple(part for part, _count in counted.most_common(limit))


def _asked(connection: Connection, query: Query) -> Iterator[Asked]:
    """Yield each table that can hold an answer, and what a row of it must have, on any day."""
    words = query.words
    yield tables.twitches, of_twitches(connection, words)
    if words and not query.of_twitches:
        yield from of_others(connection, words)


def _narrowed(asked: Iterable[Asked], query: Query) -> Iterator[Asked]:
    """Yield the same with the filters of the query."""
    for table, having in asked:
        is_twitches = table is tables.twitches
        narrowing = filtered(query) if is_twitches else within(day_of(table, query), query)
        yield table, [*having, *narrowing]


def _hits(connection: Connection, asked: Iterable[Asked]) -> tuple[Hit, ...]:
    hits: list[Hit] = []
    for table, wanted in asked:
        columns = table.c.id, table.c.utc_ms, table.c.local_day
        rows = connection.execute(select(*columns).where(*wanted))
        if table.name in BY_DAY:
            hits += _of_days(table.name, rows)
        else:
            hits += (
                Hit(table.name, id_, utc_ms, date.fromisoformat(day)) for id_, utc_ms, day in rows
            )
    return tuple(sorted(hits, key=lambda hit: (hit.day, hit.utc_ms, hit.id), reverse=True))


def _of_days(source: str, rows: Iterable[Any]) -> Iterator[Hit]:
    """Yield one answer for the entries of each day, in the order of their times."""
    days: dict[str, list[tuple[int, str]]] = {}
    for id_, utc_ms, day in rows:
        days.setdefault(day, []).append((utc_ms, id_))
    for day, found in days.items():
        found.sort()
        of = tuple(id_ for _utc_ms, id_ in found)
        yield Hit(source, " ".join(of), found[-1][0], date.fromisoformat(day), of)


def _by_day(connection: Connection, query: Query, asked: Iterable[Asked]) -> Counter[str]:
    """Return how many answers there are, by the day they are of."""
    if len(query.sites) == 1 and query == Query(sites=query.sites, period=query.period):
        return _of_a_place(connection, query)
    counted: Counter[str] = Counter()
    for table, wanted in _narrowed(asked, query):
        day = day_of(table, query)
        number = literal(1) if table.name in BY_DAY else func.count()
        found = select(day.label("day"), number.label("number")).where(*wanted).group_by(day)
        counted.update({row.day: row.number for row in connection.execute(found)})
    return counted


def _of_a_place(connection: Connection, query: Query) -> Counter[str]:
    """Return the same for the entries of one place, which are kept counted by the day."""
    kept = tables.site_days
    found = select(kept.c.local_day, kept.c.entries).where(
        kept.c.site.in_(query.sites), *within(kept.c.local_day, query)
    )
    return Counter({row.local_day: row.entries for row in connection.execute(found)})


def _newest(counted: Mapping[str, int], at_least: int) -> Period | None:
    """Return the fewest days up to the last one that hold so many answers, where there are any."""
    days = sorted(counted, reverse=True)
    if not days:
        return None
    reached = accumulate(counted[day] for day in days)
    first = next(
        (day for day, sum_ in zip(days, reached, strict=True) if sum_ >= at_least), days[-1]
    )
    return Period(date.fromisoformat(first), date.fromisoformat(days[0]))
