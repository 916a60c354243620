"""Draw the days before and after a change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from matplotlib.path import Path

from twitchlog.reports.charts.drawn.key import draw_key
from twitchlog.reports.charts.drawn.panel import BESIDE_NUMBERS, LABELS, Panel, fitted
from twitchlog.reports.charts.keys import KEY_ROW, key_rows
from twitchlog.reports.charts.marks import Box
from twitchlog.reports.charts.scale import plain, round_ticks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twitchlog.reports.charts.drawn.sheet import Sheet
    from twitchlog.reports.charts.kinds.before_after import BeforeAfter
    from twitchlog.reports.patterns.smooth import Point

BAND_SHADE: Final = 0.22
LEVEL: Final = 2.4
_CURVE: Final = 1.4
_HALO: Final = 4.6
_EDGE: Final = 0.8
_LINE: Final = 1.6
_ROOM_FOR_NAME: Final = 22.0
_BELOW_DATES: Final = 13.0
_BELOW_BRACKET: Final = 28.0
_BELOW_SIDE: Final = 44.0
_BELOW_KEY: Final = 68.0


def draw_before_after(sheet: Sheet, spec: BeforeAfter) -> None:
    """Draw the days, the line with its name, level and curve of either side, words and key."""
    big = sheet.size(LABELS) / LABELS
    rows = key_rows(spec.key, width=sheet.width, text_scale=big)
    foot = (_BELOW_KEY + KEY_ROW * (len(rows) - 0.5)) * big
    ticks = round_ticks(_top(spec), whole=True)
    left = max(sheet.measure(plain(tick), size=LABELS) for tick in ticks) + BESIDE_NUMBERS
    head = _ROOM_FOR_NAME * big
    width, height = sheet.width - left - 1, max(24.0, sheet.height - foot - head)
    panel = Panel(
        sheet, left=left, foot=foot, width=width, height=height,
        first=spec.first, last=spec.last, ticks=ticks,
    )  # fmt: skip
    sheet.plot = (left, left + width)
    panel.bars(spec.bars, colour=sheet.ink.soft)
    panel.rings(spec.bars, colour=sheet.ink.bar)
    panel.hatches(spec.bars)
    panel.marks(spec.bars, row=len(spec.sides))
    _levels(panel, spec)
    _curves(panel, spec)
    _at(panel, spec, big=big)
    panel.dates(spec.ticks, y=foot - _BELOW_DATES * big)
    _sides(panel, spec, big=big)
    for at, row in enumerate(rows):
        draw_key(sheet, row, y=foot - (_BELOW_KEY + KEY_ROW * at) * big)


def _top(spec: BeforeAfter) -> float:
    """Return the highest value shown: a range may reach beyond the bars, up to its plot's top."""
    highest = max((bar.value for bar in spec.bars), default=0.0)
    ranges = max((level.high or 0.0 for level in spec.levels), default=0.0)
    return max(highest, min(ranges, 1.25 * highest))


def _levels(panel: Panel, spec: BeforeAfter) -> None:
    """Draw what the headline says of each side: how many a logged day, in the likely range.

    A range that reaches beyond the plot has no edge there.
    """
    ink, inside = panel.sheet.ink, panel.inside()
    for level in spec.levels:
        left, right = panel.x(level.first), panel.x(level.last, part=1)
        if level.low is not None and level.high is not None:
            low, high = panel.y(level.low), panel.y(level.high)
            corners = [(left, low), (right, low), (right, high), (left, high), (left, low)]
            panel.draw(
                [Path(corners, closed=True)], clip=inside, zorder=4, facecolor=ink.bar,
                alpha=BAND_SHADE, linewidth=0, gid="band",
            )  # fmt: skip
            edges = [Path([(left, y), (right, y)]) for y in (low, high)]
            panel.draw(
                edges, clip=inside, zorder=5, fill=False, edgecolor=ink.bar, linewidth=_EDGE,
                gid="band edge",
            )  # fmt: skip
        middle = Path([(left, panel.y(level.mean)), (right, panel.y(level.mean))])
        for width, colour, gid in ((_HALO, ink.ground, "halo"), (LEVEL, ink.bar, "level")):
            panel.draw(
                [middle], clip=inside, zorder=7, fill=False, edgecolor=colour, linewidth=width,
                capstyle="butt", gid=gid,
            )  # fmt: skip


def _curves(panel: Panel, spec: BeforeAfter) -> None:
    """Draw the curve, broken at the date and wherever there is none."""
    ink = panel.sheet.ink
    for start, run in _runs(spec):
        middle = [
            (panel.x(spec.first, part=start + at + 0.5), panel.y(point.value))
            for at, point in enumerate(run)
        ]
        panel.draw(
            [Path(middle)], clip=panel.inside(), zorder=6, fill=False, edgecolor=ink.text,
            linewidth=_CURVE, capstyle="butt", gid="curve",
        )  # fmt: skip


def _runs(spec: BeforeAfter) -> list[tuple[int, Sequence[Point]]]:
    """Return the stretches of neighbouring days with a curve, and the day each begins."""
    change = (spec.at - spec.first).days
    runs: list[tuple[int, list[Point]]] = []
    for at, point in enumerate(spec.curve):
        if point is None:
            continue
        if not runs or at == change or runs[-1][0] + len(runs[-1][1]) != at:
            runs.append((at, []))
        runs[-1][1].append(point)
    return [(start, run) for start, run in runs if len(run) > 1]


def _at(panel: Panel, spec: BeforeAfter, *, big: float) -> None:
    """Draw the line at the date, and its name above the plot where it has room."""
    sheet = panel.sheet
    x, top = min(max(panel.x(spec.at), panel.left), panel.right), panel.top
    sheet.line(
        [x, x],
        [panel.foot, top + 4 * big],
        width=_LINE,
        colour=sheet.ink.text,
        gid="date of change",
    )
    name = spec.day
    if spec.event:
        room = sheet.width - sheet.measure(f", {spec.day}", size=LABELS, strong=True)
        name = f"{fitted(sheet, spec.event, room=room)}, {spec.day}"
    half = sheet.measure(name, size=LABELS, strong=True) / 2
    sheet.text(
        min(max(x, half), sheet.width - half), top + 12 * big, name, size=LABELS, strong=True,
        across="center", gid="name",
    )  # fmt: skip


def _sides(panel: Panel, spec: BeforeAfter, *, big: float) -> None:
    """Bracket each side and write its level: the earlier from the left, the later to the right."""
    sheet, foot = panel.sheet, panel.foot
    y = foot - _BELOW_BRACKET * big
    for row, side in enumerate(spec.sides):
        start, end = panel.x(side.first) + 2.5, panel.x(side.last, part=1) - 2.5
        sheet.line(
            [start, start, end, end], [y + 4, y, y, y + 4], width=1.2, colour=sheet.ink.edge,
            gid="bracket",
        )  # fmt: skip
        earlier = side.first < spec.at
        sheet.text(
            start if earlier else end, foot - _BELOW_SIDE * big, side.text, size=LABELS,
            strong=True, across="left" if earlier else "right", gid="level",
        )  # fmt: skip
        below = foot - (_BELOW_SIDE + 8) * big
        sheet.marks.append(Box(row, start, below, end, y + 4))
