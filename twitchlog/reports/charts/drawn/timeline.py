"""Draw the timeline of the screen."""

from __future__ import annotations

from math import nan
from typing import TYPE_CHECKING, Final

import matplotlib.patheffects as effects
from matplotlib.lines import Line2D

from twitchlog.domain.checkin import DayState
from twitchlog.reports.charts.drawn.happened import draw_lanes
from twitchlog.reports.charts.drawn.key import RING, draw_key
from twitchlog.reports.charts.drawn.shapes import Column
from twitchlog.reports.charts.keys import KEY_ROW, key_rows
from twitchlog.reports.charts.kinds.over_time import Step
from twitchlog.reports.charts.kinds.timeline import NOTE_LANE
from twitchlog.reports.charts.marks import Box
from twitchlog.reports.charts.scale import plain, round_ticks, stride

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twitchlog.reports.charts.drawn.sheet import Sheet
    from twitchlog.reports.charts.kinds.timeline import Timeline

LABELS: Final = 12.0
BAR_SHARE: Final = 0.75
WIDEST_BAR: Final = 32.0
THIN_BAR: Final = 5.0
RADIUS: Final = 3.0
HATCH_APART: Final = 5.0
HATCH_LINE: Final = 1.6
_BELOW_DATES: Final = 13.0
_BELOW_BRACKET: Final = 28.0
_BELOW_TALLY: Final = 44.0
_BELOW_KEY: Final = 68.0
_APART: Final = 6.0
_SNUG: Final = 0.97
"""Letters are set to whole pixels: smaller ones take a little more room than their share."""


def draw_days(sheet: Sheet, spec: Timeline) -> None:
    """Draw grid, bars, rings, hatching, running median, signs, dates, brackets and key."""
    big = sheet.size(LABELS) / LABELS
    rows = key_rows(spec.key, width=sheet.width, text_scale=big)
    foot = (_BELOW_KEY + KEY_ROW * (len(rows) - 0.5)) * big
    ticks = round_ticks(
        max((bar.value for bar in spec.bars), default=0), whole=spec.step is Step.DAY
    )
    left = max(sheet.measure(plain(tick), size=LABELS) for tick in ticks) + 10
    top = sheet.size(LABELS) / 2 + 2 + spec.lanes
    width, height = sheet.width - left - 1, max(24.0, sheet.height - foot - top)
    axes = sheet.axes(left=left, bottom=foot, width=width, height=height)
    days = (spec.last - spec.first).days + 1
    column = Column(axes, width=width, height=height, days=days, top=ticks[-1])
    _grid(sheet, column, ticks, left=left, foot=foot)
    sheet.plot = (left, left + width)
    _mark(sheet, spec, column, left=left, foot=foot)
    _bars(sheet, spec, column)
    _rings(sheet, spec, column)
    _hatches(sheet, spec, column)
    _smooth(sheet, spec, column)
    draw_lanes(sheet, spec, column, left=left, foot=foot)
    _dates(sheet, spec, column, left=left, y=foot - _BELOW_DATES * big)
    _brackets(sheet, spec, column, left=left, foot=foot, big=big)
    for at, row in enumerate(rows):
        draw_key(sheet, row, y=foot - (_BELOW_KEY + KEY_ROW * at) * big)


def _grid(
    sheet: Sheet, column: Column, ticks: Sequence[float], *, left: float, foot: float
) -> None:
    """Draw the lines across, and their numbers beside them."""
    xs = [x for _tick in ticks for x in (0, column.width, nan)]
    ys = [y for tick in ticks for y in (column.y(tick), column.y(tick), nan)]
    column.axes.add_artist(
        Line2D(xs, ys, color=sheet.ink.grid, linewidth=1, zorder=0, clip_on=False, gid="grid")
    )
    for tick in ticks:
        sheet.text(
            left - 7, foot + column.y(tick), plain(tick), size=LABELS, colour=sheet.ink.quiet,
            across="right", gid="tick",
        )  # fmt: skip


def _slot(spec: Timeline, column: Column, at: int) -> tuple[float, float]:
    """Return left edge and width in dp of bar number `at`."""
    bar = spec.bars[at]
    start = column.x((bar.first - spec.first).days)
    full = column.x((bar.last - spec.first).days + 1) - start
    width = min(full * BAR_SHARE, WIDEST_BAR)
    return start + (full - width) / 2, width


def _mark(sheet: Sheet, spec: Timeline, column: Column, *, left: float, foot: float) -> None:
    """Let a tap anywhere in the column of a bar mean that bar; its dot for a note stands in it."""
    top = foot + column.height + (NOTE_LANE if spec.noted else 0)
    for at, bar in enumerate(spec.bars):
        start = left + column.x((bar.first - spec.first).days)
        end = left + column.x((bar.last - spec.first).days + 1)
        sheet.marks.append(Box(at, start, foot, end, top))


