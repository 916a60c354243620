"""What stands around the picture on the page of a chart: its days, its buttons, the pager."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kivy.metrics import dp
from kivy.properties import NumericProperty, StringProperty
from kivy.uix.boxlayout import BoxLayout

from twitchlog.translation import _
from twitchlog.ui import theme
from twitchlog.ui.widgets.buttons import IconButton, TextButton, TonalButton
from twitchlog.ui.widgets.lettering import Text

if TYPE_CHECKING:
    from collections.abc import Callable


class Pager(BoxLayout):
    """*3 of 14* between two arrows, at the foot of the page."""

    number = NumericProperty(1)
    of = NumericProperty(1)

    def __init__(self, turn: Callable[[int], None], **kwargs: Any) -> None:
        super().__init__(
            **{"size_hint_y": None, "height": dp(64), "padding": (dp(16), 0), "spacing": dp(8)}
            | kwargs
        )
        self._words = Text(
            halign="center", ink="on_surface_variant", pos_hint={"center_y": 0.5}, key="chart.place"
        )
        self._arrows = []
        for icon, tooltip, key, steps in (
            ("chevron-left", _("Chart before"), "chart.before", -1),
            ("chevron-right", _("Next chart"), "chart.after", 1),
        ):
            arrow = IconButton(icon=icon, tooltip=tooltip, key=key, pos_hint={"center_y": 0.5})
            arrow.fbind("on_release", lambda _button, by=steps: turn(by))
            self._arrows.append(arrow)
        for child in (self._arrows[0], self._words, self._arrows[1]):
            self.add_widget(child)
        for name in ("number", "of"):
            self.fbind(name, self._say)
        self._say()

    def _say(self, *_args: Any) -> None:
        self._words.text = _("{n} of {all}").format(n=int(self.number), all=int(self.of))
        for arrow, off in zip(
            self._arrows, (self.number <= 1, self.number >= self.of), strict=True
        ):
            arrow.disabled = off


class InSight(BoxLayout):
    """Which days one has zoomed in on, and the way back to all of them."""

    text = StringProperty()

    def __init__(self, back: Callable[[], None], **kwargs: Any) -> None:
        super().__init__(**{"size_hint_y": None, "height": dp(48), "spacing": dp(8)} | kwargs)
        self._words = Text(ink="on_surface_variant", pos_hint={"center_y": 0.5}, key="chart.sight")
        self._back = TextButton(
            text=_("Whole period"), key="chart.whole", pos_hint={"center_y": 0.5}
        )
        self._back.fbind("on_release", lambda _button: back())
        self.add_widget(self._words)
        self.add_widget(self._back)
        self.fbind("text", lambda _row, text: setattr(self._words, "text", text))
        self._words.fbind("height", self._fit)
        theme.watch(self)

    def repaint(self) -> None:
        """Nothing to paint: the words do."""

    def reflow(self) -> None:
        """Be as high as the words."""
        self._fit()

    def _fit(self, *_args: Any) -> None:
        self.height = max(dp(48), self._words.height)


def buttons(acts: tuple[tuple[str, str, str, Callable[[], None]], ...]) -> list[TonalButton]:
    """Return buttons: key, words, icon and what each does."""
    made = []
    for key, text, icon, act in acts:
        button = TonalButton(text=text, icon=icon, key=key)
        button.fbind("on_release", lambda _button, act=act: act())
        made.append(button)
    return made
