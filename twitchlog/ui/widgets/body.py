"""The body figure, to tap on or to show where it twitches, and round pictures of single places."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kivy.graphics import Color, InstructionGroup, Mesh, SmoothLine
from kivy.metrics import dp
from kivy.properties import (
    BooleanProperty,
    DictProperty,
    ListProperty,
    NumericProperty,
    StringProperty,
)
from kivy.uix.behaviors import ButtonBehavior
from kivy.uix.widget import Widget

from twitchlog import bodymap
from twitchlog.ui import theme
from twitchlog.ui.widgets.shapes import Box

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

REACH_DP: Final = 24
LINE_DP: Final = 0.5
FINE_DP: Final = 0.35
BOLD_DP: Final = 0.6
FINGERS_FROM: Final = 0.8
"""Below this scale, in dp a unit, the lines between the fingers would run into one another."""


class Sheet(InstructionGroup):
    """A drawing in units of the figure, placed and scaled: fills and smooth lines by role."""

    def __init__(self) -> None:
        super().__init__()
        self._x = self._top = 0.0
        self._scale = 1.0

    def begin(self, x: float, top: float, scale: float) -> None:
        """Empty it; from now on the figure's origin lies at `x`, `top`."""
        self.clear()
        self._x, self._top, self._scale = x, top, scale

    def fill(self, shapes: Iterable[bodymap.Mesh], colour: Sequence[float]) -> None:
        """Fill shapes."""
        self.add(Color(*colour))
        for shape in shapes:
            corners = [
                value
                for x, y in zip(shape.points[::2], shape.points[1::2], strict=True)
                for value in (self._x + x * self._scale, self._top - y * self._scale, 0, 0)
            ]
            self.add(Mesh(vertices=corners, indices=list(shape.triangles), mode="triangles"))

    def draw(
        self, lines: Iterable[bodymap.Line], colour: Sequence[float], width: float = LINE_DP
    ) -> None:
        """Draw lines of about twice `width` dp."""
        self.add(Color(*colour))
        for line in lines:
            closed = line[:2] == line[-2:]
            points = [
                self._top - value * self._scale if index % 2 else self._x + value * self._scale
                for index, value in enumerate(line[:-2] if closed else line)
            ]
            self.add(SmoothLine(points=points, width=dp(width), close=closed))


