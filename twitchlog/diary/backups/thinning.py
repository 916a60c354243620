"""Thin backups by age: many young ones, few old ones."""

from __future__ import annotations

import contextlib
import shutil
import time
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from twitchlog.diary.backups import naming
from twitchlog.domain.backup import KEPT_FOR, Why

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

_A_DAY_S: Final = 24 * 3600


def thin(folder: Path, *, now: datetime, fresh: Path | None = None, most: int = 0) -> int:
    """Remove backups that younger ones stand for, never the `fresh` one that was just made.

    Returns how many were removed. With `most`, no more than so many are left of those that may go.

    Kept is the newest of every five minutes of the last two hours (a script may log in a loop), of
    each hour of today and yesterday, of each day of the last 30, of each week of the last
    half-year, and of each month before that. One that is not of the usual run stands for no other
    and stays for 30 days; one made by hand does not, where only so many may be left.
    """
    seen: set[tuple[object, ...]] = set()
    gone = 0
    for path in naming.files(folder):
        made = naming.made_at(path)
        assert made is not None
        usual = {Why.CHANGE, Why.HAND} if most else {Why.CHANGE}
        if naming.why_made(path) not in usual and now - made < KEPT_FOR:
            continue
        slot = _slot(made, now)
        over = slot in seen or (most and len(seen) >= most)
        # Where the clock was set back, older ones bear later times than the fresh one.
        if over and path != fresh:
            with contextlib.suppress(OSError):
                path.unlink()
                gone += 1
        else:
            seen.add(slot)
    return gone


def clear_unfinished(folder: Path) -> None:
    """Remove what a killed program left half written; one at work now is younger than a day."""
    for partial in folder.glob("diary *.part*"):
        with contextlib.suppress(OSError):
            if time.time() - partial.stat().st_mtime > _A_DAY_S:
                shutil.rmtree(partial) if partial.is_dir() else partial.unlink()


def _slot(made: datetime, now: datetime) -> tuple[object, ...]:
    age = now - made
    if age < timedelta(hours=2):
        return ("minutes", made.date(), made.hour, made.minute // 5)
    if (now.date() - made.date()).days <= 1:
        return ("hour", made.date(), made.hour)
    if age < timedelta(days=30):
        return ("day", made.date())
    if age < timedelta(days=182):
        return ("week", *made.isocalendar()[:2])
    return ("month", made.year, made.month)
