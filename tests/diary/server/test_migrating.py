"""An older diary on a server is brought up to date as a file is: after a backup, wholly or not."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from support import server as servers
from twitchlog import paths
from twitchlog.diary import Diary, migrate, tables
from twitchlog.diary.server import migrating
from twitchlog.domain.errors import DiaryError

if TYPE_CHECKING:
    from pathlib import Path

NEXT = "9999"
STEP = f"""
from alembic import op
import sqlalchemy as sa

revision = "{NEXT}"
down_revision = "{tables.REVISION}"


def upgrade():
    with op.batch_alter_table("twitches") as table:
        table.add_column(sa.Column("mood", sa.Text(), nullable=False, server_default="calm"))
    op.create_table(
        "moods",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("twitch_id", sa.Text(), sa.ForeignKey("twitches.id", name="fk_moods")),
        sa.Column("much", sa.REAL(), nullable=False),
        sqlite_strict=True,
    )
"""
FAILS_HALF_WAY = f"""{STEP}
    op.drop_table("twitch_sites")
    op.execute("nonsense")
"""
HOW = """
SELECT data_type, collation_name FROM information_schema.columns
WHERE (table_name, column_name) IN (('twitches', 'mood'), ('moods', 'much'))
ORDER BY table_name DESC
"""
WAITS = "SELECT is_deferrable FROM information_schema.table_constraints WHERE constraint_name = %r"


@pytest.fixture
def scripts(tmp_path):
    """A folder of migrations to which a test adds a step: `scripts(text)`."""

    def add(text: str) -> Path:
        folder = tmp_path / "migrations"
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(migrate.SCRIPTS, folder, ignore=ignored)
        (folder / "versions" / "v9999_next.py").write_text(text, encoding="utf-8")
        return folder

    return add


def upgrade(diary: Diary, scripts: Path) -> None:
    migrating.upgrade(diary._engine, diary.address, diary.clock, scripts=scripts)


def test_a_step_of_alembic_runs_on_a_server_and_keeps_its_rules(server, server_diary, scripts):
    server_diary.twitches.log(["calf-left"], note="from before")
    database = servers.database_of(server_diary.address)
    upgrade(server_diary, scripts(STEP))
    assert server.run("SELECT note, mood FROM twitches", database=database) == [
        ("from before", "calm")
    ]
    # Letter by letter as in SQLite, eight bytes as there, and undo can wait with the parents.
    assert server.run(HOW, database=database) == [("text", "C"), ("double precision", None)]
    assert server.run(WAITS % "fk_moods", database=database) == [("YES",)]
    (backup,) = paths.backup_folder(server_diary.path).glob("*.sqlite")
    with closing(sqlite3.connect(backup)) as kept:
        assert kept.execute("SELECT note FROM twitches").fetchall() == [("from before",)]
    server_diary.changed = False


def test_a_step_that_fails_leaves_the_diary_as_it_was(server, server_diary, scripts):
    server_diary.twitches.log(["calf-left"], note="from before")
    database = servers.database_of(server_diary.address)
    with pytest.raises(DiaryError):
        upgrade(server_diary, scripts(FAILS_HALF_WAY))
    assert server.run("SELECT version_num FROM alembic_version", database=database) == [
        (tables.REVISION,)
    ]
    server_diary.twitches.log(["tongue"], note="goes on")
    assert server_diary.twitches.count() == 2
