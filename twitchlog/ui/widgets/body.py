"""The body figure, to show where it twitches, and round pictures of single places."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kivy.clock import Clock
from kivy.metrics import dp
from kivy.properties import (
    BooleanProperty,
    DictProperty,
    ListProperty,
    NumericProperty,
    StringProperty,
)
from kivy.uix.widget import Widget

from twitchlog import bodymap
from twitchlog.ui import theme
from twitchlog.ui.widgets.body_sheet import BOLD, FINE, Layer, Sheet
from twitchlog.ui.widgets.shapes import Box

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

FINE_FROM: Final = 1.04
"""From this scale on, in dp a unit, the fine shapes are drawn and tapped."""
LINES_FROM: Final = 0.7
"""Below this scale the lines that show the course of muscles would run into one another."""
SOFT: Final = 0.6
"""How opaque what is drawn over the shapes is: it tells what is seen there and is no edge."""


class BodyFigure(Widget):
    """One or more views of the figure side by side, such as the front and the back.

    `chosen` are the site ids to light up. With `heat` nothing else is filled but the regions in
    `levels`, a step 1 to 5 of the ramp by region id. What is drawn is built when it changes;
    another place or size only moves and scales it.
    """

    views = ListProperty(list(bodymap.BODY))
    chosen = ListProperty()
    levels = DictProperty()
    heat = BooleanProperty(False)
    gap = NumericProperty("4dp")
    edge = StringProperty("card")

    def __init__(self, **kwargs: Any) -> None:
        self._sheets: dict[str, Sheet] = {}
        self._fine: dict[str, bool] = {}
        self._lines: dict[str, bool] = {}
        # Many sizes may be tried before a layout is done: only the last one is worth drawing for.
        self._refine = Clock.create_trigger(self._finish, -1)
        self._redraw = Clock.create_trigger(self.repaint, -1)
        super().__init__(**kwargs)
        for name in ("pos", "size", "gap"):
            self.fbind(name, self.arrange)
        for name in ("views", "levels", "heat", "edge"):
            self.fbind(name, self._redraw)
        self.fbind("chosen", self.light)
        theme.watch(self)
        self._redraw()

    def spot(self, shape: bodymap.Shape) -> tuple[float, float]:
        """Return where the middle of a shape lies on the widget's canvas."""
        left, top, scale = self.placed(shape.view)
        return left + shape.centre[0] * scale, top - shape.centre[1] * scale

    def midline(self, view: str) -> float:
        """Return the x of a view's middle line, for a heading above it."""
        left, _top, scale = self.placed(view)
        return left + bodymap.load().views[view].width * scale / 2

    def placed(self, view: str) -> tuple[float, float, float]:
        """Return the left, the top and the scale of a view, all in pixels."""
        shown = [bodymap.load().views[name] for name in self.views]
        gaps = (len(shown) - 1) * self.gap
        wide, high = sum(one.width for one in shown), max(one.height for one in shown)
        scale = max(min((self.width - gaps) / wide, self.height / high), 0.01)
        left = self.x + (self.width - wide * scale - gaps) / 2
        for one in shown:
            if one.name == view:
                break
            left += one.width * scale + self.gap
        return left, self.y + (self.height + high * scale) / 2, scale

    def fine(self, view: str) -> bool:
        """Return whether a view is large enough for its fine shapes."""
        return view not in bodymap.BODY or self.placed(view)[2] >= dp(FINE_FROM)

    def sites_under(self, at: Sequence[float], reach: float) -> tuple[str, tuple[str, ...]]:
        """Return the view nearest to a point, and the sites up to `reach` px from it there.

        The likeliest comes first; where only regions are seen, those are what is near.
        """
        view = min(self.views, key=lambda name: abs(self.midline(name) - at[0]))
        left, top, scale = self.placed(view)
        x, y = (at[0] - left) / scale, (top - at[1]) / scale
        fine = self.fine(view) and not self.heat
        return view, bodymap.sites_at(view, x, y, within=reach / scale, fine=fine)

    def reflow(self) -> None:
        """Nothing to measure: there are no words on it."""

    def arrange(self, *_args: Any) -> None:
        """Put the views in their place."""
        for view, sheet in self._sheets.items():
            sheet.place(*self.placed(view))
        self._refine()

    def _finish(self, *_args: Any) -> None:
        """Set lines and parts anew that are too coarse or too fine for the size, once settled."""
        for view, sheet in self._sheets.items():
            scale = self.placed(view)[2]
            fine = self.fine(view)
            lines = view not in bodymap.BODY or scale >= dp(LINES_FROM)
            if fine != self._fine.get(view):
                self._fine[view] = fine
                self._draw_fine(bodymap.load().views[view], sheet["fine"])
            if lines != self._lines.get(view):
                self._lines[view] = lines
                self._draw_over(bodymap.load().views[view], sheet["over"])
            sheet.keep_thin(scale)

    def repaint(self, *_args: Any) -> None:
        """Draw it anew, in the colours in use."""
        if list(self._sheets) != self.views:
            for sheet in self._sheets.values():
                self.canvas.remove(sheet)
            self._sheets = {
                view: Sheet("ground", "lit", "edges", "fine", "over", "mark") for view in self.views
            }
            for sheet in self._sheets.values():
                self.canvas.add(sheet)
        self._fine.clear()
        self._lines.clear()
        for view, sheet in self._sheets.items():
            sheet.wipe()
            self._draw(bodymap.load().views[view], sheet)
        self.arrange()
        self.light()

    def light(self, *_args: Any) -> None:
        """Light up the chosen places."""
        for view, sheet in self._sheets.items():
            layer = sheet["lit"]
            layer.wipe()
            lit = list(self._lit(view))
            if lit:
                layer.fill(lit, theme.colours.primary)
                layer.draw(
                    (ring for mesh in lit for ring in mesh.outlines()), theme.colours.primary
                )

    def _lit(self, view: str) -> Iterator[bodymap.Mesh]:
        if not self.heat:
            for site in self.chosen:
                for shape in bodymap.details_of(site, view=view):
                    yield shape.mesh

    def _draw(self, view: bodymap.View, sheet: Sheet) -> None:
        colours = theme.colours
        outlines = [line for shape in view.regions for line in shape.mesh.outlines()]
        if self.heat:
            sheet["ground"].draw(outlines, colours.outline_variant, FINE)
            for shape in view.regions:
                if self.levels.get(shape.id):
                    sheet["edges"].fill([shape.mesh], colours.ramp[self.levels[shape.id] - 1])
                    sheet["edges"].draw(shape.mesh.outlines(), colours.outline)
        else:
            sheet["ground"].fill([view.plate], colours.plate)
            sheet["edges"].draw(outlines, colours.of(self.edge))

    def _draw_fine(self, view: bodymap.View, layer: Layer) -> None:
        layer.wipe()
        if self._fine[view.name] and not self.heat:
            layer.draw(view.edges, theme.colours.of(self.edge), FINE)

    def _draw_over(self, view: bodymap.View, layer: Layer) -> None:
        layer.wipe()
        roomy = self._lines[view.name] and not self.heat
        shown = (*view.features, *view.lines) if roomy else view.features
        layer.draw(shown, theme.colours.of("outline", alpha=SOFT), FINE)
        layer.draw(view.outline, theme.colours.outline, BOLD)


