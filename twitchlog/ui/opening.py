"""Open a file or a folder with the program the system has for it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from twitchlog import paths
from twitchlog.background import Lane
from twitchlog.domain.errors import TwitchLogError
from twitchlog.presenters.services import say_to
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from twitchlog.presenters.services import Complains, Services


_opened: Final[list[subprocess.Popen[bytes]]] = []
"""What was started and may still run; the ended ones are let go with the next."""


def opener() -> list[str] | None:
    """Return the command that opens a path on this system, or None where there is none.

    Windows has no command for it; there a function of Python does it.
    """
    name = "open" if sys.platform == "darwin" else "xdg-open"
    found = shutil.which(name)
    return [found] if found else None


def open_behind(services: Services, find: Callable[[], Path], view: Complains) -> None:
    """Find a path and open it, off the UI thread; what did not work is told to `view`."""
    services.background.submit(Lane.DRAW, lambda: open_path(find()), failed=say_to(view))


def print_behind(services: Services, path: Path, view: Complains) -> None:
    """Have a PDF printed, off the UI thread; what did not work is told to `view`."""
    services.background.submit(Lane.DRAW, lambda: print_path(path), failed=say_to(view))


def open_path(path: Path) -> None:
    """Open `path`; raise TwitchLogError where nothing can. To be called off the UI thread."""
    if not path.exists():
        raise TwitchLogError(_("{name} is not there any more.").format(name=path.name))
    failed = TwitchLogError(
        _("No program was found to open it. It is here: {path}").format(path=path)
    )
    if sys.platform == "win32":
        try:
            os.startfile(path)  # noqa: S606 - a path of our own, and no shell in between
        except OSError as problem:
            raise failed from problem
        return
    command = opener()
    if command is None:
        raise failed
    try:
        _opened[:] = [each for each in _opened if each.poll() is None]
        # Its own session: what was opened outlives this program.
        started = subprocess.Popen(  # noqa: S603 - a found program and a path, without a shell
            [*command, str(path)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            umask=paths.usual_umask(),
        )
    except OSError as problem:
        raise failed from problem
    _opened.append(started)


def print_path(path: Path) -> None:
    """Hand a PDF to the system to print it, else open it, to be printed from there.

    Windows prints with the program it has for PDFs; elsewhere it is opened, so that the printer
    and the paper can be chosen. Raises TwitchLogError as `open_path` does.
    """
    if sys.platform == "win32":
        try:
            os.startfile(path, "print")  # noqa: S606 - a path of our own, and no shell in between
        except OSError:
            open_path(path)
        return
    open_path(path)


def choose_folder(start: Path, title: str, found: Callable[[Path | None], None]) -> None:
    """Ask with the system's own dialog for a folder, in a thread of its own.

    `found` is called on that thread with the folder, or None where nothing was chosen; it raises
    LookupError at once where this system has no such dialog.
    """
    _ask(found, lambda ask: ask.choose_folder(title=title, start_dir=str(start)))


def choose_file(
    start: Path, title: str, endings: Sequence[str], found: Callable[[Path | None], None]
) -> None:
    """Ask with the system's own dialog for a file with one of `endings`, otherwise the same."""
    shown = [f"*{each}" for ending in endings for each in (ending, ending.upper())]
    _ask(found, lambda ask: ask.open_file(title=title, start_dir=str(start), filter=shown))


def _ask(found: Callable[[Path | None], None], how: Callable[[Any], object]) -> None:
    try:
        import crossfiledialog
    except Exception as problem:  # its own error class cannot be imported without a helper
        raise LookupError(str(problem)) from problem

    def ask() -> None:
        try:
            chosen = how(crossfiledialog)
        except Exception:  # noqa: BLE001 - a helper that fails is a dialog that was closed
            chosen = None
        found(_path(chosen))

    threading.Thread(target=ask, name="file-dialog", daemon=True).start()


def _path(chosen: object) -> Path | None:
    return Path(chosen.strip()) if isinstance(chosen, str) and chosen.strip() else None
