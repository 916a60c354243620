"""Round boxes with smooth edges, drawn as nine stretched pieces of one small picture.

Kivy's own rounded rectangles have no smooth edge without multisampling, and its box shadow runs a
shader for each card. A picture of a corner is made once for each radius and then costs nothing.
"""

from __future__ import annotations

from functools import lru_cache
from math import ceil, hypot
from typing import TYPE_CHECKING, Final

from kivy.graphics import BorderImage, Color, InstructionGroup, Rectangle
from kivy.graphics.texture import Texture
from kivy.metrics import dp

from twitchlog.ui import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

Corners = tuple[float, float, float, float]  # top left, top right, bottom right, bottom left
SHADOW_ALPHA: Final = 0.16


@lru_cache(maxsize=128)
def _corner(radius: int, reach: int, edge: int, blur: int) -> tuple[bytes, ...]:
    """Return rows of coverage, 0-255, of a top-right corner of `reach` pixels, upwards.

    `edge`: width of the line in quarter pixels, 0 fills; `blur`: pixels over which it fades out.
    """
    inner = reach - blur - radius
    width = edge / 4
    rows = []
    for y in range(reach):
        row = bytearray(reach)
        dy = y + 0.5 - inner
        for x in range(reach):
            dx = x + 0.5 - inner
            far = min(max(dx, dy), 0.0) + hypot(max(dx, 0.0), max(dy, 0.0)) - radius
            if width:
                cover = 0.5 - (abs(far + width / 2) - width / 2)
            elif blur:
                cover = (0.5 - far / (2 * blur)) ** 2 if far < blur else 0.0
            else:
                cover = 0.5 - far
            row[x] = round(255 * min(max(cover, 0.0), 1.0))
        rows.append(bytes(row))
    return tuple(rows)


@lru_cache(maxsize=64)
def _patch(
    radii: tuple[int, int, int, int], edge: int, blur: int
) -> tuple[Texture, tuple[int, int, int, int]]:
    """Return the picture of a small round box and the borders that must not be stretched."""
    # No wider than needed: a picture squeezed into a small disc would not be round any more.
    # A line needs an empty pixel inside it, or the whole box would be filled with it.
    reach = max(*radii, ceil(edge / 4) + 2 if edge else 1) + blur
    top_left, top_right, bottom_right, bottom_left = (
        _corner(radius, reach, edge, blur) for radius in radii
    )
    below = [
        left[::-1] + right
        for left, right in zip(reversed(bottom_left), reversed(bottom_right), strict=True)
    ]
    above = [left[::-1] + right for left, right in zip(top_left, top_right, strict=True)]
    cover = b"".join(below + above)
    pixels = bytearray(b"\xff" * (4 * len(cover)))
    pixels[3::4] = cover
    texture = Texture.create(size=(2 * reach, 2 * reach), colorfmt="rgba")
    texture.blit_buffer(bytes(pixels), colorfmt="rgba", bufferfmt="ubyte")
    return texture, (reach, reach, reach, reach)


class Box(InstructionGroup):
    """A round box: filled, a line of `edge` px, or a soft shadow that fades over `blur` px."""

    def __init__(self, *, edge: float = 0.0, blur: float = 0.0) -> None:
        super().__init__()
        self._edge = round(edge * 4)
        self._blur = round(blur)
        self._colour = Color(1, 1, 1, 0)
        self._image = BorderImage()
        self.add(self._colour)
        self.add(self._image)

    def paint(self, role: str, *, alpha: float = 1.0) -> None:
        """Give it the colour of a role; no role makes it invisible."""
        self._colour.rgba = theme.colours.of(role, alpha=alpha) if role else (0, 0, 0, 0)

    def tint(self, colour: Sequence[float]) -> None:
        """Give it a colour that is no role, such as a step of the ramp."""
        self._colour.rgba = colour

    def place(self, pos: Sequence[float], size: Sequence[float], radius: float | Corners) -> None:
        """Put it somewhere, with one radius for all corners or one for each."""
        width, height = round(size[0]), round(size[1])
        if width < 2 or height < 2:
            self._image.border = self._image.display_border = (0, 0, 0, 0)
            self._image.size = (0, 0)
            return
        limit = min(width, height) // 2
        corners = radius if isinstance(radius, tuple) else (radius,) * 4
        radii = tuple(min(round(each), limit) for each in corners)
        texture, border = _patch(radii, self._edge, self._blur)
        self._image.texture = texture
        out = self._blur
        self._image.border = border
        reach = min(border[0], (width + 2 * out) // 2, (height + 2 * out) // 2)
        self._image.display_border = (reach,) * 4
        self._image.pos = (round(pos[0]) - out, round(pos[1]) - out)
        self._image.size = (width + 2 * out, height + 2 * out)


class Shadow(Box):
    """The one soft shadow of the program; in the dark look, tone does the work instead."""

    def __init__(self, elevation: int = 1) -> None:
        super().__init__(blur=dp(2 if elevation == 1 else 6))
        self._drop = dp(1 if elevation == 1 else 2)
        self._alpha = SHADOW_ALPHA if elevation == 1 else SHADOW_ALPHA * 1.6

    def cast(self, *, seen: bool = True) -> None:
        """Take on the strength that fits the look in use."""
        self._colour.rgba = (0, 0, 0, self._alpha if seen and not theme.colours.dark else 0.0)

    def place(self, pos: Sequence[float], size: Sequence[float], radius: float | Corners) -> None:
        """Put it under a box at `pos`."""
        super().place((pos[0], pos[1] - self._drop), size, radius)


class Strip(InstructionGroup):
    """A plain rectangle: a divider, a bar, a ground."""

    def __init__(self) -> None:
        super().__init__()
        self._colour = Color(1, 1, 1, 0)
        self._sheet = Rectangle(size=(0, 0))
        self.add(self._colour)
        self.add(self._sheet)

    def paint(self, role: str, *, alpha: float = 1.0) -> None:
        """Give it the colour of a role; no role makes it invisible."""
        self._colour.rgba = theme.colours.of(role, alpha=alpha) if role else (0, 0, 0, 0)

    def black(self, alpha: float) -> None:
        """Make it a shade of black, as a scrim is in both looks."""
        self._colour.rgba = (0, 0, 0, alpha)

    def place(self, pos: Sequence[float], size: Sequence[float]) -> None:
        """Put it somewhere, on whole pixels."""
        self._sheet.pos = (round(pos[0]), round(pos[1]))
        self._sheet.size = (round(size[0]), round(size[1]))
