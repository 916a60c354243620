"""Open the diary file: what it must be, how SQLite is set up, and its errors in plain words."""

from __future__ import annotations

import logging
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Engine, create_engine, event, exc
from sqlalchemy.pool import QueuePool

from twitchlog import paths
from twitchlog.diary import connecting, signs
from twitchlog.diary.reasons import reason_of
from twitchlog.diary.same_file import SameFile, identity, refuse_second_name
from twitchlog.diary.sealed import sidecar
from twitchlog.domain.errors import (
    Damaged,
    DiaryBusy,
    DiaryError,
    DiaryNotWritable,
    DiskFull,
    NewerDiary,
    NotADiary,
    Replaced,
)
from twitchlog.translation import _, mark

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection

    from twitchlog.diary.sealed.keys import Key

# What the library has to say, with all of a traceback, is for no terminal: we say it in words.
logging.getLogger("sqlalchemy").addHandler(logging.NullHandler())

APPLICATION_ID: Final = 0x54574C47
"""Marks the file as a TwitchLog diary (`TWLG`) in SQLite's own header."""

DAMAGE_SIGNS: Final = ("not a database", "malformed", "corrupt", "could not decode to utf-8")
"""What SQLite says, in small letters, of a file that is damaged."""
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

_NO_LOCKS: Final = "locking protocol"
_PROBLEMS: Final[tuple[tuple[tuple[str, ...], type[DiaryError], str], ...]] = (
    (
        ("full",),
        DiskFull,
        mark("There is no room left on the disk. This was not saved; your diary is safe."),
    ),
    (
        ("readonly", "unable to open", "permission denied"),
        DiaryNotWritable,
        mark("The diary at “{path}” cannot be written to. Nothing was changed."),
    ),
    (
        (_NO_LOCKS,),
        DiaryNotWritable,
        mark(
            "The disk of “{path}” does not let a file be locked, and without that a diary can be "
            "damaged. Nothing was changed. Keep the diary on a disk of this computer."
        ),
    ),
    (
        ("disk i/o",),
        DiaryNotWritable,
        mark(
            "The disk of “{path}” could not be read or written just now. This was not saved; what "
            "was saved before is safe."
        ),
    ),
    (
        ("locked", "busy"),
        DiaryBusy,
        mark("Another program is using the diary just now. Nothing was changed; try again."),
    ),
)
"""What SQLite's messages hold, and what is said to a person."""


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
                    raise _damaged(path)  # a diary of which nothing is left, as after a power cut
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


@contextmanager
def plain_errors(path: Path) -> Iterator[None]:
    """Turn the database's errors into one sentence each; what was acknowledged is safe."""
    try:
        yield
    except UnicodeDecodeError as problem:
        raise _damaged(path) from problem  # a name in the damaged list of tables, told as it stands
    except connecting.errors(exc.DatabaseError) as problem:
        # Not SQLAlchemy's own text: it quotes the values, and a note may well hold the word "full".
        cause = getattr(problem, "orig", None) or problem
        # The kind tells a lock that was refused from other trouble with the disk.
        kind = str(getattr(cause, "sqlite_errorname", ""))
        raise _in_words(f"{cause}".lower(), path, kind=kind) from problem


@contextmanager
def opening_errors(path: Path) -> Iterator[None]:
    """Do as `plain_errors`, for a file that is being opened: it may never have been a diary."""
    try:
        with plain_errors(path):
            yield
    except Damaged as problem:
        raise not_opened(path) from problem


def _in_words(message: str, path: Path, *, kind: str = "") -> DiaryError:
    if kind.startswith("SQLITE_IOERR") and kind.endswith("LOCK"):
        message = _NO_LOCKS
    for signs_of_it, error, sentence in _PROBLEMS:
        if any(sign in message for sign in signs_of_it):
            return error(_(sentence).format(path=path))
    if any(sign in message for sign in DAMAGE_SIGNS):
        return _damaged(path)
    return DiaryError(
        _("The diary did not accept this ({reason}). Nothing was changed.").format(reason=message)
    )


def not_opened(path: Path) -> DiaryError:
    """Return what to say of a file that cannot be opened as a diary: it may have been one.

    Reads the file, so no connection of this process may have it open.
    """
    if (
        connecting.is_sealed(path)
        or sidecar.read(path)
        or signs.was_a_diary(path)
        or signs.has_backups(path)
    ):
        return _damaged(path)
    return NotADiary(
        _("“{name}” is not a diary of TwitchLog. It was left as it is.").format(name=path.name)
    )


def _damaged(path: Path) -> DiaryError:
    return Damaged(
        _(
            "The file “{name}” is damaged. It was left as it is. What can be read can be "
            "saved into a new diary, or a backup brought back (twitchlog rescue)."
        ).format(name=path.name)
    )
