"""Put a backup in the place of a diary, so that a crash at any moment leaves one or the other."""

from __future__ import annotations

import contextlib
import os
import shutil
from typing import TYPE_CHECKING

from twitchlog import paths
from twitchlog.diary import connecting, engine, file_words, schema
from twitchlog.diary.alone import give_way, held_alone
from twitchlog.diary.attachments import hashes_needed, seals_of
from twitchlog.diary.backups import copying, naming
from twitchlog.diary.backups.notes import Notes
from twitchlog.diary.backups.opening import Ring, opened_file
from twitchlog.diary.file_store import FileStore
from twitchlog.diary.reasons import reason_of
from twitchlog.diary.sealed import kept_keys, sealing
from twitchlog.domain.backup import Restored, Why
from twitchlog.domain.errors import Damaged, DiaryNotWritable, NotADiary
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from twitchlog.clock import Clock
    from twitchlog.diary.sealed.keys import Key


def restore(backup: Path, path: Path, clock: Clock, ring: Ring) -> Restored:
    """Put `backup` in the place of the diary at `path`, which nothing of ours may hold open.

    It then has the diary's own key, whichever the backup has, and all keys that are kept. What was
    there is kept as a backup that thinning leaves alone; a diary that is damaged is put aside as it
    is, under a name of its own. Raises DiaryBusy while another program has the diary open,
    NeedsPassword, NotADiary where the backup is damaged, NewerDiary, DiaryNotWritable: the diary is
    then as it was.
    """
    partial = path.with_name(f"{path.name}.{os.getpid()}.part")
    now = copying.local(clock)
    try:
        prepare(backup, partial, clock, ring)
        missing = put_files_back(partial, backup.parent, path, ring.key)
        try:
            # From here on nobody writes to it: what is kept is all that was ever acknowledged.
            with file_words.plain_errors(path), held_alone(path, ring.key) as old:
                notes = Notes(path)
                kept = copying.keep(old, path, now, ring.key, why=Why.RESTORE, notes=notes)
                give_way(old)
                copying.put(partial, path)
        except (Damaged, NotADiary):
            kept = put_aside(path, now)
            copying.put(partial, path)
    except OSError as problem:
        raise DiaryNotWritable(
            _("The backup could not be put in place: {reason}. Your diary is as it was.").format(
                reason=reason_of(problem)
            )
        ) from problem
    finally:
        for leftover in (partial, *connecting.beside(partial)):
            with contextlib.suppress(OSError):
                leftover.unlink(missing_ok=True)
    return Restored(kept, missing)


def put_aside(path: Path, now: datetime) -> Path:
    """Copy the damaged diary at `path` aside, byte by byte; return where; raise OSError.

    Its write-ahead log goes with it: SQLite would add that to whatever comes in its place.
    """
    aside = path.with_name(f"{path.stem} damaged {now:%Y-%m-%d %H.%M.%S}{path.suffix}")
    while aside.exists():
        aside = aside.with_stem(f"{aside.stem} again")
    # Not a second link: who opens the diary refuses one that is written to under two names.
    aside.touch(mode=0o600)
    shutil.copyfile(path, aside)
    with aside.open("rb+") as file:
        os.fsync(file.fileno())
    for own, its in zip(connecting.beside(path), connecting.beside(aside), strict=True):
        with contextlib.suppress(FileNotFoundError):
            own.replace(its)
    return aside


def prepare(backup: Path, target: Path, clock: Clock, ring: Ring) -> None:
    """Make a whole diary of today's schema, with the key of the ring, of a backup, and check it.

    Raises OSError, NeedsPassword, NotADiary where the backup is damaged, NewerDiary, DiaryError.
    """
    target.touch(mode=0o600)
    shutil.copyfile(backup, target)
    key, old = ring.key, ring.fitting(target)
    with _damage_told():
        if old != key:
            with opened_file(target, old) as file:
                kept = ring.merged(kept_keys.read(file))
            sealing.rewrite(target, old, key, kept=kept)
        opened = engine.make_engine(target, key)
        try:
            with file_words.plain_errors(target):
                schema.bring_up(opened, target, clock, is_new=False, key=key, keeps=False)
        finally:
            opened.dispose()
        with opened_file(target, key, writes=True) as file:
            # The write-ahead log would be a second file: this one is to be moved as a whole.
            file.execute("PRAGMA journal_mode=DELETE")
            if ring.kept:
                kept_keys.write(file, ring.merged(kept_keys.read(file)))
            if file.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                raise _damaged()
            if file.execute("PRAGMA foreign_key_check").fetchone() is not None:
                raise _damaged()


def put_files_back(diary: Path, kept_in: Path, path: Path, key: Key | None) -> int:
    """Give the diary at `path` the files that the one at `diary` needs; say how many are nowhere.

    They are taken from beside the backup. Files that are there already stay. Raises OSError.
    """
    with opened_file(diary, key) as file:
        seals = seals_of(file)
        names = {sha256: seals.names(sha256) for sha256 in hashes_needed(file)}
    needed = {name for known in names.values() for name in known}
    kept, own = FileStore(kept_in / naming.FILES), FileStore(paths.files_folder(path))
    for each in kept.files():
        if each.stem in needed:
            own.adopt(each)
    there = {each.stem for each in own.files()}
    return sum(1 for known in names.values() if there.isdisjoint(known))


@contextlib.contextmanager
def _damage_told() -> Iterator[None]:
    try:
        yield
    except connecting.errors() as problem:
        raise _damaged() from problem
    except (Damaged, NotADiary) as problem:
        raise _damaged() from problem


def _damaged() -> NotADiary:
    return NotADiary(_("This backup is damaged and was not restored. Your diary is as it was."))
