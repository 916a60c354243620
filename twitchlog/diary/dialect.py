"""What SQLite and PostgreSQL say differently, each once: a construct, or a function of either.

A construct is put into a query like a column; the database that the query goes to chooses how it
is written. Rooms and counts use these and never ask which database they are on.

What is worked out and grouped by is given a label, and the group names that: with a number in it,
a server cannot tell that the two are the same.
"""

from __future__ import annotations

from contextlib import contextmanager
from functools import cache, partial
from typing import TYPE_CHECKING, Any, Final, TypeVar

from sqlalchemy import (
    Double,
    Executable,
    Integer,
    Text,
    func,
    insert,
    literal_column,
    select,
    text,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.elements import ClauseElement
from sqlalchemy.sql.functions import FunctionElement

from twitchlog.diary import tables
from twitchlog.diary.tables.search import MERGE_INDEX

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from sqlalchemy import ColumnElement, Connection, Delete, Insert, Select, Table
    from sqlalchemy.dialects import postgresql, sqlite

T = TypeVar("T", bound=FunctionElement[Any])
_ROOMY_KB: Final = 65_536


def _written(here: str, *, there: str) -> Callable[[type[T]], type[T]]:
    """Have a function written so in a file, and so on a server: `{}` is what it is given."""

    def decorate(function: type[T]) -> type[T]:
        for template, dialects in ((here, ()), (there, ("postgresql",))):
            compiles(function, *dialects)(partial(_fill, template))
        return function

    return decorate


def _fill(template: str, element: FunctionElement[Any], compiler: Any, **how: Any) -> str:
    given = [compiler.process(each, **how) for each in element.clauses]
    return template.format(*given, all=", ".join(given))


@_written(
    "CAST(strftime('%w', {}) AS INTEGER)",
    there="CAST(extract(dow FROM CAST({} AS date)) AS integer)",
)
class _from_sunday(FunctionElement[int]):  # noqa: N801 - reads as a function of SQL
    type = Integer()
    inherit_cache = True


def weekday(day: ColumnElement[str]) -> ColumnElement[int]:
    """Return the weekday of a day, 0 for Monday; both databases count from Sunday."""
    return (_from_sunday(day) + 6) % 7


@_written(
    "CAST(julianday({}) - julianday({}) AS INTEGER)",
    there="(CAST({} AS date) - CAST({} AS date))",
)
class days_since(FunctionElement[int]):  # noqa: N801 - used as a function
    """Tell how many days a day (the second) lies before another (the first)."""

    type = Integer()
    inherit_cache = True


@_written("CAST({} AS INTEGER)", there="CAST(floor({}) AS integer)")
class whole(FunctionElement[int]):  # noqa: N801 - used as a function
    """Cut a number that is not negative to a whole one; PostgreSQL's own cast would round it."""

    type = Integer()
    inherit_cache = True


@_written("min({all})", there="least({all})")
class least(FunctionElement[float]):  # noqa: N801 - used as a function
    """Tell the smallest of several values of one row, none of which is missing."""

    type = Double()
    inherit_cache = True


@_written("+{}", there="{}")
class unindexed(FunctionElement[str]):  # noqa: N801 - used as a function
    """Stand for a column of text, so that SQLite does not go by an index of it."""

    type = Text()
    inherit_cache = True


class LateForeignKeys(Executable, ClauseElement):
    """Let a child stand without its parent until the transaction is committed."""

    inherit_cache = True


@compiles(LateForeignKeys)
def _late(_element: LateForeignKeys, _compiler: Any, **_how: Any) -> str:
    return "PRAGMA defer_foreign_keys=ON"


@compiles(LateForeignKeys, "postgresql")
def _late_there(_element: LateForeignKeys, _compiler: Any, **_how: Any) -> str:
    return "SET CONSTRAINTS ALL DEFERRED"


def upsert(connection: Connection, table: Table) -> sqlite.Insert | postgresql.Insert:
    """Return an insert that can say what is done where the row is there already."""
    if is_server(connection):
        from sqlalchemy.dialects.postgresql import insert

        return insert(table)
    from sqlalchemy.dialects.sqlite import insert as insert_in_file

    return insert_in_file(table)


def is_server(connection: Connection) -> bool:
    """Whether this is a diary on a server."""
    return connection.dialect.name == "postgresql"


@contextmanager
def roomy(connection: Connection) -> Iterator[None]:
    """Give the connection much more room for pages while very many rows go in.

    Keys are random, so every part of an index is written to in turn; with the usual 2 MB of SQLite
    its pages go to the disk and come back again and again, which takes twice as long. A server has
    room enough.
    """
    if is_server(connection):
        yield
        return
    before = connection.exec_driver_sql("PRAGMA cache_size").scalar_one()
    connection.exec_driver_sql(f"PRAGMA cache_size=-{_ROOMY_KB}")
    try:
        yield
    finally:
        connection.exec_driver_sql(f"PRAGMA cache_size={int(before)}")


def fill(connection: Connection, table: Table, rows: Sequence[Sequence[Any]]) -> None:
    """Add rows, given as the values of every column in the table's order, past all handling."""
    columns = list(table.columns.keys())
    if is_server(connection):
        raw: Any = connection.connection.driver_connection
        named = ", ".join(f'"{name}"' for name in columns)
        with raw.cursor() as cursor, cursor.copy(f'COPY "{table.name}" ({named}) FROM STDIN') as to:
            for row in rows:
                to.write_row(row)
        return
    statement = insert(table).compile(dialect=connection.dialect, column_keys=columns)
    connection.exec_driver_sql(str(statement), list(rows))


def put(connection: Connection, table: Table, row: Mapping[str, Any]) -> int:
    """Add one row in a transaction that writes; return its number where the table gives those out.

    In a file this is quick, as `run` is.
    """
    if is_server(connection):
        key = connection.execute(insert(table), row).inserted_primary_key
        return key[0] if key is not None and isinstance(key[0], int) else 0
    raw: Any = connection.connection.driver_connection
    statement, _own = _compiled(_insert(table), tuple(row))
    return int(raw.execute(statement, row).lastrowid)


def run(connection: Connection, statement: Delete, given: dict[str, Any]) -> None:
    """Run a statement that is built once, with what is `given`, in a transaction that writes.

    In a file this goes past SQLAlchemy's handling of a statement: a twitch is a handful of them,
    and that would take longer than SQLite does.
    """
    if is_server(connection):
        connection.execute(statement, given)
        return
    raw: Any = connection.connection.driver_connection
    words, own = _compiled(statement)
    raw.execute(words, own | given)


@cache
def _insert(table: Table) -> Insert:
    return insert(table)


@cache
def _compiled(
    statement: Delete | Insert, columns: tuple[str, ...] | None = None
) -> tuple[str, dict[str, Any]]:
    """Return a statement for a file, with names for what it is given, and its own values."""
    from sqlalchemy.dialects import sqlite

    done = statement.compile(dialect=sqlite.dialect(paramstyle="named"), column_keys=columns)
    return str(done), dict(done.params)


def count_on(connection: Connection, table: Table) -> None:
    """Let numbers that are given out go on after the highest there is, once rows were filled in.

    SQLite does so by itself.
    """
    if is_server(connection):
        (key,) = table.primary_key
        named = f"pg_get_serial_sequence('{table.name}', '{key.name}')"
        highest = f"(SELECT coalesce(max({key.name}), 0) FROM {table.name})"  # noqa: S608 - our own names
        connection.execute(text(f"SELECT setval({named}, greatest({highest}, 1), {highest} > 0)"))


def texts_with(connection: Connection, word: str) -> Select[Any]:
    """Return what names, by `ref`, the entries with a text in which a word begins so.

    More conditions on `search_texts` can be put to it.
    """
    if is_server(connection):
        texts = tables.search_texts
        folded = literal_column("search_texts.folded", Text)
        asked = func.search_folded(word, type_=Text)
        return select(texts.c.ref).where(
            func.search_lexemes(folded).op("@@")(func.search_asked(asked)),
            # Words that stand side by side, and the ends of very long ones, the index cannot tell.
            folded.contains(asked),
        )
    index: ColumnElement[str] = literal_column("search_index")
    # The cross join keeps the order: the index first, then the few texts that it names.
    return (
        select(literal_column("search_texts.ref"))
        .select_from(text("search_index CROSS JOIN search_texts"))
        .where(
            index.op("MATCH")(f'"{word}"*'),
            text("search_texts.number = search_index.rowid"),
        )
    )


def wipe(connection: Connection) -> None:
    """Let nothing of what was erased be read in what the database keeps; outside a transaction.

    What a server has written to its own log and backups is beyond us.
    """
    raw: Any = connection.connection.driver_connection
    if is_server(connection):
        _write_anew(raw, ", ".join(tables.metadata.tables))
    else:
        # Erased text stays readable in the write-ahead log until that is emptied.
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _write_anew(raw: Any, names: str) -> None:
    import psycopg

    try:
        # Without FULL, what was erased stays readable where a page has room.
        raw.execute(f"VACUUM (FULL) {names}")
    except psycopg.OperationalError:
        # Another computer is looking at them: the room is given free, and soon written over.
        raw.execute(f"VACUUM {names}")


def merge_index(connection: Connection) -> None:
    """Let the index of the texts hold no word any more of what was removed."""
    if not is_server(connection):
        connection.execute(text(MERGE_INDEX))
