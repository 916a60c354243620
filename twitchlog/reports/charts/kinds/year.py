"""The year in days: a calendar whose cells say how much it twitched on each day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar, Final

from twitchlog.domain.period import Period
from twitchlog.reports.charts.chart import DAYS, Ask, Chart
from twitchlog.reports.charts.keys import KEY_ROW, Entry, key_rows
from twitchlog.reports.charts.kinds import year_words
from twitchlog.reports.charts.spec import WIDE_FROM, NoPicture, Spec, no_picture
from twitchlog.translation import _, mark

if TYPE_CHECKING:
    from twitchlog.diary import Diary
    from twitchlog.domain.checkin import DayCount

MONTHS: Final = 12
ACROSS: Final = (6, 4, 3)
"""So many small months stand side by side: as many as have cells of the smallest size or more."""
SMALLEST: Final = 14.5
BETWEEN: Final = 14.0
BELOW_MONTH: Final = 8.0
NAMES: Final = 19.0
LETTERS: Final = 17.0
TITLE: Final = 24.0
YEAR_GAP: Final = 10.0
WEEKS: Final = 54
"""So many weeks twelve months can touch."""
LARGEST: Final = 20.0
GRIDS: Final = 2
STRIPS: Final = 3
"""So many years are drawn below each other, as months and as strips; all are in the table."""
_A_YEAR: Final = 366
LEAST_SCALE: Final = 11 / 12
"""Labels of 12 sp do not become smaller than 11."""
STEPS: Final = ((5, 4), (3, 3), (1, 1))
"""From how many twitches on which step of the ramp is used."""
WEEKDAYS: Final = 30.0
"""The room for their names beside a strip of weeks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class YearDays(Spec):
    """Every day from `first` to `last`: its twitches in `counts`, None where it was not logged.

    The row of a day in the table is its number from `first` on.
    """

    first: date
    last: date
    counts: tuple[int | None, ...]

    drawer: ClassVar[str] = "year:draw_year"

    @property
    def years(self) -> tuple[Period, ...]:
        """Twelve calendar months each, the newest first: that one ends with the last day.

        The oldest one, which may be the only one, begins with the first day.
        """
        many = _months_between(self.first, self.last) // MONTHS + 1
        return tuple(
            Period(
                max(self.first, _month(self.last, 1 - MONTHS * (at + 1))),
                min(self.last, _month(self.last, 1 - MONTHS * at) - timedelta(days=1)),
            )
            for at in range(many)
        )

    def shown(self, width: float) -> tuple[Period, ...]:
        """Return the years that are drawn at this width."""
        return self.years[: STRIPS if width >= WIDE_FROM else GRIDS]

    def strip(self, width: float, text_scale: float) -> float:
        """Return how far apart the cells of a strip of weeks are, in half dp."""
        weeks = WEEKS if len(self.years) > 1 else weeks_of(self.years[0])
        return min(LARGEST, _halves((width - WEEKDAYS * text_scale) / weeks))

    def height(self, width: float, *, text_scale: float = 1.0) -> int:
        """Return the height of its years, of what is said below them, and of the key."""
        years, text_scale = self.shown(width), max(text_scale, LEAST_SCALE)
        if width >= WIDE_FROM:
            high = len(years) * (NAMES * text_scale + 7 * self.strip(width, text_scale))
        else:
            high = LETTERS + sum(grid_height(year, width, text_scale) for year in years)
        titles = len(years) * TITLE * text_scale if len(self.years) > 1 else 0.0
        more = len(self.years) > len(years)
        rows = len(key_rows(self.key(width), width=width, text_scale=text_scale)) + more
        return round(high + titles + len(years) * YEAR_GAP + KEY_ROW * text_scale * rows)

    def key(self, width: float) -> list[Entry]:
        """Return the key, with only what is drawn at this width."""
        drawn = set(self.counts[(self.shown(width)[-1].first - self.first).days :])
        steps = {step_of(count) for count in drawn if count}
        said = {1: _("1 or 2 twitches"), 3: _("3 or 4"), 4: _("5 or more")}
        entries = [Entry(f"ramp{step + 1}", said[step]) for step in said if step in steps]
        if 0 in drawn:
            entries.append(Entry("ring", _("none that day")))
        if None in drawn:
            entries.append(Entry("hatch", _("not logged")))
        return entries


