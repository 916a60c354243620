"""The tables of the diary. Times are UTC milliseconds beside offset, zone and local day."""

from __future__ import annotations

from typing import Final

from sqlalchemy import (
    REAL,
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)

REVISION: Final = "0001"
"""The newest schema; a migration of that name leads to it."""

# Named, every one: Alembic rebuilds a table from what it can read back of it, and drops without a
# word to the user any rule that has no name.
metadata: Final = MetaData(
    naming_convention={
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    }
)

_Wide = BigInteger().with_variant(Integer(), "sqlite")


def _moment() -> tuple[Column[int], Column[int], Column[str]]:
    return (
        Column("utc_ms", _Wide, nullable=False),
        Column("offset_min", Integer, nullable=False),
        Column("zone", Text, nullable=False),
    )


def _origin() -> tuple[Column[int], Column[str]]:
    """Say when and on which device a row was last written, for merging two diaries one day."""
    return (
        Column("updated_ms", _Wide, nullable=False),
        Column("device", Text, nullable=False),
    )


twitches: Final = Table(
    "twitches",
    metadata,
    Column("id", Text, primary_key=True),
    *_moment(),
    Column("local_day", Text, nullable=False),
    Column("local_minute", Integer, nullable=False),
    Column("duration_s", REAL),
    Column("strength", Integer),
    Column("note", Text, nullable=False),
    *_origin(),
    CheckConstraint("local_minute BETWEEN 0 AND 1439", name="minute"),
    CheckConstraint("duration_s > 0 AND duration_s <= 86400", name="duration"),
    CheckConstraint("strength BETWEEN 1 AND 4", name="strength"),
    Index("twitches_by_day", "local_day", "local_minute", "strength", "duration_s"),
    Index("twitches_by_time", "utc_ms"),
    sqlite_strict=True,
)

twitch_sites: Final = Table(
    "twitch_sites",
    metadata,
    Column("twitch_id", ForeignKey("twitches.id"), primary_key=True),
    Column("site", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Index("twitch_sites_by_site", "site", "twitch_id"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

twitch_triggers: Final = Table(
    "twitch_triggers",
    metadata,
    Column("twitch_id", ForeignKey("twitches.id"), primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("words", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

checkins: Final = Table(
    "checkins",
    metadata,
    Column("id", Text, primary_key=True),
    *_moment(),
    Column("local_day", Text, nullable=False),
    Column("none_said", Integer, nullable=False),
    Column("note", Text, nullable=False),
    *_origin(),
    CheckConstraint("none_said IN (0, 1)", name="none_said"),
    UniqueConstraint("local_day"),
    sqlite_strict=True,
)

exposures: Final = Table(
    "exposures",
    metadata,
    Column("id", Text, primary_key=True),
    Column("checkin_id", ForeignKey("checkins.id"), nullable=False),
    Column("factor", Text, nullable=False),
    Column("amount", REAL, nullable=False),
    Index("exposures_by_checkin", "checkin_id", "factor", "amount"),
    sqlite_strict=True,
)

symptoms: Final = Table(
    "symptoms",
    metadata,
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    *_moment(),
    Column("local_day", Text, nullable=False),
    Column("present", Integer, nullable=False),
    Column("place", Text, nullable=False),
    Column("words", Text, nullable=False),
    *_origin(),
    CheckConstraint("present IN (0, 1)", name="present"),
    UniqueConstraint("kind", "local_day"),
    sqlite_strict=True,
)

profile: Final = Table(
    "profile",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
    *_origin(),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

timer: Final = Table(
    "timer",
    metadata,
    Column("id", Text, primary_key=True),
    *_moment(),
    Column("site", Text),
    Column("strength", Integer),
    CheckConstraint("id = 'running'", name="only_one"),
    CheckConstraint("strength BETWEEN 1 AND 4", name="strength"),
    sqlite_strict=True,
)

bin_: Final = Table(
    "bin",
    metadata,
    Column("id", Text, primary_key=True),
    *_moment(),
    Column("rows", Text, nullable=False),
    sqlite_strict=True,
)

steps: Final = Table(
    "steps",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("name", Text, nullable=False),
    Column("undone", Integer, nullable=False),
    Column("images", Text, nullable=False),
    CheckConstraint("undone IN (0, 1)", name="undone"),
    # Most steps are not undone, so the index holds next to nothing and costs nothing to keep.
    Index("steps_undone", "number", sqlite_where=text("undone = 1")),
    sqlite_strict=True,
    # A number is never given out twice: a late edit must not join another step.
    sqlite_autoincrement=True,
)

KIND_OF: Final = {
    "twitches": "twitches",
    "twitch_sites": "twitches",
    "twitch_triggers": "twitches",
    "checkins": "checkins",
    "exposures": "checkins",
    "symptoms": "symptoms",
    "profile": "profile",
    "timer": "timer",
    "bin": "bin",
}
"""Which kind of thing a change to a table is announced as; `steps` itself is never recorded."""
