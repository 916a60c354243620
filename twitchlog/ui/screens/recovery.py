"""The recovery sheet: what it is for, and where it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from twitchlog.presenters.recovery import RecoveryPresenter
from twitchlog.translation import _
from twitchlog.ui import choosing, opening
from twitchlog.ui.printing import Printers
from twitchlog.ui.screens.pages import Page
from twitchlog.ui.widgets.buttons import TonalButton, emphasise
from twitchlog.ui.widgets.cards import Card
from twitchlog.ui.widgets.flow import Flow
from twitchlog.ui.widgets.lettering import Text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from twitchlog.presenters.services import Services
    from twitchlog.reports.printers import PrintJob
    from twitchlog.ui.navigation import Shell


class RecoveryCard(Card):
    """A card that says what the sheet is for, and saves or prints it.

    Until there is a sheet, saving one is the main thing to do; `made` is called once there is. One
    that is not `titled` stands on the page of that name.
    """

    def __init__(
        self,
        services: Services,
        shell: Shell,
        *,
        made: Callable[[], None] = lambda: None,
        titled: bool = True,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self._services, self._shell, self._made = services, shell, made
        self.presenter = RecoveryPresenter(services, self)
        buttons = Flow(line_spacing=self.spacing)
        self._save = TonalButton(text=_("Save"), icon="content-save-outline", key="recovery.save")
        self._save.fbind("on_release", lambda _button: self._ask())
        emphasise(self._save, main=not self.presenter.has_sheet)
        prints = TonalButton(text=_("Print"), icon="printer-outline", key="recovery.print")
        prints.fbind("on_release", lambda _button: self.presenter.print())
        for button in (self._save, prints):
            buttons.add_widget(button)
        if titled:
            self.add_widget(Text(text=_("Recovery sheet"), role="title"))
        for widget in (
            Text(
                text=_(
                    "A page with a key that opens the diary when the password is forgotten. "
                    "Whoever has it and your diary's file can read all of it: print it, keep it "
                    "with your papers, and leave no copy on this computer."
                ),
                ink="on_surface_variant",
            ),
            buttons,
        ):
            self.add_widget(widget)

    def saved(self, path: Path, sentence: str) -> None:
        """Say where it was saved, and offer to show it there."""
        self._there_is_one()
        show = (_("Show the folder"), lambda: self._open(path.parent))
        self._shell.snack(sentence, [show])

    def prints(self, job: PrintJob, done: Callable[[], None]) -> None:
        """Have it printed."""

        def taken() -> None:
            done()
            self._there_is_one()

        Printers(self._services, self._shell).print(job, taken)

    def complain(self, sentence: str) -> None:
        """Say what did not work."""
        self._shell.snack(sentence)

    def _there_is_one(self) -> None:
        emphasise(self._save, main=False)
        self._made()

    def _open(self, folder: Path) -> None:
        opening.open_behind(self._services, lambda: folder, self)

    def _ask(self) -> None:
        choosing.ask_folder(
            self._shell, self.presenter.start, title=_("Save where"), chosen=self.presenter.save
        )


class RecoveryPage(Page):
    """The card on a page of its own."""

    def __init__(self, services: Services, shell: Shell) -> None:
        super().__init__(shell, _("Recovery sheet"), key="recovery")
        after = Text(
            text=_("After a change of the password an older sheet opens nothing: make a new one."),
            ink="on_surface_variant",
        )
        self.hold(RecoveryCard(services, shell, titled=False), after)
