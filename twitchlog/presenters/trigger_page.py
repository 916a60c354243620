"""What the triggers of Patterns are told: rows in groups, and what stands around them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from twitchlog.domain.period import Period

if TYPE_CHECKING:
    from datetime import date

    from twitchlog.domain.counts.exposures import Exposures
    from twitchlog.domain.counts.hours import Hours
    from twitchlog.domain.factor import Factor
    from twitchlog.domain.searching import Query
    from twitchlog.domain.trigger_choices import TriggerChoices
    from twitchlog.presenters.experiment_list import TrialRow
    from twitchlog.reports.charts.spec import Spec
    from twitchlog.reports.triggers.finder import Look, Tried
    from twitchlog.reports.triggers.hours import AfterDose
    from twitchlog.reports.triggers.judging import Verdict
    from twitchlog.reports.triggers.trial import Trial


_UNIT: Final = re.compile(r"(?<=\d) (?=%|(?:mg|g|ml|l|min|h)\b)")


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked at: days with their amounts and hours, what was chosen, what can be tried.

    `whole` is whether these are all the days there are, up to the last 730; `habits` are the ids
    of the factors of which a trial can be made, `tried` is the one that a trial is running of;
    `under_way` is whether there is a trial, be it only planned; `over` are those that are over, the
    newest first. `suspect` is the one that was named, where that is known.
    """

    given: Exposures
    hours: Hours
    choices: TriggerChoices
    habits: frozenset[str]
    today: date
    whole: bool = True
    tried: Tried | None = None
    suspect: Factor | None = None
    under_way: bool = False
    over: tuple[Trial, ...] = ()

    @property
    def period(self) -> Period:
        """From which day to which."""
        return Period(self.given.days[0].day, self.given.days[-1].day)


@dataclass(frozen=True, slots=True)
class Interval:
    """The ratio of one practical step and its likely range, as natural logarithms."""

    low: float
    middle: float
    high: float


@dataclass(frozen=True, slots=True)
class TriggerRow:
    """A thing that was looked at, under the name of its column; `factor` is the id of what it is.

    `interval` is None where nothing could be judged, and `verdict` where it was not looked at.
    """

    key: str
    factor: str
    icon: str
    label: str
    step: str
    sentence: str
    verdict: Verdict | None
    interval: Interval | None


def unbroken(sentence: str) -> str:
    """Return a sentence in which no number stands on another line than its sign or unit."""
    return _UNIT.sub("\N{NO-BREAK SPACE}", sentence)


@dataclass(frozen=True, slots=True)
class TriggerGroup:
    """The rows of one verdict under its name; `count` says how many of all they are."""

    name: str
    icon: str
    count: str
    rows: tuple[TriggerRow, ...]


class Offer(StrEnum):
    """When naming a suspect is offered: while there are too few days, or before the first look."""

    EARLY = "early"
    BEFORE = "before"


@dataclass(frozen=True, slots=True)
class TriggersPage:
    """What was found; `nothing` says what is needed where there is nothing to compare at all.

    A suspect stands in the first group. `summary` stays in sight, `explains` stands over the
    groups. `suspect` names the suspect, and is empty without one. `looked_at` says how many things
    are looked at, of how many. `judged` is whether a verdict is among the rows, apart from *not
    enough days yet*.
    """

    summary: str
    explains: str
    groups: tuple[TriggerGroup, ...]
    nothing: str = ""
    offer: Offer | None = None
    suspect: str = ""
    looked_at: str = ""
    judged: bool = False

    @property
    def rows(self) -> tuple[TriggerRow, ...]:
        """All rows, in their order."""
        return tuple(row for group in self.groups for row in group.rows)


@dataclass(frozen=True, slots=True)
class Found:
    """What was looked at, what was found there, and the page that says it."""

    asked: Asked
    look: Look
    after: tuple[AfterDose, ...]
    page: TriggersPage


@dataclass(frozen=True, slots=True)
class Behind:
    """One part of what lies behind a row: a heading, sentences, and the days one can go to."""

    name: str
    text: str
    days: Query | None = None


@dataclass(frozen=True, slots=True)
class FactorDetail:
    """All there is to say of one row; `chart` is None where there is no curve to draw.

    `warning` says what the verdict does not show; it is empty where there is no verdict.
    `can_try` is whether a trial can be made of it, `under_way` whether there is one already, of
    this or of something else; `trials` are those of it that are over, with what they showed.
    """

    row: TriggerRow
    chart: Spec | None
    warning: str
    behind: tuple[Behind, ...]
    can_try: bool
    under_way: bool = False
    trials: tuple[TrialRow, ...] = ()
