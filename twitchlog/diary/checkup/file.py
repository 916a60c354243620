"""Check the file itself: its pages, its indexes, and the index of words."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import exc

from twitchlog.diary import connecting, file_words, tables
from twitchlog.diary.checkup import derived
from twitchlog.domain.checkup import Finding, Remedy
from twitchlog.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection

    from twitchlog.diary.diary import Diary

_MOST: Final = 1000
"""How many places SQLite looks for before it stops."""
_OPERATIONS: Final = 20_000
"""After so many of SQLite's own steps it is asked whether time is up: about a millisecond."""
_INDEX_SIGNS: Final = ("missing from index", "wrong # of entries in index", "non-unique entry in")
_WORDS_SIGNS: Final = ("fts5", "search_index")


def file_findings(diary: Diary) -> Iterable[Finding]:
    """Look at every page of the file, at its indexes, and at the rules of its rows."""
    with diary.reading() as connection:
        said = _ask(connection, f"PRAGMA integrity_check({_MOST})")
    yield from _sorted_out(said)


def derived_findings(diary: Diary) -> Iterable[Finding]:
    """Compare what is kept twice, to be quick, with the entries it follows from."""
    with diary.reading() as connection:
        agree = not derived.disagreeing(connection)
    # The index is asked by writing to it; nothing of that is kept.
    with diary.held() as connection:
        agree = agree and derived.index_agrees(connection)
    if not agree:
        yield _lists()


def quick_findings(diary: Diary, seconds: float) -> Iterable[Finding]:
    """Look at one table after the other for at most `seconds`, each day from another on."""
    named = sorted(tables.metadata.tables)
    first = diary.clock.now().utc.toordinal() % len(named)
    until = time.monotonic() + seconds
    with diary.reading() as connection:
        raw: Any = connection.connection.driver_connection
        raw.set_progress_handler(lambda: time.monotonic() > until, _OPERATIONS)
        try:
            for name in (*named[first:], *named[:first]):
                yield from _sorted_out(_ask(connection, f"PRAGMA quick_check('{name}')"))
        except connecting.errors(exc.DatabaseError) as problem:
            if "interrupt" not in str(problem):
                raise
        finally:
            raw.set_progress_handler(None, 0)


def size_findings(diary: Diary) -> Iterable[Finding]:
    """Compare the file's size with its pages: a copy that was cut short ends inside one.

    The file itself is not opened: closing it again would drop SQLite's locks on it.
    """
    with diary.reading() as connection:
        page = int(connection.exec_driver_sql("PRAGMA page_size").scalar_one())
    if diary.path.stat().st_size % page:
        yield damage(1)


def damage(places: int) -> Finding:
    """Say that the file is damaged in so many places."""
    return Finding(
        "file",
        ngettext(
            "The file is damaged in {n} place. Save what can be read into a new diary, or bring "
            "back a backup.",
            "The file is damaged in {n} places. Save what can be read into a new diary, or bring "
            "back a backup.",
            places,
        ).format(n=places),
        Remedy.RESCUE,
    )


def _ask(connection: Connection, question: str) -> Sequence[str]:
    try:
        return [str(row[0]) for row in connection.exec_driver_sql(question)]
    except connecting.errors(exc.DatabaseError) as problem:
        words = str(getattr(problem, "orig", None) or problem).lower()
        if any(sign in words for sign in file_words.DAMAGE_SIGNS):
            return [words]
        raise
    except UnicodeDecodeError:
        return ["a name cannot be read"]


def _sorted_out(said: Sequence[str]) -> Iterable[Finding]:
    """Turn what SQLite says, a line a place, into findings; `ok` is none."""
    indexes = [line for line in said if any(sign in line for sign in _INDEX_SIGNS)]
    lists = [line for line in said if any(sign in line.lower() for sign in _WORDS_SIGNS)]
    other = [line for line in said if line != "ok" and line not in indexes and line not in lists]
    if other:
        yield damage(len(other))
    elif indexes or lists:
        yield _lists()


def _lists() -> Finding:
    return Finding(
        "derived",
        _(
            "The lists by which the diary counts and searches do not fit the entries. The "
            "entries themselves are not touched by that; make the lists anew."
        ),
        Remedy.MEND,
    )
