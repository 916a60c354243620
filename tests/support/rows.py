"""The rows of a diary file as plain data, read past the diary."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Any

from twitchlog.diary import connecting

if TYPE_CHECKING:
    from pathlib import Path

    from twitchlog.diary.keys import Key


Rows = dict[str, list[tuple[Any, ...]]]


def rows_of(path: Path, *, steps: bool = False, key: Key | None = None) -> Rows:
    """Return every row by table; what undo and other windows are told only when asked for.

    What is searched is derived from the others, and has tests of its own.
    """
    with closing(connecting.connect(path, key)) as file:
        names = [
            name
            for (name,) in file.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
            if not name.startswith(("sqlite_", "search_"))
            and (steps or name not in {"steps", "writes"})
        ]
        return {
            name: sorted(file.execute(f'SELECT * FROM "{name}"').fetchall(), key=repr)  # noqa: S608 - a table's own name
            for name in sorted(names)
        }
