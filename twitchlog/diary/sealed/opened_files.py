"""Plain copies of sealed files, for other programs to open: in a private folder of this session.

Each session has a folder of its own with a lock in it, so that the next start knows which were left
behind by one that was killed, and erases those.
"""

from __future__ import annotations

import contextlib
import shutil
import uuid
from pathlib import Path
from typing import TYPE_CHECKING, Final

from filelock import FileLock, Timeout

from twitchlog import paths
from twitchlog.diary import erasing
from twitchlog.diary.reasons import reason_of
from twitchlog.domain.errors import DiaryNotWritable
from twitchlog.domain.text import NAME_LIMIT
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Iterator

_LOCK: Final = ".in use"
_KEPT: Final = frozenset(" .,-_()")


class OpenedFiles:
    """The copies of one session; its folder is made with the first."""

    def __init__(self) -> None:
        self._folder: Path | None = None
        self._lock: FileLock | None = None

    def put(self, name: str, content: bytes) -> Path:
        """Write a copy that only its owner may read; raise DiaryNotWritable."""
        try:
            place = self._place() / uuid.uuid4().hex
            place.mkdir(mode=0o700)
            path = place / _harmless(name)
            path.touch(mode=0o600)
            path.write_bytes(content)
        except OSError as problem:
            raise DiaryNotWritable(
                _("The file cannot be opened: {reason}. It is safe in the diary.").format(
                    reason=reason_of(problem)
                )
            ) from problem
        return path

    def erase(self) -> None:
        """Erase this session's copies."""
        if self._lock is not None:
            self._lock.release()
        if self._folder is not None:
            _erase(self._folder)
        self._folder = self._lock = None

    def _place(self) -> Path:
        if self._folder is None:
            folder = paths.opened_folder() / uuid.uuid4().hex
            folder.mkdir(mode=0o700, parents=True)
            self._lock = FileLock(folder / _LOCK, timeout=0, mode=0o600)
            self._lock.acquire()
            self._folder = folder
        return self._folder


def erase_left_behind() -> None:
    """Erase the copies of sessions that are not there any more."""
    for folder in _left(paths.opened_folder()):
        _erase(folder)


def _left(mine: Path) -> Iterator[Path]:
    try:
        folders = [each for each in mine.iterdir() if each.is_dir()]
    except OSError:
        return
    for folder in folders:
        with contextlib.suppress(OSError, Timeout):
            lock = FileLock(folder / _LOCK, timeout=0, mode=0o600)
            lock.acquire()
            lock.release()
            yield folder


def _erase(folder: Path) -> None:
    for path in folder.rglob("*"):
        if path.is_file():
            with contextlib.suppress(OSError):
                erasing.erase(path)
    shutil.rmtree(folder, ignore_errors=True)


def _harmless(name: str) -> str:
    """Return a name that is no path, nothing hidden and nothing a system has another use for."""
    kept = "".join(each if each.isalnum() or each in _KEPT else "_" for each in Path(name).name)
    named = Path(kept.strip(". ") or "file")
    return f"{named.stem[: NAME_LIMIT // 2]}{named.suffix[:10]}"
