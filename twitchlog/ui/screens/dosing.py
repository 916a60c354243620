"""Drinks and doses: the sheet that logs one in a tap, the day's list, and the form of one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kivy.metrics import dp

from twitchlog.presenters.dose_page import ICONS, Filled
from twitchlog.presenters.dosing import DosingPresenter
from twitchlog.presenters.steps import Steps
from twitchlog.translation import _, said
from twitchlog.ui.screens.following import tell
from twitchlog.ui.screens.form import Form, Titled, stack
from twitchlog.ui.widgets.buttons import TextButton
from twitchlog.ui.widgets.chips import Chip, ChipRow
from twitchlog.ui.widgets.date_field import DateField
from twitchlog.ui.widgets.fold import Fold
from twitchlog.ui.widgets.forms import Choices, Question, line
from twitchlog.ui.widgets.rows import ListRow, RowGroup

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from kivy.uix.widget import Widget

    from twitchlog.presenters.checkin_values import Choice
    from twitchlog.presenters.dose_page import DoseFields, DosePage, DoseRow, Group, Offer
    from twitchlog.presenters.services import Services
    from twitchlog.ui.navigation import Shell
    from twitchlog.ui.widgets.sheets import SheetLayer


class Dosing:
    """Opens the sheet, the list of a day, or the form of one dose, from anywhere."""

    def __init__(self, services: Services, shell: Shell) -> None:
        self._shell = shell
        self._presenter = DosingPresenter(services, self)
        self._steps = Steps(services, self)
        self._layer: SheetLayer | None = None
        self._ago = Choices(key="dose.ago")
        self._ago.fbind("on_pick", lambda _row, when: self._presenter.set_when(when))

    def open(self, day: date | None = None) -> None:
        """Read what was logged last, then show what can be, on `day` or today."""
        self._presenter.open(day)

    def open_day(self, day: date) -> None:
        """Show the doses of a day."""
        self._presenter.open_day(day)

    def show(self, page: DosePage) -> None:
        """Show what can be logged; a second time only the chosen time is another."""
        self._ago.show(page.when)
        if self._layer is not None and self._layer.parent is not None:
            return
        if self._ago.parent is not None:
            self._ago.parent.remove_widget(self._ago)
        column = stack(padding=(dp(24), dp(8), dp(24), dp(16)), spacing=dp(12))
        column.add_widget(Question(page.asks_when, self._ago))
        if page.recent:
            column.add_widget(Question(_("Logged last"), self._chips(page.recent)))
        for group in page.groups:
            column.add_widget(self._group(group))
        self._open(page.title, column)

    def list_day(self, day: date, title: str, rows: tuple[DoseRow, ...]) -> None:
        """Show the doses of a day; a tap on one opens its form."""
        column = stack(padding=(dp(16), dp(8), dp(16), dp(16)), spacing=dp(12))
        group = RowGroup()
        for row in rows:
            made = ListRow(
                icon=row.icon, title=row.title, second=row.second, time=row.time,
                key=f"dose.row.{row.id}",
            )  # fmt: skip
            made.fbind("on_release", lambda _row, name=row.id: self._presenter.edit(name))
            group.add_widget(made)
        column.add_widget(group)
        more = TextButton(text=said("one more drink", "Another"), icon="plus", key="dose.another")
        more.fbind("on_release", lambda _button: self.open(day))
        column.add_widget(line(more))
        self._open(title, column)

    def fill_in(self, fields: DoseFields) -> None:
        """Show the form."""
        self._leave()
        DoseForm(self._shell, self._presenter, fields).open()

    def recorded(self, sentence: str, dose: str) -> None:
        """Say what was done, with a way to its details and back."""
        self._leave()
        details = [(_("Details"), lambda: self._presenter.edit(dose))] if dose else []
        self._shell.snack(sentence, [*details, (_("Undo"), self._steps.undo)])

    def tell(self, sentence: str, *, undo: bool = True, redo: bool = False) -> None:
        """Say what was changed, with a way back."""
        tell(self._shell, self._steps, sentence, undo=undo, redo=redo)

    def complain(self, sentence: str) -> None:
        """Say what did not work."""
        self._shell.snack(sentence)

    def _group(self, group: Group) -> Widget:
        """Return the chips of a group; what is not asked each day is a line until it is tapped."""
        question = Question(group.label, self._chips(group.offers))
        if not group.folded:
            return question
        return Fold(question, title=group.label, icon=ICONS[group.id], key=f"dose.{group.id}.line")

    def _chips(self, offers: Iterable[Offer]) -> ChipRow:
        chips = ChipRow()
        for offer in offers:
            icon = "" if offer.amount is not None else "pencil-outline"
            chip = Chip(text=offer.text, icon=icon, toggles=False, key=f"dose.{offer.key}")
            chip.fbind("on_release", lambda _chip, offer=offer: self._presenter.take(offer))
            chips.add_widget(chip)
        return chips

    def _open(self, title: str, column: Widget) -> None:
        self._leave()
        self._layer = self._shell.open_sheet(Titled(title, column, close=self._leave))

    def _leave(self) -> None:
        if self._layer is not None:
            self._layer.close()
            self._layer = None


class DoseForm(Form):
    """One dose: how much, what and when; or away with it."""

    def __init__(self, shell: Shell, presenter: DosingPresenter, fields: DoseFields) -> None:
        super().__init__(shell, fields.title, save=self._keep_dose, key="dose.form")
        self._presenter = presenter
        self.opened = presenter.held
        self._kinds = self._choice(_("Which"), fields.kinds, "dose.form.kind")
        self._amount = self.add_text(fields.amount_label, fields.amount, key="dose.form.amount")
        self._efforts = self._choice(_("How hard"), fields.efforts, "dose.form.effort")
        self._words = None
        if fields.named:
            self._words = self.add_text(_("What it was"), fields.words, key="dose.form.words")
        self._day = DateField(
            shell,
            None,
            key="dose.form.day",
            label=_("Day"),
            today=presenter.today,
            latest=presenter.today,
        )
        self._day.text = fields.day
        self.add(self._day)
        self._time = self.add_text(_("Time"), fields.time, key="dose.form.time")
        if fields.id:
            away = TextButton(text=_("Remove"), icon="delete-outline", key="dose.form.remove")
            away.fbind("on_release", lambda _button: presenter.remove(self, self.close))
            self.add(away)
        self._new = not fields.id

    def open(self) -> DoseForm:
        """Show the form; a new one waits for the amount."""
        super().open()
        if self._new:
            self._amount.write()
        return self

    def _choice(self, text: str, choices: tuple[Choice, ...], key: str) -> ChipRow | None:
        if not choices:
            return None
        row = ChipRow(single=True, key=key)
        for each in choices:
            chip = Chip(text=each.text, value=each.value, chosen=each.chosen,
                        key=f"{key}.{each.value}")  # fmt: skip
            row.add_widget(chip)
        self.add(Question(text, row))
        return row

    def _keep_dose(self) -> None:
        filled = Filled(
            amount=self._amount.text,
            words=self._words.text if self._words is not None else "",
            day=self._day.text,
            time=self._time.text,
            kind=_chosen(self._kinds),
            effort=_chosen(self._efforts),
        )
        self._presenter.keep(filled, self, self.close)


def _chosen(row: ChipRow | None) -> Any:
    return row.chosen[0] if row is not None and row.chosen else ""
