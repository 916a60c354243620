"""How many entries each day has: kept by triggers, for all that is told of days.

Counted afresh, every entry of the period is looked at; so a day is one row, whatever a person logs.
Like the entries of places (`places`) the table is derived: it is neither carried to another file
nor recorded for undo.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import Column, Integer, Table, Text

from twitchlog.diary.tables.columns import metadata

entry_days: Final = Table(
    "entry_days",
    metadata,
    Column("local_day", Text, primary_key=True),
    Column("entries", Integer, nullable=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

_ADD: Final = """
    INSERT INTO entry_days (local_day, entries) VALUES (new.local_day, 1)
    ON CONFLICT (local_day) DO UPDATE SET entries = entries + 1;"""
TAKE: Final = """
    UPDATE entry_days SET entries = entries - 1 WHERE local_day = old.local_day;
    DELETE FROM entry_days WHERE local_day = old.local_day AND entries = 0;"""
"""What a trigger does for an entry that is gone, here and on a server."""

STATEMENTS: Final = (
    f"""
CREATE TRIGGER entry_days_added AFTER INSERT ON twitches BEGIN{_ADD}
END
""",
    f"""
CREATE TRIGGER entry_days_gone AFTER DELETE ON twitches BEGIN{TAKE}
END
""",
    f"""
CREATE TRIGGER entry_days_moved AFTER UPDATE ON twitches
WHEN new.local_day <> old.local_day BEGIN{TAKE}{_ADD}
END
""",
)
"""What makes the triggers, once the tables are there."""

DAYS: Final = "SELECT local_day, count(*) AS entries FROM twitches GROUP BY local_day"
"""Reads from the entries what the table should hold."""
