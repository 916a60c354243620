"""Compare two databases that one connection has open, table by table and row by row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twitchlog.domain.errors import DiaryError
from twitchlog.translation import _

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable


def insist_alike(
    file: sqlite3.Connection, old: str, new: str, progress: Callable[[float], None]
) -> None:
    """Raise DiaryError unless the database `new` is whole and holds exactly what `old` does.

    `progress` is told how much has been compared, from 0 to 1.
    """
    if file.execute(f"PRAGMA {new}.quick_check").fetchone() != ("ok",):
        raise _different()
    progress(0.4)
    if _schema(file, old) != _schema(file, new):
        raise _different()
    names = _tables(file, old)
    for number, (name, has_rowid) in enumerate(names):
        if not _same_rows(file, old, new, name, has_rowid=has_rowid):
            raise _different()
        progress(0.4 + 0.6 * (number + 1) / len(names))


def _different() -> DiaryError:
    return DiaryError(
        _("The new copy of the diary was not like the old one and was not used. Try again.")
    )


def _schema(file: sqlite3.Connection, database: str) -> list[tuple[str, ...]]:
    """Return every table, index, view and trigger, as it was written."""
    found = file.execute(f"SELECT type, name, tbl_name, sql FROM {database}.sqlite_schema")  # noqa: S608 - a name of ours
    return sorted(found.fetchall(), key=repr)


def _tables(file: sqlite3.Connection, database: str) -> list[tuple[str, bool]]:
    """Return the tables that hold rows themselves, and whether their rows are numbered."""
    rows = file.execute(
        "SELECT name, wr FROM pragma_table_list WHERE schema = ? AND type IN ('table', 'shadow')"
        " AND name NOT IN ('sqlite_schema', 'sqlite_master', 'sqlite_temp_schema')",
        (database,),
    )
    return [(name, not without) for name, without in rows.fetchall()]


def _same_rows(file: sqlite3.Connection, old: str, new: str, name: str, *, has_rowid: bool) -> bool:
    """Whether both have the same rows under the same keys, with the same values in them."""
    asked = "SELECT name, pk FROM pragma_table_xinfo(?, ?)"
    columns = file.execute(asked, (name, old)).fetchall()
    keys = ["rowid"] if has_rowid else [f'"{column}"' for column, place in columns if place]
    there = " AND ".join(f"a.{key} = b.{key}" for key in keys)
    alike = " AND ".join(f'a."{each}" IS b."{each}" COLLATE BINARY' for each, _place in columns)
    counts = [f'SELECT count(*) FROM {database}."{name}"' for database in (old, new)]  # noqa: S608 - a table's own name
    same = f'SELECT count(*) FROM {old}."{name}" a JOIN {new}."{name}" b ON {there} WHERE {alike}'  # noqa: S608 - as above
    before, after, equal = (file.execute(each).fetchone() for each in (*counts, same))
    return bool(before == after == equal)
