"""Where a person saves what they take along."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from twitchlog import paths

if TYPE_CHECKING:
    from twitchlog.presenters.services import Services


def start_folder(services: Services) -> Path:
    """Return where the choice of a folder begins: where something was saved last, if it is there.

    Else it is the documents folder, or the person's own.
    """
    kept = services.settings.values.folder
    folder = Path(kept) if kept else paths.documents_folder()
    return folder if folder.is_dir() else Path.home()
