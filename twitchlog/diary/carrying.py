"""Carry every row of a diary into another, empty one, whichever databases the two are on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import func, select

from twitchlog.diary import dialect, tables
from twitchlog.diary.checkup import derived

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlalchemy import Connection, Table

LEFT: Final = derived.NAMES | {tables.secrets.name, tables.writes.name}
"""What is not carried: what follows from the rest, the keys of a file with a password, and what
only those need to hear who have the diary open."""

_AT_ONCE: Final = 2000


def carried() -> tuple[Table, ...]:
    """Return the tables whose rows are carried, parents before their children."""
    return tuple(table for table in tables.metadata.sorted_tables if table.name not in LEFT)


def is_empty(connection: Connection) -> bool:
    """Whether a diary holds nothing that a person has put there."""
    return not any(
        connection.execute(select(table).limit(1)).first() is not None for table in carried()
    )


def carry(
    source: Connection,
    target: Connection,
    *,
    among: Sequence[Table] | None = None,
    progress: Callable[[float], None] | None = None,
) -> int:
    """Write every row of one diary into another, an empty one; return how many there are.

    Bin and steps go with them: what could be undone can be undone there. Both connections must be
    in a transaction, that of the target one that writes. `among` are the tables of an older schema,
    where the two are of one. `progress` is told the part done, 0 to 1.
    """
    counts = {
        table: source.execute(select(func.count()).select_from(table)).scalar_one()
        for table in (carried() if among is None else among)
    }
    whole, done = sum(counts.values()), 0
    for table in counts:
        rows = source.execution_options(yield_per=_AT_ONCE).execute(select(table))
        for some in rows.partitions(_AT_ONCE):
            dialect.fill(target, table, [tuple(row) for row in some])
            done += len(some)
            if progress is not None:
                progress(done / whole)
    dialect.count_on(target, tables.steps)
    return done
