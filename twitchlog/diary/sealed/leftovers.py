"""What a run that was killed while it changed the password left beside the diary."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

    from twitchlog.diary.sealed.keys import Key

PARTIAL: Final = ".sealing.part"


def partial_of(path: Path) -> Path:
    """Return where the new file of a diary or backup lies until it is whole."""
    return path.with_name(f"{path.name}{PARTIAL}")


def tidy(path: Path, key: Key | None) -> None:
    """Remove it. The diary at `path` is open by now, so no other program is at work there."""
    from twitchlog.diary import erasing
    from twitchlog.diary.sealed import sidecar

    with contextlib.suppress(OSError):
        if partial_of(path).exists():
            erasing.erase(partial_of(path))
        if key is None and sidecar.path_of(path).exists():
            sidecar.write(path)
    if key is not None:
        from twitchlog.diary.sealed import opened_files

        opened_files.erase_left_behind()
