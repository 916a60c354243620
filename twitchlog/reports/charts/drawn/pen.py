"""What a sheet is drawn with: matplotlib's own renderer of pixels, which remembers words.

The same dates, numbers and names stand in many charts, and in each of them again after a change.
Letters are most of what a picture costs: each is fitted to the pixels when it is drawn.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from matplotlib.backends.backend_agg import FigureCanvasAgg, RendererAgg, get_hinting_flag

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties
    from matplotlib.ft2font import FT2Font
    from numpy.typing import NDArray

_A_PIXEL = 64
"""FreeType measures in parts of a pixel."""


class Pen(RendererAgg):
    """Measures and fits the same words in the same type only once."""

    def get_text_width_height_descent(
        self, s: str, prop: FontProperties, ismath: Any
    ) -> tuple[float, float, float]:
        """Return the width of words, their height, and how much of that is below the line."""
        assert not ismath
        return _extent(s, prop.copy(), self.dpi)

    def draw_text(  # noqa: PLR0917 - matplotlib says what it is called with
        self, gc: Any, x: float, y: float, s: str, prop: FontProperties, angle: float,
        ismath: Any = False, mtext: Any = None,
    ) -> None:  # fmt: skip
        """Draw upright words whose line begins at a point, to the nearest whole pixel."""
        del mtext
        assert not ismath
        assert not angle
        picture, right, down = _fitted(s, prop.copy(), self.dpi)
        self._renderer.draw_text_image(picture, round(x + right), round(y + down) + 1, 0, gc)

    def _get_font_height_metrics(self, prop: FontProperties) -> tuple[float, float, float]:
        """Return how far letters reach above and below their line, and the room between lines."""
        return _reach(prop.copy(), self.dpi)

    def set_in(self, words: str, prop: FontProperties) -> FT2Font:
        """Return the font in which the words are set, with their measures."""
        prepare: Any = self._prepare_font
        font: FT2Font = prepare(prop)
        font.set_text(words, 0.0, flags=_hinting())
        return font


class Board(FigureCanvasAgg):
    """The pixels of a figure that keeps its size, drawn with a `Pen`."""

    def __init__(self, figure: Figure) -> None:
        super().__init__(figure)
        self._pen: Pen | None = None

    def get_renderer(self) -> Pen:
        """Return what draws, the same each time."""
        if self._pen is None:
            width, height = self.get_width_height(physical=True)
            self._pen = _pen(width, height, self.figure.dpi)
        self.renderer = self._pen
        return self._pen


# What matplotlib gives no types for.
_pen: Any = Pen
_hinting: Any = get_hinting_flag


@lru_cache(maxsize=8)
def _ruler(dpi: float) -> Pen:
    ruler: Pen = _pen(1, 1, dpi)
    return ruler


@lru_cache(maxsize=64)
def _reach(prop: FontProperties, dpi: float) -> tuple[float, float, float]:
    # As matplotlib's own texts work it out, each for itself, where the renderer does not say it.
    font = _ruler(dpi).set_in("", prop)
    table: Any = font.get_sfnt_table("OS/2")
    em: Any = font.get_sfnt_table("head")
    scale = prop.get_size_in_points() * dpi / 72 / em["unitsPerEm"]
    return (
        table["sTypoAscender"] * scale,
        -table["sTypoDescender"] * scale,
        table["sTypoLineGap"] * scale,
    )


@lru_cache(maxsize=4096)
def _extent(words: str, prop: FontProperties, dpi: float) -> tuple[float, float, float]:
    font = _ruler(dpi).set_in(words, prop)
    width, height = font.get_width_height()
    return width / _A_PIXEL, height / _A_PIXEL, font.get_descent() / _A_PIXEL


@lru_cache(maxsize=1024)
def _fitted(words: str, prop: FontProperties, dpi: float) -> tuple[NDArray[Any], float, float]:
    """Return words as shades of grey; how far right and down of their place its last row begins."""
    font = _ruler(dpi).set_in(words, prop)
    font.draw_glyphs_to_bitmap(antialiased=True)
    right, down = font.get_bitmap_offset()
    below = down + font.get_descent()
    return font.get_image().copy(), right / _A_PIXEL, below / _A_PIXEL
