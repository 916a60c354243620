"""The card that says what does not work of the backups, until it does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from twitchlog.domain.backup import Part
from twitchlog.translation import _
from twitchlog.ui.widgets.cards import NoticeCard

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.presenters.backups_page import TroubleCard


class TroubleNotice(NoticeCard):
    """What happened, what is safe, and what to do: try again, or choose a folder."""

    def __init__(
        self, try_again: Callable[[], None], choose: Callable[[], None], **kwargs: Any
    ) -> None:
        super().__init__(**{"kind": "error", "key": "trouble"} | kwargs)
        self._again = (_("Try again"), try_again)
        self._choose = (_("Choose a folder"), choose)

    def tell(self, card: TroubleCard) -> None:
        """Show what does not work."""
        self.title, self.text = card.title, card.text
        alone = card.part is Part.TEST
        self.actions = [self._again] if alone else [self._choose, self._again]
