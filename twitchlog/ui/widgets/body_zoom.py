"""The body figure, zoomed and panned, or one part of it alone in its inset."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kivy.animation import Animation
from kivy.graphics import Rectangle, StencilPop, StencilPush, StencilUnUse, StencilUse
from kivy.properties import BooleanProperty, ListProperty, NumericProperty, StringProperty

from twitchlog import bodymap
from twitchlog.ui import theme
from twitchlog.ui.widgets.body import BodyFigure
from twitchlog.ui.widgets.camera import Camera

if TYPE_CHECKING:
    from collections.abc import Sequence

    Point = Sequence[float]


GLIDE_S: Final = 0.15


class ZoomedFigure(BodyFigure):
    """Shows the views of `body`, or the `inset` instead, through a camera; nothing reaches out.

    `whole`: nothing is zoomed and no inset is open. `in_sight` is the view in the middle.
    """

    body = ListProperty(list(bodymap.BODY))
    inset = StringProperty()
    whole = BooleanProperty(True)
    in_sight = StringProperty()
    _way = NumericProperty(1.0)

    def __init__(self, **kwargs: Any) -> None:
        self.camera = self._seen = self._left = Camera()
        self._hole = Rectangle(), Rectangle()
        super().__init__(**kwargs)
        for part in (StencilPush(), self._hole[0], StencilUse()):
            self.canvas.before.add(part)
        for part in (StencilUnUse(), self._hole[1], StencilPop()):
            self.canvas.after.add(part)
        for name in ("body", "inset"):
            self.fbind(name, self.turn)
        self.fbind("size", lambda *_args: self.look(Camera()))
        self.fbind("_way", self._glide)
        self.turn()

    def placed(self, view: str) -> tuple[float, float, float]:
        """Return the left, the top and the scale of a view, as it is zoomed, in pixels."""
        left, top, scale = super().placed(view)
        seen = self._seen
        return (
            self.x + (left - self.x) * seen.zoom + seen.x,
            self.y + (top - self.y) * seen.zoom + seen.y,
            scale * seen.zoom,
        )

    def rest(self, view: str) -> tuple[float, float, float]:
        """Return the left, the top and the scale of a view where nothing is zoomed, in pixels."""
        return super().placed(view)

    def arrange(self, *_args: Any) -> None:
        """Put the views where they belong, and let nothing be drawn outside."""
        super().arrange()
        middle = self.x + self.width / 2
        self.in_sight = min(self.views, key=lambda view: abs(self.midline(view) - middle))
        for hole in self._hole:
            hole.pos, hole.size = self.pos, self.size

    def turn(self, *_args: Any) -> None:
        """Show the views of the whole figure, or the inset alone."""
        self.views = [self.inset] if self.inset else list(self.body)
        self.look(Camera())

    def look(self, seen: Camera, *, glide: bool = False) -> None:
        """Show another part of the picture, larger or smaller; with `glide`, move there."""
        self.camera = seen.within(self.size)
        self.whole = self.camera.whole and not self.inset
        Animation.cancel_all(self, "_way")
        lasts = theme.motion(GLIDE_S) if glide else 0
        if lasts:
            self._left, self._way = self._seen, 0.0
            Animation(_way=1.0, d=lasts, t="out_cubic").start(self)
        else:
            self._seen = self.camera
            self.arrange()

    def _glide(self, *_args: Any) -> None:
        self._seen = self._left.towards(self.camera, self._way)
        self.arrange()

    def zoom(self, times: float, at: Point) -> None:
        """Zoom about a point, which stays where it is."""
        self.look(self._about(times, at))

    def zoom_in_on(self, times: float, at: Point) -> None:
        """Zoom and move so that a point comes to the middle."""
        right, up = self.center_x - at[0], self.center_y - at[1]
        self.look(self._about(times, at).panned(right, up), glide=True)

    def _about(self, times: float, at: Point) -> Camera:
        return self.camera.about(self.camera.zoom * times, (at[0] - self.x, at[1] - self.y))

    def drag(self, right: float, up: float, *, glide: bool = False) -> None:
        """Move the picture."""
        self.look(self.camera.panned(right, up), glide=glide)

    def pinch(self, before: tuple[Point, Point], after: tuple[Point, Point]) -> None:
        """Follow two fingers from where they were to where they are."""
        first, then = (tuple((x - self.x, y - self.y) for x, y in pair) for pair in (before, after))
        self.look(self.camera.pinched(first, then))

    def show_whole(self) -> None:
        """Go back to the whole figure."""
        self.inset = ""
        self.look(Camera(), glide=True)

    def step_back(self) -> bool:
        """Go one step back to the whole figure; return whether there was one to go."""
        if self.whole:
            return False
        if self.camera.whole:
            self.inset = ""
        else:
            self.look(Camera(), glide=True)
        return True
