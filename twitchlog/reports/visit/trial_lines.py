"""A habit tried by plan: how far it is, or what it showed; nothing of it before its end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from twitchlog.domain.experiment import Kept, State
from twitchlog.reports.visit.prose import NOTHING, Prose, kept, of, prose, quoted
from twitchlog.reports.visit.summary import Line
from twitchlog.translation import _, ngettext, numeral

if TYPE_CHECKING:
    from datetime import date

    from twitchlog.domain.experiment import Experiment
    from twitchlog.domain.figures import VisitFigures
    from twitchlog.reports.triggers.experiment import Outcome
    from twitchlog.reports.triggers.trial import Trial
    from twitchlog.reports.visit.dates import Dates

MOST: Final = 2
"""So many trials are told, the newest first; the rest are counted."""


GIVES_WAY: Final = 3
"""The step at which a trial that is over is told without its plan; see `layout.steps`."""


def lines(visit: VisitFigures, dates: Dates, *, made: date) -> tuple[Line, ...]:
    """Return a line a trial, the newest first; empty where nothing was tried by plan."""
    if not visit.trials:
        return ()
    from twitchlog.reports.triggers.trial import follow

    trials = [follow(each, days, today=made) for each, days in visit.trials]
    told = [
        Line(_told(trial, dates), _in_short(trial, dates), step=GIVES_WAY)
        for trial in trials[:MOST]
    ]
    more = len(trials) - len(told)
    if more > 0:
        pattern = ngettext(
            "{n} earlier trial (more in the diary).",
            "{n} earlier trials (more in the diary).",
            more,
        )
        told.append(Line(prose(pattern, n=more)))
    return tuple(told)


def _told(trial: Trial, dates: Dates) -> Prose:
    """Say what was compared by lot, when, how far or how it ended."""
    held = trial.experiment
    plan = held.plan
    compared = prose(
        _("**Tried by lot:** {on} against {off}, {pairs} pairs of {n}-day blocks, {span}."),
        on=quoted(held.on),
        off=quoted(held.off),
        pairs=plan.pairs,
        n=plan.block_days,
        span=dates.span(held.first, held.last),
    )
    tell = {
        State.PLANNED: _planned,
        State.RUNNING: _running,
        State.STOPPED: _stopped,
        State.FINISHED: _finished,
    }
    return compared + tell[trial.state](trial, dates) + _before(held)


def _before(held: Experiment) -> Prose:
    """Say how often the habit was tried before: each try makes a result by chance likelier."""
    if not held.earlier:
        return NOTHING
    pattern = ngettext(
        "{n} earlier trial of it was begun.", "{n} earlier trials of it were begun.", held.earlier
    )
    return prose(pattern, n=held.earlier)


def _in_short(trial: Trial, dates: Dates) -> Prose:
    """Say the result of a trial that is over without its plan and its odds; nothing of others."""
    held, outcome = trial.experiment, trial.outcome
    if trial.state is not State.FINISHED or outcome is None:
        return NOTHING
    return prose(
        _(
            "**Tried by lot:** {on} against {off}, {span}. **{verdict}:** {mean_on} against"
            " {mean_off} entries a logged day, {logged} days logged."
        ),
        on=quoted(held.on),
        off=quoted(held.off),
        span=dates.span(held.first, held.last),
        verdict=_verdict(outcome),
        mean_on=_mean(outcome.mean_on, outcome),
        mean_off=_mean(outcome.mean_off, outcome),
        logged=of(trial.logged, trial.days),
    ) + _before(held)


def _planned(_trial: Trial, _dates: Dates) -> Prose:
    return prose(_("**Not begun yet.**"))


def _running(trial: Trial, _dates: Dates) -> Prose:
    return prose(
        _("**Day {day}**, {logged} logged so far. No result before the end."),
        day=of(trial.so_far, trial.days),
        logged=trial.logged,
    )


def _stopped(trial: Trial, dates: Dates) -> Prose:
    stopped = trial.experiment.stopped
    assert stopped is not None
    said = prose(
        _("**Stopped on {date}**, day {day}: no test of a trial that was stopped early."),
        date=dates.say(stopped),
        day=of(trial.so_far, trial.days),
    )
    why = trial.experiment.why_stopped.strip()
    return said + (prose(_("Own words: {words}."), words=quoted(why)) if why else NOTHING)


def _finished(trial: Trial, _dates: Dates) -> Prose:
    days = prose("{days}", days=_days(trial))
    outcome = trial.outcome
    if outcome is None:
        return prose(_("**Too few days are logged to tell.**")) + days
    held = trial.experiment
    return (
        prose(
            _(
                "**{verdict}:** {on} {mean_on}, {off} {mean_off} entries a logged day; by chance a"
                " gap as large in {often}."
            ),
            verdict=_verdict(outcome),
            on=quoted(held.on),
            off=quoted(held.off),
            mean_on=_mean(outcome.mean_on, outcome),
            mean_off=_mean(outcome.mean_off, outcome),
            often=_often(outcome.p),
        )
        + days
    )


def _verdict(outcome: Outcome) -> str:
    return _("More than chance, probably") if outcome.differs else _("No difference can be told")


def _mean(value: float, outcome: Outcome) -> str:
    return numeral(value, f".{outcome.places}f")


def _often(p: float) -> str:
    """Say p as so many of 100 plans that could have been drawn."""
    cases = round(100 * p)
    if cases < 1:
        return _("fewer than 1 of 100 plans")
    return kept(_("{n} of 100 plans").format(n=cases))


def _days(trial: Trial) -> str:
    """Say on how many days it rests, and how the plan was kept as far as that was answered."""
    logged = _("{share} days logged").format(share=of(trial.logged, trial.days))
    if not trial.answered:
        return _("{logged}; whether the plan was kept is not recorded.").format(logged=logged)
    yes = of(trial.kept.get(Kept.YES, 0), trial.answered)
    pattern = ngettext(
        "{logged}; the plan kept on {share} day answered.",
        "{logged}; the plan kept on {share} days answered.",
        trial.answered,
    )
    return pattern.format(logged=logged, share=yes)
