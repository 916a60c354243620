"""Steps know their device, for undo takes back one's own; and others are told of every write."""

from __future__ import annotations

from alembic import context, op
from sqlalchemy import text

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Make the table of steps anew: what there is counts as this device's; none was written yet.

    The device stands before the images: behind them, it would be read through all of a long one.
    """
    sqlite = op.get_bind().dialect.name == "sqlite"
    number = "INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT" if sqlite else "SERIAL PRIMARY KEY"
    strict = " STRICT" if sqlite else ""
    op.execute("DROP INDEX steps_undone")
    op.execute("ALTER TABLE steps RENAME TO steps_before")
    op.execute(
        f"""
CREATE TABLE steps (
    number {number},
    name TEXT NOT NULL,
    undone INTEGER NOT NULL,
    device TEXT NOT NULL,
    session TEXT NOT NULL,
    images TEXT NOT NULL,
    CONSTRAINT ck_steps_undone CHECK (undone IN (0, 1))
){strict}
""".strip()
    )
    op.get_bind().execute(
        text(
            "INSERT INTO steps (number, name, undone, device, session, images) "
            "SELECT number, name, undone, :device, '', images FROM steps_before"
        ),
        {"device": context.config.attributes["device"]},
    )
    op.execute("DROP TABLE steps_before")
    op.execute("CREATE INDEX steps_undone ON steps (number) WHERE undone = 1")
    op.execute(
        f"""
CREATE TABLE writes (
    number {number},
    session TEXT NOT NULL,
    kinds TEXT NOT NULL,
    days TEXT NOT NULL
){strict}
""".strip()
    )
