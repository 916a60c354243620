"""What part of a picture is in sight, and how large: zoomed about a point, panned, kept in view."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

LARGEST: Final = 6.0
STEP: Final = 1.5
"""How much one press of a button or key zooms."""
WHEEL: Final = 1.25
"""How much one notch of the wheel zooms."""
_ALMOST: Final = 1.02


@dataclass(frozen=True, slots=True)
class Camera:
    """A point of the whole picture is shown at `zoom` times itself plus `x`, `y`; in pixels."""

    zoom: float = 1.0
    x: float = 0.0
    y: float = 0.0

    @property
    def whole(self) -> bool:
        """Whether all of the picture is in sight."""
        return self.zoom < _ALMOST

    def about(self, zoom: float, at: tuple[float, float]) -> Camera:
        """Zoom to `zoom`, within 1 and LARGEST, and keep what is shown at a point there."""
        zoom = min(max(zoom, 1.0), LARGEST)
        grown = zoom / self.zoom
        return Camera(zoom, at[0] - (at[0] - self.x) * grown, at[1] - (at[1] - self.y) * grown)

    def towards(self, other: Camera, share: float) -> Camera:
        """Return what is shown on the way to another view: 0 here, 1 there."""
        return Camera(
            self.zoom + (other.zoom - self.zoom) * share,
            self.x + (other.x - self.x) * share,
            self.y + (other.y - self.y) * share,
        )

    def panned(self, right: float, up: float) -> Camera:
        """Move the picture by so many pixels."""
        return replace(self, x=self.x + right, y=self.y + up)

    def pinched(
        self,
        before: tuple[tuple[float, float], tuple[float, float]],
        after: tuple[tuple[float, float], tuple[float, float]],
    ) -> Camera:
        """Follow two fingers: what lay under them stays under them."""
        (ax, ay), (bx, by) = before
        (cx, cy), (dx, dy) = after
        apart = max(((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5, 1.0)
        now = max(((dx - cx) ** 2 + (dy - cy) ** 2) ** 0.5, 1.0)
        middle = (ax + bx) / 2, (ay + by) / 2
        turned = self.about(self.zoom * now / apart, middle)
        return turned.panned((cx + dx) / 2 - middle[0], (cy + dy) / 2 - middle[1])

    def within(self, size: tuple[float, float]) -> Camera:
        """Keep the picture from being pushed out of its room."""
        if self.whole:
            return Camera()
        return replace(
            self,
            x=min(0.0, max(self.x, size[0] * (1 - self.zoom))),
            y=min(0.0, max(self.y, size[1] * (1 - self.zoom))),
        )
