"""Planned trials as plain data for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from twitchlog.domain.experiment import State

if TYPE_CHECKING:
    from datetime import date

    from twitchlog.diary.experiment_rows import Damaged
    from twitchlog.domain.experiment import Experiment


def experiment_data(experiment: Experiment, today: date) -> dict[str, Any]:
    """Return a trial with its whole plan as JSON values; `blocks` are in the order of the days."""
    plan = experiment.plan
    return {
        "id": experiment.id,
        "factor": experiment.factor,
        "on": experiment.on,
        "off": experiment.off,
        "made": experiment.made.local.isoformat(timespec="seconds"),
        "zone": experiment.made.zone,
        "first_day": experiment.first.isoformat(),
        "last_day": experiment.last.isoformat(),
        "block_days": plan.block_days,
        "pairs": plan.pairs,
        "seed": plan.seed,
        "blocks": blocks_data(experiment),
        "state": experiment.state(today).value,
        "stopped": experiment.stopped.isoformat() if experiment.stopped else None,
        "why_stopped": experiment.why_stopped,
        "kept": {day.isoformat(): kept.value for day, kept in experiment.kept.items()},
        "damaged": False,
    }


def blocks_data(experiment: Experiment, *, until: date | None = None) -> list[str]:
    """Return `on` or `off` for each block; with `until`, only for those that began by that day.

    Of a trial that is over, stopped or not, every block is given.
    """
    plan = experiment.plan
    shown = 2 * plan.pairs
    if until is not None and experiment.state(until) in {State.PLANNED, State.RUNNING}:
        shown = ((experiment.day_number(until) or 0) + plan.block_days - 1) // plan.block_days
    return ["on" if plan.is_on(block * plan.block_days) else "off" for block in range(shown)]


def damaged_data(damaged: Damaged) -> dict[str, Any]:
    """Return what is told of a trial whose plan is not the one of its seed."""
    return {
        "id": damaged.id,
        "factor": damaged.factor,
        "on": damaged.on,
        "off": damaged.off,
        "first_day": damaged.first.isoformat(),
        "damaged": True,
    }
