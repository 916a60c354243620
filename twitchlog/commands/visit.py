"""`summary` and `report`: the page for the doctor, on the terminal or as a file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from twitchlog import paths, translation
from twitchlog.commands.arguments import AsJson, DiaryPath, First, Last, SpanOption
from twitchlog.commands.languages import checked_language
from twitchlog.commands.options import read_period
from twitchlog.commands.output import say, say_json
from twitchlog.commands.passwords import next_line
from twitchlog.commands.session import Session
from twitchlog.domain.errors import BadInput, ReportNotSaved
from twitchlog.domain.password import NOT_ENCRYPTED
from twitchlog.translation import _, mark

if TYPE_CHECKING:
    from twitchlog.reports.printers import Printer
    from twitchlog.reports.visit.forms import Form, Prepared

_PAPERS: Final = ("a4", "letter")
_STDOUT: Final = "-"

Language = Annotated[
    str | None,
    typer.Option("--lang", metavar="CODE", help=mark("The language, as en; yours unless given.")),
]


def summary(
    context: typer.Context,
    *,
    first: First = None,
    last: Last = None,
    span: SpanOption = None,
    language: Language = None,
    as_json: AsJson = False,
    diary: DiaryPath = None,
) -> None:
    """Answer the doctor’s seven questions from the diary."""
    from twitchlog.reports.visit.forms import Form, Wishes, prepare
    from twitchlog.reports.visit.text import as_data

    session: Session = context.obj
    wishes = Wishes(language=checked_language(language) or translation.language())
    with session.diary(diary) as opened:
        period = read_period(opened, first=first, last=last, span=span, counted=True)
        page = prepare(opened, Form.TEXT, period, wishes)
    if as_json:
        say_json(as_data(page.summary))
    else:
        say(page.content().decode())


def report(
    context: typer.Context,
    *,
    out: Annotated[
        str | None,
        typer.Option(
            metavar="PATH",
            help=_("A file or folder; - writes it to the output. Your documents unless given."),
        ),
    ] = None,
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="pdf|html|text|fhir",
            help=_("What kind of file; as the name ends, else pdf."),
        ),
    ] = None,
    first: First = None,
    last: Last = None,
    span: SpanOption = None,
    paper: Annotated[
        str | None, typer.Option(metavar="a4|letter", help=_("Your own choice unless given."))
    ] = None,
    language: Language = None,
    nameless: Annotated[
        bool, typer.Option("--nameless", help=_("Leave your name and birth date off it."))
    ] = False,
    named: Annotated[
        bool, typer.Option("--named", help=_("Put your name into the name of the file."))
    ] = False,
    annex: Annotated[
        bool,
        typer.Option("--annex", help=_("Put all figures, tests, notes and the method after it.")),
    ] = False,
    entries: Annotated[
        bool, typer.Option("--annex-entries", help=_("The annex, and every entry in it."))
    ] = False,
    locked: Annotated[
        bool,
        typer.Option("--password-stdin", help=_("Lock the PDF with a password from the input.")),
    ] = False,
    replace: Annotated[
        bool, typer.Option("--replace", help=_("Put it in the place of a file of that name."))
    ] = False,
    to_print: Annotated[
        bool, typer.Option("--print", help=_("Print it, and save it only where --out says so."))
    ] = False,
    printer: Annotated[
        str | None,
        typer.Option(metavar="NAME", help=_("On which printer; your usual one unless given.")),
    ] = None,
    copies: Annotated[int, typer.Option(metavar="N", help=_("How many copies to print."))] = 1,
    diary: DiaryPath = None,
) -> None:
    """Save the page for the doctor, or print it: as PDF, web page, text or for health records."""
    from twitchlog.reports.visit.forms import Wishes, prepare

    session: Session = context.obj
    kind = _form(form, out)
    _check_options(kind, annex=annex or entries, locked=locked)
    on = _printer(printer, copies, kind, out, locked=locked) if to_print or printer else None
    target = _target(out) if out is not None or on is None else None
    if target is not None:
        _check(target, kind, replace=replace)
    spoken = checked_language(language)
    with session.diary(diary) as opened:
        # Only now: the diary's own password is the first line of the input.
        wishes = Wishes(
            paper=_paper(paper),
            language=spoken,
            nameless=nameless,
            named=named,
            annex=annex,
            entries=entries,
            password=next_line() if locked else "",
        )
        period = read_period(opened, first=first, last=last, span=span, counted=True)
        page = prepare(opened, kind, period, wishes)
    if on is not None:
        from twitchlog.commands.printing import send

        send(page, on, copies, paper=wishes.paper or page.summary.paper)
    elif target is None:
        _write_out(page)
    if target is None:
        return
    saved = page.save(paths.free_name(target / page.name) if target.is_dir() else target)
    say(_("Saved to “{path}”.").format(path=saved.path))
    if not locked:
        say(_(NOT_ENCRYPTED))
    for note in saved.notes:
        say(note)


def _form(asked: str | None, out: str | None) -> Form:
    """Return the form that was asked for, else the one that the file’s name ends in, else a PDF."""
    from twitchlog.reports.visit.forms import Form

    by_ending = {form.ending: form for form in Form}
    if asked is None:
        return by_ending.get(Path(out or "").suffix.lower(), Form.PDF)
    try:
        return Form(asked.strip().lower())
    except ValueError:
        raise BadInput(_("The format is pdf, html, text or fhir.")) from None


def _paper(asked: str | None) -> str | None:
    chosen = asked.strip().lower() if asked is not None else None
    if chosen not in {None, *_PAPERS}:
        raise BadInput(_("Paper is a4 or letter."))
    return chosen


def _check_options(form: Form, *, annex: bool, locked: bool) -> None:
    """Refuse what a form cannot have."""
    from twitchlog.reports.visit.forms import Form

    if annex and form is Form.FHIR:
        raise BadInput(_("A file for health records has no annex."))
    if locked and form is not Form.PDF:
        raise BadInput(_("Only a PDF can be locked with a password."))


def _printer(
    asked: str | None, copies: int, form: Form, out: str | None, *, locked: bool
) -> Printer:
    """Return the printer; refuse what cannot be printed. Raise BadInput, NotPrinted."""
    from twitchlog.commands.printing import chosen
    from twitchlog.reports.visit.forms import Form

    if locked or form is not Form.PDF:
        raise BadInput(_("Only a PDF without a password can be printed."))
    if out == _STDOUT:
        raise BadInput(_("Print the page, or write it to the output, not both."))
    return chosen(asked, copies)


def _target(out: str | None) -> Path | None:
    """Return the file or folder to write to; None for the output."""
    if out == _STDOUT:
        return None
    if out is not None:
        return Path(out).expanduser().absolute()
    folder = paths.documents_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise ReportNotSaved(
            _("There is no folder {folder}. Say where with --out.").format(folder=folder)
        ) from None
    return folder


def _check(path: Path, form: Form, *, replace: bool) -> None:
    """Refuse a file whose name is another kind’s, or that is taken, before anything is read."""
    if path.is_dir():
        return
    if path.suffix.lower() != form.ending:
        raise BadInput(
            _("This is saved as {ending}: give it such a name.").format(ending=form.ending)
        )
    if path.exists() and not replace:
        raise BadInput(
            _("There is already a file “{name}”. Choose another name, or add --replace.").format(
                name=path.name
            )
        )


def _write_out(page: Prepared) -> None:
    """Write the bytes of the file itself, where there is an output that takes them."""
    output = getattr(sys.stdout, "buffer", None)
    if output is not None:
        sys.stdout.flush()
        output.write(page.content())
        output.flush()
