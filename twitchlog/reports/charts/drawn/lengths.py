"""Draw how long twitches last."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from twitchlog.reports.charts.drawn.scale import stride
from twitchlog.reports.charts.drawn.shapes import Column

if TYPE_CHECKING:
    from twitchlog.reports.charts.drawn.sheet import Sheet
    from twitchlog.reports.charts.kinds.lengths import DurationBars

LABELS: Final = 12.0
RADIUS: Final = 3.0


def draw_durations(sheet: Sheet, spec: DurationBars) -> None:
    """Draw one bar a stretch of lengths, its count above it, the lengths between the bars."""
    text = sheet.size(LABELS)
    foot, above = text * 1.75, text * 1.6
    height = max(20.0, sheet.height - foot - above)
    axes = sheet.axes(left=0, bottom=foot, width=sheet.width, height=height)
    many = len(spec.counts)
    column = Column(axes, width=sheet.width, height=height, days=many, top=max(spec.counts))
    axes.axhline(0, color=sheet.ink.grid, linewidth=1, zorder=0, clip_on=False)
    slot = sheet.width / many
    for at, count in enumerate(spec.counts):
        if not count:
            continue
        usual = at == spec.usual
        column.bar(
            x=slot * (at + 0.1), width=slot * 0.8, value=count, radius=RADIUS,
            colour=sheet.ink.bar if usual else sheet.ink.soft, gid=f"bar {at}",
        )  # fmt: skip
        sheet.text(
            slot * (at + 0.5), foot + column.y(count) + text * 0.8, f"{count:,}", size=LABELS,
            strong=usual, colour=sheet.ink.text if usual else sheet.ink.quiet,
            across="center", gid="count",
        )  # fmt: skip
    places = [slot * (at + 1) for at in range(len(spec.edges))]
    widths = [sheet.measure(edge, size=LABELS) for edge in spec.edges]
    every = stride(widths, places, gap=5)
    for edge, place in list(zip(spec.edges, places, strict=True))[every // 2 :: every]:
        sheet.line([place, place], [foot, foot - 4], width=1, colour=sheet.ink.grid)
        sheet.text(
            place, foot - 4 - text * 0.7, edge, size=LABELS, colour=sheet.ink.quiet,
            across="center", gid="edge",
        )  # fmt: skip
