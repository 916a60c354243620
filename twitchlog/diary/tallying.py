"""Count what a diary file holds, whatever schema it is of."""

from __future__ import annotations

import contextlib
from datetime import date
from typing import TYPE_CHECKING, Final

from twitchlog.diary import connecting
from twitchlog.domain.rescue import Tally

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from twitchlog.diary.keys import Key

_OTHERS: Final = (
    "checkins", "doses", "symptoms", "rest_counts", "medications", "dose_changes", "intakes",
    "treatments", "conditions", "tests", "appointments", "questions", "experiments", "attachments",
)  # fmt: skip
"""What counts as a record of its own beside the twitches."""


def tally(file: sqlite3.Connection) -> Tally:
    """Return what an open diary file holds; raise the database's errors."""
    there = {name for (name,) in file.execute("SELECT name FROM sqlite_schema")}
    entries, first, last = file.execute(
        "SELECT count(*), min(local_day), max(local_day) FROM twitches"
    ).fetchone()
    others = sum(
        file.execute(f"SELECT count(*) FROM {name}").fetchone()[0]  # noqa: S608 - our own names
        for name in _OTHERS
        if name in there
    )
    return Tally(entries, _day(first), _day(last), others)


def tally_of(path: Path, key: Key | None) -> Tally | None:
    """Return what the file at `path` holds, or None where any page of it is damaged."""
    try:
        with contextlib.closing(connecting.connect(path, key, read_only=True)) as file:
            if file.execute("PRAGMA quick_check").fetchone() != ("ok",):
                return None
            return tally(file)
    except connecting.errors(OSError, ValueError):
        return None


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
