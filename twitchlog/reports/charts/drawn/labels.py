"""Texts in a row under or over a chart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from twitchlog.reports.charts.scale import stride

if TYPE_CHECKING:
    from collections.abc import Iterable

    from twitchlog.reports.charts.drawn.sheet import Sheet

LABELS: Final = 12.0
_GAP: Final = 6.0


def write_row(sheet: Sheet, texts: Iterable[tuple[float, str]], *, y: float, gid: str) -> None:
    """Write texts centred at their places, within the sheet, every n-th where they would touch."""
    sized = [(x, text, sheet.measure(text, size=LABELS)) for x, text in texts]
    places = [min(max(x, wide / 2), sheet.width - wide / 2) for x, _text, wide in sized]
    every = stride([wide for _x, _text, wide in sized], places, gap=_GAP)
    for place, (_x, text, _wide) in list(zip(places, sized, strict=True))[::every]:
        sheet.text(place, y, text, size=LABELS, colour=sheet.ink.quiet, across="center", gid=gid)
