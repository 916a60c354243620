"""What can be done with a page that was saved, and with one that could not be."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from twitchlog.presenters.saving import start_folder
from twitchlog.translation import _
from twitchlog.ui import choosing, opening
from twitchlog.ui.dialogs import Dialog
from twitchlog.ui.widgets.cards import NoticeCard

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from twitchlog.presenters.services import Complains, Services
    from twitchlog.ui.navigation import Shell


class SavedPages:
    """Opens, prints and shows where saved pages are; `save` saves in a folder, None for the usual.

    What does not work is told to `view`.
    """

    def __init__(
        self,
        services: Services,
        shell: Shell,
        save: Callable[[Path | None], None],
        view: Complains,
    ) -> None:
        self._services, self._shell, self._save, self._view = services, shell, save, view
        self._prints = False

    def save_and_print(self) -> None:
        """Save the page and print it at once."""
        self._prints = True
        self._save(None)

    def saved(self, path: Path, sentence: str) -> None:
        """Say where the page is, and offer to open and to print it."""
        if self._prints:
            self._prints = False
            self._print(path)
            return
        actions = [
            (_("Save elsewhere"), self._save_elsewhere),
            (_("Show the folder"), partial(self._open, path.parent)),
            (_("Print"), partial(self._print, path)),
            (_("Open"), partial(self._open, path)),
        ]
        if path.suffix != ".pdf":
            del actions[2]
        self._shell.open_dialog(
            Dialog(title=_("The summary is saved"), text=sentence, actions=actions)
        )

    def failure(self, sentence: str) -> NoticeCard:
        """Return a card that says what happened, what is safe, and what to do."""
        self._prints = False
        return NoticeCard(
            kind="error",
            title=_("The summary was not saved"),
            text=_("{why} Your diary is safe and nothing in it has changed.").format(why=sentence),
            actions=[
                (_("Show the folder"), lambda: self._open(start_folder(self._services))),
                (_("Save elsewhere"), self._save_elsewhere),
            ],
            key="visit.failure",
        )

    def _print(self, path: Path) -> None:
        opening.print_behind(self._services, path, self._view)
        self._shell.snack(_("It opens in your PDF program. Print it from there."))

    def _open(self, path: Path) -> None:
        opening.open_behind(self._services, lambda: path, self._view)

    def _save_elsewhere(self) -> None:
        choosing.ask_folder(
            self._shell,
            start_folder(self._services),
            title=_("Save where"),
            chosen=self._save,
        )
