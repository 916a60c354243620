"""What can be added to a day of the Diary: a small window with a line for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kivy.metrics import dp

from twitchlog.presenters import words
from twitchlog.translation import _
from twitchlog.ui.dialogs import Dialog
from twitchlog.ui.widgets.forms import column
from twitchlog.ui.widgets.rows import ListRow

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from twitchlog.ui.navigation import Shell

    Act = Callable[[date], object]


class Adding:
    """Asks what to add, then opens the sheet of it for that day."""

    def __init__(
        self, shell: Shell, *, twitch: Act, checkin: Act, dose: Act, medicine: Act
    ) -> None:
        self._shell = shell
        self._acts = twitch, checkin, dose, medicine

    def ask(self, day: date, *, today: date, none: Act | None) -> None:
        """Offer what can be added to `day`; `none` where it can still be said to have had none."""
        rows = column()
        dialog = Dialog(
            title=words.heading_day(day, today=today),
            text=_("What do you want to add?"),
            content=rows,
            actions=[(_("Cancel"), None)],
        )

        def tapped(act: Act) -> None:
            dialog.close()
            act(day)

        for thing, act in self._offered(none):
            row = ListRow(
                title=thing[2],
                title_role="body_large",
                icon=thing[1],
                icon_ink="primary",
                tall=dp(52),
                key=f"add.{thing[0]}",
            )
            row.fbind("on_release", lambda _row, act=act: tapped(act))
            rows.add_widget(row)
        self._shell.open_dialog(dialog)

    def _offered(self, none: Act | None) -> list[tuple[tuple[str, str, str], Act]]:
        twitch, checkin, dose, medicine = self._acts
        offered: list[tuple[tuple[str, str, str], Act]] = [
            (("twitch", "human", _("Twitch")), twitch),
            (("checkin", "weather-night", _("Check-in")), checkin),
            (("dose", "cup-water", _("Drink or exercise")), dose),
            (("medicine", "pill", _("Medicine")), medicine),
        ]
        return [*offered, (("none", "check", _("None that day")), none)] if none else offered
