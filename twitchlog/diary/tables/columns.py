"""What all tables share: their names for rules, the columns of a moment and of an origin.

A column added after the first schema may be empty or has a server default: the steps that undo
knows, and the bin, hold rows from before it was there (`completed`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import BigInteger, Column, Integer, MetaData, Table, Text

if TYPE_CHECKING:
    from collections.abc import Mapping

# Named, every one: Alembic rebuilds a table from what it can read back of it, and drops without a
# word to the user any rule that has no name.
metadata: Final = MetaData(
    naming_convention={
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    }
)

Wide: Final = BigInteger().with_variant(Integer(), "sqlite")


def moment() -> tuple[Column[int], Column[int], Column[str]]:
    """Keep a point in time: see `moments`."""
    return (
        Column("utc_ms", Wide, nullable=False),
        Column("offset_min", Integer, nullable=False),
        Column("zone", Text, nullable=False),
    )


def origin() -> tuple[Column[int], Column[str]]:
    """Say when and on which device a row was last written, for merging two diaries one day."""
    return (
        Column("updated_ms", Wide, nullable=False),
        Column("device", Text, nullable=False),
    )


def completed(table: Table, row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row kept as JSON with the columns that were added since it was written.

    They hold what the migration gave to the rows that were in the table itself.
    """
    return {column.name: row.get(column.name, _default(column)) for column in table.columns}


def _default(column: Column[Any]) -> Any:
    held = getattr(column.server_default, "arg", None)
    if held is None:
        return None
    written = str(getattr(held, "text", held))
    return int(written) if isinstance(column.type, Integer) else written
