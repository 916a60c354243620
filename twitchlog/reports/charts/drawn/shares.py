"""Draw shares over time as stacked bars."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from twitchlog.domain.checkin import DayState
from twitchlog.reports.charts import words
from twitchlog.reports.charts.drawn.key import EDGE, RING, draw_key
from twitchlog.reports.charts.drawn.labels import LABELS, write_row
from twitchlog.reports.charts.drawn.shapes import round_bar, slanted_lines
from twitchlog.reports.charts.keys import KEY_ROW, RAMP, key_rows
from twitchlog.reports.charts.marks import Box
from twitchlog.translation import numeral

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twitchlog.reports.charts.drawn.sheet import Sheet
    from twitchlog.reports.charts.kinds.shares import ShareBars

BAR_SHARE: Final = 0.78
WIDEST_BAR: Final = 40.0
RADIUS: Final = 3.0
HATCH_APART: Final = 5.0
HATCH_LINE: Final = 1.6
_BELOW_DATES: Final = 13.0
_BELOW_KEY: Final = 38.0
_SHOWN: Final = (0.0, 0.5, 1.0)


class _Plot:
    """The rectangle of the bars in dp, cut into a slot a bar."""

    def __init__(self, sheet: Sheet, spec: ShareBars, *, foot: float) -> None:
        self.left = max(sheet.measure(words.per_cent(at), size=LABELS) for at in _SHOWN) + 8
        self.foot, self.right = foot, sheet.width - 1
        self.top = max(foot + 24, sheet.height - sheet.size(LABELS) * 1.7)
        self.slot = (self.right - self.left) / len(spec.bars)
        self.bar = min(self.slot * BAR_SHARE, WIDEST_BAR)

    def y(self, share: float) -> float:
        """Return how high a share is."""
        return self.foot + share * (self.top - self.foot)

    def middle(self, at: int) -> float:
        """Return the middle of slot number `at`."""
        return self.left + (at + 0.5) * self.slot


def draw_shares(sheet: Sheet, spec: ShareBars) -> None:
    """Draw grid, stacked bars with their counts, rings, hatching, dates and key."""
    big = sheet.size(LABELS) / LABELS
    rows = key_rows(spec.key, width=sheet.width, text_scale=big)
    plot = _Plot(sheet, spec, foot=(_BELOW_KEY + KEY_ROW * (len(rows) - 0.5)) * big)
    _grid(sheet, plot)
    _levels(sheet, spec, plot)
    _quiet(sheet, spec, plot)
    _unknown(sheet, spec, plot)
    _counts(sheet, spec, plot)
    for at in range(len(spec.bars)):
        start = plot.left + at * plot.slot
        sheet.marks.append(Box(at, start, plot.foot, start + plot.slot, plot.top))
    sheet.plot = (plot.left, plot.right)
    write_row(
        sheet,
        [(plot.middle(at), text) for at, text in spec.ticks],
        y=plot.foot - _BELOW_DATES * big,
        gid="date",
    )
    for at, row in enumerate(rows):
        draw_key(sheet, row, y=plot.foot - (_BELOW_KEY + KEY_ROW * at) * big)


def _grid(sheet: Sheet, plot: _Plot) -> None:
    for share in _SHOWN:
        y = plot.y(share)
        sheet.line([plot.left, plot.right], [y, y], width=1, colour=sheet.ink.grid, gid="grid")
        sheet.text(
            plot.left - 6, y, words.per_cent(share), size=LABELS, colour=sheet.ink.quiet,
            across="right", gid="tick",
        )  # fmt: skip


def _levels(sheet: Sheet, spec: ShareBars, plot: _Plot) -> None:
    """Fill each level of all bars at once, edged because the first steps are close to the card."""
    for level, sign in enumerate(spec.signs):
        pieces = [
            _piece(bar.shares, level, plot, left=plot.middle(at) - plot.bar / 2)
            for at, bar in enumerate(spec.bars)
            if bar.shares[level]
        ]
        _add(
            sheet, pieces, facecolor=sheet.ink.ramp[RAMP.index(sign)], edgecolor=sheet.ink.edge,
            linewidth=min(EDGE, plot.bar / 6), gid=f"level {level}",
        )  # fmt: skip


def _piece(shares: Sequence[float], level: int, plot: _Plot, *, left: float) -> Path:
    """Return the outline of one level of a bar; the uppermost has round corners."""
    foot = sum(shares[:level])
    return round_bar(
        x=left,
        y=plot.y(foot),
        width=plot.bar,
        height=plot.y(foot + shares[level]) - plot.y(foot),
        radius=0 if any(shares[level + 1 :]) else min(RADIUS, plot.bar * 0.35),
        foot=False,
    )


def _quiet(sheet: Sheet, spec: ShareBars, plot: _Plot) -> None:
    found = [plot.middle(at) for at, bar in enumerate(spec.bars) if bar.state is DayState.NONE]
    if not found:
        return
    radius = min(RING, plot.slot * 0.34)
    line = min(1.6, radius / 2)
    sheet.figure.add_artist(
        Line2D(
            found,
            [plot.foot + radius + line / 2 + 1] * len(found),
            transform=sheet.dp,
            linestyle="none",
            marker="o",
            markersize=2 * radius,
            markeredgewidth=line,
            markeredgecolor=sheet.ink.bar,
            markerfacecolor="none",
            gid="none",
        )
    )


def _unknown(sheet: Sheet, spec: ShareBars, plot: _Plot) -> None:
    """Hatch what was not logged; the lines of neighbours continue each other."""
    lines = [
        slanted_lines(
            left=plot.middle(at) - plot.bar / 2,
            bottom=plot.foot,
            width=plot.bar,
            height=plot.top - plot.foot,
            apart=HATCH_APART,
        )
        for at, bar in enumerate(spec.bars)
        if bar.state is DayState.NOT_LOGGED
    ]
    _add(
        sheet, lines, fill=False, edgecolor=sheet.ink.hatch, linewidth=HATCH_LINE, gid="not logged"
    )


def _add(sheet: Sheet, outlines: list[Path], **look: object) -> None:
    """Draw many outlines as one."""
    if outlines:
        whole = Path.make_compound_path(*outlines)
        sheet.figure.add_artist(PathPatch(whole, transform=sheet.dp, zorder=3, **look))


def _counts(sheet: Sheet, spec: ShareBars, plot: _Plot) -> None:
    """Write above the bars how many twitches they are of."""
    counted = [
        (plot.middle(at), numeral(bar.answered))
        for at, bar in enumerate(spec.bars)
        if bar.state is DayState.TWITCHES
    ]
    write_row(sheet, counted, y=plot.top + sheet.size(LABELS) * 0.95, gid="count")
