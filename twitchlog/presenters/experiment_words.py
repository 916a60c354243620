"""Trials in words: their days and blocks, and how far they are, on Today and on their pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from twitchlog.domain.experiment import Kept, State
from twitchlog.presenters import words
from twitchlog.translation import _, ngettext

if TYPE_CHECKING:
    from datetime import date

    from twitchlog.domain.experiment import Experiment
    from twitchlog.domain.factor import Factor

ICON: Final = "shuffle-variant"


class Reach(StrEnum):
    """Where a block lies from today."""

    PAST = "past"
    NOW = "now"
    NEXT = "next"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Block:
    """A block of days as a small mark: which kind, None where that is not told yet."""

    on: bool | None
    reach: Reach


def title(factor: Factor) -> str:
    """Say what a trial is of: *Trial of caffeine*."""
    return _("Trial of {name}").format(name=factor.label_lower)


def kinds(experiment: Experiment) -> str:
    """Say both kinds of day: *Coffee as usual / No caffeine*."""
    return _("{on} / {off}").format(on=experiment.on, off=experiment.off)


def weeks(days: int) -> str:
    """Say how long so many days are: *about 7 weeks*."""
    n = round(days / 7)
    return ngettext("about {n} week", "about {n} weeks", n).format(n=n)


def day_of(experiment: Experiment, day: date) -> str:
    """Say which day of the plan it is: *Day 9 of 48*; empty outside the plan."""
    number = experiment.day_number(day)
    if number is None:
        return ""
    return _("Day {n} of {all}").format(n=number, all=experiment.plan.days)


def begins(experiment: Experiment, *, today: date) -> str:
    """Say when a planned trial begins: *Begins tomorrow*, *Begins on Monday 22 June*."""
    if experiment.first == today + timedelta(days=1):
        return _("Begins tomorrow")
    return _("Begins on {day}").format(day=words.heading_day(experiment.first, today=today))


def line(experiment: Experiment, *, today: date) -> str:
    """Say in one line how far a trial is, for lists."""
    state = experiment.state(today)
    if state is State.PLANNED:
        return begins(experiment, today=today)
    if state is State.RUNNING:
        return words.joined(
            (day_of(experiment, today), _("today: {kind}").format(kind=experiment.words(today)))
        )
    if state is State.STOPPED:
        assert experiment.stopped is not None
        return _("Stopped on {day}").format(day=words.short_day(experiment.stopped, today=today))
    return _("Ended on {day}").format(day=words.short_day(experiment.last, today=today))


def blocks(experiment: Experiment, *, today: date) -> tuple[Block, ...]:
    """Return every block; of a trial that runs, none beyond the next one tells its kind."""
    plan, state = experiment.plan, experiment.state(today)
    now = (today - experiment.first).days // plan.block_days
    if state is State.STOPPED:
        assert experiment.stopped is not None
        now = (experiment.stopped - experiment.first).days // plan.block_days + 1
    made = []
    for at in range(2 * plan.pairs):
        kind = plan.is_on(at * plan.block_days)
        if state is State.FINISHED or at < now:
            made.append(Block(kind, Reach.PAST))
        elif state is State.STOPPED:
            made.append(Block(None, Reach.LATER))
        elif at == now:
            made.append(Block(kind, Reach.NOW))
        else:
            is_next = at == max(now + 1, 0)
            made.append(Block(kind, Reach.NEXT) if is_next else Block(None, Reach.LATER))
    return tuple(made)


def next_block(experiment: Experiment, *, today: date) -> str:
    """Say what follows the block of today: its kind and days, and no more of the plan."""
    plan = experiment.plan
    state = experiment.state(today)
    if state is State.PLANNED:
        return ngettext(
            "It begins with: {kind}, for {n} day.", "It begins with: {kind}, for {n} days.",
            plan.block_days,
        ).format(kind=experiment.words(experiment.first), n=plan.block_days)  # fmt: skip
    passed = (today - experiment.first).days // plan.block_days + 1
    starts = experiment.first + timedelta(days=passed * plan.block_days)
    if starts > experiment.last:
        return _("This is the last block. The trial ends on {day}.").format(
            day=words.heading_day(experiment.last, today=today)
        )
    kind = experiment.words(starts) or ""
    day = words.heading_day(starts, today=today)
    if kind == experiment.words(today):
        return _("Next, from {day}: {kind} again, for {n} days.").format(
            day=day, kind=kind, n=plan.block_days
        )
    return _("Next, from {day}: {kind}, for {n} days.").format(
        day=day, kind=kind, n=plan.block_days
    )


def said_kept(kept: Kept | None) -> str:
    """Say inside a line whether a day went as planned."""
    if kept is None:
        return _("not answered")
    return {
        Kept.YES: _("kept to it"), Kept.PARTLY: _("partly kept to"), Kept.NO: _("not kept to"),
    }[kept]  # fmt: skip
