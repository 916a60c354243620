"""Words that fit where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twitchlog.reports.charts.drawn.sheet import SMALLEST_TEXT

if TYPE_CHECKING:
    from twitchlog.reports.charts.drawn.sheet import Sheet


def fitted(sheet: Sheet, words: str, *, size: float, room: float) -> tuple[str, float]:
    """Return words and the size they fit at: smaller down to 11 sp, then cut with an ellipsis."""
    least = SMALLEST_TEXT / sheet.ink.text_scale
    # Letters are set to whole pixels, so that a width does not follow the size exactly.
    while size > least and (wide := sheet.measure(words, size=size)) > room:
        size = max(least, min(size * room / wide, size - 0.25))
    shown = words
    while len(shown) > 1 and sheet.measure(shown, size=size) > room:
        shown = f"{shown.rstrip('…')[:-1].rstrip()}…"
    return shown, size
