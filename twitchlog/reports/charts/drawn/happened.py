"""Draw the signs of what happened, told apart by their shapes alone."""

from __future__ import annotations

from math import nan
from typing import TYPE_CHECKING, Any, Final

from matplotlib.lines import Line2D
from matplotlib.path import Path

from twitchlog.domain.counts.over_time import EventKind
from twitchlog.reports.charts.kinds.events import NOTE, SEVERAL, SIGN
from twitchlog.reports.charts.kinds.timeline import LANE, NOTE_LANE
from twitchlog.reports.charts.marks import Box

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twitchlog.reports.charts.drawn.shapes import Column
    from twitchlog.reports.charts.drawn.sheet import Sheet
    from twitchlog.reports.charts.kinds.timeline import Timeline

WIDTH: Final = 9.0
DOT: Final = 4.0
LINE: Final = 1.3
COUNT: Final = 11.0
DISC: Final = 14.0
THIN: Final = 0.8
FINGER: Final = 6.0
"""So far into the plot the part of a sign reaches for a finger."""
_GO: Final = ((-0.7, -1.0), (1.0, 0.0), (-0.7, 1.0), (-0.7, -1.0))
_STOP: Final = ((-0.8, -0.8), (0.8, -0.8), (0.8, 0.8), (-0.8, 0.8), (-0.8, -0.8))
_DIAMOND: Final = ((0.0, -1.0), (1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0))
_CROSS: Final = (
    (-0.35, -1.0), (0.35, -1.0), (0.35, -0.35), (1.0, -0.35), (1.0, 0.35), (0.35, 0.35),
    (0.35, 1.0), (-0.35, 1.0), (-0.35, 0.35), (-1.0, 0.35), (-1.0, -0.35), (-0.35, -0.35),
    (-0.35, -1.0),
)  # fmt: skip
_SHAPES: Final[dict[str, tuple[Any, bool]]] = {
    # The outline, and whether it is filled: medicines are, what is no medicine is hollow.
    EventKind.MEDICINE_STARTED: (_GO, True),
    EventKind.MEDICINE_STOPPED: (_STOP, True),
    EventKind.NEW_DOSE: (_DIAMOND, True),
    EventKind.TREATMENT_STARTED: (_GO, False),
    EventKind.TREATMENT_STOPPED: (_STOP, False),
    EventKind.APPOINTMENT: (_CROSS, True),
}


def draw_lanes(sheet: Sheet, spec: Timeline, column: Column, *, left: float, foot: float) -> None:
    """Draw the signs above the plot, a thin line from each day into it, and the dots of notes."""
    top = foot + column.height
    floor = top + (NOTE_LANE if spec.noted else 0)
    half = column.x(0.5)
    by_kind: dict[str, list[tuple[float, float]]] = {}
    for at, sign in enumerate(spec.signs):
        x = left + column.x((sign.first - spec.first).days) + half
        shown = min(x, sheet.width - WIDTH / 2 - 1)
        y = floor + LANE * (sign.level + 0.5)
        by_kind.setdefault(sign.kind, []).append((shown, y))
        reach = SIGN / 2
        below = FINGER if sign.level == 0 else 0
        sheet.marks.append(
            Box(
                len(spec.bars) + at,
                shown - reach,
                y - LANE / 2 - below,
                shown + reach,
                y + LANE / 2,
            )
        )
        if sign.kind == SEVERAL:
            _count(sheet, len(sign.events), shown, y)
    _lines(sheet, spec, column, floor=floor - foot)
    for kind, places in by_kind.items():
        draw_signs(sheet, kind, places)
    if spec.noted:
        middles = [_middle(spec, column, at) for at in spec.noted]
        dot = min(DOT, column.width / len(spec.bars) * 0.8)
        draw_signs(sheet, NOTE, [(left + x, top + NOTE_LANE / 2) for x in middles], dot=dot)


def _middle(spec: Timeline, column: Column, at: int) -> float:
    bar = spec.bars[at]
    days = (bar.first - spec.first).days + (bar.last - spec.first).days + 1
    return column.x(days / 2)


def _lines(sheet: Sheet, spec: Timeline, column: Column, *, floor: float) -> None:
    """Draw a line from each sign down behind the bars, all as one artist."""
    xs: list[float] = []
    ys: list[float] = []
    for sign in spec.signs:
        x = column.x((sign.first - spec.first).days + 0.5)
        xs += [x, x, nan]
        ys += [0, floor + LANE * (sign.level + 0.5), nan]
    column.axes.add_artist(
        Line2D(
            xs, ys, color=sheet.ink.edge, linewidth=THIN, zorder=0.5, clip_on=False,
            gid="on that day",
        )
    )  # fmt: skip


def draw_sign(sheet: Sheet, kind: str, x: float, y: float) -> None:
    """Draw one sign for the key; the disc that stands for several says two."""
    draw_signs(sheet, kind, [(x, y)])
    if kind == SEVERAL:
        _count(sheet, 2, x, y)


def _count(sheet: Sheet, many: int, x: float, y: float) -> None:
    """Write on the disc at a place in dp for how many it stands; as small as the disc."""
    size = COUNT / sheet.ink.text_scale
    sheet.text(
        x, y, str(many), size=size, strong=True, colour=sheet.ink.ground, across="center",
        gid="how many",
    ).set_zorder(7)  # fmt: skip


def draw_signs(
    sheet: Sheet, kind: str, places: Sequence[tuple[float, float]], *, dot: float = DOT
) -> None:
    """Draw every sign of a kind, centred on its place in dp; a note is a dot `dot` across.

    Those of a kind that is there already join them: each artist takes its time.
    """
    there = (line for line in sheet.figure.lines if line.get_gid() == kind != NOTE)
    held: Any = next(there, None)
    if held is not None:
        held.set_data(
            [*held.get_xdata(), *(x for x, _y in places)],
            [*held.get_ydata(), *(y for _x, y in places)],
        )
        return
    ink = sheet.ink
    outline, filled = _SHAPES.get(kind, (None, True))
    line = 0.0 if filled else LINE
    size = {NOTE: dot, SEVERAL: DISC}.get(kind, WIDTH - line)
    full = ink.quiet if kind == NOTE else ink.text
    sheet.figure.add_artist(
        Line2D(
            [x for x, _y in places],
            [y for _x, y in places],
            transform=sheet.dp,
            linestyle="none",
            marker="o" if outline is None else Path(outline, closed=True),
            markersize=size,
            markerfacecolor=full if filled else ink.ground,
            markeredgecolor="none" if filled else full,
            markeredgewidth=line,
            zorder=6,
            gid=kind,
        )
    )
