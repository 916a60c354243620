"""Draw the places, the dial and the durations of the screen."""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING, Final

from matplotlib.patches import Circle, PathPatch, Wedge

from twitchlog.reports.charts.scale import stride
from twitchlog.reports.charts.shapes import Column, round_bar
from twitchlog.reports.charts.sheet import SMALLEST_TEXT
from twitchlog.reports.charts.size import PLACE_ROW, columns
from twitchlog.translation import _

if TYPE_CHECKING:
    from twitchlog.reports.charts.sheet import Sheet
    from twitchlog.reports.charts.spec import DurationBars, HourDial, PlaceBar, PlaceBars

NAMES: Final = 14.0
LABELS: Final = 12.0
RADIUS: Final = 3.0
_BAR: Final = 6.0
_BETWEEN: Final = 24.0
_HOLE: Final = 0.36
_HOURS: Final = ((0, "00"), (6, "06"), (12, "12"), (18, "18"))


def draw_places(sheet: Sheet, spec: PlaceBars) -> None:
    """Draw one row a place: name, count, and a bar on a track; two abreast in a wide sheet."""
    across = columns(sheet.width)
    width = (sheet.width - _BETWEEN * (across - 1)) / across
    row = PLACE_ROW * sheet.size(NAMES) / NAMES
    most = max(bar.entries for bar in spec.bars)
    for at, bar in enumerate(spec.bars):
        x = (at % across) * (width + _BETWEEN)
        top = sheet.height - (at // across) * row
        _place(sheet, bar, x=x, top=top, width=width, row=row, share=bar.entries / most)
    if spec.others:
        y = sheet.height - -(-len(spec.bars) // across) * row - sheet.size(LABELS) * 0.9
        sheet.text(0, y, spec.others, size=LABELS, colour=sheet.ink.quiet, gid="others")


def _place(
    sheet: Sheet, bar: PlaceBar, *, x: float, top: float, width: float, row: float, share: float
) -> None:
    middle = top - row * 0.32
    room = width - sheet.measure(bar.text, size=NAMES, strong=True) - 12
    name, size = _fitted(sheet, bar.name, room=room)
    sheet.text(x, middle, name, size=size, gid="place")
    sheet.text(x + width, middle, bar.text, size=NAMES, strong=True, across="right", gid="count")
    foot = top - row * 0.82
    for length, colour, gid in (
        (width, sheet.ink.track, "track"),
        (max(_BAR, width * share), sheet.ink.bar, "bar"),
    ):
        outline = round_bar(x=x, y=foot, width=length, height=_BAR, radius=RADIUS, foot=True)
        sheet.figure.add_artist(
            PathPatch(
                outline,
                transform=sheet.dp,
                facecolor=colour,
                edgecolor="none",
                linewidth=0,
                gid=gid,
            )
        )


def _fitted(sheet: Sheet, name: str, *, room: float) -> tuple[str, float]:
    """Return a name and the size it fits at: smaller down to 11 sp, then cut with an ellipsis."""
    size = NAMES * min(1.0, room / max(1.0, sheet.measure(name, size=NAMES)))
    size = max(SMALLEST_TEXT / sheet.ink.text_scale, size)
    shown = name
    while len(shown) > 1 and sheet.measure(shown, size=size) > room:
        shown = f"{shown.rstrip('…')[:-1].rstrip()}…"
    return shown, size


def draw_dial(sheet: Sheet, spec: HourDial) -> None:
    """Draw 24 hours around a clock, midnight on top, the length of a sector its count."""
    around = sheet.size(LABELS) * 1.25 + 8
    radius = max(20.0, min(sheet.width, sheet.height) / 2 - around)
    axes = sheet.axes(left=0, bottom=0, width=sheet.width, height=sheet.height)
    axes.set_xlim(-sheet.width / 2, sheet.width / 2)
    axes.set_ylim(-sheet.height / 2, sheet.height / 2)
    ink, hole = sheet.ink, radius * _HOLE
    if spec.sleep is not None:
        _asleep(sheet, spec.sleep, radius=radius)
    axes.add_patch(Circle((0, 0), radius, fill=False, edgecolor=ink.grid, linewidth=1))
    half = (hole + radius) / 2
    axes.add_patch(
        Circle((0, 0), half, fill=False, edgecolor=ink.grid, linewidth=1, linestyle=(0, (2, 3)))
    )
    most = max(spec.hours)
    for hour, count in enumerate(spec.hours):
        if count:
            axes.add_patch(
                Wedge(
                    (0, 0),
                    hole + (radius - hole) * count / most,
                    90 - (hour + 1) * 15,
                    90 - hour * 15,
                    width=(radius - hole) * count / most,
                    facecolor=ink.bar if hour in spec.busiest else ink.soft,
                    edgecolor=ink.ground,
                    linewidth=1.4,
                    gid=f"hour {hour}",
                )
            )
    axes.add_patch(Circle((0, 0), hole, facecolor=ink.ground, edgecolor=ink.edge, linewidth=1))
    _hour_marks(sheet, radius)


def _hour_marks(sheet: Sheet, radius: float) -> None:
    middle_x, middle_y = sheet.width / 2, sheet.height / 2
    named = dict(_HOURS)
    for hour in range(24):
        angle = pi / 2 - hour * pi / 12
        long = 5.0 if hour in named else 3.0
        sheet.line(
            [middle_x + radius * cos(angle), middle_x + (radius + long) * cos(angle)],
            [middle_y + radius * sin(angle), middle_y + (radius + long) * sin(angle)],
            width=1,
            colour=sheet.ink.edge,
            gid="hour mark",
        )
        if hour in named:
            away = radius + 8 + sheet.size(LABELS) * (0.7 if hour % 12 else 0.5)
            sheet.text(
                middle_x + away * cos(angle), middle_y + away * sin(angle), named[hour],
                size=LABELS, strong=True, colour=sheet.ink.quiet, across="center", gid="hour",
            )  # fmt: skip


def _asleep(sheet: Sheet, sleep: tuple[float, float], *, radius: float) -> None:
    start, end = sleep
    long = (end - start) % 24
    axes = sheet.figure.axes[0]
    axes.add_patch(
        Wedge(
            (0, 0),
            radius,
            90 - (start + long) * 15,
            90 - start * 15,
            facecolor=sheet.ink.track,
            edgecolor="none",
            gid="asleep",
        )
    )
    angle = pi / 2 - (start + long / 2) * pi / 12
    sheet.text(
        sheet.width / 2 + radius * 0.68 * cos(angle),
        sheet.height / 2 + radius * 0.68 * sin(angle),
        _("asleep"),
        size=SMALLEST_TEXT,
        colour=sheet.ink.quiet,
        across="center",
        gid="asleep",
    )


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
