"""Bring a diary file to the newest schema: make it, leave it, migrate it, or refuse it in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import text

from twitchlog.diary import engine as engines
from twitchlog.diary import tables
from twitchlog.diary.tables import counted, places, search
from twitchlog.domain.errors import NewerDiary, NotADiary
from twitchlog.translation import _

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection, Engine

    from twitchlog.clock import Clock
    from twitchlog.diary.sealed.keys import Key


def bring_up(
    opened: Engine,
    path: Path,
    clock: Clock,
    *,
    is_new: bool,
    key: Key | None = None,
    keeps: bool = True,
) -> None:
    """Make the tables of a new file, or take an older one through its pending migrations.

    It is backed up before those, unless it is a copy itself (`keeps` is False).

    Raises NotADiary for the database of another program and NewerDiary for a revision this version
    does not know; neither is touched.
    """
    with opened.connect() as connection:
        revision = None if is_new else _revision(connection, path)
        connection.rollback()
        if revision is None:
            engines.set_up_wal(connection)
            _create(connection)
            _key_for_files(connection, clock, key)
            return
    if revision != tables.REVISION:
        from twitchlog.diary import migrate

        if revision not in migrate.known_revisions():
            raise NewerDiary(
                _(
                    "“{name}” was written by a newer version of TwitchLog. "
                    "It was left as it is; please update this program."
                ).format(name=path.name)
            )
        migrate.upgrade(opened, path, clock, key=key, keeps=keeps)
    with opened.connect() as connection:
        engines.set_up_wal(connection)
        if revision != tables.REVISION:
            _key_for_files(connection, clock, key)


def _key_for_files(connection: Connection, clock: Clock, key: Key | None) -> None:
    """Give a diary that is sealed from its beginning the key its files are sealed with."""
    if key is not None:
        from twitchlog.diary.sealed import kept_keys

        with connection.execution_options(writes=True).begin():
            raw: Any = connection.connection.driver_connection
            kept_keys.ensure_of_files(raw, clock.now().utc_ms)


def _revision(connection: Connection, path: Path) -> str | None:
    """Return the file's revision, or None where the file holds nothing at all yet."""
    names = set(
        connection.execute(text("SELECT name FROM sqlite_schema WHERE type='table'")).scalars()
    )
    if not names:
        return None
    mark = connection.execute(text("PRAGMA application_id")).scalar_one()
    if mark != engines.APPLICATION_ID or "alembic_version" not in names:
        raise NotADiary(
            _("“{name}” belongs to another program. It was left as it is.").format(name=path.name)
        )
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return str(found)


def _create(connection: Connection) -> None:
    """Make every table and stamp the file, in one transaction; another process may be first."""
    with connection.execution_options(writes=True).begin():
        if not connection.execute(text("SELECT count(*) FROM sqlite_schema")).scalar_one():
            create(connection)


def create(connection: Connection) -> None:
    """Make every table of the newest schema in an empty file, and stamp it."""
    connection.execute(text(f"PRAGMA application_id={engines.APPLICATION_ID}"))
    tables.metadata.create_all(connection, checkfirst=False)  # the file was found empty
    for statement in (*search.STATEMENTS, *places.STATEMENTS, *counted.STATEMENTS):
        connection.execute(text(statement.strip()))
    connection.execute(
        text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
    )
    connection.execute(
        text("INSERT INTO alembic_version VALUES (:revision)"), {"revision": tables.REVISION}
    )
