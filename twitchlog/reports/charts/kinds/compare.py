"""Two things over each other, for looking only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from twitchlog.domain.checkin import DayState
from twitchlog.domain.factor import Kind
from twitchlog.domain.period import Period
from twitchlog.domain.searching import Query
from twitchlog.reports.charts import words
from twitchlog.reports.charts.chart import DAYS, Ask, Chart
from twitchlog.reports.charts.keys import KEY_ROW, Entry, key_rows
from twitchlog.reports.charts.kinds import compare_words as said
from twitchlog.reports.charts.kinds.compared import Compared, read
from twitchlog.reports.charts.kinds.over_time import Label, Step, TimeBar, day_ticks, step_of
from twitchlog.reports.charts.spec import WIDE_FROM, NoPicture, Row, Spec, Table
from twitchlog.reports.patterns.aligned import Mean, by_day, by_month, by_week
from twitchlog.translation import _, mark

if TYPE_CHECKING:
    from datetime import date

    from twitchlog.domain.counts.series import DailySeries
    from twitchlog.domain.factor import Factor

_MEANS: Final = {Step.DAY: by_day, Step.WEEK: by_week, Step.MONTH: by_month}


@dataclass(frozen=True, slots=True)
class Half:
    """One of the two plots: its title, its bars, and the numbers beside it, the highest on top.

    `none` is what a ring in it means.
    `ticks` are empty where they follow from the bars; `whole`: those are whole numbers then.
    """

    title: str
    none: str
    bars: tuple[TimeBar, ...]
    ticks: tuple[float, ...] = ()
    whole: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoSeries(Spec):
    """Two plots with one time axis: bars filled above, hollow below, gaps hatched in both."""

    first: date
    last: date
    above: Half
    below: Half
    dates: tuple[Label, ...]

    drawer: ClassVar[str] = "compare:draw_two_series"
    grows: ClassVar[bool] = True
    zooms: ClassVar[bool] = True

    def height(self, width: float, *, text_scale: float = 1.0) -> int:
        """Return the height that suits two plots with their titles, dates and key."""
        rows = len(key_rows(self.key, width=width, text_scale=text_scale)) if self.key else 0
        plots = 220 if width >= WIDE_FROM else 170
        return round(plots + (84 + KEY_ROW * rows) * text_scale)

    @property
    def key(self) -> list[Entry]:
        """The key, with only those signs that are in the chart."""
        halves = (self.above, self.below)
        states = {bar.state for half in halves for bar in half.bars}
        ringed = (half for half in halves if any(bar.state is DayState.NONE for bar in half.bars))
        none = dict.fromkeys(half.none for half in ringed)
        entries = [Entry("ring", " / ".join(none))] if none else []
        if DayState.NOT_LOGGED in states:
            entries.append(Entry("hatch", _("not recorded")))
        return entries


def tell(compared: Compared, ask: Ask) -> TwoSeries | NoPicture:
    """Return both series over each other, or what to record so that there are two."""
    one, other, period = compared.first, compared.second, ask.period
    if other is None:
        return said.nothing_recorded(compared.withheld, today=ask.today)
    step = step_of(period)
    means = tuple(_MEANS[step](period, series.amounts) for series in (one, other))
    headline, note = said.headline(one, other, period), said.note(step)
    if compared.withheld is not None:
        note = f"{note} {said.being_tried(compared.withheld, today=ask.today)}"
    return TwoSeries(
        headline=headline,
        note=note,
        alt=said.alt(headline, note, one, other, period),
        table=_table(one, other, means, step),
        choices=said.choices(compared),
        first=period.first,
        last=period.last,
        above=_half(one, means[0], step),
        below=_half(other, means[1], step),
        dates=tuple(day_ticks(period.first, period.last, today=ask.today)),
    )


def _half(series: DailySeries, means: tuple[Mean, ...], step: Step) -> Half:
    factor = series.factor
    kind = factor.kind if factor else Kind.AMOUNT
    ticks = {
        Kind.LEVEL: (0.0, 1.0, 2.0, 3.0),
        Kind.SCALE: (0.0, 5.0, 10.0),
        Kind.YES_NO: (0.0, 1.0) if step is Step.DAY else (0.0, 0.5, 1.0),
        Kind.AMOUNT: (),
    }[kind]
    bars = tuple(map(_bar, means))
    whole = factor is None and step is Step.DAY
    return Half(said.title(factor, step), said.none(factor, step), bars, ticks, whole=whole)


def _bar(mean: Mean) -> TimeBar:
    if mean.value is None:
        return TimeBar(mean.first, mean.last, DayState.NOT_LOGGED, 0.0)
    state = DayState.TWITCHES if mean.value else DayState.NONE
    return TimeBar(mean.first, mean.last, state, mean.value)


def _table(
    one: DailySeries,
    other: DailySeries,
    means: tuple[tuple[Mean, ...], ...],
    step: Step,
) -> Table:
    columns = (_("Days"), said.title(one.factor, step), said.title(other.factor, step))
    rows = []
    for first, second in zip(*means, strict=True):
        days = words.whole_span(first.first, first.last)
        pairs = ((one.factor, first), (other.factor, second))
        values = [_value(factor, mean, step) for factor, mean in pairs]
        says = _("{days}: {first} {one}, {second} {other}").format(
            days=days, first=said.short(one.factor), one=values[0],
            second=said.short(other.factor), other=values[1],
        )  # fmt: skip
        twitches = any(mean.value for factor, mean in pairs if factor is None)
        behind = Query(period=Period(first.first, first.last)) if twitches else None
        rows.append(Row((days, *values), says, behind))
    return Table(columns, tuple(rows))


def _value(factor: Factor | None, mean: Mean, step: Step) -> str:
    if mean.value is None:
        return _("not recorded") if factor else _("not logged")
    return said.amount(factor, mean.value, step)


CHART: Final = Chart(
    "compare", mark("Compare"), DAYS | {"doses", "factors", "experiments"}, read, tell
)
