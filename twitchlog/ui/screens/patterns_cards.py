"""The cards of the Patterns screen: words and a picture, the body, the dial."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from kivy.metrics import dp
from kivy.properties import BooleanProperty
from kivy.uix.boxlayout import BoxLayout

from twitchlog.reports.charts.spec import NoPicture, Spec
from twitchlog.ui import theme
from twitchlog.ui.screens.patterns_keys import RampKey, Sides
from twitchlog.ui.widgets.body_heat import HeatFigure
from twitchlog.ui.widgets.cards import Card
from twitchlog.ui.widgets.chart import ChartPicture
from twitchlog.ui.widgets.lettering import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.reports.charts.kinds.dial import HourDial
    from twitchlog.reports.charts.kinds.places import PlaceBars
    from twitchlog.reports.charts.spec import Words
    from twitchlog.ui.widgets.chart import Draw

    Numbers = Callable[[str, str], None]

DIAL: Final = 152
DIAL_BIG: Final = 200
DIAL_BIG_FROM: Final = 480
"""So wide a card must be for the big dial to leave its words room beside it."""
FIGURE: Final = 216
FIGURE_BIG: Final = 396
# Two views of 212 x 472 side by side.
_SHAPE: Final = 2 * 212 / 472


def stack(**kwargs: Any) -> BoxLayout:
    """Return an upright box as high as what it holds."""
    box = BoxLayout(
        **{"orientation": "vertical", "size_hint_y": None, "spacing": dp(4), "height": 0} | kwargs
    )
    box.fbind("minimum_height", box.setter("height"))
    return box


class Telling:
    """What every card has: a headline, a note, and a picture whose tap gives its numbers."""

    def prepare(self, draw: Draw, numbers: Numbers) -> None:
        """Make headline, note and picture."""
        self.numbers = numbers
        self.headline = Text(role="title")
        self.note = Text(ink="on_surface_variant")
        self.picture = ChartPicture(draw)
        self.picture.fbind("on_release", lambda each: numbers(each.spec.headline, each.spec.alt))

    def say(self, words: Words) -> None:
        """Show the words of a chart."""
        self.headline.text = words.headline
        self.note.text = words.note


class ChartCard(Card, Telling):
    """A headline over a picture of the whole width; larger where `big`."""

    big = BooleanProperty(False)

    def __init__(self, draw: Draw, numbers: Numbers, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.prepare(draw, numbers)
        self.words = stack()
        self.words.add_widget(self.headline)
        self.add_widget(self.words)
        self.fbind("big", self._enlarge)

    def show(self, chart: Words) -> None:
        """Show another chart, or why there is none yet."""
        self.say(chart)
        hold(self.words, [self.headline, *([self.note] if chart.note else [])])
        hold(self, [self.words, *([self.picture] if isinstance(chart, Spec) else [])])
        if isinstance(chart, Spec):
            self.picture.show(chart)

    def _enlarge(self, *_args: Any) -> None:
        self.headline.role = "headline" if self.big else "title"


class DialCard(Card, Telling):
    """The clock of 24 hours with its words beside it, or below where those are large."""

    big = BooleanProperty(False)

    def __init__(self, draw: Draw, numbers: Numbers, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.prepare(draw, numbers)
        self.words = stack(pos_hint={"center_y": 0.5})
        self.row = BoxLayout(size_hint_y=None, spacing=dp(16))
        self.picture.size_hint_x = None
        self.picture.pos_hint = {"center_y": 0.5}
        for widget in (self.picture, self.words):
            widget.fbind("height", self._fit)
        self._chart: HourDial | NoPicture | None = None
        self.roomy = False
        for name in ("big", "width"):
            self.fbind(name, self._widen)

    def show(self, chart: HourDial | NoPicture) -> None:
        """Show another dial, or why there is none yet."""
        self._chart = chart
        self.say(chart)
        hold(self.words, [self.headline, *([self.note] if chart.note else [])])
        self.reflow()
        if not isinstance(chart, NoPicture):
            self.picture.show(chart)

    def reflow(self) -> None:
        """Put the words below the dial where they are large."""
        large = theme.look.text_scale >= theme.ONE_COLUMN_FROM
        none = self._chart is None or isinstance(self._chart, NoPicture)
        self.headline.role = "headline" if self.roomy else "title"
        side = DIAL_BIG if self.roomy else DIAL
        self.picture.width = dp(side) * (theme.look.text_scale if large else 1)
        if none:
            hold(self.row, [])
            hold(self, [self.words])
        elif large:
            hold(self.row, [])
            self.picture.pos_hint = {"center_x": 0.5}
            hold(self, [self.words, self.picture])
        else:
            hold(self, [])
            self.picture.pos_hint = {"center_y": 0.5}
            hold(self.row, [self.picture, self.words])
            hold(self, [self.row])
        self._fit()

    def _widen(self, *_args: Any) -> None:
        roomy = self.big and self.width >= dp(DIAL_BIG_FROM)
        if roomy != self.roomy:
            self.roomy = roomy
            self.reflow()

    def _fit(self, *_args: Any) -> None:
        self.row.height = max(self.picture.height, self.words.height)


class BodyCard(Card, Telling):
    """Where it twitches: the body in steps of the ramp, and the places named most."""

    big = BooleanProperty(False)

    def __init__(self, draw: Draw, numbers: Numbers, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.prepare(draw, numbers)
        self.figure = HeatFigure(size_hint=(None, None))
        self.figure.fbind("on_place", self._place_tapped)
        self.sides = Sides(self.figure)
        self.words = stack()
        self.drawing = stack(size_hint_x=None, spacing=dp(2), pos_hint={"center_y": 0.5})
        hold(self.drawing, [self.figure, self.sides])
        self.row = BoxLayout(size_hint_y=None, spacing=dp(16))
        self.others = Text(role="body_small", ink="on_surface_variant")
        self.bars = stack(pos_hint={"center_y": 0.5})
        self.key_of_ramp = RampKey()
        self._chart: PlaceBars | NoPicture | None = None
        for widget in (self.bars, self.drawing):
            widget.fbind("height", self._fit)
        self.fbind("big", lambda *_args: self.reflow())

    def show(self, chart: PlaceBars | NoPicture) -> None:
        """Show other places."""
        self._chart = chart
        self.say(chart)
        hold(self.words, [self.headline, *([self.note] if chart.note else [])])
        if not isinstance(chart, NoPicture):
            self.figure.levels, self.figure.marked = dict(chart.levels), []
            # Beside the figure there is little room: as a text, the last line can wrap.
            self.others.text = chart.others
            self.picture.show(replace(chart, others="", with_body=False))
            self.key_of_ramp.show(chart.ramp)
            hold(self.bars, [self.picture, *([self.others] if chart.others else [])])
        self.reflow()

    def reflow(self) -> None:
        """Put figures and bars side by side, or below each other where there is room or need."""
        below = self.big or theme.look.text_scale >= theme.ONE_COLUMN_FROM
        high = dp(FIGURE_BIG if self.big else FIGURE)
        self.figure.size = high * _SHAPE + dp(4), high
        self.drawing.width = self.sides.width = self.figure.width
        self.headline.role = "headline" if self.big else "title"
        self.padding = dp(24 if self.big else 16)
        self.radius = dp(24 if self.big else 16)
        for box in (self, self.row):
            hold(box, [])
        if self._chart is None or isinstance(self._chart, NoPicture):
            hold(self, [self.words])
        elif below:
            self.drawing.pos_hint = {"center_x": 0.5}
            hold(self, [self.words, self.drawing, self.bars, self.key_of_ramp])
        else:
            self.drawing.pos_hint = {"center_y": 0.5}
            hold(self.row, [self.drawing, self.bars])
            hold(self, [self.words, self.row, self.key_of_ramp])
        self._fit()

    def _place_tapped(self, _figure: HeatFigure, sites: tuple[str, ...]) -> None:
        """Say what the tapped place has, and draw a line around it."""
        chart = self._chart
        if chart is None or isinstance(chart, NoPicture):
            return
        row = chart.row_at(sites)
        self.figure.marked = [] if row is None else [chart.sites[row]]
        if row is not None:
            self.numbers(chart.headline, chart.table.rows[row].says)

    def _fit(self, *_args: Any) -> None:
        self.row.height = max(self.bars.height, self.drawing.height)


def hold(box: BoxLayout, widgets: list[Any]) -> None:
    """Give a box these children, in this order."""
    if list(reversed(box.children)) != widgets:
        box.clear_widgets()
        for widget in widgets:
            if widget.parent is not None:
                widget.parent.remove_widget(widget)
            box.add_widget(widget)
