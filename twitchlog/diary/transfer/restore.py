"""Bring a whole diary in from its JSON file: what is there already stays, the rest is added."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import UniqueConstraint, select

from twitchlog.diary import tables
from twitchlog.diary.reasons import reason_of
from twitchlog.diary.transfer.check import checked
from twitchlog.diary.transfer.document import CARRIED, FORMAT, VERSION, Rows
from twitchlog.domain.changes import Written
from twitchlog.domain.errors import BadInput
from twitchlog.domain.phrase import phrase
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import Connection, Table

    from twitchlog.diary.diary import Diary

_OWN_PACE: Final = frozenset(
    {"intakes", "dose_changes", "experiment_days", "questions", "attachments"}
)
"""Children that may come later than their parent; all others come with it or not at all."""


@dataclass(frozen=True, slots=True)
class Document:
    """A diary read from a file: its rows by table, its files by name."""

    name: str
    rows: Rows
    files: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What of a document is added, by table; what is there already; what here stands against it.

    `removed` are things that lie in the bin here, `against` those whose day, or answer, has
    another entry here, which stays.
    """

    added: Mapping[str, int]
    there: int
    removed: int
    against: int


def read(path: Path) -> Document:
    """Read a file that `document.save` wrote; raise BadInput with what is wrong with it."""
    try:
        data = json.loads(path.read_bytes())
    except OSError as problem:
        reason = reason_of(problem)
        raise BadInput(
            _("“{name}” cannot be read: {reason}.").format(name=path.name, reason=reason)
        ) from problem
    except (ValueError, RecursionError):
        raise _foreign(path) from None
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise _foreign(path)
    known = {table.name: table for table in CARRIED}
    rows, files = data.get("tables"), data.get("files", {})
    if not isinstance(rows, dict) or not isinstance(files, dict):
        raise _foreign(path)
    if data.get("version") != VERSION or not rows.keys() <= known.keys():
        raise BadInput(
            _(
                "“{name}” was written by a newer version of TwitchLog. Please update this program. "
                "Nothing was brought in."
            ).format(name=path.name)
        )
    if not all(isinstance(some, list) for some in rows.values()):
        raise _foreign(path)
    return Document(
        path.name,
        {name: [checked(known[name], row) for row in some] for name, some in rows.items()},
        _files(path, files),
    )


def bring_in(diary: Diary, document: Document) -> Written[Outcome]:
    """Add what the diary does not have, as one step; raise DiaryError, with nothing changed."""
    _keep_files(diary, document)
    name = phrase("“{name}” brought in", name=document.name)
    with diary.operation(name) as operation:
        plan = _Plan(operation.connection, document.rows)
        for table in CARRIED:
            operation.insert_many(table, plan.added[table.name])
    return Written(plan.outcome(), operation.changes())


def try_out(diary: Diary, document: Document) -> Outcome:
    """Return what `bring_in` would do, without doing it."""
    with diary.reading() as connection:
        return _Plan(connection, document.rows).outcome()


