"""A drawing in the units of the body figure: built once, then only moved and scaled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kivy.graphics import (
    Color,
    InstructionGroup,
    Mesh,
    PopMatrix,
    PushMatrix,
    Scale,
    SmoothLine,
    Translate,
)
from kivy.metrics import dp

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
        self._lines: list[tuple[SmoothLine, float]] = []
        self._scale = 1.0

    @property
    def fills(self) -> bool:
        """Whether any area is filled."""
        return any(isinstance(part, Mesh) and part.indices for part in self.children)

    def wipe(self) -> None:
        """Take everything off."""
        self.clear()
        self._lines.clear()

    def fill(self, shapes: Iterable[bodymap.Mesh], colour: Sequence[float]) -> None:
        """Fill shapes, as many as possible at once."""
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
        self.add(Color(*colour))
        for line in lines:
            closed = line[:2] == line[-2:]
            drawn = SmoothLine(
                points=line[:-2] if closed else line,
                close=closed,
                overdraw_width=dp(half) / self._scale,
            )
            self._lines.append((drawn, half))
            self.add(drawn)

    def keep_thin(self, scale: float) -> None:
        """Set the lines anew where they would be too wide or too thin at a scale, in px a unit."""
        if not 1 / _SAME < scale / self._scale < _SAME:
            self._scale = scale
            for line, half in self._lines:
                line.overdraw_width = dp(half) / scale

    def _add(self, corners: list[float], triangles: list[int]) -> None:
        if triangles:
            self.add(Mesh(vertices=corners, indices=triangles, mode="triangles"))


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
        for layer in self._layers.values():
            layer.keep_thin(scale)

    def wipe(self) -> None:
        """Take everything off."""
        for layer in self._layers.values():
            layer.wipe()
