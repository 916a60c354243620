"""A drawing in the units of the body figure: built once, then only moved and scaled."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from kivy.graphics import (
    Color,
    InstructionGroup,
    Mesh,
    PopMatrix,
    PushMatrix,
    Scale,
    Translate,
)
from kivy.graphics.texture import Texture
from kivy.metrics import dp

from twitchlog.ui.widgets.strokes import Strokes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from twitchlog import bodymap

LINE: Final = 1.2
FINE: Final = 0.9
BOLD: Final = 1.5
MARK: Final = 1.8
"""Half the width of lines, their soft edges counted, in dp."""

_MOST_CORNERS: Final = 65535
_SAME: Final = 1.1
"""So much may the scale change before the lines are set anew, to stay as thin as they are."""


class Layer(InstructionGroup):
    """Fills and smooth lines that are taken off and drawn together."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[tuple[Mesh, Strokes, float]] = []
        self._scale = 1.0
        self.fills = 0

    def wipe(self) -> None:
        """Take everything off."""
        self.clear()
        self._lines.clear()
        self.fills = 0

    def fill(self, shapes: Iterable[bodymap.Mesh], colour: Sequence[float]) -> None:
        """Fill shapes, as many as possible at once; `fills` counts how often that was."""
        corners: list[float] = []
        triangles: list[int] = []
        self.add(Color(*colour))
        for shape in shapes:
            if len(corners) // 4 + len(shape.points) // 2 > _MOST_CORNERS:
                self._add(corners, triangles)
                corners, triangles = [], []
            before = len(corners) // 4
            for x, y in zip(shape.points[::2], shape.points[1::2], strict=True):
                corners += (x, y, 0, 0)
            triangles += [before + corner for corner in shape.triangles]
        self._add(corners, triangles)

    def draw(
        self, lines: Iterable[bodymap.Line], colour: Sequence[float], half: float = LINE
    ) -> None:
        """Draw lines that reach `half` dp to both sides, at whatever scale."""
        strokes = Strokes(lines)
        if strokes.triangles:
            mesh = Mesh(
                vertices=strokes.corners(dp(half) / self._scale),
                indices=strokes.triangles,
                mode="triangles",
                texture=_soft(),
            )
            self._lines.append((mesh, strokes, half))
            self.add(Color(*colour))
            self.add(mesh)

    def keep_thin(self, scale: float) -> None:
        """Set the lines anew where they would be too wide or too thin at a scale, in px a unit."""
        if not 1 / _SAME < scale / self._scale < _SAME:
            self._scale = scale
            for mesh, strokes, half in self._lines:
                mesh.vertices = strokes.corners(dp(half) / scale)

    def _add(self, corners: list[float], triangles: list[int]) -> None:
        if triangles:
            self.fills += 1
            self.add(Mesh(vertices=corners, indices=triangles, mode="triangles"))


@lru_cache(maxsize=1)
def _soft() -> Texture:
    """Return what is seen across a line: nothing at its edges, all of it in the middle."""
    texture = Texture.create(size=(4, 1), colorfmt="rgba")
    texture.wrap = "clamp_to_edge"

    def blit(into: Texture) -> None:
        across = (0, 255, 255, 0)
        into.blit_buffer(
            bytes(value for alpha in across for value in (255, 255, 255, alpha)), colorfmt="rgba"
        )

    texture.add_reload_observer(blit)
    blit(texture)
    return texture


class Sheet(InstructionGroup):
    """Layers over one another, in units of the figure, y downwards from where its top is placed."""

    def __init__(self, *names: str) -> None:
        super().__init__()
        self._move, self._grow = Translate(), Scale()
        self._layers = {name: Layer() for name in names}
        for part in (PushMatrix(), self._move, self._grow, *self._layers.values(), PopMatrix()):
            self.add(part)

    def __getitem__(self, name: str) -> Any:
        """Return a layer."""
        return self._layers[name]

    def place(self, x: float, top: float, scale: float) -> None:
        """Show the figure's origin at `x`, `top`, and a unit as `scale` pixels."""
        self._move.xy = x, top
        self._grow.xyz = scale, -scale, 1

    def keep_thin(self, scale: float) -> None:
        """Set the lines of all layers anew where a scale needs it."""
        for layer in self._layers.values():
            layer.keep_thin(scale)

    def wipe(self) -> None:
        """Take everything off."""
        for layer in self._layers.values():
            layer.wipe()
