"""More of each twitch, rest counts, doses, factors of one's own, files, and what a doctor needs."""

from __future__ import annotations

import json
import uuid
from typing import Final

from alembic import op
from sqlalchemy import text

revision = "0002"
down_revision = "0001"

NEW: Final = (
    """
CREATE TABLE appointments (
    id TEXT NOT NULL,
    day TEXT,
    minute INTEGER,
    whom TEXT NOT NULL,
    place TEXT NOT NULL,
    said TEXT NOT NULL,
    note TEXT NOT NULL,
    updated_ms INTEGER NOT NULL,
    device TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT ck_appointments_minute CHECK (minute BETWEEN 0 AND 1439)
)
 STRICT
""",
    """
CREATE INDEX appointments_by_day ON appointments (day)
""",
    """
CREATE TABLE attachments (
    id TEXT NOT NULL,
    owner TEXT NOT NULL,
    owner_id TEXT NOT NULL,
    utc_ms INTEGER NOT NULL,
    offset_min INTEGER NOT NULL,
    zone TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    media_type TEXT NOT NULL,
    name TEXT NOT NULL,
    updated_ms INTEGER NOT NULL,
    device TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT ck_attachments_sha256 CHECK (length(sha256) = 64)
)
 STRICT
""",
    """
CREATE INDEX attachments_by_content ON attachments (sha256)
""",
    """
CREATE INDEX attachments_by_owner ON attachments (owner_id)
""",
    """
CREATE TABLE conditions (
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    words TEXT NOT NULL,
    whose TEXT NOT NULL,
    relation TEXT NOT NULL,
    present INTEGER NOT NULL,
    answered TEXT NOT NULL,
    since TEXT,
    note TEXT NOT NULL,
    updated_ms INTEGER NOT NULL,
    device TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT ck_conditions_whose CHECK (whose IN ('self', 'family')),
    CONSTRAINT ck_conditions_present CHECK (present IN (0, 1))
)
 STRICT
""",
    """
CREATE TABLE doses (
    id TEXT NOT NULL,
    utc_ms INTEGER NOT NULL,
    offset_min INTEGER NOT NULL,
    zone TEXT NOT NULL,
    local_day TEXT NOT NULL,
    local_minute INTEGER NOT NULL,
    factor TEXT NOT NULL,
    amount REAL NOT NULL,
    preset TEXT NOT NULL,
    effort INTEGER,
    words TEXT NOT NULL,
    updated_ms INTEGER NOT NULL,
    device TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT ck_doses_minute CHECK (local_minute BETWEEN 0 AND 1439),
    CONSTRAINT ck_doses_amount CHECK (amount >= 0),
    CONSTRAINT ck_doses_effort CHECK (effort BETWEEN 1 AND 3)
)
 STRICT
""",
    """
CREATE INDEX doses_by_day ON doses (local_day, factor, amount)
""",
    """
CREATE TABLE factors (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    unit TEXT NOT NULL,
    habit INTEGER NOT NULL,
    position INTEGER NOT NULL,
    shown INTEGER NOT NULL,
    asked INTEGER NOT NULL,
    most REAL,
    updated_ms INTEGER NOT NULL,
    device TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT ck_factors_asked CHECK (asked IN (0, 1)),
    CONSTRAINT ck_factors_habit CHECK (habit IN (0, 1)),
    CONSTRAINT ck_factors_shown CHECK (shown IN (0, 1))
)
 STRICT
""",
    """
CREATE TABLE medications (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    class TEXT NOT NULL,
    amount REAL,
    unit TEXT NOT NULL,
    schedule TEXT NOT NULL,
    treats INTEGER,
    started TEXT,
    stopped TEXT,
    note TEXT NOT NULL,
    updated_ms INTEGER NOT NULL,
    device TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT ck_medications_amount CHECK (amount > 0),
    CONSTRAINT ck_medications_treats CHECK (treats IN (0, 1))
)
 STRICT
""",
    """
CREATE TABLE rest_counts (
    id TEXT NOT NULL,
    utc_ms INTEGER NOT NULL,
    offset_min INTEGER NOT NULL,
    zone TEXT NOT NULL,
    local_day TEXT NOT NULL,
    local_minute INTEGER NOT NULL,
    length_s REAL NOT NULL,
    note TEXT NOT NULL,
    updated_ms INTEGER NOT NULL,
    device TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT ck_rest_counts_minute CHECK (local_minute BETWEEN 0 AND 1439),
    CONSTRAINT ck_rest_counts_length CHECK (length_s > 0 AND length_s <= 3600)
)
 STRICT
""",
    """
CREATE INDEX rest_counts_by_day ON rest_counts (local_day)
""",
    """
CREATE TABLE tests (
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    words TEXT NOT NULL,
    part TEXT NOT NULL,
    day TEXT,
    place TEXT NOT NULL,
    result TEXT NOT NULL,
    note TEXT NOT NULL,
    updated_ms INTEGER NOT NULL,
    device TEXT NOT NULL,
    PRIMARY KEY (id)
)
 STRICT
""",
    """
CREATE TABLE treatments (
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    words TEXT NOT NULL,
    started TEXT,
    stopped TEXT,
    effect TEXT,
    note TEXT NOT NULL,
    updated_ms INTEGER NOT NULL,
    device TEXT NOT NULL,
    PRIMARY KEY (id)
)
 STRICT
""",
    """
CREATE TABLE dose_changes (
    id TEXT NOT NULL,
    medication_id TEXT NOT NULL,
    day TEXT NOT NULL,
    amount REAL,
    unit TEXT NOT NULL,
    schedule TEXT NOT NULL,
    updated_ms INTEGER NOT NULL,
    device TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT ck_dose_changes_amount CHECK (amount > 0),
    CONSTRAINT fk_dose_changes_medication_id FOREIGN KEY(medication_id) REFERENCES medications (id)
)
 STRICT
""",
    """
CREATE INDEX dose_changes_by_medication ON dose_changes (medication_id, day)
""",
    """
CREATE TABLE intakes (
    id TEXT NOT NULL,
    medication_id TEXT NOT NULL,
    utc_ms INTEGER NOT NULL,
    offset_min INTEGER NOT NULL,
    zone TEXT NOT NULL,
    local_day TEXT NOT NULL,
    local_minute INTEGER NOT NULL,
    kind TEXT NOT NULL,
    amount REAL,
    note TEXT NOT NULL,
    updated_ms INTEGER NOT NULL,
    device TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT ck_intakes_minute CHECK (local_minute BETWEEN 0 AND 1439),
    CONSTRAINT ck_intakes_amount CHECK (amount > 0),
    CONSTRAINT fk_intakes_medication_id FOREIGN KEY(medication_id) REFERENCES medications (id)
)
 STRICT
""",
    """
CREATE INDEX intakes_by_day ON intakes (local_day)
""",
    """
CREATE INDEX intakes_by_medication ON intakes (medication_id, local_day)
""",
    """
CREATE TABLE questions (
    id TEXT NOT NULL,
    appointment_id TEXT,
    words TEXT NOT NULL,
    answer TEXT NOT NULL,
    position INTEGER NOT NULL,
    updated_ms INTEGER NOT NULL,
    device TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT fk_questions_appointment_id FOREIGN KEY(appointment_id) REFERENCES appointments (id)
)
 STRICT
""",
    """
CREATE INDEX questions_by_appointment ON questions (appointment_id, position)
""",
    """
CREATE TABLE rest_taps (
    rest_count_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    after_ms INTEGER NOT NULL,
    site TEXT,
    PRIMARY KEY (rest_count_id, number),
    CONSTRAINT ck_rest_taps_after CHECK (after_ms >= 0),
    CONSTRAINT fk_rest_taps_rest_count_id FOREIGN KEY(rest_count_id) REFERENCES rest_counts (id)
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE test_values (
    id TEXT NOT NULL,
    test_id TEXT NOT NULL,
    analyte TEXT NOT NULL,
    words TEXT NOT NULL,
    comparator TEXT NOT NULL,
    value REAL NOT NULL,
    unit TEXT NOT NULL,
    low REAL,
    high REAL,
    position INTEGER NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT ck_test_values_comparator CHECK (comparator IN ('', '<', '>')),
    CONSTRAINT ck_test_values_range CHECK (low <= high),
    CONSTRAINT fk_test_values_test_id FOREIGN KEY(test_id) REFERENCES tests (id)
)
 STRICT
""",
    """
CREATE INDEX test_values_by_test ON test_values (test_id, position)
""",
    """
CREATE TABLE twitch_reliefs (
    twitch_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    words TEXT NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (twitch_id, kind, words),
    CONSTRAINT fk_twitch_reliefs_twitch_id FOREIGN KEY(twitch_id) REFERENCES twitches (id)
)
 WITHOUT ROWID,
 STRICT
""",
)

