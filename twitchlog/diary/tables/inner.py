"""The tables that serve the others: settings of the diary, the timer, files, the bin, undo."""

from __future__ import annotations

from typing import Final

from sqlalchemy import (
    REAL,
    CheckConstraint,
    Column,
    Index,
    Integer,
    Table,
    Text,
    text,
)

from twitchlog.diary.tables.columns import Wide, metadata, moment, origin

factors: Final = Table(
    "factors",
    metadata,
    Column("id", Text, primary_key=True),
    # Empty for a built-in one, of which only its place, and whether it is asked, are kept here.
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("unit", Text, nullable=False),
    Column("habit", Integer, nullable=False),
    Column("position", Integer, nullable=False),
    Column("shown", Integer, nullable=False),
    Column("asked", Integer, nullable=False),
    # The most that is plausible on a day, for an amount of one's own.
    Column("most", REAL),
    *origin(),
    CheckConstraint("asked IN (0, 1)", name="asked"),
    CheckConstraint("habit IN (0, 1)", name="habit"),
    CheckConstraint("shown IN (0, 1)", name="shown"),
    sqlite_strict=True,
)

profile: Final = Table(
    "profile",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
    *origin(),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

timer: Final = Table(
    "timer",
    metadata,
    Column("id", Text, primary_key=True),
    *moment(),
    Column("site", Text),
    Column("strength", Integer),
    CheckConstraint("id = 'running'", name="only_one"),
    CheckConstraint("strength BETWEEN 1 AND 4", name="strength"),
    sqlite_strict=True,
)

attachments: Final = Table(
    "attachments",
    metadata,
    Column("id", Text, primary_key=True),
    # The row it belongs to may be of any table, so no foreign key can say it.
    Column("owner", Text, nullable=False),
    Column("owner_id", Text, nullable=False),
    *moment(),
    Column("sha256", Text, nullable=False),
    Column("bytes", Wide, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("name", Text, nullable=False),
    *origin(),
    CheckConstraint("length(sha256) = 64", name="sha256"),
    Index("attachments_by_owner", "owner_id"),
    Index("attachments_by_content", "sha256"),
    sqlite_strict=True,
)

bin_: Final = Table(
    "bin",
    metadata,
    Column("id", Text, primary_key=True),
    *moment(),
    Column("rows", Text, nullable=False),
    Column("kind", Text, nullable=False, server_default="twitches"),
    Column("label", Text, nullable=False, server_default=""),
    sqlite_strict=True,
)

_UNDONE: Final = text("undone = 1")

steps: Final = Table(
    "steps",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("name", Text, nullable=False),
    Column("undone", Integer, nullable=False),
    # Whose it is: undo takes back one's own. It stands before the images, which may be long.
    Column("device", Text, nullable=False),
    # Which running program took it: a window and a command on one computer are two.
    Column("session", Text, nullable=False),
    Column("images", Text, nullable=False),
    CheckConstraint("undone IN (0, 1)", name="undone"),
    # Most steps are not undone, so the index holds next to nothing and costs nothing to keep.
    Index("steps_undone", "number", sqlite_where=_UNDONE),
    sqlite_strict=True,
    # A number is never given out twice: a late edit must not join another step.
    sqlite_autoincrement=True,
)

writes: Final = Table(
    "writes",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("session", Text, nullable=False),
    Column("kinds", Text, nullable=False),
    # Empty where it touched none; `*` where they are too many to name.
    Column("days", Text, nullable=False),
    sqlite_strict=True,
    sqlite_autoincrement=True,
)

secrets: Final = Table(
    "secrets",
    metadata,
    Column("id", Text, primary_key=True),
    # `files`: what the photos and other files are encrypted with. `former`: a key of the diary
    # from before its password was changed, with which older backups may still have to be opened.
    Column("kind", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("utc_ms", Wide, nullable=False),
    CheckConstraint("kind IN ('files', 'former')", name="kind"),
    sqlite_strict=True,
)
