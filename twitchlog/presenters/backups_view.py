"""What the presenter of the backups asks of its pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from twitchlog.presenters.steps import Tells

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.presenters.backups_page import BackupDetail, BackupsPage


class BackupsView(Tells, Protocol):
    """What the presenter tells the pages."""

    def show(self, page: BackupsPage) -> None:
        """Show how the backups stand."""
        ...

    def show_backup(self, detail: BackupDetail | None) -> None:
        """Show one backup; None where none is chosen any more."""
        ...

    def busy(self, sentence: str) -> None:
        """Say what is being done; an empty sentence says that it is over."""
        ...

    def ask_password(self, name: str, sentence: str) -> None:
        """Ask for the password of the backup `name`; `sentence` says what was wrong before."""
        ...

    def hold_back(self, sentence: str, undo: Callable[[], None], gone: Callable[[], None]) -> None:
        """Offer `undo` for a while; `gone` is called once it is not offered any more."""
        ...
