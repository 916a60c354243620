"""The room of the backups of one diary."""

from __future__ import annotations

from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Final

from twitchlog import paths
from twitchlog.diary import connecting
from twitchlog.diary.backups import contents, copying, naming
from twitchlog.diary.backups.notes import Notes
from twitchlog.diary.backups.opening import Ring, opened_file
from twitchlog.diary.reasons import reason_of
from twitchlog.diary.sealed import kept_keys
from twitchlog.domain.backup import Backup, Contents, Holders, Part, Tested, Why
from twitchlog.domain.errors import DiaryNotWritable, NotADiary
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from pathlib import Path

    from twitchlog.diary.backups.second import Second
    from twitchlog.diary.diary import Diary
    from twitchlog.diary.sealed.keys import Key
    from twitchlog.domain.backup import Restored, Trouble

EVERY: Final = timedelta(minutes=30)
"""How long changes may stand without a backup while the diary is open."""
AGAIN: Final = timedelta(minutes=10)
"""How long after a second copy failed it is tried again."""
_Stamp = tuple[int, int]


class Backups:
    """The room of the backups of one diary."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary
        self._last = diary.opened
        self._counted: dict[Path, tuple[_Stamp, int | None]] = {}

    @cached_property
    def notes(self) -> Notes:
        """What is remembered of the backups."""
        return Notes(self._diary.path)

    @cached_property
    def second_copy(self) -> Second:
        """The second copies, in a folder of the person's."""
        from twitchlog.diary.backups.second import Second

        return Second(self._diary, self.notes)

    @property
    def folder(self) -> Path:
        """Where the backups lie; it need not exist yet."""
        return paths.backup_folder(self._diary.path)

    def make(self, *, why: Why = Why.CHANGE) -> Path:
        """Copy the diary as it is now into the backup folder, check the copy, thin the older ones.

        One that is not of the usual run stays for 30 days.
        Raises DiaryNotWritable or DiaryError, which `trouble` then tells until it works; the diary
        itself is never at risk.
        """
        diary = self._diary
        opened = diary._engine  # noqa: SLF001 - a room of the diary
        made = copying.copy_now(opened, diary.path, diary.clock, diary.key, why=why)
        self._last, diary.changed = diary.clock.now(), False
        return made

    def due(self) -> bool:
        """Whether something changed and the last backup (or the start) is half an hour ago."""
        # Either way: the machine's clock may have been set back meanwhile.
        since = abs(self._diary.clock.now().utc - self._last.utc)
        return self._diary.changed and since >= EVERY

    def list(self) -> tuple[Backup, ...]:
        """Return the backups there are, the newest first, also those that cannot be read."""
        tested, ring = self.notes.tested(), self._ring()
        found = (self._describe(path, tested, ring) for path in naming.files(self.folder))
        return tuple(backup for backup in found if backup is not None)

    def dates(self) -> tuple[datetime, ...]:
        """Return when the backups were made, the newest first, without a look into any."""
        found = (naming.made_at(path) for path in naming.files(self.folder))
        return tuple(made for made in found if made is not None)

    def present(self) -> Contents:
        """Return what the diary itself holds now."""
        with copying.as_file(self._diary._engine, self._diary.path) as raw:  # noqa: SLF001 - a room of the diary
            return contents.read(raw)

    def contents(self, backup: Backup) -> Contents:
        """Return what a backup holds; raise NotADiary where it cannot be read."""
        try:
            with opened_file(backup.path, self._ring().fitting(backup.path)) as file:
                return contents.read(file)
        except connecting.errors(OSError) as problem:
            raise NotADiary(
                _("This backup cannot be read; it may be damaged. Your diary is safe.")
            ) from problem

    def restore(self, backup: Backup, *, password: str = "") -> Restored:
        """Put a backup in the place of the diary; what was there is kept beside it first.

        Whatever happens meanwhile, the diary is the old or the new one, whole. An older schema is
        brought up to date first, and the whole is checked. The diary goes on on the new file;
        screens must read it anew. It has the password that it had before. Raises NeedsPassword
        where the backup has another one, WrongPassword where `password`, or the recovery key, is
        not that, and DiaryError: the diary is then as it was.
        """
        from twitchlog.diary.backups import restoring
        from twitchlog.diary.sealed.unlocking import unlock_with_either

        self._diary.address.insist_on_file()
        typed = unlock_with_either(backup.path, password) if password else None
        diary, ring = self._diary, self._ring(typed)
        diary.let_go()
        try:
            done = restoring.restore(backup.path, diary.path, diary.clock, ring)
        finally:
            diary.take_up()
        diary.preferences.refresh()
        self._last, diary.changed = diary.clock.now(), False
        return done

    def remove(self, backup: Backup) -> None:
        """Erase a backup for good, and the files that only it needed; raise DiaryNotWritable."""
        try:
            backup.path.unlink(missing_ok=True)
        except OSError as problem:
            raise DiaryNotWritable(
                _("The backup could not be removed: {reason}. It is still there.").format(
                    reason=reason_of(problem)
                )
            ) from problem
        copying.drop_files(backup.path.parent, self._diary.key)

    def copy_to(self, backup: Backup, folder: Path) -> Path:
        """Copy one backup into a folder of the person's; return what is there now.

        With photos or other files it is a folder that holds a diary as the program keeps it, else a
        file. Raises DiaryNotWritable.
        """
        from twitchlog.diary.backups import carrying

        return carrying.copy_to(backup, folder, self._ring())

    def test_due(self) -> bool:
        """Whether there is a backup, and none was tested for a month."""
        from twitchlog.diary.backups import proving

        tested = self.notes.tested()
        since = None if tested is None else abs(copying.local(self._diary.clock) - tested.when)
        return (since is None or since >= proving.EVERY) and bool(naming.files(self.folder))

    def copy_waits(self) -> bool:
        """Whether the second copy failed, and was tried last some minutes ago."""
        now = copying.local(self._diary.clock)
        return any(
            each.part is Part.SECOND and abs(now - each.last) >= AGAIN for each in self.troubles
        )

    def test_newest(self) -> Tested | None:
        """Restore the newest backup into a place of its own and compare; None where there is none.

        What is wrong is remembered and told by `trouble` until a test is passed.
        """
        from twitchlog.diary.backups import proving

        newest = next(iter(naming.files(self.folder)), None)
        if newest is None:
            return None
        now, clock = copying.local(self._diary.clock), self._diary.clock
        wrong = proving.prove(newest, self.notes.mark_of(newest.name), clock, self._ring())
        tested = Tested(newest.name, now, wrong)
        self.notes.test_done(tested)
        if wrong:
            said = _("The newest backup did not pass its test. {wrong} Your diary itself is safe.")
            self.notes.failed(Part.TEST, now, said.format(wrong=wrong))
        else:
            self.notes.worked(Part.TEST)
        return tested

    def holding(self, *ids: str) -> Holders:
        """Return which backups still hold any of these entries, here and among second copies."""
        from twitchlog.diary.backups import cleaning
        from twitchlog.diary.sealed.transcribing import left_plain

        ring = self._ring()

        def held(files: Iterable[Path]) -> dict[Path, bool | None]:
            return {path: cleaning.holds(path, ring, ids) for path in files}

        own, second = held(naming.files(self.folder)), held(self.second_copy.files())
        state = self.second_copy.state()
        return Holders(
            tuple(path for path, found in own.items() if found),
            tuple(path for path, found in second.items() if found),
            # A damaged diary that was put aside holds what it held, as far as can be known.
            unread=sum(found is None for found in (*own.values(), *second.values()))
            + len(left_plain(self._diary.path)),
            out_of_reach=state is not None and state.missing_since is not None,
        )

    def clean(self, backups: Iterable[Path], *ids: str) -> int:
        """Take entries that were erased for good out of these backups; return how many were.

        Raises DiaryNotWritable at the first that cannot be cleaned, which is as it was.
        """
        from twitchlog.diary.backups import cleaning

        cleaned, ring = 0, self._ring()
        folders: set[Path] = set()
        for path in backups:
            marked = cleaning.clean(path, ring, ids)
            if marked:
                cleaned += 1
                folders.add(path.parent)
            if marked and path.parent == self.folder:
                there = {each.name for each in naming.files(self.folder)}
                self.notes.mark(path.name, marked, there)
        for folder in folders:
            copying.drop_files(folder, ring.key)
        return cleaned

    @property
    def troubles(self) -> tuple[Trouble, ...]:
        """What does not work just now, the gravest first."""
        return self.notes.troubles()

    @property
    def trouble(self) -> Trouble | None:
        """The gravest thing that does not work, until it does; None where all is well."""
        return next(iter(self.troubles), None)

    def _ring(self, typed: Key | None = None) -> Ring:
        """Return the keys at hand: most backups with another password open with one of them."""
        return Ring(self._diary.key, kept_keys.of(self._diary), typed)

    def _describe(self, path: Path, tested: Tested | None, ring: Ring) -> Backup | None:
        made = naming.made_at(path)
        try:
            held = path.stat()
        except OSError:
            return None
        if made is None:
            return None
        mine = tested if tested is not None and tested.name == path.name else None
        entries = self._entries(path, (held.st_size, held.st_mtime_ns), ring)
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

    def _entries(self, path: Path, stamp: _Stamp, ring: Ring) -> int | None:
        """Count a backup's entries once; None where it cannot be read."""
        known = self._counted.get(path)
        if known is None or known[0] != stamp:
            known = stamp, contents.entries_of(path, ring)
            self._counted[path] = known
        return known[1]
