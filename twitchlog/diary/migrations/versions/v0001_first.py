"""The first schema."""

from alembic import op

revision = "0001"
down_revision = None

STATEMENTS = (
    """
CREATE TABLE bin (
    id TEXT NOT NULL,
    utc_ms INTEGER NOT NULL,
    offset_min INTEGER NOT NULL,
    zone TEXT NOT NULL,
    rows TEXT NOT NULL,
    PRIMARY KEY (id)
)
 STRICT
""",
    """
CREATE TABLE checkins (
    id TEXT NOT NULL,
    utc_ms INTEGER NOT NULL,
    offset_min INTEGER NOT NULL,
    zone TEXT NOT NULL,
    local_day TEXT NOT NULL,
    none_said INTEGER NOT NULL,
    note TEXT NOT NULL,
    updated_ms INTEGER NOT NULL,
    device TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT ck_checkins_none_said CHECK (none_said IN (0, 1)),
    CONSTRAINT uq_checkins_local_day UNIQUE (local_day)
)
 STRICT
""",
    """
CREATE TABLE profile (
    "key" TEXT NOT NULL,
    value TEXT NOT NULL,
    updated_ms INTEGER NOT NULL,
    device TEXT NOT NULL,
    PRIMARY KEY ("key")
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE steps (
    number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    undone INTEGER NOT NULL,
    images TEXT NOT NULL,
    CONSTRAINT ck_steps_undone CHECK (undone IN (0, 1))
)
 STRICT
""",
    """
CREATE INDEX steps_undone ON steps (number) WHERE undone = 1
""",
    """
CREATE TABLE symptoms (
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
    PRIMARY KEY (id),
    CONSTRAINT ck_symptoms_present CHECK (present IN (0, 1)),
    CONSTRAINT uq_symptoms_kind_local_day UNIQUE (kind, local_day)
)
 STRICT
""",
    """
CREATE TABLE timer (
    id TEXT NOT NULL,
    utc_ms INTEGER NOT NULL,
    offset_min INTEGER NOT NULL,
    zone TEXT NOT NULL,
    site TEXT,
    strength INTEGER,
    PRIMARY KEY (id),
    CONSTRAINT ck_timer_only_one CHECK (id = 'running'),
    CONSTRAINT ck_timer_strength CHECK (strength BETWEEN 1 AND 4)
)
 STRICT
""",
    """
CREATE TABLE twitches (
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
    """
CREATE TABLE exposures (
    id TEXT NOT NULL,
    checkin_id TEXT NOT NULL,
    factor TEXT NOT NULL,
    amount REAL NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT fk_exposures_checkin_id FOREIGN KEY(checkin_id) REFERENCES checkins (id)
)
 STRICT
""",
    """
CREATE INDEX exposures_by_checkin ON exposures (checkin_id, factor, amount)
""",
    """
CREATE TABLE twitch_sites (
    twitch_id TEXT NOT NULL,
    site TEXT NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (twitch_id, site),
    CONSTRAINT fk_twitch_sites_twitch_id FOREIGN KEY(twitch_id) REFERENCES twitches (id)
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE INDEX twitch_sites_by_site ON twitch_sites (site, twitch_id)
""",
    """
CREATE TABLE twitch_triggers (
    twitch_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    words TEXT NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (twitch_id, kind, words),
    CONSTRAINT fk_twitch_triggers_twitch_id FOREIGN KEY(twitch_id) REFERENCES twitches (id)
)
 WITHOUT ROWID,
 STRICT
""",
)


def upgrade() -> None:
    """Make every table."""
    for statement in STATEMENTS:
        op.execute(statement.strip())
