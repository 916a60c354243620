"""Which days of the timeline are in sight, as one zooms and moves it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from math import floor
from typing import TYPE_CHECKING, Final

from twitchlog.domain.period import Period

if TYPE_CHECKING:
    from datetime import date

FEWEST_DAYS: Final = 3.0


@dataclass(frozen=True, slots=True)
class TimeWindow:
    """A stretch of time from `start`, `long` days long; both may lie within a day.

    `start` counts days from the first of `bounds`, the days there are to look at. It never
    reaches beyond those, and is never shorter than three days where there are so many.
    """

    bounds: Period
    start: float
    long: float

    @classmethod
    def of(cls, period: Period, bounds: Period) -> TimeWindow:
        """Return the window that shows just `period`; bounds that are too narrow are widened."""
        whole = Period(min(bounds.first, period.first), max(bounds.last, period.last))
        return cls(whole, float((period.first - whole.first).days), float(period.days))

    @property
    def end(self) -> float:
        """Where it ends, in days from the first of the bounds."""
        return self.start + self.long

    @property
    def period(self) -> Period:
        """The whole days nearest to it, as many as it is long."""
        many = min(max(round(self.long), 1), self.bounds.days)
        first = min(floor(self.start + 0.5), self.bounds.days - many)
        return Period(self._day(first), self._day(first + many - 1))

    def zoomed(self, times: float, at: float) -> TimeWindow:
        """Return it so many times closer; what lies at the share `at` of it stays there."""
        held = self.start + at * self.long
        long = self._fitting(self.long / times)
        return self._within(held - at * long, long)

    def moved(self, share: float) -> TimeWindow:
        """Return it moved to later days by a share of itself."""
        return self._within(self.start + share * self.long, self.long)

    def pinched(self, before: tuple[float, float], after: tuple[float, float]) -> TimeWindow:
        """Return it after two fingers went from shares of it to others, days staying below them."""
        apart = abs(after[1] - after[0]) or 1e-6
        long = self._fitting(self.long * abs(before[1] - before[0]) / apart)
        held = self.start + self.long * sum(before) / 2
        return self._within(held - long * sum(after) / 2, long)

    def share_of(self, day: date) -> float:
        """Return where a day begins: 0 at the left end of the window, 1 at its right end."""
        return ((day - self.bounds.first).days - self.start) / self.long

    def _fitting(self, long: float) -> float:
        most = float(self.bounds.days)
        return min(max(long, min(FEWEST_DAYS, most)), most)

    def _within(self, start: float, long: float) -> TimeWindow:
        return TimeWindow(self.bounds, min(max(start, 0.0), self.bounds.days - long), long)

    def _day(self, number: int) -> date:
        return self.bounds.first + timedelta(days=number)
