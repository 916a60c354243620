"""The recovery sheet: saved as a PDF where the person says, or handed to a printer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from twitchlog.background import Lane
from twitchlog.presenters.saving import Saves, save_as, start_folder
from twitchlog.presenters.services import say_to
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from twitchlog.diary import Diary
    from twitchlog.presenters.services import Services

NAME = "twitchlog-recovery-sheet.pdf"


class RecoveryView(Saves, Protocol):
    """What the presenter tells the page."""

    def prints(self, path: Path) -> None:
        """Hand this file to the system's program for PDFs."""
        ...


class RecoveryPresenter:
    """Has the sheet made, off the UI thread."""

    def __init__(self, services: Services, view: RecoveryView) -> None:
        self._services, self._view = services, view

    @property
    def start(self) -> Path:
        """Where the choice of a folder begins."""
        return start_folder(self._services)

    def save(self, folder: Path) -> None:
        """Save the sheet in `folder`."""
        self._make(
            lambda make: save_as(
                self._services,
                self._view,
                folder / NAME,
                make,
                not_saved=_("The recovery sheet was not saved. {why}"),
            )
        )

    def print(self) -> None:
        """Have it printed, from a private copy that goes when the diary is locked or closed."""
        lend = self._services.diary.attachments.lend
        self._make(
            lambda make: self._services.background.submit(
                Lane.DRAW,
                lambda: lend(NAME, make()),
                done=self._view.prints,
                failed=say_to(self._view),
            )
        )

    def _make(self, then: Callable[[Callable[[], bytes]], None]) -> None:
        """Read what the sheet says; `then` is given what makes it, for another lane."""

        def read(diary: Diary) -> Callable[[], bytes]:
            key, paper = diary.password.recovery_key(), diary.profile.get().paper
            name, made = diary.path.name, diary.clock.now().day

            def make() -> bytes:
                from twitchlog.reports.visit.recovery import recovery_sheet

                return recovery_sheet(key, name=name, made=made, paper=paper)

            return make

        self._services.read(read, then, self._view)
