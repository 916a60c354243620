"""Open the check-in from anywhere; its modules are imported when it is first needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from twitchlog.presenters.services import Services
    from twitchlog.ui.navigation import Shell
    from twitchlog.ui.screens.checkin import CheckinSheet


class Checkins:
    """Opens the check-in of a day in a sheet."""

    def __init__(self, services: Services, shell: Shell) -> None:
        self._services, self._shell = services, shell
        self._sheet: CheckinSheet | None = None

    def open(self, day: date, *, answers: Mapping[str, float] | None = None, ask: str = "") -> None:
        """Open the check-in of `day`; `answers` are those already tapped elsewhere.

        `ask` is the id of a question to bring into sight.
        """
        if self._sheet is None:
            from twitchlog.ui.screens.checkin import CheckinSheet

            self._sheet = CheckinSheet(self._services, self._shell)
        sheet = self._sheet
        if sheet.parent is not None:
            sheet.parent.remove_widget(sheet)
        sheet.open(day, answers or {}, ask=ask)
        sheet.layer = self._shell.open_sheet(sheet)
