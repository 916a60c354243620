"""Have a page printed: by a printer of this system, else by the program it has for PDFs."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from twitchlog.background import Lane
from twitchlog.presenters.services import Complains, say_to
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from twitchlog.presenters.services import Services
    from twitchlog.reports.printers import Printer, PrintJob


class PrintView(Complains, Protocol):
    """What asks which printer, and says what became of it."""

    def choose(self, printing: Printing, printers: tuple[Printer, ...]) -> None:
        """Ask which printer and how many copies."""
        ...

    def opens(self, path: Path, sentence: str) -> None:
        """Hand a file to the program the system has for it, and say so."""
        ...

    def printed(self, sentence: str) -> None:
        """Say where the page was sent."""
        ...


class Asked(Complains, Protocol):
    """Where it was asked which printer: open until one took the page."""

    def close(self) -> None:
        """Go: the page was taken."""
        ...


@dataclass(frozen=True, slots=True)
class Printing:
    """One page on its way to a printer; `done` is called once something took it."""

    services: Services
    view: PrintView
    job: PrintJob
    done: Callable[[], None] = lambda: None

    def begin(self) -> None:
        """Look which printers there are, and ask; where there is none, open the page instead."""
        from twitchlog.reports.printers import printers

        self.services.background.submit(
            Lane.DRAW, printers, done=self._found, failed=say_to(self.view)
        )

    def print(self, printer: Printer, copies: int, asked: Asked) -> None:
        """Hand the page to `printer`; `asked` goes then, or hears why it was not taken."""
        from twitchlog.reports.printers import hand_over, sent

        def taken(_nothing: None) -> None:
            self.done()
            asked.close()
            self.view.printed(sent(printer, copies))

        self.services.background.submit(
            Lane.DRAW,
            lambda: hand_over(self.job, printer, copies=copies),
            done=taken,
            failed=say_to(asked),
        )

    def open_instead(self) -> None:
        """Open the page in the program for PDFs, to be printed from there."""
        self._open(_("It opens in your PDF program. Print it from there."))

    def _found(self, printers: tuple[Printer, ...]) -> None:
        if printers:
            self.view.choose(self, printers)
        elif sys.platform == "win32":
            self._open(_("Your PDF program prints it."))
        else:
            self._open(
                _(
                    "No printer is set up on this computer. The page opens in your PDF program, to "
                    "be printed from there once there is one."
                )
            )

    def _open(self, sentence: str) -> None:
        """Open a private copy, which goes when the diary is locked or closed."""
        lend = self.services.diary.attachments.lend

        def opens(path: Path) -> None:
            self.done()
            self.view.opens(path, sentence)

        self.services.background.submit(
            Lane.DRAW,
            lambda: lend(self.job.name, self.job.content),
            done=opens,
            failed=say_to(self.view),
        )
