"""Taking an older diary along: backup first, all steps or none, and no row is lost."""

from __future__ import annotations

import re
import shutil
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from support.rows import rows_of
from twitchlog.diary import Diary, migrate, tables
from twitchlog.diary.backups import naming
from twitchlog.diary.engine import make_engine
from twitchlog.domain.errors import DiaryError
from twitchlog.domain.experiment import Kept, State
from twitchlog.domain.trigger_choices import Suspect

DATA = Path(__file__).parent.parent / "data"
NEXT = "9999"
STEP = f"""
from alembic import op
import sqlalchemy as sa

revision = "{NEXT}"
down_revision = "{tables.REVISION}"


def upgrade():
    with op.batch_alter_table("twitches", recreate="always") as table:
        table.add_column(sa.Column("mood", sa.Text(), nullable=False, server_default="calm"))
    op.execute("CREATE TABLE moods (id TEXT PRIMARY KEY) STRICT")
"""
FAILS_HALF_WAY = f"""{STEP}
    op.drop_table("twitch_sites")
    op.execute("nonsense")
"""
LOSES_PARENTS = f"""{STEP}
    op.execute(sa.delete(sa.table("twitches")))
"""


@pytest.fixture
def old(tmp_path):
    """A diary of the newest schema, with entries, to which a test adds a step of its own."""
    path = tmp_path / "old" / "diary.sqlite"
    path.parent.mkdir()
    shutil.copy(DATA / f"diary-{tables.REVISION}.sqlite", path)
    return path


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


def run(path, scripts, clock):
    opened = make_engine(path)
    try:
        migrate.upgrade(opened, path, clock, scripts=scripts)
    finally:
        opened.dispose()


def columns(path, table):
    with closing(sqlite3.connect(path)) as file:
        return [row[1] for row in file.execute(f"PRAGMA table_info({table})")]


def tidy(schema: str) -> str:
    return re.sub(r"\s+", " ", schema.replace('"', "")).strip()


def schema_of(path):
    with closing(sqlite3.connect(path)) as file:
        found = file.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
        return {name: tidy(sql) for name, sql in found if name != "alembic_version"}


@pytest.mark.parametrize("kept", sorted(DATA.glob("diary-*.sqlite")), ids=lambda path: path.stem)
def test_a_diary_of_every_released_schema_opens_with_all_its_entries(kept, tmp_path, clock):
    path = tmp_path / "diary.sqlite"
    shutil.copy(kept, path)
    before = rows_of(path)
    with Diary.open(path, clock=clock) as diary:
        assert diary.twitches.count() == len(before["twitches"]) > 20
        entries = diary.twitches.newest(1000)
        assert sum(len(entry.sites) for entry in entries) == len(before["twitch_sites"])
        assert diary.profile.get().name == "Alex Example"
        assert len(diary.symptoms.all()) == len(before["symptoms"]) > 5
        diary.changed = False
    if kept.stem.endswith(tables.REVISION):
        assert rows_of(path) == before


def test_trials_and_choices_of_a_kept_diary_are_all_there(tmp_path, clock):
    path = tmp_path / "diary.sqlite"
    shutil.copy(DATA / "diary-0005.sqlite", path)
    with Diary.open(path, clock=clock) as diary:
        finished, stopped = diary.experiments.all()
        today = clock.now().day
        assert (finished.state(today), stopped.state(today)) == (State.FINISHED, State.STOPPED)
        assert list(finished.kept.values()) == list(Kept)
        assert stopped.why_stopped == "A week away"
        assert diary.experiments.damaged() == ()
        assert "Trial of sleep" in {each.label for each in diary.bin.items()}
        choices = diary.trigger_choices.read()
        assert choices.left_out == {"cold", "water"}
        assert choices.suspect == Suspect("caffeine", date(2026, 4, 13), before_looking=True)
        assert choices.first_looked == date(2026, 4, 13)
        diary.changed = False


def test_a_diary_from_before_there_were_trials_can_hold_one(tmp_path, clock):
    path = tmp_path / "diary.sqlite"
    shutil.copy(DATA / "diary-0004.sqlite", path)
    with Diary.open(path, clock=clock) as diary:
        assert diary.experiments.all() == ()
        today = clock.now().day
        made = diary.experiments.start("caffeine", on="Usual", off="None", first=today).value
        assert diary.experiments.current(today) == made
        diary.undo()
        assert diary.next_undo() == "“calf.png” added"
        diary.changed = False


