"""Draw the blocks of a trial: one kind filled, the other hollow, those of a pair joined."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch

from twitchlog.reports.charts.drawn.key import draw_key
from twitchlog.reports.charts.drawn.labels import LABELS, write_row
from twitchlog.reports.charts.drawn.panel import fitted
from twitchlog.reports.charts.drawn.shapes import slanted_lines
from twitchlog.reports.charts.keys import KEY_GAP, KEY_ROW, SIGN_GAP, SIGN_WIDTHS, key_rows
from twitchlog.reports.charts.marks import Box
from twitchlog.reports.charts.scale import plain, round_ticks
from twitchlog.translation import _, numeral

if TYPE_CHECKING:
    from twitchlog.reports.charts.drawn.sheet import Sheet
    from twitchlog.reports.charts.keys import Entry
    from twitchlog.reports.charts.kinds.trial import TrialBlocks

MARK: Final = 4.5
BIG: Final = 6.0
_JOIN: Final = 2.0
_HATCH: Final = 1.6
_APART: Final = 5.0
_ABOVE: Final = 20.0
_BELOW_DATES: Final = 13.0
_BELOW_KEY: Final = 38.0
_BESIDE: Final = 12.0
_ACROSS: Final = 16.0
"""From the mean of the one kind to that of the other."""


class _Plot:
    """The rectangle of the blocks in dp: pairs across, the means at its right end."""

    def __init__(self, sheet: Sheet, spec: TrialBlocks, *, foot: float, big: float) -> None:
        known = [block.mean for block in spec.blocks if block.mean is not None]
        self.ticks = round_ticks(max([*known, spec.mean_on, spec.mean_off]), whole=False)
        self.left = max(sheet.measure(plain(tick), size=LABELS) for tick in self.ticks) + _BESIDE
        self.pairs = len(spec.blocks) // 2
        number = sheet.measure(
            numeral(max(spec.mean_on, spec.mean_off), f".{spec.places}f"), size=LABELS, strong=True
        )
        self.means = 4 * BIG + _ACROSS + number + 12
        self.end = sheet.width - self.means
        self.right, self.foot = sheet.width, foot
        self.top = max(foot + 24, sheet.height - _ABOVE * big)
        self.slot = (self.end - self.left) / self.pairs

    def x(self, block: int) -> float:
        """Return the middle of a block: a third and two thirds of the room of its pair."""
        pair, second = divmod(block, 2)
        return self.left + (pair + (0.7 if second else 0.3)) * self.slot

    def y(self, value: float) -> float:
        """Return the height of a value."""
        return self.foot + value / self.ticks[-1] * (self.top - self.foot)


def draw_trial(sheet: Sheet, spec: TrialBlocks) -> None:
    """Draw grid, pairs, hatching for what is not logged, the means, dates and key."""
    big = sheet.size(LABELS) / LABELS
    rows = key_rows(spec.key, width=sheet.width, text_scale=big)
    plot = _Plot(sheet, spec, foot=(_BELOW_KEY + KEY_ROW * (len(rows) - 0.5)) * big, big=big)
    ink = sheet.ink
    for tick in plot.ticks:
        y = plot.y(tick)
        sheet.line([plot.left, plot.right], [y, y], width=1, colour=ink.grid, gid="grid")
        sheet.text(
            plot.left - 8, y, plain(tick), size=LABELS, colour=ink.quiet, across="right",
            gid="tick",
        )  # fmt: skip
    sheet.text(
        plot.left, plot.top + 12 * big, _("twitches a logged day"), size=LABELS, colour=ink.quiet,
        gid="axis",
    )  # fmt: skip
    _pairs(sheet, spec, plot)
    _means(sheet, spec, plot)
    dates = [(plot.x(2 * pair), spec.blocks[2 * pair].day) for pair in range(plot.pairs)]
    shown = [(x + 0.2 * plot.slot, day) for x, day in dates]
    write_row(sheet, shown, y=plot.foot - _BELOW_DATES * big, gid="date")
    for at, row in enumerate(rows):
        draw_key(sheet, _fitted(sheet, row), y=plot.foot - (_BELOW_KEY + KEY_ROW * at) * big)


def _fitted(sheet: Sheet, row: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Return a row of the key; a person's own words are cut where the row would be too long."""
    beside = [SIGN_WIDTHS[entry.sign] + SIGN_GAP + 1 for entry in row]
    gaps = KEY_GAP * (len(row) - 1)
    wanted = sum(sheet.measure(entry.text, size=LABELS) for entry in row)
    if wanted + sum(beside) + gaps <= sheet.width:
        return row
    share = (sheet.width - gaps) / len(row)
    return tuple(
        replace(entry, text=fitted(sheet, entry.text, room=share - room, strong=False))
        for entry, room in zip(row, beside, strict=True)
    )


