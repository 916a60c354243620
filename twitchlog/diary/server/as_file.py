"""Read a diary on a server into a SQLite diary in memory, of the same schema: for backups."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from sqlalchemy import MetaData, create_engine, text
from sqlalchemy.pool import StaticPool

from twitchlog.diary import carrying, schema, tables

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Table


def _tables(copy: Connection) -> list[Table]:
    """Return the tables of an older schema that hold what a person has put there."""
    of_then = MetaData()
    of_then.reflect(copy)
    made = carrying.LEFT | {"alembic_version"}
    return [
        table
        for table in of_then.sorted_tables
        if table.name not in made and not table.name.startswith("search_")
    ]


@contextmanager
def in_memory(connection: Connection) -> Iterator[sqlite3.Connection]:
    """Give a SQLite diary in memory that holds what this connection sees, at one moment.

    It is of the schema that the server has, also where that is an older one.
    """
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as file:
        engine = create_engine("sqlite://", creator=lambda: file, poolclass=StaticPool)
        found = str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar())
        with engine.connect() as copy:
            if found == tables.REVISION:
                schema.create(copy)
                carrying.carry(connection, copy)
            else:
                from twitchlog.diary import migrate

                migrate.run(copy, to=found)
                carrying.carry(connection, copy, among=_tables(copy))
        yield file
