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
    from pathlib import Path

    from twitchlog.presenters.services import Complains, Services
    from twitchlog.presenters.visit_pages import PageMaker
    from twitchlog.ui.navigation import Shell


class SavedPages:
    """Opens, prints and shows where saved pages are; `pages` makes them anew.

    What does not work is told to `view`.
    """

    def __init__(
        self,
        services: Services,
        shell: Shell,
        pages: PageMaker,
        view: Complains,
    ) -> None:
        self._services, self._shell, self._pages, self._view = services, shell, pages, view

    def saved(self, path: Path, sentence: str) -> None:
        """Say where the page is, and offer to open and to print it."""
        actions = [
            (_("Save elsewhere"), self._save_elsewhere),
            (_("Show the folder"), partial(self._open, path.parent)),
            (_("Print"), self._pages.print),
            (_("Open"), partial(self._open, path)),
        ]
        if path.suffix != ".pdf":
            del actions[2]
        self._shell.open_dialog(
            Dialog(title=_("The summary is saved"), text=sentence, actions=actions)
        )

    def failure(self, sentence: str) -> NoticeCard:
        """Return a card that says what happened, what is safe, and what to do."""
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

    def _open(self, path: Path) -> None:
        opening.open_behind(self._services, lambda: path, self._view)

    def _save_elsewhere(self) -> None:
        choosing.ask_folder(
            self._shell,
            start_folder(self._services),
            title=_("Save where"),
            chosen=self._pages.save_again,
        )
