"""How TwitchLog is used, in cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout

from twitchlog.ui.widgets.cards import Card
from twitchlog.ui.widgets.lettering import Icon, Text

if TYPE_CHECKING:
    from twitchlog.presenters.help import HelpCard


def card_of(told: HelpCard) -> Card:
    """Return a card of the help, to stand below the others."""
    card = Card()
    head = BoxLayout(size_hint_y=None, spacing=dp(12))
    title = Text(text=told.title, role="title", pos_hint={"center_y": 0.5})
    title.fbind("height", lambda _title, high: setattr(head, "height", max(high, dp(24))))
    head.height = max(title.height, dp(24))
    head.add_widget(Icon(icon=told.icon, ink="primary", pos_hint={"center_y": 0.5}))
    head.add_widget(title)
    card.add_widget(head)
    card.add_widget(Text(text=told.text, ink="on_surface_variant"))
    for key, use in told.pairs:
        line = BoxLayout(size_hint_y=None, spacing=dp(12))
        for text, role, share in ((key, "label", 0.38), (use, "body", 0.62)):
            words = Text(text=text, role=role, size_hint_x=share, pos_hint={"top": 1})
            words.fbind("height", lambda _words, _high, row=line: _fit(row))
            line.add_widget(words)
        _fit(line)
        card.add_widget(line)
    return card


def _fit(line: BoxLayout) -> None:
    line.height = max(child.height for child in line.children)
