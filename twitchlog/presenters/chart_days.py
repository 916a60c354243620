"""What the Patterns screen and the page of a chart do alike: the days they are about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from twitchlog.presenters.charts import CONCERNS
from twitchlog.presenters.looking import say_logged
from twitchlog.presenters.services import Complains

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from twitchlog.diary import Diary
    from twitchlog.domain.arrangement import Arrangement
    from twitchlog.domain.period import Period, Span
    from twitchlog.presenters.charts import Charts, Size
    from twitchlog.presenters.looking import Looking
    from twitchlog.presenters.services import Services
    from twitchlog.reports.charts.picture import Picture
    from twitchlog.reports.charts.spec import Spec


FOLLOWED: Final = CONCERNS | {"profile"}
"""The kinds of changes that a screen of charts follows: what they are made of, and their order."""


class DaysView(Complains, Protocol):
    """What the presenter tells a screen that charts of some days stand on."""

    def count(self, sentence: str) -> None:
        """Say which days are looked at, and on how many of them anything was logged."""
        ...


class DaysPresenter:
    """Knows which days are looked at; `begin` is called whenever those, or the diary, changed."""

    def __init__(self, services: Services, view: DaysView, looking: Looking) -> None:
        self._services, self._days_view = services, view
        self.looking = looking
        self._asked = 0
        self._counted: Period | None = None

    @property
    def span(self) -> Span | None:
        """The usual period that is looked at; None where it is from a date to a date."""
        return self.looking.span

    @property
    def period(self) -> Period:
        """The days that are looked at."""
        return self.looking.period

    @property
    def days_told(self) -> Period:
        """The days that what is shown is of."""
        return self.period

    @property
    def today(self) -> date:
        """The day it is."""
        return self.looking.today

    @property
    def charts(self) -> Charts:
        """What reads and draws the charts."""
        return self.looking.charts

    def begin(self) -> None:
        """Take on the days that are looked at now."""

    def refresh(self) -> None:
        """Find out which days there are; only the answer to the newest question counts."""
        self._asked += 1
        asked = self._asked

        def answered(known: tuple[date | None, date, Arrangement]) -> None:
            if asked == self._asked:
                self.looking.starts, self.looking.until, self.looking.arrangement = known
                self.begin()
                self._count(asked)

        today = self.today
        self._services.read(
            lambda diary: (
                diary.days.first_logged(),
                diary.days.counted_to(today),
                diary.preferences.arrangement(),
            ),
            answered,
            self._days_view,
        )

    def choose_span(self, span: Span) -> None:
        """Look at another of the usual periods, and keep that choice."""
        if self.looking.choose_span(span):
            self.refresh()

    def choose_days(self, first: date, last: date) -> None:
        """Look at the days from `first` to `last`; raise BadInput where they make no sense."""
        if self.looking.choose_days(first, last):
            self.refresh()

    def draw(self, spec: Spec, size: Size, done: Callable[[Picture], None]) -> None:
        """Have a chart drawn."""
        self.charts.draw(spec, size, done)

    def _count(self, asked: int) -> None:
        """Say how many days were logged; asked last, so that no chart waits for it."""
        period, today = self.days_told, self.today
        self._counted = period
        cut = self.looking.cut and period == self.period

        def count(diary: Diary) -> int:
            return diary.days.count_logged(period)

        def counted(logged: int) -> None:
            if asked == self._asked and period == self.days_told:
                self._days_view.count(say_logged(period, logged, today=today, cut=cut))

        self._services.read(count, counted, self._days_view)