class BodyFigure(ButtonBehavior, Widget):
    """The figure from the front, the back, or both side by side.

    `chosen` are the site ids to light up. With `heat` nothing else is filled but the regions in
    `levels`, a step 1 to 5 of the ramp by region id. `on_pick(sites, view)` gives what a tap may
    mean, the likeliest first; a tap beside the body gives nothing.
    """

    __events__ = ("on_pick",)

    key = StringProperty()
    views = ListProperty(["front", "back"])
    chosen = ListProperty()
    levels = DictProperty()
    heat = BooleanProperty(False)
    gap = NumericProperty("4dp")
    edge = StringProperty("card")

    def __init__(self, **kwargs: Any) -> None:
        self._sheets: dict[str, Sheet] = {}
        super().__init__(**kwargs)
        for name in ("pos", "size", "views", "chosen", "levels", "heat", "gap", "edge"):
            self.fbind(name, self.repaint)
        theme.watch(self)
        self.repaint()

    def spot(self, shape: bodymap.Shape) -> tuple[float, float]:
        """Return where the middle of a shape lies on the widget's canvas."""
        left, top, scale = self._placed(shape.view)
        return left + shape.centre[0] * scale, top - shape.centre[1] * scale

    def middle(self, view: str) -> float:
        """Return the x of a view's middle line, for a heading above it."""
        left, _top, scale = self._placed(view)
        return left + bodymap.load().width * scale / 2

    def on_release(self) -> None:
        """Say which places were meant."""
        x, y = self.last_touch.pos
        view = min(self.views, key=lambda name: abs(self.middle(name) - x))
        left, top, scale = self._placed(view)
        sites = bodymap.sites_at(
            view, (x - left) / scale, (top - y) / scale, within=dp(REACH_DP) / scale
        )
        if sites:
            self.dispatch("on_pick", sites, view)

    def on_pick(self, sites: tuple[str, ...], view: str) -> None:
        """Do nothing by default."""

    def reflow(self) -> None:
        """Nothing to measure: there are no words on it."""

    def repaint(self, *_args: Any) -> None:
        """Draw it anew, in the colours in use."""
        if list(self._sheets) != self.views:
            for sheet in self._sheets.values():
                self.canvas.remove(sheet)
            self._sheets = {view: Sheet() for view in self.views}
            for sheet in self._sheets.values():
                self.canvas.add(sheet)
        for view, sheet in self._sheets.items():
            sheet.begin(*self._placed(view))
            if min(self.size) > dp(24):
                self._draw(bodymap.load().views[view], sheet)

    def _placed(self, view: str) -> tuple[float, float, float]:
        """Return the left, the top and the scale of a view, all in pixels."""
        body = bodymap.load()
        count = max(len(self.views), 1)
        room = (self.width - (count - 1) * self.gap) / (count * body.width)
        scale = max(min(room, self.height / body.height), 0.01)
        wide = count * body.width * scale + (count - 1) * self.gap
        step = body.width * scale + self.gap
        left = self.center_x - wide / 2 + self.views.index(view) * step
        return left, self.center_y + body.height * scale / 2, scale

    def _draw(self, view: bodymap.View, sheet: Sheet) -> None:
        colours = theme.colours
        outlines = [line for shape in view.regions for line in shape.mesh.outlines()]
        if self.heat:
            sheet.draw(outlines, colours.outline_variant, FINE_DP)
            warm = [shape for shape in view.regions if self.levels.get(shape.id)]
            for shape in warm:
                sheet.fill([shape.mesh], colours.ramp[self.levels[shape.id] - 1])
                sheet.draw(shape.mesh.outlines(), colours.outline)
        else:
            sheet.fill([view.plate], colours.plate)
            lit = [
                shape
                for site in self.chosen
                for shape in bodymap.details_of(site)
                if shape.view == view.name
            ]
            sheet.fill([shape.mesh for shape in lit if not shape.detail], colours.primary)
            sheet.draw(outlines, colours.of(self.edge))
            details = [shape.mesh for shape in lit if shape.detail]
            sheet.fill(details, colours.primary)
            sheet.draw((ring for mesh in details for ring in mesh.outlines()), colours.primary)
            if self._placed(view.name)[2] >= dp(FINGERS_FROM):
                sheet.draw(view.lines, colours.of(self.edge), FINE_DP)
        sheet.draw(view.outline, colours.outline, BOLD_DP)


class PlacePicture(Widget):
    """A circle cut from the figure around one `site`, lit up; `ground` is the colour behind it."""

    site = StringProperty()
    ground = StringProperty("primary_container")

    def __init__(self, **kwargs: Any) -> None:
        self._disc, self._sheet = Box(), Sheet()
        kwargs.setdefault("size_hint", (None, None))
        kwargs.setdefault("size", (dp(44), dp(44)))
        super().__init__(**kwargs)
        self.canvas.add(self._disc)
        self.canvas.add(self._sheet)
        for name in ("pos", "size", "site", "ground"):
            self.fbind(name, self.repaint)
        theme.watch(self)
        self.repaint()

    def reflow(self) -> None:
        """Nothing to measure: there are no words on it."""

    def repaint(self, *_args: Any) -> None:
        """Draw it anew, in the colours in use; a place that is not known stays an empty disc."""
        across = min(self.size)
        self._disc.place(
            (self.center_x - across / 2, self.center_y - across / 2), (across,) * 2, across / 2
        )
        self._disc.paint(self.ground)
        picture = bodymap.picture_of(self.site)
        if picture is None:
            self._sheet.clear()
            return
        frame, colours = picture.frame, theme.colours
        scale = across / 2 / frame.radius
        left = self.center_x - frame.centre[0] * scale
        self._sheet.begin(left, self.center_y + frame.centre[1] * scale, scale)
        self._sheet.fill([frame.plate], colours.plate)
        self._sheet.draw(frame.edges, colours.card, BOLD_DP)
        self._sheet.fill([picture.lit], colours.primary)
        self._sheet.draw(picture.lit.outlines(), colours.primary, FINE_DP)
        self._sheet.draw(frame.lines, colours.card, FINE_DP)
        self._sheet.draw(frame.outline, colours.outline)
