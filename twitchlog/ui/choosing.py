"""Ask for a file or a folder: with the system's own dialog, else on a page of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kivy.clock import Clock

from twitchlog.ui import opening
from twitchlog.ui.screens.folders import FilePage, FolderPage

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kivy.uix.widget import Widget

    from twitchlog.ui.navigation import Shell


def ask_folder(
    shell: Shell, start: Path, *, title: str, chosen: Callable[[Path], None], take: str = ""
) -> None:
    """Ask for a folder; `chosen` is called with it on the UI thread, or not at all.

    `take` are the words on the button that takes it, where nothing is saved there at once.
    """
    try:
        opening.choose_folder(start, title, _on_ui(chosen))
    except LookupError:
        _open_page(shell, FolderPage, start, title=title, chosen=chosen, take=take)


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
        _open_page(shell, FilePage, start, title=title, endings=endings, chosen=chosen)


def _open_page(shell: Shell, page: Callable[..., Widget], start: Path, **asked: Any) -> None:
    """Show our own page; over a sheet or a dialog, where a page would lie below it, in a sheet."""
    if not shell.open_layers:
        shell.push(page(start, leave=shell.pop, **asked))
        return
    shell.open_sheet(page(start, leave=shell.close_sheet, **asked))


def _on_ui(chosen: Callable[[Path], None]) -> Callable[[Path | None], None]:
    def found(path: Path | None) -> None:
        if path is not None:
            Clock.schedule_once(lambda _seconds: chosen(path))

    return found
