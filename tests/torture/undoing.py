"""Undo, bin and erase in any order: two hypothesis state machines, run long."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import get_state_machine_test

from diary.test_undo_stateful import DiaryUndone
from torture.modelled import Modelled
from torture.outcome import Outcome

if TYPE_CHECKING:
    from pathlib import Path

_STEPS: Final = 50
_SHORT: Final = 20
"""Below so many runs only the first machine is run: the second has a test of its own."""


def undoing(folder: Path, seed_: int, amount: int) -> Outcome:
    """Run both machines `amount` times of 50 steps each."""
    outcome = Outcome(f"undo, bin and erase, {_STEPS} steps each")
    for machine in (Modelled, DiaryUndone)[: 1 if amount < _SHORT else None]:
        used = settings(
            max_examples=amount,
            stateful_step_count=_STEPS,
            deadline=None,
            database=None,
            print_blob=False,
            phases=[Phase.generate, Phase.shrink],
            suppress_health_check=list(HealthCheck),
        )
        runs = 0

        def counted(machine: type = machine) -> object:
            nonlocal runs
            runs += 1
            return machine()

        counted.__name__ = machine.__name__
        try:
            seed(seed_)(get_state_machine_test(counted, settings=used))()
        except Exception as problem:  # noqa: BLE001 - whatever it is, it is a loss
            outcome.lost(f"{machine.__name__}: {problem!r}")
        outcome.tried[f"runs of {machine.__name__}"] = runs
    return outcome
