"""The trigger finder on seeded diaries: false alarms, coverage, power, beside the usual methods.

Prints a table in which all methods stand side by side, and gives its promises as figures. Shares
are in per cent. A rate that a limit of `statistics` names is held against that limit; power, which
is stated as a rate, within two Monte-Carlo errors of the difference.
"""

from __future__ import annotations

import os
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from math import log
from multiprocessing import get_context
from typing import TYPE_CHECKING, Final

from bench.figure import Figure
from bench.triggers_table import Cell, alarms_table, found_table
from support import hourly, trials
from support.alarms import PEARSON, WELCH, Rate, Tally, tally
from support.series import Course, Life

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    Crew = Callable[..., Iterator[object]]

REPLICATES: Final = 1000
TRIALS: Final = 4000
FALSE_ALARMS: Final = 5.0
ANY_NAMED: Final = 8.0
ANY_POSSIBLY: Final = 10.0
"""What q < 0.10 itself promises where nothing goes with anything."""
MISSED: Final = 6.0
RATIO: Final = log(1.5)
A_PART: Final = 50
"""Diaries that one process judges at a time."""


USUAL: Final = tuple(
    Cell(f"{days} days, {factors} factors", Life(days, factors))
    for days in (120, 365) for factors in (5, 15)
)  # fmt: skip
HARD: Final = tuple(
    Cell(f"{days} days, {name}", life(days))
    for days in (120, 365)
    for name, life in {
        "strong memory": lambda days: Life(days, 5, memory=0.9, memory_sd=0.6),
        "strong drift": lambda days: Life(days, 5, drift_sd=0.8, factor_memory=(0.6, 0.95)),
        "40 % away, strong weeks": lambda days: Life(days, 5, away=0.4, week_sd=0.5),
        "0.7 twitches a day": lambda days: Life(days, 5, mean=0.7),
        "15 twitches a day": lambda days: Life(days, 5, mean=15),
        "factors in long spells": lambda days: Life(days, 5, courses=(Course.SPELLS, Course.ONCE)),
    }.items()
)
TOLD: Final = {
    5: {60: 0.34, 90: 0.56, 120: 0.71, 180: 0.90},
    10: {60: 0.14},
    15: {60: 0.06, 90: 0.24, 120: 0.42, 180: 0.75},
}
PLANTED: Final = tuple(
    Cell(
        f"{days} days, {factors} factors, 1.5 a deviation",
        Life(days, factors, effect=RATIO),
        TOLD[factors].get(days),
    )
    for factors in TOLD for days in TOLD[5]
)  # fmt: skip
"""What people are told is held against what is found, for each number of factors that is named."""
YES_NO: Final = tuple(
    Cell(
        f"{days} days, 5 factors, 1.5 on a fifth of days",
        Life(days, 5, courses=(Course.SELDOM, Course.AMOUNT), effect=RATIO),
        told,
    )
    for days, told in ((120, 0.17), (365, 0.70))
)


