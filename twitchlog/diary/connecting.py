"""The one way to open a diary file or a backup of one: plain with sqlite3, sealed with SQLCipher.

A process must not open and close a file by other means while SQLite has it open there: on POSIX
closing it drops SQLite's locks (https://sqlite.org/howtocorrupt.html, 2.2). So what kind of file it
is, is asked of the file only where no connection of this process has it open.
"""

from __future__ import annotations

import contextlib
import functools
import sqlite3
import sys
import threading
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, cast

from twitchlog import paths
from twitchlog.diary.same_file import identity
from twitchlog.diary.sealed import keys, sidecar
from twitchlog.domain.errors import NeedsPassword
from twitchlog.translation import _

if TYPE_CHECKING:
    from pathlib import Path, PurePath
    from types import ModuleType

    from twitchlog.diary.same_file import Identity
    from twitchlog.diary.sealed.keys import Key

HEADER: Final = b"SQLite format 3\x00"
PAGE_BYTES: Final = 4096
"""The size of a page of a sealed file: SQLCipher's own default."""
_EVEN: Final = (130.0, 400.0)
"""Chi-square of a page's bytes against all alike: 255 ± 23 where they are random."""


@dataclass(frozen=True, slots=True)
class _Held:
    """A file that connections of this process have open: how many, and the salt if it is sealed."""

    salt: bytes | None
    times: int = 0


_held: dict[Identity, _Held] = {}
_counting: Final = threading.RLock()


def beside(path: Path) -> tuple[Path, ...]:
    """Return the files that SQLite may keep beside the one at `path`, its write-ahead log first."""
    return tuple(path.with_name(f"{path.name}-{end}") for end in ("wal", "shm", "journal"))


def is_sealed(path: Path) -> bool:
    """Whether the file at `path` is a diary that opens with a password only; False for no file.

    A sealed file says so by saying nothing: its first page is random bytes throughout. One that was
    cut short is known by its sidecar. Without one, a file whose newest backup is plain was a plain
    diary: it is damaged, and no password opens it. Raises OSError where the file cannot be read.
    """
    if (held := _held_at(path)) is not None:
        return held.salt is not None
    page = first_page(path)
    if not page or page.startswith(HEADER):
        return False
    return bool(sidecar.read(path)) or (_is_random(page) and not _newest_backup_is_plain(path))


def _newest_backup_is_plain(path: Path) -> bool:
    newest = max(paths.backup_folder(path).glob("diary *.sqlite"), default=None)
    if newest is None:
        return False
    held = _held_at(newest)
    return held.salt is None if held is not None else first_page(newest).startswith(HEADER)


def is_diary(path: Path) -> bool:
    """Whether the file may be a diary, plain or sealed; raise OSError where it cannot be read."""
    if _held_at(path) is not None or is_sealed(path):
        return True
    return first_page(path).startswith(HEADER)


def is_open_here(path: Path) -> bool:
    """Whether a connection of this process has the file open."""
    return _held_at(path) is not None


def salt_of(path: Path) -> bytes:
    """Return the salt of a sealed file, its first bytes; raise OSError."""
    held = _held_at(path)
    return (held.salt if held else None) or first_page(path)[: keys.SALT_BYTES]


def first_page(path: Path) -> bytes:
    """Return the first bytes of a file, none where there is no file; raise OSError."""
    with contextlib.suppress(FileNotFoundError), path.open("rb") as file:
        return file.read(PAGE_BYTES)
    return b""


