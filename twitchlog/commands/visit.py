"""`summary` and `report`: the page for the doctor, on the terminal or on paper."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from twitchlog import paths
from twitchlog.commands.arguments import AsJson, DiaryPath, First, Last, SpanOption
from twitchlog.commands.options import read_period
from twitchlog.commands.output import say, say_json
from twitchlog.commands.session import Session
from twitchlog.domain.errors import BadInput, ReportNotSaved
from twitchlog.translation import _

if TYPE_CHECKING:
    from datetime import date

_PAPERS = ("a4", "letter")
_PDF = b"%PDF"


def summary(
    context: typer.Context,
    *,
    first: First = None,
    last: Last = None,
    span: SpanOption = None,
    as_json: AsJson = False,
    diary: DiaryPath = None,
) -> None:
    """Answer the doctor’s seven questions from the diary."""
    from twitchlog.reports.visit.compose import summarise
    from twitchlog.reports.visit.text import as_data, write_text

    session: Session = context.obj
    with session.diary(diary) as opened:
        figures = opened.figures.visit(read_period(opened, first=first, last=last, span=span))
        profile, made = opened.profile.get(), opened.clock.now().day
    page = summarise(figures, profile, made=made)
    if as_json:
        say_json(as_data(page))
    else:
        say(write_text(page))


def report(
    context: typer.Context,
    *,
    out: Annotated[
        Path | None,
        typer.Option(metavar="PATH", help=_("Where to put it; your documents unless given.")),
    ] = None,
    first: First = None,
    last: Last = None,
    span: SpanOption = None,
    paper: Annotated[
        str | None, typer.Option(metavar="a4|letter", help=_("Your own choice unless given."))
    ] = None,
    diary: DiaryPath = None,
) -> None:
    """Save the page for the doctor as a PDF."""
    from twitchlog.reports.visit.compose import summarise
    from twitchlog.reports.visit.pdf import write_pdf

    session: Session = context.obj
    chosen = paper.strip().lower() if paper is not None else None
    if chosen not in {None, *_PAPERS}:
        raise BadInput(_("Paper is a4 or letter."))
    with session.diary(diary) as opened:
        made = opened.clock.now().day
        path = _target(out, made)
        figures = opened.figures.visit(read_period(opened, first=first, last=last, span=span))
        profile = opened.profile.get()
    saved = write_pdf(summarise(figures, profile, made=made), path, paper=chosen)
    say(_("Saved to “{path}”.").format(path=saved.path))
    for note in saved.notes:
        say(note)


def _target(out: Path | None, made: date) -> Path:
    """Return where to put the PDF; only an older PDF is ever replaced, and only where named."""
    from twitchlog.reports.visit.pdf import default_name, free_path

    if out is None:
        folder = paths.documents_folder()
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            raise ReportNotSaved(
                _("There is no folder {folder}. Say where with --out.").format(folder=folder)
            ) from None
        return free_path(folder / default_name(made))
    path = out.expanduser().absolute()
    if path.is_dir():
        return free_path(path / default_name(made))
    if path.exists() and not _is_pdf(path):
        raise BadInput(
            _("“{name}” is not a PDF, so it was left as it is. Choose another name.").format(
                name=path.name
            )
        )
    return path


def _is_pdf(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(_PDF)) == _PDF
    except OSError:
        return False
