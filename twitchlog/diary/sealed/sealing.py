"""Write a diary file, or a backup, anew with another key or with none, and put it in place.

The whole new file is written beside the old one, compared with it and brought to the disk while
nobody else can open the old one; then it is renamed over it. So a crash at any moment leaves the
old file or the new one, whole.
"""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING, Final

from twitchlog.diary import connecting, erasing
from twitchlog.diary.alone import give_way, held_alone
from twitchlog.diary.file_store import sync_folder
from twitchlog.diary.sealed import comparing, kept_keys
from twitchlog.diary.sealed.leftovers import partial_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from twitchlog.diary.sealed.kept_keys import KeptKey
    from twitchlog.diary.sealed.keys import Key

    Progress = Callable[[float], None]
    """Is told, again and again, how much is done: from 0 to 1."""

_STEPS: Final = 50_000
"""After so many of SQLite's own steps it is asked how far it is: about ten times a second."""
_WRITING: Final = 0.6
"""How much of the whole the writing is; the rest is comparing."""
_CARRIED: Final = ("application_id", "user_version")


def rewrite(
    path: Path,
    old: Key | None,
    new: Key | None,
    *,
    kept: Sequence[KeptKey],
    progress: Progress = lambda _done: None,
) -> None:
    """Give the file at `path` the key `new` instead of `old`, None being no key.

    It has the keys `kept` in it afterwards. No connection of this process may have it open. Raises
    DiaryBusy where another program has it open, DiaryError, OSError, or one of
    `connecting.errors()`; the file is then as it was.
    """
    with contextlib.ExitStack() as last:
        if old is None:
            last.enter_context(erasing.overwritten_once_unlinked(path))
        source = last.enter_context(held_alone(path, old, sealer=True))
        partial = partial_of(path)
        erasing.erase(partial)
        try:
            _export(source, partial, new, progress)
            with _attached(source, partial, new):
                comparing.insist_alike(
                    source, "main", "fresh", lambda part: progress(_WRITING + part * 0.35)
                )
            _finish(partial, new, kept)
            give_way(source)
            partial.replace(path)
            sync_folder(path.parent)
        finally:
            with contextlib.suppress(OSError):
                erasing.erase(partial)
    progress(1.0)


@contextlib.contextmanager
def _attached(source: sqlite3.Connection, partial: Path, key: Key | None) -> Iterator[None]:
    """Have the new file beside the old one, as `fresh`, in one connection."""
    literal = key.literal if key else "''"  # without any it would be given the old one's
    source.execute(f"ATTACH DATABASE ? AS fresh KEY {literal}", (str(partial),))
    try:
        yield
    finally:
        source.execute("DETACH DATABASE fresh")


def _export(source: sqlite3.Connection, partial: Path, key: Key | None, progress: Progress) -> None:
    """Write all that is in `source` to a new file, which is of its owner alone."""
    partial.touch(mode=0o600)
    whole = _number(source, "page_count") * _number(source, "page_size") or 1

    def tell() -> int:
        with contextlib.suppress(OSError):
            progress(min(1.0, partial.stat().st_size / whole) * _WRITING)
        return 0

    with _attached(source, partial, key):
        # Until it is compared and brought to the disk, nobody relies on it.
        source.execute("PRAGMA fresh.journal_mode=OFF")
        source.execute("PRAGMA fresh.synchronous=OFF")
        source.set_progress_handler(tell, _STEPS)
        try:
            source.execute("BEGIN")
            source.execute("SELECT sqlcipher_export('fresh')").fetchone()
            source.execute("COMMIT")
        except BaseException:
            # Else it could not be let go of, and the first trouble would not be told.
            with contextlib.suppress(*connecting.errors()):
                source.execute("ROLLBACK")
            raise
        finally:
            source.set_progress_handler(None, 0)
        for name in _CARRIED:
            source.execute(f"PRAGMA fresh.{name}={_number(source, name)}")


def _finish(partial: Path, key: Key | None, kept: Sequence[KeptKey]) -> None:
    """Put the diary's own keys into the new file, and all of it on the disk."""
    with contextlib.closing(connecting.connect(partial, key)) as file:
        file.execute("PRAGMA secure_delete=ON")
        # A journal of a diary that is to be plain would be a second place for its keys.
        file.execute("PRAGMA journal_mode=OFF")
        file.execute("BEGIN IMMEDIATE")
        kept_keys.write(file, kept)
        file.execute("COMMIT")
    with partial.open("rb+") as written:
        os.fsync(written.fileno())


def _number(file: sqlite3.Connection, name: str) -> int:
    return int(file.execute(f"PRAGMA main.{name}").fetchone()[0])
