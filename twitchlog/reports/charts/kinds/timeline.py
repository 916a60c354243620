"""Twitching over time, for the screen: bars, a running median, and what happened meanwhile."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar, Final

from twitchlog.domain.checkin import DayState
from twitchlog.domain.period import Period
from twitchlog.reports.charts.chart import DAYS, Ask, Chart
from twitchlog.reports.charts.keys import KEY_ROW, Entry, key_rows
from twitchlog.reports.charts.kinds import events, over_time, timeline_table, timeline_words
from twitchlog.reports.charts.kinds.over_time import DayBars, Step
from twitchlog.reports.charts.spec import WIDE_FROM, NoPicture, Spec, no_picture
from twitchlog.reports.patterns.comparison import FEWEST_LOGGED, halves
from twitchlog.reports.patterns.series import SMOOTH_DAYS, running_median
from twitchlog.translation import _, mark, ngettext

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from twitchlog.diary import Diary
    from twitchlog.domain.checkin import DayCount
    from twitchlog.domain.counts.over_time import OverTime
    from twitchlog.reports.charts.kinds.events import Sign

NOTES_UNDER: Final = 365
"""In shorter times every bar with a note has its dot; in longer ones only where there are few."""
FEW_NOTES: Final = 12
LANE: Final = 15.0
"""So high in dp is a row of signs."""
NOTE_LANE: Final = 9.0
_AROUND: Final = timedelta(days=SMOOTH_DAYS // 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline(DayBars, Spec):
    """Twitching over time with its running median, and signs of what happened above it.

    `smooth` is the running median, one value a calendar day or empty. The row of sign number n
    of the table is `len(bars) + n`. `noted` are the numbers of the bars with a note.
    """

    smooth: tuple[float | None, ...]
    signs: tuple[Sign, ...]
    noted: tuple[int, ...]

    drawer: ClassVar[str] = "timeline:draw_days"
    grows: ClassVar[bool] = True
    zooms: ClassVar[bool] = True

    def height(self, width: float, *, text_scale: float = 1.0) -> int:
        """Return the height that suits it: taller in a wide window, with signs, a longer key."""
        rows = len(key_rows(self.key, width=width, text_scale=text_scale))
        plot = 190 if width >= WIDE_FROM else 132
        return round(plot + self.lanes + (58 + KEY_ROW * rows) * text_scale)

    @property
    def lanes(self) -> float:
        """The height in dp of the signs above the plot and of the dots of notes below them."""
        levels = max((sign.level + 1 for sign in self.signs), default=0)
        return levels * LANE + (NOTE_LANE if self.noted else 0.0)

    @property
    def key(self) -> list[Entry]:
        """The key, with only those signs that are in the chart."""
        states = {bar.state for bar in self.bars}
        several = self.step is not Step.DAY
        entries = []
        if DayState.TWITCHES in states:
            entries.append(Entry("bar", _("twitches a logged day") if several else _("twitches")))
        if DayState.NONE in states:
            quiet = {
                Step.DAY: _("none that day"),
                Step.WEEK: _("none that week"),
                Step.MONTH: _("none that month"),
            }
            entries.append(Entry("ring", quiet[self.step]))
        if DayState.NOT_LOGGED in states:
            entries.append(Entry("hatch", _("not logged")))
        if sum(value is not None for value in self.smooth) > 1:
            entries.append(Entry("line", _("usual of 7 days")))
        entries += events.key_entries(self.signs)
        if self.noted:
            entries.append(Entry(events.NOTE, _("note")))
        return entries


def tell(numbers: OverTime, ask: Ask) -> Timeline | NoPicture:
    """Return the chart over time; no picture before seven days of the diary are logged."""
    if numbers.logged < FEWEST_LOGGED:
        return _too_few_days(numbers.logged)
    period = ask.period
    before = (period.first - numbers.days[0].day).days
    days = numbers.days[before : before + period.days]
    last = next((day.day for day in reversed(days) if day.logged), None)
    step, parts = over_time.parts(days)
    compared = halves(days)
    signs = events.placed(numbers.events, period)
    inexact = events.unplaced(numbers.events)
    notes = timeline_table.notes_of(parts, numbers.notes)
    alt = [over_time.alt_text(days, step), *timeline_words.alt_events(numbers.events, sum(notes))]
    return Timeline(
        headline=timeline_words.headline(days, compared, past=not ask.is_late(last)),
        note=timeline_words.note(days, compared, step, past=ask.past),
        alt=" ".join(alt),
        first=period.first,
        last=period.last,
        step=step,
        bars=tuple(map(over_time.bar, parts)),
        smooth=_smooth(numbers.days, period) if step is Step.DAY else (),
        ticks=tuple(over_time.day_ticks(period.first, period.last, today=ask.today)),
        brackets=timeline_words.brackets(days, compared),
        signs=signs,
        noted=_noted(notes, numbers.notes, period),
        table=timeline_table.table(step, parts, notes, signs, inexact, today=ask.today),
    )


def _smooth(days: tuple[DayCount, ...], period: Period) -> tuple[float | None, ...]:
    """Return the running median of the period, which at its ends sees the days beyond them too."""
    pairs = zip(days, running_median(days), strict=True)
    return tuple(value for day, value in pairs if day.day in period)


def _noted(notes: tuple[int, ...], by_day: Mapping[date, int], period: Period) -> tuple[int, ...]:
    if period.days >= NOTES_UNDER and len(by_day) > FEW_NOTES:
        return ()
    return tuple(at for at, many in enumerate(notes) if many)


def _too_few_days(logged: int) -> NoPicture:
    headline = _("The chart over time needs {n} logged days").format(n=FEWEST_LOGGED)
    note = ngettext(
        "{n} day is logged so far. A quiet day counts too.",
        "{n} days are logged so far. A quiet day counts too.",
        logged,
    ).format(n=logged)
    return no_picture(headline, note)


def _read(diary: Diary, ask: Ask) -> OverTime:
    around = Period(ask.period.first - _AROUND, ask.period.last + _AROUND)
    return diary.counts.over_time(ask.period, around=around, most=FEWEST_LOGGED)


CHART: Final = Chart(
    "timeline",
    mark("Over time"),
    DAYS | {"medications", "treatments", "appointments"},
    _read,
    tell,
)
