"""What a diary file, or a backup, holds: counted, and told apart by a mark that says nothing."""

from __future__ import annotations

import hashlib
import secrets
from datetime import date
from typing import TYPE_CHECKING, Final

from twitchlog.diary import connecting
from twitchlog.diary.backups.opening import Ring, opened_file
from twitchlog.domain.backup import Contents
from twitchlog.domain.errors import NeedsPassword

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path


NOT_HELD: Final = ("sqlite_", "search_", "alembic_", "secrets")
"""How tables begin that are made from others, or that change when a password does."""


def entries_in(file: sqlite3.Connection) -> int:
    """Return how many twitches a diary file holds."""
    return int(file.execute("SELECT count(*) FROM twitches").fetchone()[0])


def entries_of(path: Path, ring: Ring) -> int | None:
    """Return how many twitches the backup at `path` holds, or None where it cannot be read."""
    try:
        with opened_file(path, ring.fitting(path)) as file:
            return entries_in(file)
    except connecting.errors(OSError, NeedsPassword):
        return None


def read(file: sqlite3.Connection) -> Contents:
    """Count what an open diary file holds, of whatever schema."""
    there = {name for (name,) in file.execute("SELECT name FROM sqlite_schema WHERE type='table'")}
    counts = {
        name: int(file.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0])  # noqa: S608 - a table's own name
        for name in sorted(there)
        if not name.startswith(NOT_HELD)
    }
    days = [
        day
        for name in ("twitches", "checkins")
        if name in there
        for day in file.execute(f"SELECT min(local_day), max(local_day) FROM {name}").fetchone()  # noqa: S608 - a name of ours
        if day is not None
    ]
    known = "alembic_version" in there
    found = file.execute("SELECT version_num FROM alembic_version").fetchone() if known else None
    return Contents(
        entries=counts.get("twitches", 0),
        first=date.fromisoformat(min(days)) if days else None,
        last=date.fromisoformat(max(days)) if days else None,
        revision=str(found[0]) if found else "",
        tables=counts,
    )


def mark(held: Contents) -> str:
    """Return a mark by which `fits` tells these contents; nothing can be read from it."""
    salt = secrets.token_hex(8)
    return f"{salt}:{_digest(salt, held)}"


def fits(held: Contents, marked: str) -> bool:
    """Whether these are the contents that were marked."""
    salt, _colon, digest = marked.partition(":")
    return secrets.compare_digest(_digest(salt, held), digest)


def _digest(salt: str, held: Contents) -> str:
    counts = ",".join(f"{name}={count}" for name, count in sorted(held.tables.items()))
    text = f"{salt}|{counts}|{held.first}|{held.last}|{held.revision}"
    return hashlib.sha256(text.encode()).hexdigest()
