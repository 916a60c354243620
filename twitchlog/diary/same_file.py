"""See that the file at a path is still the one that was opened there.

A file that was renamed over, moved or removed while it is open goes on taking writes that nobody
will ever find again. SQLite looks for that only where it keeps a rollback journal, not with WAL.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from twitchlog.domain.errors import DiaryError, Replaced
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

T = TypeVar("T")
_FIRST_TRIES: Final = 3
Identity = tuple[int, int]
"""The device and the number of a file there: two names of one file have the same."""


def identity(path: Path) -> Identity | None:
    """Return which file lies at `path`, through symbolic links, or None where none can be seen."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


class SameFile:
    """Which file is open at a path; the first that was opened there counts for all."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._log_path = path.with_name(f"{path.name}-wal")
        self._opened: Identity | None = None
        self._log: Identity | None = None

    @property
    def known(self) -> bool:
        """Whether a connection was opened already."""
        return self._opened is not None

    def opened(self, found: Identity | None) -> None:
        """Take note that a connection was opened, `found` having been there before it was.

        Raises Replaced where another file came there meanwhile: nobody knows then which of the two
        was opened.
        """
        if self._opened is None and found == identity(self._path):
            self._opened = found
        self.insist(found)
        self.insist(identity(self._path))

    def tried(self, connect: Callable[[], T]) -> T:
        """Return the connection that `connect` makes; the first is tried again for a new file.

        Another program may have put that in place while the first waited for its turn.
        """
        for _time in range(_FIRST_TRIES):
            try:
                return connect()
            except Replaced:
                if self.known:
                    raise
        return connect()

    def insist(self, found: Identity | None) -> None:
        """Raise Replaced where what was `found` is not the file that was opened."""
        if self._opened is not None and found == self._opened:
            return
        if found is None:
            raise Replaced(
                _(
                    "The diary is no longer at “{path}”: it was moved or removed, or its disk was "
                    "taken away. This was not saved. Put it back, then try again."
                ).format(path=self._path)
            )
        raise Replaced(
            _(
                "The file “{name}” was replaced by another while it was open. This was not saved, "
                "and the new file was left as it is. Open the diary anew to go on with it."
            ).format(name=self._path.name),
            there=True,
        )

    def look(self) -> None:
        """Raise Replaced where the file at the path is not the one that was opened."""
        self.insist(identity(self._path))

    def note_log(self) -> None:
        """Remember which file is the log, in a transaction: it is there by then."""
        self._log = identity(self._log_path)

    def stray_log(self) -> tuple[Path, ...]:
        """Return the log of the file that was opened, where it lies beside another file by now.

        To be asked while it is open, and removed once it is closed: SQLite would take it for that
        one's, and bring back into it what stood in the first.
        """
        if identity(self._path) in {None, self._opened}:
            return ()
        if self._log is None or identity(self._log_path) != self._log:
            return ()
        return self._log_path, self._path.with_name(f"{self._path.name}-shm")


def refuse_second_name(path: Path) -> None:
    """Raise DiaryError where the file at `path` has another name (a hard link).

    SQLite keeps what is not yet in the file beside its name: two programs that open it by two names
    do not see each other's, and together they damage it.
    """
    try:
        names = path.stat().st_nlink
    except OSError:
        return
    if names > 1:
        raise DiaryError(
            _(
                "“{name}” has another name on this disk as well (a hard link), and used by two "
                "names a diary gets damaged. It was left as it is: make a copy and open that."
            ).format(name=path.name)
        )
