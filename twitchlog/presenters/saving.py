"""Where a person saves what they take along."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from twitchlog import paths
from twitchlog.background import Lane
from twitchlog.domain.errors import ReportNotSaved
from twitchlog.presenters.services import Complains, say_to
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.presenters.services import Services


class Saves(Complains, Protocol):
    """A view that is told of a file that was saved."""

    def saved(self, path: Path, sentence: str) -> None:
        """Say where it was saved."""
        ...


def start_folder(services: Services) -> Path:
    """Return where the choice of a folder begins: where something was saved last, if it is there.

    Else it is the documents folder, or the person's own.
    """
    kept = services.settings.values.folder
    folder = Path(kept) if kept else paths.documents_folder()
    return folder if folder.is_dir() else Path.home()


def save_as(
    services: Services,
    view: Saves,
    wanted: Path,
    make: Callable[[], bytes],
    *,
    not_saved: str,
) -> None:
    """Save what `make` returns, off the UI thread, at `wanted` or under a name beside it.

    The folder is remembered. `not_saved` is the sentence for the view where that fails, which takes
    `why`.
    """

    def write() -> Path:
        from twitchlog.reports.files import write_whole

        path = paths.free_name(wanted)
        write_whole(make(), path)
        return path

    def done(path: Path) -> None:
        services.settings.change(folder=str(path.parent))
        view.saved(
            path,
            _("Saved as {name} in {folder}, not encrypted.").format(
                name=path.name, folder=path.parent
            ),
        )

    def failed(problem: Exception) -> None:
        if isinstance(problem, ReportNotSaved):
            view.complain(not_saved.format(why=problem.sentence))
        else:
            say_to(view)(problem)

    services.background.submit(Lane.DRAW, write, done=done, failed=failed)
