"""Save the page as a PDF, whole or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from twitchlog.reports.files import free_path, write_whole
from twitchlog.reports.visit.press import STANDARD_NAMES, Document, compose, pictures
from twitchlog.translation import _

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from twitchlog.reports.visit.summary import VisitSummary

__all__ = [
    "STANDARD_NAMES", "Document", "SavedReport",
    "compose", "default_name", "free_path", "pictures", "write_pdf",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class SavedReport:
    """Where the page is, how many pages it took, the standards it keeps, and what to tell."""

    path: Path
    pages: int
    standard: str
    notes: tuple[str, ...] = ()


def default_name(day: date) -> str:
    """Return the file's name for the day it is made; the patient is not named in it."""
    return f"muscle-twitching-summary-{day.isoformat()}.pdf"


def write_pdf(summary: VisitSummary, path: Path, *, paper: str | None = None) -> SavedReport:
    """Write the page to `path` on `a4` or `letter` paper; None means the person's own choice.

    The file is complete or not there: it is written beside its place and moved into it. Raises
    ReportNotSaved with a sentence when it cannot be written.
    """
    made = compose(summary, paper=paper)
    write_whole(made.content, path)
    notes = []
    if made.unknown:
        notes.append(_("Some letters cannot be printed; [?] stands in their place."))
    if made.pages > 1:
        notes.append(_("Not all of it fits on one page; read on overleaf."))
    return SavedReport(path, made.pages, made.standard, tuple(notes))
