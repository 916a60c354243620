"""Save the page as a PDF, whole or not at all."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from twitchlog.reports.files import write_whole
from twitchlog.reports.visit.locking import checked_password, locked, what_it_protects
from twitchlog.reports.visit.press import (
    OPEN_TO_LOCKS,
    STANDARD_NAMES,
    Document,
    compose,
    pictures,
)
from twitchlog.reports.visit.saved import SavedReport, default_name
from twitchlog.translation import _

if TYPE_CHECKING:
    from pathlib import Path

    from twitchlog.reports.visit.annex import Annex
    from twitchlog.reports.visit.summary import VisitSummary

__all__ = [
    "STANDARD_NAMES", "Document", "SavedReport",
    "compose", "default_name", "pictures", "printed", "write_pdf",
]  # fmt: skip


def write_pdf(
    summary: VisitSummary,
    path: Path,
    *,
    paper: str | None = None,
    annex: Annex | None = None,
    password: str = "",
) -> SavedReport:
    """Write the page to `path` on `a4` or `letter` paper; None means the person's own choice.

    The `annex` follows the page; with a `password` the file opens with that alone. The file is
    complete or not there, and its owner's alone to read: it is written beside its place and moved
    into it. Raises BadInput for a password that cannot be, and ReportNotSaved with a sentence
    when the file cannot be written.
    """
    made = printed(summary, paper=paper, annex=annex, password=password)
    write_whole(made.content, path)
    notes = []
    if made.unknown:
        notes.append(_("Some letters cannot be printed; [?] stands in their place."))
    if made.pages > 1:
        notes.append(_("Not all of it fits on one page; the rest is on page 2."))
    if password:
        notes.append(what_it_protects())
    return SavedReport(path, made.all_pages, made.standard, tuple(notes))


def printed(
    summary: VisitSummary,
    *,
    paper: str | None = None,
    annex: Annex | None = None,
    password: str = "",
) -> Document:
    """Return the finished document, locked where there is a password; raise as `write_pdf`.

    A locked file cannot be PDF/A, which forbids encryption, and does not say that it is.
    """
    if not password:
        return compose(summary, paper=paper, annex=annex)
    checked_password(password)
    made = compose(summary, paper=paper, annex=annex, standards=OPEN_TO_LOCKS)
    return replace(made, content=locked(made.content, password))
