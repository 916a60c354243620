"""Take the diary along: one file with everything, or tables for a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from twitchlog.presenters.take_along import TakeAlongPresenter
from twitchlog.translation import _
from twitchlog.ui import choosing
from twitchlog.ui.screens.pages import Page
from twitchlog.ui.widgets.buttons import TonalButton
from twitchlog.ui.widgets.cards import Card
from twitchlog.ui.widgets.lettering import Text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from twitchlog.presenters.services import Services
    from twitchlog.ui.navigation import Shell


class TakeAlongPage(Page):
    """Two cards, each with its button; the folder is asked for."""

    def __init__(
        self,
        services: Services,
        shell: Shell,
        open_folder: Callable[[Path], None],
        **kwargs: Any,
    ) -> None:
        super().__init__(shell, _("Take your diary along"), key="along", **kwargs)
        self._open_folder = open_folder
        self.presenter = presenter = TakeAlongPresenter(services, self)
        self._busy = Text(ink="on_surface_variant")
        self._buttons: list[TonalButton] = []
        whole = self._card(
            _("The whole diary"),
            _(
                "One file with every entry, what is in the bin, and your photos and other files. "
                "“Bring entries in” reads it again, here or on another computer; nothing is lost "
                "and nothing comes twice."
            ),
            _("Save the whole diary"),
            "along.whole",
            presenter.save_whole,
        )
        tables = self._card(
            _("For a spreadsheet"),
            _(
                "A folder of tables (CSV) with one line an entry, and one of your days, in which a "
                "day not logged is empty and not a zero."
            ),
            _("Save as tables"),
            "along.tables",
            presenter.save_tables,
        )
        plain = Text(
            text=_("What you save is not encrypted: who can open the file can read it."),
            ink="on_surface_variant",
        )
        self.hold(whole, tables, plain, self._busy)

    def busy(self, sentence: str) -> None:
        """Say what is being done; an empty sentence says that it is over."""
        self._busy.text = sentence
        for button in self._buttons:
            button.disabled = bool(sentence)

    def saved(self, sentence: str, folder: Path) -> None:
        """Say what was saved, and offer to show the folder it is in."""
        self.shell.snack(sentence, [(_("Show the folder"), lambda: self._open_folder(folder))])

    def complain(self, sentence: str) -> None:
        """Say what did not work."""
        self.shell.snack(sentence)

    def _card(
        self, title: str, text: str, action: str, key: str, save: Callable[[Path], None]
    ) -> Card:
        button = TonalButton(text=action, icon="content-save-outline", key=key)
        button.fbind("on_release", lambda _button: self._ask(save))
        self._buttons.append(button)
        card = Card()
        card.add_widget(Text(text=title, role="title"))
        card.add_widget(Text(text=text, ink="on_surface_variant"))
        card.add_widget(button)
        return card

    def _ask(self, save: Callable[[Path], None]) -> None:
        choosing.ask_folder(self.shell, self.presenter.start, title=_("Save where"), chosen=save)


def build(services: Services, shell: Shell, open_folder: Callable[[Path], None]) -> TakeAlongPage:
    """Return the page; `open_folder` shows a folder with the system's program."""
    return TakeAlongPage(services, shell, open_folder)
