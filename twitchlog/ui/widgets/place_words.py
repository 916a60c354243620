"""The chosen place in words with its sides and parts, and the chips of several places."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kivy.effects.scroll import ScrollEffect
from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.scrollview import ScrollView
from kivy.uix.widget import Widget

from twitchlog.translation import _
from twitchlog.ui import theme
from twitchlog.ui.widgets.chips import Chip
from twitchlog.ui.widgets.forms import Choices, column, swap
from twitchlog.ui.widgets.lettering import Text

if TYPE_CHECKING:
    from twitchlog.presenters.log_choices import Choice, Place

MOST_CHIPS: Final = 4
SHORT_NAME: Final = 10
WORDS: Final = 82
"""So high may the words be beside the figure, in dp, with three sides and a chip below them."""


class Sides(BoxLayout):
    """The chosen place in words, Left, Right or Both below it, and its parts.

    With `room` the parts are chips; else one chip asks for the list of them: `on_parts`. `last`
    stands below all.
    """

    __events__ = ("on_pick", "on_part", "on_parts")

    def __init__(self, *, room: bool, last: Widget | None = None, **kwargs: Any) -> None:
        super().__init__(**{"orientation": "vertical", "spacing": dp(6 if room else 2)} | kwargs)
        self._room, self._last = room, last
        self._place: Place | None = None
        self._offered: tuple[Choice, ...] = ()
        self._name = Text(role="headline")
        self._muscle = Text(role="body_small", ink="on_surface_variant", italic=True)
        self._where = Text(role="body" if room else "body_small", ink="on_surface_variant")
        self._words = column(self._name, self._muscle, self._where)
        self._words.fbind("height", self._squeeze)
        self._chips: dict[str, Chip] = {}
        self._row = Choices(key="sheet.side", spacing=dp(6))
        self._row.fbind("on_pick", lambda _row, side: self.dispatch("on_pick", side))
        self._over, self._under = Widget(), Widget()
        self._parts = Choices(key="sheet.part", spacing=dp(4))
        self._parts.fbind("on_pick", lambda _row, site: self.dispatch("on_part", site))
        self._other = Chip(text=_("Which part?"), toggles=False, key="sheet.parts")
        self._other.fbind("on_release", lambda _chip: self.dispatch("on_parts"))

    def on_part(self, *_args: Any) -> None:
        """Hear the part that was tapped."""

    def on_parts(self, *_args: Any) -> None:
        """Hear that the list of the parts is asked for."""

    def on_pick(self, *_args: Any) -> None:
        """Hear the side that was tapped."""

    def show(self, place: Place | None, parts: tuple[Choice, ...] = ()) -> None:
        """Show a place, or how to choose one."""
        self._place, self._offered = place, parts
        self._name.text = place.name if place else _("Where?")
        self._where.text = place.where if place else _("Tap on the body, or search by name.")
        self._muscle.text = place.muscle if place and place.muscle != place.name.lower() else ""
        self._name.role = "title_small" if len(self._name.text) > SHORT_NAME else "headline"
        self.arrange()

    def arrange(self) -> None:
        """Put the sides below one another where the column is narrow, else in a row."""
        sides = self._place.sides if self._place else ()
        narrow = not self._room and not _large()
        if narrow:
            shown: list[Widget] = [self._side(choice) for choice in sides]
        else:
            self._row.show(sides)
            shown = [self._row] if sides else []
        self._other.size_hint_x = 1 if narrow else None
        if self._offered and self._room:
            self._parts.show(self._offered[:MOST_CHIPS])
            shown += [self._parts]
        if self._offered and (not self._room or len(self._offered) > MOST_CHIPS):
            shown += [self._other]
        if self._last is not None:
            shown += [self._last]
        swap(self, self._over, self._words, *shown, self._under)

    def _squeeze(self, *_args: Any) -> None:
        """Leave out where a place lies if there is no room for it beside the figure."""
        narrow = self._place is not None and not self._room and not _large()
        if narrow and self._words.height > dp(WORDS):
            self._where.text = ""

    def _side(self, choice: Choice) -> Chip:
        chip = self._chips.get(choice.value)
        if chip is None:
            chip = Chip(
                value=choice.value,
                toggles=False,
                rest_icon="circle-outline",
                size_hint=(1, None),
                key=f"sheet.side.{choice.value}",
            )
            chip.fbind("on_release", lambda tapped: self.dispatch("on_pick", tapped.value))
            self._chips[choice.value] = chip
        chip.text, chip.chosen = choice.text, choice.chosen
        return chip


class Chosen(BoxLayout):
    """Whether more places may join the first one, and those that did, each to be taken out again.

    While there is only one, it says whose left and right are meant. `stacked`: one below the other;
    `single`: just one place is asked for.
    """

    __events__ = ("on_several", "on_drop")

    def __init__(
        self, key: str = "sheet", *, stacked: bool = False, single: bool = False, **kwargs: Any
    ) -> None:
        self._key, self.stacked, self._single = key, stacked, single
        super().__init__(**{"size_hint_y": None, "spacing": dp(8)} | kwargs)
        self.fbind("minimum_height", self.setter("height"))
        self._own = Text(
            text=_("Left and right are your own, as you look at yourself."),
            role="body_small",
            ink="on_surface_variant",
            pos_hint={"center_y": 0.5},
        )
        self._several = Chip(
            text=_("Several places"), rest_icon="plus", toggles=False, key=f"{key}.several"
        )
        self._several.fbind("on_release", lambda chip: self.dispatch("on_several", not chip.chosen))
        self._row = BoxLayout(size_hint=(None, None), spacing=dp(4), height=dp(48))
        self._row.fbind("minimum_width", self._row.setter("width"))
        self._sideways = ScrollView(
            do_scroll_y=False, bar_width=0, size_hint_y=None, height=dp(48), effect_cls=ScrollEffect
        )
        self._sideways.add_widget(self._row)
        for part in (self._row, self._sideways):
            part.fbind("width", self._to_the_end)
        self._shown: tuple[str, ...] = ()

    def on_several(self, *_args: Any) -> None:
        """Hear whether the next places are to join the first ones."""

    def on_drop(self, *_args: Any) -> None:
        """Hear which place is to be taken out."""

    def show(self, places: tuple[Choice, ...], *, several: bool) -> None:
        """Show the chips of several places, or the sentence where there are none."""
        self._several.chosen = several
        self._several.text = _("Several") if several else _("Several places")
        sites = tuple(each.value for each in places)
        if sites != self._shown:
            self._shown = sites
            swap(self._row, *(self._chip(each) for each in places))
        self.arrange()

    def arrange(self) -> None:
        """Put the chips below the question where the words are too large to stand beside it."""
        self.orientation = "vertical" if self.stacked or _large() else "horizontal"
        words = self._sideways if self._shown else self._own
        self._row.height = self._sideways.height = max(
            (chip.height for chip in self._row.children), default=dp(48)
        )
        swap(self, words, *([] if self._single else [self._several]))

    def _bring(self, chip: Chip, focused: bool) -> None:
        """Bring a chip into sight when the keyboard comes to it."""
        if focused and self._row.width > self._sideways.width:
            self._sideways.scroll_to(chip, animate=False)

    def _to_the_end(self, *_args: Any) -> None:
        """Show the newest chip, at the end; what fits stands at the left."""
        self._sideways.scroll_x = 1 if self._row.width > self._sideways.width else 0

    def _chip(self, place: Choice) -> Chip:
        chip = Chip(
            text=place.text, value=place.value, end_icon="close", toggles=False, chosen=True,
            key=f"{self._key}.chosen.{place.value}",
        )  # fmt: skip
        chip.fbind("on_release", lambda tapped: self.dispatch("on_drop", tapped.value))
        chip.fbind("focus", self._bring)
        return chip


def _large() -> bool:
    """Return whether words are too large to stand beside one another."""
    return theme.look.text_scale >= theme.ONE_COLUMN_FROM