REBUILT: Final = {
    "twitches": (
        """
CREATE TABLE twitches_new (
    id TEXT NOT NULL,
    utc_ms INTEGER NOT NULL,
    offset_min INTEGER NOT NULL,
    zone TEXT NOT NULL,
    local_day TEXT NOT NULL,
    local_minute INTEGER NOT NULL,
    duration_s REAL,
    strength INTEGER,
    note TEXT NOT NULL,
    updated_ms INTEGER NOT NULL,
    device TEXT NOT NULL,
    pattern TEXT,
    seen TEXT,
    activity TEXT,
    PRIMARY KEY (id),
    CONSTRAINT ck_twitches_minute CHECK (local_minute BETWEEN 0 AND 1439),
    CONSTRAINT ck_twitches_duration CHECK (duration_s > 0 AND duration_s <= 86400),
    CONSTRAINT ck_twitches_strength CHECK (strength BETWEEN 1 AND 4)
)
 STRICT
""",
        """
CREATE INDEX twitches_by_day ON twitches (local_day, local_minute, strength, duration_s)
""",
        """
CREATE INDEX twitches_by_time ON twitches (utc_ms)
""",
    ),
    "checkins": (
        """
CREATE TABLE checkins_new (
    id TEXT NOT NULL,
    utc_ms INTEGER NOT NULL,
    offset_min INTEGER NOT NULL,
    zone TEXT NOT NULL,
    local_day TEXT NOT NULL,
    none_said INTEGER NOT NULL,
    note TEXT NOT NULL,
    updated_ms INTEGER NOT NULL,
    device TEXT NOT NULL,
    diet TEXT DEFAULT '' NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT ck_checkins_none_said CHECK (none_said IN (0, 1)),
    CONSTRAINT uq_checkins_local_day UNIQUE (local_day)
)
 STRICT
""",
    ),
    "exposures": (
        """
CREATE TABLE exposures_new (
    id TEXT NOT NULL,
    checkin_id TEXT NOT NULL,
    factor TEXT NOT NULL,
    amount REAL NOT NULL,
    began_minute INTEGER,
    ended_minute INTEGER,
    preset TEXT DEFAULT '' NOT NULL,
    effort INTEGER,
    PRIMARY KEY (id),
    CONSTRAINT ck_exposures_began CHECK (began_minute BETWEEN 0 AND 1439),
    CONSTRAINT ck_exposures_ended CHECK (ended_minute BETWEEN 0 AND 1439),
    CONSTRAINT ck_exposures_effort CHECK (effort BETWEEN 1 AND 3),
    CONSTRAINT fk_exposures_checkin_id FOREIGN KEY(checkin_id) REFERENCES checkins (id)
)
 STRICT
""",
        """
CREATE INDEX exposures_by_checkin ON exposures (checkin_id, factor, amount)
""",
    ),
    "symptoms": (
        """
CREATE TABLE symptoms_new (
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    utc_ms INTEGER NOT NULL,
    offset_min INTEGER NOT NULL,
    zone TEXT NOT NULL,
    local_day TEXT NOT NULL,
    present INTEGER NOT NULL,
    place TEXT NOT NULL,
    words TEXT NOT NULL,
    updated_ms INTEGER NOT NULL,
    device TEXT NOT NULL,
    since TEXT,
    amount INTEGER,
    sites TEXT DEFAULT '' NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT ck_symptoms_amount CHECK (amount BETWEEN 1 AND 3),
    CONSTRAINT ck_symptoms_present CHECK (present IN (0, 1)),
    CONSTRAINT uq_symptoms_kind_local_day UNIQUE (kind, local_day)
)
 STRICT
""",
    ),
    "bin": (
        """
CREATE TABLE bin_new (
    id TEXT NOT NULL,
    utc_ms INTEGER NOT NULL,
    offset_min INTEGER NOT NULL,
    zone TEXT NOT NULL,
    rows TEXT NOT NULL,
    kind TEXT DEFAULT 'twitches' NOT NULL,
    label TEXT DEFAULT '' NOT NULL,
    PRIMARY KEY (id)
)
 STRICT
""",
    ),
}
"""Tables that gain columns: made anew under another name, filled, and put in the old one's place.

Foreign keys name the old one and are off meanwhile (see `migrate`).
"""


