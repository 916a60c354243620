"""Put gathered rows into a new diary: by its rules, each once; what does not fit is kept aside."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

from twitchlog.diary import connecting, images, tables
from twitchlog.diary.transfer.check import checked
from twitchlog.domain.errors import BadInput

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from sqlalchemy import Table

    from twitchlog.diary.rescue.gather import Found

Row = dict[str, Any]

UNKNOWN: Final = "of no table"
AGAINST_RULES: Final = "not possible there"
WITHOUT_ENTRY: Final = "its entry is lost"
TWICE: Final = "there in a newer state"
_ELSEWHERE: Final = frozenset({"visit_day", "doctor", "questions"})
"""What the first schema kept in the profile: no screen would show it there any more."""
_AT_ONCE: Final = 400


class Putting:
    """Puts rows into the new diary that `file` is open on, within one transaction.

    Parents may come after their children: `finish` looks at what belongs together. `aside` holds
    what did not fit: why, the table as far as it is known, and the row.
    """

    def __init__(self, file: sqlite3.Connection) -> None:
        self._file = file
        self._waiting: dict[str, list[Row]] = defaultdict(list)
        self.aside: list[tuple[str, str, Row]] = []

    def put(self, found: Found) -> None:
        """Take a row; it may be written later, with others."""
        if not found.table:
            self._keep_aside(UNKNOWN, "", found.row)
            return
        table = tables.metadata.tables[found.table]
        try:
            # Keys have a time, but no place on earth.
            row = found.row if table is tables.secrets else checked(table, found.row)
            if table is tables.steps:
                images.load(row["images"])
            if table is tables.profile and row["key"] in _ELSEWHERE:
                raise ValueError(row["key"])
        except (BadInput, *images.UNREADABLE):
            self._keep_aside(AGAINST_RULES, found.table, found.row)
            return
        waiting = self._waiting[found.table]
        waiting.append(row)
        if len(waiting) >= _AT_ONCE:
            self._write(table, waiting)

    def finish(self) -> None:
        """Write what waits, and part from what has lost its entry."""
        for name, waiting in self._waiting.items():
            self._write(tables.metadata.tables[name], waiting)
        for table in tables.metadata.sorted_tables:
            for key in table.foreign_keys:
                child, parent = key.parent, key.column
                self._part(table, child.name, parent.table.name, nullable=bool(child.nullable))

    def _write(self, table: Table, rows: list[Row]) -> None:
        """Write rows at once; where one of them does not fit, one by one."""
        statement = _insert(table)
        self._file.execute("SAVEPOINT rows")
        try:
            self._file.executemany(statement, rows)
        except connecting.errors() as problem:
            _only_rules(problem)
            self._file.execute("ROLLBACK TO rows")
            for row in rows:
                self._write_one(table, statement, row)
        self._file.execute("RELEASE rows")
        rows.clear()

    def _write_one(self, table: Table, statement: str, row: Row) -> None:
        try:
            self._file.execute(statement, row)
        except connecting.errors() as problem:
            _only_rules(problem)
            there = self._there(table, row)
            if there == row:
                return
            if there is None:
                self._keep_aside(AGAINST_RULES, table.name, row)
            elif row.get("updated_ms", 0) > there.get("updated_ms", 0) and self._replace(
                table, statement, row
            ):
                self._keep_aside(TWICE, table.name, there)
            else:
                self._keep_aside(TWICE, table.name, row)

    def _replace(self, table: Table, statement: str, row: Row) -> bool:
        """Put a row in the place of its older state; tell whether it fits there."""
        self._file.execute("SAVEPOINT newer")
        try:
            older = f'DELETE FROM "{table.name}" WHERE {_is_key(table)}'  # noqa: S608 - our names
            self._file.execute(older, row)
            self._file.execute(statement, row)
        except connecting.errors() as problem:
            _only_rules(problem)
            self._file.execute("ROLLBACK TO newer")
            return False
        finally:
            self._file.execute("RELEASE newer")
        return True

    def _there(self, table: Table, row: Row) -> Row | None:
        asked = f'SELECT * FROM "{table.name}" WHERE {_is_key(table)}'  # noqa: S608 - our own names
        found = self._file.execute(asked, row).fetchone()
        return None if found is None else dict(zip(table.columns.keys(), found, strict=True))

    def _part(self, table: Table, column: str, parent: str, *, nullable: bool) -> None:
        """Take out the rows whose entry is lost; one that can be alone is only untied from it."""
        there = f'SELECT id FROM "{parent}"'  # noqa: S608 - our own names, here and below
        lost = f'"{column}" IS NOT NULL AND "{column}" NOT IN ({there})'
        if nullable:
            untied = f'UPDATE "{table.name}" SET "{column}" = NULL WHERE {lost}'  # noqa: S608 - ours
            self._file.execute(untied)
            return
        for row in self._rows(table, lost):
            self._keep_aside(WITHOUT_ENTRY, table.name, row)
        gone = f'DELETE FROM "{table.name}" WHERE {lost}'  # noqa: S608 - our own names
        self._file.execute(gone)

    def _rows(self, table: Table, where: str) -> Iterator[Row]:
        names = table.columns.keys()
        asked = f'SELECT * FROM "{table.name}" WHERE {where}'  # noqa: S608 - our own names
        for found in self._file.execute(asked).fetchall():
            yield dict(zip(names, found, strict=True))

    def _keep_aside(self, why: str, table: str, row: Row) -> None:
        self.aside.append((why, table, row))


def _insert(table: Table) -> str:
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    values = ", ".join(f":{column.name}" for column in table.columns)
    return f'INSERT INTO "{table.name}" ({names}) VALUES ({values})'  # noqa: S608 - our own names


def _is_key(table: Table) -> str:
    return " AND ".join(f'"{column.name}" = :{column.name}' for column in table.primary_key)


def _only_rules(problem: Exception) -> None:
    """Go on where a row is against a rule; raise what else went wrong, as a full disk, again."""
    if type(problem).__name__ != "IntegrityError":
        raise problem
