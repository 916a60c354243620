"""The room of the diary's password: set it, change it, remove it, and what then is to be done."""

from __future__ import annotations

import contextlib
import hmac
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from twitchlog.diary import connecting, erasing, file_words
from twitchlog.diary.reasons import reason_of
from twitchlog.diary.sealed import kept_keys, keychain, keys, sealing, sidecar, transcribing
from twitchlog.domain.errors import BadInput, DiaryNotWritable, TwitchLogError, WrongPassword
from twitchlog.domain.password import insist_good
from twitchlog.translation import _, mark

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from twitchlog.diary.diary import Diary
    from twitchlog.diary.sealed.keys import Key
    from twitchlog.diary.sealed.transcribing import Job, Progress

DIARY: Final = mark("Writing the diary anew")


@dataclass(frozen=True, slots=True)
class Left:
    """What could not be brought along: it is still plain, or still has the old password."""

    files: tuple[Path, ...] = ()
    unanswered: bool = False
    """Whether the disk of the second copies did not answer; they come along with the next one."""


class Password:
    """The room of the password. What it is to be is checked by `domain.password.insist_good`.

    `progress` is told a fraction from 0 to 1 and what is being done, in the thread of the call.
    """

    def __init__(self, diary: Diary) -> None:
        self._diary = diary

    @property
    def is_set(self) -> bool:
        """Whether the diary has a password."""
        return self._diary.key is not None

    def fits(self, password: str) -> bool:
        """Whether this is the password, or the recovery key, of the diary; takes 0.1 s."""
        key = self._diary.key
        if key is None:
            return False
        if hmac.compare_digest(keys.derive(password, key.salt).raw, key.raw):
            return True
        with contextlib.suppress(BadInput):
            return hmac.compare_digest(keys.from_recovery(password, key.salt).raw, key.raw)
        return False

    def recovery_key(self) -> str:
        """Return the key to print, which opens the diary until its password is changed."""
        if self._diary.key is None:
            raise _has_none()
        return keys.to_recovery(self._diary.key)

    def set(self, new: str, *, progress: Progress | None = None) -> Left:
        """Give the diary its first password, then bring backups and files along.

        Raises BadInput, DiaryBusy where another program has the diary open, DiskFull,
        DiaryNotWritable: the diary is then as it was.
        """
        if self._diary.address.on_server:
            raise BadInput(_("Who may read a diary on a server is the server's matter."))
        if self.is_set:
            raise BadInput(_("The diary has a password already. It can be changed or removed."))
        insist_good(new)
        return self._give(keys.derive(new, keys.new_salt()), progress)

    def change(self, old: str, new: str, *, progress: Progress | None = None) -> Left:
        """Give the diary another password; `old` may be the recovery key. Raises as `set` does.

        Raises WrongPassword where `old` is not the one.
        """
        insist_good(new, old=old)
        self._insist(old)
        return self._give(keys.derive(new, keys.new_salt()), progress)

    def remove(self, old: str, *, progress: Progress | None = None) -> Left:
        """Have the diary without a password, its backups and files too; raises as `change`."""
        self._insist(old)
        return self._give(None, progress)

    @property
    def pending(self) -> int:
        """How many backups and files beside the diary are not yet as it is; 0 is the rule.

        Second copies are not counted, whose disk may hang: they come along with the next one.
        """
        return sum(1 for _job in self._jobs())

    def go_on(self, progress: Progress | None = None) -> Left:
        """Bring all along that an interrupted run, or another program, left."""
        return self._bring_along(
            _Told(
                progress,
                list(self._jobs()),
                self._diary.backups.second_copy.waiting(self._diary.key),
            )
        )

    def go_on_here(self, *, most: int | None = None) -> Left:
        """Bring along what lies beside the diary.

        At `most` so many: who asks may have other things to do in between.
        """
        return self._bring_along(_Told(None, list(islice(self._jobs(), most)), ()))

    def _insist(self, old: str) -> None:
        if not self.is_set:
            raise _has_none()
        if not self.fits(old):
            raise WrongPassword(_("This is not the password of the diary. Nothing was changed."))

    def _jobs(self) -> Iterator[Job]:
        with self._words():
            yield from transcribing.jobs(self._diary.path, self._diary.key)

    def _give(self, new: Key | None, progress: Progress | None) -> Left:
        """Write the diary anew with this key, or with none, and go on with it."""
        diary, old, now = self._diary, self._diary.key, self._diary.clock.now().utc_ms
        kept = kept_keys.of(self._diary)
        if old is not None:
            kept = (kept_keys.of_key(old, now), *(each for each in kept if each.id != old.check))
        elif new is not None:
            # The one from an earlier password may have been read while there was none.
            kept = (kept_keys.new_of_files(now), *kept)
        jobs = list(transcribing.jobs(diary.path, new))
        second = diary.backups.second_copy.waiting(new)
        told = _Told(progress, jobs, second, diary.path)
        both = [key for key in (old, new) if key is not None]
        with self._words():
            try:
                # SQLite removes the write-ahead log with the last connection: a plain one for good.
                plain = connecting.beside(diary.path)[:1] if old is None else ()
                with erasing.overwritten_once_unlinked(*plain):
                    diary.let_go()
                    sidecar.write(diary.path, *both)
                    sealing.rewrite(diary.path, old, new, kept=kept, progress=told.diary)
            finally:
                diary.key = _now(diary.path, both)
                diary.take_up()
                sidecar.write(diary.path, *([diary.key] if diary.key else []))
        self._tell_keychain(old)
        return self._bring_along(told)

    def _tell_keychain(self, old: Key | None) -> None:
        """Have the keychain keep what opens the diary now, where it kept what did before."""
        key = self._diary.key
        if not keychain.is_chosen(self._diary.path) or (new := key or old) is None:
            return
        with contextlib.suppress(TwitchLogError):
            if key is not None:
                keychain.keep(self._diary.path, key)
            else:
                keychain.forget(self._diary.path, new)

    def _bring_along(self, told: _Told) -> Left:
        diary = self._diary
        transcribing.clear_up(diary.path, diary.key)
        kept = kept_keys.of(diary)
        left = transcribing.do_all(told.jobs, diary.key, kept, began=told.begins)
        second = told.second and diary.backups.second_copy.bring_along(
            told.second, diary.key, told.begins
        )
        told.ends()
        if diary.key is not None:
            left += transcribing.left_plain(diary.path)
        return Left(left + (second or ()), unanswered=second is None)

    @contextlib.contextmanager
    def _words(self) -> Iterator[None]:
        try:
            with file_words.plain_errors(self._diary.path):
                yield
        except FileNotFoundError:
            raise
        except OSError as problem:
            raise DiaryNotWritable(
                _("The disk did not take this: {reason}. Your diary is as it was.").format(
                    reason=reason_of(problem)
                )
            ) from problem


