"""The tables of the question what sets it off: planned trials, and what was chosen for the look."""

from __future__ import annotations

from typing import Final

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, Table, Text

from twitchlog.diary.tables.columns import Wide, metadata, moment, origin

experiments: Final = Table(
    "experiments",
    metadata,
    Column("id", Text, primary_key=True),
    # When the plan was drawn.
    *moment(),
    Column("factor", Text, nullable=False),
    Column("on_words", Text, nullable=False),
    Column("off_words", Text, nullable=False),
    Column("first_day", Text, nullable=False),
    Column("block_days", Integer, nullable=False),
    Column("seed", Wide, nullable=False),
    # One letter a pair of blocks: 1 where the block *on* comes first. It follows from the seed, and
    # is compared with it at every look.
    Column("blocks", Text, nullable=False),
    Column("stopped_day", Text),
    Column("why_stopped", Text, nullable=False),
    *origin(),
    CheckConstraint("block_days BETWEEN 1 AND 7", name="block_days"),
    CheckConstraint(
        "length(blocks) BETWEEN 6 AND 14 AND blocks NOT GLOB '*[^01]*'", name="blocks"
    ).ddl_if(dialect="sqlite"),
    CheckConstraint("blocks ~ '^[01]{6,14}$'", name="blocks").ddl_if(dialect="postgresql"),
    sqlite_strict=True,
)

experiment_days: Final = Table(
    "experiment_days",
    metadata,
    Column("experiment_id", ForeignKey("experiments.id"), primary_key=True),
    Column("local_day", Text, primary_key=True),
    Column("kept", Text, nullable=False),
    *origin(),
    CheckConstraint("kept IN ('yes', 'partly', 'no')", name="kept"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

trigger_choices: Final = Table(
    "trigger_choices",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
    *origin(),
    CheckConstraint("key IN ('left_out', 'suspect', 'first_looked')", name="known"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
