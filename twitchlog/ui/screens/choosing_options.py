"""Ask what a chart is to be made of."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kivy.metrics import dp

from twitchlog.presenters.typed import past_day
from twitchlog.translation import _
from twitchlog.ui.dialogs import Dialog
from twitchlog.ui.screens.day_form import OneDayForm
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

        def take(found: date | None) -> None:
            past = past_day(found, today=today)
            chosen({choices.option: each.id, each.day_option: past.isoformat()})

        OneDayForm(
            shell,
            choices.label,
            date.fromisoformat(day) if day else None,
            label=_("Which day"),
            action=_("Show"),
            key="option.form",
            today=today,
            chosen=take,
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
