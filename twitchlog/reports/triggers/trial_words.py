"""What is said of a planned trial: how far it is, and at its end whether chance explains it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from twitchlog.domain.experiment import FEWEST_PAIRS, Kept, State
from twitchlog.reports.triggers.experiment import LEVEL
from twitchlog.reports.triggers.trial_needs import lost, needs
from twitchlog.translation import _, mark, ngettext, numeral

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from twitchlog.domain.experiment import Experiment
    from twitchlog.reports.triggers.experiment import Outcome
    from twitchlog.reports.triggers.trial import Trial

    SayDay = Callable[[date], str]

NO_TEST: Final = mark(
    "There is no test of a trial that was stopped early: when to stop may have depended on how it "
    "was going, and that alone can make a difference."
)


def headline(trial: Trial) -> str:
    """Say in a few words where a trial stands, or what it showed."""
    state, outcome = trial.state, trial.outcome
    if state is State.PLANNED:
        return _("Planned")
    if state is State.RUNNING:
        return _("Day {n} of {days}").format(n=trial.so_far, days=trial.days)
    if state is State.STOPPED:
        return _("Stopped early, so there is no test")
    if outcome is None:
        return _("Too few days are logged to tell")
    if not outcome.differs:
        return _("No difference was seen") if _alike(outcome) else _("This gap can be luck")
    held = trial.experiment
    fewer = held.off if outcome.mean_off < outcome.mean_on else held.on
    return _("Fewer twitches with “{words}”").format(words=fewer)


def sentences(trial: Trial, say_day: SayDay) -> tuple[str, ...]:
    """Say all there is to say of a trial, one thought a sentence; `say_day` says a date."""
    tell = {
        State.PLANNED: _planned,
        State.RUNNING: _running,
        State.STOPPED: _stopped,
        State.FINISHED: _finished,
    }
    return tuple(filter(None, (*tell[trial.state](trial, say_day), before(trial.experiment))))


def before(experiment: Experiment) -> str:
    """Say how often this habit was tried before; empty where it was not."""
    if not experiment.earlier:
        return ""
    return ngettext(
        "You began {n} trial of this habit before this one. With each try, a gap by luck alone "
        "gets likelier.",
        "You began {n} trials of this habit before this one. With each try, a gap by luck alone "
        "gets likelier.",
        experiment.earlier,
    ).format(n=experiment.earlier)


def plan_line(experiment: Experiment) -> str:
    """Say how large a plan is: *6 pairs of blocks of 4 days, 48 days in all*."""
    plan = experiment.plan
    blocks = ngettext(
        "{pairs} pairs of blocks of {n} day", "{pairs} pairs of blocks of {n} days", plan.block_days
    ).format(pairs=plan.pairs, n=plan.block_days)
    return _("{blocks}, {days} days in all").format(blocks=blocks, days=plan.days)


def today_line(experiment: Experiment, today: date) -> str:
    """Say what today is: *Day 12 of 48: No caffeine after noon*; empty outside the trial."""
    words = experiment.words(today)
    if words is None or experiment.stopped is not None:
        return ""
    return _("Day {n} of {days}: {words}").format(
        n=experiment.day_number(today), days=experiment.plan.days, words=words
    )


def logged(trial: Trial) -> str:
    """Say on how many days of a trial anything is logged: *Logged on 8 of 9 days so far*."""
    if not trial.due:
        return _("No day of it is over yet.")
    said = (
        ngettext(
            "Logged on {held} of {n} day so far.", "Logged on {held} of {n} days so far.", trial.due
        )
        if trial.state is State.RUNNING
        else ngettext("Logged on {held} of {n} day.", "Logged on {held} of {n} days.", trial.due)
    )
    return said.format(held=trial.logged, n=trial.due)


def kept(trial: Trial) -> str:
    """Say on how many of the days that were answered the plan was kept to."""
    known, partly = trial.answered, trial.kept.get(Kept.PARTLY, 0)
    if not known:
        return (
            _("Whether you kept to it: no day is answered yet.")
            if trial.state is State.RUNNING
            else _("How the plan was kept is not known: no day was answered for.")
        )
    said = (
        ngettext(
            "Kept to it on {kept} of {n} day answered, out of {all} so far.",
            "Kept to it on {kept} of {n} days answered, out of {all} so far.",
            known,
        )
        if trial.state is State.RUNNING
        else ngettext(
            "Kept to it on {kept} of {n} day answered, out of {all}.",
            "Kept to it on {kept} of {n} days answered, out of {all}.",
            known,
        )
    ).format(kept=trial.kept.get(Kept.YES, 0), n=known, all=trial.so_far)
    if not partly:
        return said
    more = ngettext("Partly on {n} more.", "Partly on {n} more.", partly).format(n=partly)
    return f"{said} {more}"


def _planned(trial: Trial, say_day: SayDay) -> Iterator[str]:
    held = trial.experiment
    yield _("It begins on {first} and ends on {last}: {plan}.").format(
        first=say_day(held.first), last=say_day(held.last), plan=plan_line(held)
    )
    yield needs(held.plan.pairs)


def _running(trial: Trial, say_day: SayDay) -> Iterator[str]:
    yield logged(trial)
    if trial.answered:
        yield kept(trial)
    if said := lost(trial):
        yield said
    yield _(
        "The result comes after {last}. A look before the end can mislead, so there is none."
    ).format(last=say_day(trial.experiment.last))


def _stopped(trial: Trial, say_day: SayDay) -> Iterator[str]:
    held = trial.experiment
    day = say_day(held.stopped) if held.stopped else ""
    yield (
        _("Stopped on {day}, day {n} of {days}.").format(day=day, n=trial.so_far, days=trial.days)
        if trial.so_far
        else _("Stopped on {day}, before it began.").format(day=day)
    )
    if held.why_stopped:
        yield _("Your reason: {words}").format(words=held.why_stopped)
    yield _(NO_TEST)


def _finished(trial: Trial, _say_day: SayDay) -> Iterator[str]:
    outcome = trial.outcome
    if outcome is None:
        yield ngettext(
            "Only {n} of {pairs} pairs has a logged day in both its blocks; {least} are needed.",
            "Only {n} of {pairs} pairs have a logged day in both their blocks; {least} are needed.",
            trial.pairs_logged,
        ).format(n=trial.pairs_logged, pairs=trial.experiment.plan.pairs, least=FEWEST_PAIRS)
        yield _("{n} of {days} days are logged.").format(n=trial.logged, days=trial.days)
        return
    yield _means(trial, outcome)
    if outcome.differs:
        yield _(
            "Luck alone seldom makes such a gap. Either the two kinds of day differ, or knowing "
            "which day it was made you notice more or less, or it was luck after all."
        )
    elif _alike(outcome):
        yield _("No gap was seen. There may still be one too small for so few days.")
    else:
        yield _(
            "This gap can be luck. There may be no difference, or one too small for so few days."
        )
    yield _chance(outcome.p)
    if 2 * trial.logged < trial.days:
        yield _("Fewer than half of the days are logged, so this rests on little.")
    half = trial.days // 2
    if abs(trial.logged_on - trial.logged_off) > half / 4:
        yield _(
            "Logged are {on} of {half} days with “{on_words}” and {off} of {half} with "
            "“{off_words}”; the days not logged may have been different."
        ).format(
            on=trial.logged_on, off=trial.logged_off, half=half,
            on_words=trial.experiment.on, off_words=trial.experiment.off,
        )  # fmt: skip
    yield kept(trial)
    if _seldom_kept(trial):
        yield _(
            "All days count as planned, kept or not: to leave some out could make a result. Where "
            "the plan is not kept, a real difference looks smaller."
        )


def _means(trial: Trial, outcome: Outcome) -> str:
    held = trial.experiment
    on, off = _shown(outcome)
    pairs = _("{pairs} pairs of blocks")
    if outcome.pairs < held.plan.pairs:
        pairs = _("{pairs} of {all} pairs of blocks")
    return _(
        "On days with “{off_words}” you logged {off} twitches on average, on days with "
        "“{on_words}” {on} ({pairs}, {logged} of {days} days logged)."
    ).format(
        off_words=held.off, off=off, on_words=held.on, on=on,
        pairs=pairs.format(pairs=outcome.pairs, all=held.plan.pairs),
        logged=trial.logged, days=trial.days,
    )  # fmt: skip


def _shown(outcome: Outcome) -> tuple[str, str]:
    """Return both means, *on* and *off*, as they are shown."""
    places = outcome.places
    return numeral(outcome.mean_on, f".{places}f"), numeral(outcome.mean_off, f".{places}f")


def _alike(outcome: Outcome) -> bool:
    """Tell whether the means show no gap at all."""
    on, off = _shown(outcome)
    return on == off


def _chance(p: float) -> str:
    """Say p as so many of 100 plans, exactly enough to tell it from the 5 that are the limit."""
    cases = 100 * p
    near = abs(cases - 100 * LEVEL) < 0.5
    often = (
        _("fewer than 1 of 100 cases")
        if cases < 0.5
        else _("{n} of 100 cases").format(n=numeral(cases, f".{int(near)}f"))
    )
    return _(
        "If the habit made no difference, luck alone would give a gap at least as large in "
        "{often}. More than 5 of 100 is too often to tell."
    ).format(often=often)


def _seldom_kept(trial: Trial) -> bool:
    """Tell whether the plan is known to be kept on less than three in four of its days."""
    yes, partly = trial.kept.get(Kept.YES, 0), trial.kept.get(Kept.PARTLY, 0)
    return bool(trial.answered) and yes + partly / 2 < 0.75 * trial.answered
