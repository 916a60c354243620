"""Draw the body from front and back, its regions in steps of the ramp."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from twitchlog import bodymap
from twitchlog.reports.charts.kinds.places import SIDE_AT, sides_of
from twitchlog.translation import _, said

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from twitchlog.bodymap import Shape
    from twitchlog.reports.charts.drawn.sheet import Sheet

NAMES: Final = 12.0
_EDGE: Final = 1.0
_FINE: Final = 0.75
_BOLD: Final = 1.25


@dataclass(frozen=True, slots=True)
class Region:
    """A mark: a region of the body, its view `scale` dp a unit from `left` and `top` on."""

    row: int
    shape: Shape
    left: float
    top: float
    scale: float

    def distance(self, x: float, y: float) -> float:
        """Return how far a point is from the region."""
        return self.scale * self.shape.distance(
            (x - self.left) / self.scale, (self.top - y) / self.scale
        )

    def outline(self) -> tuple[tuple[float, float], ...]:
        """Return the corners of its first outline."""
        line = next(self.shape.mesh.outlines())
        return tuple(
            (self.left + x * self.scale, self.top - y * self.scale)
            for x, y in zip(line[:-2:2], line[1:-2:2], strict=True)
        )


def draw_body(
    sheet: Sheet,
    levels: Mapping[str, int],
    rows: Mapping[str, int],
    *,
    left: float,
    top: float,
    height: float,
    gap: float,
) -> None:
    """Draw both views `height` dp high, `gap` apart, their names below.

    `levels` is a step of the ramp by region, `rows` the row that a tap on a region means.
    """
    figure = bodymap.load()
    scale = height / figure.height
    for at, name in enumerate(bodymap.BODY):
        start = left + at * (figure.width * scale + gap)
        _view(sheet, name, levels, left=start, top=top, scale=scale)
        for shape in figure.views[name].regions:
            if shape.id in rows:
                sheet.marks.append(Region(rows[shape.id], shape, start, top, scale))
        sheet.text(
            start + figure.width * scale / 2,
            top - height - sheet.size(NAMES) * 0.9,
            _("Front") if name == "front" else said("side of the body", "Back"),
            size=NAMES, colour=sheet.ink.quiet, across="center", gid="view",
        )  # fmt: skip
        for side, way in zip(sides_of(name), (-1, 1), strict=True):
            sheet.text(
                start + figure.width * scale * (0.5 + way * SIDE_AT),
                top - height - sheet.size(NAMES) * 0.9,
                side,
                size=NAMES, colour=sheet.ink.quiet, across="center", gid="side",
            )  # fmt: skip


def _view(
    sheet: Sheet, name: str, levels: Mapping[str, int], *, left: float, top: float, scale: float
) -> None:
    view, ink = bodymap.load().views[name], sheet.ink
    place = Affine2D().scale(scale, -scale).translate(left, top) + sheet.dp
    _draw(sheet, _regions(name), place, edge=ink.grid, width=_FINE, gid="regions")
    for step, colour in enumerate(ink.ramp, start=1):
        lit = [shape for shape in view.regions if levels.get(shape.id) == step]
        if lit:
            _draw(
                sheet, _outlines(lit), place, edge=ink.edge, width=_EDGE, fill=colour,
                gid=f"step {step}",
            )  # fmt: skip
    _draw(sheet, _features(name), place, edge=ink.edge, width=_FINE, gid="features")
    _draw(sheet, _silhouette(name), place, edge=ink.edge, width=_BOLD, gid="outline")


def _draw(
    sheet: Sheet, path: Path, place: Any, *, edge: str, width: float, gid: str, fill: str = "none"
) -> None:
    sheet.figure.add_artist(
        PathPatch(
            path,
            transform=place,
            facecolor=fill,
            edgecolor=edge,
            linewidth=width,
            joinstyle="round",
            capstyle="round",
            gid=gid,
        )
    )


@lru_cache(maxsize=4)
def _regions(name: str) -> Path:
    return _outlines(bodymap.load().views[name].regions)


@lru_cache(maxsize=4)
def _silhouette(name: str) -> Path:
    return _path(bodymap.load().views[name].outline)


@lru_cache(maxsize=4)
def _features(name: str) -> Path:
    return _path(bodymap.load().views[name].features)


def _outlines(shapes: Iterable[Shape]) -> Path:
    return _path(line for shape in shapes for line in shape.mesh.outlines())


def _path(lines: Iterable[tuple[float, ...]]) -> Path:
    """Return one path of all lines: x, y, x, y … in units of the view."""
    points, codes = [np.empty((0, 2))], [np.empty(0, dtype=Path.code_type)]
    for line in lines:
        points.append(np.reshape(line, (-1, 2)))
        codes.append(np.full(len(line) // 2, Path.LINETO, dtype=Path.code_type))
        codes[-1][0] = Path.MOVETO
    return Path(np.concatenate(points), np.concatenate(codes))
