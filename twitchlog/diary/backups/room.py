"""The room of the backups of one diary."""

from __future__ import annotations

from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Final

from twitchlog import paths
from twitchlog.diary import connecting
from twitchlog.diary.backups import contents, copying, naming
from twitchlog.diary.backups.notes import Notes
from twitchlog.diary.backups.opening import opened_file
from twitchlog.domain.backup import Backup, Contents
from twitchlog.domain.errors import NotADiary
from twitchlog.translation import _

if TYPE_CHECKING:
    from pathlib import Path

    from twitchlog.diary.diary import Diary
    from twitchlog.domain.backup import Restored, Tested, Trouble

EVERY: Final = timedelta(minutes=30)
"""How long changes may stand without a backup while the diary is open."""
_Stamp = tuple[int, int]


class Backups:
    """The room of the backups of one diary."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary
        self._last = diary.clock.now()
        self._counted: dict[Path, tuple[_Stamp, int | None]] = {}

    @cached_property
    def notes(self) -> Notes:
        """What is remembered of the backups."""
        return Notes(self._diary.path)

    @property
    def folder(self) -> Path:
        """Where the backups lie; it need not exist yet."""
        return paths.backup_folder(self._diary.path)

    def make(self) -> Path:
        """Copy the diary as it is now into the backup folder, check the copy, thin the older ones.

        Raises DiaryNotWritable or DiaryError, which `trouble` then tells until it works; the diary
        itself is never at risk.
        """
        diary = self._diary
        opened = diary._engine  # noqa: SLF001 - a room of the diary
        made = copying.copy_now(opened, diary.path, diary.clock, diary.key)
        self._last, diary.changed = diary.clock.now(), False
        return made

    def due(self) -> bool:
        """Whether something changed and the last backup (or the start) is half an hour ago."""
        # Either way: the machine's clock may have been set back meanwhile.
        since = abs(self._diary.clock.now().utc - self._last.utc)
        return self._diary.changed and since >= EVERY

    def list(self) -> tuple[Backup, ...]:
        """Return the backups there are, the newest first, also those that cannot be read."""
        tested = self.notes.tested()
        found = (self._describe(path, tested) for path in naming.files(self.folder))
        return tuple(backup for backup in found if backup is not None)

    def contents(self, backup: Backup) -> Contents:
        """Return what a backup holds; raise NotADiary where it cannot be read."""
        try:
            with opened_file(backup.path, self._diary.key) as file:
                return contents.read(file)
        except connecting.errors(OSError) as problem:
            raise NotADiary(
                _("This backup cannot be read; it may be damaged. Your diary is safe.")
            ) from problem

    def restore(self, backup: Backup) -> Restored:
        """Put a backup in the place of the diary; what was there is kept beside it first.

        Whatever happens meanwhile, the diary is the old or the new one, whole. An older schema is
        brought up to date first, and the whole is checked. The diary goes on on the new file;
        screens must read it anew. Raises DiaryError: the diary is then as it was.
        """
        from twitchlog.diary.backups import restoring

        diary = self._diary
        diary._engine.dispose()  # noqa: SLF001 - a room of the diary
        try:
            done = restoring.restore(backup.path, diary.path, diary.clock, diary.key)
        finally:
            diary.take_up()
        diary.preferences.refresh()
        self._last, diary.changed = diary.clock.now(), False
        return done

    @property
    def troubles(self) -> tuple[Trouble, ...]:
        """What does not work just now, the gravest first."""
        return self.notes.troubles()

    @property
    def trouble(self) -> Trouble | None:
        """The gravest thing that does not work, until it does; None where all is well."""
        return next(iter(self.troubles), None)

    def _describe(self, path: Path, tested: Tested | None) -> Backup | None:
        made = naming.made_at(path)
        try:
            held = path.stat()
        except OSError:
            return None
        if made is None:
            return None
        mine = tested if tested is not None and tested.name == path.name else None
        entries = self._entries(path, (held.st_size, held.st_mtime_ns))
        return Backup(
            path,
            made,
            entries,
            held.st_size,
            why=naming.why_made(path),
            sealed=entries is None and connecting.is_sealed(path),
            tested=mine.when if mine else None,
            sound=mine is None or mine.sound,
        )

    def _entries(self, path: Path, stamp: _Stamp) -> int | None:
        """Count a backup's entries once; None where it cannot be read."""
        known = self._counted.get(path)
        if known is None or known[0] != stamp:
            known = stamp, contents.entries_of(path, self._diary.key)
            self._counted[path] = known
        return known[1]
