"""A folder in memory: what lies there need not outlive a power cut, and no write waits for a disk.

A diary asks the disk to keep each of its writes at once, and a test makes hundreds: on a disk that
others use, the tests would mostly wait. A kill loses there what it loses elsewhere.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from typing import Final

ROOM: Final = 500_000_000
"""How many bytes must be free."""


def folder() -> Path | None:
    """Return the folder, or None where the system has none with room in it."""
    place = Path("/dev/shm")  # noqa: S108 - folders of our own are made in it
    try:
        roomy = shutil.disk_usage(place).free > ROOM
    except OSError:
        return None
    return place if roomy and os.access(place, os.W_OK) else None


def use() -> None:
    """Make the folders of tests there, unless `TMPDIR` says where they are wanted."""
    place = folder()
    if place is not None and "TMPDIR" not in os.environ:
        os.environ["TMPDIR"] = tempfile.tempdir = str(place)
