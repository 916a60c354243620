"""Draw the breaks without twitching."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import matplotlib.patheffects as effects
from matplotlib.path import Path

from twitchlog.domain.checkin import DayState
from twitchlog.reports.charts.drawn.key import draw_key
from twitchlog.reports.charts.drawn.panel import HATCH_APART, HATCH_LINE, LABELS, RADIUS, Panel
from twitchlog.reports.charts.drawn.shapes import round_bar, slanted_lines
from twitchlog.reports.charts.keys import KEY_ROW, key_rows
from twitchlog.reports.charts.marks import Box
from twitchlog.reports.charts.scale import plain, round_ticks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twitchlog.reports.charts.drawn.sheet import Sheet
    from twitchlog.reports.charts.kinds.spells import BreakBars
    from twitchlog.reports.patterns.spells import Spell

_BELOW_DATES: Final = 13.0
_BELOW_KEY: Final = 38.0
_ABOVE: Final = 16.0
_LEAST_BAR: Final = 0.6
_LEAST_HATCH: Final = 1.5
_NO_GAP: Final = 1e-6
_EDGE: Final = 1.2


def draw_breaks(sheet: Sheet, spec: BreakBars) -> None:
    """Draw a bar a break, hatching for days not logged, dates and key."""
    big = sheet.size(LABELS) / LABELS
    rows = key_rows(spec.key, width=sheet.width, text_scale=big)
    foot = (_BELOW_KEY + KEY_ROW * (len(rows) - 0.5)) * big
    ticks = round_ticks(max(run.days for run in spec.breaks), whole=True)
    left = max(sheet.measure(plain(tick), size=LABELS) for tick in ticks) + 10
    panel = Panel(
        sheet, left=left, foot=foot, width=sheet.width - left - 1,
        height=max(24.0, sheet.height - foot - _ABOVE * big),
        first=spec.first, last=spec.last, ticks=ticks,
    )  # fmt: skip
    sheet.plot = (panel.left, panel.right)
    gaps = _gaps(panel, spec)
    _bars(panel, spec)
    _hatches(panel, gaps)
    _edges(panel, spec.breaks, gaps)
    _number(panel, spec)
    for at, run in enumerate(spec.breaks):
        start, width = _across(panel, run)
        sheet.marks.append(Box(at, start, foot, start + width, panel.top))
    panel.dates(spec.ticks, y=foot - _BELOW_DATES * big)
    for at, row in enumerate(rows):
        draw_key(sheet, row, y=foot - (_BELOW_KEY + KEY_ROW * at) * big)


def _across(panel: Panel, run: Spell) -> tuple[float, float]:
    """Return left edge and width of a break, with a little room beside it where there is enough."""
    start, end = panel.x(run.first), panel.x(run.last, part=1)
    inset = min(1.5, (panel.x(run.first, part=1) - start) * 0.12)
    width = max(_LEAST_BAR, end - start - 2 * inset)
    return min(start + inset, panel.right - width), width


def _outline(panel: Panel, run: Spell) -> Path:
    start, width = _across(panel, run)
    return round_bar(
        x=start, y=panel.foot, width=width, height=panel.y(run.days) - panel.foot,
        radius=min(RADIUS, width * 0.35), foot=False,
    )  # fmt: skip


def _bars(panel: Panel, spec: BreakBars) -> None:
    ink = panel.sheet.ink
    bars = [_outline(panel, run) for run in spec.breaks]
    panel.draw(bars, zorder=2, facecolor=ink.soft, edgecolor="none", linewidth=0, gid="break")


def _gaps(panel: Panel, spec: BreakBars) -> list[tuple[float, float]]:
    """Return both edges of each stretch of days not logged that is wide enough to be seen."""
    stretches: list[tuple[float, float]] = []
    for day in spec.days:
        if day.state is not DayState.NOT_LOGGED:
            continue
        start, end = panel.x(day.first), panel.x(day.last, part=1)
        if stretches and abs(stretches[-1][1] - start) < _NO_GAP:
            stretches[-1] = (stretches[-1][0], end)
        else:
            stretches.append((start, end))
    return [(start, end) for start, end in stretches if end - start >= _LEAST_HATCH]


def _hatches(panel: Panel, gaps: Sequence[tuple[float, float]]) -> None:
    """Clear the days that were not logged and hatch them, through the bars as well."""
    if not gaps:
        return
    foot, height, ink = panel.foot, panel.height, panel.sheet.ink
    boxes = [
        round_bar(x=start, y=foot, width=end - start, height=height, radius=0, foot=False)
        for start, end in gaps
    ]
    panel.draw(boxes, zorder=3, facecolor=ink.ground, edgecolor="none", linewidth=0, gid="cleared")
    lines = [
        slanted_lines(left=start, bottom=foot, width=end - start, height=height, apart=HATCH_APART)
        for start, end in gaps
    ]
    panel.draw(
        lines, clip=Path.make_compound_path(*boxes), zorder=3, fill=False, edgecolor=ink.hatch,
        linewidth=HATCH_LINE, capstyle="projecting", gid="not logged",
    )  # fmt: skip


def _edges(panel: Panel, runs: Sequence[Spell], gaps: Sequence[tuple[float, float]]) -> None:
    """Edge the breaks that go on over hatched days, so that each is seen as one."""
    broken = []
    for run in runs:
        left, right = panel.x(run.first), panel.x(run.last, part=1)
        if any(left < start and end < right for start, end in gaps):
            broken.append(_outline(panel, run))
    panel.draw(
        broken, zorder=4, fill=False, edgecolor=panel.sheet.ink.bar, linewidth=_EDGE,
        gid="over days not logged",
    )  # fmt: skip


def _number(panel: Panel, spec: BreakBars) -> None:
    """Write its logged days over the longest break."""
    sheet, run = panel.sheet, spec.breaks[spec.longest]
    text = plain(run.days)
    wide = sheet.measure(text, size=LABELS, strong=True)
    start, width = _across(panel, run)
    centre = min(max(start + width / 2, panel.left + wide / 2), sheet.width - wide / 2)
    number = sheet.text(
        centre, panel.y(run.days) + sheet.size(LABELS) * 0.75, text, size=LABELS, strong=True,
        across="center", gid="longest",
    )  # fmt: skip
    number.set_path_effects(
        [effects.Stroke(linewidth=3, foreground=sheet.ink.ground), effects.Normal()]
    )
