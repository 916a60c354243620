"""Take what was erased for good out of backups too, whatever their schema."""

from __future__ import annotations

import contextlib
import os
import shutil
from typing import TYPE_CHECKING, NamedTuple

from twitchlog.diary import connecting
from twitchlog.diary.backups import contents, copying
from twitchlog.diary.backups.opening import Ring, opened_file
from twitchlog.diary.images import searchable
from twitchlog.diary.tables.search import MERGE_INDEX
from twitchlog.domain.errors import DiaryNotWritable, NeedsPassword
from twitchlog.translation import _

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator
    from pathlib import Path


class _Column(NamedTuple):
    """A column that names a row: its own (`id`) or another's (`…_id`)."""

    table: str
    name: str
    needed: bool


def holds(backup: Path, ring: Ring, ids: Iterable[str]) -> bool | None:
    """Whether a backup still holds any of these entries; None where it cannot be read."""
    wanted = set(ids)
    try:
        with opened_file(backup, ring.fitting(backup)) as file:
            named = (_found(file, column, wanted) for column in _columns(file))
            return any(named) or any(True for _number in _steps_with(file, wanted))
    except connecting.errors(OSError, NeedsPassword):
        return None


def clean(backup: Path, ring: Ring, ids: Iterable[str]) -> str:
    """Take entries out of a backup, and all that undo and search know of them.

    A copy of it is cleaned, checked, and put in its place. Returns the mark of what it holds now;
    empty where it is not there any more. Raises DiaryNotWritable: the backup is then as it was.
    """
    partial = backup.with_suffix(f".{os.getpid()}.part")
    try:
        partial.touch(mode=0o600)
        shutil.copyfile(backup, partial)
        with opened_file(partial, ring.fitting(partial), writes=True) as file:
            _erase(file, set(ids))
            marked = contents.mark(contents.read(file))
        copying.put(partial, backup)
    except FileNotFoundError:
        return ""
    except connecting.errors(OSError, NeedsPassword) as problem:
        raise DiaryNotWritable(
            _("The backup “{name}” could not be cleaned; it is as it was.").format(name=backup.name)
        ) from problem
    finally:
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)
    return marked


def _erase(file: sqlite3.Connection, ids: set[str]) -> None:
    file.execute("PRAGMA secure_delete=ON")
    file.execute("PRAGMA temp_store=MEMORY")  # what is rewritten must not pass through other files
    file.execute("PRAGMA foreign_keys=OFF")
    file.execute("BEGIN IMMEDIATE")
    columns = list(_columns(file))
    steps = [(number,) for number in _steps_with(file, ids)]
    file.executemany("DELETE FROM steps WHERE number = ?", steps)
    left, known = set(ids), set(ids)
    while left:
        one = left.pop()
        for column in columns:
            fresh = _erase_named(file, column, one) - known
            left |= fresh
            known |= fresh
    if file.execute("SELECT 1 FROM sqlite_schema WHERE name = 'search_index'").fetchone():
        file.execute(MERGE_INDEX)
    file.execute("COMMIT")
    file.execute("VACUUM")
    if file.execute("PRAGMA quick_check").fetchone() != ("ok",):
        raise OSError(_("the cleaned copy did not pass its check"))


def _erase_named(file: sqlite3.Connection, column: _Column, one: str) -> set[str]:
    """Erase the rows in which a column names `one`, or the name; return what hung on them."""
    table, name = column.table, column.name
    if not column.needed:
        file.execute(f'UPDATE "{table}" SET "{name}" = NULL WHERE "{name}" = ?', [one])  # noqa: S608 - the file's own names
        return set()
    own = any(row[1] == "id" for row in file.execute(f'PRAGMA table_info("{table}")'))
    hung = file.execute(f'SELECT id FROM "{table}" WHERE "{name}" = ?', [one]) if own else ()  # noqa: S608 - as above
    found = {str(each) for (each,) in hung}
    file.execute(f'DELETE FROM "{table}" WHERE "{name}" = ?', [one])  # noqa: S608 - as above
    return found


def _columns(file: sqlite3.Connection) -> Iterator[_Column]:
    """Yield the columns of all tables by which rows are named."""
    tables = file.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    for (table,) in tables:
        if table.startswith(contents.NOT_HELD):
            continue
        for _at, name, _kind, needed, _default, part_of_key in file.execute(
            f'PRAGMA table_info("{table}")'
        ).fetchall():
            if name == "id" or name.endswith("_id"):
                yield _Column(table, name, name == "id" or bool(needed or part_of_key))


def _found(file: sqlite3.Connection, column: _Column, ids: set[str]) -> bool:
    query = f'SELECT 1 FROM "{column.table}" WHERE "{column.name}" = ? LIMIT 1'  # noqa: S608 - the file's own names
    return any(file.execute(query, [one]).fetchone() for one in ids)


def _steps_with(file: sqlite3.Connection, ids: set[str]) -> Iterator[int]:
    """Yield the steps of undo whose images hold one of the ids, or may: they are damaged."""
    for number, images in file.execute("SELECT number, images FROM steps").fetchall():
        held = searchable(images)
        if held is None or any(one in held for one in ids):
            yield number
