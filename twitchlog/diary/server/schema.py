"""Bring a diary on a server to the newest schema: make it, leave it, migrate it, or refuse it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import text

from twitchlog.diary import tables
from twitchlog.diary.server import files, statements
from twitchlog.domain.errors import DiaryError, NewerDiary, NotADiary
from twitchlog.translation import _

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from twitchlog.clock import Clock
    from twitchlog.diary.address import Address

_MARK: Final = "TwitchLog diary"
"""The comment on the table of the revision: it marks the tables as a diary, as a file is marked."""

_OLDEST: Final = 13
_STATE: Final = """
SELECT current_setting('server_version_num')::int / 10000 AS version,
    pg_encoding_to_char(encoding) AS encoding,
    current_schema() AS place,
    (SELECT obj_description(c.oid, 'pg_class') FROM pg_class c JOIN pg_namespace n
        ON n.oid = c.relnamespace
     WHERE n.nspname = current_schema() AND c.relname = 'alembic_version') AS mark,
    (SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = current_schema() AND c.relkind IN ('r', 'v', 'm', 'p', 'f')
        AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
    ) AS things
FROM pg_database WHERE datname = current_database()
"""


def bring_up(opened: Engine, where: Address, clock: Clock) -> None:
    """Make the tables in an empty database, or take older ones through their pending migrations.

    Raises NotADiary for a database that holds other tables, NewerDiary for a revision this version
    does not know, and DiaryError for a server that cannot keep a diary; none is touched.
    """
    with opened.connect() as connection:
        revision = _revision(connection)
    if revision is None:
        revision = _create(opened)
    if revision == tables.REVISION:
        return
    from twitchlog.diary import migrate

    if revision not in migrate.known_revisions():
        raise NewerDiary(
            _(
                "The diary on the server was written by a newer version of TwitchLog. "
                "It was left as it is; please update this program."
            )
        )
    from twitchlog.diary.server import migrating

    migrating.upgrade(opened, where, clock)


def _revision(connection: Connection) -> str | None:
    """Return the revision of the diary, or None where the database holds nothing at all yet."""
    state = connection.execute(text(_STATE)).one()
    if state.version < _OLDEST:
        raise DiaryError(
            _("The server is too old for a diary: it needs PostgreSQL {oldest} or newer.").format(
                oldest=_OLDEST
            )
        )
    if state.encoding != "UTF8":
        raise DiaryError(
            _("The database cannot keep every letter: make one with the encoding UTF8.")
        )
    if state.place is None:
        raise DiaryError(_("The database has no schema that you may use. Nothing was changed."))
    if not state.things:
        return None
    if state.mark != _MARK:
        raise NotADiary(
            _(
                "The database belongs to another program: it holds other tables. It was left as "
                "it is; a diary needs a database of its own."
            )
        )
    return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar())


def _create(opened: Engine) -> str:
    """Make every table, in one transaction, and return the revision; another may be first."""
    with (
        opened.connect() as connection,
        connection.execution_options(writes=True, revision=None).begin(),
    ):
        found = _revision(connection)
        if found is None:
            create(connection)
    return found or tables.REVISION


def create(connection: Connection) -> None:
    """Make every table, and what keeps those that are derived, at the newest revision."""
    for table in tables.metadata.sorted_tables:
        for index in table.indexes:
            # Said here and not in the tables: it would load this driver at each start, too.
            where = index.dialect_options["sqlite"]["where"]
            index.dialect_options["postgresql"]["where"] = where
    tables.metadata.create_all(connection, checkfirst=False)  # the database was found empty
    for statement in (
        files.STATEMENT.strip(),
        *statements.COUNTED,
        *statements.PLACES,
        *statements.search(),
    ):
        connection.exec_driver_sql(statement.replace("%", "%%"))
    connection.execute(
        text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
    )
    connection.execute(text(f"COMMENT ON TABLE alembic_version IS '{_MARK}'"))
    connection.execute(
        text("INSERT INTO alembic_version VALUES (:revision)"), {"revision": tables.REVISION}
    )
