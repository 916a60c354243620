"""Make one backup: a whole copy of an open diary, checked, private, renamed into place."""

from __future__ import annotations

import contextlib
import os
import threading
from typing import TYPE_CHECKING, Any

from twitchlog import paths
from twitchlog.diary import connecting, file_words
from twitchlog.diary.attachments import hashes_needed, names_needed
from twitchlog.diary.backups import contents, naming, thinning
from twitchlog.diary.backups.notes import Notes
from twitchlog.diary.backups.opening import opened_file
from twitchlog.diary.dialect import is_server
from twitchlog.diary.file_store import FileStore, sync_folder
from twitchlog.domain.backup import Part, Why
from twitchlog.domain.errors import DiaryError, DiaryNotWritable, NeedsPassword, NotADiary
from twitchlog.translation import _

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from sqlalchemy import Engine

    from twitchlog.clock import Clock
    from twitchlog.diary.sealed.keys import Key


def copy_now(
    opened: Engine, path: Path, clock: Clock, key: Key | None = None, *, why: Why = Why.CHANGE
) -> Path:
    """Copy an open diary through SQLite's backup API and return the checked copy.

    Copying the file alone would lose what still stands in the write-ahead log. With the `key` of a
    sealed diary the copy is sealed with the same. Raises DiaryNotWritable or DiaryError, which is
    also remembered as what failed; the diary is safe.
    """
    notes, now = Notes(path), local(clock)
    try:
        with _told(opened, path), as_file(opened, path) as raw:
            made = keep(raw, path, now, key, why=why, notes=notes)
    except DiaryError as problem:
        notes.failed(Part.OWN, now, problem.sentence)
        raise
    notes.worked(Part.OWN)
    return made


def _told(opened: Engine, path: Path) -> contextlib.AbstractContextManager[None]:
    """Have it told in plain words when the diary itself cannot be read just now."""
    if opened.dialect.name == "sqlite":
        return file_words.plain_errors(path)
    from twitchlog.diary.server import words

    return words.plain_errors()


@contextlib.contextmanager
def as_file(opened: Engine, path: Path) -> Iterator[sqlite3.Connection]:
    """Give a connection to the diary as SQLite has it: one on a server is read into memory."""
    with opened.connect() as connection:
        if not is_server(connection):
            raw: Any = connection.connection.driver_connection
            yield raw
            return
        from twitchlog.diary.server import as_file, files

        with as_file.in_memory(connection) as read:
            files.fetch(connection, FileStore(paths.files_folder(path)), hashes_needed(read))
            yield read


def keep(
    raw: sqlite3.Connection, path: Path, now: datetime, key: Key | None, *, why: Why, notes: Notes
) -> Path:
    """Copy what an open connection to the diary at `path` sees; thin the older ones; as above."""
    folder = paths.backup_folder(path)
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        usual = why is Why.CHANGE
        target = folder / naming.name_of(now, why) if usual else naming.free_name(folder, now, why)
        marked = write_copy(raw, target, path, key)
    except connecting.errors(OSError) as problem:
        if _says_damaged(problem):
            raise NotADiary(
                _("The diary is damaged in places, so that no backup could be made of it.")
            ) from problem
        raise DiaryNotWritable(
            _("The backup could not be written to “{folder}”. Your diary is safe.").format(
                folder=folder
            )
        ) from problem
    thinning.clear_unfinished(folder)
    if thinning.thin(folder, now=now, fresh=target):
        drop_files(folder, key)
    notes.mark(target.name, marked, {each.name for each in naming.files(folder)})
    return target


def write_copy(raw: sqlite3.Connection, target: Path, path: Path, key: Key | None) -> str:
    """Write a checked copy to `target`, with the files it needs; return the mark of what it holds.

    Raises OSError, DiaryError or one of `connecting.errors()`; nothing then bears that name.
    """
    # Of this thread alone: the app and a command may close within the same second.
    partial = target.with_suffix(f".{os.getpid()}-{threading.get_native_id()}.part")
    try:
        partial.unlink(missing_ok=True)
        partial.touch(mode=0o600)
        with opened_file(partial, key, writes=True) as copy:
            raw.backup(copy)
            # A single file, with nothing beside it, is what a person carries away.
            copy.execute("PRAGMA journal_mode=DELETE")
            if copy.execute("PRAGMA quick_check").fetchone() != ("ok",):
                raise NotADiary(_("The backup did not pass its check and was not kept."))
            _copy_files(names_needed(copy), path, target.parent)
            marked = contents.mark(contents.read(copy))
        put(partial, target)
    finally:
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)
    return marked


def put(partial: Path, target: Path) -> None:
    """Give a file that is written its name, once it is on the disk; raise OSError."""
    with partial.open("rb+") as file:
        os.fsync(file.fileno())
    partial.replace(target)
    sync_folder(target.parent)


def _says_damaged(problem: Exception) -> bool:
    """Whether SQLite says that what it reads is damaged."""
    said = str(problem).lower()
    return isinstance(problem, connecting.errors()) and any(
        sign in said for sign in file_words.DAMAGE_SIGNS
    )


def local(clock: Clock) -> datetime:
    """Return what the clock on the wall shows, as names of backups and notes have it."""
    return clock.now().local.replace(tzinfo=None)


def drop_files(folder: Path, key: Key | None) -> None:
    """Remove the files that no backup refers to any more; with one that is unreadable, none."""
    kept = FileStore(folder / naming.FILES)
    needed: set[str] = set()
    if not kept.folder.exists():
        return
    try:
        for path in naming.files(folder):
            with opened_file(path, key) as copy:
                needed |= names_needed(copy)
    except connecting.errors(OSError, NeedsPassword):
        return
    kept.remove({path.stem for path in kept.files()} - needed)


def _copy_files(needed: frozenset[str], path: Path, folder: Path) -> None:
    """Keep what the copy refers to beside it, each file once for all backups; raises OSError."""
    own = FileStore(paths.files_folder(path))
    kept = FileStore(folder / naming.FILES)
    if own.folder.exists():
        for file in own.files():
            if file.stem in needed:
                kept.adopt(file)