class PlacePicture(Widget):
    """A circle cut from the figure around one `site`, lit up; `ground` is the colour behind it."""

    site = StringProperty()
    ground = StringProperty("primary_container")

    def __init__(self, **kwargs: Any) -> None:
        self._disc, self._sheet = Box(), Sheet("all")
        kwargs.setdefault("size_hint", (None, None))
        kwargs.setdefault("size", (dp(44), dp(44)))
        super().__init__(**kwargs)
        self.canvas.add(self._disc)
        self.canvas.add(self._sheet)
        for name in ("pos", "size"):
            self.fbind(name, self.arrange)
        for name in ("site", "ground"):
            self.fbind(name, self.repaint)
        theme.watch(self)
        self.repaint()

    @property
    def shows_something(self) -> bool:
        """Whether a place is lit in it."""
        return bool(self._sheet["all"].fills)

    def reflow(self) -> None:
        """Nothing to measure: there are no words on it."""

    def arrange(self, *_args: Any) -> None:
        """Put disc and figure in their place."""
        across = min(self.size)
        x, y = self.x + self.width / 2, self.y + self.height / 2
        self._disc.place((x - across / 2, y - across / 2), (across,) * 2, across / 2)
        picture = bodymap.picture_of(self.site)
        if picture is not None:
            frame = picture.frame
            scale = max(across, 1) / 2 / frame.radius
            self._sheet.place(x - frame.centre[0] * scale, y + frame.centre[1] * scale, scale)
            self._sheet.keep_thin(scale)

    def repaint(self, *_args: Any) -> None:
        """Draw it anew, in the colours in use; a place that is not known stays an empty disc."""
        self._disc.paint(self.ground)
        layer = self._sheet["all"]
        layer.wipe()
        picture = bodymap.picture_of(self.site)
        self.arrange()
        if picture is None:
            return
        frame, colours = picture.frame, theme.colours
        layer.fill([frame.plate], colours.plate)
        layer.draw(frame.edges, colours.card, BOLD)
        layer.fill([picture.lit], colours.primary)
        layer.draw(picture.lit.outlines(), colours.primary, FINE)
        layer.draw(frame.lines, colours.of("outline", alpha=SOFT), FINE)
        layer.draw(frame.outline, colours.outline)
