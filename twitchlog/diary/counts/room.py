"""The room of the counts: what the charts are made of, added up by SQLite over its indexes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twitchlog.diary.counts.answers import movement, strengths
from twitchlog.diary.counts.at_sites import answers_at_sites
from twitchlog.diary.counts.clock import bed_times, clock_counts, logged_by_weekday
from twitchlog.diary.counts.days import counted_days
from twitchlog.diary.counts.exposures import read_exposures
from twitchlog.diary.counts.hours import read_hours
from twitchlog.diary.counts.lengths import length_counts
from twitchlog.diary.counts.over_time import days_and_events
from twitchlog.diary.counts.places import place_counts, spread_counts
from twitchlog.diary.counts.rest import rest_tallies
from twitchlog.diary.counts.series import daily_series, factors_recorded
from twitchlog.diary.counts.switches import switches
from twitchlog.diary.counts.symptoms import symptom_marks

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date

    from twitchlog.diary.diary import Diary
    from twitchlog.domain.checkin import DayCount
    from twitchlog.domain.counts.answers import Answers, Movement
    from twitchlog.domain.counts.at_sites import SiteAnswers
    from twitchlog.domain.counts.clock import BedTimes, ClockCounts
    from twitchlog.domain.counts.exposures import Exposures
    from twitchlog.domain.counts.hours import Hours
    from twitchlog.domain.counts.lengths import LengthCounts
    from twitchlog.domain.counts.over_time import OverTime
    from twitchlog.domain.counts.places import PlaceCounts, SpreadCounts
    from twitchlog.domain.counts.rest import RestTally
    from twitchlog.domain.counts.series import DailySeries
    from twitchlog.domain.counts.switches import Switch
    from twitchlog.domain.counts.symptoms import SymptomMark
    from twitchlog.domain.factor import Factor
    from twitchlog.domain.period import Period


class Counts:
    """The room of the counts; each method reads one state of the diary."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary

    def days(self, period: Period) -> tuple[DayCount, ...]:
        """Return every calendar day of `period` in order: its twitches, and whether it was logged.

        Nothing else is said of them; `diary.days.summaries` says more, and takes longer.
        """
        with self._diary.reading() as connection:
            return counted_days(connection, period)

    def over_time(self, period: Period, *, around: Period, most: int) -> OverTime:
        """Return the days of `around`, and the events and notes of `period`.

        The logged days of the whole diary are counted up to `most`.
        """
        with self._diary.reading() as connection:
            return days_and_events(connection, period, around=around, most=most)

    def strengths(self, period: Period) -> Answers:
        """Return how many twitches of each day had which of the four strengths."""
        with self._diary.reading() as connection:
            return strengths(connection, period)

    def movement(self, period: Period) -> Movement:
        """Return how many twitches of each day moved how, were seen, and came when."""
        with self._diary.reading() as connection:
            return movement(connection, period)

    def at_sites(self, period: Period) -> Mapping[str, SiteAnswers]:
        """Return by place what was answered about its twitches of a period."""
        with self._diary.reading() as connection:
            return answers_at_sites(connection, period)

    def rest(self, period: Period) -> tuple[RestTally, ...]:
        """Return the rest counts of a period, the oldest first, their taps counted."""
        with self._diary.reading() as connection:
            return rest_tallies(connection, period)

    def symptoms(self, period: Period) -> tuple[SymptomMark, ...]:
        """Return the answers about other symptoms of a period, in the order of their days."""
        with self._diary.reading() as connection:
            return symptom_marks(connection, period)

    def places(self, period: Period) -> PlaceCounts:
        """Return how often each place was named in `period`."""
        with self._diary.reading() as connection:
            return place_counts(connection, period)

    def spread(self, period: Period) -> SpreadCounts:
        """Return how the places of `period` are spread over its fortnights and weeks."""
        with self._diary.reading() as connection:
            return spread_counts(connection, period)

    def switches(self, *, until: date) -> tuple[Switch, ...]:
        """Return when a medicine or treatment was begun, changed or ended, the newest first."""
        with self._diary.reading() as connection:
            return switches(connection, until=until)

    def factors_recorded(self, period: Period) -> tuple[Factor, ...]:
        """Return the factors with an amount in `period`, in the person's order."""
        with self._diary.reading() as connection:
            return factors_recorded(connection, period)

    def daily_series(self, period: Period, ids: Collection[str]) -> Mapping[str, DailySeries]:
        """Return the amounts by day of factors, and of the twitches as `twitches`."""
        with self._diary.reading() as connection:
            return daily_series(connection, period, ids)

    def exposures(self, period: Period) -> Exposures:
        """Return the days of `period`, and what was recorded of each factor from the day before."""
        with self._diary.reading() as connection:
            return read_exposures(connection, period)

    def hours(self, period: Period) -> Hours:
        """Return the twitches of a period by day and hour, and the doses that have a time."""
        with self._diary.reading() as connection:
            return read_hours(connection, period)

    def clock(self, period: Period) -> ClockCounts:
        """Return how the entries of a period lie on the clock."""
        with self._diary.reading() as connection:
            return clock_counts(connection, period)

    def logged_by_weekday(self, period: Period) -> tuple[int, ...]:
        """Return how many days of each weekday, Monday first, are logged."""
        with self._diary.reading() as connection:
            return logged_by_weekday(connection, period)

    def bed_times(self, period: Period) -> BedTimes:
        """Return when the nights of a period began and ended."""
        with self._diary.reading() as connection:
            return bed_times(connection, period)

    def lengths(self, period: Period) -> LengthCounts:
        """Return how long the twitches of a period lasted."""
        with self._diary.reading() as connection:
            return length_counts(connection, period)