def _has_none() -> BadInput:
    return BadInput(_("The diary has no password."))


def _now(path: Path, known: list[Key]) -> Key | None:
    """Return the key that the file at `path` has now, by its salt."""
    if not connecting.is_sealed(path):
        return None
    salt = connecting.salt_of(path)
    return next((key for key in known if key.salt == salt), known[0])


class _Told:
    """How much of the whole is done, counted in bytes, and told when it is a hundredth more."""

    def __init__(
        self,
        progress: Progress | None,
        jobs: list[Job],
        second: tuple[Job, ...] | None,
        diary: Path | None = None,
    ) -> None:
        self.jobs, self.second = jobs, second
        self._progress = progress or _silent
        self._diary = diary.stat().st_size if diary else 0
        self._whole = (self._diary + sum(job.bytes for job in (*jobs, *(second or ())))) or 1
        self._done = 0
        self._said = (-1.0, "")

    def diary(self, part: float) -> None:
        """Say how much of the diary itself is done."""
        self._say(part * self._diary, _(DIARY))
        if part >= 1:
            self._done = self._diary

    def begins(self, job: Job) -> None:
        """Say that a job begins; those before it are done."""
        self._say(self._done, job.doing)
        self._done += job.bytes

    def ends(self) -> None:
        """Say that all is done; what still hangs on its disk says no more."""
        told, self._progress = self._progress, _silent
        told(1.0, "")

    def _say(self, done: float, doing: str) -> None:
        fraction = min(1.0, done / self._whole)
        if doing != self._said[1] or fraction - self._said[0] >= 0.01:
            self._said = fraction, doing
            self._progress(fraction, doing)


def _silent(_done: float, _doing: str) -> None:
    """Tell nobody."""
