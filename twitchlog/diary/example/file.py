"""Keep the example diary in a file of its own, never in place of anything of the user's."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Final

from sqlalchemy import text

from twitchlog.diary import connecting, engine
from twitchlog.diary.diary import Diary
from twitchlog.diary.example.fill import check_days, fill
from twitchlog.diary.lock import AppLock
from twitchlog.diary.reasons import reason_of
from twitchlog.domain.errors import BadInput, DiaryNotWritable, NeedsPassword
from twitchlog.translation import _

if TYPE_CHECKING:
    from pathlib import Path

    from twitchlog.clock import Clock

_MARK: Final = 0x4558414D
"""`EXAM` in the file's `user_version`: this file was made up and may be made anew."""


def make(path: Path, *, days: int, seed: int, clock: Clock) -> int:
    """Make the example diary at `path`, in place of an older example; return its entries.

    Raises BadInput for a file that is anything else, an example somebody has written in, or an odd
    number of days; DiaryBusy for one that is open in the app; DiaryNotWritable.
    """
    check_days(days)
    if path.exists() and not is_untouched(path):
        raise BadInput(
            _(
                "“{name}” is not an example as this program made it, so it was left as it is. "
                "Choose another name with --out."
            ).format(name=path.name)
        )
    partial = path.with_name(f"{path.name}.part")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = AppLock(path)
        lock.take()
        try:
            return _replace(path, partial, days=days, seed=seed, clock=clock)
        finally:
            _remove(partial, "", "-wal", "-shm")
            lock.release()
    except OSError as problem:
        raise DiaryNotWritable(
            _("The example cannot be kept at “{path}”: {reason}.").format(
                path=path, reason=reason_of(problem)
            )
        ) from problem


def is_untouched(path: Path) -> bool:
    """Whether `path` is an example as this program made it, with nothing of anybody's own."""
    try:
        with contextlib.closing(connecting.connect(path, read_only=True)) as file:
            marks = [
                file.execute(f"PRAGMA {name}").fetchone()[0]
                for name in ("application_id", "user_version")
            ]
            steps = file.execute("SELECT max(seq) FROM sqlite_sequence").fetchone()[0]
    except connecting.errors(NeedsPassword):
        return False
    return marks == [engine.APPLICATION_ID, _MARK] and not steps


def _replace(path: Path, partial: Path, *, days: int, seed: int, clock: Clock) -> int:
    _remove(partial, "", "-wal", "-shm")
    with Diary.open(partial, clock=clock) as diary:
        entries = fill(diary, days=days, seed=seed, until=clock.now().day)
        with diary.unrecorded() as connection:
            connection.execute(text(f"PRAGMA user_version={_MARK}"))
        diary.changed = False  # what is made up needs no backup
    # The write-ahead log of the older file must not be taken for the new one's.
    _remove(path, "-wal", "-shm")
    partial.replace(path)
    return entries


def _remove(path: Path, *endings: str) -> None:
    for ending in endings:
        path.with_name(f"{path.name}{ending}").unlink(missing_ok=True)
