"""Draw rest counts by their dates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from twitchlog.reports.charts.drawn.key import draw_key
from twitchlog.reports.charts.drawn.labels import LABELS, write_row
from twitchlog.reports.charts.keys import KEY_ROW, key_rows
from twitchlog.reports.charts.marks import Box
from twitchlog.reports.charts.scale import plain, round_ticks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twitchlog.reports.charts.drawn.sheet import Sheet
    from twitchlog.reports.charts.kinds.rest import RestDot, RestDots

DOT: Final = 4.0
RANGE: Final = 3.0
_BELOW_DATES: Final = 13.0
_BELOW_KEY: Final = 38.0


class _Plot:
    """The rectangle of the dots in dp: days across, twitches a minute upwards."""

    def __init__(self, sheet: Sheet, spec: RestDots, *, foot: float) -> None:
        highest = max(dot.spread[1] if dot.spread else dot.rate for dot in spec.dots)
        self.ticks = round_ticks(highest, whole=False)
        self.left = max(sheet.measure(plain(tick), size=LABELS) for tick in self.ticks) + 12
        self.right, self.days = sheet.width - DOT - 1, spec.days
        self.foot = foot
        self.top = max(foot + 24, sheet.height - sheet.size(LABELS) / 2 - 2)

    def x(self, at: float) -> float:
        """Return the place of a day."""
        return self.left + at / self.days * (self.right - self.left)

    def y(self, rate: float) -> float:
        """Return the height of a rate."""
        return self.foot + rate / self.ticks[-1] * (self.top - self.foot)


def draw_rest(sheet: Sheet, spec: RestDots) -> None:
    """Draw grid, intervals, dots, hollow dots of short counts, dates and key."""
    big = sheet.size(LABELS) / LABELS
    rows = key_rows(spec.key, width=sheet.width, text_scale=big)
    plot = _Plot(sheet, spec, foot=(_BELOW_KEY + KEY_ROW * (len(rows) - 0.5)) * big)
    for tick in plot.ticks:
        y = plot.y(tick)
        sheet.line([plot.left, plot.right], [y, y], width=1, colour=sheet.ink.grid, gid="grid")
        sheet.text(
            plot.left - 8, y, plain(tick), size=LABELS, colour=sheet.ink.quiet, across="right",
            gid="tick",
        )  # fmt: skip
    _intervals(sheet, spec.dots, plot)
    for hollow in (True, False):
        found = [dot for dot in spec.dots if (dot.spread is None) is hollow]
        _dots(sheet, found, plot, hollow=hollow)
    for at, dot in enumerate(spec.dots):
        low, high = dot.spread or (dot.rate, dot.rate)
        x = plot.x(dot.at)
        sheet.marks.append(Box(at, x - DOT, plot.y(low) - DOT, x + DOT, plot.y(high) + DOT))
    sheet.plot = (plot.left, plot.right)
    dates = [(plot.x(day + 0.5), text) for day, text in spec.ticks]
    write_row(sheet, dates, y=plot.foot - _BELOW_DATES * big, gid="date")
    for at, row in enumerate(rows):
        draw_key(sheet, row, y=plot.foot - (_BELOW_KEY + KEY_ROW * at) * big)


def _intervals(sheet: Sheet, dots: Sequence[RestDot], plot: _Plot) -> None:
    """Draw all intervals as one path of upright lines."""
    ends = [(plot.x(dot.at), plot.y(rate)) for dot in dots if dot.spread for rate in dot.spread]
    if not ends:
        return
    path = Path(ends, [Path.MOVETO, Path.LINETO] * (len(ends) // 2))
    sheet.figure.add_artist(
        PathPatch(
            path, transform=sheet.dp, fill=False, edgecolor=sheet.ink.soft, linewidth=RANGE,
            capstyle="round", zorder=3, gid="interval",
        )
    )  # fmt: skip


def _dots(sheet: Sheet, dots: Sequence[RestDot], plot: _Plot, *, hollow: bool) -> None:
    if not dots:
        return
    sheet.figure.add_artist(
        Line2D(
            [plot.x(dot.at) for dot in dots],
            [plot.y(dot.rate) for dot in dots],
            transform=sheet.dp,
            linestyle="none",
            marker="o",
            markersize=2 * DOT,
            markeredgewidth=1.6,
            markeredgecolor=sheet.ink.bar,
            markerfacecolor=sheet.ink.ground if hollow else sheet.ink.bar,
            zorder=4,
            gid="too short" if hollow else "count",
        )
    )
