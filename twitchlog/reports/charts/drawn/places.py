"""Draw the places named most, as bars."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from matplotlib.patches import PathPatch

from twitchlog.reports.charts.drawn.shapes import round_bar
from twitchlog.reports.charts.drawn.sheet import SMALLEST_TEXT
from twitchlog.reports.charts.kinds.places import PLACE_ROW, columns

if TYPE_CHECKING:
    from twitchlog.reports.charts.drawn.sheet import Sheet
    from twitchlog.reports.charts.kinds.places import PlaceBar, PlaceBars

NAMES: Final = 14.0
LABELS: Final = 12.0
RADIUS: Final = 3.0
_BAR: Final = 6.0
_BETWEEN: Final = 24.0


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
