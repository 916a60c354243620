"""From a chart's data to pixels for the screen, to a file, or to an SVG for the annex.

matplotlib is imported when the first picture is drawn, not before.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from importlib import import_module
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final
from warnings import catch_warnings, filterwarnings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from twitchlog.reports.charts.about import About
    from twitchlog.reports.charts.drawn.sheet import Sheet
    from twitchlog.reports.charts.marks import Mark
    from twitchlog.reports.charts.spec import Spec

POINTS_A_MM: Final = 72 / 25.4
SAVED_WIDTH: Final = 560.0
_DRAWN: Final = "twitchlog.reports.charts.drawn"
_SALT: Final = "twitchlog"
_SAVED_SCALE: Final = 3.0


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn chart: RGBA bytes row by row from the top, width and height in pixels.

    `marks` are what a tap can mean, in dp from the lower left. `plot` is from where to where in dp
    its time axis runs, for charts that have one.
    """

    pixels: bytes
    width: int
    height: int
    marks: tuple[Mark, ...] = ()
    plot: tuple[float, float] | None = None


class Form(StrEnum):
    """As what a picture can be saved."""

    PNG = "png"
    SVG = "svg"


def to_rgba(
    spec: Spec,
    *,
    width_px: int,
    height_px: int,
    scale: float,
    dark: bool,
    text_scale: float = 1.0,
) -> Picture:
    """Return a chart as pixels, opaque, on the colour of a card; headline and note are not in it.

    `scale` is device pixels a dp, `text_scale` the text size of the settings.
    """
    _load()
    sheet = screen_sheet(
        spec,
        width=width_px / scale,
        height=height_px / scale,
        scale=scale,
        dark=dark,
        text_scale=text_scale,
    )
    pixels, width, height = sheet.pixels()
    return Picture(pixels, width, height, tuple(sheet.marks), sheet.plot)


def saved(
    spec: Spec, form: Form, about: About, *, width: float = SAVED_WIDTH, dark: bool = False
) -> bytes:
    """Return a chart as a file of its own, `width` dp wide, with all its words above it.

    A PNG has three pixels a dp; an SVG keeps its text as text. Either tells headline and alt text
    to whoever cannot see it. The same data give the same bytes.
    """
    from twitchlog.reports.charts.drawn.framed import framed

    sheet = framed(spec, about, width=width, dark=dark, scale=_SAVED_SCALE, draw=_drawer(spec))
    told = [f"{about.title}: {spec.headline}", f"{spec.alt} {about.days}."]
    title, description = (text.replace("\N{NO-BREAK SPACE}", " ") for text in told)
    if form is Form.PNG:
        return sheet.png(title, description)
    return _told(_svg(sheet), title, description)


def to_print(spec: Spec, *, width_mm: float, height_mm: float) -> bytes:
    """Return a chart of Patterns as SVG for paper: laid out as on the screen, in black only."""
    from twitchlog.reports.charts.drawn.sheet import Ink, Sheet

    ink = replace(Ink.page(), family="Roboto")
    sheet = Sheet(width=width_mm * POINTS_A_MM, height=height_mm * POINTS_A_MM, ink=ink)
    with _any_letters():
        _drawer(spec)(sheet, spec)
        return _svg(sheet)


@contextmanager
def _any_letters() -> Iterator[None]:
    """Draw names in any script: whoever prints the picture has fonts for what ours has not."""
    with catch_warnings():
        filterwarnings("ignore", message="Glyph .* missing from font")
        yield


def screen_sheet(
    spec: Spec, *, width: float, height: float, scale: float, dark: bool, text_scale: float
) -> Sheet:
    """Return a chart drawn for the screen on a sheet of `width` x `height` dp."""
    from twitchlog.reports.charts.drawn.sheet import Ink, Sheet

    ink = Ink.screen(dark=dark, text_scale=text_scale)
    sheet = Sheet(width=width, height=height, ink=ink, scale=scale)
    _drawer(spec)(sheet, spec)
    return sheet


@cache
def _load() -> None:
    """Import what draws, once.

    It stays as long as the program: the garbage collector, which holds every thread up while it
    looks at all there is, need not look at that again.
    """
    import_module(f"{_DRAWN}.sheet")
    gc.freeze()


def _drawer(spec: Spec) -> Any:
    module, function = spec.drawer.split(":")
    return getattr(import_module(f"{_DRAWN}.{module}"), function)


def _told(svg: bytes, title: str, description: str) -> bytes:
    """Return an SVG that tells a title and a description to a screen reader."""
    from xml.sax.saxutils import escape

    before, begins, after = svg.partition(b"<svg ")
    attributes, ends, drawing = after.partition(b">")
    said = f"\n <title>{escape(title)}</title>\n <desc>{escape(description)}</desc>"
    return b"".join((before, begins, b'role="img" ', attributes, ends, said.encode(), drawing))


def _svg(sheet: Sheet) -> bytes:
    from matplotlib import rc_context
    from matplotlib.backends.backend_svg import FigureCanvasSVG

    buffer = BytesIO()
    with rc_context({"svg.fonttype": "none", "svg.hashsalt": _SALT}):
        canvas: Any = FigureCanvasSVG(sheet.figure)
        canvas.print_svg(
            buffer, metadata={"Date": None, "Creator": None, "Type": None, "Format": None}
        )
    return buffer.getvalue()
