"""What a part of a chart says, with a way to its neighbours and to its entries."""

from __future__ import annotations

from typing import Any

from kivy.metrics import dp
from kivy.properties import StringProperty
from kivy.uix.boxlayout import BoxLayout

from twitchlog.translation import _
from twitchlog.ui.widgets.buttons import IconButton, TextButton
from twitchlog.ui.widgets.cards import Ground
from twitchlog.ui.widgets.forms import swap
from twitchlog.ui.widgets.lettering import Text


class PartBar(Ground):
    """One sentence between two arrows: `on_step` tells -1 or 1, `on_entries` leads on."""

    __events__ = ("on_step", "on_entries")

    text = StringProperty()

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            **{
                "orientation": "vertical",
                "fill": "surface_container",
                "radius": dp(12),
                "elevation": 0,
                "size_hint_y": None,
                "padding": dp(4),
            }
            | kwargs
        )
        self.fbind("minimum_height", self.setter("height"))
        self.words = Text(halign="center", ink="on_surface", pos_hint={"center_y": 0.5})
        self._arrows = []
        for icon, name, tooltip, steps in (
            ("chevron-left", "before", _("The one before"), -1),
            ("chevron-right", "after", _("The next"), 1),
        ):
            arrow = IconButton(
                icon=icon, tooltip=tooltip, key=f"{self.key}.{name}", pos_hint={"center_y": 0.5}
            )
            arrow.fbind("on_release", lambda _b, by=steps: self.dispatch("on_step", by))
            self._arrows.append(arrow)
        self._row = BoxLayout(size_hint_y=None, spacing=dp(4))
        for child in (self._arrows[0], self.words, self._arrows[1]):
            self._row.add_widget(child)
        self.words.fbind("height", self._fit)
        self._entries = TextButton(
            text=_("See the entries"), key=f"{self.key}.entries", pos_hint={"center_x": 0.5}
        )
        self._entries.fbind("on_release", lambda _button: self.dispatch("on_entries"))
        self._fit()

    def on_step(self, *_args: Any) -> None:
        """Hear which neighbour is asked for."""

    def on_entries(self, *_args: Any) -> None:
        """Hear that the entries behind it are asked for."""

    def show(self, says: str, *, entries: bool, before: bool, after: bool) -> None:
        """Say one sentence; offer the entries, and the neighbours there are."""
        self.text = self.words.text = says
        for arrow, there in zip(self._arrows, (before, after), strict=True):
            arrow.disabled = not there
        swap(self, self._row, *([self._entries] if entries else []))

    def _fit(self, *_args: Any) -> None:
        self._row.height = max(dp(48), self.words.height)
