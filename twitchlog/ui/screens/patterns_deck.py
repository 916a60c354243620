"""The cards of the charts: made one by one, set in the person's order, folded where empty."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from twitchlog.ui.screens.not_yet import NotYetCard, lacks

if TYPE_CHECKING:
    from collections.abc import Callable, Container

    from twitchlog.presenters.looking import Looking
    from twitchlog.presenters.patterns import PatternsPage


class Deck:
    """Every card that was made, by the kind of its chart; `make` makes one.

    `page` says which charts are shown, in which order; those that have nothing to show yet share
    the card `not_yet`.
    """

    def __init__(self, make: Callable[[str], Any], not_yet: NotYetCard, looking: Looking) -> None:
        self.page: PatternsPage | None = None
        self.cards: dict[str, Any] = {}
        self._make, self._not_yet, self._looking = make, not_yet, looking

    def card(self, kind: str) -> Any:
        """Return the card of a chart; made with the first question."""
        if kind not in self.cards:
            self.cards[kind] = self._make(kind)
        return self.cards[kind]

    def make(self, most: int) -> bool:
        """Make so many cards that are not there yet; return whether there are others."""
        for kind in self.missing[:most]:
            self.card(kind)
        return bool(self.missing)

    @property
    def missing(self) -> list[str]:
        """The charts that are shown and have no card yet."""
        kinds = () if self.page is None or self.page.empty else self.page.kinds
        return [kind for kind in kinds if kind not in self.cards]

    def in_order(self) -> list[tuple[str, Any]]:
        """Return the charts that are shown and have a card, in the person's order."""
        kinds = self.page.kinds if self.page is not None else ()
        return [(kind, self.cards[kind]) for kind in kinds if kind in self.cards]

    def laid_out(self) -> list[Any]:
        """Return the cards to show; those that have nothing to show yet share the last one."""
        cards = [(kind, card) for kind, card in self.in_order() if not card.silent]
        picked = self._looking.picked
        waits = [kind for kind, card in cards if lacks(card.told, picked=picked(kind))]
        self._not_yet.show([(kind, self.cards[kind].told) for kind in waits])
        return [
            *(card for kind, card in cards if kind not in waits),
            *([self._not_yet] if waits else []),
        ]

    def told_with(self, kinds: list[str], on_board: Container[Any]) -> list[str]:
        """Return what is to be told besides `kinds`, which are in sight or near.

        That is what would stand between them or next, had it a card on the board: there may be
        something to show by now. Of a young diary it is everything.
        """
        if self.page is not None and self.page.young:
            return [kind for kind, _card in self.in_order() if kind not in kinds]
        found: list[str] = []
        known = False
        for kind, card in self.in_order():
            if kind in kinds:
                known = True
            elif card in on_board:
                known = False
            elif known:
                found.append(kind)
        return found
