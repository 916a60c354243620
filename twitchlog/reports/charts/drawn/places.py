"""Draw the body in steps of the share, and the places named most as bars."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from matplotlib.patches import PathPatch

from twitchlog.reports.charts.drawn.body import draw_body
from twitchlog.reports.charts.drawn.fitting import fitted
from twitchlog.reports.charts.drawn.framed import wrapped
from twitchlog.reports.charts.drawn.shapes import round_bar
from twitchlog.reports.charts.drawn.sheet import SMALLEST_TEXT
from twitchlog.reports.charts.kinds.places import (
    FIGURE_GAP,
    KEY_HEIGHT,
    PLACE_ROW,
    VIEW_NAME,
    columns,
    figure_height,
    figure_width,
    stacked,
)
from twitchlog.reports.charts.marks import AROUND, Box

if TYPE_CHECKING:
    from matplotlib.path import Path

    from twitchlog.reports.charts.drawn.sheet import Sheet
    from twitchlog.reports.charts.kinds.places import PlaceBar, PlaceBars

NAMES: Final = 14.0
LABELS: Final = 12.0
RADIUS: Final = 3.0
_BAR: Final = 6.0
_BETWEEN: Final = 24.0
_BESIDE: Final = 16.0
_STEP_HIGH: Final = 10.0


@dataclass(frozen=True, slots=True)
class _Row:
    """Where one place stands: its left, upper edge, width and height in dp."""

    x: float
    top: float
    width: float
    high: float


def draw_places(sheet: Sheet, spec: PlaceBars) -> None:
    """Draw the bars, and where the body is wanted, it beside or above them and its key below."""
    if not spec.with_body:
        _bars(sheet, spec, left=0.0, top=sheet.height, width=sheet.width)
        return
    scale = sheet.ink.text_scale
    below = stacked(sheet.width, scale)
    key = KEY_HEIGHT * scale
    high = figure_height(sheet.width)
    wide, named = figure_width(high), VIEW_NAME * scale
    body_left = (sheet.width - wide) / 2 if below else 0.0
    if below:
        top, left, room = sheet.height - high - named - 8, 0.0, sheet.width
        body_top = sheet.height
    else:
        left = wide + _BESIDE
        room = sheet.width - left
        free = sheet.height - key
        listed = spec.list_height(room, text_scale=scale)
        top = sheet.height - (free - listed) / 2
        body_top = sheet.height - (free - high - named) / 2
    draw_body(
        sheet, spec.levels, spec.rows, left=body_left, top=body_top, height=high, gap=FIGURE_GAP
    )
    _bars(sheet, spec, left=left, top=top, width=room)
    _ramp(sheet, spec, top=key)


def _bars(sheet: Sheet, spec: PlaceBars, *, left: float, top: float, width: float) -> None:
    """Draw one row a place: name, count, and a bar on a track; two abreast where it is wide."""
    across = columns(width)
    each = (width - _BETWEEN * (across - 1)) / across
    row = PLACE_ROW * sheet.size(NAMES) / NAMES
    most = max(bar.entries for bar in spec.bars)
    tight = any(_room_wanted(sheet, bar) > each for bar in spec.bars)
    for at, bar in enumerate(spec.bars):
        x = left + (at % across) * (each + _BETWEEN)
        start = top - (at // across) * row
        _place(sheet, bar, _Row(x, start, each, row), share=bar.entries / most, tight=tight)
        sheet.marks.append(Box(at, x - AROUND, start - row, x + each + AROUND, start))
    if spec.others:
        y = top - -(-len(spec.bars) // across) * row - sheet.size(LABELS) * 0.9
        lines = wrapped(sheet, spec.others, size=LABELS, strong=False, room=width)
        for at, line in enumerate(lines):
            sheet.text(
                left, y - at * sheet.size(LABELS) * 1.3, line, size=LABELS,
                colour=sheet.ink.quiet, gid="others",
            )  # fmt: skip


def _room_wanted(sheet: Sheet, bar: PlaceBar) -> float:
    """Return how wide a name with its count is at least: a long one is written smaller."""
    name = sheet.measure(bar.name, size=SMALLEST_TEXT / sheet.ink.text_scale)
    return name + 12 + sheet.measure(bar.text, size=NAMES, strong=True)


def _ramp(sheet: Sheet, spec: PlaceBars, *, top: float) -> None:
    """Draw what the colours stand for: the steps side by side, under each how far it reaches."""
    text = sheet.size(LABELS)
    y = top - text * 0.9
    sheet.text(0, y, spec.ramp.title, size=LABELS, colour=sheet.ink.quiet, gid="key")
    wide = min(sheet.width, 360.0) / len(sheet.ink.ramp)
    y -= text * 0.8 + _STEP_HIGH
    for at, (step, words) in enumerate(spec.ramp.steps):
        outline = round_bar(
            x=at * wide + 0.5, y=y, width=wide - 4, height=_STEP_HIGH, radius=RADIUS, foot=True
        )
        _fill(sheet, outline, sheet.ink.ramp[step - 1], edge=sheet.ink.edge, gid="step")
        sheet.text(
            at * wide + wide / 2 - 2, y - text * 0.9, words, size=LABELS,
            colour=sheet.ink.quiet, across="center", gid="key",
        )  # fmt: skip


def _place(sheet: Sheet, bar: PlaceBar, row: _Row, *, share: float, tight: bool) -> None:
    """Draw one place; where no small name leaves it room, its count stands beside the bar."""
    count = sheet.measure(bar.text, size=NAMES, strong=True) + 12
    name, size = fitted(sheet, bar.name, size=NAMES, room=row.width - (0 if tight else count))
    sheet.text(row.x, row.top - row.high * 0.32, name, size=size, gid="place")
    foot = row.top - row.high * 0.82
    y = foot + _BAR / 2 if tight else row.top - row.high * 0.32
    sheet.text(row.x + row.width, y, bar.text, size=NAMES, strong=True, across="right", gid="count")
    room = row.width - (count if tight else 0)
    for length, colour, gid in (
        (room, sheet.ink.track, "track"),
        (max(_BAR, room * share), sheet.ink.bar, "bar"),
    ):
        outline = round_bar(x=row.x, y=foot, width=length, height=_BAR, radius=RADIUS, foot=True)
        _fill(sheet, outline, colour, gid=gid)


def _fill(sheet: Sheet, outline: Path, colour: str, *, gid: str, edge: str = "none") -> None:
    sheet.figure.add_artist(
        PathPatch(
            outline,
            transform=sheet.dp,
            facecolor=colour,
            edgecolor=edge,
            linewidth=0 if edge == "none" else 1,
            gid=gid,
        )
    )
