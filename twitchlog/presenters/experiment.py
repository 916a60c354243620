"""The page of one trial: how far it is, what is kept to; what it showed stands in its chart."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final, Protocol

from twitchlog.domain.errors import DamagedPlan, NotFound
from twitchlog.domain.experiment import Kept, State
from twitchlog.domain.period import Period
from twitchlog.presenters import experiment_words as said
from twitchlog.presenters import words
from twitchlog.presenters.steps import Steps, Tells
from twitchlog.reports.triggers import trial_needs, trial_words
from twitchlog.reports.triggers.trial import follow
from twitchlog.translation import _, mark, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from twitchlog.diary import Diary
    from twitchlog.domain.experiment import Experiment
    from twitchlog.domain.factor import Factor
    from twitchlog.presenters.experiment_words import Block
    from twitchlog.presenters.services import Complains, Services
    from twitchlog.reports.triggers.trial import Trial

CONCERNS: Final = frozenset({"experiments", "factors", "twitches", "checkins", "bin"})
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


class ExperimentView(Tells, Protocol):
    """What the presenter tells the page."""

    def show(self, page: ExperimentPage) -> None:
        """Show the trial."""
        ...

    def show_damaged(self, sentence: str) -> None:
        """Say why the trial is not used."""
        ...

    def gone(self) -> None:
        """Close: the trial is not in the diary any more."""
        ...


@dataclass(frozen=True, slots=True)
class _Read:
    trial: Trial
    factor: Factor
    logged: frozenset[date]
    others: bool

    @property
    def experiment(self) -> Experiment:
        return self.trial.experiment


class ExperimentPresenter:
    """Reads one trial and does what is tapped; `known` is what was shown last."""

    def __init__(self, services: Services, view: ExperimentView, experiment_id: str) -> None:
        self._services, self._view, self.id = services, view, experiment_id
        self.steps = Steps(services, view)
        self.known: Experiment | None = None
        self._read_last: _Read | None = None
        self._all_days = False

    @property
    def today(self) -> date:
        """The day it is."""
        return self._services.clock.now().day

    def refresh(self) -> None:
        """Read the trial anew; one that was removed closes the page."""
        today = self.today

        def read(diary: Diary) -> _Read | str | None:
            try:
                held = diary.experiments.get(self.id)
            except NotFound:
                return None
            except DamagedPlan as problem:
                return problem.sentence
            last = max(min(held.last, today), held.first)
            days = diary.days.summaries(Period(held.first, last))
            return _Read(
                follow(held, days, today=today),
                said.tried(diary, held.factor),
                frozenset(each.day for each in days if each.logged),
                len(diary.experiments.all()) > 1,
            )

        def then(found: _Read | str | None) -> None:
            self.known = found.experiment if isinstance(found, _Read) else None
            if found is None:
                self._view.gone()
            elif isinstance(found, str):
                self._view.show_damaged(found)
            else:
                self._read_last = found
                self._show()

        self._services.read(read, then, self._view)

    def show_all_days(self) -> None:
        """List every day that can be answered."""
        self._all_days = True
        self._show()

    def answer(self, day: date, kept: Kept | None) -> None:
        """Keep whether a day went as planned; the answer that stands there is taken back."""
        if self.known is None:
            return
        wanted = None if self.known.kept.get(day) is kept else kept
        self._services.write(
            lambda diary: diary.experiments.answer(self.id, day, wanted),
            self.steps.said,
            self._view,
        )

    def keep(self, day: date, kept: Kept | None, form: Complains, done: Callable[[], None]) -> None:
        """Keep what a form says of one day; None takes the answer back."""
        if self.known is not None and self.known.kept.get(day) is kept:
            done()
            return
        self.steps.keep(lambda diary: diary.experiments.answer(self.id, day, kept), form, done)

    def stop(self, why: str, form: Complains, done: Callable[[], None]) -> None:
        """Give the trial up, for a reason or none."""
        self.steps.keep(lambda diary: diary.experiments.stop(self.id, why=why), form, done)

    def remove(self) -> None:
        """Move the trial to the bin."""
        self._services.write(
            lambda diary: diary.experiments.remove(self.id), self.steps.said, self._view
        )

    def row(self, day: date) -> DayRow | None:
        """Return what is known of one day of the plan, None outside it."""
        found = self._read_last
        if found is None or found.experiment.day_number(day) is None:
            return None
        return _row(found, day, today=self.today)

    def _show(self) -> None:
        assert self._read_last is not None
        self._view.show(page_of(self._read_last, today=self.today, all_days=self._all_days))


def page_of(found: _Read, *, today: date, all_days: bool) -> ExperimentPage:
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
        next=said.next_block(held, today=today) if state in _UNDER_WAY else "",
        blocks=said.blocks(held, today=today),
        facts=_facts(found.trial),
        notes=_notes(held, state, today),
        today=own if state is State.RUNNING else None,
        days=listed,
        more=ngettext("{n} earlier day", "{n} earlier days", more).format(n=more) if more else "",
        others=found.others,
    )


_UNDER_WAY: Final = (State.PLANNED, State.RUNNING)


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
    if trial.state is State.PLANNED:
        return (trial_needs.needs(trial.experiment.plan.pairs),)
    facts = [trial_words.logged(trial), trial_words.kept(trial)]
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


def _rows(found: _Read, today: date) -> tuple[DayRow, ...]:
    """Return the days of the plan that have come, the newest first."""
    held = found.experiment
    last = min(held.last, today)
    days = (last - timedelta(days=at) for at in range((last - held.first).days + 1))
    return tuple(_row(found, day, today=today) for day in days if held.day_number(day) is not None)


def _row(found: _Read, day: date, *, today: date) -> DayRow:
    held = found.experiment
    kept = held.kept.get(day)
    named = words.day_name(day, today=today)
    if (today - day).days > 1:
        named = words.heading_day(day, today=today)
    parts = [held.words(day) or "", said.said_kept(kept)]
    if day not in found.logged and day != today:
        parts.append(_("not logged"))
    return DayRow(day, words.sentence(named), words.joined(parts), kept)
