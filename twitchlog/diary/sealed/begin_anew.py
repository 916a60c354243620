"""Begin a new diary where nobody has the password of the one that lies there any more."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from twitchlog import paths
from twitchlog.diary import connecting
from twitchlog.diary.reasons import reason_of
from twitchlog.diary.sealed import sidecar
from twitchlog.domain.errors import DiaryNotWritable
from twitchlog.translation import _

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path


def aside_folder(path: Path, now: datetime) -> Path:
    """Return the folder, not there yet, into which the diary at `path` would be put at `now`."""
    folder = path.with_name(f"{path.stem} locked {now:%Y-%m-%d %H.%M.%S}")
    while folder.exists():
        folder = folder.with_name(f"{folder.name} again")
    return folder


def put_aside(path: Path, now: datetime) -> Path:
    """Move the locked diary at `path`, with all that belongs to it, into a folder of its own.

    Not a byte of it changes, and it opens there with its password as before. No program may have it
    open. The diary itself is moved last: whenever it is broken off, the old diary is at the one
    place or the other. Raises DiaryNotWritable: then everything is where it was.
    """
    folder = aside_folder(path, now)
    moved: list[tuple[Path, Path]] = []
    try:
        paths.make_private(folder)
        for each in _parts(path):
            if each.exists():
                each.rename(folder / each.name)
                moved.append((each, folder / each.name))
    except OSError as problem:
        for old, new in reversed(moved):
            with contextlib.suppress(OSError):
                new.rename(old)
        with contextlib.suppress(OSError):
            folder.rmdir()
        raise DiaryNotWritable(
            _("The diary could not be put aside: {reason}. It is as it was.").format(
                reason=reason_of(problem)
            )
        ) from problem
    return folder


def _parts(path: Path) -> tuple[Path, ...]:
    """Return all that makes up a diary, the file with its entries last."""
    notes = paths.backup_notes(path)
    return (
        paths.backup_folder(path),
        notes,
        notes.with_suffix(".failed"),
        paths.files_folder(path),
        sidecar.path_of(path),
        *connecting.beside(path),
        path,
    )
