"""Print a page: a small sheet with the printers there are, or the program for PDFs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kivy.metrics import dp

from twitchlog.presenters.printing import Printing
from twitchlog.reports.printers import MOST_COPIES
from twitchlog.translation import _, ngettext
from twitchlog.ui import opening
from twitchlog.ui.screens.form import Form
from twitchlog.ui.widgets.buttons import TextButton
from twitchlog.ui.widgets.lettering import Text
from twitchlog.ui.widgets.rows import ListRow, RowGroup
from twitchlog.ui.widgets.switches import Stepper

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from twitchlog.presenters.services import Services
    from twitchlog.reports.printers import Printer, PrintJob
    from twitchlog.ui.navigation import Shell


class Printers:
    """Asks which printer is to have a page, and says what became of it."""

    def __init__(self, services: Services, shell: Shell) -> None:
        self._services, self._shell = services, shell

    def print(self, job: PrintJob, done: Callable[[], None] = lambda: None) -> None:
        """Have a page printed; `done` is called once a printer or a program took it."""
        Printing(self._services, self, job, done).begin()

    def choose(self, printing: Printing, printers: tuple[Printer, ...]) -> None:
        """Show the sheet."""
        PrintForm(self._shell, printing, printers).open()

    def opens(self, path: Path, sentence: str) -> None:
        """Hand it to the system's program for PDFs."""
        opening.print_behind(self._services, path, self)
        self._shell.snack(sentence)

    def printed(self, sentence: str) -> None:
        """Say where it was sent."""
        self._shell.snack(sentence)

    def complain(self, sentence: str) -> None:
        """Say what did not work."""
        self._shell.snack(sentence)


class PrintForm(Form):
    """The printers, the usual one chosen, and how many copies; or the program for PDFs instead."""

    def __init__(self, shell: Shell, printing: Printing, printers: tuple[Printer, ...]) -> None:
        super().__init__(shell, _("Print"), save=self._print, key="print", action=_("Print"))
        self._printing, self._chosen = printing, printers[0]
        self._rows: dict[Printer, ListRow] = {}
        group = RowGroup()
        for printer in printers:
            row = ListRow(
                title=printer.shown,
                second=_("The usual one") if printer.usual else "",
                title_role="body_large",
                chevron=False,
                tall=dp(52),
                key=f"print.on.{printer.name}",
            )
            row.fbind("on_release", lambda _row, printer=printer: self._choose(printer))
            self._rows[printer] = row
            group.add_widget(row)
        self._copies = Stepper(
            value=1,
            start=1,
            lowest=1,
            highest=MOST_COPIES,
            words=lambda n: ngettext("{n} copy", "{n} copies", int(n)).format(n=int(n)),
            key="print.copies",
        )
        paper = Text(
            text=_("On {paper} paper").format(paper=printing.job.media),
            ink="on_surface_variant",
        )
        instead = TextButton(
            text=_("Open it in a PDF program instead"), icon="open-in-new", key="print.instead"
        )
        instead.fbind("on_release", lambda _button: self._open())
        self.add(group, self._copies, paper, instead)
        self._choose(self._chosen)

    def _choose(self, chosen: Printer) -> None:
        self._chosen = chosen
        for printer, row in self._rows.items():
            row.icon = "radiobox-marked" if printer == chosen else "radiobox-blank"
            row.icon_ink = "primary" if printer == chosen else "on_surface_variant"

    def _print(self) -> None:
        self._keep.disabled = True
        self._printing.print(self._chosen, int(self._copies.value), self)

    def complain(self, sentence: str) -> None:
        """Say why it was not printed; another printer can be chosen."""
        self._keep.disabled = False
        super().complain(sentence)

    def _open(self) -> None:
        self.close()
        self._printing.open_instead()
