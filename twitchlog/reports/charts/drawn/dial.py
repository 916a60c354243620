"""Draw the dial of 24 hours."""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING, Final

from matplotlib.patches import Circle, Wedge

from twitchlog.reports.charts.drawn.sheet import SMALLEST_TEXT
from twitchlog.translation import _

if TYPE_CHECKING:
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
