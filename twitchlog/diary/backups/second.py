"""A second copy of each backup in a folder of the person's: a stick, or a synchronised one."""

from __future__ import annotations

import contextlib
import os
import shutil
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from twitchlog import paths
from twitchlog.diary import connecting
from twitchlog.diary.attachments import names_needed
from twitchlog.diary.backups import copying, naming, thinning
from twitchlog.diary.backups.notes import Chosen
from twitchlog.diary.backups.opening import opened_file
from twitchlog.diary.file_store import FileStore, sha256_of
from twitchlog.diary.reasons import reason_of
from twitchlog.diary.sealed import kept_keys
from twitchlog.domain.backup import Part, SecondCopy
from twitchlog.domain.errors import BadInput, DiaryNotWritable, NeedsPassword, TwitchLogError
from twitchlog.translation import _

if TYPE_CHECKING:
    from twitchlog.diary.backups.notes import Notes
    from twitchlog.diary.diary import Diary

KEEP: Final = (0, 30, 10, 3)
"""How many second copies may be kept; 0 for as many as beside the diary."""
_DEVICE: Final = 6


class Second:
    """The second copies of one diary.

    They lie in a folder of their own in the one that was chosen. Where that is not there any more
    nothing is written: where a stick is taken away, an empty folder of the system may be left.
    """

    def __init__(self, diary: Diary, notes: Notes) -> None:
        self._diary, self._notes = diary, notes
        self._looking = False

    def known(self) -> SecondCopy | None:
        """Return what `state` does as far as the last look or copy found it.

        It asks nothing of the folder, whose disk may hang: that is for `look`, in the lane COPY.
        """
        chosen = self._notes.second()
        if chosen is None:
            return None
        last, since = _time(chosen.last), _time(chosen.missing_since)
        return SecondCopy(Path(chosen.folder), _folder(chosen), chosen.keep, last, since)

    def look(self) -> bool:
        """Look at the folder, however long its disk takes; return whether `known` is new."""
        chosen = self._notes.second()
        if chosen is None or self._looking:
            return False
        self._looking = True
        try:
            seen = self.state()
        finally:
            self._looking = False
        if seen is None or self._notes.second() != chosen:
            return False
        last, since = (each.isoformat() if each else "" for each in (seen.last, seen.missing_since))
        found = replace(chosen, last=last, missing_since=since)
        if found != chosen:
            self._notes.choose_second(found)
        return found != chosen

    def state(self) -> SecondCopy | None:
        """Return where second copies go and how that stands now; None where nowhere."""
        chosen = self._notes.second()
        if chosen is None:
            return None
        folder = _folder(chosen)
        newest = next(iter(naming.files(folder)), None) if folder.is_dir() else None
        return SecondCopy(
            Path(chosen.folder),
            folder,
            chosen.keep,
            naming.made_at(newest) if newest else _time(chosen.last),
            None if folder.is_dir() else _time(chosen.missing_since) or self._now(),
        )

    def files(self) -> tuple[Path, ...]:
        """Return the second copies that can be reached now, the newest first."""
        chosen = self._notes.second()
        return tuple(naming.files(_folder(chosen))) if chosen else ()

    def choose(self, folder: Path) -> None:
        """Let second copies go into `folder` from now on; raise BadInput where that cannot be."""
        path, keep = self._diary.path, getattr(self._notes.second(), "keep", 0)
        own = {path.parent, paths.backup_folder(path), paths.files_folder(path)}
        folder = folder.expanduser().absolute()
        if not folder.is_dir():
            raise BadInput(_("There is no folder at “{path}”.").format(path=folder))
        if folder.resolve() in {each.resolve() for each in own}:
            raise BadInput(
                _("The diary itself lies in this folder. Choose one on a stick or another disk.")
            )
        name = f"TwitchLog {path.stem} {self._diary.device[:_DEVICE]}"
        try:
            (folder / name).mkdir(mode=0o700, exist_ok=True)
        except OSError as problem:
            raise BadInput(
                _("Nothing can be kept in “{path}”: {reason}. Choose another folder.").format(
                    path=folder, reason=reason_of(problem)
                )
            ) from problem
        self._notes.choose_second(Chosen(str(folder), name, keep))
        self._notes.worked(Part.SECOND)

    def keep(self, most: int) -> None:
        """Let at most so many second copies stay, one of KEEP, from the next one on."""
        chosen = self._notes.second()
        if most not in KEEP:
            raise BadInput(_("Choose one of these numbers: {n}.").format(n="30, 10, 3"))
        if chosen is not None:
            self._notes.choose_second(replace(chosen, keep=most))

    def forget(self) -> None:
        """Make no second copies any more; those there are stay where they are."""
        self._notes.choose_second(None)
        self._notes.worked(Part.SECOND)

    def make(self, backup: Path | None = None) -> Path | None:
        """Copy `backup`, or the newest one, where second copies go; return the copy.

        None where none are wanted, where there is no backup, and where the folder is not there,
        which is remembered but no failure. Raises DiaryNotWritable, which is remembered too.
        """
        chosen, now = self._notes.second(), self._now()
        if chosen is None:
            return None
        if not _folder(chosen).is_dir():
            since = chosen.missing_since or now.isoformat()
            self._notes.choose_second(replace(chosen, missing_since=since))
            return None
        newest = backup or next(iter(naming.files(paths.backup_folder(self._diary.path))), None)
        if newest is None:
            return None
        try:
            copied = self._copy(newest, _folder(chosen), now, chosen.keep)
        except connecting.errors(OSError, NeedsPassword) as problem:
            failed = DiaryNotWritable(
                _(
                    "The second copy could not be written to “{folder}”. Your diary and its "
                    "backups here are safe."
                ).format(folder=chosen.folder)
            )
            self._notes.failed(Part.SECOND, now, failed.sentence)
            raise failed from problem
        made = naming.made_at(copied) or now
        self._notes.choose_second(replace(chosen, last=made.isoformat(), missing_since=""))
        self._notes.worked(Part.SECOND)
        return copied

    def _copy(self, backup: Path, folder: Path, now: datetime, most: int) -> Path:
        """Put a finished copy into `folder`, with the files it needs; thin the older ones."""
        target, key = folder / backup.name, self._diary.key
        with opened_file(backup, key) as file:
            needed = names_needed(file)
        copy_whole(backup, target)
        copy_files(needed, backup.parent / naming.FILES, folder / naming.FILES)
        self._bring_along(folder)
        thinning.clear_unfinished(folder)
        if thinning.thin(folder, now=now, fresh=target, most=most):
            copying.drop_files(folder, key)
        return target

    def _bring_along(self, folder: Path) -> None:
        """Seal, or unseal, what is there from before the password was set, changed or removed.

        The stick may have lain in a drawer then. What cannot be written anew stays as it is.
        """
        from twitchlog.diary.sealed import transcribing

        path, key = self._diary.path, self._diary.key
        waiting = [job for job in transcribing.jobs(path, key) if folder in job.path.parents]
        if not waiting:
            return
        kept = kept_keys.of(self._diary)
        for job in waiting:
            with contextlib.suppress(TwitchLogError, *connecting.errors(OSError)):
                transcribing.do(job, key, kept)

    def _now(self) -> datetime:
        return copying.local(self._diary.clock)


def copy_whole(source: Path, target: Path) -> None:
    """Copy a finished backup, read it back, and only then give it its name; raise OSError."""
    partial = target.with_suffix(f".{os.getpid()}.part")
    try:
        partial.touch(mode=0o600)
        shutil.copyfile(source, partial)
        with partial.open("rb+") as written:
            os.fsync(written.fileno())
        if sha256_of(partial) != sha256_of(source):
            raise OSError(_("What was written reads back differently"))
        copying.put(partial, target)
    finally:
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)


def copy_files(needed: frozenset[str], source: Path, target: Path) -> None:
    """Copy the photos and other files that a backup needs from one store to another."""
    if source.exists():
        into = FileStore(target)
        for each in FileStore(source).files():
            if each.stem in needed:
                into.adopt(each)


def folder_there(notes: Notes) -> Path | None:
    """Return the folder in which the second copies lie, where it can be reached now."""
    chosen = notes.second()
    return _folder(chosen) if chosen and _folder(chosen).is_dir() else None


def _folder(chosen: Chosen) -> Path:
    return Path(chosen.folder) / chosen.name


def _time(text: str) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
