"""Draw how long twitches last."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from matplotlib.lines import Line2D

from twitchlog.reports.charts.drawn.key import HALF, RING, draw_key
from twitchlog.reports.charts.drawn.shapes import Column
from twitchlog.reports.charts.drawn.sheet import SMALLEST_TEXT
from twitchlog.reports.charts.keys import KEY_ROW
from twitchlog.reports.charts.marks import Box
from twitchlog.reports.charts.scale import stride
from twitchlog.translation import numeral

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
        row = spec.first_row + at
        sheet.marks.append(Box(row, slot * at, foot, slot * (at + 1), sheet.height))
        if count:
            column.bar(
                x=slot * (at + (1 - BAR_SHARE) / 2), width=slot * BAR_SHARE, value=count,
                radius=RADIUS, colour=sheet.ink.bar if at == spec.usual else sheet.ink.soft,
                gid=f"bar {at}",
            )  # fmt: skip
    _counts(sheet, spec, column, foot=foot)
    _edges(sheet, spec, foot=foot)
    _middle(sheet, spec, slot)
    draw_key(sheet, spec.key, y=key / 2)


def _counts(sheet: Sheet, spec: DurationBars, column: Column, *, foot: float) -> None:
    """Write each count above its bar, smaller or not at all where one of them has no room."""
    slot = sheet.width / len(spec.counts)
    written = [numeral(count) for count in spec.counts]
    for size in (LABELS, SMALLEST_TEXT):
        widest = max(sheet.measure(each, size=size, strong=True) for each in written)
        if widest <= slot - 1:
            break
    else:
        return
    for at, (count, number) in enumerate(zip(spec.counts, written, strict=True)):
        usual = at == spec.usual
        if count:
            sheet.text(
                slot * (at + 0.5), foot + column.y(count) + sheet.size(size) * 0.8, number,
                size=size, strong=usual, colour=sheet.ink.text if usual else sheet.ink.quiet,
                across="center", gid="count",
            )  # fmt: skip


def _edges(sheet: Sheet, spec: DurationBars, *, foot: float) -> None:
    """Write the lengths at the ends of the bars, every second or third where they would touch."""
    slot, text = sheet.width / len(spec.counts), sheet.size(LABELS)
    sized = [(slot * at, edge, sheet.measure(edge, size=LABELS)) for at, edge in spec.edges]
    places = [min(max(at, wide / 2), sheet.width - wide / 2) for at, _edge, wide in sized]
    every = stride([wide for _at, _edge, wide in sized], places, gap=5)
    chosen = list(zip(sized, places, strict=True))[every // 2 :: every]
    for (at, edge, _wide), place in chosen:
        sheet.line([at, at], [foot, foot - 4], width=1, colour=sheet.ink.grid)
        sheet.text(
            place, foot - 4 - text * 0.7, edge, size=LABELS, colour=sheet.ink.quiet,
            across="center", gid="edge",
        )  # fmt: skip


def _middle(sheet: Sheet, spec: DurationBars, slot: float) -> None:
    """Draw the middle half as a thick line over all bars, the median as a dot on it."""
    ink, y = sheet.ink, sheet.height - 7
    low, median, high = (slot * at for at in (spec.low, spec.median, spec.high))
    low, high = min(low, median - 1), max(high, median + 1)
    sheet.line([low, high], [y, y], width=HALF, colour=ink.soft, gid="middle half")
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
