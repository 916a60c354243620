"""Ask as what the picture of a chart is to be saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kivy.metrics import dp

from twitchlog.reports.charts.picture import Form as FileForm
from twitchlog.translation import _
from twitchlog.ui import choosing, theme
from twitchlog.ui.dialogs import Dialog
from twitchlog.ui.widgets.chips import Chip, ChipRow
from twitchlog.ui.widgets.forms import column
from twitchlog.ui.widgets.lettering import Text

if TYPE_CHECKING:
    from twitchlog.presenters.chart_page import ChartPagePresenter
    from twitchlog.ui.navigation import Shell


def ask_and_save(shell: Shell, presenter: ChartPagePresenter) -> None:
    """Ask for form, look and folder, then save."""
    forms = ChipRow(single=True, required=True, key="chart.save.form")
    for form, text in (
        (FileForm.PNG, _("Picture (PNG)")),
        (FileForm.SVG, _("Drawing (SVG)")),
    ):
        forms.add_widget(
            Chip(text=text, value=form, chosen=form is FileForm.PNG, key=f"chart.save.form.{form}")
        )
    looks = ChipRow(single=True, required=True, key="chart.save.look")
    for dark, text in ((False, _("Light, for print")), (True, _("As on the screen"))):
        looks.add_widget(
            Chip(text=text, value=dark, chosen=not dark, key=f"chart.save.look.{int(dark)}")
        )
    dark_now = bool(theme.colours.dark)
    what = column(
        Text(
            text=_("With its headline. Your name is not in it. The picture is not encrypted."),
            ink="on_surface_variant",
        ),
        forms,
        *([looks] if dark_now else []),
        spacing=dp(8),
    )

    def choose_folder() -> None:
        form, dark = forms.chosen[0], looks.chosen[0]
        choosing.ask_folder(
            shell,
            presenter.start,
            title=_("Save where"),
            chosen=lambda folder: presenter.save(folder, form, dark=dark),
        )

    def go_on() -> None:
        dialog.close()
        choose_folder()

    dialog = Dialog(
        title=_("Save picture"),
        content=what,
        actions=[(_("Cancel"), None), (_("Choose a folder"), go_on)],
    )
    shell.open_dialog(dialog)
