"""Ask what a chart is to be made of."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kivy.metrics import dp

from twitchlog.domain.day_text import Meant
from twitchlog.domain.errors import BadInput
from twitchlog.translation import _
from twitchlog.ui.dialogs import Dialog
from twitchlog.ui.screens.form import Form
from twitchlog.ui.widgets.date_field import DateField
from twitchlog.ui.widgets.forms import column
from twitchlog.ui.widgets.rows import ListRow

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from twitchlog.reports.charts.spec import Choice, Choices
    from twitchlog.ui.navigation import Shell


def choose_option(
    shell: Shell,
    choices: Choices,
    *,
    day: str,
    today: date,
    chosen: Callable[[Mapping[str, str]], None],
) -> None:
    """Offer what there is to choose; `chosen` is called with ids by their option, or not at all.

    A choice that wants a day asks for it, up to `today`; `day` is the one chosen before, if any.
    """
    rows = column()
    dialog = Dialog(title=choices.label, content=rows, actions=[(_("Cancel"), None)])

    def tapped(each: Choice) -> None:
        dialog.close()
        if not each.day_option:
            chosen({choices.option: each.id})
            return
        DayForm(
            shell,
            choices.label,
            date.fromisoformat(day) if day else None,
            today=today,
            chosen=lambda found: chosen(
                {choices.option: each.id, each.day_option: found.isoformat()}
            ),
        ).open()

    for each in choices.offered:
        is_chosen = each.id == choices.chosen
        icon = "calendar-edit" if each.day_option else "circle-outline"
        row = ListRow(
            title=each.label,
            title_role="body_large",
            icon="check" if is_chosen else icon,
            icon_ink="primary" if is_chosen else "on_surface_variant",
            chevron=False,
            tall=dp(48),
            key=f"option.{each.id}",
        )
        row.fbind("on_release", lambda _row, each=each: tapped(each))
        rows.add_widget(row)
    shell.open_dialog(dialog)


class DayForm(Form):
    """Which day a chart is to be about."""

    def __init__(
        self,
        shell: Shell,
        title: str,
        day: date | None,
        *,
        today: date,
        chosen: Callable[[date], None],
    ) -> None:
        super().__init__(shell, title, save=self._choose, action=_("Show"), key="option.day.form")
        self._today, self._chosen = today, chosen
        self._day = DateField(
            shell, day, key="option.day", label=_("Which day"), today=today, latest=today,
            meant=Meant.LAST,
        )  # fmt: skip
        self._day.field.fbind("on_validate", lambda _field: self.submit())
        self.add(self._day)

    def open(self) -> DayForm:
        """Show the form, with the keyboard in it."""
        super().open()
        self._day.field.write()
        return self

    def _choose(self) -> None:
        day = self._day.day
        if day is None:
            raise BadInput(_("Say which day."))
        if day > self._today:
            raise BadInput(_("That day is still to come. Choose one that has passed."))
        self._chosen(day)
        self.close()
