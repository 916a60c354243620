"""Save the page as a PDF, whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from twitchlog.domain.errors import ReportNotSaved
from twitchlog.reports.visit.press import STANDARD_NAMES, Document, compose, pictures
from twitchlog.translation import _

if TYPE_CHECKING:
    from datetime import date

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


def free_path(wanted: Path) -> Path:
    """Return `wanted`, or the same name with a number where a file of that name is there."""
    path, number = wanted, 2
    while path.exists():
        path = wanted.with_name(f"{wanted.stem} ({number}){wanted.suffix}")
        number += 1
    return path


def write_pdf(summary: VisitSummary, path: Path, *, paper: str | None = None) -> SavedReport:
    """Write the page to `path` on `a4` or `letter` paper; None means the person's own choice.

    The file is complete or not there: it is written beside its place and moved into it. Raises
    ReportNotSaved with a sentence when it cannot be written.
    """
    made = compose(summary, paper=paper)
    _save(made.content, path)
    notes = []
    if not made.standard:
        notes.append(
            _("Some characters have no letter shape on this computer and may print as boxes.")
        )
    if made.pages > 1:
        notes.append(_("Not all of it fits on one page; read on overleaf."))
    return SavedReport(path, made.pages, made.standard, tuple(notes))


def _save(content: bytes, path: Path) -> None:
    """Write beside the place, then move into it; leave nothing behind when that fails."""
    beside: Path | None = None
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".twitchlog-", suffix=".pdf")
        beside = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as problem:
        if beside is not None:
            with contextlib.suppress(OSError):
                beside.unlink()
        raise ReportNotSaved(_why(problem, path)) from problem


def _why(problem: OSError, path: Path) -> str:
    if problem.errno in {errno.ENOENT, errno.ENOTDIR}:
        sentence = _("The folder {folder} is not there. Choose another one.")
    elif problem.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        sentence = _("TwitchLog may not write in {folder}. Choose another folder.")
    elif problem.errno in {errno.ENOSPC, errno.EDQUOT}:
        sentence = _("There is no room left on the disk of {folder}.")
    else:
        sentence = _("The page could not be saved in {folder}.")
    return sentence.format(folder=path.parent)