def upgrade() -> None:
    """Make the new tables; rebuild those that gain columns, with every row."""
    for statement in NEW:
        op.execute(statement.strip())
    for name, (made, *indexes) in REBUILT.items():
        kept = ", ".join(
            f'"{row.name}"' for row in op.get_bind().execute(text(f"PRAGMA table_info({name})"))
        )
        op.execute(made.strip())
        op.execute(f"INSERT INTO {name}_new ({kept}) SELECT {kept} FROM {name}")  # noqa: S608 - names of our own tables
        op.execute(f"DROP TABLE {name}")
        op.execute(f"ALTER TABLE {name}_new RENAME TO {name}")
        for statement in indexes:
            op.execute(statement.strip())
    _move_visit()


def _move_visit() -> None:
    """Make an appointment and questions of what the profile kept of the next visit."""
    connection = op.get_bind()
    kept = {
        row.key: row
        for row in connection.execute(
            text("SELECT * FROM profile WHERE key IN ('visit_day', 'doctor', 'questions')")
        )
    }
    said = {key: json.loads(row.value) for key, row in kept.items()}
    if said.get("visit_day") or said.get("doctor"):
        row = kept.get("visit_day") or kept["doctor"]
        connection.execute(
            text(
                "INSERT INTO appointments (id, day, whom, place, said, note, updated_ms, device)"
                " VALUES (:id, :day, :whom, '', '', '', :updated_ms, :device)"
            ),
            {
                "id": str(uuid.uuid4()),
                "day": said.get("visit_day"),
                "whom": said.get("doctor") or "",
                "updated_ms": row.updated_ms,
                "device": row.device,
            },
        )
    for position, words in enumerate(said.get("questions") or ()):
        connection.execute(
            text(
                "INSERT INTO questions (id, words, answer, position, updated_ms, device)"
                " VALUES (:id, :words, '', :position, :updated_ms, :device)"
            ),
            {
                "id": str(uuid.uuid4()),
                "words": words,
                "position": position,
                "updated_ms": kept["questions"].updated_ms,
                "device": kept["questions"].device,
            },
        )
    op.execute("DELETE FROM profile WHERE key IN ('visit_day', 'doctor', 'questions')")
