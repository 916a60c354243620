"""Planned trials as plain data for programs."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from twitchlog.domain.experiment import Kept

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from twitchlog.diary.experiment_rows import Damaged
    from twitchlog.domain.experiment import Experiment
    from twitchlog.reports.triggers.trial import Trial


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
        "begun_before": experiment.earlier,
        "damaged": False,
    }


def blocks_data(experiment: Experiment) -> list[str]:
    """Return `on` or `off` for each block of the plan."""
    plan = experiment.plan
    starts = range(0, plan.days, plan.block_days)
    return ["on" if plan.is_on(start) else "off" for start in starts]


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


def trial_data(trial: Trial, headline: str, sentences: Iterable[str]) -> dict[str, Any]:
    """Return how a trial stands as JSON values; `outcome` and the means only after its end."""
    held, outcome = trial.experiment, trial.outcome
    return {
        "id": held.id,
        "factor": held.factor,
        "on": held.on,
        "off": held.off,
        "state": trial.state.value,
        "headline": headline,
        "sentences": list(sentences),
        "days": trial.days,
        "so_far": trial.so_far,
        "due": trial.due,
        "logged_on": trial.logged_on,
        "logged_off": trial.logged_off,
        "pairs_logged": trial.pairs_logged,
        "kept": {kept.value: trial.kept.get(kept, 0) for kept in Kept},
        "blocks": [
            {
                "kind": "on" if block.on else "off",
                "first_day": block.first.isoformat(),
                "last_day": block.last.isoformat(),
                "logged": block.logged,
                "mean": block.mean,
            }
            for block in trial.blocks
        ],
        "outcome": None if outcome is None else asdict(outcome) | {"differs": outcome.differs},
    }
