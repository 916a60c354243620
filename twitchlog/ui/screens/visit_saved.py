"""What can be done with a page that was saved, and with one that could not be."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from kivy.metrics import dp

from twitchlog.presenters.saving import start_folder
from twitchlog.translation import _
from twitchlog.ui import choosing, opening
from twitchlog.ui.screens.form import Titled, stack
from twitchlog.ui.widgets import focus
from twitchlog.ui.widgets.buttons import FilledButton
from twitchlog.ui.widgets.cards import NoticeCard
from twitchlog.ui.widgets.forms import line
from twitchlog.ui.widgets.lettering import Text
from twitchlog.ui.widgets.rows import ListRow, RowGroup

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from twitchlog.presenters.services import Complains, Services
    from twitchlog.presenters.visit_pages import PageMaker, SavedPage
    from twitchlog.ui.navigation import Shell
    from twitchlog.ui.widgets.sheets import SheetLayer


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
        self._layer: SheetLayer | None = None

    def saved(self, page: SavedPage) -> None:
        """Say where the page is, and offer to open, print and find it."""
        path = page.path
        opens = FilledButton(text=_("Open"), icon="open-in-new", tall=dp(56), size_hint_x=1,
                             key="saved.open")  # fmt: skip
        self._does(opens, partial(self._open, path))
        file = ListRow(icon="check-circle-outline", icon_ink="primary", title=path.name,
                       second=page.where, chevron=False, is_focusable=False)  # fmt: skip
        offers = [
            ("print", "printer-outline", _("Print"), self._pages.print),
            ("folder", "folder-outline", _("Show the folder"), partial(self._open, path.parent)),
            ("elsewhere", "content-save-outline", _("Save elsewhere"), self._save_elsewhere),
        ]
        quiet = RowGroup()
        for name, icon, words, act in offers:
            if name != "print" or path.suffix == ".pdf":
                row = ListRow(icon=icon, title=words, title_role="body_large", tall=dp(56),
                              chevron=False, key=f"saved.{name}")  # fmt: skip
                self._does(row, act)
                quiet.add_widget(row)
        column = stack(padding=(dp(16), 0, dp(16), dp(16)), spacing=dp(12))
        notes = Text(text=" ".join(page.notes), ink="on_surface_variant")
        for widget in (file, line(notes, padding=(dp(56), 0, dp(16), 0)), line(opens), quiet):
            column.add_widget(widget)
        sheet = Titled(_("The summary is saved"), column, close=self._leave)
        self._layer = self._shell.open_sheet(sheet)
        if focus.by_keyboard():
            focus.take(opens)

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

    def _does(self, button: Any, act: Callable[[], None]) -> None:
        """Let a button close the sheet, then do what it says."""

        def do(_button: object) -> None:
            self._leave()
            act()

        button.fbind("on_release", do)

    def _leave(self) -> None:
        if self._layer is not None:
            self._layer.close()
            self._layer = None

    def _open(self, path: Path) -> None:
        opening.open_behind(self._services, lambda: path, self._view)

    def _save_elsewhere(self) -> None:
        choosing.ask_folder(
            self._shell,
            start_folder(self._services),
            title=_("Save where"),
            chosen=self._pages.save_again,
        )
