"""A random id of this computer, kept in the data folder, so that two diaries can be told apart."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from twitchlog import paths

if TYPE_CHECKING:
    from pathlib import Path


def device_id() -> str:
    """Return this computer's id, made on first use; a passing one where it cannot be kept.

    Programs that start for the first time at once have the same: by it undo knows its own steps.
    """
    file = paths.data_folder() / "device"
    return _kept(file) or _made(file)


def _kept(file: Path) -> str:
    try:
        return str(uuid.UUID(file.read_text("ascii").strip()))
    except (OSError, ValueError):
        return ""


def _made(file: Path) -> str:
    from filelock import FileLock, Timeout

    fresh = str(uuid.uuid4())
    try:
        paths.make_private(file.parent)
        with FileLock(file.with_suffix(".lock"), timeout=5, mode=0o600):
            if known := _kept(file):
                return known
            paths.write_private(file, fresh)
    except (OSError, Timeout):
        pass
    return fresh
