"""A random id of this computer, kept in the data folder, so that two diaries can be told apart."""

from __future__ import annotations

import uuid

from twitchlog import paths


def device_id() -> str:
    """Return this computer's id, made on first use; a passing one where it cannot be kept."""
    file = paths.data_folder() / "device"
    try:
        return str(uuid.UUID(file.read_text("ascii").strip()))
    except (OSError, ValueError):
        fresh = str(uuid.uuid4())
    try:
        paths.make_private(file.parent)
        file.touch(mode=0o600)
        file.write_text(fresh, "ascii")
    except OSError:
        pass
    return fresh
