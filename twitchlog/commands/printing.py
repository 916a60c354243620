"""Choose a printer by its name, and hand the page to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twitchlog.commands.output import say
from twitchlog.domain.errors import BadInput, NotPrinted
from twitchlog.translation import _

if TYPE_CHECKING:
    from twitchlog.reports.printers import Printer
    from twitchlog.reports.visit.forms import Prepared


def chosen(asked: str | None, copies: int) -> Printer:
    """Return the printer of that name, or the usual or only one; raise BadInput, NotPrinted."""
    from twitchlog.reports.printers import MOST_COPIES, printers

    if not 1 <= copies <= MOST_COPIES:
        raise BadInput(_("Copies are 1 to {most}.").format(most=MOST_COPIES))
    found = printers()
    if not found:
        raise NotPrinted(
            _(
                "No printer is set up on this computer. Save the page with --out, and print it "
                "from a PDF program."
            )
        )
    names = ", ".join(each.name for each in found)
    if asked is not None:
        wanted = asked.strip().casefold()
        for each in found:
            if wanted in {each.name.casefold(), each.shown.casefold()}:
                return each
        raise BadInput(
            _("There is no printer “{asked}”. Choose one of: {names}.").format(
                asked=asked[:60], names=names
            )
        )
    if len(found) > 1 and not found[0].usual:
        raise BadInput(
            _("No printer is the usual one. Say which with --printer: {names}.").format(names=names)
        )
    return found[0]


def send(page: Prepared, printer: Printer, copies: int, *, paper: str) -> None:
    """Print a page laid out for that paper and say so; raise NotPrinted."""
    from twitchlog.reports.printers import PrintJob, hand_over, sent

    hand_over(PrintJob(page.name, page.content(), paper), printer, copies=copies)
    say(sent(printer, copies))
