"""A dose recorded from anywhere: a sheet with the medicines taken now, one tap each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kivy.metrics import dp

from twitchlog.presenters.medicines import TakingPresenter
from twitchlog.presenters.steps import Steps
from twitchlog.translation import _
from twitchlog.ui.screens.following import tell
from twitchlog.ui.screens.form import Titled, stack
from twitchlog.ui.widgets.buttons import TextButton
from twitchlog.ui.widgets.chips import Chip
from twitchlog.ui.widgets.flow import Flow
from twitchlog.ui.widgets.forms import Choices, Question
from twitchlog.ui.widgets.lettering import Text

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from kivy.uix.boxlayout import BoxLayout

    from twitchlog.presenters.medicines import Taken
    from twitchlog.presenters.services import Services
    from twitchlog.ui.navigation import Shell
    from twitchlog.ui.widgets.sheets import SheetLayer


class Taking:
    """Opens the sheet; `open_medicines` is the way to add one and to all that is known of them."""

    def __init__(
        self, services: Services, shell: Shell, *, open_medicines: Callable[[], None]
    ) -> None:
        self._services, self._shell, self._open_medicines = services, shell, open_medicines
        self._presenter = TakingPresenter(services, self)
        self._hours = Choices(key="taking.hour")
        self._hours.fbind("on_pick", lambda _row, hour: self._choose(hour))
        self._steps = Steps(services, self)
        self._layer: SheetLayer | None = None

    def open(self, day: date | None = None) -> None:
        """Read the medicines, then show them; where there are none, go where one is added.

        Of a `day` gone by, the hour is asked too.
        """
        if day is not None:
            self._presenter = TakingPresenter(self._services, self, day)
        self._presenter.refresh()

    def show(self, medicines: tuple[Taken, ...]) -> None:
        """Show the medicines taken now."""
        if not medicines:
            self._open_medicines()
            return
        sheet = stack(padding=(dp(24), 0, dp(24), dp(16)), spacing=dp(16))
        if self._presenter.hours:
            self._hours.show(self._presenter.hours)
            sheet.add_widget(Question(_("When"), self._hours))
        for each in medicines:
            sheet.add_widget(self._medicine(each))
        every = TextButton(text=_("All medicines"), icon="pill", key="taking.all")
        every.fbind("on_release", lambda _button: self._leave(self._open_medicines))
        sheet.add_widget(every)
        titled = Titled(self._presenter.title, sheet, close=lambda: self._leave(lambda: None))
        self._layer = self._shell.open_sheet(titled)

    def recorded(self, sentence: str, intake: str, medication: str) -> None:
        """Say what was recorded, with a way to its details and back."""
        self._leave(lambda: None)
        self._shell.snack(
            sentence,
            [
                (_("Details"), lambda: self._open_details(medication, intake)),
                (_("Undo"), self._steps.undo),
            ],
        )

    def tell(self, sentence: str, *, undo: bool = True, redo: bool = False) -> None:
        """Say what was changed, with a way back."""
        tell(self._shell, self._steps, sentence, undo=undo, redo=redo)

    def complain(self, sentence: str) -> None:
        """Say what did not work."""
        self._shell.snack(sentence)

    def _medicine(self, each: Taken) -> BoxLayout:
        box = stack(spacing=dp(4))
        box.add_widget(Text(text=each.row.title, role="title_small"))
        box.add_widget(Text(text=each.row.second, ink="on_surface_variant"))
        chips = Flow(spacing=dp(8))
        for kind, text in each.taps:
            chip = Chip(text=text, toggles=False, key=f"taking.{each.row.id}.{kind}")
            chip.fbind(
                "on_release", lambda _chip, kind=kind: self._presenter.take(each.row.id, kind)
            )
            chips.add_widget(chip)
        box.add_widget(chips)
        return box

    def _choose(self, hour: int) -> None:
        self._presenter.hour = hour
        self._hours.show(self._presenter.hours)

    def _open_details(self, medication: str, intake: str) -> None:
        from twitchlog.ui.screens import medicine

        page = medicine.build(self._services, self._shell, medication, then_intake=intake)
        self._shell.push(page)

    def _leave(self, then: Callable[[], None]) -> None:
        if self._layer is not None:
            self._layer.close()
            self._layer = None
        then()
