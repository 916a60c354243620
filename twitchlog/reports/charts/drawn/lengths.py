"""Draw how long twitches last."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from matplotlib.lines import Line2D

from twitchlog.reports.charts.drawn.key import HALF, RING, draw_key
from twitchlog.reports.charts.drawn.scale import stride
from twitchlog.reports.charts.drawn.shapes import Column
from twitchlog.reports.charts.keys import KEY_ROW
from twitchlog.reports.charts.marks import Box

if TYPE_CHECKING:
    from twitchlog.reports.charts.drawn.sheet import Sheet
    from twitchlog.reports.charts.kinds.lengths import DurationBars

LABELS: Final = 12.0
RADIUS: Final = 3.0
BAR_SHARE: Final = 0.8


def draw_durations(sheet: Sheet, spec: DurationBars) -> None:
    """Draw one bar a stretch of lengths, the lengths between the bars, the middle half above."""
    text = sheet.size(LABELS)
    big = text / LABELS
    key = KEY_ROW * big
    foot, above = key + text * 2, text * 1.6 + 16
    height = max(20.0, sheet.height - foot - above)
    axes = sheet.axes(left=0, bottom=foot, width=sheet.width, height=height)
    many = len(spec.counts)
    column = Column(axes, width=sheet.width, height=height, days=many, top=max(spec.counts))
    axes.axhline(0, color=sheet.ink.grid, linewidth=1, zorder=0, clip_on=False)
    slot = sheet.width / many
    for at, count in enumerate(spec.counts):
        sheet.marks.append(Box(at, slot * at, foot, slot * (at + 1), sheet.height))
        if count:
            column.bar(
                x=slot * (at + (1 - BAR_SHARE) / 2), width=slot * BAR_SHARE, value=count,
                radius=RADIUS, colour=sheet.ink.bar if at == spec.usual else sheet.ink.soft,
                gid=f"bar {at}",
            )  # fmt: skip
    _counts(sheet, spec, column, foot=foot)
    _edges(sheet, spec, foot=foot)
    _middle(sheet, spec, slot, foot=foot)
    draw_key(sheet, spec.key, y=key / 2)


def _counts(sheet: Sheet, spec: DurationBars, column: Column, *, foot: float) -> None:
    """Write each count above its bar, or none where one of them has no room."""
    slot, text = sheet.width / len(spec.counts), sheet.size(LABELS)
    written = [f"{count:,}" for count in spec.counts]
    if any(sheet.measure(each, size=LABELS, strong=True) > slot - 2 for each in written):
        return
    for at, (count, number) in enumerate(zip(spec.counts, written, strict=True)):
        usual = at == spec.usual
        if count:
            sheet.text(
                slot * (at + 0.5), foot + column.y(count) + text * 0.8, number, size=LABELS,
                strong=usual, colour=sheet.ink.text if usual else sheet.ink.quiet,
                across="center", gid="count",
            )  # fmt: skip


def _edges(sheet: Sheet, spec: DurationBars, *, foot: float) -> None:
    slot, text = sheet.width / len(spec.counts), sheet.size(LABELS)
    places = [slot * (at + 1) for at in range(len(spec.edges))]
    widths = [sheet.measure(edge, size=LABELS) for edge in spec.edges]
    every = stride(widths, places, gap=5)
    for edge, place in list(zip(spec.edges, places, strict=True))[every // 2 :: every]:
        sheet.line([place, place], [foot, foot - 4], width=1, colour=sheet.ink.grid)
        sheet.text(
            place, foot - 4 - text * 0.7, edge, size=LABELS, colour=sheet.ink.quiet,
            across="center", gid="edge",
        )  # fmt: skip


def _middle(sheet: Sheet, spec: DurationBars, slot: float, *, foot: float) -> None:
    """Draw the middle half as a band over all bars, the median as a dot and a line down from it."""
    ink, y = sheet.ink, sheet.height - 7
    axes = sheet.planes[0]
    low, median, high = (slot * at for at in (spec.low, spec.median, spec.high))
    low, high = min(low, median - 1), max(high, median + 1)
    sheet.line([low, high], [y, y], width=HALF, colour=ink.soft, gid="middle half")
    axes.plot(
        [median, median], [0, y - foot], color=ink.text, linewidth=1, dashes=(2, 2), zorder=0.5,
        clip_on=False, gid="median line",
    )  # fmt: skip
    sheet.figure.add_artist(
        Line2D(
            [median],
            [y],
            transform=sheet.dp,
            marker="o",
            markersize=2 * RING + 2,
            markeredgecolor=ink.ground,
            markeredgewidth=1.5,
            markerfacecolor=ink.bar,
            gid="median",
        )
    )
