"""A plot over days: grid, numbers and dates around it, bars, rings and hatching in it.

All bars are one path, and so is all hatching: an artist each would take longer than the rest of the
picture together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from twitchlog.domain.checkin import DayState
from twitchlog.reports.charts.drawn.shapes import round_bar, slanted_lines
from twitchlog.reports.charts.marks import Box
from twitchlog.reports.charts.scale import plain, stride

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
    """A plot of calendar days on a sheet; all its places are in dp of the sheet."""

    def __init__(
        self, sheet: Sheet, *, left: float, foot: float, width: float, height: float,
        first: date, last: date, ticks: Sequence[float],
    ) -> None:  # fmt: skip
        """Draw the grid and its numbers; `left`, `foot` is its corner, the last tick its top."""
        self.sheet, self.first = sheet, first
        self.left, self.foot, self.width, self.height = left, foot, width, height
        self._days, self._top = (last - first).days + 1, ticks[-1]
        lines = []
        for tick in ticks:
            y = self.y(tick)
            lines.append(Path([(left, y), (left + width, y)]))
            sheet.text(
                left - BESIDE_NUMBERS + 3, y, plain(tick), size=LABELS, colour=sheet.ink.quiet,
                across="right", gid="tick",
            )  # fmt: skip
        self.draw(lines, zorder=0, fill=False, edgecolor=sheet.ink.grid, linewidth=1, gid="grid")

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.left + self.width

    @property
    def top(self) -> float:
        """Its upper edge."""
        return self.foot + self.height

    def x(self, day: date, *, part: float = 0.0) -> float:
        """Return where a day starts, or the place at a `part` of it."""
        return self.left + ((day - self.first).days + part) / self._days * self.width

    def y(self, value: float) -> float:
        """Return how high a value is."""
        return self.foot + value / self._top * self.height

    def inside(self) -> Path:
        """Return the outline of the plot."""
        return _box(self.left, self.foot, self.right, self.top)

    def draw(self, paths: Sequence[Path], *, clip: Path | None = None, **looks: Any) -> None:
        """Draw paths as one, within `clip` where it is given; nothing where there is none."""
        if not paths:
            return
        patch = PathPatch(Path.make_compound_path(*paths), transform=self.sheet.dp, **looks)
        if clip is not None:
            patch.set_clip_path(clip, self.sheet.dp)
        self.sheet.figure.add_artist(patch)

    def slot(self, bar: TimeBar) -> tuple[float, float]:
        """Return left edge and width of the bar."""
        start = self.x(bar.first)
        full = self.x(bar.last, part=1) - start
        width = min(full * _BAR_SHARE, _WIDEST_BAR)
        return start + (full - width) / 2, width

    def bars(self, bars: Sequence[TimeBar], *, colour: str, hollow: bool = False) -> None:
        """Draw the bars in a colour; `hollow` ones are only edged with it, where wide enough."""
        filled: list[Path] = []
        empty: list[Path] = []
        for bar in bars:
            if bar.state is not DayState.TWITCHES:
                continue
            x, width = self.slot(bar)
            edged = hollow and width >= _NARROW
            inset = _HOLLOW_LINE / 2 if edged else 0.0
            outline = round_bar(
                x=x + inset, y=self.foot, width=width - 2 * inset,
                height=max(self.y(bar.value) - self.foot - inset, 0.3),
                radius=min(RADIUS, width * 0.35), foot=False,
            )  # fmt: skip
            (empty if edged else filled).append(outline)
        self.draw(filled, zorder=2, facecolor=colour, edgecolor="none", linewidth=0, gid="bar")
        self.draw(
            empty, zorder=2, facecolor=self.sheet.ink.ground, edgecolor=colour,
            linewidth=_HOLLOW_LINE, gid="hollow bar",
        )  # fmt: skip

    def rings(self, bars: Sequence[TimeBar], *, colour: str) -> None:
        """Draw a ring for each day or stretch with none."""
        quiet = [bar for bar in bars if bar.state is DayState.NONE]
        if not quiet:
            return
        pitch = self.width / len(bars)
        radius, line = max(1.0, min(RING, pitch * 0.34)), max(0.5, min(1.6, pitch * 0.2))
        slots = [self.slot(bar) for bar in quiet]
        rings = Line2D(
            [x + width / 2 for x, width in slots],
            [self.foot + radius + line / 2 + 1] * len(slots),
            transform=self.sheet.dp, linestyle="none", marker="o", markersize=2 * radius,
            markeredgewidth=line, markeredgecolor=colour, markerfacecolor="none", zorder=3,
            gid="none that day",
        )  # fmt: skip
        self.sheet.figure.add_artist(rings)

    def hatches(self, bars: Sequence[TimeBar]) -> None:
        """Hatch each run of stretches that were not logged as one column."""
        runs: list[list[TimeBar]] = []
        before: TimeBar | None = None
        for bar in bars:
            if bar.state is DayState.NOT_LOGGED:
                if before is None or before.state is not DayState.NOT_LOGGED:
                    runs.append([])
                runs[-1].append(bar)
            before = bar
        edges = [self._run(run) for run in runs]
        if edges:
            self.draw(
                [
                    slanted_lines(
                        left=left, bottom=self.foot, width=right - left, height=self.height,
                        apart=HATCH_APART,
                    )
                    for left, right in edges
                ],
                clip=Path.make_compound_path(
                    *(_box(left, self.foot, right, self.top) for left, right in edges)
                ),
                zorder=1, fill=False, edgecolor=self.sheet.ink.hatch, linewidth=HATCH_LINE,
                capstyle="projecting", gid="not logged",
            )  # fmt: skip

    def marks(self, bars: Sequence[TimeBar], *, row: int) -> None:
        """Let a tap in the column of a bar mean its row; the first bar is of row `row`."""
        for at, bar in enumerate(bars, row):
            left, right = self.x(bar.first), self.x(bar.last, part=1)
            self.sheet.marks.append(Box(at, left, self.foot, right, self.top))

    def dates(self, ticks: Sequence[Label], *, y: float) -> None:
        """Write as many of the dates as there is room for."""
        sheet = self.sheet
        widths = [sheet.measure(tick.text, size=LABELS) for tick in ticks]
        places = [
            min(max(self.x(tick.first, part=0.5), self.left + wide / 2 - 6), sheet.width - wide / 2)
            for tick, wide in zip(ticks, widths, strict=True)
        ]
        every = stride(widths, places, gap=8)
        for tick, x in list(zip(ticks, places, strict=True))[::every]:
            sheet.text(
                x, y, tick.text, size=LABELS, colour=sheet.ink.quiet, across="center", gid="date"
            )

    def _run(self, run: Sequence[TimeBar]) -> tuple[float, float]:
        """Return both edges of a run: as wide as bars would be, or all of it where thin."""
        left, width = self.slot(run[0])
        if width < _NARROW:
            return self.x(run[0].first), self.x(run[-1].last, part=1)
        last, last_width = self.slot(run[-1])
        return left, last + last_width


def fitted(sheet: Sheet, text: str, *, room: float, strong: bool = True) -> str:
    """Return a text that fits into `room` dp, cut short with an ellipsis if it must be."""
    if sheet.measure(text, size=LABELS, strong=strong) <= room:
        return text
    kept = text
    while kept and sheet.measure(f"{kept}…", size=LABELS, strong=strong) > room:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"


def _box(left: float, bottom: float, right: float, top: float) -> Path:
    corners = [(left, bottom), (right, bottom), (right, top), (left, top), (left, bottom)]
    return Path(corners, closed=True)
