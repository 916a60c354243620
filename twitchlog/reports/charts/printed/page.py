"""Draw the two charts of the page: black only, 9 point, at the size they are printed."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from twitchlog.domain.checkin import DayState
from twitchlog.reports.charts.hatching import slanted
from twitchlog.reports.charts.kinds.over_time import DayBars, Step
from twitchlog.reports.charts.printed.lanes import ROW, draw_lane, rows_of
from twitchlog.reports.charts.printed.paper import TEXT, Paper
from twitchlog.reports.charts.scale import plain, round_ticks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from twitchlog.reports.charts.kinds.over_time import Taken, TimeBar
    from twitchlog.reports.charts.two_hours import HourBars

PITCH: Final = 10.8
BAR_SHARE: Final = 0.72
AXIS: Final = 0.8
THIN: Final = 0.5
_TICK: Final = 2.5
_APART: Final = 2.2
_DROP: Final = 3.0
_ABOVE_BARS: Final = 3.0
_FOOT: Final = 2 * PITCH + _DROP + 1
"""So much lies under the baseline: two lines of text and the marks on the axis."""


class _Plot(NamedTuple):
    """Where the bars stand, in points; it shows so many days, or hours, and 0 to `top`."""

    left: float
    width: float
    height: float
    days: int
    top: float

    def x(self, day: float) -> float:
        """Return where a day starts."""
        return self.left + self.along(day)

    def along(self, days: float) -> float:
        """Return how wide so many days are."""
        return days / self.days * self.width

    def up(self, value: float) -> float:
        """Return how high a bar of a value is."""
        return value / self.top * self.height


def day_bars(spec: DayBars, *, width_mm: float, height_mm: float) -> str:
    """Return the chart over time as SVG: bars, rings, hatching, bold fractions, and dates below."""
    paper = Paper(width_mm=width_mm, height_mm=height_mm)
    ticks = round_ticks(
        max((bar.value for bar in spec.bars), default=0), whole=spec.step is Step.DAY, full=True
    )
    left = _left(paper, ticks)
    room = paper.height - _FOOT - TEXT / 2
    days = (spec.last - spec.first).days + 1
    plot = _Plot(left, paper.width - left - THIN, room, days, ticks[-1])

    def x_of(day: date) -> float:
        return plot.x((day - spec.first).days)

    def across(taken: Taken) -> tuple[float, float]:
        return x_of(taken.first), x_of(taken.last + timedelta(days=1))

    lanes = rows_of(paper, spec.taken, across, room)
    plot = plot._replace(height=room - ROW * len(lanes))
    for number, lane in enumerate(reversed(lanes)):
        foot = _FOOT + plot.height + number * ROW + _ABOVE_BARS
        draw_lane(paper, lane, across, lambda taken: [x_of(day) for day in taken.doses], foot)
    _axis(paper, plot, ticks)
    bars = [
        (x, wide, plot.up(bar.value))
        for x, wide, bar in _slots(spec, plot)
        if bar.state is DayState.TWITCHES
    ]
    paper.bars(bars, foot=_FOOT, name="twitches")
    _rings(paper, spec, plot)
    _hatches(paper, spec, plot)
    for stretch in spec.brackets:
        start, end = x_of(stretch.first), x_of(stretch.last + timedelta(days=1))
        paper.line((start, _FOOT), (start, _FOOT - _DROP), width=THIN, name="week")
        rightmost = paper.width - paper.measure(stretch.text, strong=True) / 2
        paper.text(
            min((start + end) / 2, rightmost), _FOOT - _DROP - PITCH / 2, stretch.text,
            strong=True, across="middle", name="fraction",
        )  # fmt: skip
    _dates(paper, spec, plot)
    return paper.svg()


def hour_bars(spec: HourBars, *, width_mm: float, height_mm: float) -> str:
    """Return twelve bars of two hours as SVG, the hours below, counts at the side."""
    paper = Paper(width_mm=width_mm, height_mm=height_mm)
    ticks = round_ticks(max(spec.counts), whole=True)
    left, right = _left(paper, ticks), paper.measure("24") / 2
    room = paper.height - _FOOT - TEXT / 2
    plot = _Plot(left, paper.width - left - right, room, 24, ticks[-1])
    _axis(paper, plot, ticks)
    slot = plot.along(2)
    bars = [
        (left + slot * (at + 0.07), slot * 0.86, plot.up(count))
        for at, count in enumerate(spec.counts)
        if count
    ]
    paper.bars(bars, foot=_FOOT, name="two-hours")
    for hour in (0, 6, 12, 18, 24):
        x = plot.x(hour)
        paper.line((x, _FOOT), (x, _FOOT - _DROP), width=THIN, name="hour-mark")
        paper.text(x, _FOOT - _DROP - PITCH / 2, str(hour), across="middle", name="hour")
    paper.text(left + plot.width / 2, PITCH / 2, spec.axis, across="middle", name="axis")
    return paper.svg()


def _left(paper: Paper, ticks: Sequence[float]) -> float:
    return max(paper.measure(plain(tick)) for tick in ticks) + _TICK + 3


def _axis(paper: Paper, plot: _Plot, ticks: Sequence[float]) -> None:
    left = plot.left
    paper.line((left, _FOOT), (left, _FOOT + plot.height), width=THIN, name="axis")
    paper.line((left, _FOOT), (left + plot.width, _FOOT), width=AXIS, name="baseline")
    for tick in ticks:
        y = _FOOT + plot.up(tick)
        paper.line((left - _TICK, y), (left, y), width=THIN, name="tick")
        paper.text(left - _TICK - 2, y, plain(tick), across="end", name="tick")


def _slots(spec: DayBars, plot: _Plot) -> Iterator[tuple[float, float, TimeBar]]:
    for bar in spec.bars:
        start = plot.x((bar.first - spec.first).days)
        full = plot.along((bar.last - bar.first).days + 1)
        yield start + full * (1 - BAR_SHARE) / 2, full * BAR_SHARE, bar


def _rings(paper: Paper, spec: DayBars, plot: _Plot) -> None:
    radius = min(1.6, plot.width / len(spec.bars) * 0.36)
    y = _FOOT + radius + THIN + AXIS / 2
    for x, wide, bar in _slots(spec, plot):
        if bar.state is DayState.NONE:
            paper.ring(x + wide / 2, y, radius=radius, width=THIN, name="none-that-day")


def _hatches(paper: Paper, spec: DayBars, plot: _Plot) -> None:
    """Hatch each run of bars not logged over the full width of its days."""
    runs: list[tuple[int, int]] = []
    for bar in spec.bars:
        start, end = (bar.first - spec.first).days, (bar.last - spec.first).days + 1
        if bar.state is not DayState.NOT_LOGGED:
            continue
        if runs and runs[-1][1] == start:
            runs[-1] = (runs[-1][0], end)
        else:
            runs.append((start, end))
    for start, end in runs:
        lines = slanted(
            left=plot.x(start), bottom=_FOOT, width=plot.along(end - start), height=plot.height,
            apart=_APART,
        )  # fmt: skip
        paper.lines(lines, width=THIN, name="not-logged")


def _dates(paper: Paper, spec: DayBars, plot: _Plot) -> None:
    """Write the first and the last date, and those between that leave them room."""
    y = PITCH / 2
    taken: list[tuple[float, float]] = []
    ends = [spec.ticks[0], *([spec.ticks[-1]] if len(spec.ticks) > 1 else [])]
    for tick in (*ends, *spec.ticks[1:-1]):
        wide = paper.measure(tick.text)
        final = tick.first == spec.last and tick is not spec.ticks[0]
        start = plot.x((tick.first - spec.first).days)
        x = paper.width - wide if final else start + 2.5
        if any(x < end + 6 and x + wide > begin - 6 for begin, end in taken):
            continue
        taken.append((x, x + wide))
        if not final:
            marked = PITCH / 2 - 1
            paper.line((start, y - marked), (start, y + marked), width=THIN, name="date-mark")
        paper.text(x, y, tick.text, name="date")
