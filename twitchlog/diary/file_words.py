"""What goes wrong with a diary's file, in plain words; `server.words` has those of a server."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from sqlalchemy import exc

from twitchlog.diary import connecting, signs
from twitchlog.diary.sealed import sidecar
from twitchlog.domain.errors import (
    Damaged,
    DiaryBusy,
    DiaryError,
    DiaryNotWritable,
    DiskFull,
    NotADiary,
)
from twitchlog.translation import _, mark

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DAMAGE_SIGNS: Final = ("not a database", "malformed", "corrupt", "could not decode to utf-8")
"""What SQLite says, in small letters, of a file that is damaged."""

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


@contextmanager
def plain_errors(path: Path) -> Iterator[None]:
    """Turn the database's errors into one sentence each; what was acknowledged is safe."""
    try:
        yield
    except UnicodeDecodeError as problem:
        raise damaged(path) from problem  # a name in the damaged list of tables, told as it stands
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
        return damaged(path)
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
        return damaged(path)
    return NotADiary(
        _("“{name}” is not a diary of TwitchLog. It was left as it is.").format(name=path.name)
    )


def damaged(path: Path) -> DiaryError:
    """Return what to say of a file that was a diary, and of which not all can be read."""
    return Damaged(
        _(
            "The file “{name}” is damaged. It was left as it is. What can be read can be "
            "saved into a new diary, or a backup brought back (twitchlog rescue)."
        ).format(name=path.name)
    )
