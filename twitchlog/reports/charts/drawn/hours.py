"""Draw the hours of the week."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from matplotlib.collections import PolyCollection
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path

from twitchlog.reports.charts.drawn.key import draw_key
from twitchlog.reports.charts.drawn.shapes import round_bar, slanted_lines
from twitchlog.reports.charts.drawn.sheet import SMALLEST_TEXT
from twitchlog.reports.charts.keys import KEY_ROW, key_rows
from twitchlog.reports.charts.kinds.hours import ABOVE
from twitchlog.reports.charts.marks import Box
from twitchlog.translation import _

if TYPE_CHECKING:
    from twitchlog.reports.charts.drawn.sheet import Sheet
    from twitchlog.reports.charts.kinds.hours import WeekSquares

LABELS: Final = 12.0
_GAP: Final = 1.5
_EDGE: Final = 0.8
_HOURS: Final = (0, 6, 12, 18, 24)
_BELOW_HOURS: Final = 12.0
_BELOW_KEY: Final = 37.0
_HATCH_APART: Final = 5.0
_HATCH_LINE: Final = 1.6


def draw_week(sheet: Sheet, spec: WeekSquares) -> None:
    """Draw the sleep behind all rows, then the squares, hatching, names, hours and key."""
    big = sheet.size(LABELS) / LABELS
    rows = key_rows(spec.key, width=sheet.width, text_scale=big)
    foot = (_BELOW_KEY + KEY_ROW * (len(rows) - 0.5)) * big
    left = max(sheet.measure(name, size=LABELS) for name in spec.names) + 8
    above = 1.0 if spec.sleep is None else ABOVE * big
    right = sheet.measure("24", size=LABELS) / 2 + 1
    grid = _Grid(left, foot, sheet.width - left - right, sheet.height - foot - above)
    if spec.sleep is not None:
        _sleep(sheet, spec.sleep, grid)
    _squares(sheet, spec, grid)
    _hatches(sheet, spec, grid)
    for weekday, name in enumerate(spec.names):
        middle = grid.y(weekday) + grid.high / 2
        sheet.text(0, middle, name, size=LABELS, colour=sheet.ink.quiet, gid="weekday")
    for hour in _HOURS:
        sheet.text(
            grid.x(hour), foot - _BELOW_HOURS * big, f"{hour:02d}", size=LABELS,
            colour=sheet.ink.quiet, across="center", gid="hour",
        )  # fmt: skip
    for at, row in enumerate(rows):
        draw_key(sheet, row, y=foot - (_BELOW_KEY + KEY_ROW * at) * big)


class _Grid:
    """Where the squares lie, in dp: 24 hours across, Monday on top."""

    def __init__(self, left: float, foot: float, width: float, height: float) -> None:
        self.left, self.foot, self.height = left, foot, height
        self.wide, self.high = width / 24, height / 7

    def x(self, hour: float) -> float:
        """Return where an hour begins."""
        return self.left + hour * self.wide

    def y(self, weekday: int) -> float:
        """Return the lower edge of a weekday."""
        return self.foot + (6 - weekday) * self.high

    def corners(self, weekday: int, hour: int) -> list[tuple[float, float]]:
        """Return the corners of a square, a little smaller than its place."""
        inset = _GAP / 2
        left, right = self.x(hour) + inset, self.x(hour + 1) - inset
        bottom, top = self.y(weekday) + inset, self.y(weekday) + self.high - inset
        return [(left, bottom), (right, bottom), (right, top), (left, top)]


def _sleep(sheet: Sheet, sleep: tuple[float, float], grid: _Grid) -> None:
    """Grey out the usual sleep over all weekdays, in two parts where it goes past midnight."""
    start, end = sleep
    parts = [(start, end)] if start < end else [(start, 24.0), (0.0, end)]
    top = sheet.height
    boxes = [
        round_bar(
            x=grid.x(first), y=grid.foot, width=(last - first) * grid.wide, height=top - grid.foot,
            radius=0, foot=False,
        )
        for first, last in parts
        if last > first
    ]  # fmt: skip
    sheet.figure.add_artist(
        PathPatch(
            Path.make_compound_path(*boxes),
            transform=sheet.dp,
            facecolor=sheet.ink.track,
            edgecolor="none",
            gid="asleep",
        )
    )
    first, last = max(parts, key=lambda part: part[1] - part[0])
    word, room = _("asleep"), (last - first) * grid.wide
    if sheet.measure(word, size=SMALLEST_TEXT) <= room:
        sheet.text(
            grid.x((first + last) / 2), (grid.foot + grid.height + top) / 2, word,
            size=SMALLEST_TEXT, colour=sheet.ink.quiet, across="center", gid="asleep",
        )  # fmt: skip


def _squares(sheet: Sheet, spec: WeekSquares, grid: _Grid) -> None:
    """Draw all squares as one; hours without a twitch are edged only."""
    ink = sheet.ink
    corners, fills, edges = [], [], []
    for weekday, levels in enumerate(spec.levels):
        for hour in range(24):
            low, high = grid.y(weekday), grid.y(weekday) + grid.high
            sheet.marks.append(Box(24 * weekday + hour, grid.x(hour), low, grid.x(hour + 1), high))
            if levels is None:
                continue
            corners.append(grid.corners(weekday, hour))
            fills.append(ink.ramp[levels[hour] - 1] if levels[hour] else "none")
            edges.append(ink.edge if levels[hour] else ink.grid)
    sheet.figure.add_artist(
        PolyCollection(
            corners,
            facecolors=fills,
            edgecolors=edges,
            linewidths=_EDGE,
            transform=sheet.dp,
            gid="squares",
        )
    )


def _hatches(sheet: Sheet, spec: WeekSquares, grid: _Grid) -> None:
    """Hatch the weekdays that were never logged."""
    width = 24 * grid.wide
    for weekday, levels in enumerate(spec.levels):
        if levels is not None:
            continue
        bottom, height = grid.y(weekday) + _GAP, grid.high - 2 * _GAP
        lines = slanted_lines(
            left=grid.left, bottom=bottom, width=width, height=height, apart=_HATCH_APART
        )
        patch = PathPatch(
            lines, transform=sheet.dp, fill=False, edgecolor=sheet.ink.hatch,
            linewidth=_HATCH_LINE, capstyle="projecting", gid="not logged",
        )  # fmt: skip
        sheet.figure.add_artist(patch)
        patch.set_clip_path(Rectangle((grid.left, bottom), width, height, transform=sheet.dp))
