"""Where it twitches: the figure to tap on, and beside it the place, its sides and its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kivy.metrics import dp
from kivy.properties import BooleanProperty
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.floatlayout import FloatLayout
from kivy.uix.widget import Widget

from twitchlog.translation import _
from twitchlog.ui import theme
from twitchlog.ui.widgets.body import BodyFigure
from twitchlog.ui.widgets.chips import Chip
from twitchlog.ui.widgets.forms import Choices, column, swap
from twitchlog.ui.widgets.lettering import Letters, Text
from twitchlog.ui.widgets.shapes import Box

if TYPE_CHECKING:
    from twitchlog.presenters.log_choices import Choice, Place
    from twitchlog.presenters.log_page import SheetPage


MOST_CHIPS: Final = 5
WIDEST: Final = 460


class Figures(FloatLayout):
    """Front and back with the person's own left and right marked; `on_pick` as the figure has."""

    __events__ = ("on_pick",)

    def __init__(self, **kwargs: Any) -> None:
        self._names = [Letters() for _each in range(6)]
        super().__init__(**kwargs)
        self.figure = BodyFigure(key="sheet.body", size_hint=(None, None))
        self.figure.fbind("on_pick", lambda _figure, sites, _view: self.dispatch("on_pick", sites))
        self.add_widget(self.figure)
        for letters in self._names:
            self.canvas.add(letters)
        theme.watch(self)

    def on_pick(self, *_args: Any) -> None:
        """Hear which places a tap may mean."""

    def repaint(self) -> None:
        """Take on the colours in use."""
        for index, letters in enumerate(self._names):
            letters.paint("on_surface" if index % 3 == 1 else "on_surface_variant")

    def reflow(self) -> None:
        """Measure the words anew."""
        self._trigger_layout()

    def do_layout(self, *_args: Any, **_kwargs: Any) -> None:
        """Put the headings over the figures."""
        head = theme.line_height("label_small") + dp(4)
        self.figure.pos, self.figure.size = self.pos, (self.width, max(self.height - head, 1))
        middles = self.figure.middle("front"), self.figure.middle("back")
        reach = (middles[1] - middles[0]) / 2 - dp(9)
        right, left = _("R"), _("L")
        words = ((right, _("Front"), left), (left, _("Back"), right))
        for view, (middle, texts) in enumerate(zip(middles, words, strict=True)):
            for at, text in enumerate(texts):
                letters = self._names[3 * view + at]
                letters.set(text, "label_small" if at == 1 else "body_small")
                letters.centre(middle + (at - 1) * reach, self.top - head / 2)
        self.repaint()


class Sides(BoxLayout):
    """The chosen place in words, Left, Right or Both below it, and its parts.

    With `room` the parts are chips; else one chip asks for the list of them: `on_parts`.
    """

    __events__ = ("on_pick", "on_part", "on_parts")

    def __init__(self, *, room: bool, **kwargs: Any) -> None:
        super().__init__(**{"orientation": "vertical", "spacing": dp(8 if room else 6)} | kwargs)
        self._name = Text(role="headline")
        self._where = Text(role="body" if room else "body_small", ink="on_surface_variant")
        self._words = column(self._name, self._where)
        self._own = Text(role="body_small", ink="on_surface_variant")
        self._chips: dict[str, Chip] = {}
        self._over, self._under = Widget(), Widget()
        self._room = room
        self._parts = Choices(key="sheet.part", spacing=dp(4))
        self._parts.fbind("on_pick", lambda _row, site: self.dispatch("on_part", site))
        self._other = Chip(
            text=_("Which part?"), toggles=False, size_hint=(1, None), key="sheet.parts"
        )
        self._other.fbind("on_release", lambda _chip: self.dispatch("on_parts"))

    def on_part(self, *_args: Any) -> None:
        """Hear the part that was tapped."""

    def on_parts(self, *_args: Any) -> None:
        """Hear that the list of the parts is asked for."""

    def on_pick(self, *_args: Any) -> None:
        """Hear the side that was tapped."""

    def show(self, place: Place | None, parts: tuple[Choice, ...] = ()) -> None:
        """Show a place, or how to choose one."""
        self._name.role = "headline" if place is None or len(place.name) < 12 else "title_large"
        self._name.text = place.name if place else _("Where?")
        self._where.text = place.where if place else _("Tap on the body, or search by name.")
        self._own.text = _("Left and right are your own.")
        chips = []
        for choice in place.sides if place else ():
            chip = self._chips.get(choice.value)
            if chip is None:
                chip = self._chips[choice.value] = self._made(choice.value)
            chip.text, chip.chosen = choice.text, choice.chosen
            chips.append(chip)
        # Where there is little room, what was read before anything was chosen makes way.
        last = [self._own]
        if parts and self._room:
            self._parts.show(parts[:MOST_CHIPS])
            rest = [self._other] if len(parts) > MOST_CHIPS else []
            last = [self._parts, *rest, self._own]
        elif parts:
            last = [self._other]
        swap(self, self._over, self._words, *chips, *last, self._under)

    def _made(self, value: str) -> Chip:
        chip = Chip(
            value=value,
            toggles=False,
            drawn=dp(48),
            rest_icon="circle-outline",
            size_hint=(0.62 if self._room else 1, None),
            key=f"sheet.side.{value}",
        )
        chip.fbind("on_release", lambda tapped: self.dispatch("on_pick", tapped.value))
        return chip


