"""Draw the dial of 24 hours."""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING, Final

from matplotlib.collections import LineCollection, PatchCollection
from matplotlib.patches import Circle, Wedge

from twitchlog.reports.charts.drawn.sheet import SMALLEST_TEXT
from twitchlog.reports.charts.marks import Sector
from twitchlog.translation import _

if TYPE_CHECKING:
    from twitchlog.reports.charts.drawn.plane import Plane
    from twitchlog.reports.charts.drawn.sheet import Sheet
    from twitchlog.reports.charts.kinds.dial import HourDial

LABELS: Final = 12.0
_HOLE: Final = 0.36
_HOURS: Final = ((0, "00"), (6, "06"), (12, "12"), (18, "18"))


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
    _hours(axes, sheet, spec, hole=hole, radius=radius)
    axes.add_patch(Circle((0, 0), hole, facecolor=ink.ground, edgecolor=ink.edge, linewidth=1))
    _hour_marks(sheet, axes, radius)


def _hours(axes: Plane, sheet: Sheet, spec: HourDial, *, hole: float, radius: float) -> None:
    """Draw all hours as one, and let a tap anywhere on the ring mean the hour there."""
    ink, most = sheet.ink, max(spec.hours)
    shown = [(hour, count) for hour, count in enumerate(spec.hours) if count]
    sectors = []
    for hour, count in shown:
        long = (radius - hole) * count / most
        sectors.append(Wedge((0, 0), hole + long, 90 - (hour + 1) * 15, 90 - hour * 15, width=long))
    colours = [ink.bar if hour in spec.busiest else ink.soft for hour, _count in shown]
    axes.add_collection(
        PatchCollection(
            sectors, facecolors=colours, edgecolor=ink.ground, linewidth=1.4, gid="hours"
        ),
        autolim=False,
    )
    centre = sheet.width / 2, sheet.height / 2
    sheet.marks.extend(Sector(hour, centre, hole, radius, hour / 24, 1 / 24) for hour in range(24))


def _hour_marks(sheet: Sheet, axes: Plane, radius: float) -> None:
    named = dict(_HOURS)
    marks = []
    for hour in range(24):
        angle = pi / 2 - hour * pi / 12
        end = radius + (5.0 if hour in named else 3.0)
        across, up = cos(angle), sin(angle)
        marks.append([(radius * across, radius * up), (end * across, end * up)])
        if hour in named:
            away = radius + 8 + sheet.size(LABELS) * (0.7 if hour % 12 else 0.5)
            sheet.text(
                sheet.width / 2 + away * across, sheet.height / 2 + away * up, named[hour],
                size=LABELS, strong=True, colour=sheet.ink.quiet, across="center", gid="hour",
            )  # fmt: skip
    axes.add_collection(
        LineCollection(marks, colors=sheet.ink.edge, linewidths=1, gid="hour mark"), autolim=False
    )


def _asleep(sheet: Sheet, sleep: tuple[float, float], *, radius: float) -> None:
    start, end = sleep
    long = (end - start) % 24
    axes = sheet.planes[0]
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
