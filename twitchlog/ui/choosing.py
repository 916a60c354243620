"""Ask for a file or a folder: with the system's own dialog, else on a page of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kivy.clock import Clock

from twitchlog.ui import opening
from twitchlog.ui.screens.folders import FilePage, FolderPage

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from twitchlog.ui.navigation import Shell


def ask_folder(shell: Shell, start: Path, *, title: str, chosen: Callable[[Path], None]) -> None:
    """Ask for a folder; `chosen` is called with it on the UI thread, or not at all."""
    try:
        opening.choose_folder(start, title, _on_ui(chosen))
    except LookupError:
        shell.push(FolderPage(start, title=title, chosen=chosen, leave=shell.pop))


def ask_file(
    shell: Shell,
    start: Path,
    *,
    title: str,
    endings: tuple[str, ...],
    chosen: Callable[[Path], None],
) -> None:
    """Ask for a file whose name has one of `endings` (`.csv`), in either case; else as above."""
    try:
        opening.choose_file(start, title, endings, _on_ui(chosen))
    except LookupError:
        shell.push(FilePage(start, title=title, endings=endings, chosen=chosen, leave=shell.pop))


def _on_ui(chosen: Callable[[Path], None]) -> Callable[[Path | None], None]:
    def found(path: Path | None) -> None:
        if path is not None:
            Clock.schedule_once(lambda _seconds: chosen(path))

    return found