class PlaceBox(BoxLayout):
    """The figures with the place and its sides beside them; bare in a wide pane.

    `on_place(candidates)` tells a tap on the figure, `on_side` and `on_part` those on the chips,
    `on_parts` that the list of the parts is asked for. It is always equally high, so that no tap
    moves what is below it.
    """

    __events__ = ("on_place", "on_side", "on_part", "on_parts")

    bare = BooleanProperty(False)

    def __init__(self, *, bare: bool = False, **kwargs: Any) -> None:
        self._shape, self._line = Box(), Box(edge=dp(1))
        super().__init__(
            orientation="vertical",
            size_hint_y=None,
            padding=0 if bare else (dp(8), dp(8), dp(10), dp(8)),
            spacing=dp(4),
            **kwargs,
        )
        self.bare = bare
        for part in (self._shape, self._line):
            self.canvas.before.add(part)
        self.fbind("minimum_height", self.setter("height"))
        self._figures = Figures()
        self._sides = Sides(room=bare, size_hint_x=None, width=dp(220 if bare else 104))
        row = self._row = BoxLayout(size_hint_y=None, spacing=dp(24 if bare else 8))
        row.add_widget(self._figures)
        row.add_widget(self._sides)
        self.add_widget(row)
        self._figures.fbind("on_pick", lambda _box, sites: self.dispatch("on_place", sites))
        self._sides.fbind("on_pick", lambda _box, side: self.dispatch("on_side", side))
        self._sides.fbind("on_part", lambda _box, site: self.dispatch("on_part", site))
        self._sides.fbind("on_parts", lambda _box: self.dispatch("on_parts"))
        self._sides.fbind("minimum_height", self._fit)
        self.fbind("width", self._fit)
        for name in ("pos", "size"):
            self.fbind(name, self._draw)
        theme.watch(self)
        self.repaint()
        self._fit()

    def on_place(self, *_args: Any) -> None:
        """Hear which places a tap on the figure may mean."""

    def on_side(self, *_args: Any) -> None:
        """Hear which side was tapped."""

    def on_part(self, *_args: Any) -> None:
        """Hear which part was tapped."""

    def on_parts(self, *_args: Any) -> None:
        """Hear that the list of the parts is asked for."""

    def show(self, page: SheetPage) -> None:
        """Show the chosen place."""
        self._figures.figure.chosen = list(page.sites)
        self._sides.show(page.place, page.parts)

    def show_empty(self) -> None:
        """Show how to choose a place."""
        self._sides.show(None)

    def repaint(self) -> None:
        """Take on the colours in use."""
        self._shape.paint("" if self.bare else "card")
        self._line.paint("" if self.bare else "outline_variant")

    def reflow(self) -> None:
        """Make room for larger words."""
        self._fit()

    def _fit(self, *_args: Any) -> None:
        """Put the words below the figures where they are too large to stand beside them."""
        scale = theme.look.text_scale
        below = scale >= theme.ONE_COLUMN_FROM and not self.bare
        high = dp(408 if self.bare else 294)
        self._row.orientation = "vertical" if below else "horizontal"
        self._sides.size_hint = (1, None) if below else (None, 1)
        if below:
            self._sides.height = self._sides.minimum_height
            self._figures.size_hint_y, self._figures.height = None, high
            self._row.height = high + self._row.spacing + self._sides.height
        else:
            self._sides.width = dp(220) * min(max(scale, 1), 1.2) if self.bare else dp(104)
            self._figures.size_hint_y = 1
            self._row.height = max(high, self._sides.minimum_height)
        if not self.bare:
            spare = max((self.width - dp(WIDEST)) / 2, 0)
            self.padding = (dp(8) + spare, dp(8), dp(10) + spare, dp(8))

    def _draw(self, *_args: Any) -> None:
        for part in (self._shape, self._line):
            part.place(self.pos, self.size, dp(16))
