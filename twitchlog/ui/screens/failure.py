"""What is shown instead of the diary when it cannot be opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kivy.metrics import dp
from kivy.uix.anchorlayout import AnchorLayout

from twitchlog.translation import _
from twitchlog.ui.widgets.cards import NoticeCard

if TYPE_CHECKING:
    from collections.abc import Callable

    from kivy.uix.widget import Widget


def build(sentence: str, *, close: Callable[[], None], open_another: Callable[[], None]) -> Widget:
    """Return a page that says why, and leads to another diary or closes the program."""
    page = AnchorLayout(anchor_x="center", anchor_y="center", padding=dp(16))
    card = NoticeCard(
        kind="error",
        title=_("Your diary could not be opened"),
        text=sentence,
        actions=[(_("Open another diary"), open_another), (_("Close"), close)],
        size_hint_x=None,
    )
    page.bind(width=lambda _page, width: setattr(card, "width", min(width - dp(32), dp(560))))
    page.add_widget(card)
    return page
