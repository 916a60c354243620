"""What the commands show of planned trials, and of a plan no more than has come."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from twitchlog.commands.options import SHOWN_ID, chosen
from twitchlog.commands.plain_trial import blocks_data, experiment_data
from twitchlog.domain.errors import BadInput
from twitchlog.domain.period import Period
from twitchlog.translation import _, numeral

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from twitchlog.diary import Diary
    from twitchlog.diary.experiment_rows import Damaged
    from twitchlog.domain.experiment import Experiment
    from twitchlog.domain.factor import Factor
    from twitchlog.reports.triggers.trial import Trial


def newest(opened: Diary, which: str | None) -> Experiment:
    """Return the trial of that id; without one that which is under way, else the last."""
    room = opened.experiments
    if which is not None:
        return room.get(named(opened, which))
    held = room.current(opened.clock.now().day) or next(iter(room.all()), None)
    if held is None:
        damaged = room.damaged()
        if damaged:
            room.get(damaged[0].id)  # says what is wrong with it
        raise BadInput(_("No trial is kept."))
    return held


def named(opened: Diary, which: str) -> str:
    """Return the id that begins so, of a damaged trial too; raise BadInput."""
    there: list[Experiment | Damaged] = [*opened.experiments.all(), *opened.experiments.damaged()]
    return chosen(there, which).id


def followed(opened: Diary, held: Experiment) -> Trial:
    """Return how a trial stands today, beside the days of the diary."""
    from twitchlog.reports.triggers.trial import follow

    today = opened.clock.now().day
    days = opened.counts.days(Period(held.first, held.last))
    return follow(held, days, today=today)


def lines(trial: Trial, factor: Factor) -> Iterator[str]:
    """Yield what is said of a trial."""
    from twitchlog.reports.triggers.trial_words import headline, plan_line, sentences, today_line

    held = trial.experiment
    yield _("Trial of {name} ({id})").format(name=factor.label_lower, id=held.id[:SHOWN_ID])
    yield f"  {plan_line(held)}, " + _("{first} to {last}").format(first=held.first, last=held.last)
    yield f"  {today_line(held, trial.today) or headline(trial)}"
    for sentence in sentences(trial, str):
        yield f"  {sentence}"


def block_rows(trial: Trial, *, whole: bool) -> tuple[list[str], list[list[str]]]:
    """Return a head and the blocks that have begun, or all, a row each.

    What a logged day had on average is told only of a trial that has an outcome.
    """
    held, told = trial.experiment, trial.outcome is not None
    size, found = held.plan.block_days, []
    for number, kind in enumerate(blocks_data(held)):
        block = trial.blocks[number] if number < len(trial.blocks) else None
        if block is None and not whole:
            break
        first = held.first + timedelta(days=number * size)
        cells = [str(first), str(first + timedelta(days=size - 1))]
        cells.append(held.on if kind == "on" else held.off)
        cells.append(_("{n} of {days}").format(n=block.logged, days=size) if block else "–")
        if told:
            cells.append("–" if block is None or block.mean is None else numeral(block.mean, ".1f"))
        found.append(cells)
    head = [_("From"), _("To"), _("What"), _("Days logged")]
    return [*head, *([_("Twitches a logged day")] if told else [])], found


def row(trial: Trial, opened: Diary) -> tuple[str, ...]:
    """Return a trial as a line of the list."""
    from twitchlog.reports.triggers.trial_words import headline

    held = trial.experiment
    return (
        held.id[:SHOWN_ID], opened.experiments.tried(held.factor).label, str(held.first),
        str(held.last), headline(trial),
    )  # fmt: skip


def data(trial: Trial, *, whole: bool = False) -> dict[str, Any]:
    """Return a trial as JSON values; unless `whole` without the blocks to come and their seed."""
    everything = experiment_data(trial.experiment, trial.today)
    begun = everything["blocks"][: len(trial.blocks)]
    if whole or begun == everything["blocks"]:
        return everything
    return everything | {"blocks": begun, "seed": None}


def today_data(held: Experiment, now: date) -> dict[str, Any]:
    """Return what today is in a trial as JSON values."""
    answered = held.kept.get(now)
    return {
        "id": held.id,
        "factor": held.factor,
        "day": held.day_number(now),
        "days": held.plan.days,
        "kind": "on" if held.is_on(now) else "off",
        "words": held.words(now),
        "kept": answered.value if answered else None,
    }
