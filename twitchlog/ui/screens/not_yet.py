"""Charts that have nothing to show yet, said together in one quiet card."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from kivy.metrics import dp

from twitchlog.reports.charts.catalogue import BY_KIND
from twitchlog.reports.charts.spec import NoPicture
from twitchlog.translation import _
from twitchlog.ui.widgets.buttons import TextButton
from twitchlog.ui.widgets.cards import Card
from twitchlog.ui.widgets.forms import column, swap
from twitchlog.ui.widgets.lettering import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from twitchlog.reports.charts.spec import Words


class SharedCards:
    """Lets neighbours without a picture yet share a card, which is kept; `log` opens the log."""

    def __init__(self, log: Callable[[], None]) -> None:
        self._log = log
        self._shared: dict[str, NotYetCard] = {}

    def of(self, cards: Mapping[str, Any]) -> list[Any]:
        """Return the cards to show for those of the charts, in their order."""
        return [
            cards[kinds[0]] if len(kinds) == 1 else self._one(kinds, cards)
            for kinds in _groups(cards)
        ]

    def _one(self, kinds: tuple[str, ...], cards: Mapping[str, Any]) -> NotYetCard:
        if kinds[0] not in self._shared:
            self._shared[kinds[0]] = NotYetCard(self._log, key=f"patterns.not-yet.{kinds[0]}")
        shared = self._shared[kinds[0]]
        shared.show(kinds, [cards[kind].told for kind in kinds])
        return shared


def _groups(cards: Mapping[str, Any]) -> list[tuple[str, ...]]:
    """Return the kinds of cards in their order, neighbours without a picture yet together.

    A chart with something to choose keeps a card of its own, for that may help.
    """

    def lacks(kind: str) -> bool:
        told = cards[kind].told
        return isinstance(told, NoPicture) and not told.choices

    found: list[tuple[str, ...]] = []
    for together, group in groupby(cards, key=lacks):
        members = tuple(group)
        found += [members] if together else [(kind,) for kind in members]
    return found


class NotYetCard(Card):
    """What some charts still need, one line each; where logging helps, a way to it."""

    def __init__(self, log: Callable[[], None], **kwargs: Any) -> None:
        super().__init__(**{"spacing": dp(12)} | kwargs)
        self.kinds: tuple[str, ...] = ()
        self.big = False
        self._title = Text(text=_("Not enough yet"), role="title")
        self._log = TextButton(text=_("Log a twitch"), key=f"{self.key}.log")
        self._log.fbind("on_release", lambda _button: log())

    def show(self, kinds: tuple[str, ...], told: Sequence[Words]) -> None:
        """Show what these charts tell."""
        if kinds == self.kinds and list(told) == self._told:
            return
        self.kinds, self._told = kinds, list(told)
        lines = [
            column(
                Text(text=BY_KIND[kind].title, role="title_small"),
                Text(
                    text=" ".join((f"{words.headline}.", words.note)).strip(),
                    ink="on_surface_variant",
                ),
                spacing=dp(2),
            )
            for kind, words in zip(kinds, told, strict=True)
        ]
        helps = any(isinstance(words, NoPicture) and words.wants_entries for words in told)
        swap(self, self._title, *lines, *([self._log] if helps else []))
