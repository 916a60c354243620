"""Open the diary file: what it must be, and how SQLite is set up."""

from __future__ import annotations

import logging
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from twitchlog import paths
from twitchlog.diary import connecting, signs
from twitchlog.diary.file_words import damaged, not_opened
from twitchlog.diary.reasons import reason_of
from twitchlog.diary.same_file import SameFile, identity, refuse_second_name
from twitchlog.diary.sealed import sidecar
from twitchlog.domain.errors import DiaryNotWritable, NewerDiary, NotADiary, Replaced
from twitchlog.translation import _

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from sqlalchemy import Connection

    from twitchlog.diary.sealed.keys import Key

# What the library has to say, with all of a traceback, is for no terminal: we say it in words.
logging.getLogger("sqlalchemy").addHandler(logging.NullHandler())

APPLICATION_ID: Final = 0x54574C47
"""Marks the file as a TwitchLog diary (`TWLG`) in SQLite's own header."""

_SAME: Final = "same_file"
_REVISION: Final = "SELECT version_num FROM alembic_version"
_PRAGMAS: Final = (
    # FULL: with NORMAL a power cut loses acknowledged rows.
    "PRAGMA synchronous=FULL",
    # On macOS what is synced may stand in the disk's own memory still; elsewhere this is nothing.
    "PRAGMA fullfsync=ON",
    "PRAGMA foreign_keys=ON",
    "PRAGMA busy_timeout=5000",
    # What is erased for good must not stay readable in free pages.
    "PRAGMA secure_delete=ON",
    "PRAGMA temp_store=MEMORY",
)


def prepare_file(path: Path) -> bool:
    """Make sure a private file lies at `path`; return whether it is a new, empty one.

    Raises NotADiary for a file of another kind, without touching it, DiaryError for one with two
    names, and DiaryNotWritable.
    """
    try:
        if path.is_dir():
            raise NotADiary(_("“{name}” is a folder, not a diary.").format(name=path.name))
        if path.exists():
            if not path.stat().st_size:
                if sidecar.read(path) or signs.has_backups(path):
                    raise damaged(path)  # a diary of which nothing is left, as after a power cut
                return True
            if not connecting.is_diary(path):
                raise not_opened(path)
            refuse_second_name(path)
            # One that came out of an archive, say, may be there for everybody to read.
            for each in (path, *(path.with_name(path.name + end) for end in ("-wal", "-shm"))):
                paths.close_to_others(each)
            return False
        paths.make_private(path.parent)
        path.touch(mode=0o600, exist_ok=True)
    except OSError as problem:
        raise DiaryNotWritable(
            _("The diary cannot be kept at “{path}”: {reason}. Choose another folder.").format(
                path=path, reason=reason_of(problem)
            )
        ) from None
    return True


def make_engine(path: Path, key: Key | None = None) -> Engine:
    """Return an engine on the SQLite file at `path`; with a `key` a new one becomes sealed.

    Transactions begin explicitly: sqlite3 left to itself would not roll back changes of tables.
    Those that write take the lock at once (`writes=True`), so that none fails half-way; they raise
    Replaced where another file lies at `path` by then.
    """
    same = SameFile(path)
    sealed = connecting.will_be_sealed(path, key)
    engine = create_engine(
        "sqlite://",
        module=connecting.driver(sealed=sealed),
        creator=lambda: same.tried(lambda: _connect(path, key if sealed else None, same)),
        poolclass=QueuePool,
        pool_size=2,
        # What a person wrote does not belong into the words of an error.
        hide_parameters=True,
        execution_options={_SAME: same},
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        options = connection.get_execution_options()
        writes = options.get("writes", False)
        raw: Any = connection.connection.driver_connection  # a third of the time, at each write
        raw.execute("BEGIN IMMEDIATE" if writes else "BEGIN")
        if writes:
            _insist(raw, same, path, options.get("revision"))

    @event.listens_for(engine, "commit")
    def _commit(connection: Connection) -> None:
        if connection.get_execution_options().get("writes", False):
            same.look()

    return engine


def _connect(path: Path, key: Key | None, same: SameFile) -> sqlite3.Connection:
    """Return a connection to the file, set up; raise Replaced, WrongPassword or a database's error.

    Only a sealed file has a `key`.
    """
    found = identity(path)
    if same.known:
        same.insist(found)  # else SQLite would make a new, empty file
    connection = connecting.connect(path, key)
    try:
        for pragma in _PRAGMAS:
            connection.execute(pragma)
        # Read the file now: SQLAlchemy would leave open what fails at its own first look.
        connection.execute("PRAGMA schema_version").fetchone()
        same.opened(found)
    except connecting.errors(Replaced) as problem:
        connection.close()
        if key is not None and "not a database" in str(problem):
            from twitchlog.diary.sealed import unlocking

            raise unlocking.refusal(path, key) from problem
        raise
    return connection


def insist(opened: Engine) -> None:
    """Raise Replaced where the file at the path is not the one that was opened, if it is a file."""
    same: SameFile | None = opened.get_execution_options().get(_SAME)
    if same is not None:
        same.look()


def let_go(opened: Engine) -> None:
    """Close every connection, and leave no log beside another file that lies there by now."""
    same: SameFile | None = opened.get_execution_options().get(_SAME)
    stray = same.stray_log() if same is not None else ()
    opened.dispose()
    for path in stray:
        with suppress(OSError):
            path.unlink(missing_ok=True)


def _insist(raw: Any, same: SameFile, path: Path, revision: str | None) -> None:
    """Roll back and raise Replaced or NewerDiary where what is written to is not what it was."""
    try:
        same.look()
        same.note_log()
        if revision is not None and raw.execute(_REVISION).fetchone() != (revision,):
            raise NewerDiary(
                _(
                    "A newer version of TwitchLog has changed “{name}” while it was open here. "
                    "Nothing was saved here; close this one and start the newer version."
                ).format(name=path.name)
            )
    except (Replaced, NewerDiary):
        raw.execute("ROLLBACK")
        raise


def set_up_wal(connection: Connection) -> None:
    """Switch the file to write-ahead logging; must be called outside a transaction."""
    raw: Any = connection.connection.driver_connection
    raw.execute("PRAGMA journal_mode=WAL")
