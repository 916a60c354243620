"""A diary with a password: to unlock it, to log, and the summary of ten years, against without."""

from __future__ import annotations

import contextlib
import shutil
import time
from typing import TYPE_CHECKING, Final

from bench import diaries
from bench.figure import Figure, in_turns
from bench.figures import TODAY
from bench.programs import COMMAND, Programs
from twitchlog.diary import Diary, connecting
from twitchlog.diary.sealed import keys, sealing, unlocking
from twitchlog.domain.twitch import Strength, Trigger

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_TYPED: Final = "correct horse battery staple"
_LOGGED: Final = 5
"""So many twitches are logged for each time that the diary is unlocked."""


def locked(folder: Path, *, runs: int, years: int = 10) -> Iterator[Figure]:
    """Yield the figures; what is compared lies in the same folder and has the same entries."""
    plain, sealed = folder / "plain.sqlite", folder / "sealed.sqlite"
    diaries.write(plain, days=365 * years, entries=3650 * years, last=TODAY)
    shutil.copy(plain, sealed)
    sealing.rewrite(sealed, None, keys.derive(_TYPED, keys.new_salt()), kept=())
    yield _unlocking(sealed, runs)
    yield _logging(plain, sealed, runs * _LOGGED)
    yield _summary(folder, plain, sealed, max(2, runs // 8))


def _unlocking(sealed: Path, runs: int) -> Figure:
    """From the typed password to an open diary, against SQLCipher's own way from it to a row."""
    from sqlcipher3 import dbapi2

    def ours() -> float:
        started = time.perf_counter()
        diary = Diary.open(sealed, key=unlocking.unlock(sealed, _TYPED))
        taken = time.perf_counter() - started
        diary.changed = False
        diary.close()
        return taken

    def its_own() -> float:
        started = time.perf_counter()
        with contextlib.closing(dbapi2.connect(str(sealed))) as file:
            file.execute(f"PRAGMA key='{_TYPED}'")
            file.execute("SELECT count(*) FROM sqlite_schema").fetchone()
            return time.perf_counter() - started

    own_s, ours_s = in_turns(runs, its_own, ours)
    return Figure("unlocking", ours_s * 1e3, own_s * 1e3, 1.2, "ms", "SQLCipher's derivation")


def _logging(plain: Path, sealed: Path, runs: int) -> Figure:
    key = keys.derive(_TYPED, connecting.salt_of(sealed))
    with Diary.open(plain) as without, Diary.open(sealed, key=key) as with_one:

        def logged(diary: Diary) -> float:
            started = time.perf_counter()
            diary.twitches.log(
                ("calf-left",),
                duration_s=20.0,
                strength=Strength(2),
                triggers=(Trigger("caffeine"),),
            )
            return time.perf_counter() - started

        plain_s, sealed_s = in_turns(runs, lambda: logged(without), lambda: logged(with_one))
        without.changed = with_one.changed = False
    return Figure("a twitch, with a password", sealed_s * 1e3, plain_s * 1e3, 1.5, "ms", "without")


def _summary(folder: Path, plain: Path, sealed: Path, runs: int) -> Figure:
    programs = Programs(folder)
    plain_s, sealed_s = in_turns(
        runs,
        lambda: programs.wall([*COMMAND, "--diary", str(plain), "summary"]),
        lambda: programs.wall(
            [*COMMAND, "--diary", str(sealed), "--password-stdin", "summary"], typed=_TYPED
        ),
    )
    return Figure("ten-year summary, with a password", sealed_s, plain_s, 1.5, "s", "without")
