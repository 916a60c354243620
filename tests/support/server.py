"""A PostgreSQL server of the tests' own: a private cluster on a socket in a temporary folder.

It is started once a process, when a test first asks for it, and ends with the process. Each test
has a database of its own, copied from one in which the tables of a new diary are made already.
"""

from __future__ import annotations

import atexit
import functools
import itertools
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote, urlsplit

from twitchlog.diary import address, tables

if TYPE_CHECKING:
    from collections.abc import Iterator

VARIABLE: Final = "TWITCHLOG_TEST_SERVER"
"""Set to anything, the fixture `diary` is on a server in every test that asks for it."""
NEEDED: Final = "needs a PostgreSQL server: install postgresql (make system-packages)"
USER: Final = "writer"
PASSWORD: Final = "not that secret"  # noqa: S105 - of a server that nobody else can reach
EMPTY: Final = "empty_diary"
_UNPRIVILEGED: Final = ("postgres", "nobody")
_QUICK: Final = {
    "listen_addresses": "",
    "fsync": "off",
    "full_page_writes": "off",
    "shared_buffers": "32MB",
    "max_connections": "60",
    "autovacuum": "off",
    "max_wal_size": "256MB",
    "unix_socket_permissions": "0777",
    "logging_collector": "off",
}
_RULES: Final = f"local all {USER} scram-sha-256\nlocal all all trust\n"


def program(name: str) -> str | None:
    """Return the path of one of PostgreSQL's programs; Debian keeps them off the usual path."""
    places = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    found = (shutil.which(name, path=str(place)) for place in places)
    return next((each for each in found if each), shutil.which(name))


def there() -> bool:
    """Whether a server can be started here."""
    return sys.platform != "win32" and program("initdb") is not None


@dataclass(slots=True)
class Server:
    """A cluster: `start`, `stop` (as a crash: at once) and databases in it."""

    folder: Path
    quick: bool = True
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start the server and wait until it answers."""
        options = _QUICK | ({} if self.quick else {"fsync": "on", "full_page_writes": "on"})
        options["unix_socket_directories"] = str(self.folder)
        said = itertools.chain.from_iterable(("-c", f"{k}={v}") for k, v in options.items())
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(
                [str(program("postgres")), "-D", str(self.folder / "data"), *said],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                **_as_nobody(),
            )
        self._wait()

    def _wait(self) -> None:
        import time

        import psycopg

        until = time.monotonic() + 60
        while True:
            try:
                psycopg.connect(self.conninfo("template1")).close()
            except psycopg.OperationalError:
                if time.monotonic() > until:
                    raise
                if self._ended(within=0.02):
                    log = (self.folder / "log").read_text(errors="replace")
                    raise RuntimeError(f"The server did not start:\n{log[-2000:]}") from None
            else:
                return

    def _ended(self, *, within: float) -> bool:
        """Wait for the end of the server, at most so many seconds; tell if it has come."""
        with suppress(subprocess.TimeoutExpired):
            return self.process is None or self.process.wait(within) is not None
        return False

    def stop(self, *, crash: bool = False) -> None:
        """Stop the server and wait until it is gone; connections are broken off."""
        if self.process is None:
            return
        self.process.send_signal(signal.SIGQUIT if crash else signal.SIGINT)
        self.process.wait(60)
        self.process = None

    def conninfo(self, database: str, user: str = "") -> str:
        """Return how the library connects as the owner of the cluster, past all rules."""
        return f"host={self.folder} dbname={database} user={user or _owner()}"

    def address(self, database: str, *, user: str = "", password: str = "") -> str:
        """Return the address of a database, as a person writes it; as its owner unless told."""
        who = user or _owner()
        said = f"{who}:{quote(password)}" if password else who
        return f"postgresql+psycopg://{said}@/{database}?host={self.folder}"

    def run(self, statement: str, *, database: str = "template1") -> list[tuple[Any, ...]]:
        """Run one statement as the owner of the cluster."""
        import psycopg

        with psycopg.connect(self.conninfo(database), autocommit=True) as connection:
            # The driver takes no text but what stands in the source; this is always a test's own.
            found = connection.execute(statement)  # type: ignore[call-overload]
            return list(found.fetchall()) if found.description else []

    @contextmanager
    def database(self, template: str = "template0") -> Iterator[str]:
        """Give the name of a database of one's own, dropped afterwards."""
        name = f"test_{os.getpid()}_{next(_NUMBERS)}"
        self.run(f"CREATE DATABASE {name} TEMPLATE {template} ENCODING 'UTF8' OWNER {USER}")
        try:
            yield name
        finally:
            if self.process is None:
                self.start()
            self.run(f"DROP DATABASE {name} WITH (FORCE)")

    @contextmanager
    def diary(self) -> Iterator[address.Address]:
        """Give the address of a new, empty diary in a database of its own."""
        _make_empty(self)
        with self.database(EMPTY) as name:
            yield address.named(self.address(name, user=USER, password=PASSWORD))


