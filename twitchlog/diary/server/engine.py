"""Connect to a diary on a server: how a transaction begins there, and how sure its end is.

One writer at a time, as in a file. Each transaction that writes first takes one lock of the
database's own (an advisory one) and reads only after it has it, so that everything it reads, and
the images of rows that undo keeps, is what its writes meet. The isolation is READ COMMITTED on
purpose: under REPEATABLE READ or SERIALIZABLE the state seen would be that from before the wait
for the lock, and a writer that waited would fail, or undo a change it never saw. With it, the
numbers of steps are given out in the order of the commits, too. A transaction that only reads sees
one state throughout (REPEATABLE READ) and waits for nobody.
"""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import create_engine, event
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.pool import QueuePool

from twitchlog.diary import address, tables
from twitchlog.diary.server import ddl, settling
from twitchlog.domain.errors import NewerDiary
from twitchlog.translation import _

if TYPE_CHECKING:
    import psycopg
    from sqlalchemy import Connection, Engine

assert ddl  # imported for what it changes

WRITER_LOCK: Final = 0x54574C47
"""The number of the lock that a writer holds: `TWLG`."""

_CONNECT: Final = {
    "application_name": "TwitchLog",
    "client_encoding": "utf8",
    "connect_timeout": "5",
    # A network that is gone is noticed within half a minute, not after two hours.
    "keepalives_idle": "10",
    "keepalives_interval": "5",
    "keepalives_count": "3",
    "tcp_user_timeout": "20000",
}
# What the address says of these goes before.
_SESSION: Final = """
SELECT set_config(name, usual, false) FROM pg_settings JOIN (VALUES
    ('lock_timeout', '5s'),
    ('statement_timeout', '60s'),
    ('idle_in_transaction_session_timeout', '120s'),
    ('default_transaction_isolation', 'read committed')
) AS usually (name, usual) USING (name) WHERE source <> 'client'
UNION ALL
SELECT set_config('synchronous_commit', 'on', false)
WHERE current_setting('synchronous_commit') = 'off'
"""
_READ: Final = "BEGIN ISOLATION LEVEL REPEATABLE READ"
_WRITE: Final = f"""
BEGIN;
SELECT pg_advisory_xact_lock({WRITER_LOCK});
SELECT pg_current_xact_id()::text
"""
_REVISION: Final = "SELECT version_num FROM alembic_version"


class Dialect(PGDialect_psycopg):
    """PostgreSQL through psycopg, with a commit that finds out what became of it."""

    driver = "twitchlog"
    supports_statement_cache = True

    def do_commit(self, dbapi_connection: Any) -> None:
        """Commit; where the connection breaks meanwhile, ask over another whether it was done."""
        number = dbapi_connection.info.pop(settling.NUMBER, None)
        driver: psycopg.Connection[Any] = dbapi_connection.driver_connection
        try:
            driver.commit()
        except self.loaded_dbapi.OperationalError:
            if number is None or not driver.broken:
                raise
            again = dbapi_connection.info[settling.AGAIN]
            if not settling.was_committed(again, number):
                raise


registry.register("postgresql.twitchlog", __name__, "Dialect")


def make_engine(where: address.Address) -> Engine:
    """Return an engine on the diary `where`; nothing is asked of the server yet."""
    import psycopg
    from psycopg.conninfo import conninfo_to_dict, make_conninfo

    try:
        # What the address says goes before what is usual.
        said = make_conninfo("", **{**_CONNECT, **conninfo_to_dict(where.server)})
    except psycopg.Error:
        # Its own words may hold the password.
        raise address.unclear() from None

    def connect() -> psycopg.Connection[Any]:
        connection = psycopg.connect(said, autocommit=True)
        try:
            connection.execute(_SESSION)
        except BaseException:
            connection.close()
            raise
        return connection

    engine = create_engine(
        "postgresql+twitchlog://",
        creator=connect,
        poolclass=QueuePool,
        pool_size=2,
        # A server may have been started anew since: then a fresh connection is made, unseen.
        pool_pre_ping=True,
        paramstyle="format",
        use_native_hstore=False,
        # What a person wrote does not belong into the words of an error.
        hide_parameters=True,
    )

    @event.listens_for(engine, "connect")
    def _connected(_driver: Any, record: Any) -> None:
        record.info[settling.AGAIN] = connect

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        driver: Any = connection.connection.driver_connection
        if not connection.get_execution_options().get("writes", False):
            driver.execute(_READ)
            return
        begin_writing(connection, driver)

    return engine


def begin_writing(connection: Connection, driver: psycopg.Connection[Any]) -> None:
    """Begin a transaction as the one writer, and keep its number.

    Raises NewerDiary where another computer has brought the diary to a newer schema meanwhile.
    """
    with closing(driver.execute(_WRITE)) as answers:
        while answers.nextset():
            pass
        (number,) = answers.fetchone() or ("",)
    connection.info[settling.NUMBER] = number
    expected = connection.get_execution_options().get("revision", tables.REVISION)
    if expected is None:
        return
    found = driver.execute(_REVISION).fetchone()
    if found != (expected,):
        raise NewerDiary(
            _(
                "A newer version of TwitchLog on another computer has changed this diary. "
                "Nothing was saved here; please update this program."
            )
        )
