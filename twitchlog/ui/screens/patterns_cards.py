"""The cards of the Patterns screen: words and a picture, the body, the dial."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from kivy.metrics import Metrics, dp
from kivy.properties import BooleanProperty
from kivy.uix.boxlayout import BoxLayout

from twitchlog.reports.charts.catalogue import BY_KIND
from twitchlog.reports.charts.spec import Silent, Spec
from twitchlog.translation import _
from twitchlog.ui import theme
from twitchlog.ui.screens.patterns_keys import RampKey, Sides
from twitchlog.ui.screens.patterns_parts import Telling
from twitchlog.ui.widgets.body_heat import HeatFigure
from twitchlog.ui.widgets.buttons import TextButton
from twitchlog.ui.widgets.cards import Card
from twitchlog.ui.widgets.forms import column, line, swap
from twitchlog.ui.widgets.lettering import Icon, Text

if TYPE_CHECKING:
    from twitchlog.reports.charts.spec import Words
    from twitchlog.ui.screens.patterns_parts import Tools

DIAL: Final = 152
DIAL_BIG: Final = 200
DIAL_ALONE: Final = 400
BESIDE_FROM: Final = 440
"""From this width of the card on, the words have room beside the dial."""
DIAL_BIG_FROM: Final = 480
"""So wide a card must be for the big dial to leave its words room beside it."""
FIGURE: Final = 216
FIGURE_BIG: Final = 396
_ON_NOTICE: Final = "on_secondary_container"
# Two views of 212 x 472 side by side.
_SHAPE: Final = 2 * 212 / 472


class ChartCard(Card, Telling):
    """Words over a picture of the whole width; larger where `big`."""

    big = BooleanProperty(False)

    def __init__(self, title: str, tools: Tools, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.prepare(title, tools, self.key)
        self.fbind("big", self._grow)
        self.arrange()

    def show(self, chart: Words) -> None:
        """Show another chart, or why there is none yet."""
        self.say(chart)
        if isinstance(chart, Spec):
            self.picture.show(chart)
        self.arrange()

    def arrange(self) -> None:
        """Put words and picture below each other."""
        swap(self, self.words, *self.below())

    def _grow(self, *_args: Any) -> None:
        self.headline.role = "headline" if self.big else "title"


class DialCard(Card, Telling):
    """The clock of 24 hours with its words beside it, or below where those are large."""

    big = BooleanProperty(False)

    def __init__(self, title: str, tools: Tools, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.prepare(title, tools, self.key)
        self.side = column(pos_hint={"center_y": 0.5})
        self.row = BoxLayout(size_hint_y=None, spacing=dp(16))
        for widget in (self.picture, self.side):
            widget.fbind("height", self._fit)
        self.roomy = self.was_above = False
        for name in ("big", "width"):
            self.fbind(name, self._widen)
        self.arrange()

    def show(self, chart: Words) -> None:
        """Show another dial, or why there is none yet."""
        self.say(chart)
        if isinstance(chart, Spec):
            self.picture.show(chart)
        self.reflow()

    @property
    def above(self) -> bool:
        """Whether the words stand above the dial: on a page of its own, or for want of room."""
        narrow = self.width < dp(BESIDE_FROM)
        return self.alone or narrow or theme.look.text_scale >= theme.ONE_COLUMN_FROM

    def reflow(self) -> None:
        """Put the words above the dial where they are large."""
        self.headline.role = "headline" if self.roomy else "title"
        self.was_above = self.above
        side = DIAL_BIG if self.roomy or self.above else DIAL
        if self.alone:
            side = min(DIAL_ALONE, (self.width - dp(32)) / Metrics.density)
            wanted = self.picture.spec.height(side) if self.picture.spec is not None else side
            self.picture.taller = max(side / wanted, 1.0)
        elif self.above:
            side *= theme.look.text_scale
        self.picture.width = dp(side)
        self.arrange()

    def arrange(self) -> None:
        """Put dial and words beside each other, or below where those are large."""
        self.picture.size_hint_x = None if self.has_picture() else 1
        if self.above or not self.has_picture():
            self.picture.pos_hint = {"center_x": 0.5}
            swap(self, self.words, *self.below())
        else:
            self.picture.pos_hint = {"center_y": 0.5}
            swap(self.side, self.words)
            swap(self.row, self.picture, self.side)
            swap(self, *self.chosen(), self.row, *self.tapped())
        self._fit()

    def _widen(self, *_args: Any) -> None:
        roomy = self.big and self.width >= dp(DIAL_BIG_FROM)
        if (roomy, self.above) != (self.roomy, self.was_above) or self.alone:
            self.roomy = roomy
            self.reflow()

    def _fit(self, *_args: Any) -> None:
        self.row.height = max(self.picture.height, self.side.height)


class BodyCard(Card, Telling):
    """Where it twitches: the body in steps of the ramp, and the places named most."""

    big = BooleanProperty(False)

    def __init__(self, title: str, tools: Tools, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.prepare(title, tools, self.key)
        self.figure = HeatFigure(size_hint=(None, None))
        self.figure.fbind("on_place", self._place_tapped)
        self.picture.every = True
        self.sides = Sides(self.figure)
        self.drawing = column(
            self.figure, self.sides, size_hint_x=None, spacing=dp(2), pos_hint={"center_y": 0.5}
        )
        self.row = BoxLayout(size_hint_y=None, spacing=dp(16))
        self.others = Text(role="body_small", ink="on_surface_variant")
        self.bars = column(spacing=dp(4), pos_hint={"center_y": 0.5})
        self.key_of_ramp = RampKey()
        for widget in (self.bars, self.drawing):
            widget.fbind("height", self._fit)
        for name in ("big", *(("width",) if self.alone else ())):
            self.fbind(name, lambda *_args: self.reflow())
        self.arrange()

    def show(self, chart: Words) -> None:
        """Show other places."""
        self.say(chart)
        if isinstance(chart, Spec):
            self.figure.levels, self.figure.marked = dict(chart.levels), []
            # Beside the figure there is little room: as a text, the last line can wrap.
            self.others.text = chart.others
            self.picture.show(replace(chart, others="", with_body=False))
            self.key_of_ramp.show(chart.ramp)
            swap(self.bars, self.picture, *([self.others] if chart.others else []))
        self.reflow()

    def reflow(self) -> None:
        """Take on the size of the card and of the text."""
        high = dp(FIGURE_BIG if self.big else FIGURE)
        if self.alone:
            high = min(dp(FIGURE_BIG), (self.width - dp(40)) / _SHAPE)
        self.figure.size = high * _SHAPE + dp(4), high
        self.drawing.width = self.sides.width = self.figure.width
        self.headline.role = "headline" if self.big else "title"
        self.arrange()

    def arrange(self) -> None:
        """Put figures and bars side by side, or below each other where there is room or need."""
        below = self.big or self.alone or theme.look.text_scale >= theme.ONE_COLUMN_FROM
        if not self.has_picture():
            swap(self, self.words, *self.below())
        elif below:
            self.drawing.pos_hint = {"center_x": 0.5}
            parts = [self.drawing, self.bars, self.key_of_ramp]
            swap(self, self.words, *self.chosen(), *parts, *self.tapped())
        else:
            self.drawing.pos_hint = {"center_y": 0.5}
            swap(self.row, self.drawing, self.bars)
            parts = [self.row, self.key_of_ramp]
            swap(self, self.words, *self.chosen(), *parts, *self.tapped())
        self._fit()

    def part_changed(self, *args: Any) -> None:
        """Draw a line around the place that is said."""
        super().part_changed(*args)
        row = self.picture.chosen_row
        self.figure.marked = [] if row is None else [self.told.sites[self.picture.part]]

    def _place_tapped(self, _figure: HeatFigure, sites: tuple[str, ...]) -> None:
        """Say what the tapped place has, and let go of it with the next tap."""
        if self.has_picture():
            row = self.told.row_at(sites)
            self.picture.part = None if row == self.picture.part else row

    def _fit(self, *_args: Any) -> None:
        self.row.height = max(self.bars.height, self.drawing.height)


class SilentCard(ChartCard):
    """A chart that has no place while there is nothing to say of it."""

    @property
    def silent(self) -> bool:
        """Whether there is nothing to say, as far as is known."""
        return self.told is None or isinstance(self.told, Silent)


class EnoughCard(SilentCard):
    """The notice that enough is logged; while that is so of nothing, it has no place."""

    def __init__(self, title: str, tools: Tools, **kwargs: Any) -> None:
        self.sign = Icon(icon="check-circle-outline", ink=_ON_NOTICE, pos_hint={"top": 1})
        self.row = BoxLayout(size_hint_y=None, spacing=dp(14))
        super().__init__(title, tools, **{"fill": "secondary_container", "elevation": 0} | kwargs)
        self.headline.ink = self.note.ink = _ON_NOTICE
        self.words.fbind("height", self.row.setter("height"))

    def arrange(self) -> None:
        """Put the sign beside the words."""
        swap(self.row, self.sign, self.words)
        swap(self, self.row, *self.below())


class CompareCard(ChartCard):
    """Days of two kinds, and the way to what goes with the twitching and how sure that is."""

    def __init__(self, title: str, tools: Tools, **kwargs: Any) -> None:
        self._sure = TextButton(
            text=_("What goes with it, and how surely?"), icon="link-variant",
            key=f"{kwargs.get('key', '')}.triggers",
        )  # fmt: skip
        if tools.triggers is not None:
            lead = tools.triggers
            self._sure.fbind("on_release", lambda _button: lead())
        # The words, not the room to touch them, begin near where the others do.
        self._way = line(self._sure, padding=(-dp(12), 0, 0, 0))
        super().__init__(title, tools, **kwargs)

    def below(self) -> list[Any]:
        """Return what stands under the words, and the way to how sure it is."""
        way = [self._way] if self.tools.triggers is not None and self.told is not None else []
        return [*super().below(), *way]


CARDS: Final = {
    "places": BodyCard, "dial": DialCard, "enough": EnoughCard, "compare": CompareCard,
    "trial": SilentCard,
}  # fmt: skip
"""The charts with a card of their own kind."""


def card_for(kind: str, tools: Tools, *, key: str) -> Any:
    """Return a card for a chart of the catalogue, which says its name until it is told."""
    return CARDS.get(kind, ChartCard)(BY_KIND[kind].title, tools, key=key)