@contextmanager
def used_again(server: Server) -> Iterator[address.Address]:
    """Give the address of an empty diary in a database that the next test is given, too.

    To make one for each takes longer than most tests; so it is for those that change rows alone.
    """
    if not _FREE:
        _make_empty(server)
        name = f"again_{os.getpid()}_{next(_NUMBERS)}"
        server.run(f"CREATE DATABASE {name} TEMPLATE {EMPTY} OWNER {USER}")
        _FREE.append(name)
    name = _FREE.pop()
    where = address.named(server.address(name, user=USER, password=PASSWORD))
    yield where
    # Its backups, files and settings lie on this computer, beside what stands for it here.
    for kept in where.path.parent.glob(f"{where.path.stem}*"):
        shutil.rmtree(kept) if kept.is_dir() else kept.unlink()
    emptied = "; ".join(f"DELETE FROM {table}" for table in (*tables.metadata.tables, "file_parts"))  # noqa: S608 - our own names
    server.run(
        # No trigger and no foreign key looks at what is taken away.
        f"SET lock_timeout = '20s'; SET session_replication_role = replica; {emptied}; "
        "ALTER SEQUENCE steps_number_seq RESTART; ALTER SEQUENCE writes_number_seq RESTART",
        database=name,
    )
    _FREE.append(name)


_FREE: Final[list[str]] = []


def database_of(where: address.Address) -> str:
    """Return the name of the database that an address names."""
    return urlsplit(where.server).path.removeprefix("/")


_NUMBERS: Final = itertools.count()


@functools.cache
def shared() -> Server:
    """Return the cluster that the tests of this process share."""
    server = new()
    atexit.register(end, server)
    return server


def new(*, quick: bool = True) -> Server:
    """Make a cluster and start it; `end` it afterwards. One that is not quick survives crashes."""
    folder = Path(tempfile.mkdtemp(prefix="twitchlog-server-", dir="/tmp"))
    if os.getuid() == 0:
        entry = pwd.getpwnam(_owner())
        os.chown(folder, entry.pw_uid, entry.pw_gid)
    folder.chmod(0o755)
    subprocess.run(
        [
            str(program("initdb")), "-D", str(folder / "data"), "-A", "trust", "-E", "UTF8",
            "--locale", "C", "--no-sync", "--no-instructions", "-U", _owner(),
        ],
        check=True, capture_output=True, cwd="/", **_as_nobody(),
    )  # fmt: skip
    (folder / "data" / "pg_hba.conf").write_text(_RULES)
    server = Server(folder, quick=quick)
    server.start()
    server.run(f"CREATE ROLE {USER} LOGIN PASSWORD '{PASSWORD}'")
    return server


def end(server: Server) -> None:
    """Stop a cluster and remove it."""
    server.stop(crash=True)
    shutil.rmtree(server.folder, ignore_errors=True)


@functools.cache
def _make_empty_once(folder: Path) -> None:
    from twitchlog.diary import Diary

    server = shared()
    server.run(f"CREATE DATABASE {EMPTY} TEMPLATE template0 ENCODING 'UTF8' OWNER {USER}")
    Diary.open(address.named(server.address(EMPTY, user=USER, password=PASSWORD))).close()


def _make_empty(server: Server) -> None:
    _make_empty_once(server.folder)


def _owner() -> str:
    """Return who runs the server: it refuses to be run by root."""
    if os.getuid() != 0:
        return pwd.getpwuid(os.getuid()).pw_name
    return next(name for name in _UNPRIVILEGED if _is_known(name))


def _is_known(name: str) -> bool:
    try:
        pwd.getpwnam(name)
    except KeyError:
        return False
    return True


def _as_nobody() -> dict[str, Any]:
    if os.getuid() != 0:
        return {}
    entry = pwd.getpwnam(_owner())
    return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}
