"""Bring backups and files to what the diary itself is: sealed with its key, or plain.

It goes file by file, and what is done is known by the file itself, so it can stop anywhere and go
on at the next start.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from glob import escape
from typing import TYPE_CHECKING, Final

from twitchlog import paths
from twitchlog.diary import connecting, erasing
from twitchlog.diary.backups import naming
from twitchlog.diary.file_store import FileStore
from twitchlog.diary.sealed import kept_keys, leftovers, resealing, sealing, sidecar
from twitchlog.diary.sealed.file_seal import ENDING, FileSeal
from twitchlog.domain.errors import DiaryError, TwitchLogError
from twitchlog.translation import _, mark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from twitchlog.diary.patience import GotOn
    from twitchlog.diary.sealed.kept_keys import KeptKey
    from twitchlog.diary.sealed.keys import Key

    Progress = Callable[[float, str], None]
    """Is told how much is done, from 0 to 1, and in words what is being done."""

BACKUPS: Final = mark("Writing the backups anew")
FILES: Final = mark("Writing photos and files anew")


@dataclass(frozen=True, slots=True)
class Job:
    """A backup, a file of a store, or one that was put `aside`, not yet as the diary is."""

    path: Path
    bytes: int = 0
    store: FileStore | None = None
    aside: bool = False

    @property
    def doing(self) -> str:
        """What is done with it, in words."""
        return _(FILES) if self.store or self.aside else _(BACKUPS)


def jobs(diary: Path, key: Key | None) -> Iterator[Job]:
    """Yield what is not yet as the diary at `diary` is, which has this key; raises OSError.

    It is what lies beside it; the second copies are elsewhere, on a disk that may hang.
    """
    yield from jobs_in(paths.backup_folder(diary), key)
    yield from _files(paths.files_folder(diary), key)
    yield from (_job(path, aside=True) for path in _asides(diary) if _needs_sealing(path, key))


def jobs_in(folder: Path, key: Key | None) -> Iterator[Job]:
    """Yield what in this folder of backups is not yet as a diary of this key; raises OSError."""
    yield from (_job(path) for path in naming.files(folder) if _needs_writing(path, key))
    yield from _files(folder / naming.FILES, key)


def do_all(
    jobs: Iterable[Job],
    key: Key | None,
    kept: tuple[KeptKey, ...],
    *,
    began: Callable[[Job], None] = lambda _job: None,
    got_on: GotOn = lambda: None,
) -> tuple[Path, ...]:
    """Do these jobs, after telling `began` of each; return the files that are as they were."""
    left = []
    for job in jobs:
        began(job)
        try:
            do(job, key, kept, got_on)
        except FileNotFoundError:
            continue
        except connecting.errors(OSError, TwitchLogError):
            left.append(job.path)
        got_on()
    return tuple(left)


def do(job: Job, key: Key | None, kept: tuple[KeptKey, ...], got_on: GotOn = lambda: None) -> None:
    """Do one job; raise TwitchLogError or OSError, and the file is then as it was."""
    if job.store is None and not job.aside:
        _write_backup(job.path, key, kept, got_on)
        return
    seals = [FileSeal(secret) for secret in kept_keys.of_files(kept)]
    try:
        if job.store is None:
            _seal_aside(job.path, key, seals)
        elif key is not None:
            resealing.seal(job.store, job.path, seals[0])
        else:
            resealing.unseal(job.store, job.path, seals)
    except ValueError as problem:
        raise DiaryError(str(problem)) from problem


def clear_up(diary: Path, key: Key | None) -> None:
    """Erase what an interrupted run left half written; with a key also what is plain of it."""
    folder = paths.backup_folder(diary)
    places = (folder, paths.files_folder(diary), folder / naming.FILES)
    found = (path for place in places for path in place.glob("*.part"))
    for path in (*leftovers.beside(diary), *found):
        with contextlib.suppress(OSError):
            plain = key is not None and not connecting.is_sealed(path)
            if plain or path.name.endswith(leftovers.PARTIAL):
                erasing.erase(path)


def left_plain(diary: Path) -> tuple[Path, ...]:
    """Return what a rescue of earlier left as a diary of its own beside this one, still plain.

    It may be in use, so it is only told of.
    """
    found = diary.parent.glob(f"{escape(diary.stem)} rescued{diary.suffix}")
    return tuple(path for path in found if not connecting.is_sealed(path))


def _files(place: Path, key: Key | None) -> Iterator[Job]:
    store = FileStore(place)
    for path in store.files():
        if (path.suffix == ENDING) != (key is not None):
            yield _job(path, store)


def _job(path: Path, store: FileStore | None = None, *, aside: bool = False) -> Job:
    size = 0
    with contextlib.suppress(OSError):
        size = path.stat().st_size
    return Job(path, size, store, aside)


def _asides(diary: Path) -> Iterator[Path]:
    """Yield the damaged diaries that were put aside, and what fitted nowhere in a rescue."""
    for pattern in ("damaged *", "rescued - *"):
        for path in sorted(diary.parent.glob(f"{escape(diary.stem)} {pattern}")):
            # Its sidecar holds nothing of it, and is what tells its password from damage.
            if path.is_file() and path.suffix not in {".part", sidecar.ENDING}:
                yield path


def _needs_sealing(path: Path, key: Key | None) -> bool:
    if key is None:
        return path.suffix == ENDING
    return path.suffix != ENDING and not connecting.is_sealed(path)


def _seal_aside(path: Path, key: Key | None, seals: list[FileSeal]) -> None:
    if key is not None:
        resealing.seal_beside(path, seals[0])
    else:
        resealing.unseal_beside(path, seals)


def _needs_writing(path: Path, key: Key | None) -> bool:
    page = connecting.first_page(path)
    if key is None:
        return not page.startswith(connecting.HEADER)
    return not page.startswith(key.salt)


def _write_backup(path: Path, key: Key | None, kept: tuple[KeptKey, ...], got_on: GotOn) -> None:
    old = None
    if connecting.is_sealed(path):
        salt = connecting.salt_of(path)
        known = (each for each in kept_keys.former(kept) if each.salt == salt)
        if (old := next(known, None)) is None:
            raise TwitchLogError(
                _("“{name}” has a password that this diary never had.").format(name=path.name)
            )
    sealing.rewrite(path, old, key, kept=kept, progress=lambda _done: got_on())
