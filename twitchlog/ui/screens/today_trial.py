"""The card of a trial on Today: what today is, did you keep to it, and that it has ended."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kivy.metrics import dp

from twitchlog.domain.experiment import Kept
from twitchlog.presenters.experiment_words import ICON
from twitchlog.presenters.log_choices import Choice
from twitchlog.translation import _
from twitchlog.ui import theme
from twitchlog.ui.widgets.buttons import IconButton
from twitchlog.ui.widgets.cards import Card
from twitchlog.ui.widgets.forms import Choices, column, swap
from twitchlog.ui.widgets.lettering import Text
from twitchlog.ui.widgets.rows import ListRow

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.presenters.today import TodayPresenter
    from twitchlog.presenters.today_page import TodayPage
    from twitchlog.presenters.today_trial import TrialCard


class TrialLine(Card):
    """A row that opens the trial; below it, where it is asked, the three answers."""

    def __init__(
        self, presenter: TodayPresenter, open_trial: Callable[[str], None], **kwargs: Any
    ) -> None:
        super().__init__(**{"padding": 0, "spacing": 0} | kwargs)
        self._presenter, self._open_trial = presenter, open_trial
        self._card: TrialCard | None = None
        self._row = ListRow(icon=ICON, tall=dp(68), key="today.trial")
        self._row.fbind("on_release", lambda _row: self._open())
        self._away = IconButton(
            icon="close", tooltip=_("Put away"), ink="on_secondary_container",
            key="today.trial.away",
        )  # fmt: skip
        self._away.fbind("on_release", lambda _button: self._put_away())
        self._question = Text(role="title_small")
        self._answers = Choices(key="today.trial.kept")
        self._answers.show([Choice(each, each.word) for each in Kept])
        self._answers.fbind("on_pick", lambda _row, kept: self._answer(kept))
        self._asked = column(
            self._question, self._answers, spacing=dp(4), padding=(dp(16), 0, dp(16), dp(8))
        )

    def show(self, card: TrialCard) -> None:
        """Show how far the trial is."""
        self._card = card
        ended = bool(card.key)
        self.fill, self.elevation = ("secondary_container", 0) if ended else ("card", 1)
        self._row.icon_ink = "on_secondary_container" if ended else "primary"
        self._row.right_widget = self._away if ended else None
        self._row.title, self._row.second = card.title, card.second
        self._question.text = card.question
        swap(self, self._row, *([self._asked] if card.asks is not None else []))
        self._row.first, self._row.last = True, card.asks is None

    def _open(self) -> None:
        if self._card is not None:
            self._put_away()
            self._open_trial(self._card.trial)

    def _put_away(self) -> None:
        """Put away for good that a trial has ended: it is said until it was read."""
        if self._card is not None and self._card.key:
            self._presenter.put_away(self._card.key)

    def _answer(self, kept: Any) -> None:
        if self._card is not None and self._card.asks is not None:
            self._presenter.keep_to_trial(self._card.trial, self._card.asks, kept)


def under_title(page: TodayPage) -> str:
    """Return the date; in large text, where the line of a trial is far down, what today is too."""
    large = theme.look.text_scale >= theme.ONE_COLUMN_FROM
    return (page.trial.brief if large and page.trial is not None else "") or page.said_day