class _Plan:
    """Which rows are to be added to the diary as the connection sees it."""

    def __init__(self, connection: Connection, rows: Rows) -> None:
        self.added: dict[str, list[dict[str, Any]]] = {table.name: [] for table in CARRIED}
        self._counts: Counter[str] = Counter()
        self._there = {table.name: _written(connection, table) for table in CARRIED}
        self._fresh: dict[str, set[Any]] = {table.name: set() for table in CARRIED}
        self._binned = {key[0] for key in self._there[tables.bin_.name]}
        for table in CARRIED:
            self._choose(table, rows.get(table.name, ()), _unique(connection, table))

    def outcome(self) -> Outcome:
        """Return the counts of what was chosen."""
        counts = self._counts
        added = {name: len(rows) for name, rows in self.added.items() if rows}
        return Outcome(added, counts["there"], counts["removed"], counts["against"])

    def _choose(
        self, table: Table, rows: Iterable[dict[str, Any]], unique: dict[tuple[str, ...], set[Any]]
    ) -> None:
        """Choose the rows of one table; `unique` has the values that only one row may have."""
        there = self._there[table.name]
        for row in rows:
            key = _key(table, row)
            taken = {names: tuple(row[name] for name in names) for names in unique}
            if key in there:
                self._count(table, "there" if there[key] == row.get("updated_ms") else "against")
            elif self._is_elsewhere(table, row):
                self._count(table, "removed")
            elif not self._has_parent(table, row):
                continue  # what became of its parent is counted already
            elif any(values in unique[names] for names, values in taken.items()):
                self._count(table, "against")
            else:
                self.added[table.name].append(row)
                there[key] = row.get("updated_ms")
                self._fresh[table.name].add(key[0])
                for names, values in taken.items():
                    unique[names].add(values)

    def _count(self, table: Table, what: str) -> None:
        """Count a thing, and not the rows that only belong to one."""
        if not table.foreign_keys or table.name in _OWN_PACE:
            self._counts[what] += 1

    def _is_elsewhere(self, table: Table, row: Mapping[str, Any]) -> bool:
        """Tell whether it was removed here; or is in the bin there, but still stands here."""
        if table is tables.bin_:
            return (row["id"],) in self._there[row["kind"]]
        return row.get("id") in self._binned

    def _has_parent(self, table: Table, row: Mapping[str, Any]) -> bool:
        found = _parent(table, row)
        if found is None:
            return True
        parent, owner_id = found
        late = table.name in _OWN_PACE and (owner_id,) in self._there[parent]
        return owner_id in self._fresh[parent] or late


def _key(table: Table, row: Mapping[str, Any]) -> tuple[Any, ...]:
    return tuple(row[column.name] for column in table.primary_key)


def _written(connection: Connection, table: Table) -> dict[tuple[Any, ...], Any]:
    """Return the keys of a table's rows, each with when it was last written where that is known."""
    keys = list(table.primary_key)
    when = [table.c.updated_ms] if "updated_ms" in table.c else []
    found = (tuple(row) for row in connection.execute(select(*keys, *when)))
    return {row[: len(keys)]: row[-1] if when else None for row in found}


def _unique(connection: Connection, table: Table) -> dict[tuple[str, ...], set[Any]]:
    """Return, for each set of columns that must differ, the values that are taken."""
    rules = [rule for rule in table.constraints if isinstance(rule, UniqueConstraint)]
    return {
        tuple(rule.columns.keys()): {
            tuple(row) for row in connection.execute(select(*rule.columns))
        }
        for rule in rules
    }


def _parent(table: Table, row: Mapping[str, Any]) -> tuple[str, Any] | None:
    """Return table and id of the row that this one hangs on; None for one that stands alone."""
    if table is tables.attachments:
        return row["owner"], row["owner_id"]
    for key in table.foreign_keys:
        if row[key.parent.name] is not None:
            return key.column.table.name, row[key.parent.name]
    return None


def _keep_files(diary: Diary, document: Document) -> None:
    """Put the document's files into the diary's folder, before any row speaks of them."""
    for name, content in document.files.items():
        diary.attachments.store.add_content(name, content)


def _files(path: Path, files: Mapping[str, Any]) -> dict[str, bytes]:
    """Return the files of a document; raise BadInput for one that is not what its name says."""
    found = {}
    for name, text in files.items():
        try:
            content = base64.b64decode(text, validate=True)
        except (binascii.Error, TypeError, ValueError):
            content = b""
        if Path(name).stem != hashlib.sha256(content).hexdigest() or Path(name).name != name:
            raise BadInput(
                _("A photo or file in “{name}” is damaged. Nothing was brought in.").format(
                    name=path.name
                )
            )
        found[name] = content
    return found


def _foreign(path: Path) -> BadInput:
    return BadInput(
        _("“{name}” is not a diary saved by TwitchLog, or it is damaged.").format(name=path.name)
    )
