"""A second copy of each backup in a folder of the person's: a stick, or a synchronised one.

Its disk may hang: all that asks something of it does so through `Patience`.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from twitchlog import paths
from twitchlog.diary import connecting
from twitchlog.diary.backups import copying, naming, putting
from twitchlog.diary.backups.notes import Chosen
from twitchlog.diary.patience import UNANSWERED, NoAnswer, Patience
from twitchlog.diary.sealed import kept_keys
from twitchlog.domain.backup import Part, SecondCopy
from twitchlog.domain.errors import BadInput, DiaryNotWritable, NeedsPassword, TwitchLogError
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from twitchlog.clock import Clock
    from twitchlog.diary.backups.notes import Notes
    from twitchlog.diary.diary import Diary
    from twitchlog.diary.patience import GotOn
    from twitchlog.diary.sealed.kept_keys import KeptKey
    from twitchlog.diary.sealed.keys import Key
    from twitchlog.diary.sealed.transcribing import Job

KEEP: Final = (0, 30, 10, 3)
"""How many second copies may be kept; 0 for as many as beside the diary."""
HUNG_FOR: Final = timedelta(minutes=10)
"""How long a disk that hung is waited for only a moment: each command would wait anew."""
_DEVICE: Final = 6


class Second:
    """The second copies of one diary.

    They lie in a folder of their own in the one that was chosen. Where that is not there any more
    nothing is written: where a stick is taken away, an empty folder of the system may be left.
    """

    def __init__(self, diary: Diary, notes: Notes) -> None:
        self._diary, self._notes = diary, notes
        self._looking = False
        self._patience = patience_for(notes, diary.clock)

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
        """Return where second copies go and how that stands now; None where nowhere.

        A disk that does not answer is told like one that is away.
        """
        chosen = self._notes.second()
        if chosen is None:
            return None
        files = self._found(chosen)
        newest = next(iter(files), None) if files else None
        return SecondCopy(
            Path(chosen.folder),
            _folder(chosen),
            chosen.keep,
            naming.made_at(newest) if newest else _time(chosen.last),
            None if files is not None else _time(chosen.missing_since) or self._now(),
        )

    def files(self) -> tuple[Path, ...]:
        """Return the second copies that can be reached now, the newest first."""
        chosen = self._notes.second()
        return tuple(self._found(chosen) or ()) if chosen else ()

    def _found(self, chosen: Chosen) -> list[Path] | None:
        """Return the copies there are, the newest first; None where the folder is out of reach."""
        folder = _folder(chosen)
        with contextlib.suppress(NoAnswer):
            return self._patience.wait_for(
                lambda _got_on: naming.files(folder) if folder.is_dir() else None
            )
        return None

    def choose(self, folder: Path) -> None:
        """Let second copies go into `folder` from now on; raise BadInput where that cannot be."""
        folder, keep = folder.expanduser().absolute(), getattr(self._notes.second(), "keep", 0)
        name = f"TwitchLog {self._diary.path.stem} {self._diary.device[:_DEVICE]}"
        patience = Patience()  # it may be another disk
        try:
            patience.wait_for(lambda _got_on: putting.make_folder(folder, name, self._diary.path))
        except NoAnswer:
            raise BadInput(
                _("The disk of “{path}” does not answer. Choose another folder.").format(
                    path=folder
                )
            ) from None
        self._patience = patience_for(self._notes, self._diary.clock)
        self._notes.choose_second(Chosen(str(folder), name, keep))
        _Hung(self._notes, self._diary.clock).answers()
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
        which is remembered but no failure. Raises DiaryNotWritable, which is remembered too, also
        where the disk does not answer.
        """
        chosen, now = self._notes.second(), self._now()
        newest = backup or next(iter(naming.files(paths.backup_folder(self._diary.path))), None)
        if chosen is None or newest is None:
            return None
        key, kept, folder = self._diary.key, self._kept(), _folder(chosen)

        with self._told(chosen, now):
            needed = putting.needed_by(newest, key)

            def work(got_on: GotOn) -> Path | None:
                if not folder.is_dir():
                    return None
                copy = putting.put_whole(newest, needed, folder, key, kept, got_on=got_on)
                putting.thin(folder, copy, now, chosen.keep, key)
                return copy

            copied = self._patience.wait_for(work)
        if copied is None:
            since = chosen.missing_since or now.isoformat()
            self._notes.choose_second(replace(chosen, missing_since=since))
            return None
        made = naming.made_at(copied) or now
        self._notes.choose_second(replace(chosen, last=made.isoformat(), missing_since=""))
        self._notes.worked(Part.SECOND)
        return copied

    def waiting(self, key: Key | None) -> tuple[Job, ...] | None:
        """Return what there is not yet as the diary is, which has this key; None as below."""
        with contextlib.suppress(NoAnswer, *connecting.errors(OSError)):
            return waiting(self._notes, key, self._patience)
        self._not_brought_along()
        return None

    def bring_along(
        self, jobs: tuple[Job, ...], key: Key | None, began: Callable[[Job], None]
    ) -> tuple[Path, ...] | None:
        """Write these copies and files anew; return those that could not be.

        `began` is told of each, in another thread. None where the disk does not answer, which is
        remembered as a failure: with the next second copy the rest comes along.
        """
        from twitchlog.diary.sealed import transcribing

        kept = self._kept()
        with contextlib.suppress(NoAnswer):
            return self._patience.wait_for(
                lambda got_on: transcribing.do_all(jobs, key, kept, began=began, got_on=got_on)
            )
        self._not_brought_along()
        return None

    def _not_brought_along(self) -> None:
        self._notes.failed(Part.SECOND, self._now(), _(UNANSWERED))

    def _kept(self) -> tuple[KeptKey, ...]:
        """Return the keys that older copies may need; none where the diary cannot be read."""
        with contextlib.suppress(TwitchLogError):
            return kept_keys.of(self._diary)
        return ()

    @contextlib.contextmanager
    def _told(self, chosen: Chosen, now: datetime) -> Iterator[None]:
        """Remember that it did not work, and say so in words."""
        try:
            yield
        except connecting.errors(OSError, NeedsPassword, NoAnswer) as problem:
            said = (
                _(
                    "The disk of “{folder}” does not answer, so the second copy was not made. Your "
                    "diary and its backups here are safe."
                )
                if isinstance(problem, NoAnswer)
                else _(
                    "The second copy could not be written to “{folder}”. Your diary and its "
                    "backups here are safe."
                )
            )
            failed = DiaryNotWritable(said.format(folder=chosen.folder))
            self._notes.failed(Part.SECOND, now, failed.sentence)
            raise failed from problem

    def _now(self) -> datetime:
        return copying.local(self._diary.clock)


