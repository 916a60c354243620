"""The recovery sheet: saved as a PDF where the person says, or handed to a printer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from twitchlog.background import Lane
from twitchlog.domain.changes import Changes
from twitchlog.presenters.privacy import CHANGED, has_sheet
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
    def has_sheet(self) -> bool:
        """Whether there is a sheet that opens the diary as it is now."""
        return has_sheet(self._services.diary, self._services.settings.values)

    @property
    def start(self) -> Path:
        """Where the choice of a folder begins."""
        return start_folder(self._services)

    def saved(self, path: Path, _sentence: str) -> None:
        """Take note that there is a sheet for this key, and say what to do with the file."""
        self._made()
        self._view.saved(
            path,
            _("Saved as {name} in {folder}. Print it, then delete the file.").format(
                name=path.name, folder=path.parent
            ),
        )

    def complain(self, sentence: str) -> None:
        """Say what did not work."""
        self._view.complain(sentence)

    def save(self, folder: Path) -> None:
        """Save the sheet in `folder`."""
        self._make(
            lambda make: save_as(
                self._services,
                self,
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
                done=self._printed,
                failed=say_to(self._view),
            )
        )

    def _printed(self, path: Path) -> None:
        self._made()
        self._view.prints(path)

    def _made(self) -> None:
        """Remember for which key there is a sheet: after a change of the password there is none."""
        key = self._services.diary.key
        self._services.settings.change(sheet=key.salt.hex() if key is not None else "")
        self._services.news.publish(Changes("", frozenset({CHANGED})))

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
