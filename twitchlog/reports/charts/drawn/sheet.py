"""A sheet to draw on, measured in dp (or points) from its lower left corner."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.transforms import Affine2D, Bbox

from twitchlog import palette, paths
from twitchlog.reports.charts.drawn.pen import Board
from twitchlog.reports.charts.drawn.plane import Plane

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.text import Text

    from twitchlog.reports.charts.marks import Mark

POINTS_AN_INCH: Final = 72
SMALLEST_TEXT: Final = 11.0
_FILES: Final = {
    ("Roboto", False): "fonts/Roboto-Regular.ttf",
    ("Roboto", True): "fonts/Roboto-Medium.ttf",
    ("DejaVu Sans", False): "fonts/DejaVuSans.ttf",
    ("DejaVu Sans", True): "fonts/DejaVuSans-Bold.ttf",
}


@dataclass(frozen=True, slots=True)
class Ink:
    """The colours and the type of a sheet: of the screen, light or dark, or of the page."""

    ground: str
    text: str
    quiet: str
    grid: str
    edge: str
    bar: str
    soft: str
    second: str
    hatch: str
    track: str
    ramp: tuple[str, ...]
    family: str
    text_scale: float = 1.0

    @classmethod
    def screen(cls, *, dark: bool, text_scale: float) -> Ink:
        """Return the ink of the screens."""
        colours = palette.scheme(dark=dark)
        return cls(
            ground=colours.card,
            text=colours.on_surface,
            quiet=colours.on_surface_variant,
            grid=colours.outline_variant,
            edge=colours.outline,
            bar=colours.series_a,
            soft=colours.ramp[2],
            second=colours.series_b,
            hatch=colours.hatch,
            track=colours.surface_container_high,
            ramp=colours.ramp,
            family="Roboto",
            text_scale=text_scale,
        )

    @classmethod
    def page(cls) -> Ink:
        """Return the ink of the page: black only, in DejaVu Sans."""
        black = "#000000"
        return cls(
            ground="none", text=black, quiet=black, grid=black, edge=black, bar=black, soft=black,
            second=black, hatch=black, track=black, ramp=(black,) * 5, family="DejaVu Sans",
        )  # fmt: skip


@lru_cache(maxsize=64)
def font(family: str, *, size: float, strong: bool) -> FontProperties:
    """Return a font from the program's own files; its family name is what an SVG will say."""
    return FontProperties(
        family=[family],
        weight="bold" if strong else "normal",
        size=size,
        fname=str(paths.asset(_FILES[family, strong])),
    )


class Sheet:
    """A matplotlib figure with a ruler in dp: never pyplot, nothing global.

    A drawer adds to `marks` what a tap can mean, in dp from the lower left corner, and says in
    `plot` from where to where the time axis runs, where there is one.
    """

    def __init__(
        self,
        *,
        width: float,
        height: float,
        ink: Ink,
        scale: float = 1.0,
        head: float = 0.0,
        margin: float = 0.0,
    ) -> None:
        """Make a sheet of `width` x `height` dp at `scale` pixels a dp.

        `head` is room above it for words, from `height` upwards; `margin` is free all around.
        """
        self.width, self.height, self.ink = width, height, ink
        self.head, self.margin = head, margin
        self.marks: list[Mark] = []
        self.planes: list[Plane] = []
        self.plot: tuple[float, float] | None = None
        self._whole = width + 2 * margin, height + head + 2 * margin
        self.figure = Figure(
            figsize=(self._whole[0] / POINTS_AN_INCH, self._whole[1] / POINTS_AN_INCH),
            dpi=POINTS_AN_INCH * scale,
            facecolor=ink.ground,
        )
        self._canvas: Any = Board(self.figure)
        self._scale = scale
        ruler = Affine2D().translate(margin, margin).scale(1 / POINTS_AN_INCH)
        self.dp = ruler + self.figure.dpi_scale_trans

    def axes(self, *, left: float, bottom: float, width: float, height: float) -> Plane:
        """Return a plane over a rectangle in dp: no frame, no ticks, no margins."""
        plane = Plane(Bbox.from_bounds(left, bottom, width, height), self.dp)
        self.figure.add_artist(plane)
        self.planes.append(plane)
        return plane

    def size(self, size: float) -> float:
        """Return a text size in sp as the user has it, never under 11 on the screen."""
        scaled = size * self.ink.text_scale
        return max(SMALLEST_TEXT, scaled) if self.ink.family == "Roboto" else scaled

    def text(
        self,
        x: float,
        y: float,
        words: str,
        *,
        size: float,
        strong: bool = False,
        colour: str | None = None,
        across: str = "left",
        up: str = "center_baseline",
        gid: str = "text",
    ) -> Text:
        """Write `words` at a point in dp; `$` and `_` in them are nothing special."""
        return self.figure.text(
            x,
            y,
            words,
            transform=self.dp,
            fontproperties=font(self.ink.family, size=self.size(size), strong=strong),
            color=colour or self.ink.text,
            ha=across,
            va=up,
            parse_math=False,
            gid=gid,
        )

    def measure(self, words: str, *, size: float, strong: bool = False) -> float:
        """Return the width of `words` in dp."""
        properties = font(self.ink.family, size=self.size(size), strong=strong)
        width, _, _ = self._canvas.get_renderer().get_text_width_height_descent(
            words, properties, ismath=False
        )
        return float(width) / self._scale

    def line(
        self,
        xs: Sequence[float],
        ys: Sequence[float],
        *,
        width: float,
        colour: str,
        dashes: tuple[float, float] | None = None,
        gid: str = "line",
    ) -> None:
        """Draw a line through points in dp."""
        line = Line2D(
            xs, ys, transform=self.dp, color=colour, linewidth=width, solid_capstyle="butt", gid=gid
        )
        if dashes:
            line.set_dashes(dashes)
        self.figure.add_artist(line)

    def png(self, title: str, description: str) -> bytes:
        """Return the sheet as a PNG that tells what it shows."""
        from PIL.PngImagePlugin import PngInfo

        told = PngInfo()
        told.add_itxt("Title", title)
        told.add_itxt("Description", description)
        buffer = BytesIO()
        self._canvas.print_png(buffer, pil_kwargs={"pnginfo": told})
        return buffer.getvalue()

    def pixels(self) -> tuple[bytes, int, int]:
        """Return the sheet as RGBA bytes, row by row from the top, with width and height."""
        self._canvas.draw()
        width, height = self._canvas.get_width_height()
        return bytes(self._canvas.buffer_rgba()), width, height
