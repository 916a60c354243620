"""The body in steps of the ramp: where it twitches, to look at and to tap on."""

from __future__ import annotations

from math import dist
from typing import TYPE_CHECKING, Any, Final

from kivy.metrics import dp
from kivy.properties import ListProperty

from twitchlog import bodymap
from twitchlog.ui import theme
from twitchlog.ui.widgets.body import BodyFigure
from twitchlog.ui.widgets.body_sheet import MARK
from twitchlog.ui.widgets.fingers import STILL_DP

if TYPE_CHECKING:
    from collections.abc import Sequence

REACH_DP: Final = 24


class HeatFigure(BodyFigure):
    """Regions filled by `levels`; `on_place(sites)` gives what a tap may mean, the likeliest first.

    A tap beside the body gives no sites. The regions of the sites in `marked` have a line around
    them.
    """

    __events__ = ("on_place",)

    marked = ListProperty()

    def __init__(self, **kwargs: Any) -> None:
        self._began: Sequence[float] = (0.0, 0.0)
        super().__init__(**{"heat": True} | kwargs)
        self.fbind("marked", self._mark)

    def on_place(self, *_args: Any) -> None:
        """Hear which places a tap may mean."""

    def repaint(self, *_args: Any) -> None:
        """Draw it anew, with what is marked."""
        super().repaint()
        self._mark()

    def on_touch_down(self, touch: Any) -> bool:
        """Take a tap."""
        other = (getattr(touch, "button", None) or "left") != "left"
        if other or not self.collide_point(*touch.pos):
            return False
        touch.grab(self)
        self._began = touch.pos
        return True

    def on_touch_up(self, touch: Any) -> bool:
        """Say what was tapped, where the finger did not move away."""
        if touch.grab_current is not self:
            return False
        touch.ungrab(self)
        if dist(touch.pos, self._began) <= dp(STILL_DP):
            _view, sites = self.sites_under(touch.pos, dp(REACH_DP))
            self.dispatch("on_place", sites)
        return True

    def _mark(self, *_args: Any) -> None:
        wanted = {shape.id for site in self.marked for shape in bodymap.shapes_of(site)}
        for view, sheet in self._sheets.items():
            layer = sheet["mark"]
            layer.wipe()
            rings = [
                ring
                for shape in bodymap.load().views[view].regions
                if shape.id in wanted
                for ring in shape.mesh.outlines()
            ]
            if rings:
                layer.draw(rings, theme.colours.card, MARK + 1)
                layer.draw(rings, theme.colours.primary, MARK)
