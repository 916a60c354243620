"""A damaged diary: what can be read of it, the newest sound backup, and one put in its place."""

from __future__ import annotations

import contextlib
import os
import shutil
from typing import TYPE_CHECKING

from twitchlog import paths
from twitchlog.diary import connecting, file_words
from twitchlog.diary.backups import contents, copying, naming, restoring
from twitchlog.diary.backups.opening import Ring, opened_file
from twitchlog.diary.reasons import reason_of
from twitchlog.diary.rescue import salvage
from twitchlog.diary.sealed import kept_keys, sidecar
from twitchlog.domain.errors import DiaryNotWritable, NeedsPassword
from twitchlog.domain.rescue import GoodBackup, Saved
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from twitchlog.clock import Clock
    from twitchlog.diary.sealed.keys import Key


class Rescuing:
    """The rescue of the diary at `path`, which no connection of this process may have open."""

    def __init__(self, path: Path, clock: Clock, key: Key | None = None) -> None:
        self.path, self._clock, self._key = path, clock, key
        self._into = path.with_name(f"{path.stem} rescued{path.suffix}")
        self._ring = Ring(key)

    def save(self, progress: Callable[[int, int], None] | None = None) -> Saved:
        """Save what can be read in a new diary beside the damaged one; raise as `salvage` does."""
        saved = salvage.salvage(self.path, self._into, self._key, progress=progress)
        self._keep_keys(self._into)
        return saved

    def _keep_keys(self, saved: Path) -> None:
        """Give the saved diary the keys of files, and former ones, that a backup still knows."""
        with file_words.plain_errors(saved), opened_file(saved, self._key, writes=True) as file:
            ring = Ring(self._key, kept=kept_keys.read(file))
            for path in naming.files(paths.backup_folder(self.path)) if self._key else ():
                with (
                    contextlib.suppress(*connecting.errors(OSError, NeedsPassword)),
                    opened_file(path, ring.fitting(path)) as backup,
                ):
                    ring = Ring(self._key, kept=ring.merged(kept_keys.read(backup)))
            file.execute("BEGIN IMMEDIATE")
            kept_keys.write(file, ring.kept)
            file.execute("COMMIT")
            self._ring = ring

    def backup(self) -> GoodBackup | None:
        """Return the newest backup of which every page can be read, or None."""
        for path in naming.files(paths.backup_folder(self.path)):
            made = naming.made_at(path)
            try:
                with opened_file(path, self._ring.fitting(path)) as file:
                    if file.execute("PRAGMA quick_check").fetchone() == ("ok",) and made:
                        return GoodBackup(path, made, contents.read(file))
            except connecting.errors(OSError, NeedsPassword, ValueError):
                continue
        return None

    def put_in_place(self, chosen: Path) -> Path:
        """Put the saved diary, or a backup, in the place of the damaged one; return where that is.

        The damaged file is copied under a plain name first, byte by byte, with its log: a crash
        leaves either the damaged diary in its place or the chosen one. A backup stays where it is.
        Raises NotADiary, NewerDiary, DiskFull and DiaryNotWritable; the diary is then as it was.
        """
        partial = self.path.with_name(f"{self.path.name}.{os.getpid()}.part")
        try:
            restoring.prepare(chosen, partial, self._clock, self._ring)
            backups = paths.backup_folder(self.path)
            restoring.put_files_back(partial, backups, self.path, self._key)
            kept = restoring.put_aside(self.path, copying.local(self._clock))
            with contextlib.suppress(FileNotFoundError):
                shutil.copyfile(sidecar.path_of(self.path), sidecar.path_of(kept))
            copying.put(partial, self.path)
        except OSError as problem:
            raise DiaryNotWritable(
                _("It could not be put in place: {reason}. Nothing was changed.").format(
                    reason=reason_of(problem)
                )
            ) from problem
        finally:
            for leftover in (partial, *connecting.beside(partial)):
                with contextlib.suppress(OSError):
                    leftover.unlink(missing_ok=True)
        if chosen == self._into:
            with contextlib.suppress(OSError):
                chosen.unlink()  # it is the diary now; a second copy would outlive what is erased
        return kept
