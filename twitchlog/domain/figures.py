"""The numbers a report is made of, read from the diary as plain values."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from twitchlog.domain.page_sections import Section
from twitchlog.domain.trigger_choices import TriggerChoices

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from twitchlog.domain.checkin import DayCount, DaySummary
    from twitchlog.domain.condition import Condition
    from twitchlog.domain.counts.clock import ClockCounts
    from twitchlog.domain.counts.exposures import Exposures
    from twitchlog.domain.counts.lengths import LengthCounts
    from twitchlog.domain.counts.rest import RestTally
    from twitchlog.domain.counts.switches import Switch
    from twitchlog.domain.experiment import Experiment
    from twitchlog.domain.medical_test import MedicalTest
    from twitchlog.domain.medication import Medication
    from twitchlog.domain.period import Period
    from twitchlog.domain.profile import PartialDate
    from twitchlog.domain.symptom import SymptomAnswer
    from twitchlog.domain.treatment import Effect
    from twitchlog.domain.twitch import Twitch


@dataclass(frozen=True, slots=True)
class SiteCount:
    """How often a site was named in a period."""

    site: str
    entries: int
    days: int
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Figures:
    """All that the charts and the visit page need to know about one period.

    - `days`: one summary for every calendar day of the period, in order, logged or not.
    - `entries`: twitches in the period. `without_site`: those of them with no place.
    - `sites`: counts a site, the most frequent first (ties by newest, then id). An entry with two
      places counts at both, so the counts may add up to more than `entries`.
    - `site_days`: (day, site, entries) for every day and site with entries, in order.
    - `clock`: how the entries lie on the clock. `lengths`: how long they lasted.
    - `strengths`: entries by strength 1-4. `triggers`: entries by trigger label kind or own words.
    - `amounts`: a factor's id to its (day, amount) on logged days of the period, in order: what
      the check-in says, else the day's doses together (`daily.daily_amount`).
    - `first_entry`: the day of the first twitch of the whole diary; `diary_starts`: its first
      logged day.
    """

    period: Period
    days: tuple[DaySummary, ...]
    entries: int
    without_site: int
    sites: tuple[SiteCount, ...]
    site_days: tuple[tuple[date, str, int], ...]
    clock: ClockCounts
    lengths: LengthCounts
    strengths: Mapping[int, int]
    triggers: Mapping[str, int]
    amounts: Mapping[str, tuple[tuple[date, float], ...]]
    first_entry: date | None
    diary_starts: date | None

    @property
    def logged(self) -> int:
        """Logged days: with an entry, a *none today* or a check-in."""
        return sum(day.logged for day in self.days)

    @property
    def twitching(self) -> int:
        """Logged days with at least one twitch."""
        return sum(day.count > 0 for day in self.days)


@dataclass(frozen=True, slots=True)
class Share:
    """Days with twitching out of the logged days of some stretch of time."""

    twitching: int
    logged: int


@dataclass(frozen=True, slots=True)
class Tried:
    """A medicine against the twitching, or another treatment: from when to when, and what changed.

    `during` counts the days with it, `before` the 28 days before its first one; both are None where
    that day is not known exactly. `effect` is what the person says it did.
    """

    name: str
    own_name: bool
    started: PartialDate | None
    stopped: PartialDate | None
    effect: Effect | None = None
    during: Share | None = None
    before: Share | None = None


@dataclass(frozen=True, slots=True)
class SinceVisit:
    """What is new since the last appointment on `day`, which itself counts as after it.

    `before` counts the period's days before it; None where it lies outside the period. `sites` are
    places that had never been named before, empty where little was logged before. `turns` are
    starts, stops and new doses, the oldest first.
    """

    day: date
    since: Share
    before: Share | None
    sites: tuple[str, ...]
    turns: tuple[Switch, ...]


@dataclass(frozen=True, slots=True)
class VisitFigures:
    """What the visit page needs beyond one period's figures.

    `last_logged` are the newest `PERSISTENT_WINDOW` logged days up to the period's end, newest
    first, each with the sites named on it. `symptoms` is every answer up to the period's end, the
    oldest first. `listed` holds the period's entries one by one, and only where there are few.
    `medications` are all of them, those taken now first; `tests` too, the newest first, and
    `conditions`, the person's own first. `tried` are the treatments, the newest start first;
    `rest` the period's rest counts, the oldest first. `exposures` are what was done and taken on
    each day of the two years up to the period's end, and `choices` what is looked at of them.
    `left_out` are the parts of the page that the person does not want on it.
    `trials` are those planned by the period's end, the newest first, with their days so far.
    """

    figures: Figures
    last_logged: tuple[tuple[date, frozenset[str]], ...]
    symptoms: tuple[SymptomAnswer, ...]
    listed: tuple[Twitch, ...] = ()
    medications: tuple[Medication, ...] = ()
    tests: tuple[MedicalTest, ...] = ()
    conditions: tuple[Condition, ...] = ()
    tried: tuple[Tried, ...] = ()
    since_visit: SinceVisit | None = None
    rest: tuple[RestTally, ...] = ()
    exposures: Exposures | None = None
    choices: TriggerChoices = field(default_factory=TriggerChoices)
    trials: tuple[tuple[Experiment, tuple[DayCount, ...]], ...] = ()
    left_out: frozenset[Section] = frozenset()

    @property
    def private(self) -> VisitFigures:
        """The same without the records of what is left out of the page."""
        medicines = Section.MEDICINES in self.left_out
        tests = Section.TESTS in self.left_out
        return replace(
            self,
            medications=() if medicines else self.medications,
            tried=() if medicines else self.tried,
            tests=() if tests else self.tests,
            conditions=() if tests else self.conditions,
            exposures=self._exposures(medicines=not medicines),
            trials=() if Section.TRIGGERS in self.left_out else self.trials,
            since_visit=replace(self.since_visit, turns=())
            if medicines and self.since_visit
            else self.since_visit,
        )

    def _exposures(self, *, medicines: bool) -> Exposures | None:
        if self.exposures is None or Section.TRIGGERS in self.left_out:
            return None
        return self.exposures if medicines else self.exposures.habits
