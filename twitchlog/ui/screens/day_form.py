"""A form that asks for one day, typed or taken from the calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twitchlog.domain.day_text import Meant
from twitchlog.ui.screens.form import Form
from twitchlog.ui.widgets.date_field import DateField

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from twitchlog.ui.navigation import Shell


class OneDayForm(Form):
    """Asks for a day up to `today`; `chosen` hears it, and raises BadInput for none it can take."""

    def __init__(
        self,
        shell: Shell,
        title: str,
        day: date | None,
        *,
        label: str,
        action: str,
        key: str,
        today: date,
        chosen: Callable[[date | None], None],
        helper: str = "",
    ) -> None:
        super().__init__(shell, title, save=self._take, action=action, key=key)
        self._chosen = chosen
        self._day = DateField(
            shell, day, key=f"{key}.day", label=label, today=today, latest=today,
            meant=Meant.LAST, helper=helper,
        )  # fmt: skip
        self._day.field.fbind("on_validate", lambda _field: self.submit())
        self.add(self._day)

    def open(self) -> OneDayForm:
        """Show the form, with the keyboard in it."""
        super().open()
        self._day.field.write()
        return self

    def _take(self) -> None:
        self._chosen(self._day.day)
        self.close()
