"""The diary's own keys: of its files while it has a password, and of before that was changed."""

from __future__ import annotations

from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Make the table; a backup that was encrypted while its schema was older has it already."""
    strict = " STRICT" if op.get_bind().dialect.name == "sqlite" else ""
    op.execute(
        f"""
CREATE TABLE IF NOT EXISTS secrets (
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    utc_ms {"INTEGER" if strict else "BIGINT"} NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT ck_secrets_kind CHECK (kind IN ('files', 'former'))
){strict}
""".strip()
    )