def step_of(count: int) -> int:
    """Return the step of the ramp, from 0, for a day with twitches."""
    return next(step for least, step in STEPS if count >= least)


def across(width: float) -> int:
    """Return how many small months stand side by side."""
    return next((many for many in ACROSS if _cell(width, many) >= SMALLEST), ACROSS[-1])


def grid_cell(width: float) -> float:
    """Return how far apart the cells of small months are, in half dp: about 15 on a phone."""
    return min(LARGEST, _halves(_cell(width, across(width))))


def grid_step(width: float) -> float:
    """Return how far apart small months start: so that the last one ends at the edge."""
    many, month = across(width), 7 * grid_cell(width)
    return month + (width - many * month) / (many - 1)


def _cell(width: float, many: int) -> float:
    return (width - BETWEEN * (many - 1)) / (7 * many)


def grid_height(year: Period, width: float, text_scale: float) -> float:
    """Return how high the small months of a year are, without the letters of the weekdays."""
    rows = rows_of(year, across(width))
    weeks = sum(max(map(weeks_of, row)) for row in rows)
    names = len(rows) * (NAMES * text_scale + BELOW_MONTH)
    return names + weeks * grid_cell(width)


def rows_of(year: Period, many: int) -> tuple[tuple[Period, ...], ...]:
    """Return the months of a year, as far as it has them, in rows of `many`."""
    count = _months_between(year.first, year.last) + 1
    firsts = [_month(year.first, at) for at in range(count + 1)]
    months = [
        Period(max(year.first, first), min(year.last, after - timedelta(days=1)))
        for first, after in pairwise(firsts)
    ]
    return tuple(tuple(months[at : at + many]) for at in range(0, count, many))


def twelve_months(last: date) -> Period:
    """Return the calendar months up to a day, twelve with its own."""
    return Period(_month(last, 1 - MONTHS), last)


def weeks_of(days: Period) -> int:
    """Return how many weeks from Monday to Sunday some days touch."""
    return (days.first.weekday() + days.days + 6) // 7


def _halves(size: float) -> float:
    return int(2 * size) / 2


def _month(day: date, later: int) -> date:
    """Return the first day of the month so many months later than that of a day."""
    number = day.year * MONTHS + day.month - 1 + later
    return date(number // MONTHS, number % MONTHS + 1, 1)


def _months_between(first: date, last: date) -> int:
    return (last.year - first.year) * MONTHS + last.month - first.month


def days_of(ask: Ask) -> Period:
    """Return the days of the calendar: of twelve months up to the period's last day.

    Those of a longer period are all there. They begin with the diary, before which nothing could
    be logged.
    """
    year = twelve_months(ask.period.last).first
    if ask.period.days > _A_YEAR:
        year = min(year, ask.period.first)
    starts = ask.diary_starts or ask.period.last
    return Period(min(max(starts, year), ask.period.last), ask.period.last)


def tell(days: tuple[DayCount, ...], ask: Ask) -> YearDays | NoPicture:
    """Return the calendar; no picture while none of its days is logged."""
    if not any(day.logged for day in days):
        return _nothing(ask)
    counts = tuple(day.count if day.logged else None for day in days)
    first, last = days[0].day, days[-1].day
    return YearDays(
        headline=year_words.headline(days),
        note=year_words.note(days, today=ask.today),
        alt=year_words.alt(days),
        table=year_words.table(days, today=ask.today),
        own_days=Period(first, last),
        first=first,
        last=last,
        counts=counts,
    )


def _nothing(ask: Ask) -> NoPicture:
    if ask.diary_starts is None:
        headline = _("Your calendar begins with the first day you log")
    else:
        headline = _("Nothing is logged in this year")
    note = _("Each day has a place in it. A quiet day counts too.")
    return no_picture(headline, note)


def _read(diary: Diary, ask: Ask) -> tuple[DayCount, ...]:
    return diary.counts.days(days_of(ask))


CHART: Final = Chart("year", mark("Year in days"), DAYS, _read, tell)
