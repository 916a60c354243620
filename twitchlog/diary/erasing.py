"""Remove a file so that what was in it is not simply left lying on the disk.

A flash disk, and a file system that never writes in place, may keep the old blocks all the same.
"""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_CHUNK: Final = 1 << 20


def erase(path: Path) -> None:
    """Overwrite and remove the file at `path`, if there is one; raise OSError.

    One that has another name as well is only unlinked: it is still somebody's.
    """
    with contextlib.suppress(FileNotFoundError):
        if not path.is_symlink() and path.stat().st_nlink == 1:
            handle = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
            try:
                _overwrite(handle)
            finally:
                os.close(handle)
        path.unlink()


@contextlib.contextmanager
def overwritten_once_unlinked(*files: Path) -> Iterator[None]:
    """Overwrite those of the files that are gone at the end: another took their place.

    They are held open meanwhile. Closing a database drops the locks this process has on it: nothing
    of this process may have it open by then. Windows unlinks no open file; there nothing is done.
    """
    handles = []
    try:
        for path in files if os.name != "nt" else ():
            with contextlib.suppress(FileNotFoundError):
                handles.append(os.open(path, os.O_RDWR))
        yield
    finally:
        for handle in handles:
            with contextlib.suppress(OSError):
                if not os.fstat(handle).st_nlink:
                    _overwrite(handle)
            os.close(handle)


def _overwrite(handle: int) -> None:
    """Write zeros over all that the open file holds, down to the disk; raise OSError."""
    left = os.fstat(handle).st_size
    os.lseek(handle, 0, os.SEEK_SET)
    while left > 0:
        left -= os.write(handle, bytes(min(_CHUNK, left)))
    os.fsync(handle)
