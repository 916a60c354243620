"""Draw the answers about other symptoms, a row a symptom."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from twitchlog.reports.charts.drawn.key import RING, draw_key
from twitchlog.reports.charts.drawn.labels import LABELS, write_row
from twitchlog.reports.charts.keys import KEY_ROW, key_rows
from twitchlog.reports.charts.kinds.weekly import HEAD_ROW, NAME_ROW, SYMPTOM_ROW
from twitchlog.reports.charts.marks import Box
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from twitchlog.reports.charts.drawn.sheet import Sheet
    from twitchlog.reports.charts.kinds.weekly import SymptomRows, SymptomSign

RADII: Final = (RING, 3.0, 4.4, 5.8)
"""How large the sign of a no is, and of a little, some and a lot of a yes."""
_BETWEEN: Final = 10.0
_SMALLEST: Final = 0.45
_BAR_SHARE: Final = 0.7
_WIDEST: Final = 8.0
_LOWEST: Final = 2.0
_BELOW_DATES: Final = 15.0
_BELOW_KEY: Final = 28.0


class _Plot:
    """Where the rows and days are, in dp: the names at the left or above, the counts at the right.

    `middle` is how far above the foot of a row its answers are, `name` its name.
    """

    def __init__(self, sheet: Sheet, spec: SymptomRows) -> None:
        self.big = sheet.size(LABELS) / LABELS
        stacked = spec.stacked(sheet.width, text_scale=self.big)
        self.row = (SYMPTOM_ROW + NAME_ROW * stacked) * self.big
        self.middle = SYMPTOM_ROW * self.big / 2
        self.name = self.row - NAME_ROW * self.big * 0.6 if stacked else self.middle
        # Measuring costs as much as drawing: the text with the most letters stands for all.
        self.names = sheet.measure(max((row.name for row in spec.rows), key=len), size=LABELS)
        longest = max((row.said for row in spec.rows), key=len)
        counts = sheet.measure(longest, size=LABELS, strong=True)
        self.counts = sheet.width - counts
        self.left = RADII[-1] if stacked else self.names + _BETWEEN
        self.right = sheet.width - RADII[-1] if stacked else self.counts - _BETWEEN
        self.days, self.top = spec.days, sheet.height - HEAD_ROW * self.big
        self.foot = self.top - self.row * len(spec.rows)

    def x(self, at: float) -> float:
        """Return the place of a day."""
        return self.left + at / self.days * (self.right - self.left)

    def floor(self, row: int) -> float:
        """Return the foot of a row."""
        return self.top - (row + 1) * self.row

    def y(self, row: int) -> float:
        """Return the middle of the answers of a row."""
        return self.floor(row) + self.middle


def draw_symptoms(sheet: Sheet, spec: SymptomRows) -> None:
    """Draw names, signs, counts, dates and key."""
    plot = _Plot(sheet, spec)
    _rows(sheet, spec, plot)
    if spec.every is None:
        _answers(sheet, spec, plot)
    else:
        _shares(sheet, spec, plot)
    _mark(sheet, spec, plot)
    sheet.plot = (plot.left, plot.right)
    dates = [(plot.x(day + 0.5), text) for day, text in spec.ticks]
    inside = [(x, text) for x, text in dates if plot.left <= x <= plot.right]
    write_row(sheet, inside, y=plot.foot - _BELOW_DATES * plot.big, gid="date")
    entries = key_rows(spec.key, width=sheet.width, text_scale=plot.big)
    for at, row in enumerate(entries):
        y = plot.foot - (_BELOW_KEY + KEY_ROW * (at + 0.5)) * plot.big
        draw_key(sheet, row, y=y)


def _rows(sheet: Sheet, spec: SymptomRows, plot: _Plot) -> None:
    """Write names and counts, with a line under each row."""
    quiet = sheet.ink.quiet
    head = sheet.height - HEAD_ROW * plot.big * 0.45
    sheet.text(sheet.width, head, _("yes"), size=LABELS, colour=quiet, across="right", gid="head")
    lines = []
    for at, row in enumerate(spec.rows):
        y = plot.floor(at) + plot.name
        sheet.text(0, y, row.name, size=LABELS, gid="symptom")
        sheet.text(sheet.width, y, row.said, size=LABELS, strong=True, across="right", gid="count")
        lines += [(0.0, plot.floor(at)), (sheet.width, plot.floor(at))]
    path = Path(lines, [Path.MOVETO, Path.LINETO] * len(spec.rows))
    _add(sheet, path, fill=False, edgecolor=sheet.ink.grid, linewidth=1, gid="line")


def _each(spec: SymptomRows) -> Iterator[tuple[int, SymptomSign]]:
    """Yield every sign with the number of its row."""
    for at, row in enumerate(spec.rows):
        for sign in row.signs:
            yield at, sign


def _answers(sheet: Sheet, spec: SymptomRows, plot: _Plot) -> None:
    """Draw a dot for each yes, as large as there was of it, and a ring for each no."""
    pitch = _pitch(spec, plot)
    fit = min(1.0, max(_SMALLEST, pitch / (2 * RADII[-1] + 1)))
    for size, radius in enumerate(RADII):
        found = [(plot.x(sign.at), plot.y(at)) for at, sign in _each(spec) if sign.size == size]
        _dots(sheet, found, radius=radius * fit, filled=size > 0)


def _pitch(spec: SymptomRows, plot: _Plot) -> float:
    """Return how far the nearest two signs of a row are from each other, in dp."""
    days = sorted({sign.at for _row, sign in _each(spec)})
    return min((plot.x(b) - plot.x(a) for a, b in pairwise(days)), default=2 * RADII[-1])


def _shares(sheet: Sheet, spec: SymptomRows, plot: _Plot) -> None:
    """Draw a bar as tall as the share of yes in each stretch, and a ring where all were no."""
    height, span = SYMPTOM_ROW * plot.big * 0.72, plot.right - plot.left
    bars, quiet = [], []
    narrow = min(sign.wide for _row, sign in _each(spec)) / plot.days * span
    radius = min(RING, narrow * 0.3)
    for at, sign in _each(spec):
        x, foot = plot.x(sign.at), plot.y(at) - height / 2
        if not sign.yes:
            quiet.append((x, foot + radius + 1))
            continue
        wide = min(sign.wide / plot.days * span * _BAR_SHARE, _WIDEST)
        left, right, top = x - wide / 2, x + wide / 2, foot + max(_LOWEST, height * sign.yes)
        corners = [(left, foot), (right, foot), (right, top), (left, top), (left, foot)]
        bars.append(Path(corners, closed=True))
    if bars:
        _add(
            sheet, Path.make_compound_path(*bars), facecolor=sheet.ink.bar, edgecolor="none",
            linewidth=0, gid="share",
        )  # fmt: skip
    _dots(sheet, quiet, radius=radius, filled=False)


def _dots(sheet: Sheet, points: list[tuple[float, float]], *, radius: float, filled: bool) -> None:
    if not points:
        return
    xs, ys = zip(*points, strict=True)
    sheet.figure.add_artist(
        Line2D(
            xs,
            ys,
            transform=sheet.dp,
            linestyle="none",
            marker="o",
            markersize=2 * radius,
            markeredgewidth=min(1.6, radius * 0.5),
            markeredgecolor=sheet.ink.bar,
            markerfacecolor=sheet.ink.bar if filled else "none",
            zorder=3,
            gid="yes" if filled else "no",
        )
    )


def _add(sheet: Sheet, path: Path, **look: object) -> None:
    sheet.figure.add_artist(PathPatch(path, transform=sheet.dp, **look))


def _mark(sheet: Sheet, spec: SymptomRows, plot: _Plot) -> None:
    """Let a tap on a name or a count mean its symptom, and one on a sign its answer."""
    half = SYMPTOM_ROW * plot.big / 2
    for at in range(len(spec.rows)):
        low, high = plot.floor(at), plot.floor(at) + plot.row
        if plot.name > plot.middle:
            sheet.marks.append(Box(at, 0, plot.y(at) + half, sheet.width, high))
        else:
            sheet.marks.append(Box(at, 0, low, plot.names, high))
            sheet.marks.append(Box(at, plot.counts, low, sheet.width, high))
    # A sign may be wider than its days; its part reaches as far as it does, up to the next.
    least = min(RADII[-1], _pitch(spec, plot) / 2)
    for number, (at, sign) in enumerate(_each(spec), len(spec.rows)):
        wide = max(sign.wide / plot.days * (plot.right - plot.left) / 2, least)
        x = plot.x(sign.at)
        sheet.marks.append(Box(number, x - wide, plot.y(at) - half, x + wide, plot.y(at) + half))
