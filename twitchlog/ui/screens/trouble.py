"""The cards that say what does not work of the backups, and that a stick is long away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from twitchlog.domain.backup import Part
from twitchlog.translation import _
from twitchlog.ui.widgets.cards import NoticeCard

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.presenters.backups_page import AwayCard, TroubleCard
    from twitchlog.presenters.today import TodayPresenter
    from twitchlog.presenters.today_page import TodayPage


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


class AwayNotice(NoticeCard):
    """The folder of the second copies has long not been there: choose another, or leave it."""

    def __init__(
        self, choose: Callable[[], None], leave: Callable[[str], None], **kwargs: Any
    ) -> None:
        super().__init__(**{"kind": "note", "icon": "folder-outline", "key": "away"} | kwargs)
        self._choose, self._leave = choose, leave

    def tell(self, card: AwayCard) -> None:
        """Show since when it has been away."""
        self.title, self.text = card.title, card.text
        self.actions = [
            (_("Leave it"), lambda: self._leave(card.key)),
            (_("Choose another folder"), self._choose),
        ]


class BackupNotices:
    """What Today says of the backups, where there is anything to say."""

    def __init__(self, presenter: TodayPresenter, choose: Callable[[], None]) -> None:
        self._trouble = TroubleNotice(presenter.try_backup, choose)
        self._away = AwayNotice(choose, presenter.put_away)

    def of(self, page: TodayPage) -> list[NoticeCard]:
        """Return the cards of a day."""
        shown: list[NoticeCard] = []
        if page.trouble is not None:
            self._trouble.tell(page.trouble)
            shown.append(self._trouble)
        if page.away is not None:
            self._away.tell(page.away)
            shown.append(self._away)
        return shown
