"""The tables of what a person keeps for the doctor: medicines, conditions, tests, appointments.

Dates that may be known as a year or a month alone are text: 2026, 2026-06 or 2026-06-18.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import REAL, CheckConstraint, Column, ForeignKey, Index, Integer, Table, Text

from twitchlog.diary.tables.columns import metadata, moment, origin

medications: Final = Table(
    "medications",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("class", Text, nullable=False),
    Column("amount", REAL),
    Column("unit", Text, nullable=False),
    Column("schedule", Text, nullable=False),
    Column("treats", Integer),
    Column("started", Text),
    Column("stopped", Text),
    Column("note", Text, nullable=False),
    *origin(),
    CheckConstraint("amount > 0", name="amount"),
    CheckConstraint("treats IN (0, 1)", name="treats"),
    sqlite_strict=True,
)

dose_changes: Final = Table(
    "dose_changes",
    metadata,
    Column("id", Text, primary_key=True),
    Column("medication_id", ForeignKey("medications.id"), nullable=False),
    Column("day", Text, nullable=False),
    Column("amount", REAL),
    Column("unit", Text, nullable=False),
    Column("schedule", Text, nullable=False),
    *origin(),
    CheckConstraint("amount > 0", name="amount"),
    Index("dose_changes_by_medication", "medication_id", "day"),
    sqlite_strict=True,
)

intakes: Final = Table(
    "intakes",
    metadata,
    Column("id", Text, primary_key=True),
    Column("medication_id", ForeignKey("medications.id"), nullable=False),
    *moment(),
    Column("local_day", Text, nullable=False),
    Column("local_minute", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("amount", REAL),
    Column("note", Text, nullable=False),
    *origin(),
    CheckConstraint("local_minute BETWEEN 0 AND 1439", name="minute"),
    CheckConstraint("amount > 0", name="amount"),
    Index("intakes_by_medication", "medication_id", "local_day"),
    Index("intakes_by_day", "local_day"),
    sqlite_strict=True,
)

treatments: Final = Table(
    "treatments",
    metadata,
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("started", Text),
    Column("stopped", Text),
    Column("effect", Text),
    Column("note", Text, nullable=False),
    *origin(),
    sqlite_strict=True,
)

conditions: Final = Table(
    "conditions",
    metadata,
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("whose", Text, nullable=False),
    Column("relation", Text, nullable=False),
    Column("present", Integer, nullable=False),
    Column("answered", Text, nullable=False),
    Column("since", Text),
    Column("note", Text, nullable=False),
    *origin(),
    CheckConstraint("whose IN ('self', 'family')", name="whose"),
    CheckConstraint("present IN (0, 1)", name="present"),
    sqlite_strict=True,
)

tests: Final = Table(
    "tests",
    metadata,
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("part", Text, nullable=False),
    Column("day", Text),
    Column("place", Text, nullable=False),
    Column("result", Text, nullable=False),
    Column("note", Text, nullable=False),
    *origin(),
    sqlite_strict=True,
)

test_values: Final = Table(
    "test_values",
    metadata,
    Column("id", Text, primary_key=True),
    Column("test_id", ForeignKey("tests.id"), nullable=False),
    Column("analyte", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("comparator", Text, nullable=False),
    Column("value", REAL, nullable=False),
    Column("unit", Text, nullable=False),
    Column("low", REAL),
    Column("high", REAL),
    Column("position", Integer, nullable=False),
    CheckConstraint("comparator IN ('', '<', '>')", name="comparator"),
    CheckConstraint("low <= high", name="range"),
    Index("test_values_by_test", "test_id", "position"),
    sqlite_strict=True,
)

appointments: Final = Table(
    "appointments",
    metadata,
    Column("id", Text, primary_key=True),
    # None: it is planned, and the day is not known yet.
    Column("day", Text),
    Column("minute", Integer),
    Column("whom", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("said", Text, nullable=False),
    Column("note", Text, nullable=False),
    *origin(),
    CheckConstraint("minute BETWEEN 0 AND 1439", name="minute"),
    Index("appointments_by_day", "day"),
    sqlite_strict=True,
)

questions: Final = Table(
    "questions",
    metadata,
    Column("id", Text, primary_key=True),
    # None: for the next visit, whichever that is.
    Column("appointment_id", ForeignKey("appointments.id")),
    Column("words", Text, nullable=False),
    Column("answer", Text, nullable=False),
    Column("position", Integer, nullable=False),
    *origin(),
    Index("questions_by_appointment", "appointment_id", "position"),
    sqlite_strict=True,
)
