"""What programs that were killed left half written beside the diary."""

from __future__ import annotations

import contextlib
import time
from glob import escape
from typing import TYPE_CHECKING, Final

from twitchlog import paths

if TYPE_CHECKING:
    from pathlib import Path

    from twitchlog.diary.sealed.keys import Key

PARTIAL: Final = ".sealing.part"
_A_DAY_S: Final = 24 * 3600


def partial_of(path: Path) -> Path:
    """Return where the new file of a diary or backup lies until it is whole."""
    return path.with_name(f"{path.name}{PARTIAL}")


def beside(path: Path) -> tuple[Path, ...]:
    """Return what killed programs may have left half written beside the diary at `path`.

    The new file of a change of the password, and what a restore or a rescue was about to put in
    its place, each with what SQLite keeps beside it.
    """
    return tuple(path.parent.glob(f"{escape(path.name)}.*.part*"))


def tidy(path: Path, key: Key | None) -> None:
    """Remove it. The diary at `path` is open by now, so no other program is at work there.

    But for a restore, which begins before it has the diary alone, and for what writes the notes of
    the backups: one at work is younger than a day.
    """
    from twitchlog.diary import erasing
    from twitchlog.diary.sealed import sidecar

    with contextlib.suppress(OSError):
        notes = paths.backup_notes(path)
        for left in (*beside(path), *path.parent.glob(f"{escape(notes.stem)}.*.part")):
            if PARTIAL in left.name or time.time() - left.stat().st_mtime > _A_DAY_S:
                erasing.erase(left)
    with contextlib.suppress(OSError):
        if key is None and sidecar.path_of(path).exists():
            sidecar.write(path)
    if key is not None:
        from twitchlog.diary.sealed import opened_files

        opened_files.erase_left_behind()
