"""How many entries a day has, kept by triggers: what is told of days asks every entry no more."""

from __future__ import annotations

from typing import Final

from alembic import op

revision = "0006"
down_revision = "0005"

STATEMENTS: Final = (
    """
CREATE TABLE entry_days (
    local_day TEXT NOT NULL,
    entries INTEGER NOT NULL,
    PRIMARY KEY (local_day)
)
 WITHOUT ROWID, STRICT
""",
    """
CREATE TRIGGER entry_days_added AFTER INSERT ON twitches BEGIN
    INSERT INTO entry_days (local_day, entries) VALUES (new.local_day, 1)
    ON CONFLICT (local_day) DO UPDATE SET entries = entries + 1;
END
""",
    """
CREATE TRIGGER entry_days_gone AFTER DELETE ON twitches BEGIN
    UPDATE entry_days SET entries = entries - 1 WHERE local_day = old.local_day;
    DELETE FROM entry_days WHERE local_day = old.local_day AND entries = 0;
END
""",
    """
CREATE TRIGGER entry_days_moved AFTER UPDATE ON twitches
WHEN new.local_day <> old.local_day BEGIN
    UPDATE entry_days SET entries = entries - 1 WHERE local_day = old.local_day;
    DELETE FROM entry_days WHERE local_day = old.local_day AND entries = 0;
    INSERT INTO entry_days (local_day, entries) VALUES (new.local_day, 1)
    ON CONFLICT (local_day) DO UPDATE SET entries = entries + 1;
END
""",
)
FILLED: Final = """
INSERT INTO entry_days (local_day, entries)
SELECT local_day, count(*) FROM twitches GROUP BY local_day
"""


def upgrade() -> None:
    """Make the table and the triggers, and fill it with what is there."""
    for statement in STATEMENTS:
        op.execute(statement.strip())
    op.execute(FILLED.strip())
