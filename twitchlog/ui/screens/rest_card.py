"""The card of the rest counts: the newest two in words, then a bar for each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kivy.metrics import dp

from twitchlog.translation import _
from twitchlog.ui.widgets.cards import Card
from twitchlog.ui.widgets.forms import swap
from twitchlog.ui.widgets.lettering import Text
from twitchlog.ui.widgets.rate_bars import RateBars

if TYPE_CHECKING:
    from twitchlog.presenters.rest_words import RestTrend


class RestCard(Card):
    """Bars of twitches a minute; with `named`, it says what they are of."""

    def __init__(self, *, named: bool = False, **kwargs: Any) -> None:
        super().__init__(**{"spacing": dp(8)} | kwargs)
        self._headline, self._bars = Text(role="title"), RateBars(key="rest.bars")
        about = _("Rest counts: twitches a minute, counted sitting still, apart from your entries.")
        words = [Text(text=about, ink="on_surface_variant")] if named else []
        swap(self, self._headline, *words, self._bars)

    def show(self, trend: RestTrend) -> None:
        """Show the counts."""
        self._headline.text, self._bars.bars = trend.headline, trend.bars
