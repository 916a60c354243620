"""Backups: whole copies of the diary, checked after writing, thinned by age."""

from __future__ import annotations

import contextlib
import os
import re
import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from twitchlog import paths
from twitchlog.diary import connecting
from twitchlog.diary.attachments import hashes_needed
from twitchlog.diary.file_store import FileStore
from twitchlog.domain.errors import DiaryError, DiaryNotWritable, NeedsPassword
from twitchlog.translation import _

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from sqlalchemy import Engine

    from twitchlog.clock import Clock
    from twitchlog.diary.diary import Diary
    from twitchlog.diary.keys import Key

EVERY: Final = timedelta(minutes=30)
"""How long changes may stand without a backup while the diary is open."""

FILES: Final = "files"
"""The folder among the backups that holds the photos and other files they refer to."""
_A_DAY_S: Final = 24 * 3600
_NAME: Final = re.compile(r"^diary (\d{4}-\d\d-\d\d) (\d\d)\.(\d\d)\.(\d\d)\.sqlite$")


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup: where it lies, the local time it was made, its entries and its size in bytes."""

    path: Path
    made: datetime
    entries: int
    bytes: int


class Backups:
    """The room of the backups of one diary."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary
        self._last = diary.clock.now()

    def make(self) -> Path:
        """Copy the diary as it is now into the backup folder, check the copy, thin the older ones.

        Raises DiaryNotWritable or DiaryError; the diary itself is never at risk.
        """
        diary = self._diary
        opened = diary._engine  # noqa: SLF001 - a room of the diary
        made = copy_now(opened, diary.path, diary.clock, diary.key)
        self._last, diary.changed = diary.clock.now(), False
        return made

    def due(self) -> bool:
        """Whether something changed and the last backup (or the start) is half an hour ago."""
        # Either way: the machine's clock may have been set back meanwhile.
        since = abs(self._diary.clock.now().utc - self._last.utc)
        return self._diary.changed and since >= EVERY

    def list(self) -> tuple[Backup, ...]:
        """Return the backups there are, the newest first; unreadable ones are left out."""
        key, folder = self._diary.key, paths.backup_folder(self._diary.path)
        found = (_describe(path, key) for path in _files(folder))
        return tuple(backup for backup in found if backup is not None)


def unreadable(folder: Path, key: Key | None = None) -> tuple[Path, ...]:
    """Return the backups in `folder` that cannot be read, the newest first."""
    return tuple(path for path in _files(folder) if _describe(path, key) is None)


def copy_now(opened: Engine, path: Path, clock: Clock, key: Key | None = None) -> Path:
    """Copy an open diary through SQLite's backup API and return the checked copy.

    Copying the file alone would lose what still stands in the write-ahead log. With the `key` of a
    sealed diary the copy is sealed with the same.
    """
    folder = paths.backup_folder(path)
    now = clock.now().local
    target = folder / now.strftime("diary %Y-%m-%d %H.%M.%S.sqlite")
    # Of this process alone: the app and a command may close within the same second.
    partial = target.with_suffix(f".{os.getpid()}.part")
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        partial.unlink(missing_ok=True)
        partial.touch(mode=0o600)
        with opened.connect() as connection:
            raw: Any = connection.connection.driver_connection
            with contextlib.closing(connecting.connect(partial, key)) as copy:
                raw.backup(copy)
                # A single file, with nothing beside it, is what a person carries away.
                copy.execute("PRAGMA journal_mode=DELETE")
                if copy.execute("PRAGMA quick_check").fetchone() != ("ok",):
                    raise DiaryError(_("The backup did not pass its check and was not kept."))
                _copy_files(copy, path)
        with partial.open("rb+") as file:
            os.fsync(file.fileno())
        partial.replace(target)
    except connecting.errors(OSError) as problem:
        raise DiaryNotWritable(
            _("The backup could not be written to “{folder}”. Your diary is safe.").format(
                folder=folder
            )
        ) from problem
    finally:
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)
    _clear_unfinished(folder)
    if thin(folder, now=now.replace(tzinfo=None), fresh=target):
        _drop_files(folder, key)
    return target


def _copy_files(copy: sqlite3.Connection, path: Path) -> None:
    """Keep what the copy refers to beside it, each file once for all backups; raises OSError."""
    own = FileStore(paths.files_folder(path))
    kept = FileStore(paths.backup_folder(path) / FILES)
    if own.folder.exists():
        needed = hashes_needed(copy)
        for file in own.files():
            if file.stem in needed:
                kept.adopt(file)


def _drop_files(folder: Path, key: Key | None) -> None:
    """Remove the files that no backup refers to any more; with one that is unreadable, none."""
    kept = FileStore(folder / FILES)
    needed: set[str] = set()
    if not kept.folder.exists():
        return
    try:
        for path in _files(folder):
            with contextlib.closing(connecting.connect(path, key, read_only=True)) as copy:
                needed |= hashes_needed(copy)
    except connecting.errors(NeedsPassword):
        return
    kept.remove({path.stem for path in kept.files()} - needed)


def _clear_unfinished(folder: Path) -> None:
    """Remove what a killed program left half written; one at work now is younger than a day."""
    for partial in folder.glob("diary *.part"):
        with contextlib.suppress(OSError):
            if time.time() - partial.stat().st_mtime > _A_DAY_S:
                partial.unlink()


def thin(folder: Path, *, now: datetime, fresh: Path | None = None) -> int:
    """Remove backups that younger ones stand for, never the `fresh` one that was just made.

    Returns how many were removed.

    Kept is the newest of every five minutes of the last two hours (a script may log in a loop), of
    each hour of today and yesterday, of each day of the last 30, of each week of the last
    half-year, and of each month before that.
    """
    seen: set[tuple[object, ...]] = set()
    gone = 0
    for path in _files(folder):
        made = _made(path)
        assert made is not None
        slot = _slot(made, now)
        # Where the clock was set back, older ones bear later times than the fresh one.
        if slot in seen and path != fresh:
            with contextlib.suppress(OSError):
                path.unlink()
                gone += 1
        seen.add(slot)
    return gone


def _slot(made: datetime, now: datetime) -> tuple[object, ...]:
    age = now - made
    if age < timedelta(hours=2):
        return ("minutes", made.date(), made.hour, made.minute // 5)
    if (now.date() - made.date()).days <= 1:
        return ("hour", made.date(), made.hour)
    if age < timedelta(days=30):
        return ("day", made.date())
    if age < timedelta(days=182):
        return ("week", *made.isocalendar()[:2])
    return ("month", made.year, made.month)


def _files(folder: Path) -> list[Path]:
    """Return the backup files in `folder`, the newest first."""
    found = [path for path in folder.glob("diary *.sqlite") if _made(path) is not None]
    return sorted(found, key=lambda path: path.name, reverse=True)


def _made(path: Path) -> datetime | None:
    match = _NAME.match(path.name)
    if match is None:
        return None
    try:
        return datetime.strptime(" ".join(match.groups()), "%Y-%m-%d %H %M %S")  # noqa: DTZ007 - local by design
    except ValueError:
        return None


def _describe(path: Path, key: Key | None) -> Backup | None:
    made = _made(path)
    try:
        with contextlib.closing(connecting.connect(path, key, read_only=True)) as copy:
            entries = copy.execute("SELECT count(*) FROM twitches").fetchone()[0]
        size = path.stat().st_size
    except connecting.errors(OSError, NeedsPassword):
        return None
    return Backup(path, made, entries, size) if made else None
