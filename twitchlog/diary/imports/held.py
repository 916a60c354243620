"""Tell which of the ids of a file the diary holds already, and which lie in its bin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import bindparam, select

from twitchlog.diary import tables

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection, Table

_AT_ONCE: Final = 900
_TABLES: Final = {"twitches": tables.twitches, "doses": tables.doses}


class Held:
    """Looks ids up, many at a time; an empty table is not asked at all."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._any = {
            table.name: connection.execute(select(table.c.id).limit(1)).first() is not None
            for table in (*_TABLES.values(), tables.bin_)
        }

    def there(self, kind: str, keys: Sequence[str]) -> set[str]:
        """Return those of `keys` that are entries of that kind, twitches or doses."""
        return self._among(_TABLES[kind], keys)

    def removed(self, keys: Sequence[str]) -> set[str]:
        """Return those of `keys` that were removed and lie in the bin."""
        return self._among(tables.bin_, keys)

    def _among(self, table: Table, keys: Sequence[str]) -> set[str]:
        if not self._any[table.name]:
            return set()
        query = select(table.c.id).where(table.c.id.in_(bindparam("keys", expanding=True)))
        found: set[str] = set()
        for start in range(0, len(keys), _AT_ONCE):
            some = list(keys[start : start + _AT_ONCE])
            found.update(self._connection.execute(query, {"keys": some}).scalars())
        return found
