"""The card *Also record* on Today: what can be recorded besides a twitch, a chip each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from kivy.metrics import dp

from twitchlog.translation import _
from twitchlog.ui.widgets.cards import Card
from twitchlog.ui.widgets.chips import Chip
from twitchlog.ui.widgets.flow import Flow
from twitchlog.ui.widgets.lettering import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


class Also(NamedTuple):
    """One thing that can be recorded: what its chip says, and what a tap opens."""

    key: str
    icon: str
    label: str
    open: Callable[[], None]


class AlsoCard(Card):
    """A chip for each thing."""

    def __init__(self, things: Iterable[Also], **kwargs: Any) -> None:
        super().__init__(**{"padding": (dp(16), dp(12), dp(16), dp(8)), "spacing": dp(4)} | kwargs)
        self.add_widget(Text(text=_("Also record"), role="title_small"))
        chips = Flow(spacing=dp(8))
        for thing in things:
            chip = Chip(
                text=thing.label, icon=thing.icon, toggles=False, key=f"today.also.{thing.key}"
            )
            chip.fbind("on_release", lambda _chip, act=thing.open: act())
            chips.add_widget(chip)
        self.add_widget(chips)
