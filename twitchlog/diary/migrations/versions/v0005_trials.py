"""What sets it off: planned trials and their days, and what was chosen for the look."""

from __future__ import annotations

from typing import Final

from alembic import op

revision = "0005"
down_revision = "0004"

STATEMENTS: Final = (
    """
CREATE TABLE experiments (
    id TEXT NOT NULL,
    utc_ms INTEGER NOT NULL,
    offset_min INTEGER NOT NULL,
    zone TEXT NOT NULL,
    factor TEXT NOT NULL,
    on_words TEXT NOT NULL,
    off_words TEXT NOT NULL,
    first_day TEXT NOT NULL,
    block_days INTEGER NOT NULL,
    seed INTEGER NOT NULL,
    blocks TEXT NOT NULL,
    stopped_day TEXT,
    why_stopped TEXT NOT NULL,
    updated_ms INTEGER NOT NULL,
    device TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT ck_experiments_block_days CHECK (block_days BETWEEN 1 AND 7),
    CONSTRAINT ck_experiments_blocks CHECK (length(blocks) BETWEEN 6 AND 14
        AND blocks NOT GLOB '*[^01]*')
)
 STRICT
""",
    """
CREATE TABLE experiment_days (
    experiment_id TEXT NOT NULL,
    local_day TEXT NOT NULL,
    kept TEXT NOT NULL,
    updated_ms INTEGER NOT NULL,
    device TEXT NOT NULL,
    PRIMARY KEY (experiment_id, local_day),
    CONSTRAINT ck_experiment_days_kept CHECK (kept IN ('yes', 'partly', 'no')),
    CONSTRAINT fk_experiment_days_experiment_id FOREIGN KEY(experiment_id)
        REFERENCES experiments (id)
)
 WITHOUT ROWID, STRICT
""",
    """
CREATE TABLE trigger_choices (
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    updated_ms INTEGER NOT NULL,
    device TEXT NOT NULL,
    PRIMARY KEY (key),
    CONSTRAINT ck_trigger_choices_known CHECK (key IN ('left_out', 'suspect', 'first_looked'))
)
 WITHOUT ROWID, STRICT
""",
)


def upgrade() -> None:
    """Make the tables; there is nothing to bring into them yet."""
    for statement in STATEMENTS:
        op.execute(statement.strip())