def connect(
    path: Path, key: Key | None = None, *, read_only: bool = False, sealer: bool = False
) -> sqlite3.Connection:
    """Open the file at `path`: a sealed one with its `key`, a plain one whatever the key is.

    An empty or missing one becomes sealed where a key is given, unless `read_only`. There are no
    implicit transactions, and the connection may be used by another thread. A `sealer` is
    SQLCipher's for a plain file too. Raises NeedsPassword, or one of `errors()`; a wrong key and
    damage both are *file is not a database*.
    """
    sealed = will_be_sealed(path, key)
    if sealed and key is None:
        raise NeedsPassword(
            _("“{name}” is locked with a password, which was not given.").format(name=path.name)
        )
    kind = _counted(driver(sealed=sealed or sealer))
    # Where a file lies, SQLite must not make a new, empty one should it be taken away meanwhile.
    mode = "ro" if read_only else "rw" if path.exists() else "rwc"
    name = f"{address_of(path.absolute())}?mode={mode}"
    connection = kind(name, uri=True, isolation_level=None, check_same_thread=False)
    try:
        if sealed or sealer:
            # First of all: it writes what it finds wrong to the program's own output.
            connection.execute("PRAGMA cipher_log_level=NONE")
        if sealed and key is not None:
            connection.execute(f"PRAGMA key={key.literal}")
        connection.count(identity(path), key.salt if sealed and key else None)
    except BaseException:
        connection.close()
        raise
    return cast("sqlite3.Connection", connection)


def address_of(path: PurePath) -> str:
    """Return the URI by which SQLite finds the file at a path from the root.

    Of a folder on the network, as Windows names it, it wants the server's name within the path:
    it refuses a URI that says a host (https://sqlite.org/uri.html, 3.1).
    """
    whole = path.as_uri()
    on_network = path.drive.startswith("\\\\")
    return whole.replace("file://", "file:////", 1) if on_network else whole


def will_be_sealed(path: Path, key: Key | None) -> bool:
    """Whether the file is sealed, or will be when it is first written to with this key."""
    try:
        return is_sealed(path) or (key is not None and not path.stat().st_size)
    except FileNotFoundError:
        return key is not None
    except OSError:
        return False  # opening it says better what is wrong


def driver(*, sealed: bool) -> ModuleType:
    """Return the module that opens such files; SQLCipher's is imported only where one is opened."""
    if not sealed:
        return sqlite3
    from sqlcipher3 import dbapi2

    return cast("ModuleType", dbapi2)


def errors(*others: type[Exception]) -> tuple[type[Exception], ...]:
    """Return what a connection may raise, and others: `except connecting.errors(OSError):`."""
    sealed = sys.modules.get("sqlcipher3.dbapi2")
    return (sqlite3.DatabaseError, *((sealed.DatabaseError,) if sealed else ()), *others)


def _is_random(page: bytes) -> bool:
    """Whether a file's first bytes are even as only random ones are."""
    if len(page) < PAGE_BYTES:
        return False
    expected = len(page) / 256
    uneven = sum((page.count(byte) - expected) ** 2 for byte in range(256)) / expected
    return _EVEN[0] < uneven < _EVEN[1]


def _held_at(path: Path) -> _Held | None:
    file = identity(path)
    with _counting:
        return _held.get(file) if file else None


@functools.cache
def _counted(module: ModuleType) -> type[Any]:
    """Return the module's connection, made to tell `_held` which file it has open."""

    # The base is known only now: it is that of one driver or of the other.
    class Counted(module.Connection):  # type: ignore[misc, name-defined]
        file: Identity | None = None

        def count(self, file: Identity | None, salt: bytes | None) -> None:
            if file is not None:
                with _counting:
                    before = _held.get(file, _Held(salt))
                    _held[file] = replace(before, times=before.times + 1)
                    self.file = file

        def close(self) -> None:
            super().close()
            self._let_go()

        def __del__(self) -> None:
            with contextlib.suppress(AttributeError):  # only newer Pythons have one to pass on to
                super().__del__()
            self._let_go()

        def _let_go(self) -> None:
            file, self.file = self.file, None
            if file is None:
                return
            with _counting:
                held = _held.pop(file)
                if held.times > 1:
                    _held[file] = replace(held, times=held.times - 1)

    return Counted
