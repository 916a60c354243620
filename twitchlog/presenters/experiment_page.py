"""What the page of one trial says: how far it is, what is kept to, and its days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from twitchlog.domain.experiment import State
from twitchlog.presenters import experiment_words as said
from twitchlog.presenters import words
from twitchlog.reports.triggers import trial_needs, trial_words
from twitchlog.translation import _, mark, ngettext

if TYPE_CHECKING:
    from datetime import date

    from twitchlog.domain.experiment import Experiment, Kept
    from twitchlog.domain.factor import Factor
    from twitchlog.presenters.experiment_words import Block
    from twitchlog.reports.triggers.trial import Trial

RECENT: Final = 8
"""So many days are listed before one asks for all of them."""
WHY_ONE: Final = mark(
    "Only this block and the next are named. The second block of a pair is always the other kind; "
    "which comes first in a pair is shown one block ahead. Who knows less of it expects less."
)
WHY_NO_LOOK: Final = mark(
    "What it shows is worked out when it ends, on {day}. A look before that could make you stop at "
    "a lucky moment, and change what you log."
)


@dataclass(frozen=True, slots=True)
class DayRow:
    """One day of the plan in words, and what was answered."""

    day: date
    title: str
    second: str
    kept: Kept | None


@dataclass(frozen=True, slots=True)
class ExperimentPage:
    """Everything the page shows of one trial, besides the chart of its result.

    `facts` are sentences on days logged and kept; `notes` say what is not shown, and why. `days`
    can be answered, the newest first, `more` of them are not listed. `today` is the row of today,
    where today belongs to the plan.
    """

    title: str
    state: State
    on: str
    off: str
    headline: str
    second: str
    next: str
    blocks: tuple[Block, ...]
    facts: tuple[str, ...]
    notes: tuple[str, ...]
    today: DayRow | None
    days: tuple[DayRow, ...]
    more: str
    others: bool


@dataclass(frozen=True, slots=True)
class Followed:
    """What was read of a trial: its days, what is tried, and whether there are other trials."""

    trial: Trial
    factor: Factor
    logged: frozenset[date]
    others: bool

    @property
    def experiment(self) -> Experiment:
        """The trial itself."""
        return self.trial.experiment


def page_of(found: Followed, *, today: date, all_days: bool) -> ExperimentPage:
    """Return what the page says of a trial on a day."""
    held = found.experiment
    state = held.state(today)
    rows = _rows(found, today)
    own = next((each for each in rows if each.day == today), None)
    listed = rows if all_days else rows[:RECENT]
    more = len(rows) - len(listed)
    headline, second = _head(held, state, today)
    return ExperimentPage(
        title=said.title(found.factor),
        state=state,
        on=held.on,
        off=held.off,
        headline=headline,
        second=second,
        next=said.next_block(held, today=today) if state.under_way else "",
        blocks=said.blocks(held, today=today),
        facts=_facts(found.trial),
        notes=_notes(held, state, today),
        today=own if state is State.RUNNING else None,
        days=listed,
        more=ngettext("{n} earlier day", "{n} earlier days", more).format(n=more) if more else "",
        others=found.others,
    )


def _head(held: Experiment, state: State, today: date) -> tuple[str, str]:
    """Return the headline and the line below it."""
    all_of_it = said.weeks(held.plan.days)
    until = words.heading_day(held.last, today=today)
    if state is State.PLANNED:
        return said.begins(held, today=today), _("It takes {n} days, until {day}.").format(
            n=held.plan.days, day=until
        )
    if state is State.RUNNING:
        headline = _("Today: {kind}").format(kind=held.words(today))
        return headline, _("{day}, until {end}").format(day=said.day_of(held, today), end=until)
    if state is State.FINISHED:
        days = _("{first} to {last}, {weeks}").format(
            first=words.short_day(held.first, today=today),
            last=words.short_day(held.last, today=today),
            weeks=all_of_it,
        )
        return _("The trial has ended"), days
    assert held.stopped is not None
    number = min(max((held.stopped - held.first).days + 1, 0), held.plan.days)
    day = words.heading_day(held.stopped, today=today)
    headline = _("Stopped on {day}").format(day=day)
    after = (
        _("Before it began")
        if not number
        else _("On day {n} of {all}").format(n=number, all=held.plan.days)
    )
    return headline, words.joined((after, held.why_stopped))


def _facts(trial: Trial) -> tuple[str, ...]:
    """Return what is said of days logged and kept; before it begins, what it needs."""
    before = trial_words.before(trial.experiment)
    if trial.state is State.PLANNED:
        return tuple(filter(None, (trial_needs.needs(trial.experiment.plan.pairs), before)))
    facts = [trial_words.logged(trial), trial_words.kept(trial), before]
    if trial.state is State.RUNNING:
        facts.append(trial_needs.lost(trial))
    return tuple(filter(None, facts))


def _notes(held: Experiment, state: State, today: date) -> tuple[str, ...]:
    if state is State.STOPPED:
        return (_(trial_words.NO_TEST),)
    if state is State.FINISHED:
        return ()
    day = words.short_day(held.last, today=today)
    return (_(WHY_ONE), _(WHY_NO_LOOK).format(day=day))


def _rows(found: Followed, today: date) -> tuple[DayRow, ...]:
    """Return the days of the plan that have come, the newest first."""
    held = found.experiment
    last = min(held.last, today)
    days = (last - timedelta(days=at) for at in range((last - held.first).days + 1))
    return tuple(
        row_of(found, day, today=today) for day in days if held.day_number(day) is not None
    )


def row_of(found: Followed, day: date, *, today: date) -> DayRow:
    """Return one day of the plan in words, and what was answered."""
    held = found.experiment
    kept = held.kept.get(day)
    named = words.day_name(day, today=today)
    if (today - day).days > 1:
        named = words.heading_day(day, today=today)
    parts = [held.words(day) or "", said.said_kept(kept)]
    if day not in found.logged and day != today:
        parts.append(_("not logged"))
    return DayRow(day, words.sentence(named), words.joined(parts), kept)