def _pairs(sheet: Sheet, spec: TrialBlocks, plot: _Plot) -> None:
    for first in range(0, len(spec.blocks), 2):
        places = [
            (plot.x(at), plot.y(block.mean))
            for at, block in enumerate(spec.blocks[first : first + 2], start=first)
            if block.mean is not None
        ]
        if len(places) == 2:
            sheet.line(*_columns(places), width=_JOIN, colour=sheet.ink.soft, gid="pair")
    half = max(MARK, 0.18 * plot.slot)
    for at, block in enumerate(spec.blocks):
        x = plot.x(at)
        if block.mean is None:
            lines = slanted_lines(
                left=x - half, bottom=plot.foot, width=2 * half, height=plot.top - plot.foot,
                apart=_APART,
            )  # fmt: skip
            sheet.figure.add_artist(
                PathPatch(
                    lines, transform=sheet.dp, fill=False, edgecolor=sheet.ink.hatch,
                    linewidth=_HATCH, gid="not logged",
                )
            )  # fmt: skip
            sheet.marks.append(Box(at, x - half, plot.foot, x + half, plot.top))
            continue
        y = plot.y(block.mean)
        draw_kind(sheet, x, y, on=block.on, size=MARK)
        sheet.marks.append(Box(at, x - MARK, y - MARK, x + MARK, y + MARK))


def _means(sheet: Sheet, spec: TrialBlocks, plot: _Plot) -> None:
    """Draw the means larger at the right end, each with its number."""
    means = ((True, spec.mean_on), (False, spec.mean_off))
    left = plot.end + 4 + 2 * BIG
    places = [(left + _ACROSS * at, plot.y(value)) for at, (_on, value) in enumerate(means)]
    sheet.line(
        [plot.end + 4] * 2, [plot.foot, plot.top], width=1, colour=sheet.ink.grid,
        gid="before means",
    )  # fmt: skip
    sheet.line(*_columns(places), width=_JOIN, colour=sheet.ink.soft, gid="means")
    # The numbers stand beside both marks, and clear of each other where these are equally high.
    heights = _spread(places[0][1], places[1][1], least=sheet.size(LABELS) + 3)
    for row, ((on, value), (x, y), height) in enumerate(
        zip(means, places, heights, strict=True), start=len(spec.blocks)
    ):
        draw_kind(sheet, x, y, on=on, size=BIG)
        mean = numeral(value, f".{spec.places}f")
        sheet.text(
            left + _ACROSS + BIG + 6, max(height, plot.foot + 6), mean,
            size=LABELS, strong=True, gid="mean",
        )  # fmt: skip
        sheet.marks.append(Box(row, x - BIG, y - BIG, x + BIG, y + BIG))
    big = sheet.size(LABELS) / LABELS
    sheet.text(
        plot.right, plot.top + 12 * big, _("mean"), size=LABELS, colour=sheet.ink.quiet,
        across="right", gid="axis",
    )  # fmt: skip


def draw_kind(sheet: Sheet, x: float, y: float, *, on: bool, size: float) -> None:
    """Draw the mark of a kind of day: a filled disc, or a hollow square in the second colour."""
    sheet.figure.add_artist(
        Line2D(
            [x],
            [y],
            transform=sheet.dp,
            linestyle="none",
            marker="o" if on else "s",
            markersize=2 * size - (0 if on else 1.5),
            markeredgewidth=1.6 if on else 2.0,
            markeredgecolor=sheet.ink.bar if on else sheet.ink.second,
            markerfacecolor=sheet.ink.bar if on else sheet.ink.ground,
            zorder=4,
            gid="on" if on else "off",
        )
    )


def _columns(places: list[tuple[float, float]]) -> tuple[list[float], list[float]]:
    return [x for x, _y in places], [y for _x, y in places]


def _spread(one: float, other: float, *, least: float) -> tuple[float, float]:
    """Return two heights at least so far apart, around the same middle."""
    if abs(one - other) >= least:
        return one, other
    middle, half = (one + other) / 2, least / 2
    return (middle + half, middle - half) if one >= other else (middle - half, middle + half)
