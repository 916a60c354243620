"""Draw all factors that were judged, below each other on a ratio scale."""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING, Final

from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from twitchlog.reports.charts.drawn.labels import LABELS
from twitchlog.reports.charts.drawn.panel import fitted
from twitchlog.reports.charts.kinds.forest import FOOT, HEAD, ROW
from twitchlog.reports.charts.marks import Box
from twitchlog.reports.triggers.judging import SAME, Verdict
from twitchlog.translation import _

if TYPE_CHECKING:
    from twitchlog.reports.charts.drawn.sheet import Sheet
    from twitchlog.reports.charts.kinds.forest import Forest, ForestRow

END: Final = log(2)
"""The axis goes from half as many to twice as many."""
NAMES_SHARE: Final = 0.42
_LINES: Final = {Verdict.LINKED: 5.0, Verdict.POSSIBLY: 3.5, Verdict.NO_LINK: 3.0}
_LINKS: Final = frozenset({Verdict.LINKED, Verdict.POSSIBLY})
_HOLLOW: Final = frozenset({Verdict.POSSIBLY, Verdict.UNCLEAR})
_BESIDE: Final = 12.0


class _Axis:
    """Where a ratio lies across, in dp."""

    def __init__(self, sheet: Sheet) -> None:
        self.left, self.right = sheet.width * NAMES_SHARE + _BESIDE, sheet.width - _BESIDE

    def x(self, logarithm: float) -> float:
        """Return where the ratio of a logarithm lies, held at the ends."""
        held = min(max(logarithm, -END), END)
        return self.left + (held + END) / (2 * END) * (self.right - self.left)


def draw_forest(sheet: Sheet, spec: Forest) -> None:
    """Draw the band of about the same, then a row for each factor."""
    big, axis = sheet.size(LABELS) / LABELS, _Axis(sheet)
    top, foot = sheet.height - HEAD * big, FOOT * big
    left, right = (axis.x(end) for end in SAME)
    corners = [(left, foot), (right, foot), (right, top), (left, top), (left, foot)]
    _add(sheet, Path(corners, closed=True), facecolor=sheet.ink.track, linewidth=0, gid="same band")
    sheet.line([axis.x(0)] * 2, [foot, top], width=1, colour=sheet.ink.edge, gid="the same")
    names = (_("half as many"), "left"), (_("the same"), "center"), (_("twice as many"), "right")
    for (text, across), at in zip(names, (-END, 0.0, END), strict=True):
        sheet.text(
            axis.x(at), top + HEAD * big / 2, text, size=LABELS, colour=sheet.ink.quiet,
            across=across, gid="ratio",
        )  # fmt: skip
    for at, row in enumerate(spec.rows):
        high = top - ROW * big * at
        _row(sheet, row, axis, high - ROW * big / 2)
        sheet.marks.append(Box(at, 0, high - ROW * big, sheet.width, high))


def _row(sheet: Sheet, row: ForestRow, axis: _Axis, y: float) -> None:
    big, room = sheet.size(LABELS) / LABELS, sheet.width * NAMES_SHARE
    sheet.text(
        0, y + 8 * big, fitted(sheet, row.name, room=room), size=LABELS, strong=True, gid="name"
    )
    sheet.text(
        0, y - 8 * big, fitted(sheet, row.step, room=room), size=LABELS, colour=sheet.ink.quiet,
        gid="step",
    )  # fmt: skip
    sheet.line([axis.left, axis.right], [y, y], width=1, colour=sheet.ink.grid, gid="axis")
    linked = row.verdict in _LINKS
    colour = sheet.ink.bar if linked else sheet.ink.quiet
    sheet.line(
        [axis.x(row.low), axis.x(row.high)], [y, y], width=_LINES.get(row.verdict, 2.0),
        colour=colour, gid="range",
    )  # fmt: skip
    ends = [(axis.left, "<")] * (row.low < -END) + [(axis.right, ">")] * (row.high > END)
    for x, marker in ends:
        _mark(sheet, x, y, marker=marker, size=9, colour=colour, filled=True)
    if abs(row.middle) <= END:
        marker, size = ("D", 8.5) if linked else ("o", 8.5)
        filled = row.verdict not in _HOLLOW
        _mark(sheet, axis.x(row.middle), y, marker=marker, size=size, colour=colour, filled=filled)


def _mark(
    sheet: Sheet, x: float, y: float, *, marker: str, size: float, colour: str, filled: bool
) -> None:
    ground = sheet.ink.ground
    for wide, edge in ((size + 4, ground), (size, colour)):
        sheet.figure.add_artist(
            Line2D(
                [x], [y], transform=sheet.dp, linestyle="none", marker=marker, markersize=wide,
                markeredgewidth=1.8, markeredgecolor=edge,
                markerfacecolor=colour if filled and edge == colour else ground, zorder=3,
                gid="ratio mark",
            )
        )  # fmt: skip


def _add(sheet: Sheet, path: Path, **looks: object) -> None:
    sheet.figure.add_artist(PathPatch(path, transform=sheet.dp, zorder=0, **looks))
