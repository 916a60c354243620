"""Draw how sure it is that it keeps to one place, and how many places each week had."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch

from twitchlog.reports.charts.drawn.fitting import fitted
from twitchlog.reports.charts.drawn.key import RING, draw_key
from twitchlog.reports.charts.drawn.shapes import Column, round_bar
from twitchlog.reports.charts.keys import KEY_ROW, key_rows
from twitchlog.reports.charts.kinds.same_place import (
    AXIS,
    DATES,
    INTERVAL_ROW,
    THRESHOLDS,
    WEEKS_TITLE,
)
from twitchlog.reports.charts.marks import AROUND, Box
from twitchlog.reports.charts.scale import plain, round_ticks
from twitchlog.reports.charts.words import per_cent

if TYPE_CHECKING:
    from twitchlog.reports.charts.drawn.sheet import Sheet
    from twitchlog.reports.charts.kinds.same_place import Interval, SamePlaceChart

LABELS: Final = 12.0
NAMES: Final = 14.0
BAR_SHARE: Final = 0.7
WIDEST_BAR: Final = 24.0
RADIUS: Final = 3.0
_TRACK: Final = 6.0
_DOT: Final = 11.0
_INSIDE: Final = 6.0
_PARTS: Final = ((0.0, "left"), (0.5, "center"), (0.8, "center"), (1.0, "right"))


def draw_same_place(sheet: Sheet, spec: SamePlaceChart) -> None:
    """Draw the intervals on one axis where there are any, and the bars of the weeks below them."""
    big = sheet.ink.text_scale
    top = sheet.height
    if spec.intervals:
        for at, interval in enumerate(spec.intervals):
            _interval(sheet, interval, top=top, big=big)
            foot = top - INTERVAL_ROW * big
            if interval.judged:
                _thresholds(sheet, spec, foot=foot, big=big)
                foot -= THRESHOLDS * big
            sheet.marks.append(Box(at, -AROUND, foot, sheet.width + AROUND, top))
            top = foot
        _axis(sheet, top=top)
        top -= AXIS * big
    _weeks(sheet, spec, top=top, big=big)


def _x(sheet: Sheet, share: float) -> float:
    """Return where a share lies, so that a dot at either end is whole."""
    return _INSIDE + share * (sheet.width - 2 * _INSIDE)


def _thresholds(sheet: Sheet, spec: SamePlaceChart, *, foot: float, big: float) -> None:
    """Draw a thin line at each share that decides, named below the interval it decides for."""
    for each in spec.thresholds:
        x = _x(sheet, each.at)
        sheet.line(
            [x, x], [foot, foot + 0.5 * INTERVAL_ROW * big], width=1, colour=sheet.ink.edge,
            dashes=(3, 2), gid="threshold",
        )  # fmt: skip
        sheet.text(
            sheet.width if each.above else x, foot - sheet.size(LABELS) * 0.5, each.words,
            size=LABELS, colour=sheet.ink.quiet, across="right", gid="threshold",
        )  # fmt: skip


def _interval(sheet: Sheet, interval: Interval, *, top: float, big: float) -> None:
    row = INTERVAL_ROW * big
    room = sheet.width - sheet.measure(interval.text, size=NAMES, strong=True) - 12
    label, size = fitted(sheet, interval.label, size=NAMES, room=room)
    sheet.text(0, top - row * 0.28, label, size=size, gid="interval")
    sheet.text(
        sheet.width, top - row * 0.28, interval.text, size=NAMES, strong=True, across="right",
        gid="value",
    )  # fmt: skip
    y = top - row * 0.72
    ink = sheet.ink
    for low, high, colour, gid in (
        (0.0, 1.0, ink.track, "track"),
        (interval.low, interval.high, ink.soft, "likely"),
    ):
        start = _x(sheet, low)
        outline = round_bar(
            x=start, y=y - _TRACK / 2, width=max(2.0, _x(sheet, high) - start), height=_TRACK,
            radius=RADIUS, foot=True,
        )  # fmt: skip
        sheet.figure.add_artist(
            PathPatch(outline, transform=sheet.dp, facecolor=colour, linewidth=0, gid=gid)
        )
    sheet.figure.add_artist(
        Line2D(
            [_x(sheet, interval.value)],
            [y],
            transform=sheet.dp,
            marker="o",
            markersize=_DOT,
            markerfacecolor=ink.bar,
            markeredgecolor=ink.ground,
            markeredgewidth=1.5,
            gid="dot",
        )
    )


def _axis(sheet: Sheet, *, top: float) -> None:
    for share, across in _PARTS:
        x = {"left": 0.0, "right": sheet.width}.get(across, _x(sheet, share))
        sheet.text(
            x, top - sheet.size(LABELS) * 0.7, per_cent(share), size=LABELS,
            colour=sheet.ink.quiet, across=across, gid="share",
        )  # fmt: skip


def _weeks(sheet: Sheet, spec: SamePlaceChart, *, top: float, big: float) -> None:
    rows = key_rows(spec.key, width=sheet.width, text_scale=big) if spec.key else ()
    foot = (DATES + KEY_ROW * len(rows)) * big
    title, size = fitted(sheet, spec.title, size=NAMES, room=sheet.width)
    sheet.text(0, top - sheet.size(NAMES), title, size=size, gid="title")
    most = max((bar.places or 0.0 for bar in spec.bars), default=0.0)
    ticks = round_ticks(most, whole=True)
    left = max(sheet.measure(plain(tick), size=LABELS) for tick in ticks) + 10
    height = max(24.0, top - WEEKS_TITLE * big - foot)
    width = sheet.width - left - 1
    axes = sheet.axes(left=left, bottom=foot, width=width, height=height)
    column = Column(axes, width=width, height=height, days=len(spec.bars), top=ticks[-1])
    for tick in (ticks[0], ticks[-1]):
        axes.axhline(column.y(tick), color=sheet.ink.grid, linewidth=1, zorder=0, clip_on=False)
        sheet.text(
            left - 7, foot + column.y(tick), plain(tick), size=LABELS, colour=sheet.ink.quiet,
            across="right", gid="tick",
        )  # fmt: skip
    _bars(sheet, spec, column)
    slot = width / len(spec.bars)
    for at in range(len(spec.bars)):
        start = left + at * slot
        row = len(spec.intervals) + at
        sheet.marks.append(Box(row, start, foot, start + slot, foot + height))
    y = foot - sheet.size(LABELS)
    for x, text, across in ((left, spec.first, "left"), (sheet.width, spec.last, "right")):
        sheet.text(x, y, text, size=LABELS, colour=sheet.ink.quiet, across=across, gid="date")
    for at, entries in enumerate(rows):
        draw_key(sheet, entries, y=foot - (DATES + KEY_ROW * (at + 0.5)) * big)


def _bars(sheet: Sheet, spec: SamePlaceChart, column: Column) -> None:
    slot = column.width / len(spec.bars)
    wide = min(slot * BAR_SHARE, WIDEST_BAR)
    rings = []
    for at, bar in enumerate(spec.bars):
        x = slot * at + (slot - wide) / 2
        if bar.places is None:
            column.hatch(
                x=x, width=wide, colour=sheet.ink.hatch, line=1.6, apart=5.0, gid="not logged"
            )
        elif bar.places:
            radius = min(RADIUS, wide * 0.35)
            column.bar(
                x=x, width=wide, value=bar.places, radius=radius, colour=sheet.ink.bar, gid="week"
            )
        else:
            rings.append(x + wide / 2)
    radius = min(RING, slot * 0.34)
    column.axes.add_line(
        Line2D(
            rings,
            [radius + 2] * len(rings),
            linestyle="none",
            marker="o",
            markersize=2 * radius,
            markeredgewidth=min(1.6, slot * 0.2),
            markeredgecolor=sheet.ink.bar,
            markerfacecolor="none",
            clip_on=False,
            gid="none that week",
        )
    )
