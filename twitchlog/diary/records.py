"""What the rooms of simple records share: write a row, find it, replace what hangs on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from twitchlog.domain.errors import NotFound
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection, Table

    from twitchlog.diary.diary import Diary
    from twitchlog.diary.images import Row
    from twitchlog.diary.journal import Operation


def origin(diary: Diary) -> Row:
    """Return the columns that say when and on which device a row was written."""
    return {"updated_ms": diary.clock.now().utc_ms, "device": diary.device}


def put(operation: Operation, table: Table, row: Row, origin_: Row) -> None:
    """Add a row, or change the one of its key; one that holds the same already is left alone.

    `row` has every column but those of `origin_`.
    """
    key = {column.name: row[column.name] for column in table.primary_key}
    held = operation.row(table, key)
    if held is None:
        operation.insert(table, row | origin_)
    elif any(held[name] != value for name, value in row.items()):
        operation.update(table, key, row | origin_)


def one(connection: Connection, table: Table, row_id: str) -> Row:
    """Return the row of that id; raise NotFound where it has been removed."""
    found = connection.execute(select(table).where(table.c.id == row_id)).mappings().first()
    if found is None:
        raise NotFound(_("That entry is not in the diary any more."))
    return dict(found)


def rows_of(connection: Connection, table: Table, column: str, owner_id: str) -> list[Row]:
    """Return the rows of a table that belong to the row `owner_id` by that column."""
    found = connection.execute(select(table).where(table.c[column] == owner_id))
    return [dict(row) for row in found.mappings()]


def clear(operation: Operation, table: Table, column: str, owner_id: str) -> list[Row]:
    """Delete the rows of a table that belong to the row `owner_id`, and return them."""
    rows = rows_of(operation.connection, table, column, owner_id)
    for row in rows:
        operation.delete(table, {key.name: row[key.name] for key in table.primary_key})
    return rows


def replace(
    operation: Operation, table: Table, column: str, owner_id: str, rows: Iterable[Row]
) -> None:
    """Put `rows` in the place of those that belong to the row `owner_id`."""
    clear(operation, table, column, owner_id)
    for row in rows:
        operation.insert(table, row)
