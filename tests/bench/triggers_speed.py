"""What the trigger finder takes, against statsmodels on the same columns in the same run.

Theirs is `GLM(NegativeBinomial(alpha))` alone: with the dispersion given, which ours has to find,
and with it sought until Pearson's chi-square is as large as the degrees of freedom, as ours does.
Ours is all of `estimate`: columns, fit, shift errors, tolerances, p and q values. Both have one
thread for their matrices, and what is measured is the processor's time; with the imports, and of
the command line, it is the clock's.
"""

from __future__ import annotations

import sys
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from bench.figure import Figure, in_turns
from bench.programs import COMMAND, Programs
from bench.triggers import one_thread
from twitchlog.diary import Diary
from twitchlog.diary.example import fill

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

DAYS: Final = (120, 365, 730)
LONG: Final = 3650
TIMES_FASTER: Final = 5.0
A_PART: Final = 0.2
"""So much of what statsmodels holds beyond an interpreter with numpy is a goal of our own."""
AS_LONG: Final = 1.25
TIMES_A_LIST: Final = 2.5
_MAIN: Final = "from bench.triggers_alone import main; main(*sys.argv[1:])"
_ALONE: Final = (sys.executable, "-c", f"import sys; sys.path.insert(0, 'tests'); {_MAIN}")


def speed(
    folder: Path, *, runs: int, days: Sequence[int] = DAYS, long: int = LONG
) -> Iterator[Figure]:
    """Time and memory of `days` logged days with 15 factors, and of `long`, of which 730 count."""
    programs = Programs(folder)
    with one_thread():
        yield from _in_turns(programs, days, long, runs)
        yield from _imported(programs, days, max(runs // 5, 1))
        yield from _memory(programs, (days[-1], long))
    yield from _asked(programs, folder / "long.sqlite", long, max(runs // 5, 1))


def _in_turns(programs: Programs, days: Sequence[int], long: int, runs: int) -> Iterator[Figure]:
    """One diary, judged by us and fitted by statsmodels in turns, both imported before."""
    for many in (*days, long):
        found = programs.answer([*_ALONE, "turns", str(many), str(runs)])
        name, goal, ours = f"judged, {many:,} days", 1 / TIMES_FASTER, found["ours"]
        if many == long:
            yield Figure(name, ours, found["recent"], AS_LONG, "ms", "its last 730 days")
        else:
            yield Figure(
                f"{name}, dispersion given", ours, found["given"], goal, "ms", "statsmodels"
            )
            yield Figure(f"{name}, found by both", ours, found["sought"], goal, "ms", "statsmodels")


def _imported(programs: Programs, days: Sequence[int], runs: int) -> Iterator[Figure]:
    """The same in a process of its own, what is imported included."""
    for many in days:
        sides = [[*_ALONE, who, str(many)] for who in ("ours", "statsmodels")]
        ours, theirs = in_turns(runs, *(partial(_ms, programs, side) for side in sides))
        name = f"judged, {many:,} days, imports included"
        yield Figure(name, ours, theirs, 1 / TIMES_FASTER, "ms", "statsmodels")


def _memory(programs: Programs, days: Sequence[int]) -> Iterator[Figure]:
    """The most memory held at a time, beyond what a process with numpy and the diary holds."""
    for many in days:
        bare, ours, theirs = (
            programs.answer([*_ALONE, who, str(many)])["mb"]
            for who in ("numpy", "ours", "statsmodels")
        )
        name = f"memory beyond numpy, {many:,} days"
        yield Figure(name, ours - bare, theirs - bare, A_PART, "MB", "statsmodels")


def _asked(programs: Programs, path: Path, days: int, runs: int) -> Iterator[Figure]:
    """`twitchlog triggers` on a long diary, against `twitchlog list` on the same."""
    with Diary.open(path) as diary:
        fill(diary, days=days, seed=10, until=date(2026, 6, 18))
    command = [*COMMAND, "--diary", str(path)]
    listed, asked = ([*command, "list"], [*command, "triggers"])
    list_s, asked_s = in_turns(runs, partial(programs.wall, listed), partial(programs.wall, asked))
    name = f"twitchlog triggers, {days:,} days"
    yield Figure(name, asked_s, list_s, TIMES_A_LIST, "s", "twitchlog list")


def _ms(programs: Programs, command: Sequence[str]) -> float:
    return programs.answer(command)["ms"]
