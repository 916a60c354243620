"""From a chart's data to pixels for the screen, or to an SVG for the page.

matplotlib is imported when the first picture is drawn, not before.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any, Final, assert_never

from twitchlog.reports.charts.size import height_dp
from twitchlog.reports.charts.spec import (
    DayBars,
    DurationBars,
    HourBars,
    HourDial,
    PlaceBars,
    PrintChart,
    ScreenChart,
)

if TYPE_CHECKING:
    from twitchlog.reports.charts.sheet import Sheet

__all__ = ["height_dp", "page_sheet", "screen_sheet", "to_rgba", "to_svg"]

_MM_AN_INCH: Final = 25.4
_SALT: Final = "twitchlog"


def to_rgba(
    spec: ScreenChart,
    *,
    width_px: int,
    height_px: int,
    scale: float,
    dark: bool,
    text_scale: float = 1.0,
) -> tuple[bytes, int, int]:
    """Return a chart as RGBA bytes, row by row from the top, with width and height in pixels.

    `scale` is device pixels a dp, `text_scale` the text size of the settings. The picture is
    opaque, on the colour of a card; headline and note are not in it.
    """
    sheet = screen_sheet(
        spec,
        width=width_px / scale,
        height=height_px / scale,
        scale=scale,
        dark=dark,
        text_scale=text_scale,
    )
    return sheet.pixels()


def to_svg(spec: PrintChart, *, width_mm: float, height_mm: float) -> bytes:
    """Return a chart of the page as SVG, its text as text in DejaVu Sans 9 pt, black only.

    The same data give the same bytes: no date, no random ids.
    """
    from matplotlib import rc_context
    from matplotlib.backends.backend_svg import FigureCanvasSVG

    sheet = page_sheet(spec, width_mm=width_mm, height_mm=height_mm)
    buffer = BytesIO()
    with rc_context({"svg.fonttype": "none", "svg.hashsalt": _SALT}):
        canvas: Any = FigureCanvasSVG(sheet.figure)
        canvas.print_svg(
            buffer, metadata={"Date": None, "Creator": None, "Type": None, "Format": None}
        )
    return buffer.getvalue()


def screen_sheet(
    spec: ScreenChart, *, width: float, height: float, scale: float, dark: bool, text_scale: float
) -> Sheet:
    """Return a chart drawn for the screen on a sheet of `width` x `height` dp."""
    from twitchlog.reports.charts.screen_days import draw_days
    from twitchlog.reports.charts.screen_others import draw_dial, draw_durations, draw_places
    from twitchlog.reports.charts.sheet import Ink, Sheet

    sheet = Sheet(
        width=width, height=height, ink=Ink.screen(dark=dark, text_scale=text_scale), scale=scale
    )
    match spec:
        case DayBars():
            draw_days(sheet, spec)
        case PlaceBars():
            draw_places(sheet, spec)
        case HourDial():
            draw_dial(sheet, spec)
        case DurationBars():
            draw_durations(sheet, spec)
        case _:
            assert_never(spec)
    return sheet


def page_sheet(spec: PrintChart, *, width_mm: float, height_mm: float) -> Sheet:
    """Return a chart drawn for the page on a sheet of that size, one dp being one point."""
    from twitchlog.reports.charts.page_figures import draw_page_days, draw_page_hours
    from twitchlog.reports.charts.sheet import POINTS_AN_INCH, Ink, Sheet

    a_mm = POINTS_AN_INCH / _MM_AN_INCH
    sheet = Sheet(width=width_mm * a_mm, height=height_mm * a_mm, ink=Ink.page())
    match spec:
        case DayBars():
            draw_page_days(sheet, spec)
        case HourBars():
            draw_page_hours(sheet, spec)
        case _:
            assert_never(spec)
    return sheet
