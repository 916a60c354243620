"""A plot over days: grid, numbers and dates around it, bars, rings and hatching in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch

from twitchlog.domain.checkin import DayState
from twitchlog.reports.charts.drawn.scale import plain, stride
from twitchlog.reports.charts.drawn.shapes import Column, round_bar
from twitchlog.reports.charts.marks import Box

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from twitchlog.reports.charts.drawn.sheet import Sheet
    from twitchlog.reports.charts.kinds.over_time import Label, TimeBar

LABELS: Final = 12.0
RING: Final = 3.2
RADIUS: Final = 3.0
HATCH_APART: Final = 5.0
HATCH_LINE: Final = 1.6
BESIDE_NUMBERS: Final = 10.0
_BAR_SHARE: Final = 0.75
_WIDEST_BAR: Final = 32.0
_HOLLOW_LINE: Final = 1.4
_NARROW: Final = 5.0


class Panel:
    """A plot of calendar days on a sheet, `left` and `foot` its lower left corner in dp."""

    def __init__(
        self, sheet: Sheet, *, left: float, foot: float, width: float, height: float,
        first: date, last: date, ticks: Sequence[float],
    ) -> None:  # fmt: skip
        """Draw the grid and its numbers; the last tick is the top."""
        self.sheet, self.left, self.foot, self.first = sheet, left, foot, first
        axes = sheet.axes(left=left, bottom=foot, width=width, height=height)
        days = (last - first).days + 1
        self.column = Column(axes, width=width, height=height, days=days, top=ticks[-1])
        for tick in ticks:
            y = self.column.y(tick)
            axes.axhline(y, color=sheet.ink.grid, linewidth=1, zorder=0, clip_on=False)
            sheet.text(
                left - BESIDE_NUMBERS + 3, foot + y, plain(tick), size=LABELS,
                colour=sheet.ink.quiet, across="right", gid="tick",
            )  # fmt: skip

    def start(self, day: date) -> float:
        """Return where a day starts, in dp from the left of the plot."""
        return self.column.x((day - self.first).days)

    def slot(self, bar: TimeBar) -> tuple[float, float]:
        """Return left edge and width of the bar, in dp from the left of the plot."""
        start = self.start(bar.first)
        full = self.column.x((bar.last - self.first).days + 1) - start
        width = min(full * _BAR_SHARE, _WIDEST_BAR)
        return start + (full - width) / 2, width

    def bars(self, bars: Sequence[TimeBar], *, colour: str, hollow: bool = False) -> None:
        """Draw the bars in a colour; `hollow` ones are only edged with it, where wide enough."""
        for bar in bars:
            if bar.state is not DayState.TWITCHES:
                continue
            x, width = self.slot(bar)
            empty = hollow and width >= _NARROW
            inset = _HOLLOW_LINE / 2 if empty else 0.0
            outline = round_bar(
                x=x + inset, y=0, width=width - 2 * inset,
                height=max(self.column.y(bar.value) - inset, 0.3),
                radius=min(RADIUS, width * 0.35), foot=False,
            )  # fmt: skip
            self.column.axes.add_patch(
                PathPatch(
                    outline,
                    facecolor=self.sheet.ink.ground if empty else colour,
                    edgecolor=colour if empty else "none",
                    linewidth=_HOLLOW_LINE if empty else 0,
                    zorder=2,
                    gid="hollow bar" if empty else "bar",
                )
            )

    def rings(self, bars: Sequence[TimeBar], *, colour: str) -> None:
        """Draw a ring for each day or stretch with none."""
        quiet = [bar for bar in bars if bar.state is DayState.NONE]
        if not quiet:
            return
        pitch = self.column.width / len(bars)
        radius, line = max(1.0, min(RING, pitch * 0.34)), max(0.5, min(1.6, pitch * 0.2))
        slots = [self.slot(bar) for bar in quiet]
        self.column.axes.add_line(
            Line2D(
                [x + width / 2 for x, width in slots],
                [radius + line / 2 + 1] * len(slots),
                linestyle="none",
                marker="o",
                markersize=2 * radius,
                markeredgewidth=line,
                markeredgecolor=colour,
                markerfacecolor="none",
                clip_on=False,
                zorder=3,
                gid="none that day",
            )
        )

    def hatches(self, bars: Sequence[TimeBar]) -> None:
        """Hatch each run of stretches that were not logged as one column."""
        run: list[TimeBar] = []
        for bar in (*bars, None):
            if bar is not None and bar.state is DayState.NOT_LOGGED:
                run.append(bar)
            elif run:
                x, right = self._run(run)
                self.column.hatch(
                    x=x, width=right - x, colour=self.sheet.ink.hatch, line=HATCH_LINE,
                    apart=HATCH_APART, gid="not logged",
                )  # fmt: skip
                run = []

    def marks(self, bars: Sequence[TimeBar], *, row: int, height: float | None = None) -> None:
        """Let a tap in the column of a bar mean its row; the first bar is of row `row`."""
        top = self.foot + (self.column.height if height is None else height)
        for at, bar in enumerate(bars, row):
            start = self.left + self.start(bar.first)
            end = self.left + self.column.x((bar.last - self.first).days + 1)
            self.sheet.marks.append(Box(at, start, self.foot, end, top))

    def dates(self, ticks: Sequence[Label], *, y: float) -> None:
        """Write as many of the dates as there is room for."""
        sheet = self.sheet
        days = [(tick.first - self.first).days + 0.5 for tick in ticks]
        centres = [self.left + self.column.x(day) for day in days]
        widths = [sheet.measure(tick.text, size=LABELS) for tick in ticks]
        every = stride(widths, centres, gap=8)
        for tick, centre, wide in list(zip(ticks, centres, widths, strict=True))[::every]:
            x = min(max(centre, self.left + wide / 2 - 6), sheet.width - wide / 2)
            sheet.text(
                x, y, tick.text, size=LABELS, colour=sheet.ink.quiet, across="center", gid="date"
            )

    def _run(self, run: Sequence[TimeBar]) -> tuple[float, float]:
        """Return both edges of a run: as wide as bars would be, or all of it where thin."""
        x, width = self.slot(run[0])
        if width < _NARROW:
            return self.start(run[0].first), self.column.x((run[-1].last - self.first).days + 1)
        last_x, last_width = self.slot(run[-1])
        return x, last_x + last_width


def fitted(sheet: Sheet, text: str, *, room: float) -> str:
    """Return a strong text that fits into `room` dp, cut short with an ellipsis if it must be."""
    if sheet.measure(text, size=LABELS, strong=True) <= room:
        return text
    kept = text
    while kept and sheet.measure(f"{kept}…", size=LABELS, strong=True) > room:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"
