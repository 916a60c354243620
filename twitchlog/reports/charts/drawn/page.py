"""Draw the two charts of the page: black only, 9 point, at the size they are printed."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from matplotlib.lines import Line2D

from twitchlog.domain.checkin import DayState
from twitchlog.reports.charts.drawn.lanes import ROW, draw_lane, rows_of
from twitchlog.reports.charts.drawn.scale import plain, round_ticks
from twitchlog.reports.charts.drawn.shapes import Column
from twitchlog.reports.charts.kinds.over_time import DayBars, Step

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from twitchlog.reports.charts.drawn.sheet import Sheet
    from twitchlog.reports.charts.kinds.over_time import Taken, TimeBar
    from twitchlog.reports.charts.two_hours import HourBars

TEXT: Final = 9.0
PITCH: Final = 10.8
BAR_SHARE: Final = 0.72
AXIS: Final = 0.8
THIN: Final = 0.5
_TICK: Final = 2.5
_APART: Final = 2.2
_DROP: Final = 3.0
_ABOVE_BARS: Final = 3.0


def draw_page_days(sheet: Sheet, spec: DayBars) -> None:
    """Draw bars, rings and hatching, a bold fraction under each stretch, and dates below."""
    ticks = round_ticks(
        max((bar.value for bar in spec.bars), default=0), whole=spec.step is Step.DAY, full=True
    )
    left, foot = _left(sheet, ticks), 2 * PITCH + _DROP + 1
    width = sheet.width - left - THIN
    days = (spec.last - spec.first).days + 1

    def x_of(day: date) -> float:
        return left + width * (day - spec.first).days / days

    def across(taken: Taken) -> tuple[float, float]:
        return x_of(taken.first), x_of(taken.last + timedelta(days=1))

    lanes = rows_of(sheet, spec.taken, across, sheet.height - foot - TEXT / 2)
    height = sheet.height - foot - TEXT / 2 - ROW * len(lanes)
    for number, lane in enumerate(reversed(lanes)):
        bottom = foot + height + number * ROW + _ABOVE_BARS
        draw_lane(sheet, lane, across, lambda taken: [x_of(day) for day in taken.doses], bottom)
    axes = sheet.axes(left=left, bottom=foot, width=width, height=height)
    column = Column(axes, width=width, height=height, days=days, top=ticks[-1])
    _axis(sheet, column, ticks, left=left, foot=foot)
    for x, wide, bar in _slots(spec, column):
        if bar.state is DayState.TWITCHES:
            column.bar(x=x, width=wide, value=bar.value, radius=0, colour="black", gid="twitches")
    _rings(spec, column)
    _hatches(spec, column)
    for stretch in spec.brackets:
        start = left + column.x((stretch.first - spec.first).days)
        end = left + column.x((stretch.last - spec.first).days + 1)
        sheet.line([start, start], [foot, foot - _DROP], width=THIN, colour="black", gid="week")
        sheet.text(
            (start + end) / 2, foot - _DROP - PITCH / 2, stretch.text, size=TEXT, strong=True,
            across="center", gid="fraction",
        )  # fmt: skip
    _dates(sheet, spec, column, left=left)


def draw_page_hours(sheet: Sheet, spec: HourBars) -> None:
    """Draw twelve bars of two hours, the hours below, counts at the side."""
    ticks = round_ticks(max(spec.counts), whole=True)
    left, foot = _left(sheet, ticks), 2 * PITCH + _DROP + 1
    room = sheet.measure("24", size=TEXT) / 2
    width, height = sheet.width - left - room, sheet.height - foot - TEXT / 2
    axes = sheet.axes(left=left, bottom=foot, width=width, height=height)
    column = Column(axes, width=width, height=height, days=24, top=ticks[-1])
    _axis(sheet, column, ticks, left=left, foot=foot)
    slot = column.x(2)
    for at, count in enumerate(spec.counts):
        if count:
            column.bar(
                x=slot * (at + 0.07), width=slot * 0.86, value=count, radius=0, colour="black",
                gid=f"hours {2 * at}",
            )  # fmt: skip
    for hour in (0, 6, 12, 18, 24):
        x = left + column.x(hour)
        sheet.line([x, x], [foot, foot - _DROP], width=THIN, colour="black", gid="hour mark")
        sheet.text(x, foot - _DROP - PITCH / 2, str(hour), size=TEXT, across="center", gid="hour")
    sheet.text(left + width / 2, PITCH / 2, spec.axis, size=TEXT, across="center", gid="axis")


def _left(sheet: Sheet, ticks: Sequence[float]) -> float:
    return max(sheet.measure(plain(tick), size=TEXT) for tick in ticks) + _TICK + 3


def _axis(
    sheet: Sheet, column: Column, ticks: Sequence[float], *, left: float, foot: float
) -> None:
    sheet.line([left, left], [foot, foot + column.height], width=THIN, colour="black", gid="axis")
    sheet.line(
        [left, left + column.width], [foot, foot], width=AXIS, colour="black", gid="baseline"
    )
    for tick in ticks:
        y = foot + column.y(tick)
        sheet.line([left - _TICK, left], [y, y], width=THIN, colour="black", gid="tick")
        sheet.text(left - _TICK - 2, y, plain(tick), size=TEXT, across="right", gid="tick")


def _slots(spec: DayBars, column: Column) -> Iterator[tuple[float, float, TimeBar]]:
    for bar in spec.bars:
        start = column.x((bar.first - spec.first).days)
        full = column.x((bar.last - spec.first).days + 1) - start
        yield start + full * (1 - BAR_SHARE) / 2, full * BAR_SHARE, bar


def _rings(spec: DayBars, column: Column) -> None:
    quiet = [x + wide / 2 for x, wide, bar in _slots(spec, column) if bar.state is DayState.NONE]
    if not quiet:
        return
    radius = min(1.6, column.width / len(spec.bars) * 0.36)
    column.axes.add_line(
        Line2D(
            quiet,
            [radius + THIN + AXIS / 2] * len(quiet),
            linestyle="none",
            marker="o",
            markersize=2 * radius,
            markeredgewidth=THIN,
            markeredgecolor="black",
            markerfacecolor="none",
            clip_on=False,
            gid="none that day",
        )
    )


def _hatches(spec: DayBars, column: Column) -> None:
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
        x = column.x(start)
        column.hatch(
            x=x, width=column.x(end) - x, colour="black", line=THIN, apart=_APART, gid="not logged"
        )


def _dates(sheet: Sheet, spec: DayBars, column: Column, *, left: float) -> None:
    """Write the first and the last date, and those between that leave them room."""
    y = PITCH / 2
    taken: list[tuple[float, float]] = []
    ends = [spec.ticks[0], *([spec.ticks[-1]] if len(spec.ticks) > 1 else [])]
    for tick in (*ends, *spec.ticks[1:-1]):
        wide = sheet.measure(tick.text, size=TEXT)
        final = tick.first == spec.last and tick is not spec.ticks[0]
        start = left + column.x((tick.first - spec.first).days)
        x = sheet.width - wide if final else start + 2.5
        if any(x < end + 6 and x + wide > begin - 6 for begin, end in taken):
            continue
        taken.append((x, x + wide))
        if not final:
            sheet.line(
                [start, start], [y - PITCH / 2 + 1, y + PITCH / 2 - 1], width=THIN, colour="black",
                gid="date mark",
            )  # fmt: skip
        sheet.text(x, y, tick.text, size=TEXT, gid="date")