def _bars(sheet: Sheet, spec: Timeline, column: Column) -> None:
    slots = [
        (*_slot(spec, column, at), bar.value)
        for at, bar in enumerate(spec.bars)
        if bar.state is DayState.TWITCHES
    ]
    if slots:
        radius = min(RADIUS, min(width for _x, width, _value in slots) * 0.35)
        column.bars(slots, radius=radius, colour=sheet.ink.bar, gid="twitches")


def _rings(sheet: Sheet, spec: Timeline, column: Column) -> None:
    quiet = [at for at, bar in enumerate(spec.bars) if bar.state is DayState.NONE]
    if not quiet:
        return
    pitch = column.width / len(spec.bars)
    radius, line = min(RING, pitch * 0.34), min(1.6, pitch * 0.2)
    slots = [_slot(spec, column, at) for at in quiet]
    column.axes.add_artist(
        Line2D(
            [x + width / 2 for x, width in slots],
            [radius + line / 2 + 1] * len(slots),
            linestyle="none",
            marker="o",
            markersize=2 * radius,
            markeredgewidth=line,
            markeredgecolor=sheet.ink.bar,
            markerfacecolor="none",
            clip_on=False,
            gid="none that day",
        )
    )


def _hatches(sheet: Sheet, spec: Timeline, column: Column) -> None:
    """Hatch each run of bars not logged as one column."""
    columns: list[tuple[float, float]] = []
    start: int | None = None
    for at, bar in enumerate(spec.bars):
        unknown = bar.state is DayState.NOT_LOGGED
        if unknown and start is None:
            start = at
        if start is not None and (not unknown or at == len(spec.bars) - 1):
            x, right = _hatched(spec, column, start, at if unknown else at - 1)
            columns.append((x, right - x))
            start = None
    column.hatches(
        columns, colour=sheet.ink.hatch, line=HATCH_LINE, apart=HATCH_APART, gid="not logged"
    )


def _hatched(spec: Timeline, column: Column, start: int, end: int) -> tuple[float, float]:
    """Return both edges of a run: as wide as bars would be, or all of it where those are thin."""
    x, width = _slot(spec, column, start)
    if width < THIN_BAR:
        last = spec.bars[end].last
        return (
            column.x((spec.bars[start].first - spec.first).days),
            column.x((last - spec.first).days + 1),
        )
    last_x, last_width = _slot(spec, column, end)
    return x, last_x + last_width


def _smooth(sheet: Sheet, spec: Timeline, column: Column) -> None:
    if sum(value is not None for value in spec.smooth) < 2:
        return
    values = [nan if value is None else column.y(value) for value in spec.smooth]
    line = Line2D(
        [column.x(at + 0.5) for at in range(len(values))],
        values,
        color=sheet.ink.second,
        linewidth=2,
        dashes=(3, 1.6),
        dash_capstyle="butt",
        zorder=5,
        gid="running median",
    )
    line.set_path_effects(
        [effects.Stroke(linewidth=4, foreground=sheet.ink.ground), effects.Normal()]
    )
    column.axes.add_artist(line)


def _dates(sheet: Sheet, spec: Timeline, column: Column, *, left: float, y: float) -> None:
    """Write every n-th date, so many as have room; a January, which names its year, is kept."""
    widths = [sheet.measure(tick.text, size=LABELS) for tick in spec.ticks]
    centres = [left + column.x((tick.first - spec.first).days + 0.5) for tick in spec.ticks]
    places = [
        min(max(centre, left + wide / 2 - 6), sheet.width - wide / 2)
        for centre, wide in zip(centres, widths, strict=True)
    ]
    every = stride(widths, places, gap=8)
    years = (at for at, tick in enumerate(spec.ticks) if tick.text == str(tick.first.year))
    labels = list(zip(spec.ticks, places, strict=True))
    for tick, x in labels[next(years, 0) % every :: every]:
        sheet.text(
            x, y, tick.text, size=LABELS, colour=sheet.ink.quiet, across="center", gid="date"
        )


def _brackets(
    sheet: Sheet, spec: Timeline, column: Column, *, left: float, foot: float, big: float
) -> None:
    y = foot - _BELOW_BRACKET * big
    edges = [
        (
            left + column.x((bracket.first - spec.first).days) + 2.5,
            left + column.x((bracket.last - spec.first).days + 1) - 2.5,
        )
        for bracket in spec.brackets
    ]
    fit = min(
        1.0,
        *(
            _SNUG * (end - start - _APART) / sheet.measure(bracket.text, size=LABELS, strong=True)
            for bracket, (start, end) in zip(spec.brackets, edges, strict=True)
        ),
    )
    for bracket, (start, end) in zip(spec.brackets, edges, strict=True):
        sheet.line(
            [start, start, end, end],
            [y + 4, y, y, y + 4],
            width=1.2,
            colour=sheet.ink.edge,
            gid="bracket",
        )
        sheet.text(
            (start + end) / 2,
            foot - _BELOW_TALLY * big,
            bracket.text,
            size=LABELS * fit,
            strong=True,
            across="center",
            gid="tally",
        )
