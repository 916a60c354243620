"""The tables of what is logged by the day: twitches, rest counts, check-ins, doses, symptoms."""

from __future__ import annotations

from typing import Final

from sqlalchemy import (
    REAL,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from twitchlog.diary.tables.columns import metadata, moment, origin

_NOTED: Final = text("note <> ''")

twitches: Final = Table(
    "twitches",
    metadata,
    Column("id", Text, primary_key=True),
    *moment(),
    Column("local_day", Text, nullable=False),
    Column("local_minute", Integer, nullable=False),
    Column("duration_s", REAL),
    Column("strength", Integer),
    Column("note", Text, nullable=False),
    *origin(),
    Column("pattern", Text),
    Column("seen", Text),
    Column("activity", Text),
    CheckConstraint("local_minute BETWEEN 0 AND 1439", name="minute"),
    CheckConstraint("duration_s > 0 AND duration_s <= 86400", name="duration"),
    CheckConstraint("strength BETWEEN 1 AND 4", name="strength"),
    Index("twitches_by_day", "local_day", "local_minute", "strength", "duration_s"),
    Index("twitches_by_time", "utc_ms"),
    # Few entries have one: the charts count them without a look at all the others.
    Index("twitches_with_note", "local_day", sqlite_where=_NOTED),
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

twitch_reliefs: Final = Table(
    "twitch_reliefs",
    metadata,
    Column("twitch_id", ForeignKey("twitches.id"), primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("words", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

rest_counts: Final = Table(
    "rest_counts",
    metadata,
    Column("id", Text, primary_key=True),
    *moment(),
    Column("local_day", Text, nullable=False),
    Column("local_minute", Integer, nullable=False),
    Column("length_s", REAL, nullable=False),
    Column("note", Text, nullable=False),
    *origin(),
    CheckConstraint("local_minute BETWEEN 0 AND 1439", name="minute"),
    CheckConstraint("length_s > 0 AND length_s <= 3600", name="length"),
    Index("rest_counts_by_day", "local_day"),
    sqlite_strict=True,
)

rest_taps: Final = Table(
    "rest_taps",
    metadata,
    Column("rest_count_id", ForeignKey("rest_counts.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("after_ms", Integer, nullable=False),
    Column("site", Text),
    CheckConstraint("after_ms >= 0", name="after"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

checkins: Final = Table(
    "checkins",
    metadata,
    Column("id", Text, primary_key=True),
    *moment(),
    Column("local_day", Text, nullable=False),
    Column("none_said", Integer, nullable=False),
    Column("note", Text, nullable=False),
    *origin(),
    Column("diet", Text, nullable=False, server_default=""),
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
    # Bed and wake time, as minutes of the clock, where sleep was given by them.
    Column("began_minute", Integer),
    Column("ended_minute", Integer),
    # The kind of exercise, and how hard it was.
    Column("preset", Text, nullable=False, server_default=""),
    Column("effort", Integer),
    CheckConstraint("began_minute BETWEEN 0 AND 1439", name="began"),
    CheckConstraint("ended_minute BETWEEN 0 AND 1439", name="ended"),
    CheckConstraint("effort BETWEEN 1 AND 3", name="effort"),
    Index("exposures_by_checkin", "checkin_id", "factor", "amount"),
    sqlite_strict=True,
)

doses: Final = Table(
    "doses",
    metadata,
    Column("id", Text, primary_key=True),
    *moment(),
    Column("local_day", Text, nullable=False),
    Column("local_minute", Integer, nullable=False),
    Column("factor", Text, nullable=False),
    Column("amount", REAL, nullable=False),
    Column("preset", Text, nullable=False),
    Column("effort", Integer),
    Column("words", Text, nullable=False),
    *origin(),
    CheckConstraint("local_minute BETWEEN 0 AND 1439", name="minute"),
    CheckConstraint("amount >= 0", name="amount"),
    CheckConstraint("effort BETWEEN 1 AND 3", name="effort"),
    Index("doses_by_day", "local_day", "factor", "amount"),
    sqlite_strict=True,
)

symptoms: Final = Table(
    "symptoms",
    metadata,
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    *moment(),
    Column("local_day", Text, nullable=False),
    Column("present", Integer, nullable=False),
    Column("place", Text, nullable=False),
    Column("words", Text, nullable=False),
    *origin(),
    Column("since", Text),
    Column("amount", Integer),
    Column("sites", Text, nullable=False, server_default=""),
    CheckConstraint("amount BETWEEN 1 AND 3", name="amount"),
    CheckConstraint("present IN (0, 1)", name="present"),
    UniqueConstraint("kind", "local_day"),
    sqlite_strict=True,
)
