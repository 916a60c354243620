"""Draw the key under a chart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch

from twitchlog.reports.charts.drawn.happened import draw_sign
from twitchlog.reports.charts.drawn.shapes import round_bar, slanted_lines
from twitchlog.reports.charts.keys import HAPPENED, KEY_GAP, RAMP, SIGN_GAP, SIGN_WIDTHS, Entry

if TYPE_CHECKING:
    from twitchlog.reports.charts.drawn.sheet import Sheet

LABELS: Final = 12.0
RING: Final = 3.2
EDGE: Final = 1.0
HALF: Final = 5.0
_FILLED: Final = {
    "bar": ("bar", ""), "thin": ("soft", ""), "edged": ("soft", "bar"),
    "square": ("ground", "grid"),
}  # fmt: skip
"""Signs that are boxes: the names of the ink for fill and edge."""

_MARKS: Final = {"ring", "dot", "day group", "open"}


def draw_key(sheet: Sheet, entries: tuple[Entry, ...], *, y: float) -> None:
    """Draw one row of the key, centred on `y`."""
    x = 1.0
    for entry in entries:
        if entry.sign in HAPPENED:
            draw_sign(sheet, entry.sign, x + SIGN_WIDTHS[entry.sign] / 2, y)
        else:
            _sign(sheet, entry.sign, x=x, y=y)
        x += SIGN_WIDTHS[entry.sign] + SIGN_GAP
        sheet.text(x, y, entry.text, size=LABELS, colour=sheet.ink.quiet, gid="key")
        x += sheet.measure(entry.text, size=LABELS) + KEY_GAP


def _sign(sheet: Sheet, sign: str, *, x: float, y: float) -> None:
    """Draw one sign from `x` on, centred on `y`."""
    ink, width = sheet.ink, SIGN_WIDTHS[sign]
    if sign in _FILLED:
        fill, edge = _FILLED[sign]
        colour, edge = getattr(ink, fill), getattr(ink, edge) if edge else "none"
        _filled(sheet, x=x, y=y, width=width, colour=colour, edge=edge)
    elif sign == "band":
        outline = round_bar(x=x, y=y - 6, width=width, height=12, radius=0, foot=True)
        sheet.figure.add_artist(
            PathPatch(outline, transform=sheet.dp, facecolor=ink.bar, alpha=0.22, edgecolor="none")
        )
        sheet.line([x, x + width], [y, y], width=2.4, colour=ink.bar)
    elif sign in RAMP:
        colour = ink.ramp[RAMP.index(sign)]
        _filled(sheet, x=x, y=y, width=width, colour=colour, edge=ink.edge)
    elif sign == "half":
        sheet.line([x, x + width], [y, y], width=HALF, colour=ink.soft)
    elif sign in _MARKS:
        colour = ink.second if sign in {"day group", "open"} else ink.bar
        sheet.figure.add_artist(
            Line2D(
                [x + width / 2],
                [y],
                transform=sheet.dp,
                marker="s" if sign == "open" else "o",
                markersize=2 * RING,
                markeredgewidth=1.6,
                markeredgecolor=colour,
                markerfacecolor="none" if sign in {"ring", "open"} else colour,
            )
        )
    elif sign == "hatch":
        lines = slanted_lines(left=x, bottom=y - 6, width=width, height=12, apart=3.6)
        sheet.figure.add_artist(
            PathPatch(lines, transform=sheet.dp, fill=False, edgecolor=ink.hatch, linewidth=1.4)
        )
    elif sign in {"level", "fine"}:
        width_of, colour = (2.4, ink.bar) if sign == "level" else (1.4, ink.text)
        sheet.line([x, x + width], [y, y], width=width_of, colour=colour)
    elif sign == "range":
        sheet.line([x + width / 2] * 2, [y - 6, y + 6], width=3, colour=ink.soft)
    else:
        sheet.line([x, x + width], [y, y], width=2, colour=ink.second, dashes=(3, 1.6))


def _filled(
    sheet: Sheet, *, x: float, y: float, width: float, colour: str, edge: str = "none"
) -> None:
    outline = round_bar(x=x, y=y - 6, width=width, height=12, radius=2, foot=True)
    line = 0 if edge == "none" else EDGE
    sheet.figure.add_artist(
        PathPatch(outline, transform=sheet.dp, facecolor=colour, edgecolor=edge, linewidth=line)
    )
