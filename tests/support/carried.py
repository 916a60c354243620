"""A diary sent to another one as a file, and what of it came along."""

from __future__ import annotations

from support.rows import rows_of
from twitchlog.diary.transfer import document, restore


def carried(diary) -> dict:
    """Return every row but the version's."""
    rows = rows_of(diary.path)
    del rows["alembic_version"]
    return rows


def send(diary, other, tmp_path):
    path = tmp_path / "out.json"
    document.save(diary, path)
    return restore.bring_in(other, restore.read(path))
