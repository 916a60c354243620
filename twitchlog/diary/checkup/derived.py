"""What the diary keeps twice, to be quick: whether it agrees with the entries, and making it anew.

Everything here follows from other rows, so making it anew can lose nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import exc, text

from twitchlog.diary import connecting, tables
from twitchlog.diary.tables import counted, places, search

if TYPE_CHECKING:
    import sqlite3

    from sqlalchemy import Connection

_SHOULD_HOLD: Final = {
    tables.entry_days.name: (("local_day", "entries"), counted.DAYS),
    tables.site_days.name: (("local_day", "site", "entries"), places.SITES),
    tables.search_texts.name: (("source", "ref", "part", "words"), search.TEXTS),
}
"""The columns of each derived table that follow from the entries, and what reads those."""
NAMES: Final = frozenset(_SHOULD_HOLD)
_TRIGGERS: Final = ("search_texts_added", "search_texts_gone")


def disagreeing(connection: Connection) -> tuple[str, ...]:
    """Return the derived tables that do not hold what follows from the entries."""
    return tuple(name for name in _SHOULD_HOLD if not _agrees(connection, name))


def _agrees(connection: Connection, name: str) -> bool:
    columns, wanted = _SHOULD_HOLD[name]
    held = f"SELECT {', '.join(columns)} FROM {name}"  # noqa: S608 - our own names
    for one, other in ((held, wanted), (wanted, held)):
        both = f"SELECT * FROM ({one}) EXCEPT SELECT * FROM ({other})"  # noqa: S608 - our own
        different = f"{both} LIMIT 1"
        if connection.execute(text(different.replace(":", r"\:"))).first() is not None:
            return False
    return True


def index_agrees(connection: Connection) -> bool:
    """Whether the full-text index is whole and fits the texts; needs a transaction that writes."""
    asked = "INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)"
    try:
        connection.execute(text(asked))
    except connecting.errors(exc.DatabaseError):
        return False
    return True


def make_anew(raw: sqlite3.Connection | Any) -> None:
    """Fill the derived tables and all indexes from the entries, in a transaction that writes."""
    for trigger in _TRIGGERS:
        raw.execute(f"DROP TRIGGER IF EXISTS {trigger}")
    raw.execute("DROP TABLE IF EXISTS search_index")
    raw.execute("REINDEX")
    for name, (columns, wanted) in _SHOULD_HOLD.items():
        raw.execute(f"DELETE FROM {name}")  # noqa: S608 - our own names
        raw.execute(f"INSERT INTO {name} ({', '.join(columns)}) {wanted}")
    for statement in search.FOLLOW:
        raw.execute(statement.strip())
    raw.execute("INSERT INTO search_index (search_index) VALUES ('rebuild')")
