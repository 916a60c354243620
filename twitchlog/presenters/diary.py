"""The Diary screen: look back, correct, fill in."""

from __future__ import annotations

from collections import OrderedDict
from datetime import timedelta
from typing import TYPE_CHECKING, Final, Protocol

from twitchlog.domain.period import Period
from twitchlog.presenters.day_list import rows_of, sections
from twitchlog.presenters.month import month_of, shifted
from twitchlog.presenters.steps import Steps, Tells

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from twitchlog.diary import Diary
    from twitchlog.domain.checkin import DaySummary
    from twitchlog.presenters.day_list import EntryRow, Section
    from twitchlog.presenters.month import Month
    from twitchlog.presenters.services import Services

KEPT_DAYS: Final = 60
"""Days whose rows are kept at hand; more would grow with the diary."""
CONCERNS: Final = frozenset({"twitches", "checkins", "doses", "factors", "medications", "bin"})
"""What concerns the screen."""
WHOLE: Final = frozenset({"medications"})
"""What may change rows of days that the change does not name: a medicine's own name."""


class DiaryView(Tells, Protocol):
    """What the presenter tells the screen."""

    def show_month(self, month: Month) -> None:
        """Show a month in the calendar."""
        ...

    def show_days(self, days: tuple[Section, ...], *, keep: bool) -> None:
        """Show the list; `keep` stays where it is scrolled to."""
        ...

    def show_rows(self, days: frozenset[date]) -> None:
        """Show the rows of these days, which are at hand now."""
        ...


class DiaryPresenter:
    """Turns taps on the calendar and the list into reads and writes of the diary."""

    def __init__(self, services: Services, view: DiaryView) -> None:
        self._services, self._view = services, view
        self.steps = Steps(services, view)
        self._today = self._last = services.clock.now().day
        self.chosen = self._today
        self.month = self.chosen.replace(day=1)
        self.empty = True
        self.undo = ""
        """The name of what can be undone, empty where there is nothing."""
        self._days: tuple[DaySummary, ...] = ()
        self._sections: tuple[Section, ...] = ()
        self._unfolded: set[date] = set()
        self._rows: OrderedDict[date, tuple[EntryRow, ...]] = OrderedDict()
        self._asked: set[date] = set()
        self._reading = 0

    @property
    def sections(self) -> tuple[Section, ...]:
        """The list as it is shown."""
        return self._sections

    def refresh(self, changed: frozenset[date] | None = None, *, keep: bool = True) -> None:
        """Read the days again, and the rows of the changed ones; of all where that is unknown.

        `keep` stays where the list is scrolled to.
        """
        self._forget(changed)
        self._reading += 1
        reading = self._reading
        today = self._services.clock.now().day
        if self.chosen == self._today != today:
            self.chosen = today
            self.month = today.replace(day=1)
        self._today = today
        chosen = self.chosen
        if not self._days:
            self._show_month()  # so that the card has its size before the first answer

        def read(diary: Diary) -> tuple[bool, tuple[DaySummary, ...], str]:
            first = diary.days.first_logged()
            start = min(first or today, chosen, today)
            days = diary.days.summaries(Period(start, today)) + diary.days.ahead(today)
            return first is None, days, diary.next_undo() or ""

        def answered(answer: tuple[bool, tuple[DaySummary, ...], str]) -> None:
            if reading == self._reading:
                self.empty, self._days, self.undo = answer
                self._last = self._days[-1].day
                self._show_all(keep=keep)

        self._services.read(read, answered, self._view)

    def choose(self, day: date) -> None:
        """Show the days from `day` downwards and mark it in the calendar."""
        if day > self._last:
            return
        self.chosen = day
        self.month = day.replace(day=1)
        if not self._days or day < self._days[0].day:
            self._show_month()
            self.refresh(keep=False)
        else:
            self._show_all(keep=False)

    def step(self, day: date, days: int) -> None:
        """Choose the day so many days after `day`; never one to come."""
        self.choose(min(day + timedelta(days=days), self._last))

    def turn(self, months: int) -> None:
        """Show another month; the chosen day stays."""
        month = shifted(self.month, months)
        if month <= self._last and month.year >= 1900:
            self.month = month
            self._show_month()

    def unfold(self, section: int) -> None:
        """Show the days of a folded line one by one."""
        self._unfolded.add(self._sections[section].last)
        self._show_all(keep=True)

    def rows(self, day: date) -> tuple[EntryRow, ...] | None:
        """Return the rows of a day where they are at hand."""
        return self._rows.get(day)

    def seen(self, first: int, last: int) -> None:
        """Fetch the rows of the sections in sight, and of one more on either side."""
        wanted = [
            each.first
            for each in self._sections[max(first - 1, 0) : last + 2]
            if each.rows and each.first not in self._rows and each.first not in self._asked
        ]
        if not wanted:
            return
        self._asked.update(wanted)
        asked = frozenset(wanted)
        reading = self._reading

        def read(diary: Diary) -> dict[date, tuple[EntryRow, ...]]:
            return _read_rows(diary, asked)

        def answered(found: Mapping[date, tuple[EntryRow, ...]]) -> None:
            self._asked -= asked
            if reading == self._reading:
                self._keep(found)
                self._view.show_rows(asked)

        self._services.read(read, answered, self._view)

    def none_that_day(self, day: date) -> None:
        """Record that there was no twitch on a day."""
        self._services.write(
            lambda diary: diary.checkins.none_today(day),
            self.steps.said,
            self._view,
        )

    def _show_all(self, *, keep: bool) -> None:
        # Days that lie ahead, over the date line or with the clock set back, stand above today.
        newest = self._last if self.chosen == self._today else self.chosen
        self._sections = sections(
            self._days, chosen=newest, today=self._today, unfolded=self._unfolded
        )
        self._show_month()
        self._view.show_days(self._sections, keep=keep)

    def _show_month(self) -> None:
        known = self._days if not self.empty else ()
        days = {day.day: day for day in known if (day.day - self.month).days in range(31)}
        self._view.show_month(
            month_of(self.month, days=days, chosen=self.chosen, today=self._today, last=self._last)
        )

    def _keep(self, found: Mapping[date, tuple[EntryRow, ...]]) -> None:
        self._rows.update(found)
        while len(self._rows) > KEPT_DAYS:
            self._rows.popitem(last=False)

    def _forget(self, changed: frozenset[date] | None) -> None:
        self._asked.clear()
        if changed is None:
            self._rows.clear()
        else:
            for day in changed:
                self._rows.pop(day, None)


def _read_rows(diary: Diary, days: frozenset[date]) -> dict[date, tuple[EntryRow, ...]]:
    factors = diary.factors.all()
    return {
        day: rows_of(
            diary.twitches.on_day(day),
            diary.checkins.get(day),
            day,
            doses=diary.doses.on_day(day),
            factors=factors,
            taken=diary.medications.taken_on(day),
        )
        for day in sorted(days)
    }
