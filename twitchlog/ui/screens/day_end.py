"""The setting *The day ends at*: for those who log after midnight."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kivy.metrics import dp

from twitchlog.translation import _
from twitchlog.ui.widgets.cards import Card
from twitchlog.ui.widgets.forms import Choices
from twitchlog.ui.widgets.lettering import Text

if TYPE_CHECKING:
    from twitchlog.presenters.settings import SettingsPage, SettingsPresenter


class DayEnd(Card):
    """The hours to choose from, and what the chosen one does."""

    def __init__(self, presenter: SettingsPresenter, **kwargs: Any) -> None:
        super().__init__(**{"spacing": dp(8)} | kwargs)
        self._choices = Choices(key="settings.day-ends")
        self._choices.fbind("on_pick", lambda _row, value: presenter.end_day_at(value))
        self._said = Text(ink="on_surface_variant")
        for widget in (
            Text(text=_("The day ends at"), role="body_large"),
            self._choices,
            self._said,
        ):
            self.add_widget(widget)

    def show(self, page: SettingsPage) -> None:
        """Show what is chosen."""
        self._choices.show(page.day_ends)
        self._said.text = page.day_ends_said
