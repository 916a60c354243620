"""One medicine: record a dose in one tap, change the dose, stop it, and its history."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout

from twitchlog.presenters.medicine import MedicinePresenter
from twitchlog.translation import _
from twitchlog.ui.screens.form import named
from twitchlog.ui.screens.kept import remove_button
from twitchlog.ui.screens.medicine_forms import (
    DoseForm,
    IntakeForm,
    MedicineForm,
    StopForm,
    advice_card,
)
from twitchlog.ui.screens.pages import FollowingPage, heading
from twitchlog.ui.widgets.buttons import IconButton, TonalButton
from twitchlog.ui.widgets.cards import Card
from twitchlog.ui.widgets.chips import Chip
from twitchlog.ui.widgets.flow import Flow
from twitchlog.ui.widgets.forms import swap
from twitchlog.ui.widgets.lettering import Text
from twitchlog.ui.widgets.rows import ListRow, RowGroup

if TYPE_CHECKING:
    from collections.abc import Callable

    from kivy.uix.widget import Widget

    from twitchlog.presenters.medicine import MedicinePage as Shown
    from twitchlog.presenters.medicine_words import DoseRow, IntakeRow
    from twitchlog.presenters.services import Services
    from twitchlog.ui.navigation import Shell

SHOWN = 50
"""Recorded doses that get a row; how many more there are is said below them."""


class MedicinePage(FollowingPage):
    """The page of one medicine; `then_intake` is the recorded dose whose form opens at once."""

    def __init__(
        self, services: Services, shell: Shell, medication_id: str, *, then_intake: str = "",
        **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(services, shell, "", key="medicine", kinds={"medications"}, **kwargs)
        self._then_intake = then_intake
        self._made: dict[str, tuple[object, Widget]] = {}
        self._rows: dict[str, ListRow] = {}
        self._intakes = RowGroup()
        self._recorded, self._dose = heading(_("Doses recorded")), heading(_("Usual dose"))
        self.presenter = MedicinePresenter(services, self, medication_id)
        change = IconButton(icon="pencil-outline", tooltip=_("Change"), key="medicine.change")
        change.fbind("on_release", lambda _button: self._open_change())
        self.bar.add_widget(change)

    def show(self, page: Shown) -> None:
        """Show the medicine."""
        self.bar.title = page.name
        cards: list[Widget] = []
        if page.advice:
            cards.append(self._kept("advice", page.advice, lambda: advice_card(page.advice)))
        about = (page.line, page.treats, page.note, page.past, page.taps)
        cards.append(self._kept("about", about, lambda: self._about(page)))
        if page.intakes:
            self._show_intakes(page.intakes)
            cards += [self._recorded, self._intakes]
            more = len(page.intakes) - SHOWN
            if more > 0:
                cards.append(Text(text=_("And {n} more").format(n=more), ink="on_surface_variant"))
        if page.doses:
            doses = self._kept("doses", page.doses, lambda: self._doses(page.doses))
            cards += [self._dose, doses]
        cards.append(self._kept("acts", page.past, lambda: self._acts(past=page.past)))
        self.hold(*cards)
        asked = self.presenter.intake(self._then_intake)
        self._then_intake = ""
        if asked is not None:
            self.open_intake(asked.id)

    def gone(self) -> None:
        """Close: the medicine was removed."""
        if self.shell.page is self:
            self.shell.pop()

    def recorded(self, sentence: str, intake: str) -> None:
        """Say what one tap recorded."""
        self.shell.snack(
            sentence,
            [
                (_("Details"), lambda: self.open_intake(intake)),
                (_("Undo"), self.presenter.steps.undo),
            ],
        )

    def open_intake(self, intake_id: str) -> None:
        """Open the form of one recorded dose."""
        intake = self.presenter.intake(intake_id)
        if intake is not None:
            IntakeForm(self.shell, self.presenter, intake).open()

    def _about(self, page: Shown) -> Card:
        card = Card()
        card.add_widget(Text(text=page.line, role="body_large"))
        for line in filter(None, (page.treats, page.note)):
            card.add_widget(Text(text=line, ink="on_surface_variant"))
        if not page.past:
            chips = Flow(spacing=dp(8))
            for kind, text in page.taps:
                chip = Chip(text=text, icon="plus", toggles=False, key=f"medicine.take.{kind}")
                chip.fbind("on_release", lambda _chip, kind=kind: self.presenter.take(kind))
                chips.add_widget(chip)
            card.add_widget(named(_("A dose, just now"), chips))
        return card

    def _kept(self, name: str, value: object, make: Callable[[], Widget]) -> Widget:
        """Return the widget of that name; it is made anew only where what it shows is another."""
        if name not in self._made or self._made[name][0] != value:
            self._made[name] = (value, make())
        return self._made[name][1]

    def _show_intakes(self, intakes: tuple[IntakeRow, ...]) -> None:
        rows = {}
        for each in intakes[:SHOWN]:
            row = self._rows.get(each.id)
            if row is None:
                row = ListRow(
                    icon="pill", title=each.title, second=each.second,
                    key=f"medicine.intake.{each.id}",
                )  # fmt: skip
                row.fbind("on_release", lambda _row, one=each.id: self.open_intake(one))
            row.icon = "alert-circle-outline" if each.more else "pill"
            row.title, row.second = each.title, each.second
            rows[each.id] = row
        self._rows = rows
        swap(self._intakes, *rows.values())

    def _doses(self, doses: tuple[DoseRow, ...]) -> RowGroup:
        group = RowGroup()
        for each in doses:
            row = ListRow(title=each.title, second=each.second, chevron=False, is_focusable=False)
            if each.id:
                away = IconButton(
                    icon="delete-outline",
                    tooltip=_("Remove"),
                    key=f"medicine.dose.remove.{each.id}",
                )
                away.fbind(
                    "on_release",
                    lambda _button, one=each.id: self.presenter.remove_change(one),
                )
                box = BoxLayout(size_hint=(None, None), size=(dp(48), dp(48)))
                box.add_widget(away)
                row.right_widget = box
            group.add_widget(row)
        return group

    def _acts(self, *, past: bool) -> Widget:
        acts: list[tuple[str, str, str, Callable[[], object]]] = []
        if past:
            acts.append(("resume", "backup-restore", _("Taken again"), self.presenter.resume))
        else:
            acts += [
                ("dose", "tune-variant", _("Change the dose"), self._open_dose),
                ("stop", "stop", _("Stop"), self._open_stop),
            ]
        row = Flow(spacing=dp(8), line_spacing=dp(8))
        for key, icon, text, act in acts:
            button = TonalButton(text=text, icon=icon, key=f"medicine.{key}")
            button.fbind("on_release", lambda _button, act=act: act())
            row.add_widget(button)
        row.add_widget(remove_button(self.presenter.remove, key="medicine.remove"))
        return row

    def _open_change(self) -> None:
        if self.presenter.known is not None:
            MedicineForm(
                self.shell,
                self.presenter.edit,
                today=self.presenter.today,
                held=self.presenter.known,
            ).open()

    def _open_dose(self) -> None:
        if self.presenter.known is not None:
            DoseForm(self.shell, self.presenter).open()

    def _open_stop(self) -> None:
        known = self.presenter.known
        if known is not None:
            title = _("{name} stopped").format(name=known.name)
            StopForm(
                self.shell,
                title,
                self.presenter.stop,
                opened=self.presenter.known,
                today=self.presenter.today,
            ).open()


def build(
    services: Services, shell: Shell, medication_id: str, *, then_intake: str = ""
) -> MedicinePage:
    """Return the page of one medicine, to be pushed over the others."""
    return MedicinePage(services, shell, medication_id, then_intake=then_intake)
