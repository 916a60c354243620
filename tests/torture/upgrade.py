"""An upgrade is killed at every statement: the diary opens afterwards with all it held."""

from __future__ import annotations

import os
import shutil
import signal
from random import Random
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Engine, event

from torture.children import Child
from torture.kept import kept_diaries, opens_whole
from torture.outcome import Outcome
from twitchlog.diary import Diary
from twitchlog.diary.sealed import sealing
from twitchlog.diary.sealed.keys import Key

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_KEY: Final = Key(bytes(range(32)), bytes(range(16)))
_EVENTS: Final = ("before_cursor_execute", "after_cursor_execute", "commit")


def upgrade(folder: Path, seed: int, amount: int) -> Outcome:
    """Kill the upgrade of every kept diary at each of its statements, or at `amount` of all.

    Each with and without a password, as a backup has that was brought along from an older schema.
    """
    random = Random(seed)
    outcome = Outcome("upgrade killed at every statement")
    moments = [
        (kept, at, key)
        for kept in kept_diaries()
        for at in range(1, _moments(folder, kept) + 1)
        for key in (None, _KEY)
    ]
    if len(moments) > amount:
        moments = random.sample(moments, amount)
    for kept, at, key in moments:
        path = _copied(folder, kept, key)
        told = Child(lambda tell, path=path, at=at, key=key: _opened(path, tell, at, key)).wait()
        outcome.tried[f"{kept.stem}{' with a password' if key else ''}"] += 1
        try:
            assert not told, f"was not killed: {told}"
            opens_whole(path, kept, key)
        except Exception as problem:  # noqa: BLE001 - whatever it is, it is a loss
            outcome.lost(f"{kept.name} killed at {at}: {problem!r}")
    return outcome


def _copied(folder: Path, kept: Path, key: Key | None = None) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(exist_ok=True)
    path = folder / "diary.sqlite"
    shutil.copy(kept, path)
    if key is not None:
        sealing.rewrite(path, None, key, kept=())
    return path


def _moments(folder: Path, kept: Path) -> int:
    """Return at how many moments the upgrade of that diary can be killed."""
    (told,) = Child(lambda tell: _opened(_copied(folder, kept), tell, 0)).wait()
    return int(told)


def _opened(path: Path, tell: Callable[[str], None], die_at: int, key: Key | None = None) -> None:
    """Open the diary; die at that moment, or tell how many moments there were."""
    count = 0

    def pass_by(*_details: Any) -> None:
        nonlocal count
        count += 1
        if count == die_at:
            os.kill(os.getpid(), signal.SIGKILL)

    for name in _EVENTS:
        event.listen(Engine, name, pass_by)
    Diary.open(path, key=key)
    tell(str(count))
