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
    from twitchlog.reports.printers import PrintJob

NAME = "twitchlog-recovery-sheet.pdf"


class RecoveryView(Saves, Protocol):
    """What the presenter tells the page."""

    def prints(self, job: PrintJob, done: Callable[[], None]) -> None:
        """Have it printed, and call `done` once it is."""
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
                lambda: make().content,
                not_saved=_("The recovery sheet was not saved. {why}"),
            )
        )

    def print(self) -> None:
        """Have it made for a printer, and take note of it once something took it."""
        self._make(
            lambda make: self._services.background.submit(
                Lane.DRAW,
                make,
                done=lambda job: self._view.prints(job, self._made),
                failed=say_to(self._view),
            )
        )

    def _made(self) -> None:
        """Remember for which key there is a sheet: after a change of the password there is none."""
        key = self._services.diary.key
        self._services.settings.change(sheet=key.salt.hex() if key is not None else "")
        self._services.news.publish(Changes("", frozenset({CHANGED})))

    def _make(self, then: Callable[[Callable[[], PrintJob]], None]) -> None:
        """Read what the sheet says; `then` is given what makes it, for another lane."""

        def read(diary: Diary) -> Callable[[], PrintJob]:
            key, paper = diary.password.recovery_key(), diary.profile.get().paper
            name, made = diary.path.name, diary.clock.now().day

            def make() -> PrintJob:
                from twitchlog.reports.printers import PrintJob
                from twitchlog.reports.visit.recovery import recovery_sheet

                content = recovery_sheet(key, name=name, made=made, paper=paper)
                return PrintJob(NAME, content, paper)

            return make

        self._services.read(read, then, self._view)
