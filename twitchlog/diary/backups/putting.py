"""Put a finished backup, and the files that it needs, into a folder on another disk."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING, Final

from twitchlog import paths
from twitchlog.diary.attachments import names_needed
from twitchlog.diary.backups import copying, naming, thinning
from twitchlog.diary.backups.opening import opened_file
from twitchlog.diary.file_store import FileStore, sha256_of
from twitchlog.diary.reasons import reason_of
from twitchlog.domain.errors import BadInput
from twitchlog.translation import _

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from twitchlog.diary.patience import GotOn
    from twitchlog.diary.sealed.kept_keys import KeptKey
    from twitchlog.diary.sealed.keys import Key

_BLOCK: Final = 1 << 22
"""How many bytes are brought to the disk at a time: the slowest stick takes some seconds."""
_FIRST: Final = 1 << 16
"""How many are brought first: one that answers does so at once."""


def make_folder(folder: Path, name: str, diary: Path) -> None:
    """Make the folder `name` for second copies of a diary in `folder`; raise BadInput."""
    own = {diary.parent, paths.backup_folder(diary), paths.files_folder(diary)}
    if not folder.is_dir():
        raise BadInput(_("There is no folder at “{path}”.").format(path=folder))
    if folder.resolve() in {each.resolve() for each in own}:
        raise BadInput(
            _("The diary itself lies in this folder. Choose one on a stick or another disk.")
        )
    try:
        (folder / name).mkdir(mode=0o700, exist_ok=True)
    except OSError as problem:
        raise BadInput(
            _("Nothing can be kept in “{path}”: {reason}. Choose another folder.").format(
                path=folder, reason=reason_of(problem)
            )
        ) from problem


def needed_by(backup: Path, key: Key | None) -> frozenset[str]:
    """Return the names of the files that a backup needs."""
    with opened_file(backup, key) as file:
        return names_needed(file)


def put_whole(
    backup: Path,
    needed: frozenset[str],
    folder: Path,
    key: Key | None,
    kept: tuple[KeptKey, ...],
    *,
    got_on: GotOn,
) -> Path:
    """Put a finished copy of a backup into `folder`, with the files `needed`, and return it.

    What is there from before the password was set, changed or removed comes along: the stick may
    have lain in a drawer then.
    """
    from twitchlog.diary.sealed import transcribing

    target = folder / backup.name
    copy_whole(backup, target, got_on)
    copy_files(needed, backup.parent / naming.FILES, folder / naming.FILES, got_on)
    transcribing.do_all(tuple(transcribing.jobs_in(folder, key)), key, kept, got_on=got_on)
    return target


def thin(folder: Path, fresh: Path, now: datetime, most: int, key: Key | None) -> None:
    """Remove what is half written there, and the older copies of which there are too many."""
    thinning.clear_unfinished(folder)
    if thinning.thin(folder, now=now, fresh=fresh, most=most):
        copying.drop_files(folder, key)


def copy_whole(source: Path, target: Path, got_on: GotOn = lambda: None) -> None:
    """Copy a finished backup, read it back, and only then give it its name; raise OSError."""
    partial, size = target.with_suffix(f".{os.getpid()}.part"), _FIRST
    try:
        partial.touch(mode=0o600)
        with source.open("rb") as read, partial.open("wb") as written:
            while block := read.read(size):
                written.write(block)
                written.flush()
                os.fsync(written.fileno())
                got_on()
                size = _BLOCK
        if sha256_of(partial) != sha256_of(source):
            raise OSError(_("What was written reads back differently"))
        copying.put(partial, target)
    finally:
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)


def copy_files(
    needed: frozenset[str], source: Path, target: Path, got_on: GotOn = lambda: None
) -> None:
    """Copy the photos and other files that a backup needs from one store to another."""
    if source.exists():
        into = FileStore(target)
        for each in FileStore(source).files():
            if each.stem in needed:
                into.adopt(each)
                got_on()
