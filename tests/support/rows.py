"""The rows of a diary file as plain data, read past the diary."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from twitchlog.diary import connecting

if TYPE_CHECKING:
    from twitchlog.diary import Diary
    from twitchlog.diary.sealed.keys import Key

Rows = dict[str, list[tuple[Any, ...]]]


def rows_of(where: Path | Diary, *, steps: bool = False, key: Key | None = None) -> Rows:
    """Return every row by table; what undo and other windows are told only when asked for.

    What is searched is derived from the others, and has tests of its own.
    """
    with closing(_opened(where, key)) as file:
        asked = "SELECT name FROM sqlite_schema WHERE type = 'table'"
        if not isinstance(where, Path) and where.address.on_server:
            asked = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"
        names = [
            name
            for (name,) in file.execute(asked)
            if not name.startswith(("sqlite_", "search_", "file_parts"))
            and (steps or name not in {"steps", "writes"})
        ]
        return {
            name: sorted(file.execute(f'SELECT * FROM "{name}"').fetchall(), key=repr)  # noqa: S608 - a table's own name
            for name in sorted(names)
        }


def _opened(where: Path | Diary, key: Key | None) -> Any:
    if isinstance(where, Path):
        return connecting.connect(where, key)
    if not where.address.on_server:
        return connecting.connect(where.path, key)
    import psycopg

    return psycopg.connect(where.address.server)
