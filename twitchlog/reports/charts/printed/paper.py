"""A sheet of paper to draw on in black, measured in points from its lower left corner."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from twitchlog.reports.charts.printed.typeface import FAMILY, width_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    Point = tuple[float, float]

TEXT: Final = 9.0
_POINTS_A_MM: Final = 72 / 25.4
_TO_BASELINE: Final = 0.38 * TEXT
"""Letters set so far below their middle look centred: half the height of a capital and a bit."""


class Paper:
    """A drawing in the making; everything on it has a `name` that says what it means."""

    def __init__(self, *, width_mm: float, height_mm: float) -> None:
        self.width, self.height = width_mm * _POINTS_A_MM, height_mm * _POINTS_A_MM
        self._parts: list[str] = []

    @staticmethod
    def measure(words: str, *, strong: bool = False) -> float:
        """Return the width of words."""
        return width_of(words, TEXT, strong=strong)

    def text(
        self, x: float, y: float, words: str, *, name: str, across: str = "start",
        strong: bool = False,
    ) -> None:  # fmt: skip
        """Write words, their middle at height `y`; at `x` they start, end or have their middle."""
        weight = ' font-weight="bold"' if strong else ""
        self._parts.append(
            f'<text class="{name}" x="{x:.2f}" y="{self.height - y + _TO_BASELINE:.2f}"'
            f' font-family="{FAMILY}" font-size="{TEXT:g}"{weight} text-anchor="{across}">'
            f"{escape(words, quote=False)}</text>"
        )

    def line(self, *points: Point, width: float, name: str) -> None:
        """Draw a line through points."""
        self.lines([points], width=width, name=name)

    def lines(self, lines: Iterable[Sequence[Point]], *, width: float, name: str) -> None:
        """Draw lines as one."""
        path = "".join(f"M{'L'.join(map(self._at, points))}" for points in lines)
        self._parts.append(
            f'<path class="{name}" d="{path}" fill="none" stroke="black" stroke-width="{width}"'
            ' stroke-linejoin="round"/>'
        )

    def bars(self, bars: Iterable[tuple[float, float, float]], *, foot: float, name: str) -> None:
        """Draw filled bars as one, each of its left edge, width and height, from `foot` up."""
        path = "".join(
            f"M{self._at((x, foot))}v{-high:.2f}h{wide:.2f}v{high:.2f}z" for x, wide, high in bars
        )
        self._parts.append(f'<path class="{name}" d="{path}"/>')

    def ring(self, x: float, y: float, *, radius: float, width: float, name: str) -> None:
        """Draw a circle around a point."""
        self._parts.append(
            f'<circle class="{name}" cx="{x:.2f}" cy="{self.height - y:.2f}" r="{radius:.2f}"'
            f' fill="none" stroke="black" stroke-width="{width}"/>'
        )

    def svg(self) -> str:
        """Return the drawing, its text as text; the same drawing gives the same letters."""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{self.width:.3f}"'
            f' height="{self.height:.3f}" viewBox="0 0 {self.width:.3f} {self.height:.3f}">'
            f"{''.join(self._parts)}</svg>"
        )

    def _at(self, point: Point) -> str:
        x, y = point
        return f"{x:.2f} {self.height - y:.2f}"
