"""Search over notes, places and what went with it, by a full-text index; and filters."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from itertools import accumulate
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import func, literal_column, select, union

from twitchlog.diary import tables
from twitchlog.diary.dialect import texts_with
from twitchlog.diary.entries import load_twitches
from twitchlog.diary.narrowing import day_of, filtered, within
from twitchlog.domain.period import Period
from twitchlog.domain.searching import Found, Hit, Query
from twitchlog.domain.site import SITES, site_or_unknown
from twitchlog.domain.twitch import TRIGGER_WORDS, Trigger
from twitchlog.domain.wording import plain_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from sqlalchemy import ColumnElement, Connection, Select

    from twitchlog.diary.diary import Diary
    from twitchlog.domain.site import Site
    from twitchlog.domain.twitch import Twitch

_OF_A_TWITCH: Final = ("twitches", "twitch_triggers", "twitch_reliefs")
_FOUND_ALONE: Final = {
    table.name: table for table in (tables.checkins, tables.symptoms, tables.doses)
} | {tables.rest_counts.name: tables.rest_counts}
"""What has words of its own beside the twitches, and is found by them alone."""


class Search:
    """The room of the search."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary

    def find(self, query: Query, *, at_least: int | None = None) -> Found:
        """Return what answers the query, the newest first; all of it, or whole days.

        With `at_least`, days are left out that are older than so many of the newest answers.
        Of several words each must be found, as the beginning of a word: in a note, in what went
        with it or stopped it, or in the name of a place. Other entries than twitches are found by
        words alone: a filter that only a twitch can pass leaves them out.
        """
        with self._diary.reading() as connection:
            if at_least is None:
                hits = _hits(connection, query)
                return Found(hits, len(hits), len({hit.day for hit in hits}))
            counted = _by_day(connection, query)
            newest = _newest(counted, at_least)
            hits = _hits(connection, replace(query, period=newest)) if newest else ()
        return Found(hits, sum(counted.values()), len(counted))

    def twitches(self, ids: Sequence[str]) -> tuple[Twitch, ...]:
        """Return the twitches of these ids, in this order; those that are gone are left out."""
        with self._diary.reading() as connection:
            found = load_twitches(connection, tables.twitches.c.id.in_(ids))
        by_id = {each.id: each for each in found}
        return tuple(by_id[each] for each in ids if each in by_id)

    def words(self, hits: Collection[Hit]) -> dict[str, str]:
        """Return what is written in these entries that are no twitches, by their ids."""
        table = tables.search_texts
        wanted = table.c.ref.in_([hit.id for hit in hits])
        found: dict[str, str] = {}
        with self._diary.reading() as connection:
            query = select(table.c.ref, table.c.words).where(wanted).order_by(table.c.number)
            for row in connection.execute(query):
                found[row.ref] = (
                    f"{found[row.ref]} · {row.words}" if row.ref in found else row.words
                )
        return found

    def usual_parts(self, limit: int = 12) -> tuple[str, ...]:
        """Return the parts of the body with most entries, the most first."""
        table = tables.twitch_sites
        query = select(table.c.site, func.count()).group_by(table.c.site)
        counted: Counter[str] = Counter()
        with self._diary.reading() as connection:
            for site, count in connection.execute(query):
                counted[site_or_unknown(site).part] += count
        return tuple(part for part, _count in counted.most_common(limit))


def _asked(connection: Connection, query: Query) -> Iterator[tuple[Any, list[ColumnElement[bool]]]]:
    """Yield each table that can hold an answer, and what a row of it must fulfil."""
    table = tables.twitches
    words = [table.c.id.in_(_having(connection, word)) for word in query.words]
    yield table, [*words, *filtered(query)]
    if query.words and not query.of_twitches:
        for name, other in _FOUND_ALONE.items():
            written = [other.c.id.in_(_written(connection, word, (name,))) for word in query.words]
            yield other, [*written, *within(day_of(other, query), query)]


def _hits(connection: Connection, query: Query) -> tuple[Hit, ...]:
    hits = [
        Hit(table.name, row.id, row.utc_ms, date.fromisoformat(row.local_day))
        for table, wanted in _asked(connection, query)
        for row in connection.execute(
            select(table.c.id, table.c.utc_ms, table.c.local_day).where(*wanted)
        )
    ]
    return tuple(sorted(hits, key=lambda hit: (hit.day, hit.utc_ms, hit.id), reverse=True))


def _by_day(connection: Connection, query: Query) -> Counter[str]:
    """Return how many answers there are, by the day they are of."""
    if len(query.sites) == 1 and query == Query(sites=query.sites, period=query.period):
        return _of_a_place(connection, query)
    counted: Counter[str] = Counter()
    for table, wanted in _asked(connection, query):
        day = day_of(table, query)
        found = select(day.label("day"), func.count().label("number")).where(*wanted).group_by(day)
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


def _having(connection: Connection, word: str) -> Any:
    """Return the ids of the twitches in which a word is found, somewhere."""
    found = [_written(connection, word, _OF_A_TWITCH)]
    sites = [site.id for site in SITES.values() if _begins(word, _named(site))]
    if sites:
        placed = tables.twitch_sites
        found.append(select(placed.c.twitch_id).where(placed.c.site.in_(sites)))
    kinds = [kind for kind in TRIGGER_WORDS if _begins(word, plain_words(Trigger(kind).label))]
    if kinds:
        said = tables.twitch_triggers
        found.append(select(said.c.twitch_id).where(said.c.kind.in_(kinds)))
    return union(*found)


def _written(connection: Connection, word: str, sources: Collection[str]) -> Select[Any]:
    """Return the ids of what has a word that begins so in one of its texts.

    Scripts that put no spaces between words are searched letter by letter.
    """
    texts = tables.search_texts
    if _unspaced(word):
        return select(texts.c.ref).where(
            texts.c.source.in_(sources), texts.c.words.icontains(word, autoescape=True)
        )
    source: ColumnElement[str] = literal_column("search_texts.source")
    return texts_with(connection, word).where(source.in_(sources))


def _named(site: Site) -> tuple[str, ...]:
    """Return every word that a place goes by, with that of its side."""
    return plain_words(f"{site.side.label} {site.lay} {site.muscle} {' '.join(site.synonyms)}")


def _begins(word: str, names: Collection[str]) -> bool:
    asked = "".join(plain_words(word))
    return any(name.startswith(asked) for name in names) if asked else False


def _unspaced(word: str) -> bool:
    """Tell whether a word has letters of Chinese, Japanese, Thai and the like (Unicode blocks)."""
    return any(
        "\u0e00" <= letter <= "\u0eff"
        or "\u1780" <= letter <= "\u17ff"
        or "\u3040" <= letter <= "\u30ff"
        or "\u3400" <= letter <= "\u9fff"
        or "\uac00" <= letter <= "\ud7af"
        for letter in word
    )
