"""Draw the adjusted curve of one factor with its band, and the groups of days it came from."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from twitchlog.reports.charts.drawn.key import draw_key
from twitchlog.reports.charts.drawn.labels import LABELS, write_row
from twitchlog.reports.charts.keys import KEY_ROW, key_rows
from twitchlog.reports.charts.kinds.dose_response import ABOVE_PLOT, BELOW_AXIS
from twitchlog.reports.charts.marks import Box
from twitchlog.reports.charts.scale import plain, round_ticks
from twitchlog.translation import _, numeral

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twitchlog.reports.charts.drawn.sheet import Sheet
    from twitchlog.reports.charts.kinds.dose_response import DoseCurve

GROUP: Final = 4.6
"""The radius of the mark of a group of days, in dp."""
CURVE: Final = 2.6
BAND_SHADE: Final = 0.22
_BESIDE_NUMBERS: Final = 10.0
_RANGE: Final = 5.0
_DASH: Final = 11.0
_INSIDE: Final = 14.0
_ASIDE: Final = 26.0
_MOST_ABOVE: Final = 1.3
_BELOW_NUMBERS: Final = 14.0
_BELOW_NAME: Final = 30.0
_OFF_AXIS: Final = 11.0
"""So far above the axis the middle of a number stands at least, in dp."""
_REACH: Final = 14.0


class _Plot:
    """Where amounts and rates are, in dp."""

    def __init__(self, sheet: Sheet, spec: DoseCurve, *, rows: int) -> None:
        self.big = sheet.size(LABELS) / LABELS
        self.ticks = round_ticks(_top(spec), whole=False)
        numbers = max(sheet.measure(plain(tick), size=LABELS) for tick in self.ticks)
        self.left = numbers + _BESIDE_NUMBERS
        self.right = sheet.width - 1
        self.foot = (BELOW_AXIS + KEY_ROW * rows) * self.big
        self.top = max(sheet.height - ABOVE_PLOT * self.big, self.foot + 24)
        self.least, self.most = spec.curve[0].amount, spec.curve[-1].amount
        # Two kinds of day stand away from the edges, as two columns do.
        inside = (self.right - self.left) / 4 if spec.of_two else _INSIDE
        self._from, self._to = self.left + inside, self.right - inside

    def x(self, amount: float) -> float:
        """Return where an amount is across; one beyond the ends stands at them."""
        share = (amount - self.least) / ((self.most - self.least) or 1.0)
        return self._from + min(max(share, 0.0), 1.0) * (self._to - self._from)

    def y(self, rate: float) -> float:
        """Return how high a rate is."""
        return self.foot + rate / self.ticks[-1] * (self.top - self.foot)

    def inside(self) -> Path:
        """Return the outline of the plot."""
        left, right, foot, top = self.left, self.right, self.foot, self.top
        corners = [(left, foot), (right, foot), (right, top), (left, top), (left, foot)]
        return Path(corners, closed=True)


def draw_dose_response(sheet: Sheet, spec: DoseCurve) -> None:
    """Draw grid, curve and band (or two ranges), the groups with their days, axis and key."""
    rows = key_rows(spec.key, width=sheet.width, text_scale=sheet.size(LABELS) / LABELS)
    plot = _Plot(sheet, spec, rows=len(rows))
    _grid(sheet, plot)
    if spec.of_two:
        _ranges(sheet, spec, plot)
    else:
        _curve(sheet, spec, plot)
    _groups(sheet, spec, plot)
    _amounts(sheet, spec, plot)
    for at, row in enumerate(rows):
        draw_key(sheet, row, y=plot.foot - (BELOW_AXIS + KEY_ROW * (at + 0.5)) * plot.big)


def _top(spec: DoseCurve) -> float:
    """Return the highest rate shown: all of the curve and groups, of the band as much as helps."""
    rates = [*(point.rate for point in spec.curve), *(group.adjusted for group in spec.groups)]
    highest = max(rates)
    return max(highest, min(max(point.high for point in spec.curve), _MOST_ABOVE * highest))


def _grid(sheet: Sheet, plot: _Plot) -> None:
    lines = []
    for tick in plot.ticks:
        y = plot.y(tick)
        lines += [(plot.left, y), (plot.right, y)]
        sheet.text(
            plot.left - _BESIDE_NUMBERS + 3, y, plain(tick), size=LABELS, colour=sheet.ink.quiet,
            across="right", gid="tick",
        )  # fmt: skip
    path = Path(lines, [Path.MOVETO, Path.LINETO] * len(plot.ticks))
    _add(sheet, path, fill=False, edgecolor=sheet.ink.grid, linewidth=1, zorder=0, gid="grid")


def _curve(sheet: Sheet, spec: DoseCurve, plot: _Plot) -> None:
    low, middle, high = (
        [(plot.x(point.amount), plot.y(value)) for point, value in pairs]
        for pairs in (
            [(point, point.low) for point in spec.curve],
            [(point, point.rate) for point in spec.curve],
            [(point, point.high) for point in spec.curve],
        )
    )
    band = Path([*low, *reversed(high), low[0]], closed=True)
    ink = sheet.ink
    _add(
        sheet, band, clip=plot, facecolor=ink.bar, alpha=BAND_SHADE, linewidth=0, zorder=1,
        gid="band",
    )  # fmt: skip
    _add(
        sheet, Path(middle), clip=plot, fill=False, edgecolor=ink.bar, linewidth=CURVE,
        capstyle="butt", zorder=2, gid="curve",
    )  # fmt: skip


def _ranges(sheet: Sheet, spec: DoseCurve, plot: _Plot) -> None:
    """Draw the likely range of either kind of day as an upright line, its middle as a dash."""
    ink = sheet.ink
    for point in spec.curve:
        x = plot.x(point.amount)
        upright = Path([(x, plot.y(point.low)), (x, plot.y(point.high))])
        dash = Path([(x - _DASH, plot.y(point.rate)), (x + _DASH, plot.y(point.rate))])
        _add(
            sheet, upright, clip=plot, fill=False, edgecolor=ink.soft, linewidth=_RANGE,
            capstyle="butt", zorder=1, gid="range",
        )  # fmt: skip
        _add(
            sheet, dash, clip=plot, fill=False, edgecolor=ink.bar, linewidth=CURVE,
            capstyle="butt", zorder=2, gid="curve",
        )  # fmt: skip


def _groups(sheet: Sheet, spec: DoseCurve, plot: _Plot) -> None:
    """Draw a mark for each group of days, how many they are above it, and let a tap mean it."""
    ink = sheet.ink
    # Beside the range of its kind of day, which it would cover.
    aside = _ASIDE * plot.big if spec.of_two else 0.0
    places = [(plot.x(group.amount) - aside, plot.y(group.adjusted)) for group in spec.groups]
    xs, ys = zip(*places, strict=True)
    sheet.figure.add_artist(
        Line2D(
            xs, ys, transform=sheet.dp, linestyle="none", marker="o", markersize=2 * GROUP,
            markeredgewidth=1.6, markeredgecolor=ink.ground, markerfacecolor=ink.second, zorder=4,
            gid="day group",
        )
    )  # fmt: skip
    edges = _edges(xs, plot)
    for at, (group, (x, y)) in enumerate(zip(spec.groups, places, strict=True)):
        # Away from the curve, so that it does not run through the number.
        away = 1 if spec.of_two or group.adjusted >= _rate(spec, group.amount) else -1
        up = y + away * (GROUP + 8) * plot.big
        if up < plot.foot + _OFF_AXIS * plot.big:
            up = max(y, plot.y(_rate(spec, group.amount))) + (GROUP + 8) * plot.big
        sheet.text(
            x, up, numeral(group.days), size=LABELS, strong=True, across="center", gid="days"
        )
        left, right = max(edges[at], x - 3 * _REACH), min(edges[at + 1], x + 3 * _REACH)
        low, high = min(y, up) - _REACH, max(y, up) + _REACH
        sheet.marks.append(Box(at, left, low, right, high))


def _rate(spec: DoseCurve, amount: float) -> float:
    """Return how high the curve is at an amount."""
    return min(spec.curve, key=lambda point: abs(point.amount - amount)).rate


def _edges(xs: Sequence[float], plot: _Plot) -> list[float]:
    """Return where the part of each group begins and ends: halfway to its neighbours."""
    middles = [(a + b) / 2 for a, b in pairwise(xs)]
    return [plot.left, *middles, plot.right]


def _amounts(sheet: Sheet, spec: DoseCurve, plot: _Plot) -> None:
    """Write the amounts, what they are, and what is counted."""
    named = spec.named or tuple((at, plain(at)) for at in _round(plot.least, plot.most))
    places = [(plot.x(at), text) for at, text in named]
    write_row(sheet, places, y=plot.foot - _BELOW_NUMBERS * plot.big, gid="amount")
    if not spec.of_two:
        ticks = Path(
            [end for x, _text in places for end in ((x, plot.foot), (x, plot.foot - 4))],
            [Path.MOVETO, Path.LINETO] * len(places),
        )
        _add(sheet, ticks, fill=False, edgecolor=sheet.ink.edge, linewidth=1, gid="amount tick")
    quiet = sheet.ink.quiet
    above = sheet.height - 8 * plot.big
    sheet.text(0, above, _("twitches a day"), size=LABELS, colour=quiet, gid="counted")
    sheet.text(
        (plot.left + plot.right) / 2, plot.foot - _BELOW_NAME * plot.big, spec.axis, size=LABELS,
        colour=quiet, across="center", gid="axis",
    )  # fmt: skip


def _round(least: float, most: float) -> list[float]:
    """Return about four even, plain amounts from `least` to `most`."""
    step = round_ticks((most - least) * 0.7 or 1.0, whole=False)[1]
    first = -(-least // step)
    found: list[float] = []
    while (first + len(found)) * step <= most + 1e-9:
        found.append(round((first + len(found)) * step, 10))
    return found


def _add(sheet: Sheet, path: Path, *, clip: _Plot | None = None, **looks: object) -> None:
    patch = PathPatch(path, transform=sheet.dp, **looks)
    if clip is not None:
        patch.set_clip_path(clip.inside(), sheet.dp)
    sheet.figure.add_artist(patch)
