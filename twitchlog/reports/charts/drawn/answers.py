"""Draw what was said about the twitches, a bar an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from matplotlib.patches import PathPatch
from matplotlib.path import Path

from twitchlog.reports.charts.drawn.shapes import round_bar
from twitchlog.reports.charts.kinds.movement import BAR_ROW, BETWEEN, HEAD_ROW, LINE, head_row
from twitchlog.reports.charts.marks import AROUND, Box
from twitchlog.reports.charts.spec import WIDE_FROM
from twitchlog.translation import numeral

if TYPE_CHECKING:
    from twitchlog.reports.charts.drawn.sheet import Sheet
    from twitchlog.reports.charts.kinds.movement import AnswerBars, AnswerGroup

NAMES: Final = 14.0
LABELS: Final = 12.0
RADIUS: Final = 3.0
_BAR: Final = 6.0
_ABREAST: Final = 24.0


def draw_answers(sheet: Sheet, spec: AnswerBars) -> None:
    """Draw the groups below each other, side by side in a wide sheet."""
    big = sheet.size(NAMES) / NAMES
    wide = sheet.width >= WIDE_FROM
    across = len(spec.groups) if wide else 1
    width = (sheet.width - _ABREAST * (across - 1)) / across
    tracks: list[Path] = []
    bars: list[Path] = []
    top, row = sheet.height, 0
    for at, group in enumerate(spec.groups):
        x = at * (width + _ABREAST) if wide else 0.0
        _head(sheet, group, x=x, y=top - HEAD_ROW * big * 0.4, width=width, below=LINE * big * wide)
        y = top - head_row(wide=wide) * big
        for bar in group.bars:
            _words(sheet, bar.name, numeral(bar.count), x=x, y=y - BAR_ROW * big * 0.3, width=width)
            foot = y - BAR_ROW * big * 0.82
            tracks.append(_outline(x, foot, width))
            if bar.count:
                bars.append(_outline(x, foot, max(_BAR, width * bar.share)))
            low = y - BAR_ROW * big
            sheet.marks.append(Box(row, x - AROUND, low, x + width + AROUND, y))
            row, y = row + 1, y - BAR_ROW * big
        top = sheet.height if wide else y - BETWEEN * big
    for outlines, colour, gid in ((tracks, sheet.ink.track, "track"), (bars, sheet.ink.bar, "bar")):
        sheet.figure.add_artist(
            PathPatch(
                Path.make_compound_path(*outlines), transform=sheet.dp, facecolor=colour,
                edgecolor="none", linewidth=0, gid=gid,
            )
        )  # fmt: skip


def _head(
    sheet: Sheet, group: AnswerGroup, *, x: float, y: float, width: float, below: float
) -> None:
    """Write what was asked, and of how many it was said: so far below it, or at the right."""
    quiet = sheet.ink.quiet
    sheet.text(x, y, group.name, size=LABELS, colour=quiet, gid="group")
    if below:
        sheet.text(x, y - below, group.of, size=LABELS, colour=quiet, gid="of")
    else:
        sheet.text(x + width, y, group.of, size=LABELS, colour=quiet, across="right", gid="of")


def _words(sheet: Sheet, name: str, count: str, *, x: float, y: float, width: float) -> None:
    sheet.text(x, y, name, size=NAMES, gid="answer")
    sheet.text(x + width, y, count, size=NAMES, strong=True, across="right", gid="count")


def _outline(x: float, foot: float, width: float) -> Path:
    return round_bar(x=x, y=foot, width=width, height=_BAR, radius=RADIUS, foot=True)
