"""A chart drawn for a test: what is on it by its name, and whether its words have room."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from matplotlib.text import Text

from twitchlog.domain.period import Period
from twitchlog.reports.charts.about import About
from twitchlog.reports.charts.picture import screen_sheet

if TYPE_CHECKING:
    from twitchlog.reports.charts.drawn.sheet import Sheet
    from twitchlog.reports.charts.spec import Spec

ABOUT: Final = About.of("A chart", Period(date(2026, 3, 21), date(2026, 6, 18)), 81)
"""What a saved picture says of its days, for tests."""


def drawn(spec: Spec, *, width: float = 348, text_scale: float = 1.0, dark: bool = False) -> Sheet:
    """Draw a chart as on the screen, as high as it wants to be, one pixel a dp."""
    height = spec.height(width, text_scale=text_scale)
    return screen_sheet(spec, width=width, height=height, scale=1, dark=dark, text_scale=text_scale)


def named(sheet: Sheet, gid: str, kind: type) -> list[Any]:
    """Return what is drawn of a kind under a name."""
    return [found for found in sheet.figure.findobj(kind) if found.get_gid() == gid]


def check_words(sheet: Sheet) -> None:
    """Check that no word leaves the sheet or meets another, whitespace around letters apart."""
    sheet.pixels()
    boxes = [text.get_window_extent() for text in sheet.figure.findobj(Text) if text.get_text()]
    for at, box in enumerate(boxes):
        assert box.x0 >= -1
        assert box.x1 <= sheet.width + 1
        assert box.y0 >= -1
        assert box.y1 <= sheet.height + 1
        for other in boxes[:at]:
            assert not box.shrunk(0.9, 0.75).overlaps(other.shrunk(0.9, 0.75))
