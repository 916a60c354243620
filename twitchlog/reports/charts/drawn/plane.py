"""A rectangle of a sheet that has a ruler of its own: what of matplotlib's axes a chart needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from matplotlib.artist import Artist
from matplotlib.lines import Line2D
from matplotlib.transforms import Bbox, BboxTransformFrom, BboxTransformTo, TransformedBbox

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.transforms import Transform


class Plane(Artist):
    """Draws its parts by their own order, below all else on the sheet, and cuts them at its edges.

    matplotlib's axes bring ticks, spines and scales along, which take longer to make than most
    charts take to draw. `transData` goes from its ruler to pixels, as that of axes does.
    """

    def __init__(self, box: Bbox, dp: Transform) -> None:
        """Take the rectangle in dp, and the transform of dp; its ruler is the rectangle's dp."""
        super().__init__()
        self.zorder = 0
        self._parts: list[Artist] = []
        self._edges = TransformedBbox(box, dp)
        self._view = Bbox.from_bounds(0, 0, box.width, box.height)
        self.transData = BboxTransformFrom(self._view) + BboxTransformTo(self._edges)

    def set_xlim(self, left: float, right: float) -> None:
        """Let the ruler run from `left` to `right`."""
        self._view.intervalx = left, right

    def set_ylim(self, bottom: float, top: float) -> None:
        """Let the ruler run from `bottom` to `top`."""
        self._view.intervaly = bottom, top

    def get_xlim(self) -> tuple[float, float]:
        """Return from where to where the ruler runs across."""
        return self._view.x0, self._view.x1

    def get_ylim(self) -> tuple[float, float]:
        """Return from where to where the ruler runs up."""
        return self._view.y0, self._view.y1

    def add_artist(self, part: Artist) -> None:
        """Take in a part, measured by the ruler unless it has a transform of its own."""
        figure = self.get_figure(root=True)
        if figure is not None:
            part.set_figure(figure)
        if not part.is_transform_set():
            part.set_transform(self.transData)
        if part.get_clip_path() is None and part.get_clip_box() is None:
            part.set_clip_box(self._edges)
        self._parts.append(part)

    def add_line(self, part: Artist) -> None:
        """Take in a line."""
        self.add_artist(part)

    def add_patch(self, part: Artist) -> None:
        """Take in a shape."""
        self.add_artist(part)

    def add_collection(self, part: Artist, **_ignored: Any) -> None:
        """Take in many shapes or lines that are drawn as one."""
        self.add_artist(part)

    def plot(self, xs: Sequence[float], ys: Sequence[float], **look: Any) -> None:
        """Draw a line through points."""
        self.add_artist(Line2D(xs, ys, **look))

    def axhline(self, y: float, **look: Any) -> None:
        """Draw a line all the way across."""
        self.plot(self.get_xlim(), (y, y), **look)

    def get_children(self) -> list[Artist]:
        """Return its parts, in the order in which they came."""
        return self._parts

    def draw(self, renderer: Any) -> None:
        """Draw what it holds."""
        for part in sorted(self._parts, key=lambda each: float(each.get_zorder())):
            part.draw(renderer)
