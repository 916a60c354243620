"""The backups there are, and making one now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from twitchlog.translation import _
from twitchlog.ui.screens.pages import Page
from twitchlog.ui.widgets.buttons import IconButton, TonalButton
from twitchlog.ui.widgets.cards import EmptyState
from twitchlog.ui.widgets.lettering import Text
from twitchlog.ui.widgets.rows import ListRow, RowGroup

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from twitchlog.presenters.settings import SettingsPage, SettingsPresenter
    from twitchlog.ui.navigation import Shell


class BackupsPage(Page):
    """The backups with their date, entries and size."""

    def __init__(
        self,
        shell: Shell,
        presenter: SettingsPresenter,
        open_folder: Callable[[Path], None],
        **kwargs: Any,
    ) -> None:
        super().__init__(shell, _("Backups"), key="backups", **kwargs)
        self._presenter = presenter
        folder = IconButton(
            icon="folder-outline", tooltip=_("Show the folder"), key="backups.folder"
        )
        folder.fbind("on_release", lambda _button: open_folder(presenter.backup_folder))
        self.bar.add_widget(folder)
        self._now = TonalButton(
            text=_("Back up now"), icon="backup-restore", size_hint_x=1, key="backups.now"
        )
        self._now.fbind("on_release", lambda _button: presenter.back_up())
        self._words = Text(
            text=_(
                "A whole copy of your diary is made each time you close the program after a "
                "change, and every half hour while it is open. Older ones are thinned out."
            ),
            ink="on_surface_variant",
        )
        self._none = EmptyState(
            icon="shield-check-outline",
            title=_("No backup yet"),
            text=_("The first one is made when you close the program, or now."),
        )

    def show(self, page: SettingsPage) -> None:
        """Show the backups there are."""
        group = RowGroup()
        for backup in page.backups:
            group.add_widget(
                ListRow(
                    icon="shield-check-outline",
                    title=backup.title,
                    second=backup.second,
                    chevron=False,
                    is_focusable=False,
                )
            )
        self.hold(self._now, self._words, group if page.backups else self._none)
