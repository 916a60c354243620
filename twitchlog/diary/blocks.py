"""Very many rows added at once: kept, taken away and put back without a look at each column."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, delete, select

from twitchlog.diary import dialect, tables

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Connection, Table

_AT_ONCE: Final = 900

Values = tuple[Any, ...]


class ChangedSince(Exception):
    """A row is no longer as a step left it."""


@dataclass(frozen=True, slots=True)
class Block:
    """Rows that were added to one table, or with `gone` taken from it: their values, no names."""

    table: str
    columns: tuple[str, ...]
    rows: Sequence[Sequence[Any]]
    gone: bool = False

    def turned(self) -> Block:
        """Return the change that takes this one back."""
        return replace(self, gone=not self.gone)

    def days(self) -> set[str]:
        """Return the local days of the rows, where they have one."""
        if "local_day" not in self.columns:
            return set()
        place = self.columns.index("local_day")
        return {row[place] for row in self.rows}


def completed(block: Block) -> Block:
    """Return a block kept as text with the columns that its table has by now, in their order."""
    table = tables.metadata.tables[block.table]
    columns = tuple(table.columns.keys())
    if columns == block.columns:
        return block
    named = (dict(zip(block.columns, row, strict=True)) for row in block.rows)
    rows = [tuple(tables.completed(table, row).values()) for row in named]
    return replace(block, columns=columns, rows=rows)


def add(connection: Connection, table: Table, rows: Sequence[Values]) -> Block:
    """Add rows, given as the values of every column in the table's order, past all handling."""
    dialect.fill(connection, table, rows)
    return Block(table.name, tuple(table.columns.keys()), rows)


def apply(connection: Connection, block: Block) -> None:
    """Add or take away the rows; raise ChangedSince where they are not as they were left."""
    table = tables.metadata.tables[block.table]
    places = [block.columns.index(column.name) for column in table.primary_key]
    rows = [tuple(row) for row in block.rows]
    keys = [tuple(row[place] for place in places) for row in rows]
    there = set(_there(connection, table, keys))
    if not block.gone:
        wanted = set(keys)
        if any(tuple(row[place] for place in places) in wanted for row in there):
            raise ChangedSince
        add(connection, table, rows)
        return
    if not there.issuperset(rows):
        raise ChangedSince
    named = (column == bindparam(f"key_{column.name}") for column in table.primary_key)
    statement = delete(table).where(*named).compile(dialect=connection.dialect)
    connection.exec_driver_sql(str(statement), keys)


def _there(connection: Connection, table: Table, keys: Sequence[Values]) -> Iterator[Values]:
    """Yield the rows of a table whose key begins as one of `keys` does."""
    # By the key's first column alone: SQLite finds no index for a comparison of several at once.
    first = next(iter(table.primary_key))
    query = select(table).where(first.in_(bindparam("keys", expanding=True)))
    for start in range(0, len(keys), _AT_ONCE):
        some = list({key[0] for key in keys[start : start + _AT_ONCE]})
        for row in connection.execute(query, {"keys": some}):
            yield tuple(row)