def finder(
    _folder: Path, *, runs: int, replicates: int = REPLICATES, crew: Crew | None = None
) -> Iterator[Figure]:
    """Judge `replicates` diaries of each kind; `runs` is not used, chance being seeded."""
    del runs
    if crew is None:
        with processes() as many:
            yield from finder(_folder, runs=1, replicates=replicates, crew=many)
        return
    print(f"\n{replicates:,} diaries of each kind, 15 % of days not logged; share ± its error")
    inert = [(cell, judged(cell, replicates, crew)) for cell in (*USUAL, *HARD)]
    print(alarms_table(inert))
    planted = [(cell, judged(cell, replicates, crew)) for cell in (*PLANTED, *YES_NO)]
    print(found_table(planted))
    for cell, seen in inert:
        yield from _of_inert(cell, seen)
    yield from _by_course([seen for _cell, seen in inert])
    for cell, seen in planted:
        yield from _of_planted(cell, seen)
    yield from _suspect(planted)
    yield from _hours(2 * replicates, crew)
    yield from _trials(replicates * TRIALS // REPLICATES, crew)


def judged(cell: Cell, replicates: int, crew: Crew) -> Tally:
    """Return what was counted over a cell's diaries, which are the same however they are shared."""
    whole = Tally()
    for part in crew(_part, *zip(*((cell.life, each) for each in _parts(replicates)), strict=True)):
        whole.update(part)
    return whole


@contextmanager
def processes() -> Iterator[Crew]:
    """Give a `map` over one process a core, each with one thread for its matrices."""
    with one_thread(), ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        yield pool.map


@contextmanager
def one_thread() -> Iterator[None]:
    """See that the processes started meanwhile use one thread for their matrices."""
    name = "OPENBLAS_NUM_THREADS"
    before = os.environ.get(name)
    os.environ[name] = "1"
    try:
        yield
    finally:
        del os.environ[name]
        if before is not None:
            os.environ[name] = before


def _parts(many: int) -> list[range]:
    return [range(at, min(at + A_PART, many)) for at in range(0, many, A_PART)]


def _part(life: Life, numbers: range) -> Tally:
    return tally(life, seed=life.days + life.factors, replicates=numbers)


def _of_inert(cell: Cell, seen: Tally) -> Iterator[Figure]:
    yield _at_most(f"false alarms a factor, {cell.name}", seen.per_factor(), FALSE_ALARMS)
    yield _at_most(f"any called linked, {cell.name}", seen.any_named(), ANY_NAMED)
    possibly = seen.any_named(possibly=True)
    yield _at_most(f"any at least possibly linked, {cell.name}", possibly, ANY_POSSIBLY)
    yield _misses(f"interval misses, {cell.name}", seen)
    for method in (PEARSON, WELCH) if cell in USUAL else ():
        theirs = max(100 * seen.per_factor(method).share, 1e-9)
        ours = 100 * seen.per_factor().share
        name = f"false alarms a factor, {cell.name}, beside {method}"
        yield Figure(name, ours, theirs, 0.5, "%", method)


def _by_course(cells: Sequence[Tally]) -> Iterator[Figure]:
    whole = Tally()
    for seen in cells:
        whole.update(seen)
    for course in Course:
        name = f"false alarms a factor, {course}, of {whole[f'{course}: judged']:,}"
        yield _at_most(name, whole.of_course(course), FALSE_ALARMS)


def _of_planted(cell: Cell, seen: Tally) -> Iterator[Figure]:
    yield _misses(f"interval misses, {cell.name}", seen)
    if cell.told is not None:
        # what is told was simulated too, so the error is that of a difference
        error = 100 * 2**0.5 * Rate(round(cell.told * seen.found.bottom), seen.found.bottom).error
        missed, told = 100 * (1 - seen.found.share), 100 * (1 - cell.told)
        goal = round(1 + 2 * error / told, 3)
        yield Figure(f"not found, {cell.name}", missed, told, goal, "%", "told")


def _suspect(planted: Sequence[tuple[Cell, Tally]]) -> Iterator[Figure]:
    for cell, seen in planted:
        if cell.life.days == 60:
            alone = max(100 * seen.found_alone.share, 1e-9)
            name = f"found when corrected, 60 days, {cell.life.factors} factors"
            yield Figure(
                name, 100 * seen.found.share, alone, 1.0, "%", "named before, tested alone"
            )


def _hours(replicates: int, crew: Crew) -> Iterator[Figure]:
    print(f"\nWithin the day, 90 days, {replicates:,} diaries of each kind: p < 0.05")
    found = {}
    for name, clock, effect in (
        ("with the clock", True, 0.0), ("without the clock", False, 0.0), ("planted", True, 0.5),
    ):  # fmt: skip
        parts = _parts(replicates)
        given = ([clock] * len(parts), [effect] * len(parts), parts)
        pieces = list(crew(hourly.judged, *given))
        found[name] = [
            Rate(sum(each[at].top for each in pieces), sum(each[at].bottom for each in pieces))
            for at in range(2)
        ]
        print(f"  {name:20} {found[name][0]}; interval holds the truth {found[name][1]}")
    alarms, theirs = found["with the clock"][0], found["without the clock"][0]
    # this test aims at 5 % itself, so half of all runs lie above it: two errors are allowed
    goal = round(1 + 200 * alarms.error / FALSE_ALARMS, 3)
    yield Figure("false alarms within the day", 100 * alarms.share, FALSE_ALARMS, goal, "%", "set")
    yield Figure(
        "false alarms within the day, beside no clock", 100 * alarms.share, 100 * theirs.share, 0.5,
        "%", "without the clock",
    )  # fmt: skip
    missed = 100 * (1 - found["planted"][1].share)
    yield Figure("interval misses within the day", missed, MISSED, 1.0, "%", "set")


def _trials(many: int, crew: Crew) -> Iterator[Figure]:
    print(f"\nPlanned trials without an effect, {many:,} of each length: p < 0.05")
    for pairs in (6, 10):
        pieces = list(crew(trials.alarms, _parts(many), [9] * many, [pairs] * many))
        rate = Rate(sum(each.top for each in pieces), sum(each.bottom for each in pieces))
        print(f"  {pairs} pairs of blocks of 4 days: {rate} of {rate.bottom:,} that had six pairs")
        yield _at_most(f"false alarms of a trial, {pairs} pairs", rate, FALSE_ALARMS)


def _at_most(name: str, rate: Rate, limit: float) -> Figure:
    return Figure(name, 100 * rate.share, limit, 1.0, "%", "set")


def _misses(name: str, seen: Tally) -> Figure:
    return Figure(name, 100 * (1 - seen.coverage.share), MISSED, 1.0, "%", "set")
