"""Open a backup, or what is to become one, as a plain database file."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from twitchlog.diary import connecting

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path

    from twitchlog.diary.keys import Key


@contextlib.contextmanager
def opened_file(
    path: Path, key: Key | None, *, writes: bool = False
) -> Iterator[sqlite3.Connection]:
    """Give a connection to the file, closed afterwards.

    Raises NeedsPassword, or one of `connecting.errors()`: it is damaged or has another key.
    """
    with contextlib.closing(connecting.connect(path, key, read_only=not writes)) as file:
        yield file