@pytest.mark.in_file
def test_a_new_diary_has_the_schema_that_the_migrations_lead_to(diary, tmp_path, clock):
    path = tmp_path / "migrated.sqlite"
    with closing(sqlite3.connect(path)) as file:
        file.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
        file.commit()
    run(path, migrate.SCRIPTS, clock)
    assert schema_of(path) == schema_of(diary.path)
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("SELECT version_num FROM alembic_version").fetchall() == [
            (tables.REVISION,)
        ]


def test_the_newest_migration_is_the_one_the_program_expects():
    assert tables.REVISION in migrate.known_revisions()
    assert max(migrate.known_revisions()) == tables.REVISION


def test_a_good_step_keeps_every_row_and_its_children(old, scripts, clock):
    before = rows_of(old, steps=True)
    run(old, scripts(STEP), clock)
    after = rows_of(old, steps=True)
    assert columns(old, "twitches")[-1] == "mood"
    assert after.pop("moods") == []
    assert after.pop("alembic_version") == [(NEXT,)]
    del before["alembic_version"]
    stripped = [row[:-1] for row in after["twitches"]]
    assert {row[-1] for row in after["twitches"]} == {"calm"}
    assert sorted(stripped, key=repr) == before["twitches"]
    assert {**after, "twitches": 0} == {**before, "twitches": 0}


def test_a_rebuilt_table_keeps_its_rules(old, scripts, clock):
    run(old, scripts(STEP), clock)
    assert schema_of(old)["twitches"].endswith("STRICT")
    with closing(sqlite3.connect(old)) as file:
        for change in ("strength = 9", "duration_s = -1", "local_minute = 1440", "utc_ms = 'x'"):
            with pytest.raises(sqlite3.IntegrityError):
                file.execute(f"UPDATE twitches SET {change}")  # noqa: S608 - written right here


def test_every_rule_has_a_name_because_a_rebuilt_table_loses_those_without():
    for table in tables.metadata.sorted_tables:
        rules = table.constraints - {table.primary_key}
        assert all(rule.name for rule in rules), table.name


def test_a_backup_of_the_file_as_it_was_is_made_first(old, scripts, clock):
    before = rows_of(old, steps=True)
    run(old, scripts(STEP), clock)
    (backup,) = naming.files(old.with_name("diary backups"))
    assert rows_of(backup, steps=True) == before


@pytest.mark.parametrize("bad", [FAILS_HALF_WAY, LOSES_PARENTS], ids=["fails", "loses parents"])
def test_a_step_that_fails_leaves_the_diary_as_it_was(old, scripts, clock, bad):
    rows, schema = rows_of(old, steps=True), schema_of(old)
    with pytest.raises(DiaryError, match="as it was before") as failed:
        run(old, scripts(bad), clock)
    assert failed.value.exit_code == 4
    assert (rows_of(old, steps=True), schema_of(old)) == (rows, schema)
    with Diary.open(old, clock=clock) as diary:
        assert diary.twitches.count() == len(rows["twitches"])


def test_an_older_diary_is_brought_up_to_date_when_it_is_opened(old, scripts, clock, monkeypatch):
    monkeypatch.setattr(migrate, "SCRIPTS", scripts(STEP))
    monkeypatch.setattr(tables, "REVISION", NEXT)
    rows = rows_of(old)
    monkeypatch.setattr(migrate.known_revisions, "__defaults__", (migrate.SCRIPTS,))
    monkeypatch.setattr(migrate.upgrade, "__kwdefaults__", {"scripts": migrate.SCRIPTS})
    with Diary.open(old, clock=clock) as diary:
        assert diary.twitches.count() == len(rows["twitches"])
        diary.changed = False
    assert columns(old, "twitches")[-1] == "mood"


def test_what_was_done_and_removed_before_a_migration_can_still_be_taken_back(tmp_path, clock):
    path = tmp_path / "diary.sqlite"
    shutil.copy(DATA / "diary-0001.sqlite", path)
    with Diary.open(path, clock=clock) as diary:
        count, binned = diary.twitches.count(), diary.bin.items()
        assert binned
        for each in binned:
            assert each.label
            diary.bin.restore(each.id)
        assert diary.twitches.count() == count + len(binned)
        for _each in binned:
            diary.undo()
        undone = 0
        while diary.next_undo():
            diary.undo()
            undone += 1
        assert undone == 3
        assert diary.twitches.count() != count
        while diary.next_redo():
            diary.redo()
        assert (diary.twitches.count(), diary.bin.items()) == (count + len(binned), ())
        diary.changed = False
