"""How the page is saved: in which form, with what behind it, and with a password."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twitchlog.translation import _
from twitchlog.ui.screens.form import Form, stack
from twitchlog.ui.widgets.buttons import TextButton
from twitchlog.ui.widgets.chips import Chip, ChipRow
from twitchlog.ui.widgets.fields import TextField
from twitchlog.ui.widgets.rows import ListRow, RowGroup
from twitchlog.ui.widgets.switches import Toggle

if TYPE_CHECKING:
    from typing import Any

    from twitchlog.presenters.visit import VisitPresenter
    from twitchlog.ui.navigation import Shell


def switch_row(title: str, key: str, *, on: bool, second: str = "") -> tuple[ListRow, Toggle]:
    """Return a row with a switch, which a tap anywhere on it turns."""
    switch = Toggle(active=on, key=key)
    row = ListRow(
        title=title, second=second, title_role="body_large", right_widget=switch, key=f"{key}.row"
    )
    row.is_focusable = False  # its switch is reached instead
    row.fbind("on_release", lambda _row: switch.activate())
    return row, switch


class WaysForm(Form):
    """The form of the file and what comes with it; a tap on *Save* makes it."""

    def __init__(self, shell: Shell, presenter: VisitPresenter) -> None:
        super().__init__(shell, _("Other ways to save"), save=self._make, key="visit.form.other")
        from twitchlog.reports.visit.forms import Form as Made

        self._pages, self._pdf, self._records = presenter.pages, Made.PDF, Made.FHIR
        self._chips = ChipRow(single=True, required=True, key="visit.other")
        for form in Made:
            self._chips.add_widget(
                Chip(text=form.label, value=form, chosen=form is Made.PDF,
                     key=f"visit.other.{form}")
            )  # fmt: skip
        self._chips.fbind("on_choice", self._changed)
        row, self._annex = switch_row(
            _("With an annex"), "visit.other.annex", on=False,
            second=_("Places, weeks, medicines, tests and more, on pages of their own"),
        )  # fmt: skip
        self._annex.fbind("on_choice", self._changed)
        each, self._entries = switch_row(
            _("With every entry"), "visit.other.entries", on=False,
            second=_("One by one, at the end of the annex"),
        )  # fmt: skip
        self._switches = RowGroup()
        for one in (row, each):
            self._switches.add_widget(one)
        mine, self._named = switch_row(
            _("With your name in the file’s name"), "visit.other.named", on=False,
            second=_("Otherwise only its contents say whose it is"),
        )  # fmt: skip
        self._name = RowGroup()
        self._name.add_widget(mine)
        self._password = TextField(
            label=_("Password, if you want one"), key="visit.other.password", password=True
        )
        self._look = TextButton(
            text=_("Preview with the annex"), icon="eye-outline", key="visit.other.preview"
        )
        self._look.fbind("on_release", lambda _button: self._preview())
        self._more = stack(spacing=self.fields.spacing)
        self.add(self._chips, self._more)
        self._changed()

    def _changed(self, *_args: Any) -> None:
        """Offer what the chosen form can take."""
        chosen = self._chips.chosen[0]
        self._more.clear_widgets()
        if chosen != self._records:
            self._more.add_widget(self._switches)
        self._more.add_widget(self._name)
        if chosen == self._pdf:
            if self._annex.active:
                self._more.add_widget(self._look)
            self._more.add_widget(self._password)

    def _preview(self) -> None:
        self.close()
        self._pages.preview(annex=True)

    def _make(self) -> None:
        from twitchlog.reports.visit.forms import Wishes

        form = self._chips.chosen[0]
        wishes = Wishes(
            annex=self._annex.active,
            entries=self._entries.active,
            named=self._named.active,
            password=self._password.text if form == self._pdf else "",
        )
        self._pages.save(form=str(form), wishes=wishes)
        self.close()
