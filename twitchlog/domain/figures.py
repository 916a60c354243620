"""The numbers a report is made of, read from the diary as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from twitchlog.domain.checkin import DaySummary
    from twitchlog.domain.condition import Condition
    from twitchlog.domain.counts.clock import ClockCounts
    from twitchlog.domain.counts.lengths import LengthCounts
    from twitchlog.domain.medical_test import MedicalTest
    from twitchlog.domain.medication import Medication
    from twitchlog.domain.period import Period
    from twitchlog.domain.symptom import SymptomAnswer
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
class VisitFigures:
    """What the visit page needs beyond one period's figures.

    `last_logged` are the newest `PERSISTENT_WINDOW` logged days up to the period's end, newest
    first, each with the sites named on it. `symptoms` is every answer up to the period's end, the
    oldest first. `listed` holds the period's entries one by one, and only where there are few.
    `medications` are all of them, those taken now first; `tests` too, the newest first, and
    `conditions`, the person's own first.
    """

    figures: Figures
    last_logged: tuple[tuple[date, frozenset[str]], ...]
    symptoms: tuple[SymptomAnswer, ...]
    listed: tuple[Twitch, ...] = ()
    medications: tuple[Medication, ...] = ()
    tests: tuple[MedicalTest, ...] = ()
    conditions: tuple[Condition, ...] = ()
