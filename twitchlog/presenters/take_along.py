"""Take the diary along: all of it in one file, or as tables for a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from twitchlog import paths
from twitchlog.diary.transfer import document, sheets
from twitchlog.presenters.saving import start_folder
from twitchlog.presenters.services import Complains
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from twitchlog.diary import Diary
    from twitchlog.presenters.services import Services


class TakeAlongView(Complains, Protocol):
    """What the presenter tells the page."""

    def busy(self, sentence: str) -> None:
        """Say what is being done; an empty sentence says that it is over."""
        ...

    def saved(self, sentence: str, folder: Path) -> None:
        """Say what was saved, and offer to show the folder it is in."""
        ...


class TakeAlongPresenter:
    """Saves the whole diary where the person says."""

    def __init__(self, services: Services, view: TakeAlongView) -> None:
        self._services, self._view = services, view

    @property
    def start(self) -> Path:
        """Where the choice of a folder begins."""
        return start_folder(self._services)

    def save_whole(self, folder: Path) -> None:
        """Write one file with everything into `folder`, under a name that is free."""
        day = self._services.clock.now().day.isoformat()
        target = paths.free_name(folder / f"TwitchLog {day}.json")

        def work(diary: Diary) -> Path:
            document.save(diary, target)
            return target

        self._save(work)

    def save_tables(self, folder: Path) -> None:
        """Write a new folder of CSV files into `folder`."""
        self._save(lambda diary: sheets.save(diary, folder))

    def _save(self, work: Callable[[Diary], Path]) -> None:
        self._view.busy(_("Saving…"))

        def done(path: Path) -> None:
            self._view.busy("")
            self._view.saved(_("Saved “{name}”.").format(name=path.name), path.parent)

        self._services.read(work, done, _Ending(self._view))


class _Ending:
    """A view that ends the waiting before it complains."""

    def __init__(self, view: TakeAlongView) -> None:
        self._view = view

    def complain(self, sentence: str) -> None:
        """Say what did not work."""
        self._view.busy("")
        self._view.complain(sentence)
