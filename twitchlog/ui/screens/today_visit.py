"""The quiet line on Today that leads to an appointment near its day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kivy.metrics import dp

from twitchlog.translation import _
from twitchlog.ui.widgets.buttons import IconButton
from twitchlog.ui.widgets.cards import Ground
from twitchlog.ui.widgets.rows import ListRow

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.presenters.today_visit import VisitNotice


class VisitLine(Ground):
    """With whom and when; a tap opens it, the cross puts the line away for good."""

    def __init__(
        self, *, open_visit: Callable[[str], None], put_away: Callable[[str], None], **kwargs: Any
    ) -> None:
        super().__init__(
            **{"fill": "secondary_container", "elevation": 0, "size_hint_y": None} | kwargs
        )
        self._notice: VisitNotice | None = None
        away = IconButton(icon="close", tooltip=_("Put away"), key="today.visit.away")
        away.ink = "on_secondary_container"
        self._row = ListRow(
            icon="calendar-clock",
            icon_ink="on_secondary_container",
            tall=dp(68),
            right_widget=away,
            key="today.visit",
        )
        self._row.fbind(
            "on_release", lambda _row: self._notice and open_visit(self._notice.appointment)
        )
        away.fbind("on_release", lambda _button: self._notice and put_away(self._notice.key))
        self._row.fbind("height", self.setter("height"))
        self.add_widget(self._row)
        self.height = self._row.height

    def show(self, notice: VisitNotice) -> None:
        """Show another appointment."""
        self._notice = notice
        self._row.title, self._row.second = notice.title, notice.second