@dataclass(frozen=True, slots=True)
class _Hung:
    """What the notes say of the disk of the second copies."""

    notes: Notes
    clock: Clock

    def hung_lately(self) -> bool:
        """Tell whether it hung a few minutes ago, and has not answered since."""
        since = self._since()
        return since is not None and abs(copying.local(self.clock) - since) < HUNG_FOR

    def hangs(self) -> None:
        """Note that it does not answer."""
        chosen = self.notes.second()
        if chosen is not None:
            self.notes.hangs(chosen.folder, copying.local(self.clock))

    def answers(self) -> None:
        """Note that it answers, where it did not."""
        if self._since() is not None:
            self.notes.hangs("", None)

    def _since(self) -> datetime | None:
        chosen = self.notes.second()
        return None if chosen is None else self.notes.hung(chosen.folder)


def patience_for(notes: Notes, clock: Clock) -> Patience:
    """Return what waits for the disk of the second copies, as these notes know it."""
    return Patience(_Hung(notes, clock))


def waiting(notes: Notes, key: Key | None, patience: Patience) -> tuple[Job, ...]:
    """Return which second copies are not yet as a diary of this key; raise NoAnswer or OSError."""
    from twitchlog.diary.sealed import transcribing

    chosen = notes.second()
    if chosen is None:
        return ()
    return patience.wait_for(lambda _got_on: tuple(transcribing.jobs_in(_folder(chosen), key)))


def _folder(chosen: Chosen) -> Path:
    return Path(chosen.folder) / chosen.name


def _time(text: str) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
